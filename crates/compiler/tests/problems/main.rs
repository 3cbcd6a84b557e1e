//! Bad corpora, each cut to the fewest words that show the point, and what an editor is told of them.

mod characters;
mod documents;
mod facts;
mod gazetteers;

use compiler::folder::{File, Folder};
use compiler::read;
use compiler::show::{human, summary};
use expect_test::Expect;

/// A folder from paths and texts; a `corpus.toml` stands beside them.
fn folder(files: &[(&str, &str)]) -> Folder {
    let given = files.iter().map(|(path, text)| File { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() });
    let about = File { path: "corpus.toml".to_owned(), bytes: b"[corpus]\nid = \"x\"\n".to_vec() };
    Folder::from_files(given.chain([about]).collect())
}

fn check_folder(folder: &Folder, expected: Expect) {
    let (corpus, problems) = read(folder);
    expected.assert_eq(&format!("{}{}\n", human(&problems, folder), summary(&problems, corpus.documents.len())));
}

fn check(files: &[(&str, &str)], expected: Expect) {
    check_folder(&folder(files), expected);
}

/// One Markdown document with these facts.
fn check_facts(facts: &str, expected: Expect) {
    check(&[("documents/a.md", &format!("+++\ntitle = \"A\"\n{facts}\n+++\nText.\n"))], expected);
}

/// One good document beside a gazetteer.
fn check_gazetteer(name: &str, text: &str, expected: Expect) {
    check(&[(&format!("gazetteers/{name}.toml"), text), ("documents/a.txt", "Text.")], expected);
}
