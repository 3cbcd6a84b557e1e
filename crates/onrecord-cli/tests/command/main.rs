//! The command as it is typed: its exit statuses, and its files as other programs read them.

// Here a panic is the message.
#![allow(clippy::unwrap_used)]

mod export;
mod import;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A fresh corpus folder of these files.
fn corpus(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (path, text) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

const ABOUT: (&str, &str) =
    ("corpus.toml", "[corpus]\nid = \"small\"\ntitle = \"Small & <odd>\"\nlanguage = \"en-NZ\"\n");

const PEOPLE: (&str, &str) = (
    "gazetteers/people.toml",
    "[[people]]\nid = \"ana-pere\"\nname = \"Ana Pērē\"\nparties = [{ party = \"reds\" }]\n\n[[people]]\nid = \"bo-li\"\nname = \"Bo Li\"\n",
);

const PARTIES: (&str, &str) = ("gazetteers/parties.toml", "[[parties]]\nid = \"reds\"\nname = \"Red Party\"\n");

const TOPICS: (&str, &str) =
    ("gazetteers/topics.toml", "[[topics]]\nid = \"water\"\nname = \"Water\"\nkeywords = [\"rivers\"]\n");

const DOCUMENTS: (&str, &str) = (
    "documents/some.jsonl",
    r#"{"id": "one", "title": "=1+1, \"quoted\"", "date": "2024-05", "outlet": ["Post", "Echo"], "url": "https://example.org/1", "text": "Ngā awa: Ana Pere and Bo Li on rivers.\n\nPērē again; Āe, Ana Pērē."}
{"id": "two", "title": "-5", "date": "2023-01-02", "outlet": "+64", "text": "Bo Li."}
{"id": "three", "title": "Plain", "text": "The Red Party, alone."}
"#,
);

fn small(name: &str) -> PathBuf {
    corpus(name, &[ABOUT, PEOPLE, PARTIES, TOPICS, DOCUMENTS])
}

fn onrecord(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_onrecord")).args(words).output().unwrap()
}

/// What it writes to standard output, when all is well.
fn data(words: &[&str]) -> String {
    let output = onrecord(words);
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", messages(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn messages(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn named(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entity| entity["name"].as_str().unwrap()).collect()
}

#[test]
fn the_exit_status_says_how_it_went() {
    let good = small("statuses-good");
    let bad = corpus("statuses-bad", &[ABOUT, ("documents/one.md", "+++\ndate = \"yesterday\"\n+++\nText.\n")]);
    let (good, bad) = (good.to_str().unwrap(), bad.to_str().unwrap());
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("statuses.archive");
    let _ = fs::remove_file(&out);
    let out = out.to_str().unwrap();
    let text = &format!("{good}/corpus.toml");
    for (status, words) in [
        (0, vec!["check", good]),
        (0, vec!["help"]),
        (0, vec!["--version"]),
        (1, vec!["check", bad]),
        (1, vec!["check", bad, "--format", "json"]),
        (1, vec!["compile", bad, "--out", out]),
        (1, vec!["pairs", bad]),
        (1, vec!["view", bad, "?view=network"]),
        (2, vec![]),
        (2, vec!["chekc", good]),
        (2, vec!["check"]),
        (2, vec!["check", text]),
        (2, vec!["check", "no-such-folder"]),
        (2, vec!["check", good, "--format", "csv"]),
        (2, vec!["compile", good]),
        (2, vec!["compile", good, "--out", "no-such-folder/archive"]),
        (2, vec!["documents", "no-such-file"]),
        (2, vec!["documents", text]),
        (2, vec!["documents", good, "--format", "gexf"]),
        (2, vec!["pairs", good, "--format", "xls"]),
        (2, vec!["pairs", good, "view=pairs", "too-much"]),
    ] {
        let output = onrecord(&words);
        assert_eq!(output.status.code(), Some(status), "{words:?}: {}", messages(&output));
        if status == 2 {
            assert!(output.stdout.is_empty(), "{words:?} writes data");
            assert!(!output.stderr.is_empty(), "{words:?} says nothing");
        }
    }
    assert!(!Path::new(out).exists(), "a corpus with errors has no archive");
}

#[test]
fn check_shows_every_problem_in_each_format() {
    let files = [
        ABOUT,
        ("documents/one.md", "+++\ndate = \"yesterday\"\n+++\nText.\n"),
        ("documents/two.md", "+++\nid = \"one\"\nauthr = \"A\"\n+++\nText.\n"),
    ];
    let bad = corpus("problems", &files);
    let shown = |format: &str| {
        String::from_utf8(onrecord(&["check", bad.to_str().unwrap(), "--format", format]).stdout).unwrap()
    };
    let json: Vec<Value> = shown("json").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let codes: BTreeSet<&str> = json.iter().map(|problem| problem["code"].as_str().unwrap()).collect();
    assert!(codes.len() >= 3, "{codes:?}");
    assert!(json.iter().any(|problem| problem["file"] == "documents/one.md" && problem["line"] == 2));
    let (human, github) = (shown("human"), shown("github"));
    for code in codes {
        assert!(human.contains(&format!("[{code}]")), "{human}");
        assert!(github.contains(&format!("title={code}::")), "{github}");
    }
}

#[test]
fn a_folder_and_its_archive_answer_alike() {
    let folder = small("alike");
    let folder = folder.to_str().unwrap();
    let archive = format!("{folder}.archive");
    data(&["compile", folder, "--out", &archive]);
    let first = fs::read(&archive).unwrap();
    data(&["compile", folder, "--out", &archive]);
    assert_eq!(first, fs::read(&archive).unwrap(), "the same corpus is the same archive");
    for words in [["view", "q=rivers"], ["documents", "?sort=title"], ["mentions", ""], ["pairs", "unit=document"]] {
        assert_eq!(data(&[words[0], folder, words[1]]), data(&[words[0], &archive, words[1]]));
    }
}

#[test]
fn the_view_is_json() {
    let folder = small("view");
    let with =
        |address: &str| -> Value { serde_json::from_str(&data(&["view", folder.to_str().unwrap(), address])).unwrap() };
    assert_eq!(with("person=bo-li")["summary"], "2 of 3 documents");
    assert_eq!(with("?person=bo-li"), with("person=bo-li"), "the ? may stand or not");
    let bare: Value = serde_json::from_str(&data(&["view", folder.to_str().unwrap()])).unwrap();
    assert_eq!(bare, with("?"), "no address is the bare address");
}

#[test]
fn what_of_an_address_is_not_understood_is_noted_and_the_rest_answered() {
    let folder = small("notes");
    let output = onrecord(&["documents", folder.to_str().unwrap(), "person=bo-li&person=nobody&colour=%1b[31mred"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(rows(&String::from_utf8(output.stdout.clone()).unwrap()).len(), 2);
    let messages = messages(&output);
    let notes: Vec<&str> = messages.lines().filter(|line| line.starts_with("note: ")).collect();
    assert_eq!(notes.len(), 2, "{messages}");
    assert!(messages.contains("nobody") && messages.contains("colour") && !messages.contains('\u{1B}'));
}

#[test]
fn documents_read_back_from_both_formats() {
    let folder = small("documents");
    let folder = folder.to_str().unwrap();
    let csv = data(&["documents", folder]);
    assert!(csv.starts_with("id,title,date,outlet,url,people,parties,topics\r\n"));
    assert_eq!(csv.matches("\r\n").count(), csv.matches('\n').count());
    let rows = rows(&csv);
    let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str()).collect();
    assert_eq!(ids, ["one", "two", "three"], "newest first, undated last");
    assert_eq!(rows[0]["title"], "'=1+1, \"quoted\"", "no spreadsheet takes it for a formula");
    assert_eq!(rows[1]["title"], "'-5");
    assert_eq!(rows[1]["outlet"], "'+64");
    assert_eq!(rows[0]["date"], "2024-05");
    assert_eq!(rows[2]["date"], "");
    assert_eq!(rows[0]["outlet"], "Post; Echo", "the original first");
    assert_eq!(rows[0]["people"], "Ana Pērē; Bo Li");
    assert_eq!(rows[0]["topics"], "Water");

    let json: Vec<Value> = serde_json::from_str(&data(&["documents", folder, "--format", "json"])).unwrap();
    assert_eq!(json[0]["title"], "=1+1, \"quoted\"", "JSON is not guarded");
    assert_eq!(json[2]["date"], Value::Null);
    assert_eq!(json[0]["people"][0], serde_json::json!({ "id": "ana-pere", "name": "Ana Pērē" }));
    for (row, object) in rows.iter().zip(&json) {
        for list in ["people", "parties", "topics"] {
            assert_eq!(row[list], named(&object[list]).join("; "));
        }
    }
}

#[test]
fn a_party_is_present_as_the_address_says() {
    let folder = small("party-as");
    let parties = |address: &str| -> Vec<String> {
        let rows = rows(&data(&["documents", folder.to_str().unwrap(), address]));
        rows.into_iter().filter(|row| !row["parties"].is_empty()).map(|row| row["id"].clone()).collect()
    };
    assert_eq!(parties(""), ["one", "three"]);
    assert_eq!(parties("party-as=named"), ["three"]);
    assert_eq!(parties("party-as=people"), ["one"]);
}

#[test]
fn mentions_stand_where_they_say() {
    let folder = small("mentions");
    let folder = folder.to_str().unwrap();
    let lines = |address: &str| -> Vec<Value> {
        data(&["mentions", folder, address]).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let texts: BTreeMap<(&str, u64), &str> = BTreeMap::from([
        (("one", 0), "Ngā awa: Ana Pere and Bo Li on rivers."),
        (("one", 1), "Pērē again; Āe, Ana Pērē."),
        (("two", 0), "Bo Li."),
        (("three", 0), "The Red Party, alone."),
    ]);
    let all = lines("");
    for mention in &all {
        let number = |field: &str| mention[field].as_u64().unwrap();
        let text = texts[&(mention["document"].as_str().unwrap(), number("passage"))];
        let (start, end) = (number("start") as usize, number("end") as usize);
        let there: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(mention["surface"], there, "{mention}");
    }
    let fields: Vec<&str> = all[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["document", "passage", "start", "end", "surface", "entity", "kind", "alias"]);
    let found: Vec<(&str, &str, &str)> =
        all.iter().map(|one| ["document", "entity", "kind"].map(|field| one[field].as_str().unwrap()).into()).collect();
    let one = ["ana-pere", "bo-li", "water", "ana-pere", "ana-pere"]
        .map(|entity| ("one", entity, if entity == "water" { "topic" } else { "person" }));
    assert_eq!(found[0], ("two", "bo-li", "person"), "by date");
    assert_eq!(found[1..6], one);
    assert_eq!(found[6..], [("three", "reds", "party")], "the undated last");
    assert_eq!(all[4]["surface"], "Pērē");
    assert_eq!(lines("party=reds&party-as=named"), all[6..], "only of the documents selected");
}

#[test]
fn statements_stand_where_they_say_and_are_scored_against_labels() {
    let text = r#"{"id": "said", "title": "Said", "date": "2024-05", "text": "Ngā awa.\n\n“Āe,” Ana Pērē said. Bo Li, she said, was late."}"#;
    let folder = corpus("said", &[ABOUT, PEOPLE, ("documents/some.jsonl", text)]);
    let folder = folder.to_str().unwrap();
    let passages = ["Ngā awa.", "“Āe,” Ana Pērē said. Bo Li, she said, was late."];
    let read = |line: &str| -> Value { serde_json::from_str(line).unwrap() };
    let words = |passage: &Value, start: &Value, end: &Value| -> String {
        let passage = passages[passage.as_u64().unwrap() as usize].chars();
        let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
        passage.skip(start).take(end - start).collect()
    };
    let statements: Vec<Value> = data(&["statements", folder]).lines().map(read).collect();
    let first = &statements[0];
    assert_eq!(words(&first["passage"], &first["start"], &first["end"]), "Āe");
    assert_eq!(words(&first["speaker_passage"], &first["speaker_start"], &first["speaker_end"]), "Ana Pērē");
    assert_eq!(
        [&first["type"], &first["speaker"], &first["cue"], &first["status"]],
        ["quote", "ana-pere", "said", "stated"]
    );
    assert_eq!(data(&["statements", folder, "from=2025"]), "", "only of the documents an address selects");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("said.archive");
    let file = file.to_str().unwrap();
    data(&["compile", folder, "--out", file]);
    assert_eq!(data(&["statements", file]), data(&["statements", folder]), "an archive holds the same");
    assert_eq!(data(&["statements", file, "in=passage&q=awa"]), "", "only of the passages it selects");

    let labels = r#"{"doc": "said", "entities": [], "mentions": [{"paragraph": 1, "start": 6, "end": 14, "surface": "Ana Pērē", "entity": "", "name": "", "optional": false}],
        "statements": [{"paragraph": 1, "start": 1, "end": 3, "speakers": ["ana-pere"], "speaker_names": [], "strict": true}]}"#;
    let gold = Path::new(env!("CARGO_TARGET_TMPDIR")).join("said.gold.json");
    fs::write(&gold, labels).unwrap();
    let scores = rows(&data(&["evaluate", folder, gold.to_str().unwrap()]));
    let share = |measure: &str| scores.iter().find(|row| row["measure"] == measure).unwrap()["share"].clone();
    assert_eq!(share("mentions found (exact)"), "1.000");
    assert_eq!(share("statements found (exact)"), "1.000");
    assert_eq!(share("with the right speaker (overlap 0.8)"), "1.000");
}

/// Forty documents: of two people the first in twelve, the second in nine, both in seven; a third in all.
fn golden(name: &str) -> PathBuf {
    let document = |number: usize| {
        let people = [
            ("First One", number < 12),
            ("Second One", number < 7 || (12..14).contains(&number)),
            ("Always There", true),
        ];
        let people: Vec<&str> = people.iter().filter(|(_, present)| *present).map(|(name, _)| *name).collect();
        serde_json::json!({ "id": format!("d{number}"), "title": "T", "date": "2024-01-01", "people": people, "text": "Text." }).to_string()
    };
    let documents = (0..40).map(document).collect::<Vec<_>>().join("\n");
    corpus(name, &[ABOUT, ("documents/all.jsonl", &documents)])
}

#[test]
fn pairs_carry_the_golden_numbers() {
    let folder = golden("golden");
    let folder = folder.to_str().unwrap();
    let csv = data(&["pairs", folder, "unit=document"]);
    let head = "first,second,a,b,c,d,count,jaccard,logdice,cosine,lift,pmi,npmi,g2,logratio,deltap_second,deltap_first,p,q\r\n";
    assert!(csv.starts_with(head), "{csv}");
    let rows = rows(&csv);
    let pair =
        |first: &str, second: &str| rows.iter().find(|row| row["first"] == first && row["second"] == second).unwrap();
    let golden = pair("First One", "Second One");
    let expected = [
        ("a", 7.0),
        ("b", 5.0),
        ("c", 2.0),
        ("d", 26.0),
        ("count", 7.0),
        ("jaccard", 0.5),
        ("logdice", 13.41504),
        ("cosine", 0.67358),
        ("lift", 7.0 / 2.7),
        ("pmi", 1.37440),
        ("npmi", 0.54657),
        ("g2", 11.94263),
        ("deltap_second", 0.51190),
        ("deltap_first", 0.61649),
        ("p", 0.00115),
    ];
    for (column, value) in expected {
        assert!((golden[column].parse::<f64>().unwrap() - value).abs() < 5.1e-6, "{column}: {}", golden[column]);
    }
    assert_eq!(golden["count"], "7", "whole numbers are written whole");
    // Three pairs were tested; the other two have p = 1.
    let number = |column: &str| golden[column].parse::<f64>().unwrap();
    assert!((number("q") - 3.0 * number("p")).abs() < 1e-12);

    let everywhere = pair("Always There", "First One");
    for column in ["lift", "pmi", "npmi", "g2", "logratio", "deltap_second", "deltap_first"] {
        assert_eq!(everywhere[column], "", "{column} of who occurs everywhere");
    }
    assert_eq!([&everywhere["p"], &everywhere["q"]], ["1", "1"]);

    let json: Vec<Value> =
        serde_json::from_str(&data(&["pairs", folder, "unit=document", "--format", "json"])).unwrap();
    assert_eq!(json.len(), rows.len());
    for (row, object) in rows.iter().zip(&json) {
        assert_eq!([&row["first"], &row["second"]], [&object["first"], &object["second"]]);
        for column in head.trim_end().split(',').skip(2) {
            // A CSV keeps ten digits.
            let same = match row[column].as_str() {
                "" => object[column].is_null(),
                number => {
                    let exact = object[column].as_f64().unwrap();
                    (number.parse::<f64>().unwrap() - exact).abs() <= 1e-9 * exact.abs()
                }
            };
            assert!(same, "{column}: {} and {}", row[column], object[column]);
        }
    }
    assert_eq!(json.iter().find(|pair| pair["second"] == "Second One").unwrap()["second_id"], "second-one");
}

#[test]
fn pairs_that_never_meet_have_no_logarithm_and_no_edge() {
    let documents = r#"{"id": "a", "title": "T", "people": ["=Formula", "Bo <Li> & \"Co\""], "text": "x"}
{"id": "b", "title": "T", "people": ["Bo <Li> & \"Co\"", "Cy"], "text": "x"}
{"id": "c", "title": "T", "text": "x"}"#;
    let folder = corpus("never", &[ABOUT, ("documents/all.jsonl", documents)]);
    let folder = folder.to_str().unwrap();
    let rows = rows(&data(&["pairs", folder, "unit=document&min=0"]));
    assert_eq!(rows.len(), 3);
    let never = rows.iter().find(|row| row["count"] == "0").unwrap();
    assert_eq!([&never["logdice"], &never["pmi"], &never["npmi"]], ["", "", "-1"], "a number is not guarded");
    assert!(rows.iter().any(|row| row["first"] == "'=Formula" || row["second"] == "'=Formula"), "a name is");
    let output = onrecord(&["pairs", folder, "unit=document"]);
    assert!(
        messages(&output).contains("3 documents: no pair can be significant; smallest p = 0.333"),
        "{}",
        messages(&output)
    );
    for format in ["gexf", "graphml"] {
        let xml = data(&["pairs", folder, "unit=document&min=0&measure=npmi", "--format", format]);
        assert_eq!(nodes_and_edges(&xml), (3, 2), "{xml}");
        assert!(!xml.contains("NaN") && !xml.contains("inf"));
        assert!(xml.contains("Bo &lt;Li&gt; &amp; &quot;Co&quot;"));
    }
}

#[test]
fn networks_hold_kinds_counts_and_weights_under_stable_names() {
    let same = ("gazetteers/organisations.toml", "[[organisations]]\nid = \"bo-li\"\nname = \"Bo Li Foundation\"\n");
    let extra = (
        "documents/more.jsonl",
        r#"{"id": "four", "title": "T", "text": "Bo Li and the Bo Li Foundation, with Ana Pērē."}"#,
    );
    let folder = corpus("networks", &[ABOUT, PEOPLE, PARTIES, TOPICS, DOCUMENTS, same, extra]);
    let folder = folder.to_str().unwrap();
    let address = "kind=person&kind=organisation&measure=jaccard";
    let gexf = data(&["pairs", folder, address, "--format", "gexf"]);
    let xml = roxmltree::Document::parse(&gexf).unwrap();
    assert_eq!(xml.root_element().tag_name().namespace(), Some("http://gexf.net/1.3"));
    let ids: BTreeSet<&str> = xml
        .descendants()
        .filter(|node| node.has_tag_name(("http://gexf.net/1.3", "node")))
        .filter_map(|node| node.attribute("id"))
        .collect();
    assert_eq!(ids, BTreeSet::from(["ana-pere", "organisation:bo-li", "person:bo-li"]));
    let edges: Vec<_> = xml.descendants().filter(|node| node.tag_name().name() == "edge").collect();
    let ends = |edge: &roxmltree::Node| ["source", "target"].map(|end| edge.attribute(end).unwrap().to_owned());
    assert!(edges.iter().flat_map(ends).all(|end| ids.contains(end.as_str())));
    let friends = edges.iter().find(|edge| ends(edge) == ["ana-pere", "person:bo-li"]).unwrap();
    assert_eq!(friends.attribute("weight"), Some("2"));
    let value = |name: &str| {
        let values = friends.descendants().filter(|node| node.attribute("for") == Some(name));
        values.filter_map(|node| node.attribute("value")).next().unwrap().parse::<f64>().unwrap()
    };
    assert_eq!([value("count"), value("jaccard")], [2.0, 0.5]);

    let graphml = data(&["pairs", folder, address, "--format", "graphml"]);
    let xml = roxmltree::Document::parse(&graphml).unwrap();
    let keys: BTreeSet<&str> = xml.descendants().filter_map(|node| node.attribute("attr.name")).collect();
    assert_eq!(keys, BTreeSet::from(["label", "kind", "count", "weight", "jaccard"]));
    assert_eq!(nodes_and_edges(&graphml), nodes_and_edges(&gexf));
    let one = xml.descendants().find(|node| node.attribute("id") == Some("organisation:bo-li")).unwrap();
    let facts: Vec<&str> =
        one.children().filter_map(|data| data.text().map(str::trim)).filter(|text| !text.is_empty()).collect();
    assert_eq!(facts, ["Bo Li Foundation", "organisation", "1"]);
}

fn nodes_and_edges(xml: &str) -> (usize, usize) {
    let xml = roxmltree::Document::parse(xml).unwrap();
    let count = |name: &str| xml.descendants().filter(|node| node.tag_name().name() == name).count();
    (count("node"), count("edge"))
}

/// Knuth's encounters in "Les Misérables", against the weights that the Stanford GraphBase counts.
#[test]
fn les_miserables_gives_the_known_network() {
    let Some(samples) = std::env::var_os("ONRECORD_SAMPLES").map(PathBuf::from) else {
        println!("skipped: ONRECORD_SAMPLES names no folder with data/networks/lesmis-encounters.jsonl");
        return;
    };
    let encounters = fs::read_to_string(samples.join("data/networks/lesmis-encounters.jsonl")).unwrap();
    let folder = corpus("lesmis", &[("documents/encounters.jsonl", &encounters)]);
    let sorted =
        |rows: Vec<BTreeMap<String, String>>, [first, second, weight]: [&str; 3]| -> BTreeMap<BTreeSet<String>, u32> {
            rows.into_iter()
                .map(|row| (BTreeSet::from([row[first].clone(), row[second].clone()]), row[weight].parse().unwrap()))
                .collect()
        };
    let expected = fs::read_to_string(samples.join("data/networks/lesmis-expected-by-encounter.csv")).unwrap();
    let expected = sorted(rows(&expected), ["a", "b", "weight"]);
    let counted = rows(&data(&["pairs", folder.to_str().unwrap(), "unit=document&kind=person&top=100"]));
    assert_eq!(counted.len(), 254);
    let counted = sorted(counted, ["first", "second", "count"]);
    assert_eq!(counted.values().sum::<u32>(), 820);
    assert_eq!(counted.keys().flatten().collect::<BTreeSet<_>>().len(), 77);
    assert_eq!(counted, expected);
}
