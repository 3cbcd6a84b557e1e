//! What the concordance, the comparison and the looked-up list say.

use super::{Choice, Empty, Field, FileChoice, Pages, Part, WrittenDate, plain};

plain! {
    /// Every hit of the selected documents in a line of its own.
    pub struct Concordance {
        /// "1,204 lines in 210 of 10,000 documents with “peace”: “peace”."
        pub caption: String,
        pub sorts: Vec<Choice>,
        /// Words on each side.
        pub contexts: Vec<Choice>,
        /// So few words that hits can stand under each other.
        pub is_aligned: bool,
        pub lines: Vec<ConcordanceLine>,
        /// Of the lines; `total` is the sum of the hits that the reader numbers in the selected documents.
        pub pages: Pages,
        pub files: Vec<FileChoice>,
        pub empty: Option<Empty>,
    }

    /// A hit with the words round it, which stand in the same block of text. Joined they are a piece of that text.
    pub struct ConcordanceLine {
        pub before: String,
        pub hit: String,
        pub after: String,
        pub cut_before: bool,
        pub cut_after: bool,
        /// The document's title.
        pub document: String,
        pub language: String,
        pub date: WrittenDate,
        /// Number of the passage in its document, from 1; none in a heading, table or code.
        pub passage: Option<u32>,
        /// Opens the reader there.
        pub href: String,
    }

    /// Two selections side by side.
    pub struct Compare {
        pub first: Side,
        pub second: Side,
        /// What was counted, and of how many.
        pub caption: String,
        /// What the numbers cannot show.
        pub notes: Vec<String>,
        /// The same with the sides exchanged; none where no address can say it.
        pub exchanged: Option<String>,
        /// This selection becomes the other side, so that one can choose anew.
        pub keep: Option<String>,
        /// All other documents become the other side; none if they are.
        pub others: Option<String>,
        /// The values of each kind whose shares differ most.
        pub facets: Vec<CompareTable>,
        /// Names and words that are distinctive, of the first side and of the second.
        pub keyness: Vec<CompareTable>,
        /// Why there is nothing to compare, and ways out.
        pub empty: Option<Empty>,
    }

    /// One side of a comparison.
    pub struct Side {
        /// "A", "B".
        pub name: String,
        /// "documents naming Chris Hipkins".
        pub words: String,
        /// Opens the side as a list.
        pub documents: Part,
        pub passages: usize,
    }

    pub struct CompareTable {
        /// "People", "Words of A".
        pub label: String,
        /// What was tested: "214 words in at least 5 documents"; empty where nothing was.
        pub tested: String,
        pub rows: Vec<CompareRow>,
    }

    /// A value or a word with the documents of each side that have it.
    pub struct CompareRow {
        pub label: String,
        /// "person", "word".
        pub kind: String,
        pub colour: String,
        pub first: Part,
        pub second: Part,
        /// "12.5 %"
        pub first_share: String,
        pub second_share: String,
        /// In percentage points, the first less the second: "+12.5", "−3.0", "0.0".
        pub difference: String,
        /// How many times as common in the first as in the second, in doublings; empty where undefined or not reckoned.
        pub logratio: String,
        /// Signed; empty where undefined, or where the sides are too small for it.
        pub g2: String,
        /// One-sided exact p; empty where nothing was tested.
        pub p: String,
        /// The same times the number of tests (Bonferroni), at most 1.
        pub corrected: String,
    }

    /// A list of names and words, each looked up in the selection.
    pub struct Batch {
        /// As typed; the text of the field `list`.
        pub list: String,
        pub kept: Vec<Field>,
        pub caption: String,
        /// One for each line that says something, in their order.
        pub rows: Vec<BatchRow>,
        pub files: Vec<FileChoice>,
    }

    pub struct BatchRow {
        pub line: String,
        /// "person", "search"; empty if nothing can be looked for.
        pub kind: String,
        /// "Chris Hipkins", "“two states”".
        pub understood: String,
        /// Selected documents that have it; none where no address can say which.
        pub documents: Option<Part>,
        /// Selected passages that name it; of words and outlets none.
        pub passages: Option<Part>,
        /// Lines of the concordance; of names none.
        pub lines: Option<Part>,
    }
}
