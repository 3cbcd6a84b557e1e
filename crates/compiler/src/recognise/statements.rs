//! Statements: who says what in a document, with the evidence and how sure it is.
//!
//! Each passage is cut into tokens, a quotation being one (`tokens`, `quotations`); in each sentence the reporting verbs
//! (`verbs`) lead to a content (`contents`) and to the words that name its source (`sources`, `attributions`); quotations
//! that stand alone get the speaker of what they continue (`paragraphs`); sources become entities by the document's own
//! mentions (`speakers`). A quotation that runs over paragraphs is one statement a passage, all of one speaker.

mod attributions;
mod circumstances;
mod contents;
mod corrections;
mod given_names;
mod groups;
mod lexicon;
mod nouns;
mod paragraphs;
mod postposed;
mod quotations;
mod reports;
mod roles;
mod sources;
mod speakers;
mod tokens;
mod verbs;

use super::Mention;
use crate::corpus::{Document, DocumentKind};
use crate::entities::Entities;
use crate::statement::{Method, StatementKind, Status, VerbKind};
use std::ops::Range;

pub(crate) use corrections::{Corrected, Misfit, corrected};

/// A statement of one speaker. Ranges are bytes of their block, which is counted from 0 among the document's blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) block: usize,
    /// Without the quotation marks round it.
    pub(crate) content: Range<usize>,
    /// The quotations of one that the report interrupts ("…," she said, "…"); empty of any other.
    pub(crate) pieces: Vec<Range<usize>>,
    pub(crate) kind: StatementKind,
    /// Draft entity.
    pub(crate) speaker: Option<usize>,
    /// The words that name, describe or mean the speaker.
    pub(crate) source: Option<(usize, Range<usize>)>,
    pub(crate) cue: Option<(usize, Range<usize>)>,
    pub(crate) verb: Option<(&'static str, VerbKind)>,
    pub(crate) method: Method,
    pub(crate) status: Status,
}

/// What the machine finds in one document. `mentions`: of the title, then of each block.
pub(crate) fn statements(document: &Document, entities: &Entities, mentions: &[Vec<Mention>]) -> Vec<Statement> {
    if document.kind == DocumentKind::Speech {
        return speech(document, entities);
    }
    let blocks: Vec<(usize, tokens::Passage)> = document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind.is_passage())
        .map(|(number, block)| (number, tokens::Passage::of(&block.text)))
        .collect();
    let said = paragraphs::said(&blocks);
    let mut company = speakers::Company::of(document, entities, &blocks, mentions);
    let mut statements: Vec<Statement> = Vec::with_capacity(said.len());
    for said in &said {
        statements.extend(company.statements(said));
    }
    statements.sort_by_key(|statement| (statement.block, statement.content.start, statement.content.end));
    statements.dedup_by(|a, b| a.block == b.block && a.content == b.content && a.speaker == b.speaker);
    statements
}

/// A speech is its speaker's statement, passage by passage.
fn speech(document: &Document, entities: &Entities) -> Vec<Statement> {
    let mut speakers: Vec<Option<usize>> =
        document.speakers.iter().map(|name| entities.named(crate::corpus::EntityKind::Person, &name.text)).collect();
    speakers.retain(Option::is_some);
    speakers.dedup();
    if speakers.is_empty() {
        speakers.push(None);
    }
    let passages = document.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_passage());
    let statement = |block: usize, text: &str, speaker: Option<usize>| Statement {
        block,
        content: quotations::trimmed(text, 0..text.len()),
        pieces: Vec::new(),
        kind: StatementKind::Quote,
        speaker,
        source: None,
        cue: None,
        verb: None,
        method: if speaker.is_some() { Method::Speech } else { Method::Nobody },
        status: if speaker.is_some() { Status::Stated } else { Status::Unresolved },
    };
    passages
        .flat_map(|(number, block)| speakers.iter().map(move |speaker| statement(number, &block.text, *speaker)))
        .collect()
}
