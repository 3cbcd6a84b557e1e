//! The one check of an archive, at opening: after it, every number in it leads somewhere.

use crate::error::OpenError;
use crate::kind::{BlockKind, DatePrecision, DocumentKind, Rights};
use crate::reader::Archive;
use crate::section::{
    DOCUMENT_COLUMNS, ENTITY_COLUMNS, FORM_COLUMNS, MENTION_COLUMNS, NO_DAY, Section, TENURE_COLUMNS,
};

pub(crate) fn verify(archive: &mut Archive) -> Result<(), OpenError> {
    for (offsets, bytes) in [
        (Section::StringOffsets, Section::StringBytes),
        (Section::TextOffsets, Section::Text),
        (Section::TermFirstOffsets, Section::TermFirstBytes),
    ] {
        texts(archive, offsets, bytes)?;
    }
    offsets(archive, Section::TermOffsets, archive.bytes_of(Section::TermData).len())?;
    same_length(archive, Section::TermOffsets, archive.column(Section::TermFirstOffsets).len())?;

    let entities = table(archive, Section::Entities, ENTITY_COLUMNS)?;
    let starts: Vec<u32> = archive.column(Section::KindStarts).iter().map(|start| start.get()).collect();
    let ascends = starts.windows(2).all(|pair| pair[0] <= pair[1]);
    if starts.len() != 7 || starts[0] != 0 || starts[6] as usize != entities || !ascends {
        return wrong(Section::KindStarts, "the kinds do not part the entities");
    }
    archive.kind_starts = starts;
    let values = archive.values();
    archive.wide = values > usize::from(u16::MAX);
    let strings = archive.column(Section::StringOffsets).len() - 1;
    let columns = archive.column(Section::Entities).chunks_exact(ENTITY_COLUMNS);
    if columns.into_iter().any(|row| row[..9].iter().any(|string| string.get() as usize >= strings)) {
        return wrong(Section::Entities, "a string that is not there");
    }
    same_length(archive, Section::EntitiesBySlug, entities)?;
    below(archive, Section::EntitiesBySlug, entities)?;
    below(archive, Section::About, strings)?;
    table(archive, Section::About, 2)?;

    let documents = table(archive, Section::Documents, DOCUMENT_COLUMNS)?;
    documents_are_sound(archive, strings)?;
    same_length(archive, Section::DocumentsById, documents)?;
    below(archive, Section::DocumentsById, documents)?;
    same_length(archive, Section::DocumentLengths, documents)?;
    lists(archive, Section::OtherSourceOffsets, Section::OtherSources, documents, strings, Order::Any)?;
    lists(archive, Section::ViaOffsets, Section::Via, documents, strings, Order::Any)?;
    lists(archive, Section::OutletOffsets, Section::Outlets, documents, entities, Order::Any)?;
    lists(archive, Section::SpeakerOffsets, Section::Speakers, documents, entities, Order::Any)?;
    lists(archive, Section::DeclaredOffsets, Section::Declared, documents, entities, Order::Ascending)?;
    lists(archive, Section::PartyThatDayOffsets, Section::PartyThatDay, documents, entities, Order::Any)?;
    let parties = archive.kind_starts[1]..archive.kind_starts[2];
    if archive.column(Section::PartyThatDay).chunks_exact(2).any(|pair| !parties.contains(&pair[1].get())) {
        return wrong(Section::PartyThatDay, "a party that is none");
    }

    let blocks = archive.bytes_of(Section::BlockKinds).len();
    same_length(archive, Section::FirstBlocks, documents + 1)?;
    offsets(archive, Section::FirstBlocks, blocks)?;
    same_length(archive, Section::TextOffsets, blocks + 1)?;
    let kinds = archive.bytes_of(Section::BlockKinds).iter().map(|byte| BlockKind::from_byte(byte & 15));
    if kinds.clone().any(|kind| kind.is_none()) {
        return wrong(Section::BlockKinds, "an unknown kind");
    }
    let passages = kinds.flatten().filter(|kind| kind.is_passage()).count();
    let sentences = archive.column(Section::SentenceEnds).len();
    same_length(archive, Section::FirstSentences, passages + 1)?;
    offsets(archive, Section::FirstSentences, sentences)?;

    ids(archive, Section::DocumentValueOffsets, Section::DocumentValues, documents, values)?;
    ids(archive, Section::PassageValueOffsets, Section::PassageValues, passages, values)?;
    ids(archive, Section::SentenceValueOffsets, Section::SentenceValues, sentences, values)?;
    lists(archive, Section::ValueDocumentOffsets, Section::ValueDocuments, values, documents, Order::Ascending)?;
    lists(archive, Section::ValuePassageOffsets, Section::ValuePassages, values, passages, Order::Ascending)?;

    let forms = table(archive, Section::Forms, FORM_COLUMNS)?;
    let form_rows = archive.column(Section::Forms).chunks_exact(FORM_COLUMNS);
    if form_rows
        .into_iter()
        .any(|row| row[..2].iter().any(|string| string.get() as usize >= strings) || row[3].get() as usize >= entities)
    {
        return wrong(Section::Forms, "a string or entity that is not there");
    }
    tenures_are_sound(archive, entities, strings)?;
    mentions_are_sound(archive, blocks, entities, forms)?;
    sentences_are_sound(archive, passages)
}

enum Order {
    Any,
    Ascending,
}

fn wrong<T>(section: Section, what: &'static str) -> Result<T, OpenError> {
    Err(OpenError::Contradiction { section: format!("{section:?}"), what })
}

/// The rows of a table of `columns` numbers each.
fn table(archive: &Archive, section: Section, columns: usize) -> Result<usize, OpenError> {
    if archive.bytes_of(section).len() % (columns * 4) != 0 {
        return wrong(section, "a row is incomplete");
    }
    Ok(archive.column(section).len() / columns)
}

fn same_length(archive: &Archive, section: Section, length: usize) -> Result<(), OpenError> {
    if archive.bytes_of(section).len() != length * 4 {
        return wrong(section, "not as long as it should be");
    }
    Ok(())
}

fn below(archive: &Archive, section: Section, limit: usize) -> Result<(), OpenError> {
    if archive.column(section).iter().any(|number| number.get() as usize >= limit) {
        return wrong(section, "a number out of range");
    }
    Ok(())
}

/// Offsets begin with 0, never fall and end with `end`.
fn offsets(archive: &Archive, section: Section, end: usize) -> Result<(), OpenError> {
    let offsets = archive.column(section);
    let ascends = offsets.windows(2).all(|pair| pair[0].get() <= pair[1].get());
    match (offsets.first(), offsets.last()) {
        (Some(first), Some(last)) if first.get() == 0 && last.get() as usize == end && ascends => Ok(()),
        _ => wrong(section, "offsets that fall or do not reach the end"),
    }
}

fn texts(archive: &Archive, section: Section, bytes: Section) -> Result<(), OpenError> {
    offsets(archive, section, archive.bytes_of(bytes).len())?;
    let Ok(text) = std::str::from_utf8(archive.bytes_of(bytes)) else { return wrong(bytes, "text that is not UTF-8") };
    if archive.column(section).iter().any(|offset| !text.is_char_boundary(offset.get() as usize)) {
        return wrong(section, "a text cut within a character");
    }
    Ok(())
}

fn lists(
    archive: &Archive,
    starts: Section,
    values: Section,
    count: usize,
    limit: usize,
    order: Order,
) -> Result<(), OpenError> {
    same_length(archive, starts, count + 1)?;
    if archive.bytes_of(values).len() % 4 != 0 {
        return wrong(values, "a number is incomplete");
    }
    offsets(archive, starts, archive.column(values).len())?;
    below(archive, values, limit)?;
    if matches!(order, Order::Ascending) && !ascending(archive, starts, |at| archive.column(values)[at].get()) {
        return wrong(values, "a list out of order");
    }
    Ok(())
}

fn ids(archive: &Archive, starts: Section, values: Section, count: usize, limit: usize) -> Result<(), OpenError> {
    if archive.wide {
        return lists(archive, starts, values, count, limit, Order::Ascending);
    }
    same_length(archive, starts, count + 1)?;
    if archive.bytes_of(values).len() % 2 != 0 {
        return wrong(values, "a number is incomplete");
    }
    let column = archive.narrow_column(values);
    offsets(archive, starts, column.len())?;
    if column.iter().any(|id| usize::from(id.get()) >= limit) {
        return wrong(values, "a number out of range");
    }
    if !ascending(archive, starts, |at| u32::from(column[at].get())) {
        return wrong(values, "a list out of order");
    }
    Ok(())
}

fn ascending(archive: &Archive, starts: Section, value: impl Fn(usize) -> u32) -> bool {
    let mut lists = archive.column(starts).windows(2).map(|ends| ends[0].get() as usize..ends[1].get() as usize);
    lists.all(|list| list.clone().skip(1).all(|at| value(at - 1) < value(at)))
}

fn documents_are_sound(archive: &Archive, strings: usize) -> Result<(), OpenError> {
    let mut before = i32::MIN;
    for row in archive.column(Section::Documents).chunks_exact(DOCUMENT_COLUMNS) {
        let [id, first, last, precision, inferred, note, author, title, url, language, kind, rights] =
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(|column| row[column].get());
        if [id, note, author, title, url, language].iter().any(|string| *string as usize >= strings) {
            return wrong(Section::Documents, "a string that is not there");
        }
        let (first, last) = (first as i32, last as i32);
        if first < before || (first == NO_DAY) != (last == NO_DAY) || last < first {
            return wrong(Section::Documents, "dates out of order");
        }
        before = first;
        let known = u8::try_from(inferred).ok().and_then(DatePrecision::from_byte).is_some()
            && u8::try_from(kind).ok().and_then(DocumentKind::from_byte).is_some()
            && u8::try_from(rights).ok().and_then(Rights::from_byte).is_some();
        if !known || precision > 2 {
            return wrong(Section::Documents, "an unknown kind, precision or right");
        }
    }
    Ok(())
}

fn tenures_are_sound(archive: &Archive, entities: usize, strings: usize) -> Result<(), OpenError> {
    table(archive, Section::Tenures, TENURE_COLUMNS)?;
    same_length(archive, Section::TenureOffsets, entities + 1)?;
    offsets(archive, Section::TenureOffsets, archive.column(Section::Tenures).len())?;
    whole_rows(archive, Section::TenureOffsets, TENURE_COLUMNS)?;
    for row in archive.column(Section::Tenures).chunks_exact(TENURE_COLUMNS) {
        let limit = match row[0].get() & 15 {
            0 => entities,
            1 => strings,
            2 => 1,
            _ => 0,
        };
        if row[1].get() as usize >= limit {
            return wrong(Section::Tenures, "a party or title that is not there");
        }
    }
    Ok(())
}

fn mentions_are_sound(archive: &Archive, blocks: usize, entities: usize, forms: usize) -> Result<(), OpenError> {
    table(archive, Section::Mentions, MENTION_COLUMNS)?;
    same_length(archive, Section::MentionOffsets, blocks + 1)?;
    offsets(archive, Section::MentionOffsets, archive.column(Section::Mentions).len())?;
    whole_rows(archive, Section::MentionOffsets, MENTION_COLUMNS)?;
    let mentions = archive.column(Section::Mentions);
    let texts = archive.column(Section::TextOffsets);
    let all = archive.bytes_of(Section::Text);
    for (block, ends) in archive.column(Section::MentionOffsets).windows(2).enumerate() {
        let text = &all[texts[block].get() as usize..texts[block + 1].get() as usize];
        let is_boundary = |at: usize| at == text.len() || text.get(at).is_some_and(|byte| byte & 0xc0 != 0x80);
        let mut before = 0;
        for row in mentions[ends[0].get() as usize..ends[1].get() as usize].chunks_exact(MENTION_COLUMNS) {
            let (start, end) = (row[0].get() as usize, row[1].get() as usize);
            if start < before || end <= start || !is_boundary(start) || !is_boundary(end) {
                return wrong(Section::Mentions, "a span that is not in its text");
            }
            if row[2].get() as usize >= entities || row[3].get() as usize >= forms {
                return wrong(Section::Mentions, "an entity or form that is not there");
            }
            before = start;
        }
    }
    Ok(())
}

fn whole_rows(archive: &Archive, starts: Section, columns: usize) -> Result<(), OpenError> {
    if archive.column(starts).iter().any(|start| start.get() as usize % columns != 0) {
        return wrong(starts, "a row is cut");
    }
    Ok(())
}

/// Sentences end in order, on characters, within their passage's text.
fn sentences_are_sound(archive: &Archive, passages: usize) -> Result<(), OpenError> {
    let kinds = archive.bytes_of(Section::BlockKinds);
    let is_passage = |byte: &u8| BlockKind::from_byte(byte & 15).is_some_and(BlockKind::is_passage);
    let blocks = (0..kinds.len()).filter(|block| is_passage(&kinds[*block]));
    let firsts = archive.column(Section::FirstSentences);
    let ends = archive.column(Section::SentenceEnds);
    let texts = archive.column(Section::TextOffsets);
    let all = archive.bytes_of(Section::Text);
    for (passage, block) in blocks.enumerate().take(passages) {
        let text = &all[texts[block].get() as usize..texts[block + 1].get() as usize];
        let mut before = 0;
        for end in &ends[firsts[passage].get() as usize..firsts[passage + 1].get() as usize] {
            let end = end.get() as usize;
            let is_boundary = end == text.len() || text.get(end).is_some_and(|byte| byte & 0xc0 != 0x80);
            if end < before || !is_boundary {
                return wrong(Section::SentenceEnds, "a sentence that is not in its text");
            }
            before = end;
        }
    }
    Ok(())
}
