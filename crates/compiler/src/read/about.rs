//! `corpus.toml`: what the corpus is called, who publishes it, and where its readers start.

use super::collected::Collected;
use super::facts::{address, closed, language};
use super::fields::Fields;
use super::near::{did_you_mean, quoted};
use super::source::Source;
use super::toml;
use crate::corpus::{About, DocumentKind};
use crate::folder::Folder;
use crate::problem::Severity;

const VIEWS: &[&str] = &["documents", "timeline", "network", "matrix", "pairs", "statements"];
const UNITS: &[&str] = &["document", "passage", "sentence"];
const MEASURES: &[&str] = &["count", "jaccard", "logdice", "npmi", "g2", "logratio", "deltap", "cosine", "lift"];

/// What the file says, or the defaults.
pub(super) fn about(folder: &Folder, problems: &mut Collected) -> About {
    let mut about = match folder.files.iter().position(|file| file.path == "corpus.toml") {
        Some(file) => match Source::whole(folder, file, problems) {
            Some(source) => from_source(source, problems),
            None => About::default(),
        },
        None => {
            let help = "add one with the corpus's `id` and `title`";
            problems.add("no-corpus-toml", Severity::Notice, None, "the folder has no corpus.toml", help);
            About::default()
        }
    };
    if about.id.is_empty() {
        about.id = "corpus".to_owned();
    }
    if about.title.is_empty() {
        about.title.clone_from(&about.id);
    }
    about
}

fn from_source(source: Source, problems: &mut Collected) -> About {
    let mut about = About::default();
    let Some(fields) = toml::fields(source, problems) else { return about };
    let mut sections = Fields::new(&fields, source, problems);
    if let Some(table) = sections.table("corpus") {
        let mut fields = Fields::new(table, source, sections.problems);
        let id = fields.text("id");
        if let Some(id) = &id
            && text::slug(&id.text) != id.text
        {
            let help = format!("write `{}`: small letters, digits and hyphens", text::slug(&id.text));
            fields.problems.error("bad-id", id.span, format!("{} is no id", quoted(&id.text)), help);
        }
        about.id = id.map(|id| id.text).unwrap_or_default();
        let mut text = |name| fields.text(name).map(|text| text.text).unwrap_or_default();
        about.title = text("title");
        about.description = text("description");
        about.licence = text("licence");
        about.publisher = text("publisher");
        about.method = text("method");
        about.credits = text("credits");
        about.evaluation = text("evaluation");
        about.url = address(&mut fields, "url");
        about.language = language(&mut fields);
        fields.warn_of_unknown();
    }
    if let Some(table) = sections.table("defaults") {
        let mut fields = Fields::new(table, source, sections.problems);
        about.default_kind =
            closed(&mut fields, "kind", DocumentKind::ALL, DocumentKind::word).unwrap_or(DocumentKind::Report);
        about.start_view = one_of(&mut fields, "view", VIEWS);
        about.start_unit = one_of(&mut fields, "unit", UNITS);
        about.start_measure = one_of(&mut fields, "measure", MEASURES);
        fields.warn_of_unknown();
    }
    if let Some(table) = sections.table("rights") {
        let mut fields = Fields::new(table, source, sections.problems);
        about.snippet_words = fields.count("snippet_words").unwrap_or(about.snippet_words);
        fields.warn_of_unknown();
    }
    sections.warn_of_unknown();
    about
}

fn one_of(fields: &mut Fields, name: &'static str, words: &[&str]) -> String {
    match fields.text(name) {
        Some(text) if words.contains(&text.text.as_str()) => text.text,
        Some(text) => {
            let message = format!("{} is no `{name}`", quoted(&text.text));
            fields.problems.error("unknown-value", text.span, message, did_you_mean(&text.text, words));
            String::new()
        }
        None => String::new(),
    }
}
