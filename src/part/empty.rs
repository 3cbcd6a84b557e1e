//! Nothing to show: why, and the ways out.

use explore::view::Empty;

use super::{
    element::{Element, element},
    link,
};

pub(crate) fn empty(empty: Option<Empty>) -> Option<Element> {
    empty.map(|empty| {
        let ways: Vec<Element> = empty.ways_out.into_iter().map(|way| element("li").add(link(way))).collect();
        element("div").class("empty").add(element("p").add(empty.text)).add(element("ul").add(ways))
    })
}
