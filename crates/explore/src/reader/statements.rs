//! Statements in the text: which segments they are, and the record that corrects each.

use crate::query::Query;
use crate::statements::{Said, is_sure, kind_words, passage_number, reporting, source, spoken_by, status_words};
use crate::view::ReadStatement;
use archive::{Archive, BlockId, DocumentId, StatementId};
use std::ops::Range;

/// The statements of a block, by start.
pub(super) fn statements_of(archive: &Archive, document: DocumentId, block: BlockId) -> Vec<Said<'_>> {
    let passage = archive.passage_of(block);
    let numbers = passage.map_or(0..0, |passage| archive.statements_of(passage)).map(StatementId);
    numbers.filter_map(|number| Some(Said { number, document, it: archive.statement(number)? })).collect()
}

/// The words of a statement: its pieces, or the whole; nothing where they may not be shown.
pub(super) fn spans(archive: &Archive, said: &Said) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = archive.pieces(said.number).collect();
    if spans.is_empty() {
        spans.push(said.it.range.clone());
    }
    spans.retain(|span| !span.is_empty());
    spans
}

/// A statement of a block whose segments begin at `starts`.
pub(super) fn read(archive: &Archive, query: &Query, text: &str, said: &Said, starts: &[usize]) -> ReadStatement {
    let at = |byte: usize| starts.partition_point(|start| *start < byte);
    let words = text.get(said.it.range.clone()).unwrap_or_default();
    ReadStatement {
        speaker: said.it.speaker.map(|speaker| spoken_by(archive, query, said, speaker)),
        source: source(archive, said).to_owned(),
        verb: reporting(archive, said).to_owned(),
        kind: query.words.text(kind_words(said.it.kind)),
        status: query.words.text(status_words(said.it.status, said.it.method)),
        is_sure: is_sure(said.it.status),
        segments: spans(archive, said).into_iter().map(|span| (at(span.start), at(span.end))).collect(),
        correction: if words.is_empty() { String::new() } else { correction(archive, said, words) },
    }
}

/// A record for `corrections.toml` that says what is found; whoever copies it changes the last line.
fn correction(archive: &Archive, said: &Said, words: &str) -> String {
    let (now, other) = match said.it.speaker {
        Some(speaker) => (
            format!("speaker = {}", quoted(archive.slug(speaker))),
            "# or, if these are nobody's words: statement = false",
        ),
        None => ("statement = false".to_owned(), "# or, if somebody said it: speaker = \"an-id\""),
    };
    format!(
        "[[corrections]]\ndocument = {}\npassage = {}\nwords = {}\n{now}\n{other}\n",
        quoted(archive.id(said.document)),
        passage_number(archive, said),
        quoted(words),
    )
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            // White space of any kind is found by any other.
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}
