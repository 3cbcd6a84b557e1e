//! The corpus's name, which leads to the beginning, and what it is.

use explore::view::{About, Choice, Tongue};

use crate::part::{Element, anchor, element, isolated};

pub(crate) fn masthead(about: &About, languages: Vec<Tongue>, notes: Choice) -> Element {
    let title = element("p").class("title").add(anchor(about.start.clone()).add(isolated(about.title.clone())));
    let description = element("p").class("description").set("dir", "auto").add(about.description.clone());
    let notes = anchor(notes.href).set("id", "notes").add(notes.label);
    let ways = element("div").class("ways").add(notes).add(self::languages(languages));
    element("header").class("masthead").add(title).add(description).add(ways)
}

/// A language's words come with the page, so its link loads the page anew.
fn languages(languages: Vec<Tongue>) -> Element {
    let link = |tongue: Tongue| {
        let link = anchor(tongue.href).set("target", "_self").set("lang", tongue.tag).add(tongue.name);
        if tongue.current { link.set("aria-current", "true") } else { link }
    };
    let links: Vec<Element> = languages.into_iter().map(link).collect();
    element("nav").class("languages").set("aria-label", "Language").add(links)
}
