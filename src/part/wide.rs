//! What may be wider than a phone: it is scrolled by itself, or falls into lines if its cells say the names of their columns.

use std::borrow::Cow;

use super::element::{Element, element};

/// A cell for a number, which says its column's name where there is no room for columns.
pub(crate) fn number(head: impl Into<Cow<'static, str>>) -> Element {
    element("td").class("number").set("data-head", head)
}

/// A table in a region that can be reached and scrolled by keyboard.
pub(crate) fn wide(name: impl Into<Cow<'static, str>>, table: Element) -> Element {
    element("div").class("wide").set("role", "region").set("aria-label", name).set("tabindex", "0").add(table)
}
