//! Citations, read back by small strict readers of their own: every field in its place, whatever a title holds.

mod support;

use archive::{Archive, DatePrecision, PassageId};
use explore::view::Main;
use explore::{Query, export};
use serde_json::Value;
use std::collections::BTreeMap;
use support::{archive, at, own_corpus};

/// Names of fields in the words of CSL; of several authors the names stand in lines.
type Entry = BTreeMap<String, String>;

const NASTY: &str = r##"
== corpus.toml
[corpus]
id = "nasty"
title = "Odd & \"quoted\" {texts}"
language = "en-NZ"
== documents/nasty.md
+++
title = "Listed } otherwise"
source_title = "A \"quoted\" {brace \\ 100% of R&D #1 $5 a_b ~x^2 }{ \\} @misc{x,\nER  - \r\n العنوان 🏛 end\\"
date = "2024-05-06"
date_precision = "week-inferred"
date_note = "From the\nnext issue."
author = "Ann O'Neill and Bo {Li}, of AAP"
outlet = ["Post & Echo", "Second"]
source_url = "https://example.org/a{b}c?d=1&e=%20f_g#h~i"
+++
The secret words of this passage stand in no citation.

Some other secret words.
== documents/speech.md
---
title: A speech
date: 2023
kind: speech
speakers: [Ana Pere, "Bo {Li} and Co"]
language: mi
outlet: Hansard
author: A clerk
---
Kia ora.
== documents/held.md
---
title: Held
source_title: Held
date: 2024-02
rights: snippets
people: [Ana Pere]
source_url: http://example.org/
---
Ana Pere spoke of things that may not be shown here in full at any length whatever.
== documents/plain.jsonl
{"id": "Row 1, {odd}", "title": "Undated", "url": "javascript:alert(1)", "text": "A row."}
"##;

const TITLE: &str = "A \"quoted\" {brace \\ 100% of R&D #1 $5 a_b ~x^2 }{ \\} @misc{x, ER - العنوان 🏛 end\\";

/// The entries of a file in all three formats, which say the same.
fn read(archive: &Archive, address: &str, what: &str) -> Vec<Entry> {
    let text = |ending: &str| {
        let file = export::file(archive, &Query::parse(address), &format!("{what}.{ending}"));
        file.expect("the page offers it").text
    };
    let csl = csl(&text("json"));
    assert_eq!(ris(&text("ris")), csl);
    assert_eq!(bibtex(&text("bib")), csl);
    csl
}

fn csl(text: &str) -> Vec<Entry> {
    let entries: Vec<BTreeMap<String, Value>> = serde_json::from_str(text).expect("JSON");
    let written = |value: Value| match value {
        Value::String(text) => text,
        Value::Array(names) => {
            let names = names.iter().map(|name| name["literal"].as_str().expect("a name").to_owned());
            names.collect::<Vec<_>>().join("\n")
        }
        date => {
            let parts = date["date-parts"][0].as_array().expect("a date").iter();
            let parts = parts.map(|part| format!("{:02}", part.as_str().expect("a number")));
            parts.collect::<Vec<_>>().join("-")
        }
    };
    entries.into_iter().map(|entry| entry.into_iter().map(|(name, value)| (name, written(value))).collect()).collect()
}

fn ris(text: &str) -> Vec<Entry> {
    let (mut entries, mut entry) = (Vec::new(), None::<Entry>);
    for line in text.split_terminator("\r\n").filter(|line| !line.is_empty()) {
        assert!(!line.contains(['\r', '\n']) && line.get(2..6) == Some("  - "), "{line:?}");
        let (tag, value) = (&line[..2], &line[6..]);
        let speech = entry.as_ref().is_some_and(|entry| entry["type"] == "speech");
        let name = match tag {
            "TY" => {
                assert!(entry.is_none(), "an entry begins in another");
                let kind = if value == "NEWS" { "article-newspaper" } else { "speech" };
                entry = Some(Entry::from([("type".to_owned(), kind.to_owned())]));
                continue;
            }
            "ER" => {
                entries.push(entry.take().expect("an entry ends that has begun"));
                continue;
            }
            "PY" => {
                assert!(value.len() == 4 && value.bytes().all(|digit| digit.is_ascii_digit()), "{value}");
                continue;
            }
            "ID" => "id",
            "TI" => "title",
            "AU" => "author",
            "T2" if speech => "publisher",
            "T2" => "container-title",
            "M3" => "genre",
            "DA" => "issued",
            "UR" => "URL",
            "LA" => "language",
            "N1" => "note",
            other => panic!("{other}"),
        };
        let value = if tag == "DA" { value.replace('/', "-") } else { value.to_owned() };
        let entry = entry.as_mut().expect("a field stands in an entry");
        let field = entry.entry(name.to_owned()).or_default();
        assert!(field.is_empty() || name == "author", "{name} twice");
        *field = if field.is_empty() { value } else { format!("{field}\n{value}") };
    }
    assert!(entry.is_none(), "the last entry has no end");
    entries
}

fn bibtex(text: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut rest = text;
    while let Some(begun) = rest.trim_start().strip_prefix('@') {
        let (kind, after) = begun.split_once('{').expect("an entry is open");
        let (key, after) = after.split_once(',').expect("a key");
        assert!(!key.contains(|letter: char| letter.is_whitespace() || "{}\"#%'(),=\\~".contains(letter)), "{key}");
        let speech = kind == "misc";
        let mut entry = Entry::from([
            ("type".to_owned(), if speech { "speech" } else { "article-newspaper" }.to_owned()),
            ("id".to_owned(), key.to_owned()),
        ]);
        rest = after;
        loop {
            let (name, after) = rest.split_once(" = ").expect("a field");
            let (value, after) = braced(after);
            field(&mut entry, name.trim(), value, speech);
            match after.strip_prefix(',') {
                Some(after) => rest = after,
                None => {
                    rest = after.strip_prefix("\n}\n").expect("the entry ends");
                    break;
                }
            }
        }
        entries.push(entry);
    }
    assert_eq!(rest.trim(), "");
    entries
}

fn field(entry: &mut Entry, name: &str, value: &str, speech: bool) {
    let (name, value) = match name {
        "year" => {
            assert!(value.len() == 4 && value.bytes().all(|digit| digit.is_ascii_digit()), "{value}");
            return;
        }
        "journal" => ("container-title", plain(value)),
        "organization" if speech => ("publisher", plain(value)),
        "howpublished" => ("genre", plain(value)),
        "date" => ("issued", plain(value)),
        "url" => ("URL", value.to_owned()),
        "title" => ("title", plain(braced(value).0)),
        // A name in braces is one name, whatever it holds.
        "author" => {
            let (mut names, mut rest) = (Vec::new(), value);
            loop {
                let (name, after) = braced(rest);
                names.push(plain(name));
                match after.strip_prefix(" and ") {
                    Some(after) => rest = after,
                    None => break,
                }
            }
            ("author", names.join("\n"))
        }
        "language" | "note" => (name, plain(value)),
        other => panic!("{other}"),
    };
    assert_eq!(entry.insert(name.to_owned(), value), None, "{name} twice");
}

/// What stands within the braces that a text begins with, and what follows. As BibTeX counts them: a backslash protects none.
fn braced(text: &str) -> (&str, &str) {
    assert!(text.starts_with('{'), "{text}");
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&text[1..at], &text[at + 1..]);
        }
    }
    panic!("braces do not balance: {text}")
}

/// A text as TeX would set it. Whatever TeX would not set as it stands is an error.
fn plain(tex: &str) -> String {
    let commands = [
        ("{\\textbackslash}", "\\"),
        ("{\\textbraceleft}", "{"),
        ("{\\textbraceright}", "}"),
        ("{\\textasciitilde}", "~"),
        ("{\\textasciicircum}", "^"),
        ("\\%", "%"),
        ("\\&", "&"),
        ("\\#", "#"),
        ("\\$", "$"),
        ("\\_", "_"),
    ];
    let (mut text, mut rest) = (String::new(), tex);
    while let Some(letter) = rest.chars().next() {
        if let Some((command, means)) = commands.iter().find(|(command, _)| rest.starts_with(command)) {
            text.push_str(means);
            rest = &rest[command.len()..];
        } else {
            assert!(!"\\{}%&#$_~^".contains(letter) && !letter.is_control(), "{letter:?} in {tex}");
            text.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    text
}

fn one<'a>(entries: &'a [Entry], id: &str) -> &'a Entry {
    entries.iter().find(|entry| entry["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn every_document_of_the_corpus_is_cited_alike_in_all_formats() {
    let archive = own_corpus();
    let entries = read(&archive, "", "documents");
    assert_eq!(entries.len(), archive.documents());
    for (entry, document) in entries.iter().zip(explore::selected_documents(&archive, &Query::default())) {
        assert_eq!(entry["id"], archive.id(document));
        assert_eq!(entry.get("URL").map_or("", String::as_str), archive.source_url(document));
        assert_eq!(entry["language"], "en-NZ");
        let place = format!("edition {}, document {}, ?doc=", archive.fingerprint(), archive.id(document));
        assert!(entry["note"].contains(&place), "{}", entry["note"]);
        let inferred = matches!(archive.precision(document), DatePrecision::DayInferred | DatePrecision::WeekInferred);
        assert_eq!(entry["note"].contains("date inferred"), inferred, "{}", entry["note"]);
        // Facts, and never a sentence of the text.
        let texts = archive.passages_of(document).map(|passage| archive.text(archive.block_of(PassageId(passage))));
        let file: String = entry.values().map(String::as_str).collect();
        texts.for_each(|text| assert!(!file.contains(text.get(..40).unwrap_or(text)), "{text}"));
    }
    let chosen = read(&archive, "topic=recognition&from=2025", "documents");
    assert!(!chosen.is_empty() && chosen.len() < entries.len());
}

#[test]
fn no_title_leaves_its_place() {
    let archive = archive(NASTY);
    let entries = read(&archive, "", "documents");
    assert_eq!(entries.len(), 4);
    let nasty = one(&entries, "nasty");
    assert_eq!(nasty["title"], TITLE);
    assert_eq!(nasty["author"], "Ann O'Neill and Bo {Li}, of AAP");
    assert_eq!(nasty["container-title"], "Post & Echo");
    assert_eq!(nasty["URL"], "https://example.org/a%7Bb%7Dc?d=1&e=%20f_g#h~i");
    assert_eq!(nasty["issued"], "2024-05-06");
    let note = &nasty["note"];
    assert!(
        note.starts_with("date inferred, to the week: From the next issue.; listed as “Listed } otherwise”; "),
        "{note}"
    );
    assert!(note.contains("from “Odd & \"quoted\" {texts}”; edition "), "{note}");
}

#[test]
fn a_date_says_no_more_than_is_known() {
    let archive = archive(NASTY);
    let entries = read(&archive, "", "documents");
    assert_eq!(one(&entries, "speech")["issued"], "2023");
    assert_eq!(one(&entries, "held")["issued"], "2024-02");
    let bib = export::file(&archive, &Query::default(), "documents.bib").expect("offered").text;
    assert!(bib.contains("year = {2024},\n  date = {2024-02}") && bib.contains("year = {2023},\n  date"));
}

#[test]
fn a_speech_is_by_its_speakers() {
    let archive = archive(NASTY);
    let entries = read(&archive, "", "documents");
    let speech = one(&entries, "speech");
    assert_eq!((speech["type"].as_str(), speech["genre"].as_str()), ("speech", "Speech"));
    assert_eq!(speech["author"], "Ana Pere\nBo {Li} and Co");
    assert_eq!((speech["publisher"].as_str(), speech["language"].as_str()), ("Hansard", "mi"));
    assert!(speech["note"].starts_with("title given by the collection; from “"), "{}", speech["note"]);
}

#[test]
fn what_is_not_known_is_left_out_and_only_web_addresses_are_cited() {
    let archive = archive(NASTY);
    let entries = read(&archive, "", "documents");
    let row = one(&entries, "Row+1:2C+:7Bodd:7D");
    let names: Vec<&str> = row.keys().map(String::as_str).collect();
    assert_eq!(names, ["id", "language", "note", "title", "type"]);
    assert!(row["note"].contains("document Row 1, {odd}, ?doc="), "{}", row["note"]);
}

#[test]
fn the_reader_cites_its_document_or_the_passage_pointed_at() {
    let archive = archive(NASTY);
    let edition = archive.fingerprint();
    let whole = read(&archive, "doc=nasty&q=words", "document");
    assert_eq!((whole.len(), whole[0]["id"].as_str()), (1, "nasty"));
    let passage = &read(&archive, "doc=nasty&at=2&q=words", "passage-2")[0];
    assert_eq!(passage["id"], "nasty:passage-2");
    assert!(passage["note"].starts_with("passage 2; "), "{}", passage["note"]);
    // It opens what is cited: no filters, no words.
    let address = format!("?at=2&doc=nasty&v={edition}");
    assert!(passage["note"].ends_with(&format!(" {address}")), "{}", passage["note"]);
    assert_eq!(at(&archive, &address).address, address);
    for key in ["passage-0.bib", "passage-3.bib", "passage-x.bib", "passage-.bib", "pairs.bib"] {
        assert!(export::file(&archive, &Query::parse("doc=nasty"), key).is_none(), "{key}");
    }
}

#[test]
fn lists_and_readers_offer_files_that_there_are() {
    let archive = archive(NASTY);
    let offered = |address: &str| match at(&archive, address).main {
        Main::Documents(documents) => documents.files,
        Main::Reader(reader) => reader.files,
        _ => panic!("neither"),
    };
    let names = |address: &str| -> Vec<String> {
        let query = Query::parse(address);
        let file = |key: &str| export::file(&archive, &query, key).unwrap_or_else(|| panic!("no {key}")).name;
        offered(address).iter().map(|choice| file(&choice.key)).collect()
    };
    let list = ["nasty-documents.csv", "nasty-documents.bib", "nasty-documents.ris", "nasty-documents.json"];
    assert_eq!(names(""), list);
    assert_eq!(names("doc=speech"), ["nasty-speech.bib", "nasty-speech.ris", "nasty-speech.json"]);
    let keys = |address: &str| offered(address).into_iter().map(|choice| choice.key).collect::<Vec<_>>();
    assert_eq!(keys("doc=nasty"), ["document.bib", "document.ris", "document.json"]);
    assert_eq!(keys("doc=nasty&at=2"), ["passage-2.bib", "passage-2.ris", "passage-2.json"]);
    // The passage that an old link quotes stands elsewhere now; beyond the passages there is only the document.
    assert_eq!(keys("doc=nasty&at=1&quote=Some+other+secret"), keys("doc=nasty&at=2"));
    assert_eq!(keys("doc=nasty&at=3"), keys("doc=nasty"));
    assert!(offered("q=absent").is_empty());
    assert!(export::file(&archive, &Query::default(), "document.bib").is_none());
    assert!(export::file(&archive, &Query::default(), "pairs.bib").is_none());
    let json = export::file(&archive, &Query::parse("q=absent"), "documents.json").expect("an empty list is one");
    assert_eq!(csl(&json.text), []);
}
