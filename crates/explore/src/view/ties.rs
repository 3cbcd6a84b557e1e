//! What the network, the ranked pairs and their evidence say.

use super::{Chip, Choice, Empty, Field, FileChoice, Link, Pages, Part, Snippet, WrittenDate, plain};
use archive::EntityKind;

plain! {
    /// Settings that network and pairs share.
    pub struct PairSettings {
        /// What is in force: "Counted in passages, between people and parties, ordered by Count".
        pub current: String,
        /// Named together, or one speaking about the other.
        pub ties: Vec<Choice>,
        pub units: Vec<Choice>,
        pub measures: Vec<Choice>,
        /// All pairs, those that meet less than expected, the backbone.
        pub shows: Vec<Choice>,
        /// One for each kind that can take part; `current` if it does.
        pub kinds: Vec<Choice>,
        pub min: u32,
        pub top: u32,
        /// Fields of the form with `min` and `top`.
        pub kept: Vec<Field>,
        /// "Passages that name both; 24 of 310 passages name anyone. 41 pairs of 60 entities."
        pub caption: String,
        /// What the numbers cannot show: too few units, units that depend on each other, names left out.
        pub notes: Vec<String>,
        /// The one entity in the middle, and the way back to all.
        pub focus: Option<Chip>,
        /// The units that name the one in the middle.
        pub focus_units: Option<Part>,
        /// Who can be put in the middle, by name: the options of the field `focus`, and what its form keeps.
        pub names: Vec<NameOption>,
        pub names_kept: Vec<Field>,
        /// Each measure in a plain sentence with its formula.
        pub explained: Vec<Explained>,
        /// A paragraph to cite: what was counted, how, over what.
        pub methods: String,
        /// Files of what is shown; `export::file` makes them.
        pub files: Vec<FileChoice>,
    }

    pub struct NameOption {
        pub slug: String,
        pub label: String,
    }

    /// A measure in words.
    pub struct Explained {
        pub label: String,
        pub sentence: String,
        pub formula: String,
        /// It is in force.
        pub current: bool,
    }

    /// Who is named with whom, drawn. `explore::layout` says where.
    pub struct Network {
        pub settings: PairSettings,
        pub nodes: Vec<Node>,
        pub edges: Vec<Edge>,
        /// An edge leads from its first to its second: who speaks, and about whom.
        pub directed: bool,
        /// What the picture says, in a sentence or two.
        pub summary: String,
        pub empty: Option<Empty>,
    }

    pub struct Node {
        pub slug: String,
        pub kind: EntityKind,
        pub label: String,
        /// Its own; of a person that of the party on the days of the selection, if it is one.
        pub colour: String,
        /// Units that hold it.
        pub count: usize,
        /// Puts it in the middle, with its neighbours.
        pub href: String,
        /// Indexes of those it meets, the strongest tie first: the way of the arrow keys.
        pub neighbours: Vec<usize>,
    }

    pub struct Edge {
        /// Indexes into `nodes`.
        pub first: usize,
        pub second: usize,
        pub count: usize,
        /// The units behind it.
        pub href: String,
        /// 0 to 1: the measure, for the stroke.
        pub strength: f32,
        /// "Chris Hipkins and Christopher Luxon: 12 passages".
        pub label: String,
    }

    /// Who is named with whom, ranked.
    pub struct Pairs {
        pub settings: PairSettings,
        /// Heading of the measure's column; empty while the measure is the count itself.
        pub measure: String,
        pub rows: Vec<PairRow>,
        pub pages: Pages,
        pub empty: Option<Empty>,
    }

    pub struct PairRow {
        pub first: PairEnd,
        pub second: PairEnd,
        /// Units with both.
        pub count: usize,
        pub href: String,
        /// Units with the first only, with the second only.
        pub first_only: Part,
        pub second_only: Part,
        /// The measure to show beside the count; empty if it is undefined.
        pub value: String,
        /// One-sided exact p and its false-discovery rate over all pairs counted; empty if undefined.
        pub p: String,
        pub q: String,
        /// They meet once only: strength says little.
        pub is_single: bool,
    }

    pub struct PairEnd {
        pub kind: EntityKind,
        pub label: String,
        /// As a node's.
        pub colour: String,
        /// Puts it in the middle.
        pub href: String,
    }

    /// Who is named with whom, as a grid. The same pairs as the network, with the same numbers.
    pub struct Matrix {
        pub settings: PairSettings,
        /// Rows and columns, the most frequent first.
        pub names: Vec<PairEnd>,
        /// The cells that hold a pair; every other cell is empty.
        pub cells: Vec<MatrixCell>,
        /// Rows speak about columns: a cell stands once in the grid, on either side of the diagonal.
        pub directed: bool,
        pub summary: String,
        pub empty: Option<Empty>,
    }

    /// A pair's cell; it stands twice in the grid unless that is directed.
    pub struct MatrixCell {
        /// Indexes into `names`; row below column unless directed.
        pub row: usize,
        pub column: usize,
        pub count: usize,
        pub href: String,
        /// 0 to 1: the measure, for the shade.
        pub strength: f32,
        /// "Chris Hipkins and Christopher Luxon: 12 passages".
        pub label: String,
    }

    /// The units behind a pair's number.
    pub struct Evidence {
        /// "Passages that name both Chris Hipkins and Christopher Luxon".
        pub heading: String,
        /// The four cells, two if the pair is a name and itself.
        pub cells: Vec<Cell>,
        pub units: Vec<EvidenceUnit>,
        pub pages: Pages,
        pub close: String,
    }

    pub struct Cell {
        pub label: String,
        pub count: usize,
        pub href: String,
        pub current: bool,
    }

    /// One unit counted, in its document.
    pub struct EvidenceUnit {
        pub document: Link,
        pub date: WrittenDate,
        /// The passage (of a sentence, the passage around it), or the document's passages that name them.
        pub passages: Vec<Snippet>,
        /// "declared by the document", "text not shown"; empty if the marks say all.
        pub note: String,
    }
}
