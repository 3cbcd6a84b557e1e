//! The bytes of a tiny corpus, pinned: the layout does not change unnoticed.
//!
//! When this fails, the layout has changed. Then archives of before must be refused: raise `section::VERSION`, read what
//! differs, and put the file that the failure names in the place of `golden/tiny.hex`.

mod tiny;

use std::fs;
use std::path::Path;

#[test]
fn the_bytes_of_a_tiny_corpus_change_only_with_the_version() {
    let bytes = archive::write(&tiny::contents(), |body| (body.len() as u64).to_le_bytes()).unwrap();
    let found = hex(&bytes);
    let pinned = include_str!("golden/tiny.hex");
    if found != pinned {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tiny.hex");
        fs::write(&file, &found).unwrap();
        let line = found.lines().zip(pinned.lines()).position(|(found, pinned)| found != pinned);
        let line = line.unwrap_or(found.lines().count().min(pinned.lines().count())) + 1;
        panic!("the layout differs from line {line} on; the bytes are now as in {}", file.display());
    }
}

/// Lines of 32 bytes in words of four, each with its offset before it.
fn hex(bytes: &[u8]) -> String {
    let word = |word: &[u8]| word.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let line = |(number, line): (usize, &[u8])| {
        format!("{:04x}: {}\n", number * 32, line.chunks(4).map(word).collect::<Vec<_>>().join(" "))
    };
    bytes.chunks(32).enumerate().map(line).collect()
}
