//! Characters, depth, length, spelling, and the ways of showing problems.

use crate::{check, check_folder, folder};
use compiler::read;
use compiler::show::{github, json};
use expect_test::expect;

#[test]
fn characters_that_nobody_sees_are_named() {
    check(
        &[
            ("documents/a.txt", "One\0 two\u{200b} \u{202e}three\u{200b}. می\u{200c}خواهم \u{1F469}\u{200d}\u{1F680}"),
            ("documents/b.md", "+++\ntitle = \"A\u{2066}B\\u0007\"\n+++\nText\u{e0041}.\n"),
        ],
        expect![[r#"
            warning[control-character]: control character U+0000
             --> documents/a.txt:1:4
              |
            1 | One� two� �three�. می‌خواهم 👩🚀
              |    ^
              |
              = help: delete it: readers cannot see it, and names and searches stumble over it

            warning[invisible-character]: invisible character U+200B, here and 1 more in this file
             --> documents/a.txt:1:9
              |
            1 | One� two� �three�. می‌خواهم 👩🚀
              |         ^
              |
              = help: delete it: readers cannot see it, and names and searches stumble over it

            warning[bidi-control]: bidirectional control U+202E
             --> documents/a.txt:1:11
              |
            1 | One� two� �three�. می‌خواهم 👩🚀
              |           ^
              |
              = help: delete it: readers cannot see it, and names and searches stumble over it

            warning[control-character]: control character U+0007
             --> documents/b.md:2:9
              |
            2 | title = "A�B\u0007"
              |         ^^^^^^^^^^^
              |
              = help: delete it: readers cannot see it, and names and searches stumble over it

            warning[bidi-control]: bidirectional control U+2066
             --> documents/b.md:2:11
              |
            2 | title = "A�B\u0007"
              |           ^
              |
              = help: delete it: readers cannot see it, and names and searches stumble over it

            warning[invisible-character]: tag character U+E0041
             --> documents/b.md:4:5
              |
            4 | Text�.
              |     ^
              |
              = help: delete it: readers cannot see it, and names and searches stumble over it

            6 warnings in 2 documents
        "#]],
    );
}

#[test]
fn files_are_utf8() {
    let mut folder =
        folder(&[("documents/a.txt", "\u{feff}Text."), ("documents/b.txt", ""), ("documents/c.jsonl", "")]);
    folder.files[2].bytes = b"Caf\xE9 au lait".to_vec();
    folder.files[3].bytes = b"{\"id\": \"x\", \"text\": \"T.\"}\n{\"id\": \"\xFF\"}\n".to_vec();
    check_folder(
        &folder,
        expect![[r#"
        notice[byte-order-mark]: the file begins with a byte order mark; it was passed over
         --> documents/a.txt:1:1
          |
        1 | Text.
          | ^

        error[not-utf-8]: byte 3 of the file is not UTF-8; the document was left out
         --> documents/b.txt:1:4
          |
        1 | Caf� au lait
          |    ^
          |
          = help: save the file as UTF-8

        notice[no-title]: no title; the id stands in
         --> documents/c.jsonl:1:1
          |
        1 | {"id": "x", "text": "T."}
          | ^
          |
          = help: add a `title`

        error[not-utf-8]: byte 34 of the file is not UTF-8; the document was left out
         --> documents/c.jsonl:2:9
          |
        2 | {"id": "�"}
          |         ^
          |
          = help: save the file as UTF-8

        2 errors, 2 notices in 2 documents
    "#]],
    );
}

#[test]
fn depth_and_length_have_an_end() {
    let deep = "[".repeat(1000);
    check(
        &[
            ("documents/a.md", &format!("---\nx: {deep}\n---\nText.")),
            ("documents/b.md", &format!("+++\nx = {deep}\n+++\nText.")),
            ("documents/c.jsonl", &format!("{{\"text\": {deep}")),
            ("documents/d.md", &format!("Text.\n\n{}x\n", ">".repeat(1000))),
            ("documents/e.md", &format!("+++\n{}+++\nText.", "# a comment\n".repeat(100_000))),
        ],
        expect![[r#"
            error[nested-too-deep]: this is not YAML: recursion limit exceeded
             --> documents/a.md:2:259
              |
            2 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
              |                                                       ^
              |
              = help: texts with a colon or a quotation mark in them stand in quotation marks

            error[nested-too-deep]: this is not TOML: cannot recurse further; max recursion depth met
             --> documents/b.md:2:85
              |
            2 | x = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
              |                                                                                     ^
              |
              = help: texts and dates stand in quotation marks, lists in square brackets: topics = ["ceasefire"]

            error[nested-too-deep]: this is not JSON: recursion limit exceeded
             --> documents/c.jsonl:1:136
              |
            1 | {"text": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
              |                                                                                                                                        ^
              |
              = help: each line is one object in braces; keys and texts stand in double quotation marks

            error[nested-too-deep]: lists or quotations nested too deep to be read
             --> documents/d.md:3:1
              |
            3 | >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>…
              | ^

            error[front-matter-too-long]: front matter of more than 1 MB
             --> documents/e.md:1:1
              |
            1 | +++
              | ^^^
              |
              = help: is its closing line missing?

            5 errors in 0 documents
        "#]],
    );
}

#[test]
fn spellings_that_slug_alike_are_one_value() {
    let rows = r#"{"id": "a", "title": "A", "source": "RNZ", "text": "T."}
{"id": "b", "title": "B", "source": "Rnz.", "text": "T."}
{"id": "c", "title": "C", "source": "Rnz.", "people": ["…"], "text": "T."}"#;
    check(
        &[("documents/rows.jsonl", rows)],
        expect![[r#"
        notice[two-spellings]: `RNZ` and `Rnz.` are taken for one outlet
         --> documents/rows.jsonl:2:37
          |
        2 | {"id": "b", "title": "B", "source": "Rnz.", "text": "T."}
          |                                     ^^^^^^
          |
          = help: write it always in the same way
        note: first written here
         --> documents/rows.jsonl:1:37
          |
        1 | {"id": "a", "title": "A", "source": "RNZ", "text": "T."}
          |                                     ^^^^^

        warning[empty-name]: `…` has no letter or digit; it was left out
         --> documents/rows.jsonl:3:56
          |
        3 | {"id": "c", "title": "C", "source": "Rnz.", "people": ["…"], "text": "T."}
          |                                                        ^^^

        1 warning, 1 notice in 3 documents
    "#]],
    );
}

#[test]
fn long_lines_are_shown_in_part() {
    let row =
        format!(r#"{{"id": "a", "title": "{}", "kind": "speach", "text": "{}"}}"#, "é".repeat(300), "x".repeat(300));
    check(
        &[("documents/rows.jsonl", &row)],
        expect![[r#"
        error[unknown-value]: `speach` is no `kind`
         --> documents/rows.jsonl:1:334
          |
        1 | …éééééééééééééééééééééééééééééééééééééééééé", "kind": "speach", "text": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          |                                                       ^^^^^^^^
          |
          = help: did you mean `speech`?

        1 error in 1 document
    "#]],
    );
}

#[test]
fn programs_read_json_and_github_reads_commands() {
    let folder =
        folder(&[("documents/a, b.md", "---\ntïtle: A\nkind: 100%\n---\nText.\n"), ("documents/c.txt", "Text.")]);
    let (_, problems) = read(&folder);
    expect![[r#"
        {"code":"no-title","severity":"notice","file":"documents/a, b.md","line":1,"column":1,"text":"","message":"no title; the file name stands in","help":"add a `title`","also":[]}
        {"code":"unknown-field","severity":"warning","file":"documents/a, b.md","line":2,"column":1,"text":"tïtle","message":"unknown field `tïtle`","help":"did you mean `title`?","also":[]}
        {"code":"unknown-value","severity":"error","file":"documents/a, b.md","line":3,"column":7,"text":"100%","message":"`100%` is no `kind`","help":"known are `report`, `speech`","also":[]}
    "#]].assert_eq(&json(&problems, &folder));
    expect![[r#"
        ::notice file=corpus/documents/a%2C b.md,line=1,col=1,title=no-title::no title; the file name stands in%0Ahelp: add a `title`
        ::warning file=corpus/documents/a%2C b.md,line=2,col=1,title=unknown-field::unknown field `tïtle`%0Ahelp: did you mean `title`?
        ::error file=corpus/documents/a%2C b.md,line=3,col=7,title=unknown-value::`100%25` is no `kind`%0Ahelp: known are `report`, `speech`
    "#]].assert_eq(&github(&problems, &folder, "./corpus/"));
}
