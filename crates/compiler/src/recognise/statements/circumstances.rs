//! Circumstances: the words between a reporting verb and its content that say when or how, not what.

use super::lexicon::class;
use super::tokens::{Passage, TokenKind};

/// The first token from `from` on that is no such word.
pub(super) fn behind(passage: &Passage, from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        at = match (passes(passage, at), behind_time(passage, at, to)) {
            (true, _) => at + 1,
            (false, Some(behind)) => behind,
            (false, None) => break,
        };
    }
    at
}

/// Adverbs and days between a verb and its content: "said later on Tuesday that".
pub(super) fn passes(passage: &Passage, at: usize) -> bool {
    let token = passage.tokens[at];
    token.is(class::ADVERB | class::TIME)
        && !token.is(class::DETERMINER | class::SUBJECT | class::SUBORDINATOR | class::CONJUNCTION)
        && passage.tokens.get(at + 1).is_none_or(|next| next.kind != TokenKind::Possessive)
}

/// What follows "the next day", "that week", "the same evening", where such words say when and nothing more.
fn behind_time(passage: &Passage, at: usize, to: usize) -> Option<usize> {
    let is_time = |at: usize| {
        passage.tokens[at].is(class::TIME) || matches!(passage.word(at), "same" | "following" | "previous" | "very")
    };
    let behind = (at + 1..to).find(|at| !is_time(*at)).unwrap_or(to);
    let is_phrase = passage.tokens[at].is(class::DETERMINER)
        && behind > at + 1
        && passage.tokens[behind - 1].is(class::TIME)
        && passage.tokens.get(behind).filter(|_| behind < to).is_none_or(|next| {
            next.is(class::THAT | class::PREPOSITION) && passage.word(behind) != "of"
                || !next.is_word() && next.kind != TokenKind::Possessive
        });
    is_phrase.then_some(behind)
}
