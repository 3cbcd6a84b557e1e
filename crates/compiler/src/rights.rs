//! Rights: how much of a document's text goes into the archive, and where its mentions and sentences then stand.

use std::ops::Range;
use text::Words;

/// What of a text is kept, and the way from the old places to the new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) text: String,
    /// Kept bytes of the original, in order, and where each begins in `text`.
    pieces: Vec<(Range<usize>, usize)>,
}

/// Stands where words were left out.
const GAP: &str = "…";

impl Cut {
    /// All of it.
    pub(crate) fn whole(text: &str) -> Cut {
        Cut { text: text.to_owned(), pieces: vec![(0..text.len(), 0)] }
    }

    /// The words round each span: `words` on either side. Nothing where there is no span.
    pub(crate) fn around(text: &str, spans: &[Range<usize>], words: usize) -> Cut {
        let places: Vec<Range<usize>> = Words::of(text).iter().map(|word| word.original).collect();
        let mut kept: Vec<Range<usize>> = Vec::new();
        for span in spans {
            let first = places.partition_point(|word| word.end <= span.start);
            let last = places.partition_point(|word| word.start < span.end);
            let start = places.get(first.saturating_sub(words)).map_or(span.start, |word| word.start.min(span.start));
            let end = places
                .get((last + words).min(places.len()).saturating_sub(1))
                .map_or(span.end, |word| word.end.max(span.end));
            match kept.last_mut() {
                Some(before) if start <= before.end => before.end = before.end.max(end),
                _ => kept.push(start..end),
            }
        }
        let mut cut = Cut { text: String::new(), pieces: Vec::new() };
        for range in kept {
            if range.start > 0 {
                cut.text.push_str(if cut.text.is_empty() { GAP } else { " … " });
                if cut.text == GAP {
                    cut.text.push(' ');
                }
            }
            cut.pieces.push((range.clone(), cut.text.len()));
            cut.text.push_str(&text[range]);
        }
        if cut.pieces.last().is_some_and(|(range, _)| range.end < text.len()) {
            cut.text.push(' ');
            cut.text.push_str(GAP);
        }
        cut
    }

    /// Where a kept byte of the original stands now; a byte that was left out stands where the gap begins.
    pub(crate) fn place(&self, at: usize) -> usize {
        match self.pieces.iter().rev().find(|(range, _)| range.start <= at) {
            Some((range, start)) => start + at.min(range.end) - range.start,
            None => 0,
        }
    }

    /// Where the kept part of a span stands now; empty if nothing of it was kept.
    pub(crate) fn kept(&self, span: &Range<usize>) -> Range<usize> {
        let mut touched = self.pieces.iter().filter(|(range, _)| range.start < span.end && span.start < range.end);
        let Some((first, first_at)) = touched.next() else { return 0..0 };
        let (last, last_at) = touched.next_back().unwrap_or(&(first.clone(), *first_at)).clone();
        first_at + span.start.max(first.start) - first.start..last_at + span.end.min(last.end) - last.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_round_a_span_are_kept() {
        let text = "One two three four Peters five six seven eight nine ten Luxon.";
        let at = |name: &str| text.find(name).expect("it is there")..text.find(name).expect("it is there") + name.len();
        let cut = Cut::around(text, &[at("Peters"), at("Luxon")], 2);
        assert_eq!(cut.text, "… three four Peters five six … nine ten Luxon …");
        assert_eq!(&cut.text[cut.place(at("Luxon").start)..cut.place(at("Luxon").end)], "Luxon");
        let span = at("three").start..at("eight").end;
        assert_eq!(&cut.text[cut.kept(&span)], "three four Peters five six");
        assert_eq!(&cut.text[cut.kept(&(at("four").start..at("nine").end))], "four Peters five six … nine");
        assert_eq!(cut.kept(&at("seven")), 0..0);
        assert_eq!(Cut::around(text, &[], 2).text, "");
        let peters = 0..6;
        assert_eq!(Cut::around("Peters left.", std::slice::from_ref(&peters), 5).text, "Peters left …");
    }
}
