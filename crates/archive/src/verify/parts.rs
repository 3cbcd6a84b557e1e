//! What must hold of the parts of an archive: the table in its core, and each part when it comes.

use super::columns::{is_rising, table, texts_are_sound, wrong};
use super::{Counts, Texts, mentions_are_sound, sentences_are_sound};
use crate::error::OpenError;
use crate::reader::Archive;
use crate::reader::parts::Part;
use crate::section::{ENTITY_COLUMNS, FORM_COLUMNS, HERE, Late, MENTION_COLUMNS, PART_COLUMNS, Section};

/// The parts follow each other from the first block on, each with one at least.
pub(super) fn tables_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    table(archive, Section::TextParts, PART_COLUMNS)?;
    table(archive, Section::WordParts, PART_COLUMNS)?;
    table(archive, Section::LateParts, PART_COLUMNS)?;
    let late = archive.rows::<PART_COLUMNS>(Section::LateParts);
    if !late.iter().map(|row| row[0].get() & !HERE).eq(Late::ALL.iter().map(|late| *late as u32)) {
        return wrong(Section::LateParts, "parts that are not those of a core");
    }
    for late in Late::ALL.iter().filter(|late| !counts.has(**late)) {
        let is_empty = |section: &&Section| archive.bytes_of(**section).is_empty();
        let mut others = late.sections().iter().filter(|section| **section != Section::FirstSentences);
        if let Some(section) = others.find(|section| !is_empty(section)) {
            return wrong(*section, "something beside the parts");
        }
    }
    let words = archive.column(Section::TermFirstOffsets).len().saturating_sub(1);
    table(archive, Section::TitleParts, PART_COLUMNS)?;
    let titles = (Section::TitleParts, counts.documents);
    for (section, blocks) in [(Section::TextParts, counts.blocks), (Section::WordParts, words), titles] {
        let rows = archive.rows::<PART_COLUMNS>(section);
        let firsts = || rows.iter().map(|row| row[0].get() as usize);
        let is_covered = firsts().next().unwrap_or(0) == 0 && (blocks == 0 || !rows.is_empty());
        if !is_covered || !firsts().is_sorted_by(|one, next| one < next) || firsts().any(|first| first >= blocks) {
            return wrong(section, "parts that do not follow each other");
        }
    }
    for section in [Section::Text, Section::MentionOffsets, Section::Mentions, Section::SentenceEnds, Section::TermData]
    {
        if !archive.bytes_of(section).is_empty() {
            return wrong(section, "something beside the parts");
        }
    }
    Ok(())
}

/// A part of texts, over its core. What is late may come after it: its forms and sentences are then left to the reading.
pub(crate) fn text_part_is_sound(archive: &Archive, part: &Part) -> Result<(), OpenError> {
    if !texts_are_sound(part.offsets(), part.data()) {
        return wrong(Section::TextParts, "text that is not UTF-8, or is cut within a character");
    }
    let (ends, mentions) = (part.mention_offsets(), part.all_mentions());
    let are_whole = ends.iter().all(|end| (end.get() as usize).is_multiple_of(MENTION_COLUMNS));
    if !is_rising(ends, mentions.len()) || !are_whole {
        return wrong(Section::TextParts, "mentions that do not follow each other");
    }
    let texts = Texts { offsets: part.offsets(), bytes: part.data() };
    let entities = archive.rows::<ENTITY_COLUMNS>(Section::Entities).len();
    let [facts, passages] = archive.late_here();
    let forms = if facts { archive.rows::<FORM_COLUMNS>(Section::Forms).len() } else { usize::MAX };
    mentions_are_sound(&texts, (ends, mentions), (entities, forms))?;
    if passages { sentences_are_sound(archive, &texts, part.first(), part.sentence_ends()) } else { Ok(()) }
}

/// A part of titles.
pub(crate) fn title_part_is_sound(part: &Part) -> Result<(), OpenError> {
    match texts_are_sound(part.offsets(), part.data()) {
        true => Ok(()),
        false => wrong(Section::TitleParts, "text that is not UTF-8, or is cut within a character"),
    }
}

/// A part of words: what is in them is left to the reading.
pub(crate) fn word_part_is_sound(part: &Part) -> Result<(), OpenError> {
    match is_rising(part.offsets(), part.data().len()) {
        true => Ok(()),
        false => wrong(Section::WordParts, "offsets that fall or do not reach the end"),
    }
}
