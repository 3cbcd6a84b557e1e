//! The project's own corpus: without a problem, always the same bytes, and every name where readers found it.

use std::collections::BTreeMap;
use std::path::Path;

use archive::{Archive, BlockId, EntityKind, PassageId};
use compiler::folder::Folder;

fn folder() -> Folder {
    Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).expect("the corpus can be read")
}

fn archive(folder: &Folder) -> Vec<u8> {
    compiler::compile(folder).archive.expect("the corpus compiles")
}

#[test]
fn the_corpus_has_no_problem_of_any_kind() {
    let folder = folder();
    let problems = compiler::compile(&folder).problems;
    assert!(problems.is_empty(), "{}", compiler::show::human(&problems, &folder));
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let first = folder();
    let mut files = folder().files;
    files.reverse();
    assert!(archive(&first) == archive(&Folder::from_files(files)), "two builds differ");
}

/// `mentions.jsonl` was made by reading fifteen digests by eye, sentence by sentence: every name of a person, party,
/// organisation or place that the gazetteers know, in reading order. `matters` marks those that must not be missing.
#[test]
fn fifteen_digests_read_by_hand_have_no_wrong_mention_and_miss_none_that_matters() {
    let archive = Archive::open(archive(&folder())).expect("what was written can be opened");
    let mut read: BTreeMap<(String, u64, String, String), (i32, bool)> = BTreeMap::new();
    for line in include_str!("mentions.jsonl").lines() {
        let mention: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        let text = |key: &str| mention[key].as_str().expect("a text").to_owned();
        let key = (text("document"), mention["passage"].as_u64().expect("a number"), text("surface"), text("entity"));
        let entry = read.entry(key).or_default();
        entry.0 += 1;
        entry.1 |= mention["matters"].as_bool().expect("true or false");
    }
    let documents: std::collections::BTreeSet<String> = read.keys().map(|key| key.0.clone()).collect();
    assert_eq!(documents.len(), 15);
    for id in &documents {
        let document = archive.document(id).expect("a digest of the corpus");
        for (number, passage) in archive.passages_of(document).enumerate() {
            let block: BlockId = archive.block_of(PassageId(passage));
            for mention in
                archive.mentions(block).filter(|mention| archive.kind_of(mention.entity) != EntityKind::Topic)
            {
                let surface = archive.text(block)[mention.start..mention.end].to_owned();
                let key = (id.clone(), number as u64, surface, archive.slug(mention.entity).to_owned());
                read.entry(key).or_default().0 -= 1;
            }
        }
    }
    let wrong: Vec<_> = read.iter().filter(|(_, (left, _))| *left < 0).map(|(key, _)| key).collect();
    let missing: Vec<_> =
        read.iter().filter(|(_, (left, matters))| *left > 0 && *matters).map(|(key, _)| key).collect();
    assert!(wrong.is_empty(), "wrong: {wrong:#?}");
    assert!(missing.is_empty(), "missing: {missing:#?}");
}
