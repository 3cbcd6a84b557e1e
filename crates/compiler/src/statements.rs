//! Statements of a whole folder, as the command prints them.

use crate::corpus::{BlockKind, Corpus, Document};
use crate::entities::Entities;
use crate::folder::Folder;
use crate::problem::{Problem, Severity};
use crate::recognise::{
    Corrected, Finder, Mention, Misfit, Statement, corrected, mentions as mentioned, statements as found_in,
};
use crate::statement::{Correction, FoundStatement};
use std::collections::HashMap;
use std::ops::Range;

/// Who said what in a folder's documents, in the order of its files, and everything that is wrong with the folder.
pub fn statements(folder: &Folder) -> (Vec<FoundStatement>, Vec<Problem>) {
    let (corpus, mut problems) = crate::read(folder);
    let entities = Entities::gather(&corpus);
    let finder = Finder::new(entities.forms());
    let corrections = by_document(&corpus);
    let mut found = Vec::new();
    for document in &corpus.documents {
        let own = corrections.get(document.id.as_str()).map_or(&[][..], Vec::as_slice);
        let Corrected { statements, unfit } = statements_of(document, own, &entities, &finder);
        problems.extend(unfit.into_iter().map(|(correction, misfit)| unfit_problem(correction, misfit)));
        found.extend(statements.iter().map(|statement| as_found(statement, document, &entities)));
    }
    (found, problems)
}

/// A name found in a passage. Offsets are Unicode code points of its rendered text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundMention {
    pub document: String,
    /// From 0, counting passages only.
    pub passage: usize,
    pub start: usize,
    pub end: usize,
    /// The entity's slug.
    pub entity: String,
}

/// The names found in the passages of a folder's documents, in the order of its files.
pub fn mentions(folder: &Folder) -> Vec<FoundMention> {
    let (corpus, _) = crate::read(folder);
    let entities = Entities::gather(&corpus);
    let finder = Finder::new(entities.forms());
    let mut found = Vec::new();
    for document in &corpus.documents {
        let named = mentions_of(document, &entities, &finder);
        let passages = document.blocks.iter().zip(named.iter().skip(1)).filter(|(block, _)| block.kind.is_passage());
        for (passage, (block, named)) in passages.enumerate() {
            found.extend(named.iter().map(|mention| FoundMention {
                document: document.id.clone(),
                passage,
                start: points(&block.text[..mention.range.start]),
                end: points(&block.text[..mention.range.end]),
                entity: entities.drafts[mention.entity].slug.clone(),
            }));
        }
    }
    found
}

/// The mentions of a document's title, then of each block.
fn mentions_of(document: &Document, entities: &Entities, finder: &Finder) -> Vec<Vec<Mention>> {
    let titles = std::iter::once(document.title.as_str());
    let texts: Vec<&str> = titles.chain(document.blocks.iter().map(|block| block.text.as_str())).collect();
    mentioned(finder, &texts, &entities.declared_people(document)).0
}

fn statements_of<'a>(
    document: &Document,
    corrections: &[&'a Correction],
    entities: &Entities,
    finder: &Finder,
) -> Corrected<'a> {
    let named = mentions_of(document, entities, finder);
    corrected(found_in(document, entities, &named), corrections, document, entities)
}

/// The corrections of each document.
pub(crate) fn by_document(corpus: &Corpus) -> HashMap<&str, Vec<&Correction>> {
    let mut by_document: HashMap<&str, Vec<&Correction>> = HashMap::new();
    for correction in &corpus.corrections {
        by_document.entry(correction.document.as_str()).or_default().push(correction);
    }
    by_document
}

/// What to tell an editor of a correction that fits nothing any more.
pub(crate) fn unfit_problem(correction: &Correction, misfit: Misfit) -> Problem {
    let (message, help) = match misfit {
        Misfit::Passage(passages) => (
            format!("`{}` has no passage {}; it has {passages}", correction.document, correction.passage),
            "passages are counted from 1: paragraphs, list items and quotations, not headings",
        ),
        Misfit::Words => (
            format!("passage {} of `{}` does not hold these words", correction.passage, correction.document),
            "copy the words from the text as it is now, or delete the correction",
        ),
        Misfit::Speaker => (
            "a speaker of this correction is in no gazetteer and declared by no document".to_owned(),
            "write the id of a person, party, organisation or place",
        ),
        Misfit::Statement => (
            "no statement is found at these words any more".to_owned(),
            "delete the correction: it is not needed, or copy more of the words that are wrongly marked",
        ),
    };
    Problem {
        code: "unfit-correction",
        severity: Severity::Warning,
        span: Some(correction.words_span),
        message,
        help: help.to_owned(),
        also: Vec::new(),
    }
}

fn as_found(statement: &Statement, document: &Document, entities: &Entities) -> FoundStatement {
    let place = |block: usize, range: &Range<usize>| {
        let text = &document.blocks[block].text;
        let start = points(&text[..range.start]);
        (passage_of(document, block), start, start + points(&text[range.clone()]))
    };
    let (passage, start, end) = place(statement.block, &statement.content);
    FoundStatement {
        document: document.id.clone(),
        passage,
        start,
        end,
        pieces: statement
            .pieces
            .iter()
            .map(|piece| place(statement.block, piece))
            .map(|(_, start, end)| (start, end))
            .collect(),
        kind: statement.kind,
        speaker: statement.speaker.map(|speaker| entities.drafts[speaker].slug.clone()),
        speaker_place: statement.source.as_ref().map(|(block, range)| place(*block, range)),
        cue: statement
            .cue
            .as_ref()
            .map_or_else(String::new, |(block, range)| document.blocks[*block].text[range.clone()].to_owned()),
        verb: statement.verb,
        method: statement.method,
        status: statement.status,
    }
}

/// The number of a block among the passages, from 0.
fn passage_of(document: &Document, block: usize) -> usize {
    document.blocks[..block].iter().filter(|block| BlockKind::is_passage(block.kind)).count()
}

fn points(text: &str) -> usize {
    text.chars().count()
}
