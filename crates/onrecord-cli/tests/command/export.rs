//! What `onrecord export` writes: line by line, with the numbers of the archive and no more text than the rights allow.

use crate::{ABOUT, PARTIES, PEOPLE, TOPICS, corpus, data, messages, onrecord};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const RIGHTS: (&str, &str) = (
    "documents/some.jsonl",
    r#"{"id": "one", "title": "One", "date": "2024-05", "outlet": ["Post", "Echo"], "url": "https://example.org/1", "text": "Ngā awa: Ana Pērē and Bo Li on rivers.\n\n“We must keep every one of the rivers clean,” Ana Pērē said. Bo Li agreed."}
{"id": "two", "title": "Two", "date": "2023-01-02", "rights": "snippets", "text": "Some words that nobody may copy stand here before Bo Li, who said that the rivers of this country were clean, and after him some more words that stand far away from every name.\n\nNothing."}
{"id": "three", "title": "Three", "rights": "metadata", "text": "The Red Party, alone: “Confidential words of the party,” Bo Li said."}
"#,
);

fn of_rights(name: &str) -> PathBuf {
    corpus(name, &[ABOUT, PEOPLE, PARTIES, TOPICS, RIGHTS])
}

fn exported(words: &[&str], name: &str) -> (BTreeMap<&'static str, Vec<Value>>, PathBuf) {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&out);
    let mut all = vec!["export"];
    all.extend(words);
    all.extend(["--out", out.to_str().unwrap()]);
    data(&all);
    let files = ["documents", "passages", "mentions", "statements", "entities"];
    (BTreeMap::from(files.map(|file| (file, lines(&out.join(format!("{file}.jsonl")))))), out)
}

fn lines(file: &Path) -> Vec<Value> {
    fs::read_to_string(file).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn column<'a>(records: &'a [Value], field: &str) -> Vec<&'a str> {
    records.iter().map(|record| record[field].as_str().unwrap()).collect()
}

#[test]
fn an_export_has_the_numbers_of_the_archive() {
    let folder = of_rights("export-numbers");
    let folder = folder.to_str().unwrap();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export-numbers.archive");
    data(&["compile", folder, "--out", file.to_str().unwrap()]);
    let archive = archive::Archive::open(fs::read(&file).unwrap()).unwrap();
    let (files, _) = exported(&[file.to_str().unwrap()], "export-numbers-out");
    assert_eq!(files, exported(&[folder], "export-numbers-folder-out").0, "a folder gives the same");

    let blocks = (0..archive.passages() as u32).map(|passage| archive.block_of(archive::PassageId(passage)));
    let mentions: Vec<_> = blocks.flat_map(|block| archive.mentions(block)).collect();
    assert_eq!(files["documents"].len(), archive.documents());
    assert_eq!(files["passages"].len(), archive.passages());
    assert_eq!(files["mentions"].len(), mentions.len());
    assert_eq!(files["statements"].len(), archive.statements());
    let entities = archive.range_of(archive::EntityKind::Outlet).end;
    assert_eq!(files["entities"].len(), entities as usize);
    for (at, entity) in files["entities"].iter().enumerate() {
        let id = archive::EntityId(at as u32);
        assert_eq!(entity["documents"], archive.documents_with(id).len());
        assert_eq!(entity["passages"], archive.passages_with(id).len());
        assert_eq!(entity["mentions"], mentions.iter().filter(|mention| mention.entity == id).count());
        assert_eq!(entity["statements"], archive.statements_by(id).len());
    }

    for (name, records) in &files {
        let ids: BTreeSet<&str> = column(records, "id").into_iter().collect();
        assert_eq!(ids.len(), records.len(), "no two {name} share an id");
        let keys: BTreeSet<Vec<&String>> =
            records.iter().map(|record| record.as_object().unwrap().keys().collect()).collect();
        assert_eq!(keys.len(), 1, "all {name} have the same fields");
    }
    let mut without_ids = files["mentions"].clone();
    without_ids.iter_mut().for_each(|mention| drop(mention.as_object_mut().unwrap().shift_remove("id")));
    let command: Vec<Value> =
        data(&["mentions", folder]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(without_ids, command, "as the command `mentions` gives them");
    let known: BTreeSet<(&str, &str)> =
        column(&files["entities"], "entity").into_iter().zip(column(&files["entities"], "kind")).collect();
    let named = column(&files["mentions"], "entity").into_iter().zip(column(&files["mentions"], "kind"));
    assert!(named.into_iter().all(|name| known.contains(&name)), "names join to entities");
}

#[test]
fn an_export_holds_no_text_that_the_rights_keep_back() {
    let (files, out) = exported(&[of_rights("export-rights").to_str().unwrap()], "export-rights-out");
    let text = |file: &str, of: &str| -> Vec<Value> {
        let own = files[file].iter().filter(|record| record["document"] == of || record["id"] == of);
        own.map(|record| record["text"].clone()).collect()
    };
    let first = "Ngā awa: Ana Pērē and Bo Li on rivers.";
    let second = "“We must keep every one of the rivers clean,” Ana Pērē said. Bo Li agreed.";
    assert_eq!(text("documents", "one"), [Value::from(format!("{first}\n\n{second}"))]);
    assert_eq!(text("passages", "one"), [first, second]);
    assert_eq!(text("statements", "one"), ["We must keep every one of the rivers clean"]);
    for file in ["documents", "passages", "statements"] {
        for of in ["two", "three"] {
            assert!(text(file, of).iter().all(Value::is_null), "{file} of {of}");
        }
    }
    assert_eq!(text("passages", "two").len(), 2);
    for file in fs::read_dir(&out).unwrap() {
        let all = fs::read_to_string(file.unwrap().path()).unwrap();
        for kept_back in ["nobody may copy", "far away", "alone", "Confidential"] {
            assert!(!all.contains(kept_back), "{kept_back}");
        }
    }
    let one = &files["documents"][1];
    assert_eq!([&one["id"], &one["date"], &one["rights"]], ["one", "2024-05", "full"]);
    assert_eq!([&one["date_from"], &one["date_to"]], ["2024-05-01", "2024-05-31"]);
    assert_eq!(one["outlet"][0]["name"], "Post");
}

#[test]
fn an_export_holds_what_an_address_selects_under_the_same_ids() {
    let folder = of_rights("export-some");
    let (all, _) = exported(&[folder.to_str().unwrap()], "export-all-out");
    let (some, out) = exported(&[folder.to_str().unwrap(), "from=2024"], "export-some-out");
    assert_eq!(column(&some["documents"], "id"), ["one"]);
    for file in ["passages", "mentions", "statements"] {
        let own: Vec<&Value> = all[file].iter().filter(|record| record["document"] == "one").collect();
        assert_eq!(some[file].iter().collect::<Vec<_>>(), own, "{file}");
    }
    assert_eq!(some["entities"].len(), all["entities"].len());

    let out = out.to_str().unwrap();
    let again = onrecord(&["export", folder.to_str().unwrap(), "--out", out]);
    assert_eq!(again.status.code(), Some(2), "nothing is overwritten");
    assert!(messages(&again).contains("--force"), "{}", messages(&again));
    data(&["export", folder.to_str().unwrap(), "--out", out, "--force"]);
    assert_eq!(lines(&Path::new(out).join("documents.jsonl")).len(), 3);
    assert_eq!(fs::read_dir(out).unwrap().count(), 5, "nothing else is left");
}
