//! Roles: who is meant by an office, from what the gazetteer records and from the titles beside names in the text.

use super::lexicon::class;
use super::tokens::{Passage, TokenKind};
use crate::corpus::{Document, EntityKind};
use crate::entities::Entities;
use crate::recognise::Mention;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use text::folded_words;

/// Words for what people are, which stand for them: "the minister".
const ROLES: &str = "minister leader co-leader coleader spokesperson spokesman spokeswoman president senator mp secretary ambassador \
    speaker mayor governor chair chairman chairwoman chairperson commissioner chief director premier chancellor treasurer \
    whip congressman congresswoman representative councillor envoy judge justice professor general bishop attorney \
    candidate lawmaker";

/// The offices of the people named in a document.
pub(super) struct Offices {
    /// By person: where they are first named (passage, byte), and the words of each office.
    holders: BTreeMap<usize, Holder>,
}

struct Holder {
    first: (usize, usize),
    offices: Vec<BTreeSet<String>>,
}

/// The offices held at the document's date, and the titles its text gives.
pub(super) fn offices_of(
    document: &Document,
    entities: &Entities,
    passages: &[(usize, Passage)],
    mentions: &[&[Mention]],
) -> Offices {
    let mut holders: BTreeMap<usize, Holder> = BTreeMap::new();
    for (number, (_, passage)) in passages.iter().enumerate() {
        for mention in mentions[number] {
            let draft = &entities.drafts[mention.entity];
            if draft.kind != EntityKind::Person {
                continue;
            }
            let holder = holders.entry(mention.entity).or_insert_with(|| Holder {
                first: (number, mention.range.start),
                offices: draft.record.map_or_else(Vec::new, |record| {
                    let held = record.roles.iter().filter(|role| match document.date {
                        None => role.from.is_none() && role.to.is_none(),
                        Some(date) => {
                            role.from.is_none_or(|from| from.first <= date.last)
                                && role.to.is_none_or(|to| to.last >= date.first)
                        }
                    });
                    held.map(|role| significant(folded_words(&role.title))).collect()
                }),
            });
            let title = title_before(passage, mention.range.start).or_else(|| title_after(passage, mention.range.end));
            if let Some(title) = title.filter(|title| !holder.offices.contains(title)) {
                holder.offices.push(title);
            }
        }
    }
    Offices { holders }
}

impl Offices {
    /// The only person named before the place who holds the office that a source names.
    pub(super) fn only_holder(
        &self,
        passage: &Passage,
        part: &Range<usize>,
        head: usize,
        place: (usize, usize),
    ) -> Option<usize> {
        if !is_role(passage.word(head)) {
            return None;
        }
        let first = passage.tokens[part.start];
        let is_definite = passage.word(part.start) == "the" || first.is_capital && !first.is(class::DETERMINER);
        let asked = significant((part.start..=head).map(|at| passage.word(at).to_owned()).collect());
        if !is_definite || asked.is_empty() {
            return None;
        }
        let holds = |holder: &Holder| {
            holder.offices.iter().any(|office| {
                asked.is_subset(office)
                    && office.contains("deputy") == asked.contains("deputy")
                    && office.contains("former") == asked.contains("former")
            })
        };
        let mut candidates =
            self.holders.iter().filter(|(_, holder)| holder.first < place && holds(holder)).map(|(person, _)| *person);
        candidates.next().filter(|_| candidates.next().is_none())
    }
}

/// The words of an office that tell it from others.
fn significant(words: Vec<String>) -> BTreeSet<String> {
    let plain =
        |word: &String| !matches!(word.as_str(), "the" | "of" | "for" | "a" | "an" | "and" | "his" | "her" | "s");
    words.into_iter().filter(plain).collect()
}

fn is_role(word: &str) -> bool {
    ROLES.split_whitespace().any(|role| role == word)
}

/// The title directly before a name: "Foreign Minister [Winston Example]".
fn title_before(passage: &Passage, byte: usize) -> Option<BTreeSet<String>> {
    let name = passage.tokens.partition_point(|token| (token.start as usize) < byte);
    let mut start = name;
    while start > 0 && name - start < 7 {
        let token = passage.tokens[start - 1];
        let joins = token.is_word()
            && !token.is(class::AUXILIARY
                | class::CONJUNCTION
                | class::SUBORDINATOR
                | class::DETERMINER
                | class::SUBJECT)
            && (!token.is_verb() || token.is(class::NOUN))
            && (!token.is(class::PREPOSITION));
        if !joins {
            break;
        }
        start -= 1;
    }
    let words: Vec<String> = (start..name).map(|at| passage.word(at).to_owned()).collect();
    words.last().filter(|last| is_role(last))?;
    Some(significant(words))
}

/// The office between commas behind a name: "[Winston Example], the foreign minister,".
fn title_after(passage: &Passage, byte: usize) -> Option<BTreeSet<String>> {
    let comma = passage.tokens.partition_point(|token| (token.start as usize) < byte);
    if passage.tokens.get(comma)?.kind != TokenKind::Comma {
        return None;
    }
    let rest = &passage.tokens[comma + 1..];
    let length = rest.iter().take(9).take_while(|token| token.is_word()).count();
    let words: Vec<String> = (comma + 1..comma + 1 + length).map(|at| passage.word(at).to_owned()).collect();
    let closes = rest.get(length).is_some_and(|next| matches!(next.kind, TokenKind::Comma | TokenKind::Stop));
    (closes
        && words.iter().any(|word| is_role(word))
        && !rest[..length].iter().any(|token| token.is(class::AUXILIARY | class::RELATIVE)))
    .then(|| significant(words))
}
