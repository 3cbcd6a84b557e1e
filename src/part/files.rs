//! Buttons that save a file of what is shown.

use explore::view::FileChoice;

use super::element::{Element, element};

/// `key` is what the file is called in `saving`.
pub(crate) fn save(label: String, key: String) -> Element {
    element("button").set("type", "button").class("save").set("data-file", key).add(label)
}

pub(crate) fn files(files: Vec<FileChoice>) -> Element {
    let files: Vec<Element> = files.into_iter().map(|file| save(file.label, file.key)).collect();
    element("div")
        .class("files")
        .set("role", "group")
        .set("aria-label", "Files")
        .add(element("span").add("Save"))
        .add(files)
}
