//! What the statements, and the page of one who speaks, say.

use super::{Choice, Empty, EvidenceUnit, Facet, Link, Pages, Part, Segment, WrittenDate, plain};
use archive::EntityKind;

plain! {
    /// Who said what.
    pub struct Statements {
        /// How many are listed; the same quotation in several places counts at each.
        pub total: usize,
        /// "41 statements in 12 documents of 4 outlets; 38 of them different."
        pub summary: String,
        /// All, or only those whose speaker is sure.
        pub sure: Vec<Choice>,
        /// Speakers, their parties, topics, those spoken of, verbs, kinds, statuses; numbers of statements.
        pub facets: Vec<Facet>,
        pub rows: Vec<StatementRow>,
        /// Of the rows.
        pub pages: Pages,
        pub verbs: VerbTable,
        pub silent: Silent,
        pub empty: Option<Empty>,
    }

    /// A statement as it stands in a list.
    pub struct StatementRow {
        /// None if nobody is known by these words.
        pub speaker: Option<SpokenBy>,
        /// The words that name or mean the speaker; empty if there are none, or they may not be shown.
        pub source: String,
        /// The reporting words as they stand: "acknowledged"; empty if there are none.
        pub verb: String,
        /// "quoted", "paraphrased", "quoted in part".
        pub kind: String,
        /// The words stood in quotation marks, which are not among them.
        pub is_quoted: bool,
        /// "named as the speaker", "speaker not known".
        pub status: String,
        pub is_sure: bool,
        /// Empty where they may not be shown.
        pub words: Vec<Segment>,
        pub cut_before: bool,
        pub cut_after: bool,
        pub topics: Vec<Link>,
        /// The document's title.
        pub document: String,
        pub outlets: Vec<Link>,
        pub date: WrittenDate,
        /// Opens the reader at the passage.
        pub href: String,
        /// Further places of the same quotation.
        pub also: Vec<Link>,
        /// "also in 2 outlets"; empty if nowhere.
        pub also_in: String,
    }

    /// A speaker at a statement's date.
    pub struct SpokenBy {
        pub name: String,
        /// The party then; empty if none is recorded.
        pub party: String,
        pub colour: String,
        /// All that is known of the speaker.
        pub href: String,
    }

    /// Reporting verbs by speaker. Every number opens its statements.
    pub struct VerbTable {
        /// Those who speak most, with all their statements.
        pub speakers: Vec<Part>,
        pub rows: Vec<VerbRow>,
    }

    pub struct VerbRow {
        /// The verb, used of anyone.
        pub all: Part,
        /// Used of each of the speakers.
        pub cells: Vec<Part>,
    }

    /// People who are named in the selected documents and speak in none of them.
    pub struct Silent {
        /// Those named most, with the documents that name them.
        pub people: Vec<Part>,
        pub total: usize,
    }

    /// All that is known of one entity, in the selection.
    pub struct Entity {
        pub kind: EntityKind,
        pub slug: String,
        pub name: String,
        pub colour: String,
        /// The editors' note; empty if there is none.
        pub note: String,
        /// The address of its record at Wikidata; empty if there is none.
        pub wikidata: String,
        /// Parties and offices in order: "Labour Party", "1 July 2020 to 2023".
        pub tenures: Vec<TenureLine>,
        /// All, or only those whose speaker is sure.
        pub sure: Vec<Choice>,
        /// Over what: "Selected: all 67 documents."
        pub caption: String,
        /// By which words it was found, and where the gazetteers have them, each with its lines of the concordance; the first is
        /// all together, the others add up to it.
        pub forms: Vec<Part>,
        /// Documents that name it.
        pub named: Part,
        /// The same by outlet.
        pub outlets: Vec<Part>,
        /// Passages that name it; none of an outlet.
        pub passages: Option<Part>,
        pub newest_passages: Vec<EvidenceUnit>,
        /// Statements it speaks.
        pub said: Part,
        /// The same by topic.
        pub topics: Vec<Part>,
        /// Whom it speaks of.
        pub speaks_of: Vec<Part>,
        pub verbs: Vec<Part>,
        /// Statements of others that name it, and by whom.
        pub spoken_of: Part,
        pub spoken_of_by: Vec<Part>,
        /// What others of its party at the time said, by party; of a party, what its people said.
        pub party: Vec<Part>,
        /// Its newest statements.
        pub newest: Vec<StatementRow>,
        /// Back to the list.
        pub close: String,
    }

    /// A time in a party, an office or government.
    pub struct TenureLine {
        pub what: String,
        /// "since 2023", "2019 to 2021"; empty if not recorded.
        pub when: String,
        /// Of a party, the page of it.
        pub href: Option<String>,
    }

    /// A statement in the text of the reader.
    pub struct ReadStatement {
        pub speaker: Option<SpokenBy>,
        pub source: String,
        pub verb: String,
        pub kind: String,
        pub status: String,
        pub is_sure: bool,
        /// The block's segments that are its words: first and one behind the last, once for each piece.
        pub segments: Vec<(usize, usize)>,
        /// A record for `corrections.toml`, ready to copy; empty where the words may not be shown.
        pub correction: String,
    }
}
