//! A corpus as its editors wrote it: read and checked, before anything is recognised in it.

use std::collections::BTreeMap;

pub use archive::date::Span as DateSpan;
pub use archive::{BlockKind, DatePrecision, DocumentKind, EntityKind, Rights};

/// A stretch of one of the folder's files, in bytes; what a problem points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// Index into `Folder::files`.
    pub file: usize,
    pub start: usize,
    pub end: usize,
}

/// Everything in the folder.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    pub about: About,
    /// All gazetteers' records: people, parties, organisations, places, topics, in the order of their files.
    pub records: Vec<Record>,
    /// The kinds whose gazetteer file is there, even if it is empty.
    pub gazetteers: Vec<EntityKind>,
    pub documents: Vec<Document>,
    /// Editors' corrections of statements, in the order of their file.
    pub corrections: Vec<crate::statement::Correction>,
    /// What was published before, the oldest first.
    pub editions: Vec<Edition>,
}

/// The corpus as it was published once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub fingerprint: String,
    /// The day it was published: YYYY-MM-DD.
    pub date: String,
    /// By id, a short hash of all that the document says.
    pub documents: BTreeMap<String, String>,
}

/// What `corpus.toml` says.
#[derive(Clone, Debug)]
pub struct About {
    pub id: String,
    pub title: String,
    pub description: String,
    pub language: String,
    pub licence: String,
    pub publisher: String,
    pub url: String,
    pub method: String,
    pub credits: String,
    /// How well names and statements are found, as somebody measured it.
    pub evaluation: String,
    pub default_kind: DocumentKind,
    /// What the start link carries; empty if the file does not say.
    pub start_view: String,
    pub start_unit: String,
    pub start_measure: String,
    /// Words kept on each side of a mention in a `snippets` document.
    pub snippet_words: usize,
}

/// One gazetteer record.
#[derive(Clone, Debug)]
pub struct Record {
    pub kind: EntityKind,
    pub id: String,
    pub name: String,
    pub sort_name: String,
    /// `short` of a party, `label` of a topic; empty if none.
    pub short: String,
    /// The record's own `kind`: "politician", "court", "city".
    pub sort: String,
    pub country: String,
    pub wikidata: String,
    /// `note`, or a topic's `scope`.
    pub note: String,
    pub colour: String,
    /// The name first, then the aliases; a topic has none.
    pub forms: Vec<Form>,
    /// A topic's keywords.
    pub keywords: Vec<Form>,
    pub parties: Vec<Membership>,
    pub roles: Vec<Role>,
    pub in_government: Vec<Office>,
    pub span: Span,
}

/// A name, alias or keyword, with the words that rule it out.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    pub text: String,
    /// `case = "exact"`: every letter's case must agree.
    pub exact_case: bool,
    /// Words which, standing directly before the match, rule it out (the record's and the alias's own).
    pub not_after: Vec<String>,
    /// Words which, standing directly after the match, rule it out.
    pub not_before: Vec<String>,
    pub span: Span,
}

/// A person's time in a party; an absent end means "not recorded" and holds at any date.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    pub party: Named,
    pub from: Option<DateSpan>,
    pub to: Option<DateSpan>,
}

/// A person's office.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    pub title: String,
    pub from: Option<DateSpan>,
    pub to: Option<DateSpan>,
}

/// A party's time in government.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    pub from: Option<DateSpan>,
    pub to: Option<DateSpan>,
}

/// An id or a name as a document or record gives it, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub text: String,
    pub span: Span,
}

/// One document: its facts and its rendered text.
#[derive(Clone, Debug)]
pub struct Document {
    pub id: String,
    pub title: String,
    pub date: Option<DateSpan>,
    pub precision: DatePrecision,
    pub date_note: String,
    /// Names of outlets; the original first.
    pub outlets: Vec<Named>,
    /// Who republished it.
    pub via: Vec<String>,
    pub author: String,
    pub source_title: String,
    /// Empty, or an http(s) address.
    pub source_url: String,
    pub other_sources: Vec<String>,
    pub language: String,
    pub kind: DocumentKind,
    pub speakers: Vec<Named>,
    pub people: Vec<Named>,
    pub parties: Vec<Named>,
    pub topics: Vec<Named>,
    /// The speakers' party that day, where a JSON Lines record names it.
    pub speakers_party: Option<Named>,
    pub rights: Rights,
    pub blocks: Vec<Block>,
    /// Where it begins; in a JSON Lines file, its line.
    pub span: Span,
    /// Of a row whose text was left in its file: a hash of the line, to know it again. It has no blocks then.
    pub(crate) row: Option<u64>,
}

/// A stretch of rendered plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// Of a heading, 1 to 6; else 0.
    pub level: u8,
    pub text: String,
}

impl Default for About {
    fn default() -> Self {
        About {
            id: String::new(),
            title: String::new(),
            description: String::new(),
            language: String::new(),
            licence: String::new(),
            publisher: String::new(),
            url: String::new(),
            method: String::new(),
            credits: String::new(),
            evaluation: String::new(),
            default_kind: DocumentKind::Report,
            start_view: String::new(),
            start_unit: String::new(),
            start_measure: String::new(),
            snippet_words: 12,
        }
    }
}
