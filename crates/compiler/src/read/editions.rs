//! `versions.jsonl`: the editions published so far, a line each, as `onrecord versions` wrote them.

use super::collected::Collected;
use crate::corpus::{Edition, Span};
use crate::folder::{EDITIONS, Folder};
use serde_json::Value;
use std::collections::BTreeMap;

pub(super) fn editions(folder: &Folder, problems: &mut Collected) -> Vec<Edition> {
    let Some(file) = folder.files.iter().position(|file| file.path == EDITIONS) else { return Vec::new() };
    let text = String::from_utf8_lossy(&folder.files[file].bytes);
    let mut editions = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span { file, start, end: start + line.trim_end().len() };
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        match edition(line) {
            Some(edition) => editions.push(edition),
            None => {
                let help = "`onrecord versions` writes this file; take the line back from its history, or take it out";
                problems.error("broken-edition", span, "this line is no edition", help);
            }
        }
    }
    editions
}

fn edition(line: &str) -> Option<Edition> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = |key: &str| Some(value.get(key)?.as_str()?.to_owned());
    let documents = value.get("documents")?.as_object()?.iter();
    let documents: Option<BTreeMap<String, String>> =
        documents.map(|(id, hash)| Some((id.clone(), hash.as_str()?.to_owned()))).collect();
    let edition = Edition { fingerprint: text("fingerprint")?, date: text("date")?, documents: documents? };
    // They are written into lines of their own.
    let is_plain = |word: &String| !word.is_empty() && !word.contains(char::is_whitespace);
    (is_plain(&edition.fingerprint) && archive::date::parse(&edition.date).is_some()).then_some(edition)
}
