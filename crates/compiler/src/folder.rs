//! The corpus folder as bytes: every file below it, sorted by path, so that the same folder is always read alike.

mod rows;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::{fs, io, path::Path};

pub(crate) use rows::{Line, Rows};

/// The editions published so far; JSON Lines, but no documents.
pub(crate) const EDITIONS: &str = "versions.jsonl";

/// JSON Lines of this many bytes or more stay on disk and are read row by row.
const LONG: u64 = 1_000_000;

/// The files of a corpus, wherever they come from: a disk, or a test's strings.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Sorted by path.
    pub files: Vec<File>,
    /// By index, the files that are read row by row.
    rows: HashMap<usize, Rows>,
}

/// One file; `path` is relative to the folder, with `/` between its parts.
#[derive(Clone, Debug)]
pub struct File {
    pub path: String,
    /// Empty of long JSON Lines that [`Folder::read`] left on disk.
    pub bytes: Vec<u8>,
}

impl Folder {
    /// Reads the files a corpus is made of: `corpus.toml`, `gazetteers/*.toml` and everything below `documents/`.
    /// A folder without `documents/` is a corpus of plain texts: the files that lie in it are its documents.
    /// Of long JSON Lines it keeps the file open and no bytes.
    pub fn read(folder: &Path) -> io::Result<Folder> {
        let mut found = Vec::new();
        collect(folder, "", &mut found)?;
        found.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        let (mut files, mut rows) = (Vec::with_capacity(found.len()), HashMap::new());
        for (index, (file, own)) in found.into_iter().enumerate() {
            files.push(file);
            rows.extend(own.map(|own| (index, own)));
        }
        Ok(Folder { files, rows })
    }

    /// A folder from files in any order.
    pub fn from_files(mut files: Vec<File>) -> Folder {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Folder { files, rows: HashMap::new() }
    }

    /// The file, if it is read row by row.
    pub(crate) fn rows(&self, file: usize) -> Option<&Rows> {
        self.rows.get(&file)
    }

    /// How long a file is, in bytes; 0 if there is none.
    pub(crate) fn length(&self, file: usize) -> usize {
        let held = || self.files.get(file).map_or(0, |file| file.bytes.len());
        self.rows(file).map_or_else(held, |rows| rows.length)
    }

    /// These bytes of a file, as far as it has them.
    pub(crate) fn part(&self, file: usize, range: Range<usize>) -> Cow<'_, [u8]> {
        if let Some(rows) = self.rows(file) {
            return Cow::Owned(rows.part(range));
        }
        let bytes = self.files.get(file).map_or(&[][..], |file| &file.bytes);
        let end = range.end.min(bytes.len());
        Cow::Borrowed(&bytes[range.start.min(end)..end])
    }

    /// The bytes at which a file's lines end.
    pub(crate) fn line_ends(&self, file: usize) -> Vec<usize> {
        if let Some(rows) = self.rows(file) {
            let mut starts = Vec::new();
            // What cannot be read any more has no lines.
            let _ = rows.lines(0, |start, _| starts.push(start));
            return starts.iter().skip(1).map(|start| start - 1).collect();
        }
        let bytes = self.files.get(file).map_or(&[][..], |file| &file.bytes).iter().enumerate();
        bytes.filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect()
    }
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<(File, Option<Rows>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else if is_read(&path) {
            let length = fs::metadata(entry.path())?.len();
            if path.ends_with(".jsonl") && path != EDITIONS && length >= LONG {
                let rows = Rows::open(&entry.path())?;
                found.push((File { bytes: Vec::new(), path }, Some(rows)));
            } else {
                found.push((File { bytes: fs::read(entry.path())?, path }, None));
            }
        }
    }
    Ok(())
}

fn is_read(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ["toml", "md", "jsonl", "txt"].iter().any(|read| read.eq_ignore_ascii_case(ending))
}
