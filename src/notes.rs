//! Personal notes on passages: kept in this browser, and nowhere else. They are the one thing that is not in the address.
//!
//! A note holds the link to its passage with the words that it is found again by, so it outlives new editions as links do. Kept, and
//! as a file, notes are JSON: a list of lists of four texts, which are the fields of `Note` in their order.

use archive::Archive;
use explore::{Query, language::wording};
use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Event,
    js_sys::{Array, JSON, Reflect},
};

use crate::part::call;

/// Letters that a field of a note may have; a file to be read may be anything.
const MOST: usize = 10_000;

/// A passage that somebody keeps, and what they wrote about it.
#[derive(Clone)]
pub(crate) struct Note {
    /// The link to the passage, from its `?` on.
    pub link: String,
    /// The document's title.
    pub title: String,
    /// The passage's first words.
    pub words: String,
    /// What was written; may be empty.
    pub written: String,
}

/// The notes on this archive's documents.
#[derive(Clone, Copy)]
pub(crate) struct Notes {
    /// What they are kept under: its name in the browser's storage.
    pub name: &'static str,
    /// As they are kept.
    json: RwSignal<String>,
    /// What came of reading a file, in words.
    pub outcome: RwSignal<&'static str>,
}

impl Notes {
    /// Those that are kept; also when another window of the same page changes them.
    pub(crate) fn of(archive: &Archive) -> Notes {
        let notes = Notes::none(archive);
        notes.load();
        EventListener::new(&window(), "storage", move |_| notes.load()).forget();
        notes
    }

    /// As if none were kept.
    pub(crate) fn none(archive: &Archive) -> Notes {
        let name = ["onrecord notes ", archive.about("id")].concat();
        Notes { name: Box::leak(name.into()), json: RwSignal::new(String::new()), outcome: RwSignal::new("") }
    }

    pub(crate) fn all(self) -> Vec<Note> {
        parsed(&self.json.get())
    }

    /// Puts a note in the place of the one on the same passage, or behind all others.
    pub(crate) fn keep(self, note: Note) {
        let mut notes = parsed(&self.json.get_untracked());
        put(&mut notes, note);
        self.json.set(self.stored(&notes));
    }

    /// What is written to a note. The page is not drawn anew: somebody is writing.
    pub(crate) fn write(self, link: &str, written: String) {
        let mut notes = parsed(&self.json.get_untracked());
        if let Some(note) = notes.iter_mut().find(|note| note.link == link) {
            note.written = written;
        }
        let json = self.stored(&notes);
        self.json.update_untracked(|kept| *kept = json);
    }

    pub(crate) fn forget(self, link: &str) {
        let mut notes = parsed(&self.json.get_untracked());
        notes.retain(|note| note.link != link);
        self.json.set(self.stored(&notes));
    }

    /// Reads the file that a field of a form holds.
    pub(crate) fn import(self, event: &Event) {
        let read = move |text: JsValue| {
            let read = parsed(&text.as_string().unwrap_or_default());
            let none = wording("This file holds no notes of these documents.");
            self.outcome.set(if read.is_empty() { none } else { wording("The notes were read.") });
            let mut notes = parsed(&self.json.get_untracked());
            read.into_iter().for_each(|note| put(&mut notes, note));
            self.json.set(self.stored(&notes));
        };
        let file = event.target().and_then(|field| Reflect::get(&field, &"files".into()).ok());
        let file = file.and_then(|files| call(&files, "item", &[0.into()]).ok()).filter(JsValue::is_object);
        let read = Closure::once_into_js(read);
        let _ = file.and_then(|file| call(&file, "text", &[]).ok()).map(|text| call(&text, "then", &[read]));
    }

    fn load(self) {
        let text = storage().and_then(|storage| call(&storage, "getItem", &[self.name.into()]));
        let kept = text.ok().and_then(|text| text.as_string()).unwrap_or_default();
        if self.json.get_untracked() != kept {
            self.json.set(kept);
        }
    }

    /// Keeps them, and says as what. A browser may refuse: the notes then live as long as the page, and the console says why.
    fn stored(self, notes: &[Note]) -> String {
        let fields = |note: &Note| [&note.link, &note.title, &note.words, &note.written].map(JsValue::from);
        let list: Array = notes.iter().map(|note| fields(note).into_iter().collect::<Array>()).collect();
        let json = JSON::stringify(&list).unwrap_or_default();
        let stored = storage().and_then(|storage| call(&storage, "setItem", &[self.name.into(), json.clone().into()]));
        if let Err(refused) = stored {
            web_sys::console::warn_1(&refused);
        }
        json.into()
    }
}

impl Note {
    /// A note without words yet: `shared` is the link to the passage as it is passed on.
    pub(crate) fn on(shared: &str, title: String, words: String) -> Note {
        let Query { document, at, quotation, edition, .. } = Query::parse(shared);
        let link = Query { document, at, quotation, edition, ..Query::default() }.to_url();
        Note { link, title, words, written: String::new() }
    }

    /// The document and the passage that it is about.
    pub(crate) fn passage(&self) -> (Option<String>, Option<u32>) {
        let query = Query::parse(&self.link);
        (query.document, query.at)
    }
}

fn put(notes: &mut Vec<Note>, note: Note) {
    match notes.iter_mut().find(|old| old.passage() == note.passage()) {
        Some(old) => *old = note,
        None => notes.push(note),
    }
}

/// A page in a frame of another's may be without.
fn storage() -> Result<JsValue, JsValue> {
    Reflect::get(&window(), &"localStorage".into())
}

/// The notes of a text. What is no note in it is left out.
fn parsed(text: &str) -> Vec<Note> {
    let list = JSON::parse(text).ok().and_then(|list| list.dyn_into::<Array>().ok());
    list.map(|list| list.iter().filter_map(note).collect()).unwrap_or_default()
}

fn note(fields: JsValue) -> Option<Note> {
    let fields = fields.dyn_into::<Array>().ok()?;
    let field = |at| fields.get(at).as_string().filter(|text| text.len() <= MOST);
    let note = Note { link: field(0)?, title: field(1)?, words: field(2)?, written: field(3)? };
    // A link of this page, and no other, whatever the file says.
    let query = Query::parse(&note.link);
    (query.document.is_some() && query.to_url() == note.link).then_some(note)
}
