//! Search words and where they stand: blocks of front-coded words, each with its words' postings behind them.
//!
//! A block of words is: the number of words; for each word the length it shares with the word before, the length of the
//! rest, the rest, its number of postings and their length in bytes; then the postings. A posting is the distance from
//! the block before, doubled, plus one if a count follows (minus two); otherwise the word stands there once.
//! All numbers are LEB128. `writer::words` writes them. Reading is total: bytes that make no sense end the reading.

use crate::contents::Posting;

/// Between a folded word and one of its spellings with diacritics ("maori", this, "māori"); stands in no word.
pub const EXACT: char = '\u{1}';

pub(crate) const WORDS_A_BLOCK: usize = 128;
pub(crate) const BYTES_A_BLOCK: usize = 32 * 1024;

pub(crate) fn push_long(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

pub(crate) fn take_long(bytes: &mut &[u8]) -> Option<u64> {
    let (mut number, mut shift) = (0, 0);
    while shift < 63 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
    None
}

fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    take_long(bytes).and_then(|number| u32::try_from(number).ok())
}

/// A word with its postings.
#[derive(Clone, Debug)]
pub struct TermEntry<'a> {
    pub word: String,
    /// How many blocks it stands in.
    pub blocks: u32,
    pub postings: Postings<'a>,
}

/// The blocks a word stands in, ascending.
#[derive(Clone, Debug, Default)]
pub struct Postings<'a> {
    bytes: &'a [u8],
    next: u32,
    /// Number of blocks in the archive: postings beyond it end the reading.
    limit: u32,
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    // Nearly all are of one byte, or of two with the count: these are read where they are wanted, without a call, and without asking
    // which of the two it is, since no processor can foretell that.
    #[inline(always)]
    fn next(&mut self) -> Option<Posting> {
        let (distance, count, rest) = match self.bytes {
            [coded, count, ..] if (coded | count & (coded & 1).wrapping_neg()) < 0x80 => {
                let more = coded & 1;
                let rest = self.bytes.get(usize::from(1 + more)..)?;
                (u32::from(coded >> 1), u32::from(1 + more + (count & more.wrapping_neg())), rest)
            }
            bytes => long_posting(bytes)?,
        };
        let block = self.next.checked_add(distance).filter(|block| *block < self.limit)?;
        (self.bytes, self.next) = (rest, block + 1);
        Some(Posting { block, count })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.bytes.len()))
    }
}

/// Distance and count of a posting of any length, and what stands behind it. All by value, so that whoever goes through postings
/// can hold their place without memory.
#[inline(never)]
fn long_posting(mut bytes: &[u8]) -> Option<(u32, u32, &[u8])> {
    let coded = take_long(&mut bytes)?;
    let count = if coded & 1 == 1 { take_number(&mut bytes)?.checked_add(2)? } else { 1 };
    Some((u32::try_from(coded >> 1).ok()?, count, bytes))
}

/// Those words of one block of words that begin with `prefix`.
pub(crate) fn decode<'a>(bytes: &'a [u8], prefix: &str, limit: u32) -> Vec<TermEntry<'a>> {
    terms(bytes, prefix, limit).unwrap_or_default()
}

fn terms<'a>(mut bytes: &'a [u8], prefix: &str, limit: u32) -> Option<Vec<TermEntry<'a>>> {
    let count = take_number(&mut bytes)? as usize;
    // Words may repeat all of the word before: without a bound, a few bytes could ask for any amount of memory.
    if count > WORDS_A_BLOCK {
        return None;
    }
    let mut found: Vec<(String, u32, usize, usize)> = Vec::new();
    let (mut word, mut end) = (Vec::new(), 0_usize);
    for _ in 0..count {
        let shared = take_number(&mut bytes)? as usize;
        let length = take_number(&mut bytes)? as usize;
        let (rest, after) = bytes.split_at_checked(length)?;
        bytes = after;
        if shared > word.len() {
            return None;
        }
        word.truncate(shared);
        word.extend_from_slice(rest);
        let (blocks, length) = (take_number(&mut bytes)?, take_number(&mut bytes)? as usize);
        // A posting takes at least a byte; a caller may make room for as many as are promised here.
        if blocks as usize > length {
            return None;
        }
        // Of the others nothing is kept: most questions are for one word of a block.
        if word.starts_with(prefix.as_bytes()) {
            found.push((String::from_utf8(word.clone()).ok()?, blocks, end, length));
        }
        end = end.checked_add(length)?;
    }
    let entry = |(word, blocks, start, length): (String, u32, usize, usize)| {
        let bytes = bytes.get(start..)?.get(..length)?;
        Some(TermEntry { word, blocks, postings: Postings { bytes, next: 0, limit } })
    };
    Some(found.into_iter().map_while(entry).collect())
}
