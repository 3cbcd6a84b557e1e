//! Search words and where they stand: blocks of front-coded words, each with its words' postings behind them.
//!
//! A block of words is: the number of words; for each word the length it shares with the word before, the length of the
//! rest, the rest, its number of postings and their length in bytes; then the postings. A posting is the distance from
//! the block before, doubled, plus one if a count follows (minus two); otherwise the word stands there once.
//! All numbers are LEB128. Reading is total: bytes that make no sense end the reading.

use crate::contents::{Posting, Term};

/// Between a folded word and one of its spellings with diacritics ("maori", this, "māori"); stands in no word.
pub const EXACT: char = '\u{1}';

const WORDS_A_BLOCK: usize = 128;
const BYTES_A_BLOCK: usize = 32 * 1024;

/// The four sections of the word index.
#[derive(Default)]
pub(crate) struct WordIndex {
    pub(crate) first_offsets: Vec<u32>,
    pub(crate) first_bytes: Vec<u8>,
    pub(crate) offsets: Vec<u32>,
    pub(crate) data: Vec<u8>,
}

pub(crate) fn encode(terms: &[Term]) -> WordIndex {
    let mut index = WordIndex { first_offsets: vec![0], offsets: vec![0], ..WordIndex::default() };
    let mut open = Vec::new();
    let mut size = 0;
    for term in terms {
        let postings = encode_postings(&term.postings);
        size += term.word.len() + postings.len();
        open.push((term, postings));
        if open.len() == WORDS_A_BLOCK || size >= BYTES_A_BLOCK {
            close(&mut index, &mut open);
            size = 0;
        }
    }
    close(&mut index, &mut open);
    index
}

fn close(index: &mut WordIndex, open: &mut Vec<(&Term, Vec<u8>)>) {
    let Some((first, _)) = open.first() else { return };
    index.first_bytes.extend_from_slice(first.word.as_bytes());
    index.first_offsets.push(index.first_bytes.len() as u32);
    push_number(open.len() as u32, &mut index.data);
    let mut before: &str = "";
    for (term, postings) in open.iter() {
        let shared = shared_length(before, &term.word);
        push_number(shared as u32, &mut index.data);
        push_number((term.word.len() - shared) as u32, &mut index.data);
        index.data.extend_from_slice(&term.word.as_bytes()[shared..]);
        push_number(term.postings.len() as u32, &mut index.data);
        push_number(postings.len() as u32, &mut index.data);
        before = &term.word;
    }
    for (_, postings) in open.drain(..) {
        index.data.extend_from_slice(&postings);
    }
    index.offsets.push(index.data.len() as u32);
}

fn encode_postings(postings: &[Posting]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(postings.len() + 4);
    let mut next = 0;
    for posting in postings {
        let distance = posting.block - next;
        if posting.count > 1 {
            push_long(u64::from(distance) << 1 | 1, &mut bytes);
            push_number(posting.count - 2, &mut bytes);
        } else {
            push_long(u64::from(distance) << 1, &mut bytes);
        }
        next = posting.block + 1;
    }
    bytes
}

fn shared_length(one: &str, other: &str) -> usize {
    let mut length = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    while !other.is_char_boundary(length) {
        length -= 1;
    }
    length
}

fn push_number(number: u32, bytes: &mut Vec<u8>) {
    push_long(u64::from(number), bytes);
}

pub(crate) fn push_long(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

pub(crate) fn take_long(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
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

    fn next(&mut self) -> Option<Posting> {
        let posting = self.read();
        match posting {
            Some(posting) => self.next = posting.block + 1,
            None => self.bytes = &[],
        }
        posting
    }
}

impl Postings<'_> {
    fn read(&mut self) -> Option<Posting> {
        let coded = take_long(&mut self.bytes)?;
        let block = self.next.checked_add(u32::try_from(coded >> 1).ok()?)?;
        let count = if coded & 1 == 1 { take_number(&mut self.bytes)?.checked_add(2)? } else { 1 };
        (block < self.limit).then_some(Posting { block, count })
    }
}

/// The words of one block of words.
pub(crate) fn decode(mut bytes: &[u8], limit: u32) -> Vec<TermEntry<'_>> {
    let Some(entries) = decode_heads(&mut bytes) else { return Vec::new() };
    let mut terms = Vec::with_capacity(entries.len());
    for (word, blocks, length) in entries {
        let Some((postings, rest)) = bytes.split_at_checked(length) else { break };
        bytes = rest;
        terms.push(TermEntry { word, blocks, postings: Postings { bytes: postings, next: 0, limit } });
    }
    terms
}

fn decode_heads(bytes: &mut &[u8]) -> Option<Vec<(String, u32, usize)>> {
    let count = take_number(bytes)? as usize;
    // Words may repeat all of the word before: without a bound, a few bytes could ask for any amount of memory.
    if count > WORDS_A_BLOCK {
        return None;
    }
    let mut heads: Vec<(String, u32, usize)> = Vec::with_capacity(count);
    for _ in 0..count {
        let shared = take_number(bytes)? as usize;
        let length = take_number(bytes)? as usize;
        let (rest, after) = bytes.split_at_checked(length)?;
        *bytes = after;
        let before = heads.last().map_or("", |(word, _, _)| word.as_str());
        let word = before.get(..shared)?.to_owned() + std::str::from_utf8(rest).ok()?;
        let (blocks, length) = (take_number(bytes)?, take_number(bytes)? as usize);
        // A posting takes at least a byte; a caller may make room for as many as are promised here.
        if blocks as usize > length {
            return None;
        }
        heads.push((word, blocks, length));
    }
    Some(heads)
}
