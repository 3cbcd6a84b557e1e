//! `onrecord check`: all problems of a corpus at once.

use crate::failure::Failure;
use crate::{output, progress, source};
use archive::Archive;
use clap::{Args, ValueEnum};
use compiler::show;
use std::path::{Path, PathBuf};
use std::{env, io};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The corpus folder.
    dir: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// With the lines in question.
    Human,
    /// JSON Lines: code, severity, file, line, column, text, message, help, also.
    Json,
    /// Annotations for GitHub Actions.
    Github,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let folder = source::read(&arguments.dir)?;
    let compiled = progress::compile(&folder);
    let problems = compiled.problems;
    output::write_text(&match arguments.format {
        Format::Human => output::human(&problems, &folder, &io::stdout()),
        Format::Json => show::json(&problems, &folder),
        Format::Github => show::github(&problems, &folder, &from_here(&arguments.dir)),
    })?;
    let archive = compiled.archive.and_then(|bytes| Archive::open(bytes).ok());
    let documents = archive.map_or_else(|| compiler::read(&folder).0.documents.len(), |archive| archive.documents());
    output::say(&show::summary(&problems, documents));
    if source::has_errors(&problems) { Err(Failure::Corpus) } else { Ok(()) }
}

/// The folder as seen from where the command runs: for GitHub that is the repository's root.
fn from_here(dir: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    dir.strip_prefix(here).unwrap_or(dir).to_string_lossy().into_owned()
}
