//! Corrections: what an editor said of a span wins over the machine.

use super::Statement;
use super::quotations::trimmed;
use crate::corpus::{BlockKind, Document, EntityKind};
use crate::entities::Entities;
use crate::statement::{Correction, Method, StatementKind, Status, Verdict};
use std::ops::Range;

/// The statements of a document after its corrections, and the corrections that fit nothing.
#[derive(Debug, Default)]
pub(crate) struct Corrected<'a> {
    pub(crate) statements: Vec<Statement>,
    pub(crate) unfit: Vec<(&'a Correction, Misfit)>,
}

/// Why a correction fits nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// The document has fewer passages; so many.
    Passage(usize),
    /// The passage does not hold the words.
    Words,
    /// Nobody is known by the speaker's name.
    Speaker,
    /// No statement was found at the words that could be none.
    Statement,
}

/// Applies the corrections of one document.
pub(crate) fn corrected<'a>(
    mut statements: Vec<Statement>,
    corrections: &[&'a Correction],
    document: &Document,
    entities: &Entities,
) -> Corrected<'a> {
    let mut unfit = Vec::new();
    for correction in corrections {
        let passages: Vec<usize> =
            (0..document.blocks.len()).filter(|at| BlockKind::is_passage(document.blocks[*at].kind)).collect();
        let Some(block) = correction.passage.checked_sub(1).and_then(|passage| passages.get(passage)).copied() else {
            unfit.push((*correction, Misfit::Passage(passages.len())));
            continue;
        };
        let Some(range) = place(&document.blocks[block].text, &correction.words) else {
            unfit.push((*correction, Misfit::Words));
            continue;
        };
        let meant: Vec<usize> = (0..statements.len())
            .filter(|at| statements[*at].block == block && is_meant(&statements[*at].content, &range))
            .collect();
        match &correction.verdict {
            Verdict::NotAStatement if meant.is_empty() => unfit.push((*correction, Misfit::Statement)),
            Verdict::NotAStatement => {
                let mut at = 0;
                statements.retain(|_| {
                    at += 1;
                    !meant.contains(&(at - 1))
                });
            }
            Verdict::Speakers(names) if names.iter().any(|name| speaker(entities, &name.text).is_none()) => {
                unfit.push((*correction, Misfit::Speaker));
            }
            Verdict::Speakers(names) => {
                let model = meant.first().map(|first| statements[*first].clone());
                let mut at = 0;
                statements.retain(|_| {
                    at += 1;
                    !meant.contains(&(at - 1))
                });
                let speakers = names.iter().filter_map(|name| speaker(entities, &name.text));
                statements.extend(speakers.map(|speaker| by_editor(model.as_ref(), block, &range, speaker, document)));
            }
        }
    }
    statements.sort_by_key(|statement| (statement.block, statement.content.start, statement.content.end));
    Corrected { statements, unfit }
}

/// Whom an editor names, by id or name.
fn speaker(entities: &Entities, name: &str) -> Option<usize> {
    let kinds = [EntityKind::Person, EntityKind::Party, EntityKind::Organisation, EntityKind::Place];
    kinds.iter().find_map(|kind| entities.named(*kind, name))
}

fn by_editor(
    model: Option<&Statement>,
    block: usize,
    range: &Range<usize>,
    speaker: usize,
    document: &Document,
) -> Statement {
    let text = &document.blocks[block].text;
    let is_quoted = text[..range.start].ends_with(['"', '“', '‘', '\'']);
    Statement {
        block,
        content: model.map_or_else(|| range.clone(), |model| model.content.clone()),
        pieces: model.map_or_else(Vec::new, |model| model.pieces.clone()),
        kind: model.map_or(if is_quoted { StatementKind::Quote } else { StatementKind::Reported }, |model| model.kind),
        speaker: Some(speaker),
        source: None,
        cue: model.and_then(|model| model.cue.clone()),
        verb: model.and_then(|model| model.verb),
        method: Method::Corrected,
        status: Status::Corrected,
    }
}

/// Whether an editor's words mean a content: most of one stands in the other.
fn is_meant(content: &Range<usize>, words: &Range<usize>) -> bool {
    let both = content.end.min(words.end).saturating_sub(content.start.max(words.start));
    both * 2 > content.len() && both * 2 > words.len()
}

/// Where the words stand in a text, the kinds of quotation marks and white space aside.
fn place(text: &str, words: &str) -> Option<Range<usize>> {
    let folded = text::fold_with_origins(text);
    let wanted = text::fold(words);
    let wanted = wanted.trim().trim_matches('"').trim();
    let start = folded.text.find(wanted).filter(|_| !wanted.is_empty())?;
    Some(trimmed(text, folded.original(start..start + wanted.len())))
}
