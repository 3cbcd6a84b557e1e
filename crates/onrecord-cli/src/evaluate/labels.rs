//! Labels: what people marked in texts, in the two forms that are read.

use crate::failure::Failure;
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;
use std::{fs, ops::Range};

/// The labels of one document; places are code points of a passage.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    pub(crate) mentions: Vec<Mention>,
    pub(crate) statements: Vec<Statement>,
    /// Only statements are labelled, by spans: there is nothing to say of mentions.
    pub(crate) is_spans: bool,
}

#[derive(Debug)]
pub(crate) struct Mention {
    pub(crate) passage: usize,
    pub(crate) range: Range<usize>,
    /// Ids and names that mean the entity.
    pub(crate) names: Vec<String>,
    /// Right if found, no loss if not.
    pub(crate) is_optional: bool,
}

#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) passage: usize,
    pub(crate) range: Range<usize>,
    /// Ids and names of the speakers; empty if only their spans are labelled.
    pub(crate) speakers: Vec<String>,
    /// Where they are named, in the same passage.
    pub(crate) sources: Vec<Range<usize>>,
    pub(crate) is_optional: bool,
}

/// The labels of the files, by document id.
pub(crate) fn labels(
    files: &[&Path],
    texts: Option<&Path>,
    passages: &Passages,
) -> Result<HashMap<String, Labels>, Failure> {
    let mut labels: HashMap<String, Labels> = HashMap::new();
    let mut starts: HashMap<String, Vec<usize>> = HashMap::new();
    for file in files {
        let unreadable = |error: &dyn std::fmt::Display| Failure::Use(format!("{}: {error}", file.display()));
        let text = fs::read_to_string(file).map_err(|error| unreadable(&error))?;
        if file.extension().is_some_and(|ending| ending == "jsonl") {
            let texts = texts.ok_or_else(|| unreadable(&"labels with places in raw texts need --texts FOLDER"))?;
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                let row: Value = serde_json::from_str(line).map_err(|error| unreadable(&error))?;
                attribution(&row, texts, passages, &mut starts, &mut labels)?;
            }
        } else {
            let document: Value = serde_json::from_str(&text).map_err(|error| unreadable(&error))?;
            let (id, read) = of_document(&document);
            labels.insert(id, read);
        }
    }
    Ok(labels)
}

/// The passages' texts by document id.
pub(crate) type Passages = HashMap<String, Vec<String>>;

fn of_document(document: &Value) -> (String, Labels) {
    let list = |name: &str| document[name].as_array().cloned().unwrap_or_default();
    let entities: HashMap<String, String> =
        list("entities").iter().map(|entity| (word(&entity["id"]), word(&entity["name"]))).collect();
    let (marked, said) = (list("mentions"), list("statements"));
    let mentions = marked.iter().map(|mention| {
        let entity = word(&mention["entity"]);
        let known = entities.get(&entity).cloned();
        let names = [word(&mention["name"]), word(&mention["surface"]), entity].into_iter().chain(known);
        Mention {
            passage: number(&mention["paragraph"]),
            range: range(mention),
            names: names.filter(|name| !name.is_empty()).collect(),
            is_optional: mention["optional"].as_bool().unwrap_or_default(),
        }
    });
    let statements = said.iter().map(|statement| {
        let names = ["speakers", "speaker_names"].map(|field| statement[field].as_array().cloned().unwrap_or_default());
        Statement {
            passage: number(&statement["paragraph"]),
            range: range(statement),
            speakers: names.concat().iter().map(word).collect(),
            sources: Vec::new(),
            is_optional: !statement["strict"].as_bool().unwrap_or(true),
        }
    });
    let labels = Labels { mentions: mentions.collect(), statements: statements.collect(), is_spans: false };
    (compiler::slug(&word(&document["doc"])), labels)
}

/// One row: `file` (below the folder of raw texts), `source`, `content`: lists of spans in code points of the raw text.
fn attribution(
    row: &Value,
    texts: &Path,
    passages: &Passages,
    starts: &mut HashMap<String, Vec<usize>>,
    labels: &mut HashMap<String, Labels>,
) -> Result<(), Failure> {
    let file = word(&row["file"]);
    let name = Path::new(&file).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = compiler::slug(name.trim_end_matches(".txt"));
    let Some(known) = passages.get(&id) else { return Ok(()) };
    if row["primary"].as_bool() == Some(false) {
        return Ok(());
    }
    if !starts.contains_key(&id) {
        let path = [texts.join(&name), texts.join(&file)].into_iter().find(|path| path.is_file());
        let raw = path.and_then(|path| fs::read_to_string(path).ok());
        let raw = raw.ok_or_else(|| Failure::Use(format!("{}: no text {name} there", texts.display())))?;
        starts.insert(id.clone(), places(&raw, known));
    }
    let starts = &starts[&id];
    let spans = |field: &str| -> Vec<Range<usize>> {
        row[field].as_array().map_or_else(Vec::new, |spans| spans.iter().map(range).collect())
    };
    let (content, sources) = (spans("content"), spans("source"));
    let (Some(start), Some(end)) =
        (content.iter().map(|span| span.start).min(), content.iter().map(|span| span.end).max())
    else {
        return Ok(());
    };
    let passage = starts.partition_point(|at| *at <= start).saturating_sub(1);
    let from = starts.get(passage).copied().unwrap_or_default();
    let here = |span: &Range<usize>| span.start.saturating_sub(from)..span.end.saturating_sub(from);
    let labels = labels.entry(id).or_insert_with(|| Labels { is_spans: true, ..Labels::default() });
    labels.statements.push(Statement {
        passage,
        range: here(&(start..end)),
        speakers: Vec::new(),
        is_optional: sources.is_empty(),
        sources: sources.iter().filter(|source| source.start >= from).map(here).collect(),
    });
    Ok(())
}

/// Where each passage begins in a raw text, in code points.
fn places(raw: &str, passages: &[String]) -> Vec<usize> {
    let (mut bytes, mut points) = (0, 0);
    let place = |passage: &String| {
        let at = bytes + raw[bytes..].find(passage.as_str()).unwrap_or_default();
        points += raw[bytes..at].chars().count();
        bytes = at;
        points
    };
    passages.iter().map(place).collect()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap_or_default() as usize
}

fn range(value: &Value) -> Range<usize> {
    number(&value["start"])..number(&value["end"])
}
