//! The corpus's name, which leads to the beginning, and what it is.

use explore::view::About;

use crate::part::{Element, anchor, element, isolated};

pub(crate) fn masthead(about: About) -> Element {
    let title = element("p").class("title").add(anchor(about.start).add(isolated(about.title)));
    let description = element("p").class("description").set("dir", "auto").add(about.description);
    element("header").class("masthead").add(title).add(description)
}
