//! Where one stands in a long list, and the ways on and back.

use explore::view::Pages;

use super::{
    anchor,
    element::{Element, element},
    figure, fill,
};

pub(crate) fn pager(pages: Pages) -> Option<Element> {
    if pages.previous.is_none() && pages.next.is_none() {
        return None;
    }
    let previous = pages.previous.map(|href| anchor(href).set("rel", "prev").add("← Previous"));
    let next = pages.next.map(|href| anchor(href).set("rel", "next").add("Next →"));
    let [first, last, total] = [pages.first, pages.last, pages.total].map(figure);
    let here = element("span").add(fill("{}–{} of {}", &[&first, &last, &total]));
    Some(element("nav").class("pager").set("aria-label", "Pages").add(previous).add(here).add(next))
}
