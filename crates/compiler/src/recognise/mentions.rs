//! Mentions: which entity each name in a document stands for.
//!
//! Forms are found as whole words; of overlapping ones the leftmost, then the longest is taken. A surname stands for the
//! person of that surname named in full earlier in the document, else for the only such person the gazetteer knows, else
//! for the only one named in full anywhere in the document; what nothing settles is reported and left unmarked.

use super::english;
use super::form::{Finder, Form, FormKind, Found};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use text::{Folded, fold_with_origins};

/// A mention found, in bytes of its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) range: Range<usize>,
    pub(crate) entity: usize,
    /// Index into the finder's forms.
    pub(crate) form: usize,
}

/// A surname that several people bear and nothing in the document settles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Unsettled {
    pub(crate) surname: String,
    /// Draft entities.
    pub(crate) people: Vec<usize>,
}

/// The mentions of each block of one document, and the surnames left open. `declared`: people its facts declare, who count
/// as named in full at its beginning.
pub(crate) fn mentions(
    finder: &Finder,
    blocks: &[&str],
    declared: &[usize],
) -> (Vec<Vec<Mention>>, BTreeSet<Unsettled>) {
    let texts: Vec<Block> = blocks.iter().map(|block| Block::of(finder, block)).collect();
    let full_names = texts.iter().flat_map(|block| block.found.iter()).map(|found| &finder.forms[found.form]);
    let anywhere = full_names.filter(|form| form.is_full_name).map(|form| form.entity).collect();
    let mut company = Company { earlier: declared.iter().copied().collect(), anywhere, unsettled: BTreeSet::new() };
    let mentions = texts.iter().map(|block| block.mentions(finder, &mut company)).collect();
    (mentions, company.unsettled)
}

/// Who has been named in full in the document, so far and at all.
struct Company {
    earlier: BTreeSet<usize>,
    anywhere: BTreeSet<usize>,
    unsettled: BTreeSet<Unsettled>,
}

struct Block<'a> {
    original: &'a str,
    folded: Folded,
    found: Vec<Found>,
    /// Most words bear capitals: they say nothing about names.
    is_title_case: bool,
}

impl<'a> Block<'a> {
    fn of(finder: &Finder, original: &'a str) -> Block<'a> {
        let folded = fold_with_origins(original);
        let found = finder.find(&folded, original);
        Block { original, found, folded, is_title_case: is_title_case(original) }
    }

    fn mentions(&self, finder: &Finder, company: &mut Company) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut end = 0;
        let mut at = 0;
        while at < self.found.len() {
            let range = self.found[at].range.clone();
            let same = self.found[at..].iter().take_while(|found| found.range == range).count();
            let candidates = &self.found[at..at + same];
            at += same;
            if range.start < end {
                continue;
            }
            let Some((entity, form)) = self.resolve(finder, candidates, company) else { continue };
            if finder.forms[form].is_full_name {
                company.earlier.insert(entity);
            }
            end = range.end;
            mentions.push(Mention { range: self.folded.original(range), entity, form });
        }
        mentions
    }

    /// Whom one place names: whole forms before surnames.
    fn resolve(&self, finder: &Finder, candidates: &[Found], company: &mut Company) -> Option<(usize, usize)> {
        let form = |found: &Found| &finder.forms[found.form];
        if let Some(found) = candidates.iter().find(|found| form(found).kind == FormKind::Whole) {
            return (!form(found).is_common_party || self.stands_alone(finder, found))
                .then(|| (form(found).entity, found.form));
        }
        let named = candidates.iter().any(|found| company.earlier.contains(&form(found).entity));
        if !self.is_a_surname_here(finder, candidates.first()?, named) {
            return None;
        }
        let pick = |choose: &dyn Fn(&Form) -> bool| {
            let entities: BTreeMap<usize, usize> = candidates
                .iter()
                .filter(|found| choose(form(found)))
                .map(|found| (form(found).entity, found.form))
                .collect();
            (entities.len() == 1).then(|| entities.into_iter().next()).flatten()
        };
        let chosen = if named {
            pick(&|form| company.earlier.contains(&form.entity))
        } else {
            let aliased = candidates.iter().any(|found| form(found).is_explicit);
            let known =
                pick(&|form| form.is_explicit).or_else(|| pick(&|form| !aliased && form.is_person_of_gazetteer()));
            known.or_else(|| pick(&|form| company.anywhere.contains(&form.entity)))
        };
        if chosen.is_none() {
            let people: BTreeSet<usize> = candidates
                .iter()
                .map(form)
                .filter(|form| form.is_person_of_gazetteer() || named)
                .map(|form| form.entity)
                .collect();
            if people.len() > 1 {
                let surname = form(&candidates[0]).text.clone();
                company.unsettled.insert(Unsettled { surname, people: people.into_iter().collect() });
            }
        }
        chosen
    }

    /// Whether English lets this be a surname: not part of another name, not an everyday word.
    fn is_a_surname_here(&self, finder: &Finder, found: &Found, named: bool) -> bool {
        let everyday = english::is_everyday_word(&finder.forms[found.form].folded);
        let before = self.word_before(found.range.start);
        let after = self.word_after(found.range.end);
        if self.is_joined_to_another_name(finder, found) {
            return false;
        }
        if !self.is_title_case {
            if let Some(word) = &before {
                let known = self.found.iter().any(|other| other.range.end == word.range.end);
                if word.capital
                    && !known
                    && !word.is_acronym
                    && !english::may_stand_before_surname(&word.folded, word.begins_sentence)
                {
                    return false;
                }
            }
            if !self.stands_alone(finder, found) {
                return false;
            }
        }
        if !everyday {
            return true;
        }
        // "the Court", "Young of Otago": the everyday word, with a capital of its own.
        let is_determined = before.as_ref().is_some_and(|word| english::is_determiner(&word.folded));
        if is_determined || after.is_some_and(|word| word.folded == "of") {
            return false;
        }
        let known = named || finder.forms[found.form].is_explicit;
        if self.begins_sentence(found.range.start) {
            // Any word may begin a sentence: somebody does something here, or owns it.
            let owns = self.folded.text[found.range.end..].starts_with("'s ");
            let next = self.word_after(found.range.end + if owns { 2 } else { 0 });
            return known && (owns && named || next.is_some_and(|word| english::is_deed(&word.folded)));
        }
        let is_titled = before.is_some_and(|word| word.capital && english::is_title(&word.folded));
        known || is_titled || self.word_after(found.range.end).is_some_and(|word| english::is_deed(&word.folded))
    }

    /// Whether no capitalised word follows that makes another name of it ("Parker Street", "National Library").
    fn stands_alone(&self, finder: &Finder, found: &Found) -> bool {
        let Some(word) = self.word_after(found.range.end) else { return true };
        let begins_other = || {
            self.found.iter().any(|other| {
                other.range.start == word.range.start && finder.forms[other.form].kind != FormKind::Keyword
            })
        };
        self.is_title_case
            || !word.capital
            || word.is_acronym
            || english::may_follow_name(&word.folded)
            || begins_other()
    }

    /// Whether a hyphen joins it to a capitalised word that is no name of its own ("Ngarewa-Packer" is not Packer).
    fn is_joined_to_another_name(&self, finder: &Finder, found: &Found) -> bool {
        if !finder.forms[found.form].is_person {
            return false;
        }
        let text = &self.folded.text;
        let is_hyphen = |at: usize| {
            matches!(self.original[self.folded.origin(at)..].chars().next(), Some('-' | '\u{2010}' | '\u{2011}'))
        };
        let before = text[..found.range.start].ends_with('-') && is_hyphen(found.range.start - 1);
        let after = text[found.range.end..].starts_with('-') && is_hyphen(found.range.end);
        let is_other = |word: Option<Neighbour>, known: &dyn Fn(&Neighbour) -> bool| {
            word.is_some_and(|word| word.capital && !known(&word))
        };
        (before
            && is_other(self.word_ending(found.range.start - 1), &|word| {
                self.found.iter().any(|other| other.range.end == word.range.end)
            }))
            || (after
                && is_other(self.word_beginning(found.range.end + 1), &|word| {
                    self.found.iter().any(|other| other.range.start == word.range.start)
                }))
    }

    /// The word directly before, with nothing but white space between.
    fn word_before(&self, start: usize) -> Option<Neighbour> {
        let before = self.folded.text[..start].strip_suffix(' ')?;
        self.word_ending(before.len())
    }

    fn word_after(&self, end: usize) -> Option<Neighbour> {
        self.folded.text[end..].strip_prefix(' ')?;
        self.word_beginning(end + 1)
    }

    fn word_ending(&self, end: usize) -> Option<Neighbour> {
        let before = &self.folded.text[..end];
        let start = before
            .rfind(|letter: char| !is_in_word(letter))
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        self.neighbour(start..end)
    }

    fn word_beginning(&self, start: usize) -> Option<Neighbour> {
        let after = &self.folded.text[start..];
        let end = after.find(|letter: char| !is_in_word(letter)).unwrap_or(after.len());
        self.neighbour(start..start + end)
    }

    fn neighbour(&self, range: Range<usize>) -> Option<Neighbour> {
        let folded = self.folded.text.get(range.clone()).filter(|word| !word.is_empty())?;
        let original = &self.original[self.folded.original(range.clone())];
        let mut letters = original.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let is_acronym = capital && original.chars().count() > 1 && letters.all(|letter| !letter.is_lowercase());
        Some(Neighbour {
            folded: folded.to_owned(),
            capital,
            is_acronym,
            begins_sentence: self.begins_sentence(range.start),
            range,
        })
    }

    /// Whether nothing, or the end of a sentence or clause, stands before.
    fn begins_sentence(&self, start: usize) -> bool {
        let before = self.folded.text[..start]
            .trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '(' | '['));
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ';'])
    }
}

struct Neighbour {
    folded: String,
    capital: bool,
    /// Capitals only: "MP", "US".
    is_acronym: bool,
    begins_sentence: bool,
    range: Range<usize>,
}

impl Form {
    fn is_person_of_gazetteer(&self) -> bool {
        self.is_person && self.is_known
    }
}

fn is_in_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\'' | '-')
}

fn is_title_case(text: &str) -> bool {
    let words = text.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    let (capitals, all) =
        words.fold((0, 0), |(capitals, all), letter| (capitals + usize::from(letter.is_uppercase()), all + 1));
    all >= 4 && capitals * 10 >= all * 7
}
