//! Bytes → answers, without copying: opened and checked once, then every access is a look into a column.

use crate::date::{Precision, Span};
use crate::error::OpenError;
use crate::kind::{BlockKind, DatePrecision, DocumentKind, EntityKind, Rights};
use crate::postings::{self, TermEntry};
use crate::section::{
    DOCUMENT_COLUMNS, ENTITY_COLUMNS, FORM_COLUMNS, MAGIC, MENTION_COLUMNS, NO_DAY, Section, TABLE, TENURE_COLUMNS, VERSION,
};
use crate::strings::checksum;
use crate::verify::verify;
use std::borrow::Cow;
use std::ops::Range;
use zerocopy::FromBytes;
use zerocopy::little_endian::{U16, U32};

macro_rules! ids {
    ($($(#[$note:meta])* $name:ident),+) => {
        $($(#[$note])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            pub fn index(self) -> usize {
                self.0 as usize
            }
        })+
    };
}

ids! {
    /// A document: its rank by date.
    DocumentId,
    /// A block of text: title, passage, heading, table or code.
    BlockId,
    /// A passage: paragraph, list item or quotation.
    PassageId,
    /// A sentence of a passage.
    SentenceId,
    /// A value of a facet: an entity, or one of the parties' two further countings.
    EntityId
}

/// An archive, checked. Cheap to look into; numbers out of range answer with nothing rather than panic.
#[derive(Clone, Debug)]
pub struct Archive {
    bytes: Cow<'static, [u8]>,
    sections: Vec<Range<usize>>,
    pub(crate) kind_starts: Vec<u32>,
    pub(crate) wide: bool,
    block_documents: Vec<u32>,
    /// Number of the first passage at or after each block, then the number of passages.
    block_passages: Vec<u32>,
    passage_blocks: Vec<u32>,
}

/// Numbers of one list: two bytes each where all values fit, else four.
#[derive(Clone, Copy, Debug)]
pub enum Ids<'a> {
    Narrow(&'a [U16]),
    Wide(&'a [U32]),
}

/// Numbers of one list, four bytes each.
pub type List<'a> = &'a [U32];

/// A mention as the archive keeps it: bytes of its block's text, entity, and the form that found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MentionRef {
    pub start: usize,
    pub end: usize,
    pub entity: EntityId,
    pub form: u32,
}

impl<'a> Ids<'a> {
    pub fn len(&self) -> usize {
        match self {
            Ids::Narrow(ids) => ids.len(),
            Ids::Wide(ids) => ids.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Ascending.
    pub fn iter(self) -> impl Iterator<Item = u32> + 'a {
        let (narrow, wide): (&[U16], &[U32]) = match self {
            Ids::Narrow(ids) => (ids, &[]),
            Ids::Wide(ids) => (&[], ids),
        };
        narrow.iter().map(|id| u32::from(id.get())).chain(wide.iter().map(|id| id.get()))
    }

    pub fn contains(self, id: u32) -> bool {
        match self {
            Ids::Narrow(ids) => ids.binary_search_by_key(&id, |id| u32::from(id.get())).is_ok(),
            Ids::Wide(ids) => ids.binary_search_by_key(&id, |id| id.get()).is_ok(),
        }
    }
}

impl Archive {
    /// Checks everything once: magic, version, checksum, every offset, every number, every text. Any bytes give an answer or an error.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Archive, OpenError> {
        let bytes = bytes.into();
        let number = |at: usize| bytes.get(at..at + 4).map(|four| u32::from_le_bytes(four.try_into().unwrap_or_default()));
        if bytes.get(..8) != Some(MAGIC) || bytes.len() < TABLE {
            return Err(OpenError::NotAnArchive);
        }
        let version = number(8).unwrap_or_default();
        if version != VERSION {
            return Err(OpenError::OtherVersion { found: version, wanted: VERSION });
        }
        let sum = u64::from_le_bytes(bytes[16..24].try_into().unwrap_or_default());
        if checksum(&bytes[24..]) != sum || number(12) != Some(Section::COUNT as u32) {
            return Err(OpenError::Damaged);
        }
        let start = TABLE + (Section::COUNT + 1) * 4;
        let mut sections = Vec::with_capacity(Section::COUNT);
        for section in 0..Section::COUNT {
            let (Some(from), Some(to)) = (number(TABLE + section * 4), number(TABLE + section * 4 + 4)) else {
                return Err(OpenError::Damaged);
            };
            let range = start + from as usize..start + to as usize;
            if from > to || range.end > bytes.len() {
                return Err(OpenError::Damaged);
            }
            sections.push(range);
        }
        let mut archive = Archive {
            bytes,
            sections,
            kind_starts: Vec::new(),
            wide: false,
            block_documents: Vec::new(),
            block_passages: Vec::new(),
            passage_blocks: Vec::new(),
        };
        verify(&mut archive)?;
        archive.number_blocks();
        Ok(archive)
    }

    fn number_blocks(&mut self) {
        let documents = (0..self.documents() as u32).flat_map(|document| self.blocks_of(DocumentId(document)).map(move |_| document));
        self.block_documents = documents.collect();
        let mut passages = Vec::with_capacity(self.block_documents.len() + 1);
        let mut blocks = Vec::new();
        for (block, kind) in self.bytes_of(Section::BlockKinds).iter().enumerate() {
            passages.push(blocks.len() as u32);
            if BlockKind::from_byte(kind & 15).is_some_and(BlockKind::is_passage) {
                blocks.push(block as u32);
            }
        }
        passages.push(blocks.len() as u32);
        self.block_passages = passages;
        self.passage_blocks = blocks;
    }

    /// A fact about the corpus by name ("title"); empty if it is not there.
    pub fn about(&self, key: &str) -> &str {
        let facts = self.column(Section::About).chunks_exact(2);
        facts.into_iter().find(|fact| self.string(fact[0].get()) == key).map_or("", |fact| self.string(fact[1].get()))
    }

    /// The corpus's fingerprint: sixteen hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        self.bytes.get(24..32).unwrap_or_default().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The whole archive, as bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    // Entities.

    /// Number of values: entities, then the parties twice more.
    pub fn values(&self) -> usize {
        self.range_of(EntityKind::PartyEither).end as usize
    }

    /// The numbers of a kind's values.
    pub fn range_of(&self, kind: EntityKind) -> Range<u32> {
        let start = |kind: usize| self.kind_starts.get(kind).copied().unwrap_or_default();
        let parties = start(2) - start(1);
        match kind {
            EntityKind::PartyOfPeople => start(6)..start(6) + parties,
            EntityKind::PartyEither => start(6) + parties..start(6) + 2 * parties,
            stored => start(stored as usize)..start(stored as usize + 1),
        }
    }

    pub fn kind_of(&self, entity: EntityId) -> EntityKind {
        let holds = |kind: &&EntityKind| self.range_of(**kind).contains(&entity.0);
        EntityKind::ALL.iter().find(holds).copied().unwrap_or(EntityKind::Outlet)
    }

    /// The entity behind a value: itself, or the party that is counted in another way.
    pub fn entity_of(&self, value: EntityId) -> EntityId {
        let kind = self.kind_of(value);
        match kind {
            EntityKind::PartyOfPeople | EntityKind::PartyEither => {
                EntityId(value.0 - self.range_of(kind).start + self.range_of(EntityKind::Party).start)
            }
            _ => value,
        }
    }

    /// The value that counts the party `entity` in the way of `kind`.
    pub fn party_as(&self, entity: EntityId, kind: EntityKind) -> EntityId {
        EntityId(entity.0 - self.range_of(EntityKind::Party).start + self.range_of(kind).start)
    }

    /// The entity of a kind with this slug.
    pub fn entity(&self, kind: EntityKind, slug: &str) -> Option<EntityId> {
        let range = self.range_of(kind);
        let order = self.column(Section::EntitiesBySlug).get(range.start as usize..range.end as usize)?;
        let at = order.binary_search_by(|id| self.slug(EntityId(id.get())).cmp(slug)).ok()?;
        Some(EntityId(order[at].get()))
    }

    pub fn slug(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 0)
    }

    pub fn name(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 1)
    }

    pub fn sort_name(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 2)
    }

    /// The short form for display, else the name.
    pub fn label(&self, entity: EntityId) -> &str {
        match self.entity_column(entity, 3) {
            "" => self.name(entity),
            short => short,
        }
    }

    /// The gazetteer's own word for what it is: "politician", "court"; empty if it has none.
    pub fn sort(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 4)
    }

    pub fn country(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 5)
    }

    pub fn wikidata(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 6)
    }

    /// The editors' note, or a topic's scope.
    pub fn note(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 7)
    }

    pub fn colour(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 8)
    }

    /// No gazetteer knows it: a document's front matter names it.
    pub fn is_declared_only(&self, entity: EntityId) -> bool {
        let index = self.entity_of(entity).index() * ENTITY_COLUMNS + 9;
        self.column(Section::Entities).get(index).is_some_and(|flag| flag.get() == 1)
    }

    /// The offices of a person as (title, first day, last day), days where they are recorded.
    pub fn roles(&self, entity: EntityId) -> Vec<(&str, Option<i32>, Option<i32>)> {
        let tenures = self.list(Section::TenureOffsets, Section::Tenures, entity.index()).chunks_exact(TENURE_COLUMNS);
        let day = |column: U32| Some(column.get() as i32).filter(|day| *day != NO_DAY);
        let roles = tenures.filter(|tenure| tenure[0].get() & 15 == 1);
        roles.map(|tenure| (self.string(tenure[1].get()), day(tenure[2]), day(tenure[3]))).collect()
    }

    fn entity_column(&self, entity: EntityId, column: usize) -> &str {
        let index = self.entity_of(entity).index() * ENTITY_COLUMNS + column;
        self.string(self.column(Section::Entities).get(index).map_or(0, |string| string.get()))
    }

    // Documents.

    pub fn documents(&self) -> usize {
        self.column(Section::Documents).len() / DOCUMENT_COLUMNS
    }

    /// The document with this id.
    pub fn document(&self, id: &str) -> Option<DocumentId> {
        let order = self.column(Section::DocumentsById);
        let at = order.binary_search_by(|document| self.id(DocumentId(document.get())).cmp(id)).ok()?;
        Some(DocumentId(order[at].get()))
    }

    pub fn id(&self, document: DocumentId) -> &str {
        self.document_string(document, 0)
    }

    pub fn title(&self, document: DocumentId) -> &str {
        self.text(BlockId(self.blocks_of(document).start))
    }

    pub fn date(&self, document: DocumentId) -> Option<Span> {
        let first = self.first_day(document)?;
        let last = self.document_number(document, 2) as i32;
        let precision = match self.document_number(document, 3) {
            0 => Precision::Year,
            1 => Precision::Month,
            _ => Precision::Day,
        };
        Some(Span { first, last, precision })
    }

    /// The day a document's date begins with; ascending over the numbers of documents.
    pub fn first_day(&self, document: DocumentId) -> Option<i32> {
        Some(self.document_number(document, 1) as i32).filter(|day| *day != NO_DAY)
    }

    pub fn precision(&self, document: DocumentId) -> DatePrecision {
        DatePrecision::from_byte(self.document_number(document, 4) as u8).unwrap_or(DatePrecision::Day)
    }

    pub fn date_note(&self, document: DocumentId) -> &str {
        self.document_string(document, 5)
    }

    pub fn author(&self, document: DocumentId) -> &str {
        self.document_string(document, 6)
    }

    pub fn source_title(&self, document: DocumentId) -> &str {
        self.document_string(document, 7)
    }

    pub fn source_url(&self, document: DocumentId) -> &str {
        self.document_string(document, 8)
    }

    pub fn language(&self, document: DocumentId) -> &str {
        self.document_string(document, 9)
    }

    pub fn document_kind(&self, document: DocumentId) -> DocumentKind {
        DocumentKind::from_byte(self.document_number(document, 10) as u8).unwrap_or(DocumentKind::Report)
    }

    pub fn rights(&self, document: DocumentId) -> Rights {
        Rights::from_byte(self.document_number(document, 11) as u8).unwrap_or(Rights::Metadata)
    }

    pub fn other_sources(&self, document: DocumentId) -> impl Iterator<Item = &str> {
        self.list(Section::OtherSourceOffsets, Section::OtherSources, document.index()).iter().map(|string| self.string(string.get()))
    }

    pub fn via(&self, document: DocumentId) -> impl Iterator<Item = &str> {
        self.list(Section::ViaOffsets, Section::Via, document.index()).iter().map(|string| self.string(string.get()))
    }

    pub fn outlets(&self, document: DocumentId) -> impl Iterator<Item = EntityId> {
        entities(self.list(Section::OutletOffsets, Section::Outlets, document.index()))
    }

    pub fn speakers(&self, document: DocumentId) -> impl Iterator<Item = EntityId> {
        entities(self.list(Section::SpeakerOffsets, Section::Speakers, document.index()))
    }

    /// Entities that the document's own facts declare, ascending.
    pub fn declared(&self, document: DocumentId) -> impl Iterator<Item = EntityId> {
        entities(self.list(Section::DeclaredOffsets, Section::Declared, document.index()))
    }

    /// The people of the document with their party that day.
    pub fn parties_that_day(&self, document: DocumentId) -> impl Iterator<Item = (EntityId, EntityId)> {
        let pairs = self.list(Section::PartyThatDayOffsets, Section::PartyThatDay, document.index()).chunks_exact(2);
        pairs.map(|pair| (EntityId(pair[0].get()), EntityId(pair[1].get())))
    }

    /// Words indexed in the document.
    pub fn length(&self, document: DocumentId) -> u32 {
        self.column(Section::DocumentLengths).get(document.index()).map_or(0, |length| length.get())
    }

    fn document_number(&self, document: DocumentId, column: usize) -> u32 {
        self.column(Section::Documents).get(document.index() * DOCUMENT_COLUMNS + column).map_or(0, |number| number.get())
    }

    fn document_string(&self, document: DocumentId, column: usize) -> &str {
        self.string(self.document_number(document, column))
    }

    // Blocks, passages, sentences.

    pub fn blocks(&self) -> usize {
        self.block_documents.len()
    }

    pub fn passages(&self) -> usize {
        self.passage_blocks.len()
    }

    pub fn sentences(&self) -> usize {
        self.column(Section::SentenceEnds).len()
    }

    /// The blocks of a document, the title first.
    pub fn blocks_of(&self, document: DocumentId) -> Range<u32> {
        let starts = self.column(Section::FirstBlocks);
        let start = |at: usize| starts.get(at).map_or(0, |start| start.get());
        start(document.index())..start(document.index() + 1).max(start(document.index()))
    }

    pub fn passages_of(&self, document: DocumentId) -> Range<u32> {
        let blocks = self.blocks_of(document);
        let passage = |block: u32| self.block_passages.get(block as usize).copied().unwrap_or_default();
        passage(blocks.start)..passage(blocks.end)
    }

    pub fn sentences_of(&self, passage: PassageId) -> Range<u32> {
        let starts = self.column(Section::FirstSentences);
        let start = |at: usize| starts.get(at).map_or(0, |start| start.get());
        start(passage.index())..start(passage.index() + 1).max(start(passage.index()))
    }

    pub fn document_of_block(&self, block: BlockId) -> DocumentId {
        DocumentId(self.block_documents.get(block.index()).copied().unwrap_or_default())
    }

    pub fn document_of(&self, passage: PassageId) -> DocumentId {
        self.document_of_block(self.block_of(passage))
    }

    pub fn passage_of_sentence(&self, sentence: SentenceId) -> PassageId {
        let starts = self.column(Section::FirstSentences);
        PassageId((starts.partition_point(|start| start.get() <= sentence.0) as u32).saturating_sub(1))
    }

    pub fn block_of(&self, passage: PassageId) -> BlockId {
        BlockId(self.passage_blocks.get(passage.index()).copied().unwrap_or_default())
    }

    /// The passage that a block is; `None` for titles, headings, tables and code.
    pub fn passage_of(&self, block: BlockId) -> Option<PassageId> {
        let passage = *self.block_passages.get(block.index())?;
        self.passage_blocks.get(passage as usize).is_some_and(|own| *own == block.0).then_some(PassageId(passage))
    }

    pub fn block_kind(&self, block: BlockId) -> BlockKind {
        let byte = self.bytes_of(Section::BlockKinds).get(block.index()).copied().unwrap_or_default();
        BlockKind::from_byte(byte & 15).unwrap_or(BlockKind::Code)
    }

    /// Of a heading, 1 to 6.
    pub fn heading_level(&self, block: BlockId) -> u8 {
        self.bytes_of(Section::BlockKinds).get(block.index()).map_or(0, |byte| byte >> 4)
    }

    /// A block's text as far as it may be shown.
    pub fn text(&self, block: BlockId) -> &str {
        let offsets = self.column(Section::TextOffsets);
        let (Some(start), Some(end)) = (offsets.get(block.index()), offsets.get(block.index() + 1)) else { return "" };
        let bytes = self.bytes_of(Section::Text).get(start.get() as usize..end.get() as usize).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The part of its passage's text that a sentence is.
    pub fn sentence_range(&self, sentence: SentenceId) -> Range<usize> {
        let ends = self.column(Section::SentenceEnds);
        let end = |at: u32| ends.get(at as usize).map_or(0, |end| end.get() as usize);
        let first = self.sentences_of(self.passage_of_sentence(sentence)).start;
        let start = if sentence.0 > first { end(sentence.0 - 1) } else { 0 };
        start..end(sentence.0).max(start)
    }

    /// By start; topics' keywords among them.
    pub fn mentions(&self, block: BlockId) -> impl Iterator<Item = MentionRef> {
        let columns = self.list(Section::MentionOffsets, Section::Mentions, block.index()).chunks_exact(MENTION_COLUMNS);
        columns.map(|mention| MentionRef {
            start: mention[0].get() as usize,
            end: mention[1].get() as usize,
            entity: EntityId(mention[2].get()),
            form: mention[3].get(),
        })
    }

    /// The form a mention was found by: its text, and the file and line that give it.
    pub fn form(&self, form: u32) -> (&str, &str, u32) {
        match self.column(Section::Forms).get(form as usize * FORM_COLUMNS..(form as usize + 1) * FORM_COLUMNS) {
            Some(columns) => (self.string(columns[0].get()), self.string(columns[1].get()), columns[2].get()),
            None => ("", "", 0),
        }
    }

    // Forward lists and postings of values.

    /// Values present in a document, ascending.
    pub fn values_of_document(&self, document: DocumentId) -> Ids<'_> {
        self.ids(Section::DocumentValueOffsets, Section::DocumentValues, document.index())
    }

    /// Values present in a passage, ascending.
    pub fn values_of_passage(&self, passage: PassageId) -> Ids<'_> {
        self.ids(Section::PassageValueOffsets, Section::PassageValues, passage.index())
    }

    /// Values present in a sentence, ascending.
    pub fn values_of_sentence(&self, sentence: SentenceId) -> Ids<'_> {
        self.ids(Section::SentenceValueOffsets, Section::SentenceValues, sentence.index())
    }

    /// Documents in which a value is present, ascending.
    pub fn documents_with(&self, value: EntityId) -> List<'_> {
        self.list(Section::ValueDocumentOffsets, Section::ValueDocuments, value.index())
    }

    /// Passages in which a value is present, ascending.
    pub fn passages_with(&self, value: EntityId) -> List<'_> {
        self.list(Section::ValuePassageOffsets, Section::ValuePassages, value.index())
    }

    // Words.

    /// The words that begin with `prefix`, ascending; a word itself is among them.
    pub fn terms_from<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = TermEntry<'a>> + 'a {
        let blocks = self.column(Section::TermOffsets).len().saturating_sub(1);
        let first = self.term_block(prefix);
        let terms = (first..blocks).flat_map(move |block| self.terms_of_block(block));
        terms.skip_while(move |term| term.word.as_str() < prefix).take_while(move |term| term.word.starts_with(prefix))
    }

    /// A word with its postings.
    pub fn term(&self, word: &str) -> Option<TermEntry<'_>> {
        let terms = self.terms_of_block(self.term_block(word));
        let at = terms.binary_search_by(|term| term.word.as_str().cmp(word)).ok()?;
        terms.into_iter().nth(at)
    }

    fn terms_of_block(&self, block: usize) -> Vec<TermEntry<'_>> {
        let offsets = self.column(Section::TermOffsets);
        let (Some(start), Some(end)) = (offsets.get(block), offsets.get(block + 1)) else { return Vec::new() };
        let data = self.bytes_of(Section::TermData).get(start.get() as usize..end.get() as usize);
        postings::decode(data.unwrap_or_default(), self.blocks() as u32)
    }

    /// The block of words in which `word` stands, if it stands anywhere.
    fn term_block(&self, word: &str) -> usize {
        let offsets = self.column(Section::TermFirstOffsets);
        let bytes = self.bytes_of(Section::TermFirstBytes);
        let first = |ends: &[U32]| bytes.get(ends[0].get() as usize..ends[1].get() as usize).unwrap_or_default();
        let firsts: Vec<&[U32]> = offsets.windows(2).collect();
        firsts.partition_point(|ends| first(ends) <= word.as_bytes()).saturating_sub(1)
    }

    // Columns.

    pub(crate) fn bytes_of(&self, section: Section) -> &[u8] {
        self.sections.get(section as usize).and_then(|range| self.bytes.get(range.clone())).unwrap_or_default()
    }

    pub(crate) fn column(&self, section: Section) -> &[U32] {
        <[U32]>::ref_from_bytes(self.bytes_of(section)).unwrap_or_default()
    }

    pub(crate) fn narrow_column(&self, section: Section) -> &[U16] {
        <[U16]>::ref_from_bytes(self.bytes_of(section)).unwrap_or_default()
    }

    pub(crate) fn string(&self, string: u32) -> &str {
        let offsets = self.column(Section::StringOffsets);
        let (Some(start), Some(end)) = (offsets.get(string as usize), offsets.get(string as usize + 1)) else { return "" };
        let bytes = self.bytes_of(Section::StringBytes).get(start.get() as usize..end.get() as usize).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    fn list(&self, offsets: Section, values: Section, list: usize) -> List<'_> {
        self.list_range(offsets, list).and_then(|range| self.column(values).get(range)).unwrap_or_default()
    }

    fn ids(&self, offsets: Section, values: Section, list: usize) -> Ids<'_> {
        let range = self.list_range(offsets, list).unwrap_or_default();
        if self.wide {
            Ids::Wide(self.column(values).get(range).unwrap_or_default())
        } else {
            Ids::Narrow(self.narrow_column(values).get(range).unwrap_or_default())
        }
    }

    fn list_range(&self, offsets: Section, list: usize) -> Option<Range<usize>> {
        let offsets = self.column(offsets);
        Some(offsets.get(list)?.get() as usize..offsets.get(list + 1)?.get() as usize)
    }
}

fn entities(list: List<'_>) -> impl Iterator<Item = EntityId> + '_ {
    list.iter().map(|entity| EntityId(entity.get()))
}
