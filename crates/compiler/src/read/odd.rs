//! Odd characters: control characters, bidirectional controls, invisible and tag characters, which readers cannot see.

use super::collected::Collected;
use crate::corpus::Span;

/// The odd characters of a text and where they stand. Joiners are odd only after Latin letters: other scripts need them.
pub(super) fn characters(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let found = at + bytes.get(at..)?.iter().position(|byte| may_begin(*byte))?;
            let letter = text.get(found..).and_then(|rest| rest.chars().next());
            at = found + letter.map_or(1, char::len_utf8);
            if let Some(letter) = letter
                && is_odd(letter, &text[..found])
            {
                return Some((found, letter));
            }
        }
    })
}

/// The text without its odd characters.
pub(super) fn removed(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (at, letter) in characters(text) {
        kept.push_str(&text[from..at]);
        from = at + letter.len_utf8();
    }
    kept.push_str(&text[from..]);
    kept
}

/// Warns of one, and of `count - 1` more like it.
pub(super) fn warn(letter: char, count: usize, span: Span, problems: &mut Collected) {
    let (code, what) = match letter as u32 {
        0x202A..=0x202E | 0x2066..=0x2069 => ("bidi-control", "bidirectional control"),
        0xE0000..=0xE007F => ("invisible-character", "tag character"),
        _ if letter.is_control() => ("control-character", "control character"),
        _ => ("invisible-character", "invisible character"),
    };
    let help = "delete it: readers cannot see it, and names and searches stumble over it";
    let mut message = format!("{what} U+{:04X}", letter as u32);
    if count > 1 {
        message.push_str(&format!(", here and {} more in this file", count - 1));
    }
    problems.warning(code, span, message, help);
}

/// Whether a byte may be the first of an odd character: a quick sieve.
fn may_begin(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0B | 0x0C | 0x0E..=0x1F | 0x7F | 0xC2 | 0xE2 | 0xEF | 0xF3)
}

fn is_odd(letter: char, before: &str) -> bool {
    match letter {
        '\t' | '\n' | '\r' => false,
        '\u{200C}' | '\u{200D}' => {
            before.chars().next_back().is_some_and(|last| last < '\u{250}' && last.is_alphabetic())
        }
        '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => true,
        '\u{E0000}'..='\u{E007F}' => true,
        _ => letter.is_control(),
    }
}
