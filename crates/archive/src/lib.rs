//! The bytes: one immutable, versioned, checksummed value; a writer, and a zero-copy reader that checks everything once.
//!
//! # Layout
//!
//! All numbers are little-endian, all columns unaligned. "List" is a pair of sections: `n + 1` offsets, then values.
//!
//! | bytes | what |
//! |---|---|
//! | 0..8 | magic `ONRECORD` |
//! | 8..12 | format version, `VERSION` |
//! | 12..16 | number of sections, `Section::COUNT` |
//! | 16..24 | checksum of everything from byte 24 on |
//! | 24..32 | fingerprint of the corpus, made by the writer's caller from everything from byte 32 on |
//! | 32.. | `COUNT + 1` offsets of sections (u32), then the sections, in the order of [`Section`] |
//!
//! Documents are numbered by date (undated last, ties by id); passages, sentences and blocks in the order of documents.
//! Entities are numbered by kind, in a kind by falling number of documents, ties by slug. After them stand the parties
//! twice more, as the party of the people present and as either (see [`EntityKind`]): "values" are entities and these.
//!
//! Search words lie in blocks that hold their words, front-coded, together with their postings, so that a block can be
//! fetched alone; the table of first words says which.

mod contents;
pub mod date;
mod error;
mod id;
mod kind;
mod postings;
mod reader;
mod section;
mod strings;
mod verify;
mod writer;

pub use contents::{
    Block, Contents, Document, Entity, Form, Membership, Mention, Posting, Sentence, Tenure, TenureOf, Term,
};
pub use error::OpenError;
pub use id::{BlockId, DocumentId, EntityId, Ids, List, Lists, PassageId, SentenceId};
pub use kind::{BlockKind, DatePrecision, DocumentKind, EntityKind, Rights};
pub use postings::{EXACT, Postings, TermEntry};
pub use reader::Archive;
pub use reader::passages::MentionRef;
pub use section::VERSION;
pub use writer::write;
