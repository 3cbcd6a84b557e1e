//! Attributions: in each sentence, what is said and the words that say who said it.

use super::lexicon::{LEXICON, class};
use super::nouns;
use super::reports::report;
use super::sources;
use super::tokens::{Passage, TokenKind};
use std::ops::Range;

/// Something said in a sentence, in tokens of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribution {
    pub(super) content: Range<usize>,
    /// The words that name the source.
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    /// Number of the verb; `None` of "according to".
    pub(super) verb: Option<usize>,
}

/// What a sentence says.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence {
    pub(super) attributions: Vec<Attribution>,
    /// Who will have spoken what the next paragraph quotes: the sentence ends with "said:" or somebody was asked.
    pub(super) announced: Option<Attribution>,
    /// Its subject.
    pub(super) subject: Option<Range<usize>>,
}

/// The attributions of one sentence, by their cues.
pub(super) fn attributions(passage: &Passage, sentence: &Range<usize>) -> Sentence {
    let mut found = Sentence { subject: sources::subject(passage, sentence), ..Sentence::default() };
    // Where the words of the last postposed report end.
    let mut floor = sentence.start;
    for at in sentence.clone() {
        let token = passage.tokens[at];
        if token.is(class::ACCORDING) {
            according(passage, sentence, at, floor, &mut found);
        } else if token.is(class::REPORT)
            && !token.is_capital
            && let Some(verb) = LEXICON.nouns.get(passage.word(at))
            && let Some(attribution) = nouns::owned(passage, sentence, at, *verb)
        {
            push(&mut found, attribution);
        } else if token.is_word()
            && token.is_verb()
            && !token.is_capital_inside(at, sentence)
            && let Some(end) = report(passage, sentence, at, floor, &mut found)
        {
            floor = end;
        }
    }
    found
}

impl super::tokens::Token {
    /// A capitalised word inside a sentence is a name, no verb.
    fn is_capital_inside(&self, at: usize, sentence: &Range<usize>) -> bool {
        self.is_capital && at != sentence.start
    }
}

/// "According to the party, …" and "…, according to the party".
fn according(passage: &Passage, sentence: &Range<usize>, at: usize, floor: usize, found: &mut Sentence) {
    let tokens = &passage.tokens;
    let to = at + 1;
    if !tokens.get(to).is_some_and(|token| to < sentence.end && token.is(class::TO)) {
        return;
    }
    let Some(source) = sources::phrase_after(passage, to + 1, sentence.end) else { return };
    let is_first =
        tokens[sentence.start..at].iter().all(|token| !token.is_word() || token.is(class::CONJUNCTION | class::ADVERB));
    let content = if is_first {
        let is_bare = tokens.get(source.end).is_some_and(|next| next.is(class::DETERMINER | class::SUBJECT));
        let comma =
            (source.end..sentence.end).find(|at| matches!(tokens[*at].kind, TokenKind::Comma | TokenKind::Colon));
        let behind = if is_bare { Some(source.end) } else { comma.map(|comma| comma + 1) };
        behind.map(|start| start..trim_end(passage, start, sentence.end))
    } else {
        let end = trim_end(passage, floor, at);
        Some(floor..end)
    };
    if let Some(content) = content.filter(|content| content.start < content.end) {
        found.attributions.push(Attribution { content, source: Some(source), cue: at..to + 1, verb: None });
    }
}

/// Without the stops and commas at the end.
pub(super) fn trim_end(passage: &Passage, start: usize, mut end: usize) -> usize {
    while end > start
        && matches!(
            passage.tokens[end - 1].kind,
            TokenKind::Comma | TokenKind::Stop | TokenKind::Dash | TokenKind::Colon | TokenKind::Semicolon
        )
    {
        end -= 1;
    }
    end
}

/// Whose sentence it is so far: the last source that no subordinate clause and no other content holds, or the subject.
pub(super) fn main_source(passage: &Passage, sentence: &Range<usize>, found: &Sentence) -> Option<Range<usize>> {
    let is_main = |source: &&Range<usize>| {
        let before = source.start.checked_sub(1).filter(|before| *before >= sentence.start);
        let is_led = before.is_some_and(|before| passage.tokens[before].is(class::SUBORDINATOR | class::RELATIVE));
        let holds = |other: &Attribution| other.content.start <= source.start && source.end <= other.content.end;
        !is_led && !found.attributions.iter().any(holds)
    };
    let sources = found.attributions.iter().rev().filter_map(|attribution| attribution.source.as_ref());
    sources.into_iter().find(is_main).cloned().or_else(|| found.subject.clone())
}

pub(super) fn push(found: &mut Sentence, attribution: Attribution) {
    if attribution.content.start < attribution.content.end {
        found.attributions.push(attribution);
    }
}
