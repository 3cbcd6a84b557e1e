//! The corpus about itself: what it holds, how it was made, who answers for it; printed, also the address of the view.

use explore::view::About;

use crate::part::{Element, anchor, element, isolated};

/// `link`: the whole address of this view, to pass on.
pub(crate) fn about(about: About, link: String) -> Element {
    let counts: Vec<Element> = about.counts.into_iter().map(|count| element("li").add(count)).collect();
    let publisher = isolated(if about.publisher.is_empty() { about.url.clone() } else { about.publisher });
    let publisher = match about.url.is_empty() {
        true => publisher,
        false => anchor(about.url).set("rel", "noopener noreferrer external").add(publisher),
    };
    let facts = element("dl");
    let facts = fact(facts, "Made by", publisher);
    let facts = fact(facts, "Edition", element("code").add(about.fingerprint));
    let facts = fact(facts, "Program", isolated(about.program));
    let facts = fact(facts, "This view", element("code").set("id", "link").set("tabindex", "-1").add(link));
    element("footer")
        .set("id", "about")
        .class("about")
        .add(element("h2").add("About these documents"))
        .add(element("ul").class("counts").add(counts))
        .add(words("How they were made", about.method))
        .add(words("Credits", about.credits))
        .add(words("How names and statements were found", about.evaluation))
        .add(words("Licence", about.licence))
        .add(facts)
}

fn words(name: &'static str, words: String) -> Option<Element> {
    let heading = element("h3").add(name);
    (!words.is_empty()).then(|| element("section").add(heading).add(element("p").set("dir", "auto").add(words)))
}

fn fact(facts: Element, name: &'static str, value: Element) -> Element {
    facts.add(element("dt").add(name)).add(element("dd").add(value))
}
