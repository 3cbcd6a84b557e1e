//! Forms: the names, aliases, surnames and keywords to look for, and the automaton that finds them all in one pass.

use crate::corpus::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;
use text::{Folded, fold, fold_with_origins};

/// What a form is to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormKind {
    /// The name, or an alias that is enough by itself.
    Whole,
    /// A person's surname, or an alias of one word: it stands for the person only in the right company.
    Surname,
    /// A topic's keyword: case does not matter.
    Keyword,
}

/// A form, ready to be looked for.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// As its editor wrote it.
    pub(crate) text: String,
    pub(crate) folded: String,
    pub(crate) kind: FormKind,
    /// Index of the draft entity.
    pub(crate) entity: usize,
    /// A person: the rules about neighbours in a name apply.
    pub(crate) is_person: bool,
    /// A party's one-word name, an adjective or noun of English before anything else ("National", "Labour").
    pub(crate) is_common_party: bool,
    /// Written in a gazetteer, not derived from a full name or declared by a document.
    pub(crate) is_explicit: bool,
    /// Of an entity that a gazetteer knows, not only a document.
    pub(crate) is_known: bool,
    /// The full name (or another form with given name) of a person.
    pub(crate) is_full_name: bool,
    /// For each letter of `folded`, whether a capital is written; empty of keywords.
    pub(crate) capitals: Vec<bool>,
    pub(crate) exact_case: bool,
    pub(crate) not_after: Vec<String>,
    pub(crate) not_before: Vec<String>,
    pub(crate) span: Span,
}

impl Form {
    pub(crate) fn new(text: &str, kind: FormKind, entity: usize, span: Span) -> Form {
        let folded = fold_with_origins(text.trim());
        let capitals = match kind {
            FormKind::Keyword => Vec::new(),
            _ => letters(&folded, text.trim(), 0..folded.text.len())
                .map(|letter| letter.is_some_and(char::is_uppercase))
                .collect(),
        };
        let many = folded.text.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
        Form {
            text: text.trim().to_owned(),
            exact_case: many && text.chars().all(|letter| !letter.is_lowercase()),
            folded: folded.text,
            kind,
            entity,
            is_person: false,
            is_common_party: false,
            is_explicit: true,
            is_known: true,
            is_full_name: false,
            capitals,
            not_after: Vec::new(),
            not_before: Vec::new(),
            span,
        }
    }

    pub(crate) fn with_rules(mut self, form: &crate::corpus::Form) -> Form {
        self.exact_case |= form.exact_case;
        self.not_after = form.not_after.iter().map(|words| fold(words.trim())).collect();
        self.not_before = form.not_before.iter().map(|words| fold(words.trim())).collect();
        self
    }

    /// Whether the letters' case is right: a capital in the form wants a capital in the text.
    fn case_fits(&self, text: &Folded, original: &str, range: Range<usize>) -> bool {
        self.kind == FormKind::Keyword
            || self.capitals.iter().zip(letters(text, original, range)).all(|(capital, letter)| match letter {
                Some(letter) if *capital => letter.is_uppercase(),
                Some(letter) => !self.exact_case || !letter.is_uppercase(),
                None => true,
            })
    }
}

/// A place in a text where a form stands as whole words, in the right case, not ruled out by the words beside it.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Index of the form.
    pub(crate) form: usize,
    /// In the folded text.
    pub(crate) range: Range<usize>,
}

/// All forms and the automaton over them.
pub(crate) struct Finder {
    pub(crate) forms: Vec<Form>,
    automaton: Option<AhoCorasick>,
}

impl Finder {
    pub(crate) fn new(forms: Vec<Form>) -> Finder {
        let forms: Vec<Form> = forms.into_iter().filter(|form| !form.folded.trim().is_empty()).collect();
        let patterns = forms.iter().map(|form| &form.folded);
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns).ok();
        Finder { forms, automaton }
    }

    /// Every place of every form, overlapping ones too, by start, the longer first.
    pub(crate) fn find(&self, text: &Folded, original: &str) -> Vec<Found> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut found: Vec<Found> = automaton
            .find_overlapping_iter(&text.text)
            .map(|place| Found { form: place.pattern().as_usize(), range: place.range() })
            .filter(|found| is_whole(&text.text, &found.range))
            .filter(|found| {
                let form = &self.forms[found.form];
                form.case_fits(text, original, found.range.clone())
                    && !form.not_after.iter().any(|words| stands_before(&text.text, found.range.start, words))
                    && !form.not_before.iter().any(|words| stands_after(&text.text, found.range.end, words))
            })
            .collect();
        found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end), found.form));
        found
    }
}

/// The original letters behind each letter of a folded range; `None` where a letter came from several.
fn letters<'a>(folded: &'a Folded, original: &'a str, range: Range<usize>) -> impl Iterator<Item = Option<char>> + 'a {
    let start = range.start;
    folded.text[range].char_indices().map(move |(at, _)| original[folded.origin(start + at)..].chars().next())
}

/// Whether a range of folded text is whole words; a possessive or another clitic may follow.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let inside = &text[range.clone()];
    let begins = inside.chars().next().is_some_and(char::is_alphanumeric);
    let ends = inside.chars().next_back().is_some_and(char::is_alphanumeric);
    let goes_on = begins && continues_before(&text[..range.start]) || ends && continues_after(&text[range.end..]);
    !goes_on
}

fn continues_before(before: &str) -> bool {
    let mut letters = before.chars().rev();
    match letters.next() {
        Some('\'') => letters.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_alphanumeric(),
        None => false,
    }
}

fn continues_after(after: &str) -> bool {
    let Some(clitic) = after.strip_prefix('\'') else {
        // "NZ$10" is money.
        return after
            .chars()
            .next()
            .is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '$' | '€' | '£'));
    };
    let word = clitic.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    !matches!(word, "" | "s" | "d" | "ll" | "re" | "ve" | "m")
}

fn stands_before(text: &str, start: usize, words: &str) -> bool {
    let before = text[..start].trim_end();
    before.len() < start
        && before.strip_suffix(words).is_some_and(|rest| !rest.chars().next_back().is_some_and(char::is_alphanumeric))
}

fn stands_after(text: &str, end: usize, words: &str) -> bool {
    let after = text[end..].trim_start();
    after.len() < text.len() - end
        && after.strip_prefix(words).is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
}
