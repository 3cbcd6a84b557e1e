//! The views of the selection.

use explore::view::Choice;

use crate::part::{Element, anchor, element};

pub(crate) fn tabs(tabs: Vec<Choice>) -> Element {
    let tab = |(index, tab): (usize, Choice)| {
        let link = anchor(tab.href).set("id", ["tab-", &index.to_string()].concat()).add(tab.label);
        element("li").add(if tab.current { link.set("aria-current", "page") } else { link })
    };
    let tabs: Vec<Element> = tabs.into_iter().enumerate().map(tab).collect();
    element("nav").class("tabs").set("aria-label", "Views").add(element("ul").add(tabs))
}
