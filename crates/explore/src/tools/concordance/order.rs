//! Lines in the order of their words.
//!
//! A line's key is its words, the nearest first, up to as many as can be shown. Of each key the first sixteen bytes are kept;
//! the whole of it is made only where these leave open what stands on the page. Equal keys stand as the documents do.

use super::places::{Block, Places};
use crate::order::sort;
use crate::query::{MOST_CONTEXT, Sort};
use archive::BlockId;
use graph::order::sort_numbers;
use std::ops::Range;

/// The beginning of a line's key, and which line it is.
#[derive(Clone, Copy)]
struct Key {
    /// Four bytes each, the first the highest; zeros behind the end.
    start: [u32; 4],
    /// Index into the blocks of `Places`.
    block: u32,
    /// Which of the block's hits.
    hit: u32,
}

/// The lines of a range, in order.
pub(super) fn each_line(places: &Places, by: Sort, range: Range<usize>, each: &mut dyn FnMut(&Block, &Range<usize>)) {
    let mut keys: Vec<Key> = Vec::with_capacity(places.total);
    let mut place = 0;
    places.each_block(places.blocks.iter().map(|(block, _)| *block), &mut |block| {
        for (at, hit) in block.hits.iter().enumerate() {
            let mut bytes = key(block, hit, by, 16);
            bytes.resize(16, 0);
            let four = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
            keys.push(Key { start: [four(0), four(4), four(8), four(12)], block: place, hit: at as u32 });
        }
        place += 1;
    });
    let (mut keys, before) = candidates(keys, &range);
    sort(&mut keys, |one, other| one.start.cmp(&other.start));
    let shown = range.start - before..(range.end - before).min(keys.len());
    settle(places, by, &mut keys, &shown);
    for key in keys.get(shown).unwrap_or_default() {
        let id = places.blocks[key.block as usize].0;
        places.each_block(std::iter::once(id), &mut |block| {
            block.hits.get(key.hit as usize).into_iter().for_each(|hit| each(block, hit));
        });
    }
}

/// Those that can stand in the range, and how many stand before all of them: told by four bytes at a time, for as long as these
/// are the same at both ends of the range.
fn candidates(mut keys: Vec<Key>, range: &Range<usize>) -> (Vec<Key>, usize) {
    let mut before = 0;
    for four in 0..4 {
        let mut numbers: Vec<u32> = keys.iter().map(|key| key.start[four]).collect();
        sort_numbers(&mut numbers);
        let ends =
            [range.start, range.end.saturating_sub(1)].map(|end| numbers.get(end.saturating_sub(before)).copied());
        let [Some(least), Some(most)] = ends else { break };
        before += numbers.partition_point(|number| *number < least);
        keys.retain(|key| (least..=most).contains(&key.start[four]));
        if least != most {
            break;
        }
    }
    (keys, before)
}

/// Puts in order what the beginnings of the keys leave open within `shown`.
fn settle(places: &Places, by: Sort, keys: &mut [Key], shown: &Range<usize>) {
    let mut start = 0;
    while start < shown.end.min(keys.len()) {
        let same = keys[start..].iter().take_while(|key| key.start == keys[start].start).count();
        let run = start..start + same;
        start = run.end;
        // Two zeros stand only behind the end: such a key is known whole.
        if same < 2 || run.end <= shown.start || keys[run.start].start[3] & 0xFFFF == 0 {
            continue;
        }
        let mut whole: Vec<(Vec<u8>, Key)> = Vec::with_capacity(same);
        for at in &keys[run.clone()] {
            let id: BlockId = places.blocks[at.block as usize].0;
            places.each_block(std::iter::once(id), &mut |block| {
                let bytes = block.hits.get(at.hit as usize).map(|hit| key(block, hit, by, usize::MAX));
                whole.push((bytes.unwrap_or_default(), *at));
            });
        }
        sort(&mut whole, |(one, _), (other, _)| one.cmp(other));
        keys[run].iter_mut().zip(whole).for_each(|(key, (_, settled))| *key = settled);
    }
}

/// The words that a line is ordered by, folded, each with a zero behind it, so that the shorter of two words comes first; cut to
/// `most` bytes.
fn key(block: &Block, hit: &Range<usize>, by: Sort, most: usize) -> Vec<u8> {
    let (before, after) = block.around(hit);
    let mut bytes = Vec::new();
    let mut put = |word: &text::Word| {
        if bytes.len() < most {
            bytes.extend_from_slice(word.folded.as_bytes());
            bytes.push(0);
        }
    };
    let following = after..block.words.len().min(after + MOST_CONTEXT as usize);
    match by {
        Sort::Left => block.words[..before].iter().rev().take(MOST_CONTEXT as usize).for_each(&mut put),
        Sort::Hit => block.words[before..following.end].iter().for_each(&mut put),
        _ => block.words[following].iter().for_each(&mut put),
    }
    bytes.truncate(most);
    bytes
}
