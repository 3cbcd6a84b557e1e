//! What the reader says of one document.

use super::{FileChoice, Link, ReadStatement, Segment, WrittenDate, plain};
use archive::{BlockKind, EntityKind};

plain! {
    /// One document, to read.
    pub struct Reader {
        pub id: String,
        pub title: Vec<Segment>,
        pub date: WrittenDate,
        pub outlets: Vec<Link>,
        pub via: Vec<String>,
        pub author: String,
        /// The report's own title at its publisher.
        pub source_title: String,
        /// http(s) or empty.
        pub source_url: String,
        /// The publisher's page, made to show the passage the address points at.
        pub at_publisher: Option<String>,
        pub other_sources: Vec<String>,
        pub language: String,
        /// "A speech", or empty.
        pub kind: String,
        pub speakers: Vec<Link>,
        /// What of its text may be shown, if not all.
        pub rights: String,
        pub topics: Vec<Link>,
        pub blocks: Vec<ReaderBlock>,
        /// How many hits are numbered in the text.
        pub hits: u32,
        /// What the hits are: "“ceasefire” and Chris Hipkins"; empty if none.
        pub hit_words: String,
        /// Everyone and everything it names, by kind and falling number of mentions.
        pub named: Vec<NamedHere>,
        /// Citations of it, or of the passage the address points at; `export::file` makes them.
        pub files: Vec<FileChoice>,
        /// Back to the list it was opened from.
        pub close: String,
        /// Its neighbours in that list.
        pub previous: Option<Link>,
        pub next: Option<Link>,
    }

    pub struct ReaderBlock {
        pub kind: BlockKind,
        /// Of a heading, 1 to 6.
        pub level: u8,
        /// Of a passage, its number from 1.
        pub passage: Option<u32>,
        /// Link to this passage.
        pub href: String,
        /// The passage the address points at.
        pub current: bool,
        pub segments: Vec<Segment>,
        /// Where the text may not be shown: who is named in the passage.
        pub names_only: Vec<Link>,
        /// Who is on record with words of this block, by their start.
        pub statements: Vec<ReadStatement>,
    }

    /// An entity of a document.
    pub struct NamedHere {
        pub kind: EntityKind,
        pub label: String,
        /// The person's party that day; empty if none is recorded.
        pub party: String,
        pub colour: String,
        /// How often it is named in the text; 0 if it is only declared.
        pub mentions: usize,
        pub declared: bool,
        /// Chooses it as a filter.
        pub href: String,
    }
}
