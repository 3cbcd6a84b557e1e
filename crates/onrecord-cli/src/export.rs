//! `onrecord export`: what the archive knows as five files of JSON Lines, for databases and search engines.

mod records;

use crate::failure::Failure;
use crate::mentions::mentions;
use crate::new_file::{NewFile, refuse_if_there};
use crate::output;
use crate::source::{Asked, open};
use archive::{EntityId, EntityKind, PassageId};
use clap::Args;
use records::{Counted, document, entity, identified, passage, passage_id, statement};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The files, `.jsonl`, in the order in which they are told.
const FILES: [&str; 5] = ["documents", "passages", "mentions", "statements", "entities"];

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    asked: Asked,
    /// The folder for the files, made if it is not there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Writes anew what is there already.
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    if !arguments.force {
        FILES.iter().try_for_each(|name| refuse_if_there(&path(&arguments.out, name)))?;
    }
    let (archive, query) = open(&arguments.asked)?;
    let mut selected = explore::selected_documents(&archive, &query);
    selected.sort();
    let mut counted = vec![Counted::default(); archive.range_of(EntityKind::Outlet).end as usize];
    let begin = |at: usize| Lines::begin(&arguments.out, FILES[at]);
    let mut files = [begin(0)?, begin(1)?, begin(2)?, begin(3)?, begin(4)?];
    let [documents, passages, mentioned, stated, known] = &mut files;
    for at in selected {
        documents.add(&document(&archive, &query, at))?;
        count(&mut counted, archive.values_of_document(at).iter(), |counted| &mut counted.documents);
        for (number, within) in archive.passages_of(at).map(PassageId).enumerate() {
            passages.add(&passage(&archive, at, number, within))?;
            count(&mut counted, archive.values_of_passage(within).iter(), |counted| &mut counted.passages);
            for (order, mention) in mentions(&archive, at, number, within).enumerate() {
                mentioned.add(&identified(format!("{}/m{order}", passage_id(&archive, at, number)), mention))?;
            }
            let named = archive.mentions(archive.block_of(within)).map(|mention| mention.entity.0);
            count(&mut counted, named, |counted| &mut counted.mentions);
        }
    }
    for number in explore::selected_statements(&archive, &query) {
        if let Some(said) = archive.statement(number) {
            stated.add(&statement(&archive, number, &said))?;
            count(&mut counted, said.speaker.map(|speaker| speaker.0).into_iter(), |counted| &mut counted.statements);
        }
    }
    for (at, counted) in counted.into_iter().enumerate() {
        known.add(&entity(&archive, EntityId(at as u32), counted))?;
    }
    let told: Vec<String> = FILES.iter().zip(&files).map(|(name, file)| format!("{} {name}", file.count)).collect();
    files.into_iter().try_for_each(|file| file.file.finish())?;
    output::say(&format!("{}: {}", arguments.out.display(), told.join(", ")));
    Ok(())
}

/// Adds one to a number of each entity. Parties counted in other ways than by their name have numbers beyond, and are left out.
fn count(counted: &mut [Counted], values: impl Iterator<Item = u32>, number: impl Fn(&mut Counted) -> &mut u64) {
    for value in values {
        if let Some(counted) = counted.get_mut(value as usize) {
            *number(counted) += 1;
        }
    }
}

/// A file of records.
struct Lines {
    file: NewFile,
    count: usize,
}

impl Lines {
    fn begin(folder: &Path, name: &str) -> Result<Lines, Failure> {
        Ok(Lines { file: NewFile::create(path(folder, name))?, count: 0 })
    }

    fn add(&mut self, record: &Value) -> Result<(), Failure> {
        self.count += 1;
        self.file.write_line(&record.to_string())
    }
}

fn path(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.jsonl"))
}
