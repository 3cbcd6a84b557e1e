//! Laws of reading: any bytes give an answer, and what means the same is read alike.

use compiler::corpus::{BlockKind, Corpus, Document, DocumentKind};
use compiler::folder::{File, Folder};
use compiler::problem::Severity;
use compiler::read;
use compiler::show::{github, human, human_in_colour, json};
use proptest::prelude::*;

fn folder(files: &[(&str, &[u8])]) -> Folder {
    Folder::from_files(
        files.iter().map(|(path, bytes)| File { path: (*path).to_owned(), bytes: bytes.to_vec() }).collect(),
    )
}

fn corpus(files: &[(&str, &str)]) -> Corpus {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    let (corpus, problems) = read(&folder(&files));
    assert!(problems.iter().all(|problem| problem.severity == Severity::Notice), "{problems:?}");
    corpus
}

fn only(path: &str, text: &str) -> Document {
    let mut documents = corpus(&[(path, text)]).documents;
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

/// A document without its places, which differ between forms.
fn content(mut document: Document) -> String {
    let named = [
        &mut document.outlets,
        &mut document.speakers,
        &mut document.people,
        &mut document.parties,
        &mut document.topics,
    ];
    named.into_iter().flatten().for_each(|named| named.span = Default::default());
    document.span = Default::default();
    format!("{document:#?}")
}

const TOML: &str = "+++\nid = \"a\"\ntitle = \"Māori: a title\"\ndate = 2024-04-02\ndate_precision = \"day-inferred\"\ndate_note = \"\"\"It\nsays so.\"\"\"\noutlet = [\"RNZ\", \"1News\"]\nsource_url = \"https://example.org/\"\ntopics = [\"a\", \"b\"]\npeople = \"Ann Lee\"\nauthor = \"\"\nkind = \"report\"\n+++\n\nOne *two*\nthree.\n\n- four\n";
const YAML: &str = "---\nid: a\ntitle: 'Māori: a title'\ndate: 2024-04-02\ndate_precision: day-inferred\ndate_note: |-\n  It\n  says so.\noutlet: [RNZ, 1News]\nsource_url: https://example.org/\ntopics:\n  - a\n  - b\npeople: Ann Lee\nauthor:\nkind: report # as ever\n---\n\nOne *two*\nthree.\n\n- four\n";

#[test]
fn yaml_and_toml_of_the_same_content_are_the_same_document() {
    assert_eq!(content(only("documents/x.md", TOML)), content(only("documents/x.md", YAML)));
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let rows = "{\"id\": \"a\", \"title\": \"A\", \"text\": \"One\\n\\ntwo.\"}\n\n{\"id\": \"b\", \"title\": \"B\", \"text\": \"x\"}\n";
    for (path, text) in [
        ("documents/x.md", TOML),
        ("documents/x.md", YAML),
        ("documents/x.txt", "One\ntwo\n\nthree\n"),
        ("documents/x.jsonl", rows),
    ] {
        let crlf = text.replace('\n', "\r\n");
        let read = |text: &str| corpus(&[(path, text)]).documents.into_iter().map(content).collect::<Vec<_>>();
        assert_eq!(read(text), read(&crlf), "{path}");
        assert_eq!(read(text), read(&format!("\u{feff}{text}")), "{path}");
    }
}

#[test]
fn places_are_right_whatever_the_line_ends() {
    for text in [
        TOML.to_owned(),
        YAML.to_owned(),
        TOML.replace('\n', "\r\n"),
        YAML.replace('\n', "\r\n"),
        format!("\u{feff}{YAML}"),
    ] {
        let document = only("documents/x.md", &text);
        for named in document.outlets.iter().chain(&document.topics).chain(&document.people) {
            assert_eq!(text[named.span.start..named.span.end].trim_matches('"'), named.text, "{text}");
        }
    }
    let row = r#"{"text": "é \"people\": \\", "people": ["Ann", "Bo é", "C\"o"], "source": "R\u004eZ"}"#;
    let document = only("documents/x.jsonl", row);
    let places = |named: &[compiler::corpus::Named]| {
        named.iter().map(|named| row[named.span.start..named.span.end].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(places(&document.people), [r#""Ann""#, r#""Bo é""#, r#""C\"o""#]);
    assert_eq!(places(&document.outlets), [r#""R\u004eZ""#]);
    assert_eq!(document.outlets[0].text, "RNZ");
    assert_eq!(document.people[2].text, "C\"o");
}

#[test]
fn rows_in_the_simple_schema_mean_speakers_in_a_corpus_of_speeches() {
    let row = r#"{"id": "a", "title": "A", "source": "Hansard", "url": "https://example.org/a", "people": ["Ann Lee"], "party": "Labour", "topics": ["Tax"], "text": "One  two\nthree.\n \nFour."}"#;
    let report = only("documents/x.jsonl", row);
    assert_eq!((report.kind, report.people.len(), report.speakers.len()), (DocumentKind::Report, 1, 0));
    assert_eq!((report.parties[0].text.as_str(), &report.speakers_party), ("Labour", &None));
    assert_eq!((report.outlets[0].text.as_str(), report.source_url.as_str()), ("Hansard", "https://example.org/a"));
    assert_eq!(
        report.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(),
        ["One  two\nthree.", "Four."]
    );

    let defaults = ("corpus.toml", "[corpus]\nid = \"x\"\n[defaults]\nkind = \"speech\"\n");
    for speech in [
        corpus(&[defaults, ("documents/x.jsonl", row)]).documents.remove(0),
        only("documents/x.jsonl", &row.replace("\"id\"", "\"kind\": \"speech\", \"id\"")),
    ] {
        assert_eq!(
            (speech.kind, speech.people.len(), speech.speakers[0].text.as_str()),
            (DocumentKind::Speech, 0, "Ann Lee")
        );
        assert_eq!(speech.speakers_party.map(|party| party.text).as_deref(), Some("Labour"));
        assert!(speech.parties.is_empty());
    }
}

#[test]
fn a_folder_of_texts_is_a_corpus() {
    let found =
        corpus(&[("Two Seeds.txt", "One.\nTwo.\n"), ("README.md", "Not me."), ("deep/x.md", "# Heading\n\nText.\n")]);
    let told: Vec<(&str, &str, usize)> =
        found.documents.iter().map(|d| (d.id.as_str(), d.title.as_str(), d.blocks.len())).collect();
    assert_eq!(told, [("two-seeds", "Two Seeds", 2), ("x", "Heading", 2)]);
    assert_eq!((found.about.id.as_str(), found.about.title.as_str()), ("corpus", "corpus"));
    assert_eq!(found.documents[1].blocks[0].kind, BlockKind::Heading);
}

#[test]
fn a_records_conditions_hold_for_its_name_and_every_alias() {
    let found = corpus(&[
        (
            "gazetteers/people.toml",
            "[[people]]\nname = \"Ann March\"\naliases = [\"A. March\", { text = \"March\", case = \"exact\", not_after = [\"in\"] }]\nnot_after = [\"St\"]\n",
        ),
        (
            "gazetteers/topics.toml",
            "[[topics]]\nlabel = \"Tax\"\nscope = \"On tax.\"\nkeywords = [\"tax\", { text = \"rates\", not_before = [\"of\"] }]\n",
        ),
        ("documents/x.txt", "T."),
    ]);
    let forms: Vec<(&str, bool, String)> = found.records[0]
        .forms
        .iter()
        .map(|form| (form.text.as_str(), form.exact_case, form.not_after.join(" ")))
        .collect();
    assert_eq!(
        forms,
        [("Ann March", false, "St".into()), ("A. March", false, "St".into()), ("March", true, "in St".into())]
    );
    let topic = &found.records[1];
    assert_eq!(
        (topic.id.as_str(), topic.name.as_str(), topic.short.as_str(), topic.note.as_str()),
        ("tax", "Tax", "Tax", "On tax.")
    );
    assert_eq!(
        (topic.forms.len(), topic.keywords.len(), topic.keywords[1].not_before.as_slice()),
        (0, 2, ["of".to_owned()].as_slice())
    );
}

#[test]
fn a_line_of_fifty_megabytes_is_refused() {
    let long = vec![b'x'; 50_000_001];
    let row = [b"{\"id\": \"a\", \"title\": \"A\", \"text\": \"T.\"}\n", long.as_slice()].concat();
    let (corpus, problems) =
        read(&folder(&[("documents/a.txt", &long), ("documents/b.md", &long), ("documents/c.jsonl", &row)]));
    assert_eq!(corpus.documents.len(), 1);
    assert_eq!(problems.iter().filter(|problem| problem.code == "line-too-long").count(), 3);
}

#[test]
fn long_runs_of_one_sign_give_an_answer() {
    let signs = [
        "[", "![", "*a ", "<!--", "> ", "- ", "- a\n", "[a]: x\n", "`a``", "\0", "\u{200b}", "{a: ", "? ", "&a ",
        "x\n", "{}\n", "a.", "a=[",
    ];
    for (sign, path) in signs.iter().flat_map(|sign| PATHS.map(|path| (sign, path))) {
        let run = sign.repeat(4_000);
        for text in [run.clone(), format!("---\n{run}\n---\nText."), format!("+++\n{run}\n+++\nText.")] {
            read(&folder(&[(path, text.as_bytes())]));
        }
    }
}

const PATHS: [&str; 9] = [
    "corpus.toml",
    "documents/a.md",
    "documents/b.md",
    "documents/c.jsonl",
    "documents/d.txt",
    "gazetteers/people.toml",
    "gazetteers/parties.toml",
    "gazetteers/topics.toml",
    "gazetteers/x.toml",
];

/// Pieces of corpora, well and badly put together.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let words: Vec<&'static str> = vec![
        "+++\n",
        "---\n",
        "...\n",
        "\r\n",
        "\n\n",
        "\u{feff}",
        "title = \"A\"\n",
        "title: A\n",
        "date = 2024-01-01\n",
        "date: '2024'\n",
        "people = [",
        "topics: [a, 'b'",
        "- ",
        "> ",
        "| a | b |\n|---|---|\n",
        "[[people]]\n",
        "name = \"Ann Lee\"\n",
        "aliases = [\"Lee\", {text=\"x\"}]\n",
        "parties = [{party=\"x\"}]\n",
        "[[topics]]\n",
        "{\"id\": \"a\", ",
        "\"text\": \"T.\"}",
        "\"people\": [",
        "]",
        "}",
        "{",
        "[",
        "\"",
        "'",
        "\\u0000",
        "\\",
        "é",
        "\u{200d}",
        "\u{202e}",
        "`",
        "```\n",
        "<b>",
        "<!--",
        "![",
        "](x)",
        "#",
        "&amp;",
        "*",
        "_",
        ":",
        ",",
        "null",
        "1e9",
        "&x ",
        "*x",
        "!!int ",
        "? ",
        "|\n  ",
    ];
    proptest::collection::vec(proptest::sample::select(words), 0..40).prop_map(|words| words.concat().into_bytes())
}

proptest! {
    #[test]
    fn any_bytes_give_an_answer(files in proptest::collection::vec(
        (proptest::sample::select(PATHS.to_vec()), prop_oneof![pieces(), proptest::collection::vec(any::<u8>(), 0..200)]), 1..5)
    ) {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (*path, bytes.as_slice())).collect();
        let folder = folder(&files);
        let (_, problems) = read(&folder);
        for problem in &problems {
            let span = problem.span.unwrap_or_default();
            prop_assert!(span.start <= span.end && span.end <= folder.files[span.file].bytes.len(), "{problem:?}");
        }
        human(&problems, &folder);
        human_in_colour(&problems, &folder);
        github(&problems, &folder, "corpus");
        for line in json(&problems, &folder).lines() {
            prop_assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{line}");
        }
    }
}
