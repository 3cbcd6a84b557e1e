//! Many documents, so that they are recognised on several threads: the bytes are the same each time, and who waits is told all.

// Here a panic is the message.
#![allow(clippy::unwrap_used)]

use compiler::Progress;
use compiler::folder::{File, Folder};
use std::sync::Mutex;

const DOCUMENTS: usize = 400;

const PEOPLE: &str =
    "[[people]]\nid = \"ana-pere\"\nname = \"Ana Pere\"\n[[people]]\nid = \"bo-pere\"\nname = \"Bo Pere\"\n";

/// Documents of unlike length that quote the same words, and a surname that nothing settles.
fn many() -> Folder {
    let rows = (0..DOCUMENTS).map(|number| {
        let text = format!("“We will keep river {} clean for everyone,” Ana Pere said. ", number % 7).repeat(1 + number % 5);
        let surname = if number % 50 == 0 { "Mr Pere left." } else { "" };
        format!("{{\"id\": \"d{number}\", \"title\": \"{surname} T\", \"people\": [\"Person {number}\"], \"text\": \"{text}\"}}\n")
    });
    let file = |path: &str, text: String| File { path: path.to_owned(), bytes: text.into_bytes() };
    Folder::from_files(vec![
        file("gazetteers/people.toml", PEOPLE.to_owned()),
        file("documents/all.jsonl", rows.collect()),
    ])
}

#[test]
fn many_documents_give_the_same_bytes_and_problems_each_time() {
    let folder = many();
    let first = compiler::compile(&folder);
    assert!(first.archive.is_some(), "{:?}", first.problems);
    for _ in 0..5 {
        let again = compiler::compile(&folder);
        assert!(again.archive == first.archive, "two builds differ");
        assert_eq!(again.problems, first.problems);
    }
}

#[test]
fn every_document_is_told_once_and_the_stages_in_their_order() {
    let told = Mutex::new(Vec::new());
    compiler::compile_watched(&many(), &|progress| told.lock().unwrap().push(progress));
    let told = told.into_inner().unwrap();
    let is_reading = |progress: &&Progress| matches!(progress, Progress::Reading { .. });
    let (reading, rest) = told.split_at(told.iter().take_while(is_reading).count());
    let of = many().files.iter().map(|file| file.bytes.len()).sum();
    assert_eq!(reading.first(), Some(&Progress::Reading { done: 0, of }));
    assert_eq!(reading.last(), Some(&Progress::Reading { done: of - PEOPLE.len(), of }), "but for the gazetteers");
    assert!(reading.is_sorted_by_key(|progress| match progress {
        Progress::Reading { done, .. } => *done,
        other => panic!("{other:?} among the files"),
    }));
    let (first, rest) = rest.split_at(1);
    assert_eq!(first, [Progress::Recognising { done: 0, of: DOCUMENTS }]);
    let (documents, last) = rest.split_at(DOCUMENTS);
    assert_eq!(last, [Progress::Indexing, Progress::Writing]);
    let mut numbers: Vec<usize> = documents
        .iter()
        .map(|progress| match progress {
            Progress::Recognising { done, of: DOCUMENTS } => *done,
            other => panic!("{other:?} among the documents"),
        })
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=DOCUMENTS).collect::<Vec<_>>());
}
