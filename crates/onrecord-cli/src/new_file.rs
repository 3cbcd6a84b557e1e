//! New files: each appears whole, under its own name, or not at all.

use crate::failure::Failure;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file being written. Until it is finished it has a hidden name beside its own; without finishing it is gone.
pub(crate) struct NewFile {
    path: PathBuf,
    hidden: PathBuf,
    out: BufWriter<File>,
}

impl NewFile {
    /// Begins a file, in a folder that is made if it is not there.
    pub(crate) fn create(path: PathBuf) -> Result<NewFile, Failure> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let hidden = path.with_file_name(format!(".{name}.new"));
        let folder = path.parent().unwrap_or(Path::new("."));
        let file = fs::create_dir_all(folder).and_then(|()| File::create(&hidden));
        let file = file.map_err(|error| unwritable(&path, &error))?;
        Ok(NewFile { path, hidden, out: BufWriter::new(file) })
    }

    /// Adds to it.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.out.write_all(bytes).map_err(|error| unwritable(&self.path, &error))
    }

    /// Adds a line.
    pub(crate) fn write_line(&mut self, line: &str) -> Result<(), Failure> {
        self.write(line.as_bytes())?;
        self.write(b"\n")
    }

    /// Gives it its name, in place of a file that had it.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        let written = self.out.flush().and_then(|()| fs::rename(&self.hidden, &self.path));
        written.map_err(|error| unwritable(&self.path, &error))
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // After finishing it is not there any more.
        let _ = fs::remove_file(&self.hidden);
    }
}

/// Refuses to write where a file is.
pub(crate) fn refuse_if_there(path: &Path) -> Result<(), Failure> {
    match path.try_exists() {
        Ok(false) => Ok(()),
        Ok(true) => Err(Failure::Use(format!("{} is there already; with --force it is written anew", path.display()))),
        Err(error) => Err(unwritable(path, &error)),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::Use(format!("{} cannot be written: {error}", path.display()))
}
