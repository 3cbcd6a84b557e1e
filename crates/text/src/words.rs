//! Words: what is indexed and searched, and where it stands.

use crate::fold::{Folded, fold_with_origins};
use std::ops::Range;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it is searched: folded, without a possessive 's.
    pub folded: &'a str,
    /// Its bytes in the original.
    pub original: Range<usize>,
}

/// A text cut into words. Keep it to borrow the words from.
#[derive(Clone, Debug, Default)]
pub struct Words {
    folded: Folded,
    ranges: Vec<Range<u32>>,
}

impl Words {
    /// Cuts a text: a word is a run of letters and digits, with apostrophes inside it; each ideograph stands alone.
    pub fn of(text: &str) -> Words {
        let folded = fold_with_origins(text);
        let ranges = word_ranges(&folded.text);
        Words { folded, ranges }
    }

    /// The words in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Word<'_>> + ExactSizeIterator {
        self.ranges.iter().map(|range| {
            let range = range.start as usize..range.end as usize;
            Word { folded: &self.folded.text[range.clone()], original: self.folded.original(range) }
        })
    }
}

/// The folded words of a text, without their places.
pub fn folded_words(text: &str) -> Vec<String> {
    Words::of(text).iter().map(|word| word.folded.to_owned()).collect()
}

/// A name for addresses: folded, lower case, every run of other characters one hyphen. Empty if no letter or digit is in it.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in crate::fold::fold(name).chars() {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn word_ranges(folded: &str) -> Vec<Range<u32>> {
    let mut ranges = Vec::new();
    let mut start = None;
    let mut letters = folded.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let joined = letter == '\''
            && start.is_some()
            && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric() && !is_ideograph(*next));
        if is_ideograph(letter) {
            close(folded, &mut start, at, &mut ranges);
            ranges.push(at as u32..(at + letter.len_utf8()) as u32);
        } else if letter.is_alphanumeric() || joined {
            start.get_or_insert(at);
        } else {
            close(folded, &mut start, at, &mut ranges);
        }
    }
    close(folded, &mut start, folded.len(), &mut ranges);
    ranges
}

fn close(folded: &str, start: &mut Option<usize>, end: usize, ranges: &mut Vec<Range<u32>>) {
    if let Some(start) = start.take() {
        let word = &folded[start..end];
        let bare = word.strip_suffix("'s").filter(|bare| !bare.is_empty()).unwrap_or(word);
        ranges.push(start as u32..(start + bare.len()) as u32);
    }
}

/// Chinese characters and Japanese kana, which are written without spaces.
fn is_ideograph(letter: char) -> bool {
    matches!(letter as u32, 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_where_readers_cut_them() {
        for (text, words) in [
            ("We’ll ask Hamas' leaders.", vec!["we'll", "ask", "hamas", "leaders"]),
            ("Israel’s two-state “answer”", vec!["israel", "two", "state", "answer"]),
            ("'Tis O'Connor's", vec!["tis", "o'connor"]),
            ("1,000 people; 7 October", vec!["1", "000", "people", "7", "october"]),
            ("中東 news", vec!["中", "東", "news"]),
            ("'s", vec!["s"]),
        ] {
            assert_eq!(folded_words(text), words, "{text}");
        }
    }

    #[test]
    fn a_slug_keeps_letters_and_digits() {
        assert_eq!(slug("Te Ao Māori News"), "te-ao-maori-news");
        assert_eq!(slug("Damien O’Connor"), "damien-o-connor");
        assert_eq!(slug("  1News!  "), "1news");
        assert_eq!(slug("…"), "");
    }
}
