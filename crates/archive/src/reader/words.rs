//! The search words and the blocks they stand in.

use super::Archive;
use crate::postings::{self, TermEntry};
use crate::section::Section;
use zerocopy::little_endian::U32;

impl Archive {
    /// The words that begin with `prefix`, ascending; a word itself is among them.
    pub fn terms_from<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = TermEntry<'a>> + 'a {
        let blocks = self.column(Section::TermOffsets).len().saturating_sub(1);
        let first = self.term_block(prefix);
        let terms = (first..blocks).flat_map(move |block| self.terms_of_block(block));
        terms.skip_while(move |term| term.word.as_str() < prefix).take_while(move |term| term.word.starts_with(prefix))
    }

    /// A word with its postings.
    pub fn term(&self, word: &str) -> Option<TermEntry<'_>> {
        let terms = self.terms_of_block(self.term_block(word));
        let at = terms.binary_search_by(|term| term.word.as_str().cmp(word)).ok()?;
        terms.into_iter().nth(at)
    }

    fn terms_of_block(&self, block: usize) -> Vec<TermEntry<'_>> {
        let stretch = self.stretch(Section::TermOffsets, block);
        let data = self.bytes_of(Section::TermData).get(stretch.start as usize..stretch.end as usize);
        postings::decode(data.unwrap_or_default(), self.blocks() as u32)
    }

    /// The block of words in which `word` stands, if it stands anywhere.
    fn term_block(&self, word: &str) -> usize {
        let offsets = self.column(Section::TermFirstOffsets);
        let bytes = self.bytes_of(Section::TermFirstBytes);
        let first = |ends: &[U32]| bytes.get(ends[0].get() as usize..ends[1].get() as usize).unwrap_or_default();
        let firsts: Vec<&[U32]> = offsets.windows(2).collect();
        firsts.partition_point(|ends| first(ends) <= word.as_bytes()).saturating_sub(1)
    }
}
