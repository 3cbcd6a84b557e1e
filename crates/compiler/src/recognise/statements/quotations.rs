//! Quotation marks: where a paragraph's quotations begin and end, also where the marks are not as a printer would set them.
//!
//! A double mark opens before a letter and after white space or a bracket; any double mark, ″ and '' included, closes.
//! Single marks count only where they stand round a whole phrase, for most of them are apostrophes. A quotation that
//! nothing closes runs to the end of its paragraph.

use std::ops::Range;

/// A quotation of a paragraph, in bytes. Quotations inside it are part of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// With its marks.
    pub(super) outer: Range<usize>,
    /// Without them, and without the comma that leads back to the report.
    pub(super) inner: Range<usize>,
    /// Whether a mark closes it in its paragraph.
    pub(super) is_closed: bool,
}

/// The quotations of a paragraph in order, none inside another.
pub(super) fn quotations(text: &str) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    if !text.contains(['"', '“', '”', '″', '‘', '’', '\'', '«', '»', '„', '‟']) {
        return quotations;
    }
    let mut letters = text.char_indices().peekable();
    let mut before = None;
    let mut passed = 0;
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let opens = at >= passed && opens(before, letter, next);
        before = Some(letter);
        if !opens {
            continue;
        }
        // Two single marks make a double one.
        let is_pair = letter == '\'' && next == Some('\'');
        let from = at + letter.len_utf8() + usize::from(is_pair);
        let close = if is_double(letter) || is_pair {
            closing_double(text, from).or(Some((text.len(), text.len(), false)))
        } else {
            closing_single(text, from, letter)
        };
        if let Some((end, after, is_closed)) = close {
            let inner = trimmed(text, from..end);
            if !inner.is_empty() {
                quotations.push(Quotation { outer: at..after, inner, is_closed });
                passed = after;
            }
        }
    }
    quotations
}

fn is_double(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '‟' | '«' | '″')
}

fn opens(before: Option<char>, letter: char, next: Option<char>) -> bool {
    let is_free = before.is_none_or(|before| {
        before.is_whitespace() || matches!(before, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '>' | ':' | '…')
    });
    let leads = next.is_some_and(|next| !next.is_whitespace());
    match letter {
        '“' | '„' | '«' | '‟' => leads,
        '"' | '”' | '″' => is_free && leads,
        '\'' if next == Some('\'') => is_free,
        '‘' | '\'' | '’' => {
            is_free && next.is_some_and(|next| next.is_alphabetic() || matches!(next, '[' | '…' | '.'))
        }
        _ => false,
    }
}

/// Where a double mark closes: the end of the words, the byte after the mark, and that it does.
fn closing_double(text: &str, from: usize) -> Option<(usize, usize, bool)> {
    let mut before = None;
    for (at, letter) in text[from..].char_indices() {
        let at = from + at;
        match letter {
            '"' | '”' | '″' | '»' | '‟' => return Some((at, at + letter.len_utf8(), true)),
            '\'' if text[at..].starts_with("''") => return Some((at, at + 2, true)),
            // Another opening mark after a sentence's end: the closing one was forgotten.
            '“' if before.is_some_and(char::is_whitespace) => {
                let words = text[from..at].trim_end();
                if words.ends_with(['.', '!', '?', ',']) {
                    return Some((from + words.len(), at, true));
                }
            }
            // A mark turned the wrong way.
            '“' => return Some((at, at + letter.len_utf8(), true)),
            _ => {}
        }
        before = Some(letter);
    }
    None
}

/// Where a single mark closes: not inside a word, and rather after a stop than after an s that may be a possessive's.
fn closing_single(text: &str, from: usize, open: char) -> Option<(usize, usize, bool)> {
    let closers: &[char] = if open == '\'' { &['\''] } else { &['’', '\''] };
    let mut first = None;
    let mut before = open;
    let mut letters = text[from..].char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_end = letters.peek().is_none_or(|(_, next)| !next.is_alphanumeric());
        if is_double(letter) {
            break;
        }
        if closers.contains(&letter) && is_end && !before.is_whitespace() {
            let close = (from + at, from + at + letter.len_utf8(), true);
            if !before.is_alphanumeric() || before != 's' {
                return Some(close);
            }
            first.get_or_insert(close);
        }
        before = letter;
    }
    first
}

/// Without white space at the ends and the comma at the end.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let kept = words.trim_start();
    let start = range.start + words.len() - kept.len();
    let kept = kept.trim_end();
    let kept = kept.strip_suffix(',').unwrap_or(kept).trim_end();
    start..start + kept.len()
}
