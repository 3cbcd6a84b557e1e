//! Citations for reference managers, as BibTeX, RIS and CSL-JSON: facts about documents, never their text.
//!
//! What is cited is the report at its publisher's. A note says in which collection, edition and document it was found, and
//! what is uncertain. All three formats are written from one table of fields. There is no clock: the day of reading is the
//! reader's to add.

mod escaped;

use crate::documents::written_date;
use crate::language::Words;
use crate::query::encode;
use crate::reader::{language, web_address};
use crate::view::WrittenDate;
use archive::{Archive, DocumentId, DocumentKind};
use escaped::{escape, push};

/// One of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Bibtex,
    Ris,
    Csl,
}

/// What a field, a type or a mark is in each format, in their order.
type Forms = [&'static str; 3];

/// A report, and a speech. RIS has no speeches; Zotero's presentations are its slides.
const TYPES: [Forms; 2] = [["article", "NEWS", "article-newspaper"], ["misc", "SLIDE", "speech"]];

/// The fields of an entry, each with its value at the `$`; one without a value is left out. Titles have braces of their own, or
/// BibTeX's styles make small letters of their names; and so have people, whose surnames are not known.
const FIELDS: [Forms; 12] = [
    ["@$", "TY  - $", "{\n  \"type\": \"$\""],
    ["{$", "\r\nID  - $", ",\n  \"id\": \"$\""],
    [",\n  author = {{$}}", "\r\nAU  - $", ",\n  \"author\": [{\"literal\": \"$\"}]"],
    [",\n  year = {$}", "\r\nPY  - $", ""],
    [",\n  date = {$}", "\r\nDA  - $", ",\n  \"issued\": {\"date-parts\": [[\"$\"]]}"],
    [",\n  url = {$}", "\r\nUR  - $", ",\n  \"URL\": \"$\""],
    [",\n  title = {{$}}", "\r\nTI  - $", ",\n  \"title\": \"$\""],
    [",\n  journal = {$}", "\r\nT2  - $", ",\n  \"container-title\": \"$\""],
    [",\n  organization = {$}", "\r\nT2  - $", ",\n  \"publisher\": \"$\""],
    [",\n  howpublished = {$}", "\r\nM3  - $", ",\n  \"genre\": \"$\""],
    [",\n  language = {$}", "\r\nLA  - $", ",\n  \"language\": \"$\""],
    [",\n  note = {$}", "\r\nN1  - $", ",\n  \"note\": \"$\""],
];
/// From this one on their values are texts, to be escaped. The web address before it is escaped as well, but for BibTeX, which
/// takes what is in `url` by the letter.
const FIRST_TEXT: usize = 6;
const BETWEEN_PEOPLE: Forms = ["} and {", "\r\nAU  - ", "\"}, {\"literal\": \""];
const BETWEEN_DATE_PARTS: Forms = ["-", "/", "\", \""];
const END: Forms = ["\n}\n\n", "\r\nER  - \r\n\r\n", "\n}"];

const MEDIA_TYPES: Forms =
    ["application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json"];

impl Format {
    /// By the ending of its files: "bib", "ris", "json".
    pub(super) fn from_ending(ending: &str) -> Option<Format> {
        match ending {
            "bib" => Some(Format::Bibtex),
            "ris" => Some(Format::Ris),
            "json" => Some(Format::Csl),
            _ => None,
        }
    }

    pub(super) fn media_type(self) -> &'static str {
        self.form(&MEDIA_TYPES)
    }

    fn form(self, forms: &Forms) -> &'static str {
        forms[self as usize]
    }
}

/// Documents, in their order.
pub fn of_documents(archive: &Archive, documents: &[DocumentId], format: Format) -> String {
    entries(archive, documents, "", format)
}

/// A passage, its number from 1. `None` if there is no such passage.
pub fn of_passage(archive: &Archive, document: DocumentId, passage: u32, format: Format) -> Option<String> {
    let is_there = passage > 0 && passage as usize <= archive.passages_of(document).len();
    is_there.then(|| entries(archive, &[document], &passage.to_string(), format))
}

#[inline(never)]
fn entries(archive: &Archive, documents: &[DocumentId], passage: &str, format: Format) -> String {
    let mut text = String::new();
    let is_json = format == Format::Csl;
    for document in documents {
        if is_json {
            text.push_str(if text.is_empty() { "[\n" } else { ",\n" });
        }
        cite(archive, *document, passage, format, &mut text);
    }
    if is_json {
        text.push_str(if text.is_empty() { "[]\n" } else { "\n]\n" });
    }
    text
}

/// Adds the entry of a document, or of its passage unless that is empty.
fn cite(archive: &Archive, document: DocumentId, passage: &str, format: Format, text: &mut String) {
    let is_speech = archive.document_kind(document) == DocumentKind::Speech;
    let mut people = String::new();
    for speaker in archive.speakers(document).filter(|_| is_speech) {
        if !people.is_empty() {
            people.push_str(format.form(&BETWEEN_PEOPLE));
        }
        escape(format, archive.name(speaker), &mut people);
    }
    if people.is_empty() {
        escape(format, archive.author(document), &mut people);
    }
    let title = match archive.source_title(document) {
        "" => archive.title(document),
        title => title,
    };
    let outlet = archive.outlets(document).next().map_or("", |outlet| archive.name(outlet));
    let (outlet, stage, genre) = if is_speech { ("", outlet, "Speech") } else { (outlet, "", "") };
    // As it stands in addresses.
    let mut id = String::new();
    encode(archive.id(document), &mut id);
    // Unique in the corpus and the same in every edition. A percent sign would begin a comment in BibTeX.
    let mut key = id.replace('%', ":");
    if !passage.is_empty() {
        push(&mut key, &[":passage-", passage]);
    }
    let date = written_date(archive, Words::default(), document);
    let url = web_address(archive.source_url(document)).replace('{', "%7B").replace('}', "%7D");
    let first_text = if format == Format::Bibtex { FIRST_TEXT } else { FIRST_TEXT - 1 };
    let values = [
        format.form(&TYPES[usize::from(is_speech)]),
        &key,
        &people,
        date.iso.get(..4).unwrap_or_default(),
        &date.iso.replace('-', format.form(&BETWEEN_DATE_PARTS)),
        &url,
        title,
        outlet,
        stage,
        genre,
        language(archive, document),
        &note(archive, document, &date, &id, passage),
    ];
    for (place, (forms, value)) in FIELDS.iter().zip(&values).enumerate() {
        let Some((before, after)) = format.form(forms).split_once('$').filter(|_| !value.is_empty()) else { continue };
        text.push_str(before);
        if place < first_text {
            text.push_str(value);
        } else {
            escape(format, value, text);
        }
        text.push_str(after);
    }
    text.push_str(format.form(&END));
}

/// What a bibliography has no field for: the passage, doubts about the date, whose title it is, and where it was found. The
/// address says no more than what is cited: what else was searched is nobody's business, and words of the passage are text.
fn note(archive: &Archive, document: DocumentId, date: &WrittenDate, id: &str, passage: &str) -> String {
    let mut note = String::new();
    let mut fact = |before: &str, fact: &str, after: &str| {
        if !fact.is_empty() {
            push(&mut note, &[before, fact, after]);
        }
    };
    fact("passage ", passage, "; ");
    fact("", &date.certainty, if date.note.is_empty() { "; " } else { ": " });
    fact("", &date.note, "; ");
    match archive.source_title(document) {
        "" => fact("", "title given by the collection", "; "),
        _ => fact("listed as “", archive.title(document), "”; "),
    }
    fact("from “", archive.about("title"), "”; ");
    let edition = &archive.fingerprint();
    fact("edition ", edition, ", document ");
    fact("", archive.id(document), ", ?");
    fact("at=", passage, "&");
    fact("doc=", id, "&v=");
    fact("", edition, "");
    note
}
