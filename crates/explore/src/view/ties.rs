//! What the network, the ranked pairs and their evidence say.

use super::{Chip, Choice, Empty, Field, Link, Pages, Part, Snippet, WrittenDate, plain};
use archive::EntityKind;

plain! {
    /// Settings that network and pairs share.
    pub struct PairSettings {
        pub units: Vec<Choice>,
        pub measures: Vec<Choice>,
        /// One for each kind that can take part; `current` if it does.
        pub kinds: Vec<Choice>,
        pub min: u32,
        pub top: u32,
        /// Fields of the form with `min` and `top`.
        pub kept: Vec<Field>,
        /// "Passages that name both; 24 of 310 passages name anyone. 41 pairs of 60 entities."
        pub caption: String,
        /// The one entity in the middle, and the way back to all.
        pub focus: Option<Chip>,
    }

    /// Who is named with whom, drawn.
    pub struct Network {
        pub settings: PairSettings,
        pub nodes: Vec<Node>,
        pub edges: Vec<Edge>,
        /// What the picture says, in a sentence or two.
        pub summary: String,
        pub empty: Option<Empty>,
    }

    pub struct Node {
        pub slug: String,
        pub kind: EntityKind,
        pub label: String,
        pub colour: String,
        /// Units that hold it.
        pub count: usize,
        /// Puts it in the middle, with its neighbours.
        pub href: String,
        /// Place in the picture, both 0 to 1.
        pub x: f32,
        pub y: f32,
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
    }

    pub struct PairEnd {
        pub kind: EntityKind,
        pub label: String,
        pub colour: String,
        /// Puts it in the middle.
        pub href: String,
    }

    /// The units behind a pair's number.
    pub struct Evidence {
        /// "Passages that name both Chris Hipkins and Christopher Luxon".
        pub heading: String,
        /// The four cells, each with its number in the label's end.
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
