//! Near words: which known word an unknown one was probably meant to be, and how texts are quoted in messages.

/// Longer words than this are no slips of one another.
const LONGEST: usize = 100;

/// Words that others may be meant for.
#[derive(Debug, Default)]
pub(super) struct Words {
    words: Vec<(String, Letters)>,
}

impl Words {
    pub(super) fn of<T: Into<String>>(words: impl IntoIterator<Item = T>) -> Words {
        let words = words.into_iter().map(Into::into).map(|word| {
            let letters = Letters::of(&word);
            (word, letters)
        });
        Words { words: words.filter(|(_, letters)| letters.length <= LONGEST).collect() }
    }

    /// The nearest word, if it is near enough: `likeness` from 0 (any) to 1 (the same).
    pub(super) fn nearest(&self, word: &str, likeness: f64) -> Option<&str> {
        let letters = Letters::of(word);
        let mut best: Option<(f64, &str)> = None;
        for (known, known_letters) in &self.words {
            let longer = letters.length.max(known_letters.length);
            if longer > LONGEST || letters.least_distance(known_letters) as f64 > (1.0 - likeness) * longer as f64 {
                continue;
            }
            let near = strsim::normalized_damerau_levenshtein(word, known);
            if near >= likeness && best.is_none_or(|(best, _)| near > best) {
                best = Some((near, known));
            }
        }
        best.map(|(_, known)| known)
    }
}

/// How many of each letter a word has: a sieve that spares most comparisons.
#[derive(Debug)]
struct Letters {
    length: usize,
    counts: [u8; 32],
}

impl Letters {
    fn of(word: &str) -> Letters {
        let mut letters = Letters { length: 0, counts: [0; 32] };
        for letter in word.chars() {
            letters.length += 1;
            let count = &mut letters.counts[letter as usize % 32];
            *count = count.saturating_add(1);
        }
        letters
    }

    /// No fewer edits than this lead from one word to the other: an edit gives and takes at most one letter.
    fn least_distance(&self, other: &Letters) -> usize {
        let pairs = || self.counts.iter().zip(&other.counts);
        let given: usize = pairs().map(|(one, other)| usize::from(one.saturating_sub(*other))).sum();
        let taken: usize = pairs().map(|(one, other)| usize::from(other.saturating_sub(*one))).sum();
        given.max(taken)
    }
}

/// "did you mean `outlet`?", or else the list of what there is.
pub(super) fn did_you_mean(word: &str, words: &[&str]) -> String {
    match Words::of(words.iter().copied()).nearest(&word.to_lowercase(), 0.6) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let words = Words::of(["ceasefire", "hostages", "chris-hipkins"]);
        for (word, near) in [
            ("cease-fire", Some("ceasefire")),
            ("hostage", Some("hostages")),
            ("chirs-hipkins", Some("chris-hipkins")),
            ("budget", None),
            ("", None),
        ] {
            assert_eq!(words.nearest(word, 0.8), near, "{word}");
        }
    }
}
