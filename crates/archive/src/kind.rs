//! The small closed lists: kinds of entity, block and document, precision of a date, rights. One byte each in the archive.

macro_rules! closed_list {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $byte:literal $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        pub enum $name { $($(#[$note])* #[cfg_attr(feature = "serde", serde(rename = $word))] $variant = $byte),+ }

        impl $name {
            /// Every value, in the order of its bytes.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word for it in addresses, corpus files and exports.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// The value a word names.
            pub fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }

            /// The value a byte of the archive stands for.
            pub fn from_byte(byte: u8) -> Option<$name> {
                match byte { $($byte => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

closed_list! {
    /// What a facet lists. A party is counted three ways (the address's `party-as` says which), so it stands three times:
    /// the same parties in the same order, as named, as the people's party at the date, and as either.
    EntityKind {
        Person = 0 "person",
        Party = 1 "party",
        Organisation = 2 "organisation",
        Place = 3 "place",
        Topic = 4 "topic",
        Outlet = 5 "outlet",
        /// The party of a person present, at the document's date.
        PartyOfPeople = 6 "party-of-people",
        /// Named, or the party of a person present.
        PartyEither = 7 "party-either",
    }
}

closed_list! {
    /// What a stretch of text is in its document.
    BlockKind {
        /// The document's title: searched and recognised, never a passage.
        Title = 0 "title",
        Paragraph = 1 "paragraph",
        ListItem = 2 "list-item",
        Quotation = 3 "quotation",
        /// Shown and searched, no passage.
        Heading = 4 "heading",
        /// Shown and searched, no passage.
        Table = 5 "table",
        /// Shown and searched, no passage.
        Code = 6 "code",
    }
}

closed_list! {
    /// Whether a document reports, or is itself a speech.
    DocumentKind {
        Report = 0 "report",
        Speech = 1 "speech",
    }
}

closed_list! {
    /// How sure a document's date is. `…Inferred`: worked out by an editor, with a note.
    DatePrecision {
        Day = 0 "day",
        Month = 1 "month",
        Year = 2 "year",
        DayInferred = 3 "day-inferred",
        WeekInferred = 4 "week-inferred",
        MonthInferred = 5 "month-inferred",
        YearInferred = 6 "year-inferred",
    }
}

closed_list! {
    /// How much of a document's text may be published.
    Rights {
        Full = 0 "full",
        /// Only the words round recognised mentions.
        Snippets = 1 "snippets",
        /// No text at all, only which entities each passage names.
        Metadata = 2 "metadata",
    }
}

impl BlockKind {
    /// Whether blocks of this kind are passages: the unit that is counted, numbered and cited.
    pub fn is_passage(self) -> bool {
        matches!(self, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation)
    }
}
