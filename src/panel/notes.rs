//! Personal notes: on the passage one reads, and all of them as a list to take along.

use explore::{language::wording, view::Reader};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::{
    notes::{Note, Notes},
    part::{Element, anchor, element, isolated, live},
};

/// Letters of a passage by which it is known in the list.
const FIRST: usize = 160;

/// On the passage that the address points at: keep it, write to it, forget it. `kept` are all notes, `shared` is the link to the passage.
pub(super) fn on_passage(reader: &Reader, kept: &[Note], notes: Notes, shared: &str) -> Option<Element> {
    let block = reader.blocks.iter().find(|block| block.current)?;
    let here = (Some(reader.id.clone()), block.passage);
    if let Some(note) = kept.iter().find(|note| note.passage() == here) {
        return Some(element("div").class("note-here").add(field(note, notes)).add(forget(note.link.clone(), notes)));
    }
    let title = reader.title.iter().map(|segment| segment.text.as_str()).collect();
    let words: String = block.segments.iter().flat_map(|segment| segment.text.chars()).take(FIRST).collect();
    let note = Note::on(shared, title, words);
    let keep = element("button").set("type", "button").set("id", "keep-passage").add("Keep this passage");
    let keep = keep.on("click", move |_| notes.keep(note.clone()));
    Some(element("div").class("note-here").add(keep))
}

/// All of them.
pub(super) fn notes(notes: Notes) -> Element {
    let kept = notes.all();
    let list: Vec<Element> = kept.into_iter().map(|note| one(note, notes)).collect();
    let file = element("input")
        .set("type", "file")
        .set("id", "notes-file")
        .set("accept", "application/json,.json")
        .on("change", move |event| notes.import(event));
    let outcome = live(move || Some(element("p").set("role", "status").add(notes.outcome.get())));
    let save = (!list.is_empty()).then(|| {
        let save = element("button").set("type", "button").class("save").set("data-file", "notes.json");
        save.set("data-kept", notes.name).add("Save them as a file")
    });
    let none = wording("None yet. In a document, choose a passage by its number, then “Keep this passage”.");
    let none = list.is_empty().then(|| element("p").add(none));
    element("section")
        .class("notes")
        .set("aria-label", "Notes")
        .add(element("p").class("caption").add("Kept in this browser alone; nothing is sent anywhere."))
        .add(none)
        .add(element("ol").add(list))
        .add(element("p").add(save))
        .add(
            element("p").add(element("label").set("for", "notes-file").add("Read them from a file")).add(" ").add(file),
        )
        .add(outcome)
}

fn one(note: Note, notes: Notes) -> Element {
    let quoted = element("blockquote").set("dir", "auto").add(note.words.clone());
    element("li")
        .add(element("h2").add(anchor(note.link.clone()).add(isolated(note.title.clone()))))
        .add(quoted)
        .add(field(&note, notes))
        .add(forget(note.link, notes))
}

/// In a form, so that it shows what is kept again whenever the page shows another view.
fn field(note: &Note, notes: Notes) -> Element {
    let link = note.link.clone();
    let field = element("textarea").set("rows", "3").set("dir", "auto").add(note.written.clone());
    let field = field.on("input", move |event| notes.write(&link, written(event)));
    element("form").add(element("label").add("Your note").add(field))
}

fn forget(link: String, notes: Notes) -> Element {
    let forget = element("button").set("type", "button").class("forget").add("Forget this note");
    forget.on("click", move |_| notes.forget(&link))
}

fn written(event: &Event) -> String {
    let field = event.target().and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
