//! `onrecord versions`: keeps the edition that is being published, so that links made with it can say later what has changed.

use crate::failure::Failure;
use crate::{output, source};
use archive::Archive;
use clap::Args;
use compiler::editions;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

/// The file in the corpus folder.
const FILE: &str = "versions.jsonl";

#[derive(Args)]
pub(crate) struct Arguments {
    /// The corpus folder.
    dir: PathBuf,
    /// The day of publishing; today, if it is not given.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let date = arguments.date.clone().unwrap_or_else(|| jiff::Zoned::now().date().to_string());
    if date.len() != 10 || archive::date::parse(&date).is_none() {
        return Err(Failure::Use(format!("{date} is no day; a day is written 2026-05-31")));
    }
    let archive = Archive::open(source::compiled(&arguments.dir)?)
        .map_err(|error| Failure::Use(format!("{}: {error}", arguments.dir.display())))?;
    let (corpus, _) = compiler::read(&source::read(&arguments.dir)?);
    let fingerprint = archive.fingerprint();
    let file = arguments.dir.join(FILE);
    if corpus.editions.iter().any(|edition| edition.fingerprint == fingerprint) {
        output::say(&format!("{}: edition {fingerprint} is there already", file.display()));
        return Ok(());
    }
    let line = editions::line(&editions::edition(&corpus, &fingerprint, &date));
    let written = OpenOptions::new().create(true).append(true).open(&file).and_then(|mut out| writeln!(out, "{line}"));
    written.map_err(|error| Failure::Use(format!("{} cannot be written: {error}", file.display())))?;
    output::say(&format!("{}: edition {fingerprint} of {date}, {} documents", file.display(), archive.documents()));
    Ok(())
}
