//! Where one stands in a long list, and the ways on and back.

use explore::view::Pages;

use super::{
    anchor,
    element::{Element, element},
};

pub(crate) fn pager(pages: Pages) -> Option<Element> {
    if pages.previous.is_none() && pages.next.is_none() {
        return None;
    }
    let previous = pages.previous.map(|href| anchor(href).set("rel", "prev").add("← Previous"));
    let next = pages.next.map(|href| anchor(href).set("rel", "next").add("Next →"));
    let here = element("span").add(pages.first).add("–").add(pages.last).add(" of ").add(pages.total);
    Some(element("nav").class("pager").set("aria-label", "Pages").add(previous).add(here).add(next))
}
