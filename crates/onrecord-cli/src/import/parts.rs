//! Parts: the files that an import writes, each short enough to be read again.

use crate::failure::Failure;
use crate::new_file::{NewFile, refuse_if_there};
use std::fs;
use std::path::{Path, PathBuf};

/// Bytes of one file; a corpus takes none above 200 MB.
pub(super) const LONGEST: usize = 150_000_000;

/// Files `name.jsonl`, `name.part2.jsonl` and so on.
pub(super) struct Parts {
    folder: PathBuf,
    name: String,
    longest: usize,
    /// Bytes of the last one.
    length: usize,
    files: Vec<NewFile>,
}

impl Parts {
    /// Begins the first file.
    pub(super) fn create(folder: &Path, name: &str, longest: usize) -> Result<Parts, Failure> {
        let files = vec![NewFile::create(path(folder, name, 1))?];
        Ok(Parts { folder: folder.to_owned(), name: name.to_owned(), longest, length: 0, files })
    }

    /// Adds a line, in another file if it does not fit into the last.
    pub(super) fn write_line(&mut self, line: &str) -> Result<(), Failure> {
        if self.length > 0 && self.length + line.len() + 1 > self.longest {
            self.files.push(NewFile::create(path(&self.folder, &self.name, self.files.len() + 1))?);
            self.length = 0;
        }
        self.files.last_mut().expect("there is a first file").write_line(line)?;
        self.length += line.len() + 1;
        Ok(())
    }

    /// Gives the files their names, and takes away those of an earlier import that had more. The paths.
    pub(super) fn finish(self) -> Result<Vec<PathBuf>, Failure> {
        let count = self.files.len();
        self.files.into_iter().try_for_each(NewFile::finish)?;
        for stale in (count + 1..).map(|part| path(&self.folder, &self.name, part)).take_while(|path| path.exists()) {
            fs::remove_file(&stale)
                .map_err(|error| Failure::Use(format!("{} cannot be removed: {error}", stale.display())))?;
        }
        Ok((1..=count).map(|part| path(&self.folder, &self.name, part)).collect())
    }
}

/// Refuses if there are such files.
pub(super) fn refuse_if_imported(folder: &Path, name: &str) -> Result<(), Failure> {
    [1, 2].into_iter().try_for_each(|part| refuse_if_there(&path(folder, name, part)))
}

fn path(folder: &Path, name: &str, part: usize) -> PathBuf {
    folder.join(if part == 1 { format!("{name}.jsonl") } else { format!("{name}.part{part}.jsonl") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn what_does_not_fit_goes_into_another_file_and_none_of_an_earlier_import_stays() {
        let folder = env::temp_dir().join(format!("onrecord-parts-{}", std::process::id()));
        let import = |lines: &[&str]| {
            let mut parts = Parts::create(&folder, "a", 10).expect("it is begun");
            lines.iter().for_each(|line| parts.write_line(line).expect("it is written"));
            parts.finish().expect("it is finished")
        };
        let read = |path: &PathBuf| fs::read_to_string(path).expect("it is there");
        let three = import(&["1234", "1234", "12345", "longer than allowed"]);
        assert_eq!(three.iter().map(read).collect::<Vec<_>>(), ["1234\n1234\n", "12345\n", "longer than allowed\n"]);
        assert!(three[1].ends_with("a.part2.jsonl"));
        assert_eq!(import(&["1"]).len(), 1);
        assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 1, "nothing else is left");
        fs::remove_dir_all(&folder).expect("it is removed");
    }
}
