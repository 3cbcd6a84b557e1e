//! Any bytes in any file of a corpus: the compiler answers, its problems can be shown, and what it writes can be opened.
#![allow(dead_code, reason = "each fuzz target uses its part")]

use archive::{Archive, BlockId};
use compiler::folder::{File, Folder};
use compiler::problem::Severity;
use compiler::show::{github, human, json};
use compiler::{mentions, statements};
use std::hint::black_box;

const ABOUT: &str = "[corpus]\nid = \"any\"\ntitle = \"Any\"\n";
const PEOPLE: &str = "[[people]]\nid = \"anna-lee\"\nname = \"Anna Lee\"\naliases = [\"Minister Lee\"]\nparties = [{ party = \"red\" }]\n\n[[people]]\nid = \"ben-lee\"\nname = \"Ben Lee\"\n";
const PARTIES: &str = "[[parties]]\nid = \"red\"\nname = \"Red Party\"\n";
const TOPICS: &str = "[[topics]]\nid = \"water\"\nlabel = \"Water\"\nkeywords = [\"water\"]\n";
const TEXT: &str = "Anna Lee said: “Water is life, and rivers are water.” Lee of the Red Party agreed.\n";

/// A document with facts at its head: the first byte says whether as TOML, as YAML, or however the bytes have it.
pub(crate) fn front_matter(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let fence: &[u8] = match which % 3 {
        0 => b"+++",
        1 => b"---",
        _ => return compiled(&[("documents/a.md", bytes)]),
    };
    compiled(&[("documents/a.md", &[fence, b"\n", bytes, b"\n", fence, b"\n\n", TEXT.as_bytes()].concat())]);
}

/// A document's text, beside one that is known.
pub(crate) fn markdown(bytes: &[u8]) {
    let known = ["+++\ntitle = \"Known\"\ndate = \"2024-05\"\n+++\n", TEXT].concat();
    let unknown = [b"+++\ntitle = \"Any\"\nrights = \"snippets\"\n+++\n", bytes].concat();
    compiled(&[("documents/a.md", bytes), ("documents/b.md", known.as_bytes()), ("documents/c.md", &unknown)]);
}

/// JSON Lines, and the same bytes as plain text.
pub(crate) fn rows(bytes: &[u8]) {
    compiled(&[("documents/a.jsonl", bytes), ("documents/b.txt", bytes)]);
}

/// The files beside the documents, the first byte says which.
pub(crate) fn lists(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let path = match which % 8 {
        0 => "corrections.toml",
        1 => "versions.jsonl",
        2 => "corpus.toml",
        3 => "gazetteers/people.toml",
        4 => "gazetteers/parties.toml",
        5 => "gazetteers/organisations.toml",
        6 => "gazetteers/places.toml",
        _ => "gazetteers/topics.toml",
    };
    compiled(&[(path, bytes), ("documents/a.md", TEXT.as_bytes())]);
}

/// Compiles these files, and a small corpus for whatever they do not say.
fn compiled(files: &[(&str, &[u8])]) {
    let usual = [
        ("corpus.toml", ABOUT),
        ("gazetteers/people.toml", PEOPLE),
        ("gazetteers/parties.toml", PARTIES),
        ("gazetteers/topics.toml", TOPICS),
    ];
    let is_given = |path: &str| files.iter().any(|(given, _)| *given == path);
    let rest = usual.iter().filter(|(path, _)| !is_given(path)).map(|(path, text)| (*path, text.as_bytes()));
    let file = |(path, bytes): (&str, &[u8])| File { path: path.to_owned(), bytes: bytes.to_vec() };
    let folder = Folder::from_files(files.iter().copied().chain(rest).map(file).collect());
    let compiled = compiler::compile(&folder);
    let problems = &compiled.problems;
    black_box((human(problems, &folder), github(problems, &folder, "corpus"), json(problems, &folder)));
    let fails = problems.iter().any(|problem| problem.severity == Severity::Error);
    assert_eq!(compiled.archive.is_none(), fails, "an archive, or an error that says why there is none");
    let Some(bytes) = compiled.archive else { return };
    black_box((statements(&folder), mentions(&folder)));
    let archive = Archive::open(bytes).expect("what was written can be opened");
    for block in (0..archive.blocks() as u32).map(BlockId) {
        let text = archive.text(block);
        archive.mentions(block).for_each(|mention| assert!(!text[mention.start..mention.end].is_empty()));
    }
}
