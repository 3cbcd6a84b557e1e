//! An archive in parts: a core, and the texts and words that were fetched for it; and what of them it was asked for in vain.
//!
//! A part is, in u32: its number, how many numbers its mentions have, how many sentences end in it; then the offsets of its
//! texts (of its blocks of words), those of its mentions by block (none in a part of words), the mentions, the ends of its
//! sentences; and last the texts (the words) themselves. A late part is its number, and sections as `writer::slight` writes them.

use super::Archive;
use crate::error::OpenError;
use crate::id::{BlockId, DocumentId, List};
use crate::section::{HERE, Late, PART_COLUMNS, Section, WHOLE};
use crate::verify;
use crate::writer::slight::with_late;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use zerocopy::FromBytes;
use zerocopy::little_endian::U32;

/// Whether there are archives in parts at all: without, what is about them is left out of a program.
pub(super) const PARTS: bool = cfg!(feature = "parts");

/// What stands before the columns of a part, in bytes.
pub(crate) const PART_HEAD: usize = 12;

/// The tables of parts that `Archive` holds as they are, in the order of their numbers.
const TABLES: [Section; 3] = [Section::TextParts, Section::WordParts, Section::TitleParts];

/// A part that an archive lacks: a file beside its core.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Want {
    /// Thirty-two hexadecimal digits: the beginning of the SHA-256 of its packed bytes.
    pub name: String,
    /// Its bytes as they are fetched.
    pub packed: u32,
    /// Its bytes when they are unpacked: as many, or it is not what it should be.
    pub unpacked: u32,
}

/// Texts or words that are here.
#[derive(Debug)]
pub(crate) struct Part {
    bytes: Vec<u8>,
    /// Its first block, of text or of words.
    first: u32,
    offsets: Range<usize>,
    mention_offsets: Range<usize>,
    mentions: Range<usize>,
    sentence_ends: Range<usize>,
    data: Range<usize>,
}

/// Which parts were asked for in vain. A clone begins with none, so that whoever asks anew has a note of its own.
#[derive(Debug, Default)]
pub(super) struct Asked(Box<[AtomicBool]>);

impl Clone for Asked {
    fn clone(&self) -> Asked {
        Asked(self.0.iter().map(|_| AtomicBool::new(false)).collect())
    }
}

impl Archive {
    /// Whether nothing of it lies in parts.
    pub fn is_whole(&self) -> bool {
        !PARTS || self.sections.len() == WHOLE
    }

    /// The archive with one part more, which says itself which it is. What is not what the core says it is, is an error.
    pub fn with(&self, part: Vec<u8>) -> Result<Archive, OpenError> {
        let number = part.get(..4).map(|four| u32::from_le_bytes(four.try_into().unwrap_or_default()));
        let number = number.ok_or(OpenError::NotAnArchive)? as usize;
        let row = self.part_row(number).ok_or(OpenError::Damaged)?;
        if row[2].get() as usize != part.len() {
            return Err(OpenError::Damaged);
        }
        if let Some(late) = number.checked_sub(self.parts.len()) {
            let late = *Late::ALL.get(late).ok_or(OpenError::Damaged)?;
            return match self.late[late as usize] {
                true => Ok(self.clone()),
                false => {
                    let grown = Archive::open(with_late(self, late, &part[4..])?)?;
                    Ok(Archive { parts: self.parts.clone(), ..grown })
                }
            };
        }
        let blocks = self.part_blocks(number);
        let is_text = self.table_of(number).0 == Section::TextParts;
        let part = Part::of(part, blocks, is_text).ok_or(OpenError::Damaged)?;
        match self.table_of(number) {
            (Section::TextParts, _) => verify::text_part_is_sound(self, &part)?,
            (Section::TitleParts, _) => verify::title_part_is_sound(&part)?,
            _ => verify::word_part_is_sound(&part)?,
        }
        let mut parts = self.parts.to_vec();
        parts[number] = Some(Arc::new(part));
        Ok(Archive { parts: parts.into(), ..self.clone() })
    }

    /// Parts that it was asked for since it was cloned, and lacks.
    pub fn wants(&self) -> Vec<Want> {
        if !PARTS {
            return Vec::new();
        }
        let asked = self.asked.0.iter().enumerate().filter(|(_, asked)| asked.load(Ordering::Relaxed));
        asked.filter_map(|(number, _)| self.part_row(number).map(want)).collect()
    }

    /// Every part there is, here or not.
    pub fn all_parts(&self) -> impl Iterator<Item = Want> {
        (0..self.asked.0.len()).filter_map(|number| self.part_row(number).map(want))
    }

    /// The parts of texts and words that are here, as they came. What was late is in the core's own bytes.
    pub fn parts_here(&self) -> impl Iterator<Item = &[u8]> {
        self.parts.iter().flatten().map(|part| part.bytes.as_slice())
    }

    /// Whether the text of a block, and what is known of its words, is here. If not, it is noted as wanted.
    pub fn is_here(&self, block: BlockId) -> bool {
        self.is_whole()
            || block.index() >= self.blocks()
            || self.part_of_block(block).is_some() && self.has(Late::Facts)
    }

    /// Whether this of it is here. If not, it is noted as wanted, and what is asked of it has no answers.
    pub fn has(&self, late: Late) -> bool {
        let is_here = !PARTS || self.late[late as usize];
        if !is_here && let Some(asked) = self.asked.0.get(self.parts.len() + late as usize) {
            asked.store(true, Ordering::Relaxed);
        }
        is_here
    }

    /// Whether something [`Late`] was asked for in vain since it was cloned: what was counted meanwhile is no number.
    pub fn lacks_numbers(&self) -> bool {
        PARTS && self.asked.0.iter().skip(self.parts.len()).any(|asked| asked.load(Ordering::Relaxed))
    }

    /// By `Late`: whether it is here.
    pub(crate) fn late_here(&self) -> [bool; Late::ALL.len()] {
        if self.is_whole() {
            return [true; Late::ALL.len()];
        }
        let rows = self.rows::<PART_COLUMNS>(Section::LateParts);
        std::array::from_fn(|late| rows.get(late).is_some_and(|row| row[0].get() & HERE != 0))
    }

    /// Of an archive just opened: the places of its parts, all empty.
    pub(super) fn await_parts(&mut self) {
        if self.is_whole() {
            return;
        }
        let count: usize = TABLES.iter().map(|table| self.rows::<PART_COLUMNS>(*table).len()).sum();
        self.parts = vec![None; count].into();
        let count = count + self.rows::<PART_COLUMNS>(Section::LateParts).len();
        self.asked = Asked((0..count).map(|_| AtomicBool::new(false)).collect());
    }

    /// The part that holds a block of text, and which of its blocks it is. If it is not here, that is noted.
    pub(super) fn part_of_block(&self, block: BlockId) -> Option<(&Part, usize)> {
        self.has(Late::Facts);
        self.part_at(Section::TextParts, block.0)
    }

    /// The same of a block of words.
    pub(super) fn part_of_words(&self, block: usize) -> Option<(&Part, usize)> {
        self.part_at(Section::WordParts, block as u32)
    }

    /// A title: from the text, if that is here, else from the part of titles. If neither is here, the second is noted.
    pub(super) fn title_in_parts(&self, document: DocumentId) -> Option<&str> {
        if !PARTS {
            return None;
        }
        let with_text = self.found(Section::TextParts, self.blocks_of(document).start).and_then(|found| found.ok());
        let (part, at) = with_text.or_else(|| self.part_at(Section::TitleParts, document.0))?;
        Some(part.text(at))
    }

    fn part_at(&self, table: Section, block: u32) -> Option<(&Part, usize)> {
        if !PARTS {
            return None;
        }
        match self.found(table, block)? {
            Ok(found) => Some(found),
            Err(number) => {
                self.asked.0[number].store(true, Ordering::Relaxed);
                None
            }
        }
    }

    /// The part that holds a block (a document, in the table of titles), and which of its blocks it is; or the number of the part
    /// that is not here.
    fn found(&self, table: Section, block: u32) -> Option<Result<(&Part, usize), usize>> {
        let before = TABLES.iter().take_while(|other| **other != table);
        let before: usize = before.map(|other| self.rows::<PART_COLUMNS>(*other).len()).sum();
        let rows = self.rows::<PART_COLUMNS>(table);
        let number = before + rows.partition_point(|row| row[0].get() <= block).checked_sub(1)?;
        let part = self.parts.get(number)?;
        Some(part.as_ref().map(|part| (&**part, (block - part.first) as usize)).ok_or(number))
    }

    /// The number of the first sentence that ends in a part.
    pub(crate) fn first_sentence_of(&self, part: &Part) -> usize {
        let passage = self.places.block_passages.get(part.first as usize).copied().unwrap_or_default();
        self.column(Section::FirstSentences).get(passage as usize).map_or(0, |first| first.get() as usize)
    }

    /// The blocks of a part, of text or of words; of one of titles, its documents.
    fn part_blocks(&self, number: usize) -> Range<u32> {
        let (table, at) = self.table_of(number);
        let all = match table {
            Section::TextParts => self.blocks(),
            Section::WordParts => self.term_blocks(),
            _ => self.documents(),
        };
        let start = |at: usize| self.row::<PART_COLUMNS>(table, at).map(|row| row[0].get());
        start(at).unwrap_or_default()..start(at + 1).unwrap_or(all as u32)
    }

    /// The table that a part stands in, and its place there.
    fn table_of(&self, number: usize) -> (Section, usize) {
        let mut at = number;
        for table in TABLES {
            let rows = self.rows::<PART_COLUMNS>(table).len();
            if at < rows {
                return (table, at);
            }
            at -= rows;
        }
        (Section::LateParts, at)
    }

    fn part_row(&self, number: usize) -> Option<&[U32; PART_COLUMNS]> {
        let (table, at) = self.table_of(number);
        self.row(table, at)
    }
}

fn want(row: &[U32; PART_COLUMNS]) -> Want {
    let digits = row[3..].iter().flat_map(|four| four.get().to_le_bytes()).map(|byte| format!("{byte:02x}"));
    Want { name: digits.collect(), packed: row[1].get(), unpacked: row[2].get() }
}

impl Part {
    /// `None` if the bytes are not as many as its columns need.
    fn of(bytes: Vec<u8>, blocks: Range<u32>, is_text: bool) -> Option<Part> {
        let number =
            |at: usize| bytes.get(at..at + 4).map(|four| u32::from_le_bytes(four.try_into().unwrap_or_default()));
        let (mentions, sentences) = (number(4)? as usize, number(8)? as usize);
        let offsets = (blocks.end.checked_sub(blocks.start)? as usize).checked_add(1)?;
        let mut end = PART_HEAD;
        let mut column = |numbers: usize| {
            let start = end;
            end = start.checked_add(numbers.checked_mul(4)?)?;
            Some(start..end)
        };
        let part = Part {
            first: blocks.start,
            offsets: column(offsets)?,
            mention_offsets: column(if is_text { offsets } else { 0 })?,
            mentions: column(mentions)?,
            sentence_ends: column(sentences)?,
            data: end..bytes.len(),
            bytes,
        };
        (part.data.start <= part.data.end).then_some(part)
    }

    fn column(&self, range: &Range<usize>) -> List<'_> {
        self.bytes.get(range.clone()).and_then(|bytes| <[U32]>::ref_from_bytes(bytes).ok()).unwrap_or_default()
    }

    pub(crate) fn offsets(&self) -> List<'_> {
        self.column(&self.offsets)
    }

    pub(crate) fn mention_offsets(&self) -> List<'_> {
        self.column(&self.mention_offsets)
    }

    pub(crate) fn all_mentions(&self) -> List<'_> {
        self.column(&self.mentions)
    }

    pub(crate) fn sentence_ends(&self) -> List<'_> {
        self.column(&self.sentence_ends)
    }

    pub(crate) fn data(&self) -> &[u8] {
        self.bytes.get(self.data.clone()).unwrap_or_default()
    }

    /// Its first block.
    pub(crate) fn first(&self) -> usize {
        self.first as usize
    }

    /// What lies between one offset and the next.
    pub(super) fn bytes_at(&self, at: usize) -> &[u8] {
        match self.offsets().get(at..) {
            Some([start, end, ..]) => self.data().get(start.get() as usize..end.get() as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    pub(super) fn text(&self, at: usize) -> &str {
        std::str::from_utf8(self.bytes_at(at)).unwrap_or_default()
    }

    pub(super) fn mentions(&self, at: usize) -> List<'_> {
        match self.mention_offsets().get(at..) {
            Some([start, end, ..]) => {
                self.all_mentions().get(start.get() as usize..end.get() as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }
}
