//! What goes into an archive, as plain data: the writer's input.

use crate::date::Span;
use crate::kind::{
    BlockKind, DatePrecision, DocumentKind, EntityKind, Rights, StatementKind, StatementMethod, StatementStatus,
    VerbKind,
};

/// A whole corpus, numbered. Entity numbers are indexes into `entities`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// Facts about the corpus by name: "title", "licence".
    pub about: Vec<(String, String)>,
    /// By kind (person, party, organisation, place, topic, outlet), then in the order the facets' postings want: falling
    /// number of documents, ties by slug.
    pub entities: Vec<Entity>,
    /// By first day, undated last, ties by id.
    pub documents: Vec<Document>,
    /// The names and aliases that mentions were found by.
    pub forms: Vec<Form>,
    /// Search words, ascending by bytes.
    pub terms: Vec<Term>,
}

/// A person, party, organisation, place, topic or outlet.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub kind: EntityKind,
    pub slug: String,
    pub name: String,
    pub sort_name: String,
    /// The short form for display: a party's `short`, a topic's `label`; empty if none.
    pub short: String,
    pub sort: String,
    pub country: String,
    pub wikidata: String,
    pub note: String,
    pub colour: String,
    /// No gazetteer knows it: it came from a document's front matter.
    pub declared_only: bool,
    pub tenures: Vec<Tenure>,
}

/// What a tenure is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TenureOf {
    /// Membership of a party (its entity number).
    Party(u32),
    /// An office.
    Role(String),
    /// A party's time in government.
    Government,
}

/// A time in a party, an office or government; an absent end is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    pub of: TenureOf,
    pub from: Option<Span>,
    pub to: Option<Span>,
}

/// A person's party on a document's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Membership {
    pub person: u32,
    pub party: u32,
}

/// One document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub id: String,
    pub date: Option<Span>,
    pub precision: DatePrecision,
    pub date_note: String,
    pub author: String,
    pub source_title: String,
    pub source_url: String,
    pub language: String,
    pub kind: DocumentKind,
    pub rights: Rights,
    pub other_sources: Vec<String>,
    pub via: Vec<String>,
    pub outlets: Vec<u32>,
    pub speakers: Vec<u32>,
    /// Ascending.
    pub declared: Vec<u32>,
    pub parties_that_day: Vec<Membership>,
    /// Entities present (named anywhere, declared, its topics and outlets); ascending. Parties of people are added by the writer
    /// from `parties_that_day`.
    pub entities: Vec<u32>,
    /// The title first.
    pub blocks: Vec<Block>,
    /// By passage, then start.
    pub statements: Vec<Statement>,
    /// Words indexed.
    pub length: u32,
}

/// A stretch of text as it may be published.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub kind: BlockKind,
    /// Of a heading, 1 to 6; else 0.
    pub level: u8,
    pub text: String,
    /// By start. Empty where the text may not be shown.
    pub mentions: Vec<Mention>,
    /// Of a passage: entities present, ascending.
    pub entities: Vec<u32>,
    /// Of a passage: its sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// A sentence of a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// In bytes of the passage's text; 0 where the text may not be shown.
    pub end: u32,
    /// Ascending.
    pub entities: Vec<u32>,
}

/// Words or views that a document gives one speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Without the quotation marks round it; an empty span where the words may not be shown.
    pub place: Place,
    /// The quotations of one that the report interrupts (start, end), in bytes of the passage; empty of any other.
    pub pieces: Vec<(u32, u32)>,
    pub kind: StatementKind,
    pub status: StatementStatus,
    pub method: StatementMethod,
    /// Entity number.
    pub speaker: Option<u32>,
    /// The words that name, describe or mean the speaker.
    pub source: Option<Place>,
    /// The reporting words.
    pub cue: Option<Place>,
    /// The reporting verb ("say") and what it does.
    pub verb: Option<(String, VerbKind)>,
    /// The same for all quotations of the same words by the same speaker, where several documents have them.
    pub group: Option<u32>,
    /// Entities its words name, and its passage's topics; ascending.
    pub entities: Vec<u32>,
}

/// A span of one of a document's passages, which are counted from 0; in bytes of the passage's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub passage: u32,
    pub start: u32,
    pub end: u32,
}

/// A span of a block resolved to an entity, in bytes of the block's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    pub start: u32,
    pub end: u32,
    pub entity: u32,
    /// Index into `forms`.
    pub form: u32,
}

/// A name, alias, surname or keyword, and where the editors wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub text: String,
    pub file: String,
    /// From 1.
    pub line: u32,
    pub entity: u32,
}

/// A search word and the blocks it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub word: String,
    /// Ascending by block.
    pub postings: Vec<Posting>,
}

/// One block that holds a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Number of the block, counted over all documents.
    pub block: u32,
    /// How often the word stands in it; at least 1.
    pub count: u32,
}
