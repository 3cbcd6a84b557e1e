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
//! | 12..16 | number of sections: `WHOLE`, or of a core `Section::COUNT` |
//! | 16..24 | checksum of everything from byte 24 on |
//! | 24..32 | fingerprint of the corpus, made by the writer's caller from everything from byte 32 on |
//! | 32.. | one more offset than sections (u32), then the sections, in the order of [`Section`] |
//!
//! Documents are numbered by date (undated last, ties by id); passages, sentences and blocks in the order of documents.
//! Entities are numbered by kind, in a kind by falling number of documents, ties by slug. After them stand the parties
//! twice more, as the party of the people present and as either (see [`EntityKind`]): "values" are entities and these.
//!
//! Statements are numbered by passage, in a passage by their start. What nearly every statement of a report has and no
//! passage of a speech (whose passages are its speaker's statements) stands in a table of its own, the details:
//!
//! | section | a row |
//! |---|---|
//! | `Statements` | start and end in bytes of the passage; kind, status, method (four bits each from the lowest), and above them of a verb its kind plus one, or 0; speaker (entity) or none; row of its details or none |
//! | `StatementDetails` | of the words for the speaker: passage or none, start, end; of the reporting words the same; verb (string); group of identical quotations or none |
//! | `Pieces` | by detail: start and end of each quotation that the report interrupts |
//! | `StatementValues` | by statement: the values its words name, with its passage's topics |
//! | `SpeakerStatements` | by entity: the statements it speaks |
//!
//! None is `u32::MAX`. A span of words that may not be shown is empty.
//!
//! Search words lie in blocks that hold their words, front-coded, together with their postings, so that a block can be
//! fetched alone; the table of first words says which.
//!
//! # In parts
//!
//! [`split`] makes of a whole archive a core and parts, files of their own that are fetched when they are needed. The core
//! is an archive of the same sections: what is said of texts and
//! words is empty, what is [`Late`] too until it is added, and four tables, which a whole archive has not, say where that lies:
//!
//! | section | a row |
//! |---|---|
//! | `TextParts`, `WordParts` | first block of the part; its bytes packed; its bytes unpacked; its name, sixteen bytes |
//! | `TitleParts` | first document of the part; the rest as above |
//! | `LateParts` | the number of a [`Late`], with its highest bit set where that is here; the rest as above |
//!
//! A core is fetched as [`slight`] makes it, half as long. [`Archive::with`] adds a part, which makes a new archive. What a part holds stands in `reader::parts`.

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
    Block, Contents, Document, Entity, Form, Membership, Mention, Place, Posting, Sentence, Statement, Tenure,
    TenureOf, Term,
};
pub use error::OpenError;
pub use id::{BlockId, DocumentId, EntityId, Ids, List, Lists, PassageId, SentenceId, StatementId};
pub use kind::{
    BlockKind, DatePrecision, DocumentKind, EntityKind, Rights, StatementKind, StatementMethod, StatementStatus,
    VerbKind,
};
pub use postings::{EXACT, Postings, TermEntry};
pub use reader::Archive;
pub use reader::entities::{Held, TenureRef};
pub use reader::parts::Want;
pub use reader::passages::MentionRef;
pub use reader::statements::{PlaceRef, StatementRef};
pub use section::{Late, VERSION};
pub use writer::parts::{Packed, PartSizes, split};
pub use writer::slight::{slight, whole};
pub use writer::words::WordIndex;
pub use writer::{Frame, TooLarge, Writer, write};
