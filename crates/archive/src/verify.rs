//! The one check of an archive, at opening: after it, every number in it leads somewhere.
//!
//! Only the words' own bytes (`TermData`) are left to the reading, which is total: they are many and few are ever read. In a core
//! the texts are not there to check spans against; each part is checked when it comes, but for statements: whoever shows one
//! cuts it out with `get`.

use crate::date;
use crate::error::OpenError;
use crate::kind::{BlockKind, DatePrecision, DocumentKind, Rights};
use crate::reader::Archive;
use crate::section::{
    DOCUMENT_COLUMNS, ENTITY_COLUMNS, FORM_COLUMNS, Late, MENTION_COLUMNS, NO_DAY, Section, TENURE_COLUMNS,
};
use columns::{Order, below, ids, lists, offsets, row_lists, same_length, table, texts, wrong};
use zerocopy::little_endian::U32;

mod columns;
mod parts;
mod statements;

pub(crate) use parts::{text_part_is_sound, title_part_is_sound, word_part_is_sound};

/// How many there are of what the sections count.
struct Counts {
    strings: usize,
    entities: usize,
    values: usize,
    documents: usize,
    blocks: usize,
    passages: usize,
    sentences: usize,
    forms: usize,
    /// Whether texts and words lie in parts.
    is_core: bool,
    /// By `Late`: whether it is here.
    late: [bool; Late::ALL.len()],
}

impl Counts {
    fn has(&self, late: Late) -> bool {
        self.late[late as usize]
    }
}

/// Checks every section, and notes in `archive` where the kinds of entities begin and how wide values are.
pub(crate) fn verify(archive: &mut Archive) -> Result<(), OpenError> {
    let strings = strings_are_sound(archive)?;
    let entities = table(archive, Section::Entities, ENTITY_COLUMNS)?;
    archive.kind_starts = kind_starts(archive, entities)?;
    let values = archive.values();
    archive.wide = values > usize::from(u16::MAX);
    let kinds = archive.bytes_of(Section::BlockKinds).iter();
    let counts = Counts {
        strings,
        entities,
        values,
        documents: table(archive, Section::Documents, DOCUMENT_COLUMNS)?,
        blocks: kinds.len(),
        passages: kinds.filter(|byte| is_passage(**byte)).count(),
        sentences: archive.sentences(),
        forms: table(archive, Section::Forms, FORM_COLUMNS)?,
        is_core: !archive.is_whole(),
        late: archive.late_here(),
    };

    entities_are_sound(archive, &counts)?;
    tenures_are_sound(archive, &counts)?;
    documents_are_sound(archive, &counts)?;
    document_lists_are_sound(archive, &counts)?;
    blocks_are_sound(archive, &counts)?;
    values_are_sound(archive, &counts)?;
    if counts.is_core {
        parts::tables_are_sound(archive, &counts)?;
    } else {
        let offsets = archive.column(Section::TextOffsets);
        let texts = Texts { offsets, bytes: archive.bytes_of(Section::Text) };
        let mentions = (archive.column(Section::MentionOffsets), archive.column(Section::Mentions));
        row_lists(archive, (Section::MentionOffsets, Section::Mentions), counts.blocks, MENTION_COLUMNS)?;
        mentions_are_sound(&texts, mentions, (counts.entities, counts.forms))?;
        same_length(archive, Section::SentenceEnds, counts.sentences)?;
        sentences_are_sound(archive, &texts, 0, archive.column(Section::SentenceEnds))?;
    }
    match counts.has(Late::Passages) {
        true => statements::statements_are_sound(archive, &counts),
        false => statements::speakers_are_sound(archive, &counts),
    }
}

/// Texts of blocks that follow each other: all of an archive, or those of a part.
struct Texts<'a> {
    offsets: &'a [U32],
    bytes: &'a [u8],
}

impl<'a> Texts<'a> {
    /// As bytes: `Archive::text` would read them as UTF-8 once more.
    fn get(&self, at: usize) -> &'a [u8] {
        &self.bytes[self.offsets[at].get() as usize..self.offsets[at + 1].get() as usize]
    }
}

/// Checks all that is text; the number of strings.
fn strings_are_sound(archive: &Archive) -> Result<usize, OpenError> {
    texts(archive, Section::StringOffsets, Section::StringBytes)?;
    texts(archive, Section::TextOffsets, Section::Text)?;
    texts(archive, Section::TermFirstOffsets, Section::TermFirstBytes)?;
    let strings = archive.column(Section::StringOffsets);
    if strings.get(1).is_none_or(|end| end.get() != 0) {
        return wrong(Section::StringOffsets, "the first string is not the empty one");
    }
    table(archive, Section::About, 2)?;
    below(archive, Section::About, strings.len() - 1)?;
    Ok(strings.len() - 1)
}

fn kind_starts(archive: &Archive, entities: usize) -> Result<[u32; 7], OpenError> {
    same_length(archive, Section::KindStarts, 7)?;
    offsets(archive, Section::KindStarts, entities)?;
    let starts = archive.column(Section::KindStarts);
    Ok(std::array::from_fn(|kind| starts.get(kind).map_or(0, |start| start.get())))
}

fn entities_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    let strings = archive.rows::<ENTITY_COLUMNS>(Section::Entities).iter().flat_map(|row| &row[..9]);
    if strings.into_iter().any(|string| string.get() as usize >= counts.strings) {
        return wrong(Section::Entities, "a string that is not there");
    }
    same_length(archive, Section::EntitiesBySlug, counts.entities)?;
    below(archive, Section::EntitiesBySlug, counts.entities)?;
    let is_missing = |row: &[U32; FORM_COLUMNS]| {
        let [text, file, _, entity] = row.map(|number| number.get() as usize);
        text >= counts.strings || file >= counts.strings || entity >= counts.entities
    };
    if archive.rows(Section::Forms).iter().any(is_missing) {
        return wrong(Section::Forms, "a string or entity that is not there");
    }
    Ok(())
}

fn tenures_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    row_lists(archive, (Section::TenureOffsets, Section::Tenures), counts.entities, TENURE_COLUMNS)?;
    for row in archive.rows::<TENURE_COLUMNS>(Section::Tenures) {
        let [shape, what, from, to] = row.map(|number| number.get());
        let limit = match shape & 15 {
            0 => counts.entities,
            1 => counts.strings,
            2 => 1,
            _ => 0,
        };
        if what as usize >= limit {
            return wrong(Section::Tenures, "a party or title that is not there");
        }
        if [from, to].iter().any(|day| *day as i32 != NO_DAY && !date::DAYS.contains(&(*day as i32))) {
            return wrong(Section::Tenures, "a day outside the calendar");
        }
    }
    Ok(())
}

fn documents_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    let mut before = i32::MIN;
    for row in archive.rows::<DOCUMENT_COLUMNS>(Section::Documents) {
        let [id, first, last, precision, inferred, note, author, title, url, language, kind, rights] =
            row.map(|number| number.get());
        if [id, note, author, title, url, language].iter().any(|string| *string as usize >= counts.strings) {
            return wrong(Section::Documents, "a string that is not there");
        }
        let (first, last) = (first as i32, last as i32);
        if first < before || last < first {
            return wrong(Section::Documents, "dates out of order");
        }
        before = first;
        let in_calendar = date::DAYS.contains(&first) && date::DAYS.contains(&last);
        if !in_calendar && (first, last) != (NO_DAY, NO_DAY) {
            return wrong(Section::Documents, "a day outside the calendar");
        }
        let known = u8::try_from(inferred).ok().and_then(DatePrecision::from_byte).is_some()
            && u8::try_from(kind).ok().and_then(DocumentKind::from_byte).is_some()
            && u8::try_from(rights).ok().and_then(Rights::from_byte).is_some();
        if !known || precision > 2 {
            return wrong(Section::Documents, "an unknown kind, precision or right");
        }
    }
    same_length(archive, Section::DocumentsById, counts.documents)?;
    below(archive, Section::DocumentsById, counts.documents)?;
    if counts.has(Late::Facts) { same_length(archive, Section::DocumentLengths, counts.documents) } else { Ok(()) }
}

fn document_lists_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    let of_documents = |starts: Section, values: Section, limit: usize, order: Order| {
        lists(archive, (starts, values), counts.documents, limit, order)
    };
    of_documents(Section::OtherSourceOffsets, Section::OtherSources, counts.strings, Order::Any)?;
    of_documents(Section::ViaOffsets, Section::Via, counts.strings, Order::Any)?;
    of_documents(Section::OutletOffsets, Section::Outlets, counts.entities, Order::Any)?;
    if counts.has(Late::Passages) {
        of_documents(Section::DeclaredOffsets, Section::Declared, counts.entities, Order::Ascending)?;
    }
    if !counts.has(Late::Facts) {
        return Ok(());
    }
    of_documents(Section::SpeakerOffsets, Section::Speakers, counts.entities, Order::Any)?;
    of_documents(Section::PartyThatDayOffsets, Section::PartyThatDay, counts.entities, Order::Any)?;
    row_lists(archive, (Section::PartyThatDayOffsets, Section::PartyThatDay), counts.documents, 2)?;
    let parties = archive.kind_starts[1]..archive.kind_starts[2];
    if archive.rows::<2>(Section::PartyThatDay).iter().any(|[_, party]| !parties.contains(&party.get())) {
        return wrong(Section::PartyThatDay, "a party that is none");
    }
    Ok(())
}

/// Every document begins with its title; every block is of a kind.
fn blocks_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    same_length(archive, Section::FirstBlocks, counts.documents + 1)?;
    offsets(archive, Section::FirstBlocks, counts.blocks)?;
    // A core holds no texts and no words.
    let (texts, words) = match counts.is_core {
        true => (1, 0),
        false => (counts.blocks + 1, archive.column(Section::TermFirstOffsets).len()),
    };
    same_length(archive, Section::TextOffsets, texts)?;
    same_length(archive, Section::TermOffsets, words)?;
    if !counts.is_core {
        offsets(archive, Section::TermOffsets, archive.bytes_of(Section::TermData).len())?;
    }
    let kinds = archive.bytes_of(Section::BlockKinds);
    if kinds.iter().any(|byte| BlockKind::from_byte(byte & 15).is_none() || byte >> 4 > 6) {
        return wrong(Section::BlockKinds, "an unknown kind or level");
    }
    let begins_with_title =
        |ends: &[U32]| ends[0].get() < ends[1].get() && kinds[ends[0].get() as usize] & 15 == BlockKind::Title as u8;
    if !archive.column(Section::FirstBlocks).windows(2).all(begins_with_title) {
        return wrong(Section::FirstBlocks, "a document without a title");
    }
    if !counts.has(Late::Passages) {
        return same_length(archive, Section::FirstSentences, 1);
    }
    same_length(archive, Section::FirstSentences, counts.passages + 1)?;
    offsets(archive, Section::FirstSentences, counts.sentences)
}

fn values_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    let Counts { values, documents, passages, sentences, .. } = *counts;
    ids(archive, (Section::DocumentValueOffsets, Section::DocumentValues), documents, values)?;
    lists(archive, (Section::ValueDocumentOffsets, Section::ValueDocuments), values, documents, Order::Ascending)?;
    if !counts.has(Late::Passages) {
        return Ok(());
    }
    ids(archive, (Section::PassageValueOffsets, Section::PassageValues), passages, values)?;
    ids(archive, (Section::SentenceValueOffsets, Section::SentenceValues), sentences, values)?;
    lists(archive, (Section::ValuePassageOffsets, Section::ValuePassages), values, passages, Order::Ascending)
}

/// The mentions of each text, four numbers a mention. `most`: how many entities and forms there are.
fn mentions_are_sound(
    texts: &Texts,
    (ends, mentions): (&[U32], &[U32]),
    most: (usize, usize),
) -> Result<(), OpenError> {
    for (at, ends) in ends.windows(2).enumerate() {
        let text = texts.get(at);
        let mut before = 0;
        for row in mentions[ends[0].get() as usize..ends[1].get() as usize].as_chunks::<MENTION_COLUMNS>().0 {
            let [start, end, entity, form] = row.map(|number| number.get() as usize);
            if start < before || end <= start || !is_boundary(text, start) || !is_boundary(text, end) {
                return wrong(Section::Mentions, "a span that is not in its text");
            }
            if entity >= most.0 || form >= most.1 {
                return wrong(Section::Mentions, "an entity or form that is not there");
            }
            before = start;
        }
    }
    Ok(())
}

/// Sentences end in order, on characters, within their passage's text. `texts` begin with the block numbered `first`, `ends` with
/// the first sentence of its first passage.
fn sentences_are_sound(archive: &Archive, texts: &Texts, first: usize, ends: &[U32]) -> Result<(), OpenError> {
    let kinds = archive.bytes_of(Section::BlockKinds);
    let before = kinds[..first].iter().filter(|byte| is_passage(**byte)).count();
    let count = texts.offsets.len().saturating_sub(1);
    let passages = kinds[first..first + count].iter().enumerate().filter(|(_, byte)| is_passage(**byte));
    let of_passages = archive.column(Section::FirstSentences).windows(2).skip(before);
    let mut last = 0;
    for ((at, _), own) in passages.zip(of_passages) {
        let text = texts.get(at);
        let mut before = 0;
        let own = own[1].get() - own[0].get();
        for end in ends.get(last..last + own as usize).unwrap_or_default() {
            let end = end.get() as usize;
            if end < before || !is_boundary(text, end) {
                return wrong(Section::SentenceEnds, "a sentence that is not in its text");
            }
            before = end;
        }
        last += own as usize;
    }
    if last != ends.len() {
        return wrong(Section::SentenceEnds, "not as long as it should be");
    }
    Ok(())
}

fn is_passage(byte: u8) -> bool {
    BlockKind::from_byte(byte & 15).is_some_and(BlockKind::is_passage)
}

fn is_boundary(text: &[u8], at: usize) -> bool {
    at == text.len() || text.get(at).is_some_and(|byte| byte & 0xc0 != 0x80)
}
