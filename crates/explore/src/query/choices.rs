//! The closed lists of words that an address may hold.

macro_rules! words {
    ($($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident $word:literal),+ $(,)? })+) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { $($(#[$note])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// As it stands in the address.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            pub fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    )+ };
}

words! {
    /// When a document has a party.
    PartyAs {
        /// It names the party, or a person who then belonged to it.
        #[default] Either "either",
        Named "named",
        People "people",
    }

    /// What must meet all filters and words.
    Scope {
        #[default] Document "document",
        Passage "passage",
    }

    /// What the main region shows.
    ViewName {
        #[default] Documents "documents",
        Timeline "timeline",
        Network "network",
        Matrix "matrix",
        Pairs "pairs",
        Statements "statements",
        /// All that is known of the one in focus.
        Entity "entity",
        /// Every hit in its line.
        Concordance "concordance",
        /// Two selections side by side.
        Compare "compare",
        /// A list of names and words, each looked up.
        Batch "batch",
        /// The visitor's own notes, which the page keeps.
        Notes "notes",
    }

    /// What is asked of a statement.
    Asked {
        /// Who speaks it: a slug, "kind:slug" where several kinds share it.
        #[default] Speaker "speaker",
        /// The speaker's party at the date.
        Party "speaker-party",
        /// Whom its words name, and its passage's topics; of several, all.
        About "about",
        Verb "verb",
        VerbKind "verb-kind",
        /// Quoted, reported or both.
        Kind "type",
        Status "status",
    }

    /// Which statements are counted.
    Sure {
        #[default] Any "any",
        /// Those whose speaker is sure: neither likely only, nor unresolved.
        Only "only",
    }

    /// What ties two names.
    Tie {
        /// They are named in one unit.
        #[default] Named "named",
        /// A statement of the first names the second.
        About "about",
    }

    /// What co-occurrence counts.
    Unit {
        Document "document",
        #[default] Passage "passage",
        Sentence "sentence",
    }

    /// Which units of a pair are listed.
    Cell {
        #[default] Both "both",
        First "first",
        Second "second",
        Neither "neither",
    }

    /// Which of the counted pairs are shown.
    Show {
        #[default] All "all",
        /// Those that meet in fewer units than chance would have it, the most surprising first; never meeting is the least.
        Less "less",
        /// Those that stand out among the ties of one of their two (the disparity filter, alpha below 0.05).
        Backbone "backbone",
    }

    /// How much of the page is shown round the view.
    Frame {
        #[default] Page "0",
        /// What stands in somebody else's page: the view, and the way to the whole.
        Embedded "1",
    }

    /// The language of the page's own words; documents keep theirs.
    Language {
        #[default] English "en",
        Maori "mi",
    }

    /// Whether single keys do anything.
    Keys {
        #[default] On "on",
        Off "off",
    }

    /// The order of a list of documents, or of the lines of the concordance.
    Sort {
        #[default] Relevance "relevance",
        Newest "-date",
        Oldest "date",
        Title "title",
        /// Of lines: by the words before the hit, the nearest first.
        Left "left",
        /// Of lines: by the words after the hit.
        Right "right",
        /// Of lines: by the words of the hit, then those after it.
        Hit "hit",
    }
}

impl Sort {
    /// Whether it orders lines of the concordance, and says nothing of documents.
    pub fn is_of_lines(self) -> bool {
        matches!(self, Sort::Left | Sort::Right | Sort::Hit)
    }
}

impl Asked {
    /// Whether a text can be a value of this key.
    pub(crate) fn reads(self, text: &str) -> bool {
        match self {
            Asked::VerbKind => archive::VerbKind::from_word(text).is_some(),
            Asked::Kind => archive::StatementKind::from_word(text).is_some(),
            Asked::Status => archive::StatementStatus::from_word(text).is_some(),
            Asked::Speaker | Asked::Party | Asked::About | Asked::Verb => !text.is_empty(),
        }
    }
}

impl ViewName {
    /// Whether the page leaves its main region to another program.
    pub(crate) fn is_apart(self) -> bool {
        use ViewName::{Batch, Compare, Concordance, Entity, Pairs, Statements};
        matches!(self, Pairs | Statements | Entity | Concordance | Compare | Batch)
    }
}
