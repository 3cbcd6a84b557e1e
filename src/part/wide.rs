//! What may be wider than a phone, and is then scrolled by itself.

use super::element::{Element, element};

/// A table in a region that can be reached and scrolled by keyboard.
pub(crate) fn wide(name: &'static str, table: Element) -> Element {
    element("div").class("wide").set("role", "region").set("aria-label", name).set("tabindex", "0").add(table)
}
