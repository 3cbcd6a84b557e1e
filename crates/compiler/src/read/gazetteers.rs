//! Gazetteers: the five lists of who and what can be recognised.

use super::collected::Collected;
use super::fields::Fields;
use super::near::{did_you_mean, quoted};
use super::records::record;
use super::source::Source;
use super::toml;
use crate::corpus::{EntityKind, Record, Span};
use crate::folder::Folder;
use crate::problem::{Problem, Severity};
use std::collections::HashMap;

/// Each kind with the name of its list, which is also its file's.
const LISTS: [(EntityKind, &str); 5] = [
    (EntityKind::Person, "people"),
    (EntityKind::Party, "parties"),
    (EntityKind::Organisation, "organisations"),
    (EntityKind::Place, "places"),
    (EntityKind::Topic, "topics"),
];

#[derive(Debug, Default)]
pub(super) struct Gazetteers {
    pub(super) records: Vec<Record>,
    /// Kinds whose file is there.
    pub(super) present: Vec<EntityKind>,
    /// Kinds of which some records could not be read: that a name is unknown says nothing.
    pub(super) unreadable: Vec<EntityKind>,
}

pub(super) fn gazetteers(folder: &Folder, problems: &mut Collected) -> Gazetteers {
    let mut gazetteers = Gazetteers::default();
    for (kind, list) in LISTS {
        let path = format!("gazetteers/{list}.toml");
        if let Some(file) = folder.files.iter().position(|file| file.path == path) {
            gazetteers.present.push(kind);
            if read(folder, file, kind, list, &mut gazetteers.records, problems).is_none() {
                gazetteers.unreadable.push(kind);
            }
        }
    }
    for (file, name) in folder
        .files
        .iter()
        .enumerate()
        .filter_map(|(file, found)| Some((file, found.path.strip_prefix("gazetteers/")?)))
    {
        let stem = name.strip_suffix(".toml").unwrap_or(name);
        let is_list = name.ends_with(".toml") && LISTS.iter().any(|(_, list)| *list == stem);
        if !is_list && !name.eq_ignore_ascii_case("README.md") {
            let lists = LISTS.map(|(_, list)| list);
            let message = format!("{} is no gazetteer; it was not read", quoted(name));
            problems.warning("unknown-gazetteer", Span { file, start: 0, end: 0 }, message, did_you_mean(stem, &lists));
        }
    }
    gazetteers
}

/// Reads one file; `None` if any of it could not be read.
fn read(
    folder: &Folder,
    file: usize,
    kind: EntityKind,
    list: &'static str,
    records: &mut Vec<Record>,
    problems: &mut Collected,
) -> Option<()> {
    let source = Source::whole(folder, file, problems)?;
    let found = toml::fields(source, problems)?;
    let mut places: HashMap<String, Span> = HashMap::new();
    let mut whole = Fields::new(&found, source, problems);
    let mut is_whole = true;
    for (table, span) in whole.tables(list) {
        let mut fields = Fields::new(table, source, whole.problems);
        let read = record(&mut fields, kind, span);
        fields.warn_of_unknown();
        let Some((record, place)) = read else {
            is_whole = false;
            continue;
        };
        if let Some(first) = places.get(&record.id) {
            whole.problems.push(Problem {
                code: "duplicate-id",
                severity: Severity::Error,
                span: Some(place),
                message: format!("two records have the id {}", quoted(&record.id)),
                help: "give one of them another `id`".to_owned(),
                also: vec![(*first, "first used here".to_owned())],
            });
            continue;
        }
        places.insert(record.id.clone(), place);
        records.push(record);
    }
    whole.warn_of_unknown();
    is_whole.then_some(())
}
