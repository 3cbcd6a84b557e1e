//! The search words, and the blocks and documents they stand in.

use super::Archive;
use crate::contents::Posting;
use crate::id::NONE;
use crate::postings::{self, TermEntry};
use crate::section::Section;
use zerocopy::little_endian::U32;

impl Archive {
    /// The words that begin with `prefix`, ascending; a word itself is among them. Of an archive in parts, only those that are
    /// here: [`Archive::wants`] tells.
    pub fn terms_from<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = TermEntry<'a>> + 'a {
        let first = self.term_block(prefix);
        let more = self.term_firsts_from(first + 1).take_while(|first| first.starts_with(prefix.as_bytes())).count();
        (first..=first + more).flat_map(move |block| self.terms_of_block(block, prefix))
    }

    /// A word with its postings.
    pub fn term(&self, word: &str) -> Option<TermEntry<'_>> {
        self.terms_of_block(self.term_block(word), word).into_iter().next().filter(|term| term.word == word)
    }

    /// The documents of postings, ascending, each with how often its blocks name the word, its title `title` times as much.
    // In a plain loop over slices: where the program is compiled for size, all else is a call for each posting. And without a branch on
    // whether a document or its title begins, which no processor can foretell.
    pub fn documents_of(&self, postings: impl Iterator<Item = Posting>, title: u32) -> Vec<(u32, u32)> {
        let owners = self.places.block_documents.as_slice();
        let most = postings.size_hint().1.map_or(self.documents(), |most| most.min(self.documents()));
        let mut documents = vec![(0, 0); most];
        let (mut last, mut at, mut sum) = (NONE, usize::MAX, 0_u64);
        for Posting { block, count } in postings {
            let Some(owner) = owners.get(block as usize) else { break };
            let before = owners.get(block.wrapping_sub(1) as usize).unwrap_or(&NONE);
            let is_title = u64::from(owner != before);
            let is_next = u64::from(*owner != last);
            sum = (sum & is_next.wrapping_sub(1)) + u64::from(count) * (1 + is_title * u64::from(title - 1));
            at = at.wrapping_add(is_next as usize);
            last = *owner;
            if let Some(document) = documents.get_mut(at) {
                *document = (last, sum.min(u64::from(u32::MAX)) as u32);
            }
        }
        documents.truncate(at.wrapping_add(1));
        documents
    }

    /// Adds postings to the counts of their documents, as [`Archive::documents_of`] counts them.
    pub fn add_to_documents(&self, postings: impl Iterator<Item = Posting>, title: u32, counts: &mut [u32]) {
        let owners = self.places.block_documents.as_slice();
        for Posting { block, count } in postings {
            let Some(owner) = owners.get(block as usize) else { break };
            let before = owners.get(block.wrapping_sub(1) as usize).unwrap_or(&NONE);
            let weight = 1 + u64::from(owner != before) * u64::from(title - 1);
            if let Some(sum) = counts.get_mut(*owner as usize) {
                *sum = (u64::from(*sum) + u64::from(count) * weight).min(u64::from(u32::MAX)) as u32;
            }
        }
    }

    fn terms_of_block(&self, block: usize, prefix: &str) -> Vec<TermEntry<'_>> {
        let data = if self.is_whole() {
            let stretch = self.stretch(Section::TermOffsets, block);
            self.bytes_of(Section::TermData).get(stretch.start as usize..stretch.end as usize)
        } else {
            self.part_of_words(block).map(|(part, at)| part.bytes_at(at))
        };
        postings::decode(data.unwrap_or_default(), prefix, self.blocks() as u32)
    }

    /// The block of words in which `word` stands, if it stands anywhere.
    fn term_block(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.term_blocks());
        while low < high {
            let middle = (low + high) / 2;
            match self.term_firsts_from(middle).next() {
                Some(first) if first <= word.as_bytes() => low = middle + 1,
                _ => high = middle,
            }
        }
        low.saturating_sub(1)
    }

    /// How many blocks of words there are.
    pub(super) fn term_blocks(&self) -> usize {
        self.column(Section::TermFirstOffsets).len().saturating_sub(1)
    }

    /// The first word of each block of words from this one on.
    fn term_firsts_from(&self, block: usize) -> impl Iterator<Item = &[u8]> {
        let bytes = self.bytes_of(Section::TermFirstBytes);
        let first = |ends: &[U32]| bytes.get(ends[0].get() as usize..ends[1].get() as usize).unwrap_or_default();
        self.column(Section::TermFirstOffsets).get(block..).unwrap_or_default().windows(2).map(first)
    }
}
