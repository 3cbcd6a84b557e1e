//! A piece of a passage, and the way to where it stands.

use explore::view::Snippet;

use super::{
    anchor,
    element::{Element, element},
    fill, marked,
};

pub(crate) fn snippet(snippet: Snippet) -> Element {
    let place = snippet.passage.map(|passage| {
        let number = passage.to_string();
        anchor(snippet.href).class("place").says(fill("Read passage {}", &[&number])).add(number)
    });
    let words = element("p")
        .set("dir", "auto")
        .add(snippet.cut_before.then_some("… "))
        .add(marked(snippet.segments))
        .add(snippet.cut_after.then_some(" …"));
    element("div").class("snippet").add(place).add(words)
}
