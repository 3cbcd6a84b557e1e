//! The word index: every search word with the blocks it stands in.
//!
//! A word is indexed folded. A spelling with diacritics is indexed once more behind its folded form, after `archive::EXACT`, so
//! that "Māori" and "Maori" both find both, and the exact spelling can be ranked first.

use archive::{Document, EXACT, Posting, Term};
use std::collections::HashMap;
use text::Words;

/// The terms of all documents in order; notes each document's length.
pub(crate) fn terms(documents: &mut [Document]) -> Vec<Term> {
    let mut index: HashMap<String, Vec<Posting>> = HashMap::new();
    let mut block = 0_u32;
    let mut key = String::new();
    for document in documents.iter_mut() {
        document.length = 0;
        for text in document.blocks.iter().map(|block| block.text.as_str()) {
            for word in Words::of(text).iter() {
                document.length += 1;
                note(&mut index, word.folded, block);
                let spelling = &text[word.original.clone()];
                if !spelling.is_ascii() {
                    let lower = text::lowered(spelling);
                    if lower != word.folded {
                        key.clear();
                        key.push_str(word.folded);
                        key.push(EXACT);
                        key.push_str(&lower);
                        note(&mut index, &key, block);
                    }
                }
            }
            block += 1;
        }
    }
    let mut terms: Vec<Term> = index.into_iter().map(|(word, postings)| Term { word, postings }).collect();
    terms.sort_unstable_by(|a, b| a.word.cmp(&b.word));
    terms
}

fn note(index: &mut HashMap<String, Vec<Posting>>, word: &str, block: u32) {
    if let Some(postings) = index.get_mut(word) {
        match postings.last_mut() {
            Some(last) if last.block == block => last.count += 1,
            _ => postings.push(Posting { block, count: 1 }),
        }
    } else {
        index.insert(word.to_owned(), vec![Posting { block, count: 1 }]);
    }
}
