//! `corrections.toml`: what editors say of statements, each by document, passage and words.

use super::collected::Collected;
use super::fields::Fields;
use super::near::{did_you_mean, quoted};
use super::source::Source;
use super::toml;
use crate::corpus::{Document, Span};
use crate::folder::Folder;
use crate::statement::{Correction, Verdict};
use std::collections::HashSet;

const FILE: &str = "corrections.toml";

pub(super) fn corrections(folder: &Folder, documents: &[Document], problems: &mut Collected) -> Vec<Correction> {
    let Some(file) = folder.files.iter().position(|file| file.path == FILE) else { return Vec::new() };
    let Some(source) = Source::whole(folder, file, problems) else { return Vec::new() };
    let Some(found) = toml::fields(source, problems) else { return Vec::new() };
    let mut whole = Fields::new(&found, source, problems);
    let mut corrections: Vec<Correction> = Vec::new();
    for (table, span) in whole.tables("corrections") {
        let mut fields = Fields::new(table, source, whole.problems);
        let correction = correction(&mut fields, span);
        fields.warn_of_unknown();
        corrections.extend(correction);
    }
    whole.warn_of_unknown();
    let ids: HashSet<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    corrections.retain(|correction| {
        let is_known = ids.contains(correction.document.as_str());
        if !is_known {
            let known: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
            let message = format!("no document has the id {}", quoted(&correction.document));
            let help = did_you_mean(&correction.document, &known);
            problems.warning("unknown-document", correction.document_span, message, help);
        }
        is_known
    });
    corrections
}

/// One correction; `None`, with the reason told, if it cannot be understood.
fn correction(fields: &mut Fields, span: Span) -> Option<Correction> {
    let document = fields.text("document");
    let passage = fields.count("passage");
    let words = fields.text("words");
    let speakers = fields.names("speaker");
    let is_none = fields.truth("statement") == Some(false);
    // A note is for people.
    let _ = fields.text("note");
    let missing = [("document", document.is_none()), ("passage", passage.is_none()), ("words", words.is_none())];
    for (name, _) in missing.iter().filter(|(_, is_missing)| *is_missing) {
        let help = "a correction names its place: document = \"an-id\", passage = 3, words = \"as they stand there\"";
        fields.problems.error("missing-field", span, format!("a correction without `{name}`"), help);
    }
    let verdict = match (speakers.is_empty(), is_none) {
        (false, false) => Some(Verdict::Speakers(speakers)),
        (true, true) => Some(Verdict::NotAStatement),
        _ => {
            let help = "write either speaker = \"an-id\" or statement = false";
            let message = "a correction says who spoke, or that this is no statement";
            fields.problems.error("unclear-correction", span, message, help);
            None
        }
    };
    let (document, words) = (document?, words?);
    Some(Correction {
        document: document.text,
        passage: passage?,
        words: words.text,
        verdict: verdict?,
        span,
        words_span: words.span,
        document_span: document.span,
    })
}
