//! The corpus's name, which leads to the beginning, and what it is.

use explore::view::About;

use crate::part::{Element, anchor, element, isolated};

pub(crate) fn masthead(about: &About) -> Element {
    let title = element("p").class("title").add(anchor(about.start.clone()).add(isolated(about.title.clone())));
    let description = element("p").class("description").set("dir", "auto").add(about.description.clone());
    element("header").class("masthead").add(title).add(description)
}
