//! Tables as they come: what `onrecord import` makes of them, and what it says of those it cannot read.

use crate::{data, messages, onrecord};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A table, and a place for a corpus that is not there yet.
fn table(name: &str, bytes: impl AsRef<[u8]>) -> (PathBuf, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("import-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let ending = if name == "tabs" { "tsv" } else { "csv" };
    let file = folder.join(format!("Posts 2024.{ending}"));
    fs::write(&file, bytes).unwrap();
    (file, folder.join("corpus"))
}

/// The documents it becomes, and what is said.
fn imported(name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> (Vec<Value>, String) {
    let (file, out) = table(name, bytes);
    let mut words = vec!["import", file.to_str().unwrap(), "--out", out.to_str().unwrap()];
    words.extend(more);
    let output = onrecord(&words);
    assert_eq!(output.status.code(), Some(0), "{}", messages(&output));
    assert!(output.stdout.is_empty());
    let rows = fs::read_to_string(out.join("documents/posts-2024.jsonl")).unwrap();
    (rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), messages(&output))
}

/// What is said of a table that is refused; nothing is written.
fn refused(name: &str, bytes: impl AsRef<[u8]>, status: i32) -> String {
    let (file, out) = table(name, bytes);
    let output = onrecord(&["import", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(status), "{}", messages(&output));
    let written = fs::read_dir(out.join("documents")).map_or(0, Iterator::count);
    assert_eq!(written, 0, "nothing is written");
    messages(&output)
}

#[test]
fn a_table_becomes_a_corpus_without_a_problem() {
    let csv = "\u{feff}Headline,Body,Published,Publisher,Link,Tags,People,words\r\n\
        \"Rivers, again\",\"First “line”.\r\nSecond line.\",2024-04-02T10:00:00Z,The Post,https://example.org/1,water; rivers|,Ana Pērē|Bo Li,12\r\n\
        Two,\"One \"\"paragraph\"\"\nof two lines.\n\nAnother.\",3 April 2024,The Post,,,,\r\n";
    let (file, out) = table("good", csv);
    let (file, folder) = (file.to_str().unwrap(), out.to_str().unwrap());
    let said = messages(&onrecord(&["import", file, "--out", folder]));
    assert!(said.contains("title from `Headline`, date from `Published`, outlet from `Publisher`"), "{said}");
    assert!(said.contains("not used: `words`"), "{said}");
    assert!(said.contains("2 documents of 2 rows"), "{said}");
    let rows = fs::read_to_string(out.join("documents/posts-2024.jsonl")).unwrap();
    let rows: Vec<Value> = rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        rows,
        [
            json!({
                "id": "posts-2024-1", "title": "Rivers, again", "date": "2024-04-02", "outlet": ["The Post"],
                "source_url": "https://example.org/1", "people": ["Ana Pērē", "Bo Li"], "topics": ["water", "rivers"],
                "text": "First “line”.\n\nSecond line.",
            }),
            json!({
                "id": "posts-2024-2", "title": "Two", "date": "2024-04-03", "outlet": ["The Post"],
                "text": "One \"paragraph\"\nof two lines.\n\nAnother.",
            }),
        ]
    );
    let checked = onrecord(&["check", folder]);
    assert_eq!(checked.status.code(), Some(0));
    assert!(messages(&checked).contains("no problems in 2 documents"), "{}", messages(&checked));

    let first = fs::read(out.join("documents/posts-2024.jsonl")).unwrap();
    fs::write(out.join("corpus.toml"), "[corpus]\nid = \"mine\"\ntitle = \"Mine\"\n").unwrap();
    let again = onrecord(&["import", file, "--out", folder]);
    assert_eq!(again.status.code(), Some(2), "nothing is overwritten");
    assert!(messages(&again).contains("--force"), "{}", messages(&again));
    data(&["import", file, "--out", folder, "--force"]);
    assert_eq!(fs::read(out.join("documents/posts-2024.jsonl")).unwrap(), first, "the same again");
    assert!(fs::read_to_string(out.join("corpus.toml")).unwrap().contains("Mine"), "what is there stays");
}

#[test]
fn speeches_tabs_and_semicolons_are_understood() {
    let (rows, _) = imported("tabs", "id\tspeaker\tparty\tspeech\n7\tAna Pērē\tReds\tMr Speaker, yes.\n", &[]);
    let speech =
        json!({ "id": "7", "kind": "speech", "speakers": ["Ana Pērē"], "party": ["Reds"], "text": "Mr Speaker, yes." });
    assert_eq!(rows, [speech]);
    let (rows, _) = imported("semicolons", "titel;beitrag;kind\nA;B, C;Report\n", &["--column", "text=Beitrag"]);
    assert_eq!(rows, [json!({ "id": "posts-2024-1", "kind": "report", "text": "B, C" })]);
}

#[test]
fn a_table_without_a_text_names_its_columns() {
    let said = refused("no-text", "headline,beitrag\nA,B\n", 2);
    assert!(said.contains("--column text=COLUMN") && said.contains("`headline`, `beitrag`"), "{said}");
    let said = refused("no-rows", "headline,text\n", 1);
    assert!(said.contains("no rows"), "{said}");
    refused("nothing", "", 2);
}

#[test]
fn all_rows_that_cannot_be_documents_are_told_with_their_lines() {
    let csv = b"id,text,rights\r\na,\"one\r\ntwo\",full\r\n\r\nb,two\r\na,three,full\r\nc,f\xfcnf,full\r\nd,six,public\r\ne,\"seven,full\r\n";
    let said = refused("bad-rows", csv, 1);
    for told in [
        "error[wrong-cells]: row 2 has 2 cells, the header has 3",
        "Posts 2024.csv:5\n",
        "error[duplicate-id]: row 3 has the id of the row in line 2: `a`",
        "Posts 2024.csv:6\n",
        "error[not-utf-8]: `text` of row 4 is not UTF-8",
        "Posts 2024.csv:7\n",
        "f�nf",
        "CSV UTF-8",
        "error[unknown-value]: `public` is no `rights`",
        "write full, snippets, metadata",
        "row 6 has 2 cells",
        "close every quotation mark",
        "5 errors in 6 rows; nothing was written",
    ] {
        assert!(said.contains(told), "{told}\n{said}");
    }
}

#[test]
fn a_row_keeps_what_is_right_when_its_date_is_none() {
    let csv = "date,text\n02/04/2024,One.\n2024,Two.\n2024-01-01,\n";
    let (rows, said) = imported("dates", csv, &[]);
    assert_eq!(
        rows,
        [
            json!({ "id": "posts-2024-1", "text": "One." }),
            json!({ "id": "posts-2024-2", "date": "2024", "text": "Two." })
        ]
    );
    assert!(said.contains("warning[bad-date]: `02/04/2024`") && said.contains("--date-format"), "{said}");
    assert!(said.contains("Posts 2024.csv:2\n"), "{said}");
    assert!(said.contains("row 3 has no text; it was left out") && said.contains("2 documents of 3 rows"), "{said}");
    let (rows, _) = imported("dates-read", csv, &["--date-format", "%d/%m/%Y"]);
    assert_eq!(rows[0]["date"], "2024-04-02");
}

#[test]
fn a_hundred_mistakes_of_a_kind_are_told_in_part_and_counted() {
    let csv = format!("date,text\n{}", "never,Text.\n".repeat(100));
    let (rows, said) = imported("many", csv, &[]);
    assert_eq!(rows.len(), 100);
    assert_eq!(said.matches("warning[bad-date]").count(), 20);
    assert!(said.contains("80 more of the kind bad-date"), "{said}");
}

#[test]
fn files_that_lie_loose_in_a_folder_are_not_put_out_of_sight() {
    let (file, out) = table("loose", "text\nOne.\n");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("old.txt"), "A document.").unwrap();
    let output = onrecord(&["import", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("move them there first"), "{}", messages(&output));
}
