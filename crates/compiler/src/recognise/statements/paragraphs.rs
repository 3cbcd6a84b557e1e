//! Paragraphs: from the reports of each sentence to what is said in a document, with the quotations that stand alone.

use super::attributions::{Attribution, Sentence, attributions};
use super::lexicon::class;
use super::tokens::{Passage, TokenKind};
use crate::statement::StatementKind;
use std::ops::Range;

/// Something said: where, and whose words say by whom. Blocks are counted as in the list of passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) passage: usize,
    /// Bytes.
    pub(super) content: Range<usize>,
    /// The quotations of one that the report interrupts; empty of any other.
    pub(super) pieces: Vec<Range<usize>>,
    pub(super) kind: StatementKind,
    /// Passage and tokens of the source.
    pub(super) source: Option<(usize, Range<usize>)>,
    /// Passage and tokens of the cue.
    pub(super) cue: Option<(usize, Range<usize>)>,
    pub(super) verb: Option<usize>,
    pub(super) link: Link,
    /// Passage and tokens of other sources, of which the first known one is meant where `source` names nobody known.
    pub(super) others: Vec<(usize, Range<usize>)>,
}

/// What joins a content to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// A reporting verb of the same sentence, or the sentence before in the same paragraph, or marks left open.
    Reported,
    /// The paragraph before: its speaker, the one asked, or its subject.
    Context,
}

/// Everything said in the passages, each with its number among the document's blocks.
pub(super) fn said(passages: &[(usize, Passage)]) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    let mut before = Before::default();
    for (number, (_, passage)) in passages.iter().enumerate() {
        let mut here = Before { is_open: false, ..before.clone() };
        let mut last: Option<Said> = None;
        for (order, sentence) in passage.sentences.iter().enumerate() {
            if let Some(token) = only_quotation(passage, sentence) {
                let continues = order == 0 && before.is_open;
                let from = if order == 0 { before.speaker.clone() } else { last.clone().or(here.speaker.clone()) };
                let link = if order > 0 && last.is_some() || continues { Link::Reported } else { Link::Context };
                let alone = alone(passage, number, token, from, link);
                here.is_open = passage.quotation(token).is_some_and(|quotation| !quotation.is_closed);
                here.speaker = Some(alone.clone()).filter(|alone| alone.source.is_some());
                if let Some(begun) = said.last_mut().filter(|begun| order > 0 && is_interrupted(begun, &alone)) {
                    extend(begun, &alone);
                    last = Some(begun.clone());
                    continue;
                }
                if alone.source.is_some() {
                    last = Some(alone.clone());
                }
                said.push(alone);
                continue;
            }
            let found = reports(passage, sentence);
            here = after(passage, number, sentence, &found);
            last = None;
            for attribution in found.attributions {
                let one = of_attribution(passage, number, &attribution);
                if one.kind != StatementKind::Reported || last.is_none() {
                    last = Some(one.clone());
                }
                match said.last_mut().filter(|begun| is_interrupted(begun, &one)) {
                    Some(begun) => extend(begun, &one),
                    None => said.push(one),
                }
            }
        }
        before = here;
    }
    said
}

/// Whether a quotation is the rest of the one before it in its paragraph, which only the words of the report part.
fn is_interrupted(begun: &Said, rest: &Said) -> bool {
    begun.passage == rest.passage
        && begun.kind == StatementKind::Quote
        && rest.kind == StatementKind::Quote
        && begun.source.is_some()
        && begun.source == rest.source
        && begun.cue == rest.cue
        && begun.content.end <= rest.content.start
}

fn extend(begun: &mut Said, rest: &Said) {
    if begun.pieces.is_empty() {
        begun.pieces.push(begun.content.clone());
    }
    begun.pieces.push(rest.content.clone());
    begun.content.end = rest.content.end;
}

/// Who may go on speaking in the next paragraph.
#[derive(Clone, Debug, Default)]
struct Before {
    speaker: Option<Said>,
    is_open: bool,
}

fn after(passage: &Passage, number: usize, sentence: &Range<usize>, found: &Sentence) -> Before {
    let is_open = passage.quotations.last().is_some_and(|quotation| {
        !quotation.is_closed && quotation.outer.end > passage.tokens[sentence.start].start as usize
    });
    let outermost = |attribution: &&Attribution| {
        !found.attributions.iter().any(|other| {
            other.cue != attribution.cue
                && attribution
                    .source
                    .as_ref()
                    .is_some_and(|source| other.content.start <= source.start && source.end <= other.content.end)
        })
    };
    let subject = found.subject.clone().map(|subject| Attribution {
        content: subject.end..subject.end,
        cue: subject.end..subject.end,
        source: Some(subject),
        verb: None,
    });
    let last = found.attributions.iter().rfind(outermost);
    let others: Vec<_> = found.subject.iter().map(|subject| (number, subject.clone())).collect();
    let speaker = found.announced.as_ref().or(last).cloned().or(subject);
    let speaker = speaker.map(|speaker| Said { others, ..of_attribution(passage, number, &speaker) });
    Before { speaker, is_open }
}

/// The reports of a sentence, and the quotation behind a colon that no verb leads to.
fn reports(passage: &Passage, sentence: &Range<usize>) -> Sentence {
    let mut found = attributions(passage, sentence);
    let colon = (sentence.start + 1..sentence.end).find(|at| passage.tokens[*at].kind == TokenKind::Colon);
    if let Some(colon) = colon
        && let Some(quotation) = passage.quotation(colon + 1).filter(|_| colon + 1 < sentence.end)
        && words(&passage.text[quotation.inner.clone()]) > 3
        && !found.attributions.iter().any(|one| one.content.contains(&(colon + 1)))
    {
        let last = found.attributions.last().and_then(|last| last.source.clone());
        let source = last.or_else(|| found.subject.clone());
        let content = colon + 1..colon + 2;
        found.attributions.push(Attribution { content, source, cue: colon..colon + 1, verb: None });
    }
    if found.attributions.is_empty()
        && let Some(colon) = colon
        && names_speaker(passage, sentence.start..colon)
        && colon + 1 < sentence.end
        && passage.tokens[colon + 1].is_capital
    {
        let content = colon + 1..sentence.end;
        let source = Some(sentence.start..colon);
        found.attributions.push(Attribution { content, source, cue: colon..colon + 1, verb: None });
    }
    found
}

/// "Ms Example: …": nothing but a name.
fn names_speaker(passage: &Passage, range: Range<usize>) -> bool {
    const LABELS: [&str; 14] = [
        "note",
        "update",
        "updated",
        "photo",
        "video",
        "correction",
        "read",
        "more",
        "related",
        "watch",
        "source",
        "q",
        "a",
        "analysis",
    ];
    (1..5).contains(&range.len())
        && range.clone().all(|at| {
            let token = passage.tokens[at];
            token.is_word()
                && token.is_capital
                && !token.is_verb()
                && !LABELS.contains(&passage.word(at))
                && !token.is(class::DETERMINER | class::SUBORDINATOR | class::TIME)
        })
}

/// The quotation that a sentence consists of.
fn only_quotation(passage: &Passage, sentence: &Range<usize>) -> Option<usize> {
    let first = sentence.clone().find(|at| passage.tokens[*at].kind != TokenKind::Dash)?;
    let quotation = passage.quotation(first)?;
    let rest = &passage.tokens[first + 1..sentence.end];
    let is_all =
        rest.iter().all(|token| matches!(token.kind, TokenKind::Stop | TokenKind::Comma | TokenKind::Quotation(_)));
    (is_all && words(&passage.text[quotation.inner.clone()]) > 1).then_some(first)
}

fn alone(passage: &Passage, number: usize, token: usize, from: Option<Said>, link: Link) -> Said {
    let content = passage.quotation(token).map_or(0..0, |quotation| quotation.inner.clone());
    let (source, cue, verb, others) =
        from.map_or((None, None, None, Vec::new()), |from| (from.source, from.cue, from.verb, from.others));
    Said { passage: number, content, kind: StatementKind::Quote, pieces: Vec::new(), source, cue, verb, link, others }
}

fn of_attribution(passage: &Passage, number: usize, attribution: &Attribution) -> Said {
    let (content, kind) = content(passage, attribution.content.clone());
    Said {
        passage: number,
        content,
        pieces: Vec::new(),
        kind,
        source: attribution.source.clone().map(|source| (number, source)),
        cue: Some((number, attribution.cue.clone())).filter(|(_, cue)| !cue.is_empty()),
        verb: attribution.verb,
        link: Link::Reported,
        others: Vec::new(),
    }
}

/// The bytes of a content, and how it stands in the text.
fn content(passage: &Passage, mut tokens: Range<usize>) -> (Range<usize>, StatementKind) {
    if tokens.is_empty() {
        return (0..0, StatementKind::Reported);
    }
    let is_quotation = |at: usize| matches!(passage.tokens[at].kind, TokenKind::Quotation(_));
    // "But “…”": the quotation alone.
    while tokens.len() > 1
        && (passage.tokens[tokens.start].is(class::CONJUNCTION)
            || !is_quotation(tokens.start) && !passage.tokens[tokens.start].is_word())
        && passage.tokens[tokens.start].kind != TokenKind::Open
    {
        tokens.start += 1;
    }
    while tokens.len() > 1
        && matches!(passage.tokens[tokens.end - 1].kind, TokenKind::Comma | TokenKind::Dash | TokenKind::Stop)
    {
        tokens.end -= 1;
    }
    if let Some(quotation) = passage.quotation(tokens.start).filter(|_| tokens.len() == 1) {
        return (quotation.inner.clone(), StatementKind::Quote);
    }
    let quoted = tokens.clone().any(is_quotation);
    (passage.bytes(tokens), if quoted { StatementKind::Mixed } else { StatementKind::Reported })
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
