//! A core as it is fetched: tables column by column, numbers as differences, and nothing that follows from the rest.
//!
//! After the 32 bytes with which a core begins come its strings (`strings`), its sections in their order, and the documents of each
//! value (how many of each, then `sets`); a late part has its own sections behind its number.
//! A section is: the width of its numbers in bytes (0: it has none and stands as it is; 1: it follows from others; 3: it is the
//! same as one before), the columns of its rows, how many numbers or bytes it has (the number of that other section), and these. A number is the difference to that before it in its column, its sign in the lowest bit. All but the first 32 bytes and
//! what stands as it is are LEB128, as in the index of words.
//!
//! The checksum among the 32 bytes is that of the core: whoever opens what was made of them learns whether it is the same.

use super::{joined, joined_under, narrow_numbers, numbers};
use crate::error::OpenError;
use crate::postings::{push_long, take_long};
use crate::reader::{Archive, sections};
use crate::section::{
    DETAIL_COLUMNS, DOCUMENT_COLUMNS, ENTITY_COLUMNS, FORM_COLUMNS, HERE, Late, PART_COLUMNS, STATEMENT_COLUMNS,
    Section, TABLE, TENURE_COLUMNS,
};
use follow::{follow_documents, follow_names, follow_passages, push_documents};
use std::ops::Range;
use strings::{push_strings, take_strings};

mod follow;
mod sets;
mod strings;

const AS_IT_IS: u64 = 0;
const FOLLOWS: u64 = 1;
const NARROW: u64 = 2;
const AS_BEFORE: u64 = 3;
const WIDE: u64 = 4;

/// A core without what its fetching can spare; nothing [`Late`] is here yet. Of anything else an error.
pub fn slight(core: &[u8]) -> Result<Vec<u8>, OpenError> {
    let ranges = sections(core, Section::COUNT).ok_or(OpenError::NotAnArchive)?;
    let of = |section: Section| &core[ranges[section as usize].clone()];
    let mut slight = core[..TABLE].to_vec();
    push_strings(&read_numbers(of(Section::StringOffsets), WIDE), of(Section::StringBytes), &mut slight);
    push_sections(Late::sections_of_core(), of, &mut slight).ok_or(OpenError::Damaged)?;
    push_documents(of, &mut slight).ok_or(OpenError::Damaged)?;
    if whole(&slight)? == core { Ok(slight) } else { Err(OpenError::Damaged) }
}

/// The core that was made slight. Any bytes give an answer or an error, in memory of some times their number.
pub fn whole(slight: &[u8]) -> Result<Vec<u8>, OpenError> {
    let (head, mut rest) = slight.split_at_checked(TABLE).ok_or(OpenError::NotAnArchive)?;
    let mut sections = vec![Vec::new(); Section::COUNT];
    let (offsets, strings) = take_strings(&mut rest).ok_or(OpenError::Damaged)?;
    take_sections(Late::sections_of_core(), &mut rest, &mut sections).ok_or(OpenError::Damaged)?;
    sections[Section::StringOffsets as usize] = numbers(&offsets);
    sections[Section::StringBytes as usize] = strings;
    // What is not more than so many times what is there, asks for no memory that nothing bears out.
    let most = slight.len().saturating_mul(64);
    follow_documents(&mut sections, rest, most).ok_or(OpenError::Damaged)?;
    follow_names(&mut sections).ok_or(OpenError::Damaged)?;
    joined_under(head, sections).map_err(|_| OpenError::Damaged)
}

/// The late sections of a whole archive, as they are fetched.
pub(super) fn late(archive: &Archive, late: Late) -> Vec<u8> {
    let mut bytes = Vec::new();
    push_sections(late.sections().iter().copied(), |section| archive.bytes_of(section), &mut bytes)
        .expect("an archive has kinds of entities");
    bytes
}

/// A core with late sections put in.
pub(crate) fn with_late(archive: &Archive, late: Late, bytes: &[u8]) -> Result<Vec<u8>, OpenError> {
    let mut sections: Vec<Vec<u8>> = Section::ALL.iter().map(|section| archive.bytes_of(*section).to_vec()).collect();
    let mut bytes = bytes;
    take_sections(late.sections().iter().copied(), &mut bytes, &mut sections)
        .filter(|()| bytes.is_empty())
        .and_then(|()| if late == Late::Passages { follow_passages(&mut sections) } else { Some(()) })
        .ok_or(OpenError::Damaged)?;
    let row = late as usize * PART_COLUMNS * 4;
    let first = sections[Section::LateParts as usize].get_mut(row..row + 4).ok_or(OpenError::Damaged)?;
    first.copy_from_slice(&(late as u32 | HERE).to_le_bytes());
    let fingerprint = archive.as_bytes()[24..TABLE].try_into().unwrap_or_default();
    joined(sections.into_iter().map(|section| vec![section]).collect(), |_| fingerprint).map_err(|_| OpenError::Damaged)
}

/// `None` where no kinds of entities are.
fn push_sections<'a>(
    list: impl Iterator<Item = Section>,
    of: impl Fn(Section) -> &'a [u8],
    slight: &mut Vec<u8>,
) -> Option<()> {
    let width = width_of_values(of(Section::KindStarts))?;
    let mut before: Vec<Section> = Vec::new();
    for section in list {
        let bytes = of(section);
        let twin = before.iter().find(|other| !bytes.is_empty() && of(**other) == bytes);
        let (width, columns) = match shape(section) {
            _ if twin.is_some() => (AS_BEFORE, 1),
            (WIDE, _) if is_of_values(section) => (width, 1),
            shape => shape,
        };
        push_long(width, slight);
        push_long(columns as u64, slight);
        match (width, twin) {
            (_, Some(twin)) => push_long(*twin as u64, slight),
            (FOLLOWS, _) => push_long(0, slight),
            (AS_IT_IS, _) => {
                push_long(bytes.len() as u64, slight);
                slight.extend_from_slice(bytes);
            }
            (width, _) => push_numbers(&read_numbers(bytes, width), columns, slight),
        }
        if width != FOLLOWS {
            before.push(section);
        }
    }
    Some(())
}

fn take_sections(list: impl Iterator<Item = Section>, bytes: &mut &[u8], sections: &mut [Vec<u8>]) -> Option<()> {
    for section in list {
        let taken = take_section(bytes, sections)?;
        sections[section as usize] = taken;
    }
    Some(())
}

/// How a section is written: the width of its numbers, and the columns of its rows.
fn shape(section: Section) -> (u64, usize) {
    match section {
        Section::StringOffsets | Section::StringBytes => (FOLLOWS, 1),
        Section::EntitiesBySlug | Section::DocumentsById => (FOLLOWS, 1),
        Section::BlockKinds | Section::Text | Section::TermFirstBytes => (AS_IT_IS, 1),
        Section::MentionOffsets | Section::Mentions | Section::SentenceEnds => (AS_IT_IS, 1),
        Section::TermOffsets | Section::TermData => (AS_IT_IS, 1),
        Section::ValueDocumentOffsets | Section::ValueDocuments => (FOLLOWS, 1),
        Section::DocumentValueOffsets | Section::DocumentValues => (FOLLOWS, 1),
        Section::ValuePassageOffsets | Section::ValuePassages => (FOLLOWS, 1),
        Section::SpeakerStatements => (FOLLOWS, 1),
        Section::Entities => (WIDE, ENTITY_COLUMNS),
        Section::Documents => (WIDE, DOCUMENT_COLUMNS),
        Section::Forms => (WIDE, FORM_COLUMNS),
        Section::Tenures => (WIDE, TENURE_COLUMNS),
        Section::Statements => (WIDE, STATEMENT_COLUMNS),
        Section::StatementDetails => (WIDE, DETAIL_COLUMNS),
        Section::About | Section::PartyThatDay | Section::Pieces => (WIDE, 2),
        // The names of parts are as good as random.
        Section::TextParts | Section::WordParts | Section::TitleParts | Section::LateParts => (AS_IT_IS, PART_COLUMNS),
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

fn read(sections: &[Vec<u8>], section: Section) -> Vec<u32> {
    read_numbers(&sections[section as usize], WIDE)
}

fn width_of_values(kind_starts: &[u8]) -> Option<u64> {
    Some(if values(kind_starts)? <= usize::from(u16::MAX) { NARROW } else { WIDE })
}

/// How many values there are: entities, and the parties twice more.
fn values(kind_starts: &[u8]) -> Option<usize> {
    countings(kind_starts).map(|[.., either]| either.end)
}

/// The values of parties: as named, as those of people, as either.
fn countings(kind_starts: &[u8]) -> Option<[Range<usize>; 3]> {
    let starts = read_numbers(kind_starts, WIDE);
    let [_, parties, after, .., entities] = starts[..] else { return None };
    let [parties, after, entities] = [parties as usize, after as usize, entities as usize];
    let people = entities..entities.checked_add(after.checked_sub(parties)?)?;
    let either = people.end..people.end.checked_add(people.len())?;
    (after <= entities).then_some([parties..after, people, either])
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

/// A section; what is the same as one before is taken from there.
fn take_section(bytes: &mut &[u8], before: &[Vec<u8>]) -> Option<Vec<u8>> {
    let width = take_long(bytes)?;
    let columns = usize::try_from(take_long(bytes)?).ok()?;
    let count = usize::try_from(take_long(bytes)?).ok()?;
    if width == AS_BEFORE {
        return before.get(count).cloned();
    }
    // A number has a byte at least, and rows are whole.
    if count > bytes.len() || columns == 0 {
        return None;
    }
    if matches!(width, AS_IT_IS | FOLLOWS) {
        let (section, rest) = bytes.split_at(count);
        *bytes = rest;
        return Some(section.to_vec());
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
    Some(if width == NARROW { narrow_numbers(&taken) } else { numbers(&taken) })
}
