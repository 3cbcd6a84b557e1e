//! The page's own words in another language: a catalogue says each of our English wordings in that language. English is what the
//! program is written in and needs none; what a catalogue leaves out stays English. Words of documents are never looked up.

/// Our wordings in another language, to be looked up by the English ones.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// English and the other, by rising English.
    entries: Vec<(String, String)>,
}

/// The words in force.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words(Option<&'static Catalogue>);

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
    pub fn say(self, english: &str) -> &str {
        self.0.and_then(|catalogue| catalogue.entry(english)).unwrap_or(english)
    }

    /// A wording with what is given in the places of its `{}`, one after the other. Another language may want another order: there a
    /// place may have a number, from `{0}`.
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
    }

    #[test]
    fn a_catalogue_says_what_it_knows_in_its_own_order() {
        let text = "Documents\tNgā tuhinga\nno entry\n{} by {}\tnā {1}: {0}\n";
        let words = Words::of(Box::leak(Box::new(Catalogue::parse(text))));
        assert_eq!(words.say("Documents"), "Ngā tuhinga");
        assert_eq!(words.say("Pairs"), "Pairs");
        assert_eq!(words.fill("{} by {}", &["{0} aid", "RNZ"]), "nā RNZ: {0} aid");
    }
}
