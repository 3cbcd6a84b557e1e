//! The sections of search words: postings gathered as they will lie in the archive, then blocks of front-coded words.
//!
//! `postings` says what a block of words is, and reads it.

use crate::contents::{Posting, Term};
use crate::postings::{BYTES_A_BLOCK, WORDS_A_BLOCK, push_long};
use std::collections::HashMap;

/// The search words of documents as these come, each with its postings in as many bytes as they will have in the archive.
#[derive(Clone, Debug, Default)]
pub struct WordIndex {
    lists: HashMap<String, List>,
}

#[derive(Clone, Debug, Default)]
struct List {
    /// How many blocks it has.
    blocks: u32,
    /// The block after the last.
    next: u32,
    bytes: Vec<u8>,
}

impl WordIndex {
    /// Notes the further blocks of a word, ascending, all after those that were noted before.
    pub fn note(&mut self, word: &str, postings: impl IntoIterator<Item = Posting>) {
        if let Some(list) = self.lists.get_mut(word) {
            postings.into_iter().for_each(|posting| list.push(posting));
        } else {
            let list = List::of(postings);
            self.lists.insert(word.to_owned(), list);
        }
    }

    pub(super) fn sections(self) -> WordSections {
        let mut lists: Vec<(String, List)> = self.lists.into_iter().collect();
        lists.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        sections(lists.into_iter())
    }
}

impl List {
    fn of(postings: impl IntoIterator<Item = Posting>) -> List {
        let mut list = List::default();
        postings.into_iter().for_each(|posting| list.push(posting));
        list
    }

    fn push(&mut self, posting: Posting) {
        let distance = posting.block - self.next;
        if posting.count > 1 {
            push_long(u64::from(distance) << 1 | 1, &mut self.bytes);
            push_number(posting.count - 2, &mut self.bytes);
        } else {
            push_long(u64::from(distance) << 1, &mut self.bytes);
        }
        self.next = posting.block + 1;
        self.blocks += 1;
    }
}

/// The four sections of the word index.
#[derive(Default)]
pub(super) struct WordSections {
    pub(super) first_offsets: Vec<u32>,
    pub(super) first_bytes: Vec<u8>,
    pub(super) offsets: Vec<u32>,
    pub(super) data: Vec<u8>,
}

/// Words in the order they are given in.
pub(super) fn sections_of(terms: &[Term]) -> WordSections {
    sections(terms.iter().map(|term| (term.word.clone(), List::of(term.postings.iter().copied()))))
}

fn sections(lists: impl Iterator<Item = (String, List)>) -> WordSections {
    let mut index = WordSections { first_offsets: vec![0], offsets: vec![0], ..WordSections::default() };
    let mut open = Vec::new();
    let mut size = 0;
    for (word, list) in lists {
        size += word.len() + list.bytes.len();
        open.push((word, list));
        if open.len() == WORDS_A_BLOCK || size >= BYTES_A_BLOCK {
            close(&mut index, &mut open);
            size = 0;
        }
    }
    close(&mut index, &mut open);
    index
}

fn close(index: &mut WordSections, open: &mut Vec<(String, List)>) {
    let Some((first, _)) = open.first() else { return };
    index.first_bytes.extend_from_slice(first.as_bytes());
    index.first_offsets.push(index.first_bytes.len() as u32);
    push_number(open.len() as u32, &mut index.data);
    let mut before: &str = "";
    for (word, list) in open.iter() {
        let shared = shared_length(before, word);
        push_number(shared as u32, &mut index.data);
        push_number((word.len() - shared) as u32, &mut index.data);
        index.data.extend_from_slice(&word.as_bytes()[shared..]);
        push_number(list.blocks, &mut index.data);
        push_number(list.bytes.len() as u32, &mut index.data);
        before = word;
    }
    for (_, list) in open.drain(..) {
        index.data.extend_from_slice(&list.bytes);
    }
    index.offsets.push(index.data.len() as u32);
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
