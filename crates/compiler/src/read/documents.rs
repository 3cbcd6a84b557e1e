//! Documents: Markdown with front matter, JSON Lines with one document a row, plain text.

use super::collected::Collected;
use super::editions;
use super::facts::{Form, facts, one_line};
use super::fields::Fields;
use super::front_matter;
use super::near::quoted;
use super::source::{LINE_LIMIT, Source, bytes, lines, long_line, utf8};
use super::{json, markdown, odd, plain};
use crate::corpus::{About, BlockKind, Document, Rights, Span};
use crate::folder::Folder;
use crate::problem::{Problem, Severity};
use std::collections::HashMap;

/// All documents in the order of their files.
pub(super) fn documents(folder: &Folder, about: &About, problems: &mut Collected) -> Vec<Document> {
    let has_documents = folder.files.iter().any(|file| file.path.starts_with("documents/"));
    let is_document = |path: &str| {
        if has_documents {
            path.starts_with("documents/")
        } else {
            !path.starts_with("gazetteers/") && path != editions::FILE
        }
    };
    let mut reading = Reading { about, problems, documents: Vec::new(), places_of_ids: HashMap::new() };
    for (file, path) in
        folder.files.iter().map(|file| file.path.as_str()).enumerate().filter(|(_, path)| is_document(path))
    {
        let name = path.rsplit('/').next().unwrap_or(path);
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        match ending {
            "md" if !name.eq_ignore_ascii_case("README.md") => reading.markdown(folder, file, stem),
            "txt" => reading.text(folder, file, stem),
            "jsonl" => reading.rows(folder, file, stem),
            _ => {}
        }
    }
    let documents = reading.documents;
    if documents.is_empty() && !problems.has_errors() {
        let help = "put Markdown (.md), plain text (.txt) or JSON Lines (.jsonl) into `documents/`";
        problems.add("no-documents", Severity::Error, None, "the folder has no document that could be read", help);
    }
    documents
}

struct Reading<'a, 'p> {
    about: &'a About,
    problems: &'p mut Collected,
    documents: Vec<Document>,
    places_of_ids: HashMap<String, Span>,
}

impl Reading<'_, '_> {
    fn markdown(&mut self, folder: &Folder, file: usize, stem: &str) {
        let Some(source) = Source::whole(folder, file, self.problems) else { return };
        let Some(parts) = front_matter::parts(source, self.problems) else { return };
        let mut fields = Fields::new(&parts.fields, parts.facts, self.problems);
        let (mut document, id_span) = facts(&mut fields, Form::FrontMatter, self.about, source.beginning());
        fields.warn_of_unknown();
        parts.markdown.warn_of_odd_characters(self.problems);
        match markdown::blocks(parts.markdown.text) {
            Ok(blocks) => document.blocks = blocks,
            Err(at) => {
                let span = parts.markdown.span(at..at);
                self.problems.error("nested-too-deep", span, "lists or quotations nested too deep to be read", "");
                return;
            }
        }
        if document.title.is_empty() {
            // A title is published whatever the rights: no text may become one.
            let full = document.rights == Rights::Full;
            let heading = document.blocks.iter().find(|block| full && block.kind == BlockKind::Heading);
            document.title = odd::removed(&heading.map_or_else(|| stem.to_owned(), |heading| one_line(&heading.text)));
            let (span, what) = (document.span, if heading.is_some() { "first heading" } else { "file name" });
            self.problems.notice("no-title", span, format!("no title; the {what} stands in"), "add a `title`");
        }
        self.add(document, id_span, stem);
    }

    fn text(&mut self, folder: &Folder, file: usize, stem: &str) {
        let Some(source) = Source::whole(folder, file, self.problems) else { return };
        source.warn_of_odd_characters(self.problems);
        let mut fields = Fields::new(&[], source, self.problems);
        let (mut document, _) = facts(&mut fields, Form::FrontMatter, self.about, source.beginning());
        document.blocks = plain::paragraphs_or_lines(&source.text.replace("\r\n", "\n"));
        document.title = odd::removed(stem);
        self.add(document, None, stem);
    }

    fn rows(&mut self, folder: &Folder, file: usize, stem: &str) {
        let Some((start, bytes)) = bytes(folder, file, self.problems) else { return };
        for (number, (at, row)) in lines(bytes).enumerate() {
            let row = row.strip_suffix(b"\r").unwrap_or(row);
            let start = start + at;
            if row.len() > LINE_LIMIT {
                long_line(Span { file, start, end: start }, row.len(), self.problems);
            } else if !row.trim_ascii().is_empty()
                && let Some(source) = utf8(file, start, row, self.problems)
            {
                self.row(source, &format!("{stem}-{}", number + 1));
            }
        }
    }

    fn row(&mut self, source: Source, stem: &str) {
        let Some(found) = json::fields(source, self.problems) else { return };
        let mut fields = Fields::new(&found, source, self.problems);
        let whole = source.span(0..source.text.len());
        let (mut document, id_span) = facts(&mut fields, Form::Row, self.about, whole);
        document.blocks = fields.verbatim("text").map(plain::paragraphs).unwrap_or_default();
        fields.warn_of_unknown();
        if document.title.is_empty() {
            document.title = if document.id.is_empty() { stem.to_owned() } else { document.id.clone() };
            self.problems.notice("no-title", source.beginning(), "no title; the id stands in", "add a `title`");
        }
        self.add(document, id_span, stem);
    }

    /// Takes a document that has a text and an id of its own.
    fn add(&mut self, mut document: Document, id_span: Option<Span>, stem: &str) {
        let place = id_span.unwrap_or(Span { end: document.span.start, ..document.span });
        if document.id.is_empty() {
            document.id = text::slug(stem);
        }
        if document.id.is_empty() {
            let message = "the file name has no letter or digit to make an id of";
            self.problems.error("bad-id", place, message, "add an `id`, or rename the file");
            return;
        }
        if !document.blocks.iter().any(|block| block.kind.is_passage()) {
            let help = "a document needs a paragraph, a list item or a quotation";
            self.problems.error("empty-document", place, "the document has no text", help);
            return;
        }
        if let Some(first) = self.places_of_ids.get(&document.id) {
            self.problems.push(Problem {
                code: "duplicate-id",
                severity: Severity::Error,
                span: Some(place),
                message: format!("two documents have the id {}", quoted(&document.id)),
                help: "give one of them another `id`".to_owned(),
                also: vec![(*first, "first used here".to_owned())],
            });
            return;
        }
        self.places_of_ids.insert(document.id.clone(), place);
        self.documents.push(document);
    }
}
