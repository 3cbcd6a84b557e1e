//! Sentences: where a passage may be cut into the smallest unit that is counted.

use std::ops::Range;

/// Words before whose full stop no sentence ends, besides single letters ("J. Smith", "U.S.").
const ABBREVIATIONS: [&str; 34] = [
    "mr", "mrs", "ms", "dr", "prof", "hon", "rt", "rev", "sir", "st", "jr", "sr", "gen", "col", "capt", "lt", "sgt",
    "gov", "sen", "rep", "no", "vs", "etc", "eg", "ie", "cf", "al", "vol", "ed", "inc", "ltd", "co", "approx", "fig",
];

/// The sentences of a passage as byte ranges that part it without gaps; white space belongs to the sentence before it.
///
/// A sentence ends after `.`, `?`, `!` or `…` with the closing quotation marks and brackets that follow, where white space
/// and then anything but a lower-case letter come next, and the word before the full stop is neither an abbreviation nor
/// one letter. An empty passage has no sentence.
pub fn sentences(passage: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut letters = passage.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if !matches!(letter, '.' | '?' | '!' | '…') {
            continue;
        }
        while letters
            .next_if(|(_, next)| matches!(next, '.' | '?' | '!' | '…' | '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '″'))
            .is_some()
        {}
        let Some(&(_, next)) = letters.peek() else { break };
        if !next.is_whitespace() || (letter == '.' && is_abbreviated(&passage[start..at])) {
            continue;
        }
        while letters.next_if(|(_, next)| next.is_whitespace()).is_some() {}
        match letters.peek() {
            Some(&(_, next)) if next.is_lowercase() => {}
            Some(&(end, _)) => {
                ranges.push(start..end);
                start = end;
            }
            None => break,
        }
    }
    if start < passage.len() {
        ranges.push(start..passage.len());
    }
    ranges
}

fn is_abbreviated(before: &str) -> bool {
    let word = before
        .rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '"' | '“' | '‘' | '.'))
        .next()
        .unwrap_or("");
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => only.is_uppercase(),
        (Some(_), _) => ABBREVIATIONS.contains(&word.to_lowercase().as_str()),
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_readers_end_them() {
        let cut =
            |passage: &'static str| sentences(passage).into_iter().map(|range| &passage[range]).collect::<Vec<_>>();
        assert_eq!(cut("He left. She stayed."), ["He left. ", "She stayed."]);
        assert_eq!(cut("“Stop.” He left"), ["“Stop.” ", "He left"]);
        assert_eq!(
            cut("Dr. Reti and J. Smith of the U.S. Senate met."),
            ["Dr. Reti and J. Smith of the U.S. Senate met."]
        );
        assert_eq!(cut("It cost 3.5 million. 400 came."), ["It cost 3.5 million. ", "400 came."]);
        assert_eq!(cut("“Why?” she asked. Nobody knew…"), ["“Why?” she asked. ", "Nobody knew…"]);
        assert!(cut("").is_empty());
    }
}
