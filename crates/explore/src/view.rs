//! What the screen says, as plain data in the visitor's words, with every control's link ready in it.
//!
//! A link is an address from its `?` on. Every `count` stands beside a link that opens a list of exactly that length.

mod reading;
mod sayings;
mod ties;
mod tools;

use archive::{EntityKind, Want};
pub use reading::{NamedHere, Reader, ReaderBlock};
pub use sayings::{Entity, ReadStatement, Silent, SpokenBy, StatementRow, Statements, TenureLine, VerbRow, VerbTable};
pub use ties::{
    Cell, Edge, Evidence, EvidenceUnit, Explained, Matrix, MatrixCell, NameOption, Network, Node, PairEnd, PairRow,
    PairSettings, Pairs,
};
pub use tools::{Batch, BatchRow, Compare, CompareRow, CompareTable, Concordance, ConcordanceLine, Side};

macro_rules! plain {
    ($($(#[$note:meta])* pub $word:ident $name:ident $body:tt)+) => {
        $($(#[$note])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        pub $word $name $body)+
    };
}

pub(crate) use plain;

plain! {
    /// The whole screen.
    pub struct View {
        /// The canonical address of this view.
        pub address: String,
        /// The address to pass on: with the edition, and for a passage with the words it is found again by.
        pub share: String,
        /// For the window: the query in English, then the corpus's title.
        pub title: String,
        /// The query in English: "Documents that name Chris Hipkins, about Ceasefires and truces".
        pub heading: String,
        /// How much was found of how much: "12 of 67 documents".
        pub summary: String,
        pub notices: Vec<Notice>,
        pub search: Search,
        /// What is selected, in words.
        pub chips: Vec<Chip>,
        /// Takes every filter off; none if nothing is selected.
        pub clear: Option<String>,
        /// Whether filters and words must be met by one document or by one passage.
        pub scope: Vec<Choice>,
        pub facets: Vec<Facet>,
        pub dates: Dates,
        /// The views.
        pub tabs: Vec<Choice>,
        pub main: Main,
        pub about: About,
        /// Questions to begin with, where nothing is asked yet; each leads to an answer.
        pub questions: Vec<Link>,
        /// Only the view is shown, with the way to the whole page: `share`.
        pub embedded: bool,
        /// The switch of single keys; in force while they work.
        pub keys: Choice,
        /// The way to the visitor's own notes.
        pub notes: Choice,
        /// The languages of the page's own words.
        pub languages: Vec<Tongue>,
        /// Parts of the archive that are not here and would make it whole: fetch them, add them and ask again.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
        pub wants: Vec<Want>,
    }

    /// Something the visitor should know: a word of the address that was not understood, a limit.
    pub struct Notice {
        pub text: String,
        /// A way out: its words and where it leads.
        pub way_out: Option<Link>,
        /// What it is about, one by one.
        pub more: Vec<Link>,
    }

    /// Words that lead somewhere.
    pub struct Link {
        pub text: String,
        pub href: String,
    }

    /// One of several that exclude each other.
    pub struct Choice {
        pub label: String,
        pub href: String,
        pub current: bool,
    }

    /// A language of the page's own words.
    pub struct Tongue {
        /// "mi".
        pub tag: String,
        /// By its own name: "Te reo Māori".
        pub name: String,
        pub href: String,
        pub current: bool,
    }

    /// The search form: its text, and the fields that keep the rest of the address.
    pub struct Search {
        pub text: String,
        pub kept: Vec<Field>,
    }

    /// A hidden field of a form.
    pub struct Field {
        pub name: String,
        pub value: String,
    }

    /// A chosen value, in words, and the link that takes it off.
    pub struct Chip {
        /// "Chris Hipkins", "not Labour", "from May 2024", "named together in one passage".
        pub text: String,
        /// The key of the address it stands for: "person", "q", "from".
        pub key: String,
        pub remove: String,
    }

    /// A list of values with counts.
    pub struct Facet {
        /// The key of the address: "person".
        pub key: String,
        /// "People".
        pub label: String,
        /// Whether all chosen values must be met, or any; empty unless at least one value is chosen.
        pub mode: Vec<Choice>,
        /// Chosen and excluded values first, then by falling count; at most `FACET_ROWS` unless all were asked for.
        pub values: Vec<FacetValue>,
        /// How many values there are in the selection, shown or not.
        pub total: usize,
    }

    /// One value of a facet.
    pub struct FacetValue {
        pub slug: String,
        pub label: String,
        /// The full name where the label is short, and what is known beside it.
        pub hint: String,
        /// A party's colour "#rrggbb"; empty if none.
        pub colour: String,
        pub state: ValueState,
        /// Results that carry it: what `only` opens.
        pub count: usize,
        /// A list of exactly `count` results.
        pub only: String,
        /// Chooses it, or takes it off if it is chosen or excluded.
        pub toggle: String,
        /// Excludes it.
        pub exclude: String,
        /// For a party: as named, and as the party of people named.
        pub parts: Vec<Part>,
    }

    pub enum ValueState {
        Free,
        Chosen,
        Excluded,
    }

    /// One of a party's two ways to be present.
    pub struct Part {
        pub label: String,
        pub count: usize,
        pub href: String,
    }

    /// The dates: two inputs, and bars to choose from.
    pub struct Dates {
        /// As in the address; empty if not given.
        pub from: String,
        pub to: String,
        pub kept: Vec<Field>,
        /// Takes both dates off; none if none is given.
        pub clear: Option<String>,
        pub timeline: Timeline,
    }

    /// Documents by month (by year where there would be too many months).
    #[derive(Default)]
    pub struct Timeline {
        pub bars: Vec<Bar>,
        /// The greatest count.
        pub most: usize,
        /// What was counted: "67 dated documents by month, October 2023 to March 2026."
        pub caption: String,
        /// What the bars do not show: undated documents, dates known only to the year.
        pub notes: Vec<Notice>,
    }

    /// One month or year.
    pub struct Bar {
        /// "May 2024".
        pub label: String,
        /// As in the address: "2024-05".
        pub written: String,
        pub count: usize,
        pub href: String,
        /// Within the dates chosen (all are, if none were).
        pub chosen: bool,
        /// Begins a year (a decade): the text of the tick under it.
        pub tick: Option<String>,
    }

    /// The main region.
    #[allow(clippy::large_enum_variant, reason = "there is one at a time")]
    pub enum Main {
        Documents(Documents),
        Reader(Reader),
        Timeline(Timeline),
        Network(Network),
        Matrix(Matrix),
        Pairs(Pairs),
        Evidence(Evidence),
        Statements(Statements),
        Entity(Entity),
        Concordance(Concordance),
        Compare(Compare),
        Batch(Batch),
        /// A view that the page leaves to another program, left out by `view_apart`.
        Apart,
        /// The visitor's own notes; the page has them.
        Notes,
        /// Nothing, and why: no such view, no such name, words that are still to come.
        Absent(String),
    }

    /// A page of results.
    pub struct Documents {
        pub total: usize,
        pub sorts: Vec<Choice>,
        pub results: Vec<DocumentCard>,
        pub pages: Pages,
        /// Files of all results; `export::file` makes them.
        pub files: Vec<FileChoice>,
        /// Why there is nothing, and ways out.
        pub empty: Option<Empty>,
    }

    pub struct FileChoice {
        /// "Pairs as CSV".
        pub label: String,
        /// What `export::file` calls it: "pairs.csv".
        pub key: String,
    }

    pub struct Empty {
        pub text: String,
        pub ways_out: Vec<Link>,
    }

    /// Where one stands in a long list.
    pub struct Pages {
        /// Numbers of the first and last entry shown, from 1; 0 and 0 of an empty list.
        pub first: usize,
        pub last: usize,
        pub total: usize,
        pub previous: Option<String>,
        pub next: Option<String>,
    }

    /// A document as it stands in a list.
    pub struct DocumentCard {
        pub id: String,
        pub title: Vec<Segment>,
        /// Opens the reader.
        pub href: String,
        pub date: WrittenDate,
        pub outlets: Vec<Link>,
        pub via: Vec<String>,
        /// The places that answer the query, or the first words.
        pub snippets: Vec<Snippet>,
        /// Passages that answer the query, where there are more than shown: "3 more passages".
        pub more: Option<Link>,
    }

    /// A date in words, with its certainty.
    pub struct WrittenDate {
        /// "31 October 2023", "October 2023", "undated".
        pub text: String,
        /// For machines: "2023-10-31"; empty if undated.
        pub iso: String,
        /// "date inferred", "week inferred"; empty if it is certain.
        pub certainty: String,
        /// The editors' note on it.
        pub note: String,
    }

    /// Words of a passage, with the marks in them.
    pub struct Snippet {
        pub segments: Vec<Segment>,
        /// Number of the passage in its document, from 1; none for a heading or title.
        pub passage: Option<u32>,
        /// Opens the reader there.
        pub href: String,
        pub cut_before: bool,
        pub cut_after: bool,
    }

    /// A stretch of text under one mark or none.
    pub struct Segment {
        pub text: String,
        pub mark: Option<Mark>,
    }

    /// What a marked stretch is.
    pub struct Mark {
        /// It answers the query: a search word, or an entity that is chosen. Numbered from 1 in the reader;
        /// 0 in lists, and where a hit that is cut by a name goes on.
        pub hit: Option<u32>,
        /// The entity named there, if one is.
        pub entity: Option<MarkedEntity>,
    }

    pub struct MarkedEntity {
        pub kind: EntityKind,
        pub slug: String,
        pub label: String,
        /// Chooses it.
        pub href: String,
        /// "found by “Hipkins”, people.toml line 12".
        pub found_by: String,
    }

    /// The corpus about itself.
    pub struct About {
        pub title: String,
        /// Where a first visit begins.
        pub start: String,
        pub description: String,
        pub publisher: String,
        pub url: String,
        pub licence: String,
        pub credits: String,
        /// How names and statements are found, and how well, as measured; "Not evaluated." if nobody did.
        pub evaluation: String,
        pub method: String,
        pub language: String,
        /// "67 documents", "561 passages", …
        pub counts: Vec<String>,
        pub fingerprint: String,
        pub program: String,
        /// What is to be known of the page's words in another language; empty of English, and of those a speaker has reviewed.
        pub translation: String,
    }
}
