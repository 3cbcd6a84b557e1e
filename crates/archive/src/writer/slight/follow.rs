//! What follows in a core from the rest of it: both ways between values and what carries them, orders by name, who speaks what.

use super::super::{Lists, narrow_numbers, numbers};
use super::sets::{Bits, Read};
use super::{NARROW, WIDE, countings, read, read_numbers, values, width_of_values};
use crate::id::NONE;
use crate::postings::{push_long, take_long};
use crate::section::{DOCUMENT_COLUMNS, ENTITY_COLUMNS, STATEMENT_COLUMNS, Section};

/// The documents of each value, but of parties counted as either: these follow from the other two countings.
pub(super) fn push_documents<'a>(of: impl Fn(Section) -> &'a [u8], slight: &mut Vec<u8>) -> Option<()> {
    let [_, people, _] = countings(of(Section::KindStarts))?;
    let documents = (of(Section::Documents).len() / (DOCUMENT_COLUMNS * 4)) as u32;
    let offsets = read_numbers(of(Section::ValueDocumentOffsets), WIDE);
    let all = read_numbers(of(Section::ValueDocuments), WIDE);
    let mut bits = Bits::default();
    for ends in offsets.windows(2).take(people.end) {
        let set = all.get(ends[0] as usize..ends[1] as usize)?;
        push_long(set.len() as u64, slight);
        bits.push_set(set, 0, documents.saturating_sub(1));
    }
    slight.extend_from_slice(&bits.finished());
    Some(())
}

/// What `push_documents` has put in, both ways: the documents of each value, and the values of each document.
pub(super) fn follow_documents(sections: &mut [Vec<u8>], mut slight: &[u8], most: usize) -> Option<()> {
    let kinds = &sections[Section::KindStarts as usize];
    let [named, people, either] = countings(kinds)?;
    let width = width_of_values(kinds)?;
    let documents = sections[Section::Documents as usize].len() / (DOCUMENT_COLUMNS * 4);
    let mut counts = Vec::new();
    for _ in 0..people.end {
        counts.push(usize::try_from(take_long(&mut slight)?).ok().filter(|count| *count <= documents)?);
    }
    if counts.iter().sum::<usize>() > most {
        return None;
    }
    let mut bits = Read::of(slight);
    let mut sets: Vec<Vec<u32>> = Vec::with_capacity(either.end);
    for count in counts {
        let mut set = vec![0; count];
        bits.take_set(&mut set, 0, documents.saturating_sub(1) as u32);
        sets.push(set);
    }
    for party in 0..either.len() {
        let either = union(&sets[named.start + party], &sets[people.start + party]);
        sets.push(either);
    }
    if !bits.is_at_end() {
        return None;
    }
    let lists = Lists::of(sets.into_iter());
    let turned = turned(&lists, documents)?;
    let narrow =
        |numbers: &[u32]| if width == NARROW { narrow_numbers(numbers) } else { super::super::numbers(numbers) };
    for (section, bytes) in [
        (Section::ValueDocumentOffsets, numbers(&lists.offsets)),
        (Section::ValueDocuments, numbers(&lists.values)),
        (Section::DocumentValueOffsets, numbers(&turned.offsets)),
        (Section::DocumentValues, narrow(&turned.values)),
    ] {
        sections[section as usize] = bytes;
    }
    Some(())
}

/// Two ascending sets as one.
fn union(one: &[u32], other: &[u32]) -> Vec<u32> {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut union = Vec::new();
    while let Some(least) = one.peek().into_iter().chain(other.peek()).min().map(|least| **least) {
        one.next_if(|number| **number == least);
        other.next_if(|number| **number == least);
        union.push(least);
    }
    union
}

/// Entities in the order of slugs, and documents in that of ids.
pub(super) fn follow_names(sections: &mut [Vec<u8>]) -> Option<()> {
    let (offsets, strings) = (read(sections, Section::StringOffsets), &sections[Section::StringBytes as usize]);
    let string = |string: u32| match offsets.get(string as usize..) {
        Some([start, end, ..]) => strings.get(*start as usize..*end as usize).unwrap_or_default(),
        _ => &[],
    };
    let starts = read(sections, Section::KindStarts);
    let order = |rows: Section, columns: usize, starts: &[u32]| {
        let rows = read(sections, rows);
        let key = |row: u32| string(rows[row as usize * columns]);
        let mut order: Vec<u32> = Vec::new();
        for ends in starts.windows(2).filter(|ends| ends[0] <= ends[1] && ends[1] as usize <= rows.len() / columns) {
            order.append(&mut in_order((ends[0]..ends[1]).collect(), &|one, other| key(one) <= key(other)));
        }
        numbers(&order)
    };
    let entities = order(Section::Entities, ENTITY_COLUMNS, &starts);
    let documents = sections[Section::Documents as usize].len() / (DOCUMENT_COLUMNS * 4);
    let documents = order(Section::Documents, DOCUMENT_COLUMNS, &[0, documents as u32]);
    sections[Section::EntitiesBySlug as usize] = entities;
    sections[Section::DocumentsById as usize] = documents;
    Some(())
}

/// Numbers merged into an order. By hand: the library's sort is the larger program.
fn in_order(mut numbers: Vec<u32>, is_before: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut merged = Vec::with_capacity(numbers.len());
    let mut width = 1;
    while width < numbers.len() {
        for both in numbers.chunks(2 * width) {
            let (mut one, mut other) = both.split_at(width.min(both.len()));
            while let ([first, rest @ ..], [second, others @ ..]) = (one, other) {
                if is_before(*first, *second) {
                    merged.push(*first);
                    one = rest;
                } else {
                    merged.push(*second);
                    other = others;
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
        }
        std::mem::swap(&mut numbers, &mut merged);
        merged.clear();
        width *= 2;
    }
    numbers
}

/// The passages of each value, and the statements of each speaker.
pub(super) fn follow_passages(sections: &mut [Vec<u8>]) -> Option<()> {
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

/// `None` if the lists are none, or hold what is not below `count`.
fn turned(lists: &Lists, count: usize) -> Option<Lists> {
    let ends = lists.offsets.last().map_or(0, |last| *last as usize);
    let are_lists = lists.offsets.is_sorted() && ends <= lists.values.len();
    let are_below = lists.values.iter().all(|value| (*value as usize) < count);
    (are_lists && are_below).then(|| lists.turned(count))
}
