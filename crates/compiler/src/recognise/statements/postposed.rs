//! Postposed reports: "…," Ms Example said, and what of the words before is hers.

use super::attributions::{Sentence, push, trim_end};
use super::lexicon::class;
use super::tokens::{Passage, Token, TokenKind};
use std::ops::Range;

/// Whether a token is a quotation that the words behind it report.
pub(super) fn leads(passage: &Passage, floor: usize, at: usize) -> bool {
    passage.leads_on(at) || at == floor && passage.quotation(at).is_some_and(|quotation| quotation.inner.len() > 20)
}

/// What stands before a postposed report: of a quotation that a colon, a dash or a circumstance leads to, that alone.
pub(super) fn led_content(passage: &Passage, floor: usize, end: usize) -> Range<usize> {
    let content = floor..trim_end(passage, floor, end);
    let Some(last) = content.end.checked_sub(1).filter(|last| *last > floor && passage.quotation(*last).is_some())
    else {
        return content;
    };
    let first = passage.tokens[floor];
    let is_circumstance = first.is(class::PREPOSITION | class::SUBORDINATOR | class::ADVERB | class::TIME)
        || passage.word(floor) == "asked";
    let is_alone = match passage.tokens[last - 1].kind {
        TokenKind::Colon | TokenKind::Dash => true,
        TokenKind::Comma => is_circumstance,
        _ => false,
    };
    if is_alone { last..last + 1 } else { content }
}

/// A further quotation after a postposed report: "…," said Ms Example, "…".
pub(super) fn continued(passage: &Passage, sentence: &Range<usize>, from: usize, found: &mut Sentence) {
    let Some(last) = found.attributions.last().cloned() else { return };
    let next = (from..sentence.end).find(|at| matches!(passage.tokens[*at].kind, TokenKind::Quotation(_)));
    if let Some(next) = next
        && passage.tokens[next - 1].kind == TokenKind::Comma
        && !passage.tokens[from..next].iter().any(Token::is_verb)
    {
        push(found, super::attributions::Attribution { content: next..next + 1, ..last });
    }
}

/// Whether the words before ", Ms Example said" can be what she said, not only when or where.
pub(super) fn is_said(passage: &Passage, range: Range<usize>) -> bool {
    let tokens = &passage.tokens[range.clone()];
    let Some(first) = tokens.first() else { return false };
    let is_circumstance =
        first.is(class::PREPOSITION | class::SUBORDINATOR) && !first.is(class::DETERMINER | class::SUBJECT);
    tokens.len() > 4 && (!is_circumstance || tokens.iter().filter(|token| token.kind == TokenKind::Comma).count() > 1)
}

/// Whether the words behind "said" are its subject and nothing more: "…, said Ms Example on Tuesday."
pub(super) fn is_inverted(passage: &Passage, source: &Range<usize>, sentence: &Range<usize>) -> bool {
    let first = passage.tokens[source.start];
    let is_name = first.is_capital || source.len() > 1 && passage.tokens[source.end - 1].is_capital;
    is_name
        && passage.tokens.get(source.end).filter(|_| source.end < sentence.end).is_none_or(|next| {
            matches!(next.kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Open)
                || next.is(class::TIME)
                || matches!(passage.word(source.end), "of" | "in" | "on" | "at")
        })
}
