//! Sources: the words that name who speaks, found to the left or the right of a reporting verb.

use super::lexicon::class;
use super::tokens::{Passage, TokenKind};
use super::verbs::form;
use std::ops::Range;

/// Longest name of a source that is followed, in tokens.
const LONGEST: usize = 30;

/// The source that ends before `end`, the verb's first token; `main` is the subject of the sentence so far.
pub(super) fn before(passage: &Passage, from: usize, end: usize, main: Option<&Range<usize>>) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= from)?;
    let token = passage.tokens[last];
    match token.kind {
        TokenKind::Close => {
            let open = (from..last).rev().find(|at| passage.tokens[*at].kind == TokenKind::Open)?;
            before(passage, from, open, main)
        }
        TokenKind::Comma | TokenKind::Dash => aside(passage, from, last, main),
        TokenKind::Word if token.is(class::RELATIVE) && passage.word(last) != "that" => {
            let comma = last.checked_sub(1).filter(|at| *at >= from)?;
            let end = if passage.tokens[comma].kind == TokenKind::Comma { comma } else { last };
            let antecedent = before(passage, from, end, main)?;
            Some(antecedent)
        }
        TokenKind::Word if token.is(class::CONJUNCTION) => main.cloned(),
        TokenKind::Word if token.is(class::THAT) && last > from => phrase_before(passage, from, last - 1),
        TokenKind::Word => phrase_before(passage, from, last),
        TokenKind::Possessive if last > from => phrase_before(passage, from, last - 1),
        _ => None,
    }
}

/// The source before an aside: "Ms Example, who leads the party, said".
fn aside(passage: &Passage, from: usize, close: usize, main: Option<&Range<usize>>) -> Option<Range<usize>> {
    let kind = passage.tokens[close].kind;
    let mut found: Option<Range<usize>> = None;
    let mut at = close;
    while at > from {
        at -= 1;
        let token = passage.tokens[at];
        if matches!(token.kind, TokenKind::Semicolon | TokenKind::Colon | TokenKind::Stop) {
            break;
        }
        if token.kind != kind || at == from {
            continue;
        }
        let end = if passage.tokens[at - 1].kind == TokenKind::Close {
            (from..at).rev().find(|open| passage.tokens[*open].kind == TokenKind::Open).unwrap_or(at)
        } else {
            at
        };
        if end <= from || !is_noun(passage, end - 1) {
            continue;
        }
        let phrase = phrase_before(passage, from, end - 1)?;
        let is_name = passage.tokens[phrase.end - 1].is_capital;
        if found.is_none() || is_name {
            let begins = phrase.start == from || !is_list(passage, phrase.start - 1);
            found = Some(phrase.clone());
            if begins && is_name {
                break;
            }
        }
        at = phrase.start;
    }
    found.or_else(|| main.cloned())
}

fn is_list(passage: &Passage, at: usize) -> bool {
    passage.tokens[at].kind == TokenKind::Comma
}

/// Whether a token can end the name of a source.
fn is_noun(passage: &Passage, at: usize) -> bool {
    let token = passage.tokens[at];
    token.is_word()
        && !token.is(class::PREPOSITION
            | class::AUXILIARY
            | class::TIME
            | class::ADVERB
            | class::DETERMINER
            | class::CONJUNCTION)
}

/// The noun phrase that ends with the token `last`, or two that "and" joins.
pub(super) fn phrase_before(passage: &Passage, from: usize, last: usize) -> Option<Range<usize>> {
    // "Ms Example last night said": the phrase ends before the time.
    let is_time = |at: usize| passage.tokens[at].is(class::TIME);
    let mut end = last;
    while end > from && is_time(end) {
        end -= 1;
        while end > from && passage.tokens[end].is(class::PREPOSITION | class::DETERMINER) && is_time(end + 1) {
            end -= 1;
        }
    }
    let last = if end < last && is_noun(passage, end) { end } else { last };
    let right = single_before(passage, from, last)?;
    let and = right.start.checked_sub(1).filter(|and| *and > from && passage.tokens[*and].is(class::CONJUNCTION));
    let left = and.filter(|and| joins(passage, from, *and)).and_then(|and| single_before(passage, from, and - 1));
    Some(left.map_or(right.start, |left| left.start)..right.end)
}

/// The noun phrase without "and" that ends with the token `last`.
fn single_before(passage: &Passage, from: usize, last: usize) -> Option<Range<usize>> {
    let tokens = &passage.tokens;
    // "had ignored repeated": no noun.
    let is_deed = last > from && !tokens[last].is_capital && passage.word(last).ends_with("ed");
    if is_deed && (tokens[last - 1].is(class::AUXILIARY) || tokens[last - 1].is(class::SUBJECT)) {
        return None;
    }
    if tokens[last].is(class::SUBJECT) {
        return Some(last..last + 1);
    }
    if !tokens[last].is_word()
        || tokens[last].is(class::AUXILIARY | class::PREPOSITION | class::CONJUNCTION | class::NOT)
        || tokens[last].is(class::DETERMINER) && !tokens[last].is(class::SUBJECT) && passage.word(last).len() < 4
    {
        return None;
    }
    let mut start = last;
    while start > from && last - start < LONGEST && belongs(passage, from, start) {
        start -= 1;
    }
    let start = begin(passage, start, last);
    (start <= last).then_some(start..last + 1)
}

/// Whether the token before `start` belongs to the same phrase.
fn belongs(passage: &Passage, from: usize, start: usize) -> bool {
    let tokens = &passage.tokens;
    let token = tokens[start - 1];
    let here = tokens[start];
    match token.kind {
        TokenKind::Possessive => true,
        TokenKind::Other => token.end == here.start,
        TokenKind::Word if token.is(class::CONJUNCTION) => false,
        TokenKind::Word if token.is(class::PREPOSITION) => !token.is(class::SUBORDINATOR) && start - 1 > from,
        TokenKind::Word if token.is(class::AUXILIARY | class::RELATIVE | class::SUBORDINATOR | class::NOT) => {
            // "that official" is a phrase, "said that officials" is none: let it go.
            false
        }
        TokenKind::Word if token.is(class::SUBJECT | class::OBJECT) => false,
        TokenKind::Word => {
            let is_finite = finite_form(passage, start - 1) && !token.is(class::NOUN) && !token.is_capital;
            let ends_clause = here.is_capital || here.is(class::DETERMINER);
            let word = passage.word(start - 1);
            !is_finite && !(ends_clause && !token.is_capital && (word.ends_with("ed") || word.ends_with("ing")))
        }
        _ => false,
    }
}

fn finite_form(passage: &Passage, at: usize) -> bool {
    let forms = super::lexicon::LEXICON.verbs_of(passage.tokens[at].info);
    forms.iter().any(|(_, found)| found & (form::PAST | form::THIRD | form::BASE) != 0)
}

/// Whether "and" joins two names into one source: the left one begins its clause.
fn joins(passage: &Passage, from: usize, and: usize) -> bool {
    if and <= from || !matches!(passage.word(and), "and" | "&") || !is_noun(passage, and - 1) {
        return false;
    }
    let Some(left) = single_before(passage, from, and - 1) else { return false };
    let boundary = left.start.checked_sub(1).filter(|at| *at >= from).map(|at| passage.tokens[at]);
    boundary.is_none_or(|token| {
        matches!(token.kind, TokenKind::Comma | TokenKind::Quotation(_) | TokenKind::Colon)
            || token.is(class::SUBORDINATOR | class::THAT)
    })
}

/// Where a phrase begins behind the words that lead to it: "In a statement [Ms Example]", "Yesterday [the party]".
fn begin(passage: &Passage, mut start: usize, last: usize) -> usize {
    let tokens = &passage.tokens;
    let is_led = |token: usize| tokens[token].is(class::PREPOSITION) && !tokens[token].is(class::DETERMINER);
    loop {
        if start > last {
            return start;
        }
        let token = tokens[start];
        let followed_by_possessive = tokens.get(start + 1).is_some_and(|next| next.kind == TokenKind::Possessive);
        let leads = token.is(class::CONJUNCTION | class::THAT | class::ACCORDING)
            || token.is(class::ADVERB) && !token.is(class::DETERMINER)
            || token.is(class::TIME) && !followed_by_possessive && start < last
            || token.kind == TokenKind::Possessive
            || token.kind == TokenKind::Other;
        if leads {
            start += 1;
        } else if is_led(start) {
            return (start + 2..=last)
                .rev()
                .find(|at| {
                    let (before, here) = (tokens[*at - 1], tokens[*at]);
                    let free =
                        before.is_word() && !before.is(class::PREPOSITION | class::DETERMINER | class::CONJUNCTION);
                    free && (here.is(class::SUBJECT | class::DETERMINER)
                        || here.is_capital && (!before.is_capital || before.is(class::TIME)))
                })
                .unwrap_or(last);
        } else {
            return start;
        }
    }
}

/// The noun phrase that begins at `from`: after "said", after "according to".
pub(super) fn phrase_after(passage: &Passage, from: usize, to: usize) -> Option<Range<usize>> {
    let tokens = &passage.tokens;
    let mut end = from;
    while end < to && end - from < LONGEST {
        let token = tokens[end];
        let ends = match token.kind {
            TokenKind::Possessive => false,
            TokenKind::Other => end == from || token.start != tokens[end - 1].end,
            TokenKind::Quotation(_) => end == from,
            TokenKind::Word if end == from => {
                token.is(class::AUXILIARY
                    | class::PREPOSITION
                    | class::CONJUNCTION
                    | class::NOT
                    | class::TO
                    | class::THAT)
                    || token.is(class::QUESTION) && !token.is(class::DETERMINER)
            }
            TokenKind::Word if tokens[end - 1].is(class::SUBJECT) && end == from + 1 => true,
            TokenKind::Word if token.is(class::CONJUNCTION) => {
                !(passage.word(end) == "and"
                    && tokens.get(end + 1).is_some_and(|next| next.is_capital || next.is(class::DETERMINER)))
            }
            TokenKind::Word if token.is(class::PREPOSITION) => {
                !matches!(passage.word(end), "of" | "for" | "from" | "at" | "with" | "in")
                    || tokens[end - 1].is_capital && passage.word(end) != "of"
            }
            TokenKind::Word
                if token.is(class::AUXILIARY | class::SUBORDINATOR | class::RELATIVE | class::NOT | class::TO) =>
            {
                true
            }
            TokenKind::Word if token.is(class::DETERMINER) && tokens[end - 1].is_capital => true,
            TokenKind::Word if tokens[end - 1].is_capital && !token.is_capital && passage.word(end).ends_with("ed") => {
                true
            }
            TokenKind::Word if token.is(class::ADVERB | class::TIME) && !token.is(class::DETERMINER) => {
                !tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Possessive)
                    && !tokens[end - 1].is(class::DETERMINER)
            }
            TokenKind::Word => {
                let is_verb = token.is_verb() && !token.is(class::NOUN) && !token.is_capital;
                is_verb && !tokens[end - 1].is(class::DETERMINER)
            }
            _ => true,
        };
        if ends {
            break;
        }
        end += 1;
    }
    while end > from && tokens[end - 1].is(class::PREPOSITION | class::CONJUNCTION) {
        end -= 1;
    }
    (end > from).then_some(from..end)
}

/// The subject of a sentence, guessed: its first noun phrase that no preposition leads.
pub(super) fn subject(passage: &Passage, sentence: &Range<usize>) -> Option<Range<usize>> {
    let tokens = &passage.tokens;
    let mut at = sentence.start;
    while at < sentence.end
        && (tokens[at].is(class::CONJUNCTION)
            || tokens[at].is(class::ADVERB) && !tokens[at].is(class::DETERMINER)
            || tokens[at].kind == TokenKind::Comma)
    {
        at += 1;
    }
    let first = tokens.get(at).filter(|_| at < sentence.end)?;
    let is_led = first.is(class::PREPOSITION | class::SUBORDINATOR) && !first.is(class::DETERMINER)
        || first.is_word() && passage.word(at).ends_with("ing") && passage.word(at).len() > 5;
    if is_led {
        let comma = (at..sentence.end).find(|at| tokens[*at].kind == TokenKind::Comma)?;
        at = comma + 1;
    }
    (at < sentence.end).then(|| phrase_after(passage, at, sentence.end)).flatten()
}
