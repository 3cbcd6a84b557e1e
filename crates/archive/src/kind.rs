//! The small closed lists: kinds of entity, block, document and statement, precision of a date, rights. One byte each in the
//! archive.

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

closed_list! {
    /// How the words of a statement stand in the text.
    StatementKind {
        /// In quotation marks, word for word.
        Quote = 0 "quote",
        /// In the reporter's words.
        Reported = 1 "reported",
        /// In the reporter's words, with quotations among them.
        Mixed = 2 "mixed",
    }
}

closed_list! {
    /// How sure a statement's speaker is.
    StatementStatus {
        Stated = 0 "stated",
        Likely = 1 "likely",
        /// No speaker is known.
        Unresolved = 2 "unresolved",
        /// Set by an editor.
        Corrected = 3 "corrected",
    }
}

closed_list! {
    /// How a statement's speaker was found.
    StatementMethod {
        /// By a name the gazetteer or a document knows.
        Named = 0 "named",
        /// By "he" or "she", where only one person can be meant.
        Pronoun = 1 "pronoun",
        /// By an office, where only one person named in the document holds it.
        Role = 2 "role",
        /// As the one who spoke last, or was asked, before a paragraph that only quotes.
        Context = 3 "context",
        /// As the speaker of a speech.
        Speech = 4 "speech",
        /// By an editor.
        Corrected = 5 "corrected",
        /// Not at all.
        Nobody = 6 "nobody",
    }
}

closed_list! {
    /// What a reporting verb makes of the words it reports.
    VerbKind {
        Says = 0 "says",
        Claims = 1 "claims",
        Concedes = 2 "concedes",
        Asks = 3 "asks",
        CallsFor = 4 "calls-for",
        Promises = 5 "promises",
        Warns = 6 "warns",
        Denies = 7 "denies",
        Criticises = 8 "criticises",
        Supports = 9 "supports",
        Describes = 10 "describes",
        Believes = 11 "believes",
        Shows = 12 "shows",
    }
}

impl BlockKind {
    /// Whether blocks of this kind are passages: the unit that is counted, numbered and cited.
    pub fn is_passage(self) -> bool {
        matches!(self, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation)
    }
}
