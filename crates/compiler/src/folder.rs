//! The corpus folder as bytes: every file below it, sorted by path, so that the same folder is always read alike.

use std::{fs, io, path::Path};

/// The files of a corpus, wherever they come from: a disk, or a test's strings.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Sorted by path.
    pub files: Vec<File>,
}

/// One file; `path` is relative to the folder, with `/` between its parts.
#[derive(Clone, Debug)]
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

impl Folder {
    /// Reads the files a corpus is made of: `corpus.toml`, `gazetteers/*.toml` and everything below `documents/`.
    /// A folder without `documents/` is a corpus of plain texts: the files that lie in it are its documents.
    pub fn read(folder: &Path) -> io::Result<Folder> {
        let mut files = Vec::new();
        collect(folder, "", &mut files)?;
        Ok(Folder::from_files(files))
    }

    /// A folder from files in any order.
    pub fn from_files(mut files: Vec<File>) -> Folder {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Folder { files }
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if is_read(&path) {
            files.push(File { bytes: fs::read(entry.path())?, path });
        }
    }
    Ok(())
}

fn is_read(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ["toml", "md", "jsonl", "txt"].iter().any(|read| read.eq_ignore_ascii_case(ending))
}
