//! Statements as plain data: who said what, how that was found, and how sure it is.

use crate::corpus::Span;

/// How the words stand in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatementKind {
    /// In quotation marks, word for word.
    Quote,
    /// In the reporter's words.
    Reported,
    /// In the reporter's words, with quotations among them.
    Mixed,
}

/// What a reporting verb makes of the words it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerbKind {
    Says,
    Claims,
    Concedes,
    Asks,
    CallsFor,
    Promises,
    Warns,
    Denies,
    Criticises,
    Supports,
    Describes,
    Believes,
    Shows,
}

/// How the speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// By a name the gazetteer or a document knows.
    Named,
    /// By "he" or "she", where only one person can be meant.
    Pronoun,
    /// By an office, where only one person named in the document holds it.
    Role,
    /// As the one who spoke last, or was asked, before a paragraph that only quotes.
    Context,
    /// As the speaker of a speech.
    Speech,
    /// By an editor.
    Corrected,
    /// Not at all.
    Nobody,
}

/// How sure a statement's speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Stated,
    Likely,
    /// No speaker is known.
    Unresolved,
    /// Set by an editor.
    Corrected,
}

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

impl StatementKind {
    /// As the command and the archive name it.
    pub fn word(self) -> &'static str {
        match self {
            StatementKind::Quote => "quote",
            StatementKind::Reported => "reported",
            StatementKind::Mixed => "mixed",
        }
    }
}

impl VerbKind {
    pub const ALL: [VerbKind; 13] = [
        VerbKind::Says,
        VerbKind::Claims,
        VerbKind::Concedes,
        VerbKind::Asks,
        VerbKind::CallsFor,
        VerbKind::Promises,
        VerbKind::Warns,
        VerbKind::Denies,
        VerbKind::Criticises,
        VerbKind::Supports,
        VerbKind::Describes,
        VerbKind::Believes,
        VerbKind::Shows,
    ];

    /// Whether "does not …" tells a view as well: "does not support" does, "did not say" does not.
    pub(crate) fn holds_negated(self) -> bool {
        matches!(self, VerbKind::Believes | VerbKind::Supports | VerbKind::Denies | VerbKind::Concedes)
    }

    pub fn word(self) -> &'static str {
        match self {
            VerbKind::Says => "says",
            VerbKind::Claims => "claims",
            VerbKind::Concedes => "concedes",
            VerbKind::Asks => "asks",
            VerbKind::CallsFor => "calls-for",
            VerbKind::Promises => "promises",
            VerbKind::Warns => "warns",
            VerbKind::Denies => "denies",
            VerbKind::Criticises => "criticises",
            VerbKind::Supports => "supports",
            VerbKind::Describes => "describes",
            VerbKind::Believes => "believes",
            VerbKind::Shows => "shows",
        }
    }
}

impl Method {
    pub fn word(self) -> &'static str {
        match self {
            Method::Named => "named",
            Method::Pronoun => "pronoun",
            Method::Role => "role",
            Method::Context => "context",
            Method::Speech => "speech",
            Method::Corrected => "corrected",
            Method::Nobody => "nobody",
        }
    }
}

impl Status {
    pub fn word(self) -> &'static str {
        match self {
            Status::Stated => "stated",
            Status::Likely => "likely",
            Status::Unresolved => "unresolved",
            Status::Corrected => "corrected",
        }
    }
}
