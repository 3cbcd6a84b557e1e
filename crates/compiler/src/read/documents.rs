//! Documents: Markdown with front matter, JSON Lines with one document a row, plain text.

use super::collected::Collected;
use super::facts::{Form, facts, one_line};
use super::fields::Fields;
use super::front_matter;
use super::near::quoted;
use super::source::{LINE_LIMIT, Source, after_mark, bytes, lines, long_line, utf8};
use super::value::Kind;
use super::{json, markdown, odd, plain};
use crate::corpus::{About, Block, BlockKind, Document, Rights, Span};
use crate::folder::{EDITIONS, Folder, Line};
use crate::problem::{Problem, Severity};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The field that holds a row's text.
const TEXT: &str = "text";

/// Which texts documents have once they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    Held,
    /// Rows leave theirs in their file: `text_of_row` reads it again.
    OfRowsLeft,
}

/// All documents in the order of their files. `watch` is told how many bytes were read.
pub(super) fn documents(
    folder: &Folder,
    about: &About,
    texts: Texts,
    watch: &dyn Fn(usize),
    problems: &mut Collected,
) -> Vec<Document> {
    let has_documents = folder.files.iter().any(|file| file.path.starts_with("documents/"));
    let is_document = |path: &str| {
        if has_documents {
            path.starts_with("documents/")
        } else {
            !path.starts_with("gazetteers/") && path != EDITIONS
        }
    };
    let mut reading =
        Reading { about, texts, watch, before: 0, problems, documents: Vec::new(), places_of_ids: HashMap::new() };
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
        reading.before += folder.length(file);
        watch(reading.before);
    }
    let documents = reading.documents;
    if documents.is_empty() && !problems.has_errors() {
        let help = "put Markdown (.md), plain text (.txt) or JSON Lines (.jsonl) into `documents/`";
        problems.add("no-documents", Severity::Error, None, "the folder has no document that could be read", help);
    }
    documents
}

/// The text of a row that was read before; `None` if something else stands there now.
pub(crate) fn text_of_row(span: Span, row: u64, folder: &Folder) -> Option<Vec<Block>> {
    let bytes = folder.part(span.file, span.start..span.end);
    let text = std::str::from_utf8(&bytes).ok().filter(|text| hash(text.as_bytes()) == row)?;
    let source = Source { file: span.file, start: span.start, text };
    let fields = json::fields_again(source, &mut Collected::of(&Folder::default()));
    let text = fields.iter().find(|field| field.key == TEXT).map(|field| &field.value.kind);
    Some(if let Some(Kind::Text(text)) = text { plain::paragraphs(text) } else { Vec::new() })
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

struct Reading<'a, 'p> {
    about: &'a About,
    texts: Texts,
    watch: &'a dyn Fn(usize),
    /// Bytes of the files before.
    before: usize,
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
        let mut number = 0;
        let Some(rows) = folder.rows(file) else {
            let Some((first, bytes)) = bytes(folder, file, self.problems) else { return };
            for (at, line) in lines(bytes) {
                number += 1;
                let line = if line.len() > LINE_LIMIT { Line::TooLong(line.len()) } else { Line::Whole(line) };
                self.line(file, first + at, line, &format!("{stem}-{number}"));
            }
            return;
        };
        let read = rows.lines(LINE_LIMIT, |start, line| {
            number += 1;
            let (start, line) = match line {
                Line::Whole(bytes) if start == 0 => {
                    let (start, rest) = after_mark(file, bytes, self.problems);
                    (start, Line::Whole(rest))
                }
                line => (start, line),
            };
            self.line(file, start, line, &format!("{stem}-{number}"));
            (self.watch)(self.before + start);
        });
        if let Err(error) = read {
            let message = format!("the file cannot be read: {error}");
            self.problems.error("unreadable", Span { file, start: 0, end: 0 }, message, "");
        }
    }

    /// A line of JSON Lines, which begins at a byte of its file.
    fn line(&mut self, file: usize, start: usize, line: Line, stem: &str) {
        match line {
            Line::TooLong(length) => long_line(Span { file, start, end: start }, length, self.problems),
            Line::Whole(line) => {
                let row = line.strip_suffix(b"\r").unwrap_or(line);
                if !row.trim_ascii().is_empty()
                    && let Some(source) = utf8(file, start, row, self.problems)
                {
                    self.row(source, stem);
                }
            }
        }
    }

    fn row(&mut self, source: Source, stem: &str) {
        let Some(found) = json::fields(source, self.problems) else { return };
        let mut fields = Fields::new(&found, source, self.problems);
        let whole = source.span(0..source.text.len());
        let (mut document, id_span) = facts(&mut fields, Form::Row, self.about, whole);
        document.blocks = fields.verbatim(TEXT).map(plain::paragraphs).unwrap_or_default();
        document.row = (self.texts == Texts::OfRowsLeft).then(|| hash(source.text.as_bytes()));
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
        if document.row.is_some() {
            document.blocks = Vec::new();
        }
        self.documents.push(document);
    }
}
