//! The page's own words in another language: a catalogue says each of our English wordings in that language. English is what the
//! program is written in and needs none; what a catalogue leaves out stays English. Words of documents are never looked up.
//!
//! Beside the wordings an English one stands for three things that another language may have otherwise: `ltr` for the direction of
//! its script (`rtl`), `1,000` for how thousands are parted, and `{} {} {}` for the order of day, month and year.

use crate::query::words::{grouped, parted};
use crate::query::{Language, Query};
use crate::view::Notice;

/// Our wordings in another language, to be looked up by the English ones.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// English and the other, by rising English.
    entries: Vec<(String, String)>,
}

/// The words in force.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words(Option<&'static Catalogue>);

/// A wording that is looked up elsewhere: where it stands, the language is not known. `tests/languages.rs` finds it by this.
pub const fn wording(english: &'static str) -> &'static str {
    english
}

impl Catalogue {
    /// One wording a line: in English, a tab, in the other language. Lines of another form say nothing.
    pub fn parse(text: &str) -> Catalogue {
        let entry = |line: &str| line.split_once('\t').map(|(from, to)| (from.to_owned(), to.to_owned()));
        let mut entries: Vec<(String, String)> = text.lines().filter_map(entry).collect();
        crate::order::sort(&mut entries, |one, other| one.0.cmp(&other.0));
        Catalogue { entries }
    }

    fn entry(&self, english: &str) -> Option<&str> {
        let at = self.entries.binary_search_by(|(known, _)| known.as_str().cmp(english)).ok()?;
        Some(&self.entries[at].1)
    }
}

impl Words {
    pub fn of(catalogue: &'static Catalogue) -> Words {
        Words(Some(catalogue))
    }

    /// A wording as it is.
    // None of these is written out where it is called: there are hundreds of calls, and bytes are counted.
    #[inline(never)]
    pub fn say(self, english: &str) -> &str {
        self.0.and_then(|catalogue| catalogue.entry(english)).unwrap_or(english)
    }

    /// The same as a text to keep.
    #[inline(never)]
    pub fn text(self, english: &str) -> String {
        self.say(english).to_owned()
    }

    /// A wording with what is given in the places of its `{}`, one after the other. Another language may want another order: there a
    /// place may have a number, from `{0}`.
    #[inline(never)]
    pub fn fill(self, english: &str, given: &[&str]) -> String {
        let (mut filled, mut rest, mut next) = (String::new(), self.say(english), 0);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((place, after)) = after.split_once('}') else { break };
            filled.push_str(before);
            let place = match place.as_bytes() {
                [digit @ b'0'..=b'9'] => usize::from(digit - b'0'),
                _ => next,
            };
            filled.push_str(given.get(place).copied().unwrap_or_default());
            (rest, next) = (after, next + 1);
        }
        filled.push_str(rest);
        filled
    }

    /// "A, B, C".
    pub fn joined(self, items: &[String]) -> String {
        parted(items, self.say(", "))
    }

    /// A wording of which there are two, for one and for any other number, with the number in its place.
    #[inline(never)]
    pub fn count(self, number: usize, one: &str, many: &str) -> String {
        self.fill(if number == 1 { one } else { many }, &[&self.number(number)])
    }

    /// The same of a part of a whole: the wording is that of the whole, which stands in the second place.
    pub fn count_of(self, part: usize, whole: usize, one: &str, many: &str) -> String {
        self.fill(if whole == 1 { one } else { many }, &[&self.number(part), &self.number(whole)])
    }

    /// "12,345".
    #[inline(never)]
    pub fn number(self, number: usize) -> String {
        let parted = self.say("1,000");
        grouped(number, parted.get(1..parted.len().saturating_sub(3)).unwrap_or_default())
    }
}

/// What the visitor should know whose language's words did not come. In English: there is no other.
pub(crate) fn missing(query: &Query) -> Option<Notice> {
    let text = "The words of this language could not be loaded, so the page speaks English. Load it again.".to_owned();
    let is_missing = query.language != Language::English && query.words == Words::default();
    is_missing.then_some(Notice { text, way_out: None, more: Vec::new() })
}

/// Two are the same if they come of the same catalogue: a page has one.
impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        match (self.0, other.0) {
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl Eq for Words {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_needs_no_catalogue() {
        let words = Words::default();
        assert_eq!(words.say("Documents"), "Documents");
        assert_eq!(words.fill("{} of {} documents", &["2", "67"]), "2 of 67 documents");
        assert_eq!(words.fill("{} of {}", &["2"]), "2 of ");
        assert_eq!(words.fill("a { b", &[]), "a { b");
        assert_eq!(words.count(1, "{} pair", "{} pairs"), "1 pair");
        assert_eq!(words.count(12_345, "{} pair", "{} pairs"), "12,345 pairs");
    }

    #[test]
    fn a_catalogue_says_what_it_knows_in_its_own_order() {
        let text = "Documents\tNgā tuhinga\nno entry\n{} by {}\tnā {1}: {0}\n";
        let words = Words::of(Box::leak(Box::new(Catalogue::parse(text))));
        assert_eq!(words.say("Documents"), "Ngā tuhinga");
        assert_eq!(words.say("Pairs"), "Pairs");
        assert_eq!(words.fill("{} by {}", &["{0} aid", "RNZ"]), "nā RNZ: {0} aid");
    }

    #[test]
    fn thousands_are_parted_as_the_catalogue_parts_them() {
        for (parted, said) in
            [("1.000", "12.345"), ("1\u{a0}000", "12\u{a0}345"), ("1000", "12345"), ("", "12345"), ("é", "12345")]
        {
            let text = ["1,000\t", parted].concat();
            assert_eq!(Words::of(Box::leak(Box::new(Catalogue::parse(&text)))).number(12_345), said);
        }
    }
}
