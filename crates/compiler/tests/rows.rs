//! Long JSON Lines stay on disk: what is made of them is what is made of the same bytes in memory.

// Here a panic is the message.
#![allow(clippy::unwrap_used)]

use compiler::folder::{File, Folder};
use compiler::show;
use std::fs;
use std::path::PathBuf;

/// Rows enough for a file that stays on disk, with a byte order mark, mistakes, both line ends and an empty line among them.
fn rows() -> Vec<u8> {
    let mut rows = b"\xEF\xBB\xBF".to_vec();
    for number in 0..2_000 {
        let (end, surname) =
            (if number % 3 == 0 { "\r\n" } else { "\n" }, if number % 400 == 1 { "Māori Pere" } else { "it" });
        let text = format!("“We will keep river {} clean for everyone,” Ana Pere said. ", number % 7).repeat(9);
        rows.extend(
            format!(
                "{{\"id\": \"d{number}\", \"title\": \"T {surname}\", \"date\": \"20{:02}-01-02\", \"people\": [\"Person {number}\"], \
                 \"text\": \"{text}\\n\\n{surname} end\\u0021\"}}{end}",
                number % 23
            )
            .into_bytes(),
        );
        match number {
            7 => rows.extend(b"{\"id\": \"broken\", }\n\n"),
            90 => rows.extend(b"{\"id\": \"d4\", \"text\": \"The same id.\", \"txet\": 1}\n"),
            1_500 => rows.extend(b"{\"id\": \"\xFF\"}\n"),
            _ => {}
        }
    }
    rows.extend(b"{\"id\": \"last\", \"title\": \"L\", \"text\": \"Without a line end.\"}");
    rows
}

/// A folder of its own for each test.
fn folder(name: &str, rows: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("documents")).unwrap();
    fs::write(folder.join("documents/all.jsonl"), rows).unwrap();
    folder
}

#[test]
fn rows_on_disk_say_what_rows_in_memory_say() {
    let rows = rows();
    assert!(rows.len() > 1_000_000);
    let sound = String::from_utf8_lossy(&rows)
        .lines()
        .filter(|row| row.contains("Ana") || row.contains("Without"))
        .fold(String::new(), |mut sound, row| {
            sound += row;
            sound + "\n"
        });
    for (name, rows) in [("rows-mistaken", &rows), ("rows-sound", &sound.into_bytes())] {
        let held = Folder::from_files(vec![File { path: "documents/all.jsonl".to_owned(), bytes: rows.clone() }]);
        let on_disk = Folder::read(&folder(name, rows)).unwrap();
        assert!(on_disk.files[0].bytes.is_empty(), "it stays on disk");
        let (from_memory, from_disk) = (compiler::compile(&held), compiler::compile(&on_disk));
        assert_eq!(from_disk.problems, from_memory.problems);
        assert_eq!(show::human(&from_disk.problems, &on_disk), show::human(&from_memory.problems, &held));
        assert_eq!(show::json(&from_disk.problems, &on_disk), show::json(&from_memory.problems, &held));
        assert!(from_disk.archive == from_memory.archive, "the archives differ");
        assert_eq!(from_disk.archive.is_some(), name == "rows-sound");
        let (of_disk, of_memory) = (compiler::read(&on_disk).0.documents, compiler::read(&held).0.documents);
        assert_eq!(of_disk.len(), of_memory.len());
        assert!(
            of_disk.iter().zip(&of_memory).all(|(one, other)| one.blocks == other.blocks && !one.blocks.is_empty())
        );
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    let rows =
        String::from_utf8_lossy(&rows()).lines().filter(|row| row.contains("Ana")).collect::<Vec<_>>().join("\n");
    let path = folder("rows-changed", rows.as_bytes());
    let read = Folder::read(&path).unwrap();
    let change = |progress| {
        if matches!(progress, compiler::Progress::Recognising { done: 0, .. }) {
            fs::write(path.join("documents/all.jsonl"), rows.replace("river", "creek")).unwrap();
        }
    };
    let compiled = compiler::compile_watched(&read, &change);
    assert!(compiled.archive.is_none());
    assert!(compiled.problems.iter().any(|problem| problem.code == "changed-meanwhile"), "{:?}", compiled.problems);
}
