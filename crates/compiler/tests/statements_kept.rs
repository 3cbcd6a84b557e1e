//! Statements in the archive: what is kept where not all words may be shown, whom they name, and who quotes the same.

#![allow(clippy::unwrap_used, reason = "a panic is the message")]

use archive::{Archive, EntityKind, StatementId};
use compiler::folder::{File, Folder};

const PEOPLE: &str = r#"
[[people]]
id = "ada-stone"
name = "Ada Stone"
parties = [{ party = "reeds", to = "2021" }, { party = "sedges", from = "2022" }]
[[people]]
id = "ben-marsh"
name = "Ben Marsh"
"#;

fn opened(files: &[(&str, &str)]) -> Archive {
    let always = [("corpus.toml", "[corpus]\nid = \"x\"\n"), ("gazetteers/people.toml", PEOPLE)];
    let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    let compiled = compiler::compile(&Folder::from_files(always.iter().chain(files).map(file).collect()));
    Archive::open(compiled.archive.unwrap()).unwrap()
}

/// One line a statement: the document, the words, the speaker and the verb, the words for the speaker, whom it names.
fn kept(archive: &Archive) -> Vec<String> {
    let statements = (0..archive.statements() as u32).map(StatementId);
    let line = |number: StatementId| {
        let statement = archive.statement(number).unwrap();
        let text = archive.text(archive.block_of(statement.passage));
        let words: Vec<&str> = match archive.pieces(number).map(|piece| &text[piece]).collect::<Vec<_>>() {
            pieces if pieces.is_empty() => vec![&text[statement.range]],
            pieces => pieces,
        };
        let people = archive.range_of(EntityKind::Person);
        let names = archive.values_of_statement(number).iter().filter(|value| people.contains(value));
        format!(
            "{} [{}] {} {} [{}] <{}>",
            archive.id(archive.document_of(statement.passage)),
            words.join("|"),
            statement.speaker.map_or("-", |speaker| archive.slug(speaker)),
            statement.verb,
            statement.source.map_or("", |place| &text[place.range]),
            names.map(|value| archive.slug(archive::EntityId(value))).collect::<Vec<_>>().join(", "),
        )
    };
    statements.map(line).collect()
}

#[test]
fn names_outside_the_words_are_not_spoken_of() {
    let text = "“Rivers,” said Ada Stone, “are not for Ben Marsh to sell.”";
    let archive = opened(&[("documents/one.txt", text)]);
    assert_eq!(kept(&archive), ["one [Rivers|are not for Ben Marsh to sell.] ada-stone say [Ada Stone] <ben-marsh>"]);
}

#[test]
fn of_words_that_may_not_be_shown_the_speaker_is_kept() {
    let said = "Ada Stone said Ben Marsh had sold the last river of the long valley without asking a single soul who lives there.";
    let document = |rights: &str| format!("+++\ntitle = \"t\"\nrights = \"{rights}\"\n+++\n{said}\n");
    let (some, none) = (document("snippets"), document("metadata"));
    let about = ("corpus.toml", "[corpus]\nid = \"x\"\nsnippet_words = 3\n");
    let archive = opened(&[about, ("documents/a.md", &some), ("documents/b.md", &none)]);
    let lines = kept(&archive);
    assert!(lines[0].starts_with("a [Ben Marsh had sold the last"), "{lines:?}");
    assert!(lines[0].ends_with("] ada-stone say [Ada Stone] <ben-marsh>") && !lines[0].contains("soul"), "{lines:?}");
    assert_eq!(lines[1], "b [] ada-stone say [] <ben-marsh>");
}

#[test]
fn the_same_words_in_several_documents_are_one_group() {
    let archive = opened(&[
        ("documents/a.txt", "“The river is not for sale,” Ada Stone said. “Not now, not this year,” she said."),
        (
            "documents/b.txt",
            "Ada Stone said: \"The RIVER is not for sale!\" Ben Marsh said: “The river is not for sale.”",
        ),
        ("documents/c.txt", "“Not for sale,” said Ada Stone. “Not for sale,” said Ada Stone."),
    ]);
    let groups: Vec<Option<u32>> =
        (0..archive.statements() as u32).map(|number| archive.statement(StatementId(number)).unwrap().group).collect();
    assert_eq!(groups, [Some(0), None, Some(0), None, None, None], "{:?}", kept(&archive));
}

#[test]
fn whom_an_editor_makes_a_speaker_has_a_party_that_day() {
    let document =
        "+++\nid = \"a\"\ntitle = \"t\"\ndate = \"2023-05-01\"\n+++\n“The river is not for sale,” said the minister.\n";
    let correction = "[[corrections]]\ndocument = \"a\"\npassage = 1\nwords = \"The river is not for sale\"\nspeaker = \"ada-stone\"\n";
    let archive = opened(&[("documents/a.md", document), ("corrections.toml", correction)]);
    assert_eq!(kept(&archive), ["a [The river is not for sale] ada-stone say [] <>"]);
    let document = archive.document("a").unwrap();
    let parties: Vec<&str> = archive.parties_that_day(document).map(|(_, party)| archive.slug(party)).collect();
    assert_eq!(parties, ["sedges"]);
    let ada = archive.entity(EntityKind::Person, "ada-stone").unwrap();
    assert!(archive.documents_with(ada).is_empty(), "who is not named is not present");
    assert_eq!(archive.statements_by(ada).len(), 1);
}
