//! Facts: the fields of a document.

use crate::{check, check_facts};
use expect_test::expect;

#[test]
fn unknown_fields_name_the_nearest_known_one() {
    check_facts(
        "outlets = \"RNZ\"\nzzz = 1",
        expect![[r#"
        warning[unknown-field]: unknown field `outlets`
         --> documents/a.md:3:1
          |
        3 | outlets = "RNZ"
          | ^^^^^^^
          |
          = help: did you mean `outlet`?

        warning[unknown-field]: unknown field `zzz`
         --> documents/a.md:4:1
          |
        4 | zzz = 1
          | ^^^
          |
          = help: known are `id`, `title`, `date`, `date_note`, `date_precision`, `outlet`, `via`, `author`, `source_title`, `source_url`, `other_sources`, `language`, `kind`, `speakers`, `people`, `parties`, `topics`, `rights`

        2 warnings in 1 document
    "#]],
    );
}

#[test]
fn wrong_types_are_told_with_what_was_wanted() {
    check_facts(
        "author = { name = \"X\" }\ntopics = [1, [\"a\"]]\nvia = true",
        expect![[r#"
            error[wrong-type]: `author` must be a text or a list of texts, not a table
             --> documents/a.md:3:10
              |
            3 | author = { name = "X" }
              |          ^^^^^^^^^^^^^^

            error[wrong-type]: `topics` must be a text or a list of texts, not a list
             --> documents/a.md:4:14
              |
            4 | topics = [1, ["a"]]
              |              ^^^^^

            error[wrong-type]: `via` must be a text or a list of texts, not true or false
             --> documents/a.md:5:7
              |
            5 | via = true
              |       ^^^^

            3 errors in 1 document
        "#]],
    );
}

#[test]
fn words_of_closed_lists_are_checked() {
    check_facts(
        "kind = \"speach\"\nrights = \"none\"\ndate = 2024-01-01\ndate_precision = \"dayish\"",
        expect![[r#"
            error[unknown-value]: `speach` is no `kind`
             --> documents/a.md:3:8
              |
            3 | kind = "speach"
              |        ^^^^^^^^
              |
              = help: did you mean `speech`?

            error[unknown-value]: `none` is no `rights`
             --> documents/a.md:4:10
              |
            4 | rights = "none"
              |          ^^^^^^
              |
              = help: known are `full`, `snippets`, `metadata`

            error[unknown-value]: `dayish` is no precision of a date
             --> documents/a.md:6:18
              |
            6 | date_precision = "dayish"
              |                  ^^^^^^^^
              |
              = help: known are `day`, `month`, `year`, `day-inferred`, `week-inferred`, `month-inferred`, `year-inferred`

            3 errors in 1 document
        "#]],
    );
}

#[test]
fn dates_must_be_dates() {
    check_facts(
        "date = \"31/10/2023\"",
        expect![[r#"
        error[bad-date]: `31/10/2023` is no date
         --> documents/a.md:3:8
          |
        3 | date = "31/10/2023"
          |        ^^^^^^^^^^^^
          |
          = help: write the year, the month or the day: `2024`, `2024-04`, `2024-04-02`

        1 error in 1 document
    "#]],
    );
    check_facts(
        "date = 2023-10-31T10:00:00Z",
        expect![[r#"
        error[bad-date]: `2023-10-31T10:00:00Z` is no date
         --> documents/a.md:3:8
          |
        3 | date = 2023-10-31T10:00:00Z
          |        ^^^^^^^^^^^^^^^^^^^^
          |
          = help: write the day alone: `2023-10-31`

        1 error in 1 document
    "#]],
    );
    check_facts(
        "date = \"2023-02-29\"",
        expect![[r#"
        error[bad-date]: `2023-02-29` is no date
         --> documents/a.md:3:8
          |
        3 | date = "2023-02-29"
          |        ^^^^^^^^^^^^
          |
          = help: write the year, the month or the day: `2024`, `2024-04`, `2024-04-02`

        1 error in 1 document
    "#]],
    );
}

#[test]
fn a_precision_must_agree_with_its_date() {
    check_facts(
        "date = \"2023-10\"\ndate_precision = \"day\"",
        expect![[r#"
        error[precision-contradicts-date]: `day` contradicts the date `2023-10`
         --> documents/a.md:4:18
          |
        4 | date_precision = "day"
          |                  ^^^^^
          |
          = help: write the date as precisely as that, or another `date_precision`

        1 error in 1 document
    "#]],
    );
    check_facts(
        "date = \"2023-10-31\"\ndate_precision = \"month-inferred\"",
        expect![[r#"
        warning[precision-contradicts-date]: `month-inferred` contradicts the date `2023-10-31`
         --> documents/a.md:4:18
          |
        4 | date_precision = "month-inferred"
          |                  ^^^^^^^^^^^^^^^^
          |
          = help: write `2023-10`, which is what was taken

        notice[inferred-without-note]: an inferred date without a note
         --> documents/a.md:4:18
          |
        4 | date_precision = "month-inferred"
          |                  ^^^^^^^^^^^^^^^^
          |
          = help: add a `date_note`: one sentence on how the date was worked out

        1 warning, 1 notice in 1 document
    "#]],
    );
    check_facts(
        "date_precision = \"day\"",
        expect![[r#"
        warning[precision-without-date]: `date_precision` without a `date`
         --> documents/a.md:3:18
          |
        3 | date_precision = "day"
          |                  ^^^^^

        1 warning in 1 document
    "#]],
    );
}

#[test]
fn ids_are_slugs() {
    check_facts(
        "id = \"Two Words\"",
        expect![[r#"
        error[bad-id]: `Two Words` is no id
         --> documents/a.md:3:6
          |
        3 | id = "Two Words"
          |      ^^^^^^^^^^^
          |
          = help: write `two-words`: small letters, digits and hyphens

        1 error in 1 document
    "#]],
    );
    check(
        &[("documents/….txt", "Text.")],
        expect![[r#"
            error[bad-id]: the file name has no letter or digit to make an id of
             --> documents/….txt:1:1
              |
            1 | Text.
              | ^
              |
              = help: add an `id`, or rename the file

            1 error in 0 documents
        "#]],
    );
}

#[test]
fn a_language_is_a_tag() {
    for tag in ["en", "en-NZ", "mi", "zh-Hant-TW", "sl-rozaj-biske-1994"] {
        let fine = expect!["no problems in 1 document\n"];
        check_facts(&format!("language = \"{tag}\""), fine);
    }
    check_facts(
        "language = \"English\"",
        expect![[r#"
        warning[bad-language]: `English` is no language; it was dropped
         --> documents/a.md:3:12
          |
        3 | language = "English"
          |            ^^^^^^^^^
          |
          = help: write a language tag: `en`, `en-NZ` or `mi`

        1 warning in 1 document
    "#]],
    );
    check_facts(
        "language = 'en\" onclick=\"x'",
        expect![[r#"
        warning[bad-language]: `en" onclick="x` is no language; it was dropped
         --> documents/a.md:3:12
          |
        3 | language = 'en" onclick="x'
          |            ^^^^^^^^^^^^^^^^
          |
          = help: write a language tag: `en`, `en-NZ` or `mi`

        1 warning in 1 document
    "#]],
    );
}

#[test]
fn addresses_are_of_the_web() {
    check_facts(
        "source_url = \"javascript:alert(1)\"\nother_sources = [\"https://example.org/\", \"www.example.org\"]",
        expect![[r#"
            warning[bad-url]: `javascript:alert(1)` is no web address; it was dropped
             --> documents/a.md:3:14
              |
            3 | source_url = "javascript:alert(1)"
              |              ^^^^^^^^^^^^^^^^^^^^^
              |
              = help: an address begins with `https://` or `http://`, without spaces

            warning[bad-url]: `www.example.org` is no web address; it was dropped
             --> documents/a.md:4:42
              |
            4 | other_sources = ["https://example.org/", "www.example.org"]
              |                                          ^^^^^^^^^^^^^^^^^
              |
              = help: an address begins with `https://` or `http://`, without spaces

            2 warnings in 1 document
        "#]],
    );
}
