//! Buttons that save a file of what is shown.

use explore::view::FileChoice;

use super::element::{Element, element};

/// `words` say what is done with them: "Save", "Cite".
pub(crate) fn files(words: &'static str, files: Vec<FileChoice>) -> Option<Element> {
    // `data-file` is what static/desk.js asks the desk for.
    let button = |file: FileChoice| {
        element("button").set("type", "button").class("save").set("data-file", file.key).add(file.label)
    };
    let files: Vec<Element> = files.into_iter().map(button).collect();
    let row = element("div").class("files").set("role", "group").set("aria-label", words);
    (!files.is_empty()).then(|| row.add(element("span").add(words)).add(files))
}
