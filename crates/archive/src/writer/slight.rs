//! A core as it is fetched: tables column by column, numbers as differences, and nothing that follows from the rest.
//!
//! After the 32 bytes with which a core begins come its sections in their order; a late part has its own sections behind its number.
//! A section is: the width of its numbers in bytes (0: it has none and stands as it is; 1: it follows from others; 3: it is the
//! same as one before), the columns of its rows, how many numbers or bytes it has (the number of that other section), and these. A number is the difference to that before it in its column, its sign in the lowest bit. All but the first 32 bytes and
//! what stands as it is are LEB128, as in the index of words.
//!
//! The checksum among the 32 bytes is that of the core: whoever opens what was made of them learns whether it is the same.

use super::{Lists, joined, joined_under, narrow_numbers, numbers};
use crate::error::OpenError;
use crate::id::NONE;
use crate::postings::{push_long, take_long};
use crate::reader::{Archive, sections};
use crate::section::{
    DETAIL_COLUMNS, DOCUMENT_COLUMNS, ENTITY_COLUMNS, FORM_COLUMNS, HERE, Late, PART_COLUMNS, STATEMENT_COLUMNS,
    Section, TABLE, TENURE_COLUMNS,
};

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
    push_sections(Late::sections_of_core(), of, &mut slight).ok_or(OpenError::Damaged)?;
    if whole(&slight)? == core { Ok(slight) } else { Err(OpenError::Damaged) }
}

/// The core that was made slight. Any bytes give an answer or an error, in memory of some times their number.
pub fn whole(slight: &[u8]) -> Result<Vec<u8>, OpenError> {
    let (head, rest) = slight.split_at_checked(TABLE).ok_or(OpenError::NotAnArchive)?;
    let mut sections = vec![Vec::new(); Section::COUNT];
    take_sections(Late::sections_of_core(), rest, &mut sections)
        .and_then(|()| follow_documents(&mut sections))
        .ok_or(OpenError::Damaged)?;
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
    take_sections(late.sections().iter().copied(), bytes, &mut sections)
        .and_then(|()| if late == Late::Passages { follow_passages(&mut sections) } else { Some(()) })
        .ok_or(OpenError::Damaged)?;
    let row = late as usize * PART_COLUMNS * 4;
    let first = sections[Section::LateParts as usize].get_mut(row..row + 4).ok_or(OpenError::Damaged)?;
    first.copy_from_slice(&(late as u32 | HERE).to_le_bytes());
    let fingerprint = archive.as_bytes()[24..TABLE].try_into().unwrap_or_default();
    joined(sections, |_| fingerprint).map_err(|_| OpenError::Damaged)
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

fn take_sections(list: impl Iterator<Item = Section>, mut bytes: &[u8], sections: &mut [Vec<u8>]) -> Option<()> {
    for section in list {
        let taken = take_section(&mut bytes, sections)?;
        sections[section as usize] = taken;
    }
    bytes.is_empty().then_some(())
}

/// How a section is written: the width of its numbers, and the columns of its rows.
fn shape(section: Section) -> (u64, usize) {
    match section {
        Section::StringBytes | Section::BlockKinds | Section::Text | Section::TermFirstBytes => (AS_IT_IS, 1),
        Section::MentionOffsets | Section::Mentions | Section::SentenceEnds => (AS_IT_IS, 1),
        Section::TermOffsets | Section::TermData => (AS_IT_IS, 1),
        Section::ValueDocumentOffsets | Section::ValueDocuments => (FOLLOWS, 1),
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
        Section::TextParts | Section::WordParts | Section::LateParts => (AS_IT_IS, PART_COLUMNS),
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

/// Puts in what follows from other sections: the documents of each value.
fn follow_documents(sections: &mut [Vec<u8>]) -> Option<()> {
    follow(
        sections,
        [Section::DocumentValueOffsets, Section::DocumentValues],
        [Section::ValueDocumentOffsets, Section::ValueDocuments],
    )
}

/// The passages of each value, and the statements of each speaker.
fn follow_passages(sections: &mut [Vec<u8>]) -> Option<()> {
    follow(
        sections,
        [Section::PassageValueOffsets, Section::PassageValues],
        [Section::ValuePassageOffsets, Section::ValuePassages],
    )?;
    let rows = read(sections, Section::Statements);
    let speakers = rows.as_chunks::<STATEMENT_COLUMNS>().0.iter().map(|row| row[3]);
    let lists =
        Lists::of(speakers.map(|speaker| Some(speaker).filter(|speaker| *speaker != NONE).into_iter().collect()));
    let entities = sections[Section::Entities as usize].len() / (ENTITY_COLUMNS * 4);
    sections[Section::SpeakerStatements as usize] = numbers(&turned(&lists, entities)?.values);
    Some(())
}

/// The lists of each value, where those of each unit are.
fn follow(sections: &mut [Vec<u8>], from: [Section; 2], [own_offsets, own]: [Section; 2]) -> Option<()> {
    // Every entity has its row, so that a number that nothing bears out asks for no memory.
    let entities = sections[Section::Entities as usize].len() / (ENTITY_COLUMNS * 4);
    let kinds = &sections[Section::KindStarts as usize];
    let values = values(kinds).filter(|values| *values <= entities.saturating_mul(3))?;
    let width = width_of_values(kinds)?;
    let lists = Lists { offsets: read(sections, from[0]), values: read_numbers(&sections[from[1] as usize], width) };
    let turned = turned(&lists, values)?;
    sections[own_offsets as usize] = numbers(&turned.offsets);
    sections[own as usize] = numbers(&turned.values);
    Some(())
}

fn read(sections: &[Vec<u8>], section: Section) -> Vec<u32> {
    read_numbers(&sections[section as usize], WIDE)
}

fn width_of_values(kind_starts: &[u8]) -> Option<u64> {
    Some(if values(kind_starts)? <= usize::from(u16::MAX) { NARROW } else { WIDE })
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
