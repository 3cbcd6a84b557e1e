//! The search words and the blocks they stand in.

use super::Archive;
use crate::postings::{self, TermEntry};
use crate::section::Section;
use zerocopy::little_endian::U32;

impl Archive {
    /// The words that begin with `prefix`, ascending; a word itself is among them. Of an archive in parts, only those that are
    /// here: [`Archive::wants`] tells.
    pub fn terms_from<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = TermEntry<'a>> + 'a {
        let first = self.term_block(prefix);
        let firsts = self.term_firsts().skip(first + 1);
        let more = firsts.take_while(|first| first.starts_with(prefix.as_bytes())).count();
        let terms = (first..=first + more).flat_map(move |block| self.terms_of_block(block));
        terms.skip_while(move |term| term.word.as_str() < prefix).take_while(move |term| term.word.starts_with(prefix))
    }

    /// A word with its postings.
    pub fn term(&self, word: &str) -> Option<TermEntry<'_>> {
        let terms = self.terms_of_block(self.term_block(word));
        let at = terms.binary_search_by(|term| term.word.as_str().cmp(word)).ok()?;
        terms.into_iter().nth(at)
    }

    fn terms_of_block(&self, block: usize) -> Vec<TermEntry<'_>> {
        let data = if self.is_whole() {
            let stretch = self.stretch(Section::TermOffsets, block);
            self.bytes_of(Section::TermData).get(stretch.start as usize..stretch.end as usize)
        } else {
            self.part_of_words(block).map(|(part, at)| part.bytes_at(at))
        };
        postings::decode(data.unwrap_or_default(), self.blocks() as u32)
    }

    /// The block of words in which `word` stands, if it stands anywhere.
    fn term_block(&self, word: &str) -> usize {
        let firsts: Vec<&[u8]> = self.term_firsts().collect();
        firsts.partition_point(|first| *first <= word.as_bytes()).saturating_sub(1)
    }

    /// The first word of each block of words.
    pub(super) fn term_firsts(&self) -> impl Iterator<Item = &[u8]> {
        let bytes = self.bytes_of(Section::TermFirstBytes);
        let first = |ends: &[U32]| bytes.get(ends[0].get() as usize..ends[1].get() as usize).unwrap_or_default();
        self.column(Section::TermFirstOffsets).windows(2).map(first)
    }
}
