//! The word index: every search word with the blocks it stands in.
//!
//! A word is indexed folded. A spelling with diacritics is indexed once more behind its folded form, after `archive::EXACT`, so
//! that "Māori" and "Maori" both find both, and the exact spelling can be ranked first.

use archive::{Block, EXACT, Posting, WordIndex};
use std::collections::HashMap;
use text::Words;

/// The words of one document, each once.
pub(crate) struct DocumentWords {
    /// Words end to end.
    letters: String,
    /// Of each word: where it ends in `letters`, and where its postings end.
    ends: Vec<(usize, usize)>,
    /// Blocks are counted from the document's first.
    postings: Vec<Posting>,
    /// Words indexed, every time they stand there.
    pub(crate) length: u32,
}

impl DocumentWords {
    pub(crate) fn of(blocks: &[Block]) -> DocumentWords {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut lists: Vec<Vec<Posting>> = Vec::new();
        let mut note = |word: &str, block: u32| {
            let Some(number) = numbers.get(word) else {
                numbers.insert(word.to_owned(), lists.len());
                lists.push(vec![Posting { block, count: 1 }]);
                return;
            };
            match lists[*number].last_mut() {
                Some(last) if last.block == block => last.count += 1,
                _ => lists[*number].push(Posting { block, count: 1 }),
            }
        };
        let mut length = 0;
        let mut key = String::new();
        for (block, text) in blocks.iter().map(|block| block.text.as_str()).enumerate() {
            for word in Words::of(text).iter() {
                length += 1;
                note(word.folded, block as u32);
                let spelling = &text[word.original.clone()];
                if !spelling.is_ascii() {
                    let lower = text::lowered(spelling);
                    if lower != word.folded {
                        key.clear();
                        key.push_str(word.folded);
                        key.push(EXACT);
                        key.push_str(&lower);
                        note(&key, block as u32);
                    }
                }
            }
        }
        let mut words = DocumentWords { letters: String::new(), ends: Vec::new(), postings: Vec::new(), length };
        for (word, number) in numbers {
            words.letters.push_str(&word);
            words.postings.append(&mut lists[number]);
            words.ends.push((words.letters.len(), words.postings.len()));
        }
        words
    }

    /// Adds them to the index, as of the document whose first block is this one.
    pub(crate) fn note(&self, first_block: u32, index: &mut WordIndex) {
        let mut start = (0, 0);
        for end in &self.ends {
            let postings = self.postings[start.1..end.1].iter();
            let postings = postings.map(|posting| Posting { block: first_block + posting.block, count: posting.count });
            index.note(&self.letters[start.0..end.0], postings);
            start = *end;
        }
    }
}
