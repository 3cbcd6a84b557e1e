//! The sections of an archive, in their order; see the table in the crate's front page.

/// Raised with every change of the layout; an archive of another version is refused.
pub const VERSION: u32 = 2;
pub(crate) const MAGIC: &[u8; 8] = b"ONRECORD";
/// Where the table of section offsets begins.
pub(crate) const TABLE: usize = 32;

macro_rules! sections {
    ($($(#[$note:meta])* $name:ident),+ $(,)?) => {
        /// A part of the archive.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Section { $($(#[$note])* $name),+ }

        impl Section {
            pub(crate) const ALL: &'static [Section] = &[$(Section::$name),+];
            pub(crate) const COUNT: usize = Section::ALL.len();
        }
    };
}

sections! {
    /// u32 offsets into `StringBytes`; string 0 is empty.
    StringOffsets,
    StringBytes,
    /// u32 string ids, key and value in turn.
    About,
    /// u32: first entity of each of the six stored kinds, then the number of entities.
    KindStarts,
    /// Entity columns, `ENTITY_COLUMNS` u32 each, see `writer`.
    Entities,
    /// u32 entity ids, in each kind by slug.
    EntitiesBySlug,
    /// Document columns, `DOCUMENT_COLUMNS` u32 each, see `writer`.
    Documents,
    /// u32 document ids, by id.
    DocumentsById,
    /// List: document → string ids of further source addresses.
    OtherSourceOffsets,
    OtherSources,
    /// List: document → string ids of republishers.
    ViaOffsets,
    Via,
    /// List: document → outlets (entity ids), the original first.
    OutletOffsets,
    Outlets,
    /// List: document → speakers (entity ids).
    SpeakerOffsets,
    Speakers,
    /// List: document → declared entities, ascending.
    DeclaredOffsets,
    Declared,
    /// List: document → (person, party) that day, in pairs.
    PartyThatDayOffsets,
    PartyThatDay,
    /// List: document → values, ascending; u16 where all values fit, else u32. The forward list.
    DocumentValueOffsets,
    DocumentValues,
    /// List: passage → values, ascending; width as above.
    PassageValueOffsets,
    PassageValues,
    /// List: sentence → values, ascending; width as above.
    SentenceValueOffsets,
    SentenceValues,
    /// List: value → documents, ascending. The postings of the facets.
    ValueDocumentOffsets,
    ValueDocuments,
    /// List: value → passages, ascending.
    ValuePassageOffsets,
    ValuePassages,
    /// u32: first block of each document, then the number of blocks.
    FirstBlocks,
    /// u8: kind of each block, and its heading level times sixteen.
    BlockKinds,
    /// u32 offsets into `Text`: where each block's text begins.
    TextOffsets,
    Text,
    /// u32: first sentence of each passage, then the number of sentences.
    FirstSentences,
    /// u32: where each sentence ends, in bytes of its passage's text.
    SentenceEnds,
    /// List: block → mentions, `MENTION_COLUMNS` u32 each, see `writer`.
    MentionOffsets,
    Mentions,
    /// Forms: text, file (string ids), line, entity; four u32 each.
    Forms,
    /// List: entity → tenures (what, title or party, from, to), four u32 each.
    TenureOffsets,
    Tenures,
    /// u32 offsets into `TermFirstBytes`: the first word of each block of words.
    TermFirstOffsets,
    TermFirstBytes,
    /// u32 offsets into `TermData`: where each block of words begins.
    TermOffsets,
    TermData,
    /// u32: words indexed in each document, for ranking.
    DocumentLengths,
    /// u32: first statement of each passage, then the number of statements.
    FirstStatements,
    /// Statement columns, `STATEMENT_COLUMNS` u32 each, see `writer::statements`.
    Statements,
    /// What not every statement has: `DETAIL_COLUMNS` u32 each, see `writer::statements`.
    StatementDetails,
    /// List: detail → the pieces of a quotation that is interrupted (start, end), in pairs.
    PieceOffsets,
    Pieces,
    /// List: statement → values it speaks of, ascending; width as above.
    StatementValueOffsets,
    StatementValues,
    /// List: entity → statements it speaks, ascending.
    SpeakerStatementOffsets,
    SpeakerStatements,
    /// Of a core: the parts that hold texts, `PART_COLUMNS` u32 each, see `writer::parts`. A whole archive ends before it.
    TextParts,
    /// Of a core: the parts that hold search words.
    WordParts,
    /// Of a core: the parts that hold titles, by their first document.
    TitleParts,
    /// Of a core: the parts that hold sections of its own, one for each of `Late`, their number first, with `HERE` where it was added.
    LateParts,
}

/// What of a core comes when it is asked for: sections that neither the first facets want nor the first list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// How long documents are, who speaks them and of which party that day, and by what forms names were found: what every
    /// text is shown with, and a search ranked by.
    Facts,
    /// What is known of passages, sentences and statements.
    Passages,
}

impl Late {
    pub(crate) const ALL: [Late; 2] = [Late::Facts, Late::Passages];

    pub(crate) fn sections(self) -> &'static [Section] {
        match self {
            Late::Facts => &[
                Section::DocumentLengths,
                Section::SpeakerOffsets,
                Section::Speakers,
                Section::PartyThatDayOffsets,
                Section::PartyThatDay,
                Section::Forms,
            ],
            Late::Passages => &[
                Section::DeclaredOffsets,
                Section::Declared,
                Section::PassageValueOffsets,
                Section::PassageValues,
                Section::SentenceValueOffsets,
                Section::SentenceValues,
                Section::ValuePassageOffsets,
                Section::ValuePassages,
                Section::FirstSentences,
                Section::FirstStatements,
                Section::Statements,
                Section::StatementDetails,
                Section::PieceOffsets,
                Section::Pieces,
                Section::StatementValueOffsets,
                Section::StatementValues,
                Section::SpeakerStatements,
            ],
        }
    }

    /// The sections that a core begins with. Of sentences it knows how many there are: `FirstSentences` is that number alone.
    pub(crate) fn sections_of_core() -> impl Iterator<Item = Section> {
        let is_late = |section: &Section| Late::ALL.iter().any(|late| late.sections().contains(section));
        let at_once = move |section: &&Section| **section == Section::FirstSentences || !is_late(section);
        Section::ALL.iter().filter(at_once).copied()
    }
}

/// How many sections a whole archive has.
pub(crate) const WHOLE: usize = Section::TextParts as usize;

pub(crate) const ENTITY_COLUMNS: usize = 10;
pub(crate) const DOCUMENT_COLUMNS: usize = 12;
pub(crate) const MENTION_COLUMNS: usize = 4;
pub(crate) const FORM_COLUMNS: usize = 4;
pub(crate) const TENURE_COLUMNS: usize = 4;
pub(crate) const STATEMENT_COLUMNS: usize = 5;
pub(crate) const DETAIL_COLUMNS: usize = 8;
pub(crate) const PART_COLUMNS: usize = 7;
/// In the first column of `LateParts`: its sections are here.
pub(crate) const HERE: u32 = 1 << 31;
/// In a date column: no date.
pub(crate) const NO_DAY: i32 = i32::MAX;
