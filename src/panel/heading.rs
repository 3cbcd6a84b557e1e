//! What is shown, in English; of a document or of evidence, also the way back to the list it was opened from.

use explore::{language::wording, view::Main};

use crate::part::{Element, anchor, copy, element};

pub(crate) fn heading(words: String, main: &Main) -> Element {
    let back = match main {
        Main::Reader(reader) => Some(reader.close.clone()),
        Main::Evidence(evidence) => Some(evidence.close.clone()),
        _ => None,
    };
    let back = back.map(|href| element("p").class("close").add(anchor(href).add("← Back to the list")));
    let heading = element("h1").set("id", "heading").set("tabindex", "-1").set("dir", "auto").add(words);
    element("div").class("heading").add(back).add(heading).add(copy(wording("Copy link"), "link"))
}
