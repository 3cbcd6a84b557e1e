//! A core as it is fetched: tables column by column, numbers as differences, and nothing that follows from the rest.
//!
//! After the 32 bytes with which a core begins come its sections in their order. A section is: the width of its numbers in bytes (0:
//! it has none and stands as it is; 1: it follows from others), the columns of its rows, how many numbers or bytes it has, and
//! these. A number is the difference to that before it in its column, its sign in the lowest bit. All but the first 32 bytes and
//! what stands as it is are LEB128, as in the index of words.
//!
//! The checksum among the 32 bytes is that of the core: whoever opens what was made of them learns whether it is the same.

use super::{Lists, joined_under, narrow_numbers, numbers};
use crate::error::OpenError;
use crate::id::NONE;
use crate::postings::{push_long, take_long};
use crate::reader::sections;
use crate::section::{
    DETAIL_COLUMNS, DOCUMENT_COLUMNS, ENTITY_COLUMNS, FORM_COLUMNS, PART_COLUMNS, STATEMENT_COLUMNS, Section, TABLE,
    TENURE_COLUMNS,
};

const AS_IT_IS: u64 = 0;
const FOLLOWS: u64 = 1;
const NARROW: u64 = 2;
const WIDE: u64 = 4;

/// A core without what its fetching can spare. Of anything else an error.
pub fn slight(core: &[u8]) -> Result<Vec<u8>, OpenError> {
    let ranges = sections(core, Section::COUNT).ok_or(OpenError::NotAnArchive)?;
    let of = |section: Section| &core[ranges[section as usize].clone()];
    let values = values(of(Section::KindStarts)).ok_or(OpenError::Damaged)?;
    let mut slight = core[..TABLE].to_vec();
    for section in Section::ALL {
        let bytes = of(*section);
        let (width, columns) = match shape(*section) {
            (WIDE, _) if is_of_values(*section) && values <= usize::from(u16::MAX) => (NARROW, 1),
            shape => shape,
        };
        push_long(width, &mut slight);
        push_long(columns as u64, &mut slight);
        match width {
            FOLLOWS => push_long(0, &mut slight),
            AS_IT_IS => {
                push_long(bytes.len() as u64, &mut slight);
                slight.extend_from_slice(bytes);
            }
            width => push_numbers(&read_numbers(bytes, width), columns, &mut slight),
        }
    }
    if whole(&slight)? == core { Ok(slight) } else { Err(OpenError::Damaged) }
}

/// The core that was made slight. Any bytes give an answer or an error, in memory of a few times their number.
pub fn whole(slight: &[u8]) -> Result<Vec<u8>, OpenError> {
    let (head, mut rest) = slight.split_at_checked(TABLE).ok_or(OpenError::NotAnArchive)?;
    let mut sections = Vec::with_capacity(Section::COUNT);
    let mut value_width = WIDE;
    for section in Section::ALL {
        let (width, bytes) = take_section(&mut rest).ok_or(OpenError::Damaged)?;
        if is_of_values(*section) {
            value_width = width;
        }
        sections.push(bytes);
    }
    follow(&mut sections, value_width).ok_or(OpenError::Damaged)?;
    joined_under(head, sections).map_err(|_| OpenError::Damaged)
}

/// How a section is written: the width of its numbers, and the columns of its rows.
fn shape(section: Section) -> (u64, usize) {
    match section {
        Section::StringBytes | Section::BlockKinds | Section::Text | Section::TermFirstBytes => (AS_IT_IS, 1),
        Section::MentionOffsets | Section::Mentions | Section::SentenceEnds => (AS_IT_IS, 1),
        Section::TermOffsets | Section::TermData => (AS_IT_IS, 1),
        Section::ValueDocumentOffsets | Section::ValueDocuments => (FOLLOWS, 1),
        Section::ValuePassageOffsets | Section::ValuePassages => (FOLLOWS, 1),
        Section::SpeakerStatementOffsets | Section::SpeakerStatements => (FOLLOWS, 1),
        Section::Entities => (WIDE, ENTITY_COLUMNS),
        Section::Documents => (WIDE, DOCUMENT_COLUMNS),
        Section::Forms => (WIDE, FORM_COLUMNS),
        Section::Tenures => (WIDE, TENURE_COLUMNS),
        Section::Statements => (WIDE, STATEMENT_COLUMNS),
        Section::StatementDetails => (WIDE, DETAIL_COLUMNS),
        Section::About | Section::PartyThatDay | Section::Pieces => (WIDE, 2),
        // The names of parts are as good as random.
        Section::TextParts | Section::WordParts => (AS_IT_IS, PART_COLUMNS),
        _ => (WIDE, 1),
    }
}

/// Whether its numbers are two bytes wide where all values fit.
fn is_of_values(section: Section) -> bool {
    matches!(
        section,
        Section::DocumentValues | Section::PassageValues | Section::SentenceValues | Section::StatementValues
    )
}

/// Puts in what follows from other sections: the lists of each value, and of each speaker.
fn follow(sections: &mut [Vec<u8>], value_width: u64) -> Option<()> {
    // Every entity has its row, so that a number that nothing bears out asks for no memory.
    let entities = sections[Section::Entities as usize].len() / (ENTITY_COLUMNS * 4);
    let values =
        values(&sections[Section::KindStarts as usize]).filter(|values| *values <= entities.saturating_mul(3))?;
    let read = |sections: &[Vec<u8>], section: Section, width| read_numbers(&sections[section as usize], width);
    for (own_offsets, own, offsets, lists) in [
        (
            Section::ValueDocumentOffsets,
            Section::ValueDocuments,
            Section::DocumentValueOffsets,
            Section::DocumentValues,
        ),
        (Section::ValuePassageOffsets, Section::ValuePassages, Section::PassageValueOffsets, Section::PassageValues),
    ] {
        let lists = Lists { offsets: read(sections, offsets, WIDE), values: read(sections, lists, value_width) };
        let turned = turned(&lists, values)?;
        sections[own_offsets as usize] = numbers(&turned.offsets);
        sections[own as usize] = numbers(&turned.values);
    }
    let rows = read(sections, Section::Statements, WIDE);
    let speakers = rows.as_chunks::<STATEMENT_COLUMNS>().0.iter().map(|row| row[3]);
    let lists =
        Lists::of(speakers.map(|speaker| Some(speaker).filter(|speaker| *speaker != NONE).into_iter().collect()));
    let turned = turned(&lists, entities)?;
    sections[Section::SpeakerStatementOffsets as usize] = numbers(&turned.offsets);
    sections[Section::SpeakerStatements as usize] = numbers(&turned.values);
    Some(())
}

/// `None` if the lists are none, or hold what is not below `count`.
fn turned(lists: &Lists, count: usize) -> Option<Lists> {
    let ends = lists.offsets.last().map_or(0, |last| *last as usize);
    let are_lists = lists.offsets.is_sorted() && ends <= lists.values.len();
    let are_below = lists.values.iter().all(|value| (*value as usize) < count);
    (are_lists && are_below).then(|| lists.turned(count))
}

/// How many values there are: entities, and the parties twice more.
fn values(kind_starts: &[u8]) -> Option<usize> {
    let starts = read_numbers(kind_starts, WIDE);
    let [_, parties, after, .., entities] = starts[..] else { return None };
    (entities as usize).checked_add((after.checked_sub(parties)? as usize).checked_mul(2)?)
}

fn read_numbers(bytes: &[u8], width: u64) -> Vec<u32> {
    match width {
        NARROW => bytes.as_chunks().0.iter().map(|two| u32::from(u16::from_le_bytes(*two))).collect(),
        _ => bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect(),
    }
}

fn push_numbers(numbers: &[u32], columns: usize, bytes: &mut Vec<u8>) {
    push_long(numbers.len() as u64, bytes);
    for column in 0..columns {
        let mut before = 0_u32;
        for number in numbers.iter().skip(column).step_by(columns) {
            let step = number.wrapping_sub(before) as i32;
            push_long(u64::from(((step << 1) ^ (step >> 31)) as u32), bytes);
            before = *number;
        }
    }
}

/// A section, and the width of its numbers.
fn take_section(bytes: &mut &[u8]) -> Option<(u64, Vec<u8>)> {
    let width = take_long(bytes)?;
    let columns = usize::try_from(take_long(bytes)?).ok()?;
    let count = usize::try_from(take_long(bytes)?).ok()?;
    // A number has a byte at least, and rows are whole.
    if count > bytes.len() || columns == 0 {
        return None;
    }
    if matches!(width, AS_IT_IS | FOLLOWS) {
        let (section, rest) = bytes.split_at(count);
        *bytes = rest;
        return Some((width, section.to_vec()));
    }
    let mut taken = vec![0_u32; count];
    for column in 0..columns.min(count) {
        let mut before = 0_u32;
        for number in taken.iter_mut().skip(column).step_by(columns) {
            let coded = u32::try_from(take_long(bytes)?).ok()?;
            before = before.wrapping_add((coded >> 1) ^ (coded & 1).wrapping_neg());
            *number = before;
        }
    }
    Some((width, if width == NARROW { narrow_numbers(&taken) } else { numbers(&taken) }))
}
