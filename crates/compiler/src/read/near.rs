//! Near words: which known word an unknown one was probably meant to be, and how texts are quoted in messages.

/// The nearest of some words, if it is near enough: `likeness` from 0 (any) to 1 (the same).
pub(super) fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>, likeness: f64) -> Option<&'a str> {
    let length = word.chars().count();
    let mut best: Option<(f64, &str)> = None;
    for known in words {
        let other = known.chars().count();
        // The distance is never less than the difference in length.
        if (length.abs_diff(other) as f64) > (1.0 - likeness) * length.max(other) as f64 {
            continue;
        }
        let near = strsim::normalized_damerau_levenshtein(word, known);
        if near >= likeness && best.is_none_or(|(best, _)| near > best) {
            best = Some((near, known));
        }
    }
    best.map(|(_, known)| known)
}

/// "did you mean `outlet`?", or else the list of what there is.
pub(super) fn did_you_mean(word: &str, words: &[&str]) -> String {
    match nearest(&word.to_lowercase(), words.iter().copied(), 0.6) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are {}", words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
    }
}

/// A text of the corpus in a message: in backticks, on one line, not too long, nothing invisible in it.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("`");
    for (count, letter) in text.chars().enumerate() {
        if count == 80 {
            quoted.push('…');
            break;
        }
        match letter {
            '\n' | '\r' | '\t' => quoted.push(' '),
            _ if letter.is_control() || text::is_dropped(letter) && !is_mark(letter) => {
                quoted.push_str(&format!("<U+{:04X}>", letter as u32));
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('`');
    quoted
}

/// Combining marks and vowel signs, which are seen.
fn is_mark(letter: char) -> bool {
    matches!(letter as u32, 0x0300..=0x1DFF | 0x20D0..=0x20FF | 0xFE00..=0xFE2F) && letter != '\u{61C}'
}
