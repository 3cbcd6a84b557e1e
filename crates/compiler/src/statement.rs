//! Statements as plain data: who said what, how that was found, and how sure it is.

use crate::corpus::Span;

pub use archive::{StatementKind, StatementMethod as Method, StatementStatus as Status, VerbKind};

/// A statement of one speaker as the command prints it. Offsets are Unicode code points of the passage's rendered text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundStatement {
    /// The document's id.
    pub document: String,
    /// From 0, counting passages only.
    pub passage: usize,
    pub start: usize,
    /// Without quotation marks.
    pub end: usize,
    /// The quotations of one that the report interrupts (start, end); empty of any other.
    pub pieces: Vec<(usize, usize)>,
    pub kind: StatementKind,
    /// The entity's slug.
    pub speaker: Option<String>,
    /// Where the speaker is named, described or meant by a pronoun: passage, start, end.
    pub speaker_place: Option<(usize, usize, usize)>,
    /// The reporting words as they stand in the text; empty if none do.
    pub cue: String,
    /// The reporting verb, and what it does.
    pub verb: Option<(&'static str, VerbKind)>,
    pub method: Method,
    pub status: Status,
}

/// An editor's word about one statement, from `corrections.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// A document's id.
    pub document: String,
    /// From 1, as in the page's addresses.
    pub passage: usize,
    /// Words of the passage.
    pub words: String,
    pub verdict: Verdict,
    /// The whole correction.
    pub span: Span,
    /// The words in it.
    pub words_span: Span,
    /// The document's id in it.
    pub document_span: Span,
}

/// What an editor says of a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// These spoke it: ids or names.
    Speakers(Vec<crate::corpus::Named>),
    /// It is nobody's statement.
    NotAStatement,
}
