//! What is shown, in English; of a document or of evidence, also the way back to the list it was opened from.

use explore::view::{Main, View};

use crate::part::{Element, anchor, element};

/// The heading's slice of the View: its words, and the way back.
pub(crate) fn heading_of(view: &View) -> (String, Option<String>) {
    let back = match &view.main {
        Main::Reader(reader) => Some(reader.close.clone()),
        Main::Evidence(evidence) => Some(evidence.close.clone()),
        _ => None,
    };
    (view.heading.clone(), back)
}

pub(crate) fn heading((words, back): (String, Option<String>)) -> Element {
    let back = back.map(|href| element("p").class("close").add(anchor(href).add("← Back to the list")));
    let heading = element("h1").set("id", "heading").set("tabindex", "-1").set("dir", "auto").add(words);
    element("div").class("heading").add(back).add(heading)
}
