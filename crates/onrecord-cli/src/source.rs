//! What is asked, and of which corpus: an archive is opened, a folder compiled in memory.

use crate::failure::Failure;
use crate::output::{human, note, say};
use crate::progress;
use archive::Archive;
use clap::Args;
use compiler::folder::Folder;
use compiler::problem::{Problem, Severity};
use explore::Query;
use std::path::{Path, PathBuf};
use std::{fs, io};

#[derive(Args)]
pub(crate) struct Asked {
    /// A corpus folder, or an archive file.
    pub(crate) source: PathBuf,
    /// What stands after the page's "?".
    pub(crate) address: Option<String>,
}

/// The corpus and the query. What of the address is not understood is told.
pub(crate) fn open(asked: &Asked) -> Result<(Archive, Query), Failure> {
    let archive = archive(&asked.source)?;
    let query = Query::parse(asked.address.as_deref().unwrap_or_default());
    explore::notices(&archive, &query).iter().for_each(|notice| note(&notice.text));
    Ok((archive, query))
}

fn archive(source: &Path) -> Result<Archive, Failure> {
    let bytes = if source.is_dir() {
        compiled(source)?
    } else {
        fs::read(source).map_err(|error| unreadable(source, &error))?
    };
    Archive::open(bytes).map_err(|error| Failure::Use(format!("{}: {error}", source.display())))
}

/// The archive of a folder; its problems are told.
pub(crate) fn compiled(folder: &Path) -> Result<Vec<u8>, Failure> {
    let folder = read(folder)?;
    let compiled = progress::compile(&folder);
    if !compiled.problems.is_empty() {
        say(&human(&compiled.problems, &folder, &io::stderr()));
    }
    compiled.archive.filter(|_| !has_errors(&compiled.problems)).ok_or(Failure::Corpus)
}

/// The files of a folder.
pub(crate) fn read(folder: &Path) -> Result<Folder, Failure> {
    if folder.is_file() {
        return Err(Failure::Use(format!("{} is a file; a corpus is a folder", folder.display())));
    }
    Folder::read(folder).map_err(|error| unreadable(folder, &error))
}

pub(crate) fn has_errors(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Use(format!("{} cannot be read: {error}", path.display()))
}
