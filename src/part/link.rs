//! Links, numbers that are links, and the hidden fields that a form takes along.

use explore::view::{Field, Link};

use super::{
    element::{Content, Element, element},
    figure, fill,
};

/// A link to an address. One that should keep the focus after its step has an id; one that leads elsewhere has none.
pub(crate) fn anchor(href: String) -> Element {
    element("a").set("href", href)
}

/// Text of the corpus, whose direction is its own.
pub(crate) fn isolated(words: impl Content) -> Element {
    element("bdi").add(words)
}

/// A link whose words come from the corpus.
pub(crate) fn link(link: Link) -> Element {
    anchor(link.href).add(isolated(link.text))
}

/// Links in a row, parted by commas.
pub(crate) fn links(element: Element, links: Vec<Link>) -> Element {
    let mut row = element;
    for (index, each) in links.into_iter().enumerate() {
        row = row.add((index > 0).then_some(", ")).add(link(each));
    }
    row
}

/// A number that opens what it counts; `says` is its name for those who hear it, and begins with the number.
pub(crate) fn count(number: usize, href: String, says: String) -> Element {
    anchor(href).class("count").says(says).add(number)
}

/// What a form keeps of the rest of the address.
pub(crate) fn kept(fields: Vec<Field>) -> Vec<Element> {
    let hidden =
        |field: Field| element("input").set("type", "hidden").set("name", field.name).set("value", field.value);
    fields.into_iter().map(hidden).collect()
}

/// "1 document", "12 documents".
pub(crate) fn documents(number: usize) -> String {
    fill(if number == 1 { "{} document" } else { "{} documents" }, &[&figure(number)])
}
