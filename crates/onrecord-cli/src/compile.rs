//! `onrecord compile`: the archive of a corpus, in a file.

use crate::failure::Failure;
use crate::{output, progress, source};
use archive::Archive;
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Arguments {
    /// The corpus folder.
    dir: PathBuf,
    /// Where the archive goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let bytes = source::compiled(&arguments.dir)?;
    let out = arguments.out.display();
    let unwritten = |error| Failure::Use(format!("{out} cannot be written: {error}"));
    progress::write(&arguments.out, &bytes).map_err(unwritten)?;
    let length = bytes.len();
    let archive = Archive::open(bytes).map_err(|error| Failure::Use(format!("{out}: {error}")))?;
    output::say(&format!(
        "{out}: {} documents, {} passages, {length} bytes, fingerprint {}",
        archive.documents(),
        archive.passages(),
        archive.fingerprint()
    ));
    Ok(())
}
