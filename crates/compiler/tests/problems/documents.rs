//! Documents and the folder they stand in.

use crate::{check, check_facts, check_folder};
use compiler::folder::{File, Folder};
use expect_test::expect;

#[test]
fn two_documents_cannot_share_an_id() {
    let text = "+++\nid = \"a\"\ntitle = \"A\"\n+++\nText.";
    check(
        &[("documents/one.md", text), ("documents/two.md", text)],
        expect![[r#"
        error[duplicate-id]: two documents have the id `a`
         --> documents/two.md:2:6
          |
        2 | id = "a"
          |      ^^^
          |
          = help: give one of them another `id`
        note: first used here
         --> documents/one.md:2:6
          |
        2 | id = "a"
          |      ^^^

        1 error in 1 document
    "#]],
    );
}

#[test]
fn documents_have_a_text() {
    check(
        &[("documents/a.md", "# Only a heading\n"), ("documents/b.txt", " \n"), ("documents/c.txt", "Text.")],
        expect![[r#"
            notice[no-title]: no title; the first heading stands in
             --> documents/a.md:1:1
              |
            1 | # Only a heading
              | ^
              |
              = help: add a `title`

            error[empty-document]: the document has no text
             --> documents/a.md:1:1
              |
            1 | # Only a heading
              | ^
              |
              = help: a document needs a paragraph, a list item or a quotation

            error[empty-document]: the document has no text
             --> documents/b.txt:1:1
              |
            1 |  
              | ^
              |
              = help: a document needs a paragraph, a list item or a quotation

            2 errors, 1 notice in 1 document
        "#]],
    );
}

#[test]
fn front_matter_must_be_closed_and_readable() {
    check(
        &[
            ("documents/a.md", "+++\ntitle = \"A\"\n\nText.\n"),
            ("documents/b.md", "+++\ntitle = A\ntopics = [\"x\"\n+++\nText.\n"),
            ("documents/c.md", "---\ntitle: \"A\ndate: x\n---\nText.\n"),
            ("documents/d.md", "---\ntitle: A\nx: *y\n---\nText.\n"),
            ("documents/e.md", "---\ntitle: A\ntitle: B\n---\nText.\n"),
        ],
        expect![[r#"
            error[unclosed-front-matter]: the front matter that begins here has no closing `+++` line
             --> documents/a.md:1:1
              |
            1 | +++
              | ^^^
              |
              = help: close it with a line of the same three signs

            error[broken-toml]: this is not TOML: string values must be quoted, expected literal string
             --> documents/b.md:2:9
              |
            2 | title = A
              |         ^
              |
              = help: texts and dates stand in quotation marks, lists in square brackets: topics = ["ceasefire"]

            error[broken-toml]: this is not TOML: unclosed array, expected `]`
             --> documents/b.md:3:14
              |
            3 | topics = ["x"
              |              ^
              |
              = help: texts and dates stand in quotation marks, lists in square brackets: topics = ["ceasefire"]

            error[broken-yaml]: this is not YAML: invalid indentation in quoted scalar
             --> documents/c.md:2:8
              |
            2 | title: "A
              |        ^
              |
              = help: texts with a colon or a quotation mark in them stand in quotation marks

            error[broken-yaml]: this is not YAML: while parsing node, found unknown anchor
             --> documents/d.md:3:4
              |
            3 | x: *y
              |    ^
              |
              = help: texts with a colon or a quotation mark in them stand in quotation marks

            error[broken-yaml]: `title` stands twice
             --> documents/e.md:3:1
              |
            3 | title: B
              | ^^^^^
              |
              = help: delete one of them

            6 errors in 1 document
        "#]],
    );
}

#[test]
fn rows_are_read_one_by_one() {
    let rows = [
        r#"{"id": "a", "title": "A", "text": "One."}"#,
        r#"{"id": "b", "title": "B" "text": "Two."}"#,
        r#"[1]"#,
        r#"{"id": "C 1", "title": "C", "text": "Three.", "orgs": []}"#,
        r#"{"id": "d", "title": "D", "date": "1.1.2020", "text": "Four.", "orgs": []}"#,
        r#"{"id": "a", "title": "E", "text": "Five.", "orgs": []}"#,
        r#"{"id": "f", "title": "F", "title": "G"}"#,
    ];
    check(
        &[("documents/rows.jsonl", &rows.join("\r\n"))],
        expect![[r#"
            error[broken-json]: this is not JSON: expected `,` or `}`
             --> documents/rows.jsonl:2:26
              |
            2 | {"id": "b", "title": "B" "text": "Two."}
              |                          ^
              |
              = help: each line is one object in braces; keys and texts stand in double quotation marks

            error[broken-json]: a row must be an object, not a list
             --> documents/rows.jsonl:3:1
              |
            3 | [1]
              | ^^^
              |
              = help: each line is one object in braces

            warning[bad-id]: `C 1` is no plain id; links will hold it escaped
             --> documents/rows.jsonl:4:8
              |
            4 | {"id": "C 1", "title": "C", "text": "Three.", "orgs": []}
              |        ^^^^^
              |
              = help: write `c-1`: small letters, digits and hyphens

            warning[unknown-field]: unknown field `orgs`, here and 2 times more in this file
             --> documents/rows.jsonl:4:47
              |
            4 | {"id": "C 1", "title": "C", "text": "Three.", "orgs": []}
              |                                               ^^^^^^
              |
              = help: known are `id`, `title`, `date`, `date_note`, `date_precision`, `outlet`, `via`, `author`, `source_title`, `source_url`, `other_sources`, `language`, `kind`, `speakers`, `people`, `parties`, `topics`, `rights`, `source`, `url`, `party`, `text`

            error[bad-date]: `1.1.2020` is no date
             --> documents/rows.jsonl:5:35
              |
            5 | {"id": "d", "title": "D", "date": "1.1.2020", "text": "Four.", "orgs": []}
              |                                   ^^^^^^^^^^
              |
              = help: write the year, the month or the day: `2024`, `2024-04`, `2024-04-02`

            error[duplicate-id]: two documents have the id `a`
             --> documents/rows.jsonl:6:8
              |
            6 | {"id": "a", "title": "E", "text": "Five.", "orgs": []}
              |        ^^^
              |
              = help: give one of them another `id`
            note: first used here
             --> documents/rows.jsonl:1:8
              |
            1 | {"id": "a", "title": "A", "text": "One."}
              |        ^^^

            error[empty-document]: the document has no text
             --> documents/rows.jsonl:7:8
              |
            7 | {"id": "f", "title": "F", "title": "G"}
              |        ^^^
              |
              = help: a document needs a paragraph, a list item or a quotation

            error[broken-json]: `title` stands twice
             --> documents/rows.jsonl:7:27
              |
            7 | {"id": "f", "title": "F", "title": "G"}
              |                           ^^^^^^^
              |
              = help: delete one of them

            6 errors, 2 warnings in 3 documents
        "#]],
    );
}

#[test]
fn corpus_toml_is_checked() {
    let about = "[corpus]\nid = \"My Corpus\"\nurl = \"example.org\"\nlicense = \"CC0\"\n[defaults]\nunit = \"sentences\"\n[rights]\nsnippet_words = -3\n[right]\n";
    let files = [("corpus.toml", about), ("documents/a.txt", "Text.")];
    let files = files.map(|(path, text)| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() });
    check_folder(
        &Folder::from_files(files.to_vec()),
        expect![[r#"
        error[bad-id]: `My Corpus` is no id
         --> corpus.toml:2:6
          |
        2 | id = "My Corpus"
          |      ^^^^^^^^^^^
          |
          = help: write `my-corpus`: small letters, digits and hyphens

        warning[bad-url]: `example.org` is no web address; it was dropped
         --> corpus.toml:3:7
          |
        3 | url = "example.org"
          |       ^^^^^^^^^^^^^
          |
          = help: an address begins with `https://` or `http://`, without spaces

        warning[unknown-field]: unknown field `license`
         --> corpus.toml:4:1
          |
        4 | license = "CC0"
          | ^^^^^^^
          |
          = help: did you mean `licence`?

        error[unknown-value]: `sentences` is no `unit`
         --> corpus.toml:6:8
          |
        6 | unit = "sentences"
          |        ^^^^^^^^^^^
          |
          = help: did you mean `sentence`?

        error[wrong-type]: `snippet_words` must be a whole number from 0 to 65535, not `-3`
         --> corpus.toml:8:17
          |
        8 | snippet_words = -3
          |                 ^^

        warning[unknown-field]: unknown field `right`
         --> corpus.toml:9:2
          |
        9 | [right]
          |  ^^^^^
          |
          = help: did you mean `rights`?

        3 errors, 3 warnings in 1 document
    "#]],
    );
}

#[test]
fn a_good_corpus_has_no_problems() {
    check_facts(
        "date = \"2024-04\"\noutlet = [\"RNZ\", \"Stuff\"]\nvia = \"Scoop\"\nrights = \"snippets\"",
        expect![[r#"
            no problems in 1 document
        "#]],
    );
}

#[test]
fn an_empty_folder_says_what_belongs_in_it() {
    check_folder(
        &Folder::default(),
        expect![[r#"
        notice[no-corpus-toml]: the folder has no corpus.toml
         |
         = help: add one with the corpus's `id` and `title`

        error[no-documents]: the folder has no document that could be read
         |
         = help: put Markdown (.md), plain text (.txt) or JSON Lines (.jsonl) into `documents/`

        1 error, 1 notice in 0 documents
    "#]],
    );
}
