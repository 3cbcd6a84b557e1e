//! Journeys of statements: who said what, of whom, in which outlets; and the ties that have a direction, counted again slowly.

mod support;

use archive::{Archive, EntityKind, StatementId};
use expect_test::{Expect, expect};
use explore::view::Main;
use explore::{Query, Unit, counted_pairs};
use std::collections::BTreeMap;
use support::{archive, at, own_corpus, screen};

const CORPUS: &str = r#"
== corpus.toml
[corpus]
id = "harbour"
title = "The harbour"
language = "en-NZ"
== gazetteers/people.toml
[[people]]
id = "anna-hill"
name = "Anna Hill"
parties = [{ party = "reds", to = "2023-12" }, { party = "blues", from = "2024-01" }]
roles = [{ title = "Mayor", from = "2022-03" }]
[[people]]
id = "ben-moor"
name = "Ben Moor"
parties = [{ party = "blues" }]
[[people]]
id = "carl-dale"
name = "Carl Dale"
== gazetteers/parties.toml
[[parties]]
id = "reds"
name = "Red Party"
[[parties]]
id = "blues"
name = "Blue Party"
== gazetteers/topics.toml
[[topics]]
id = "ports"
label = "Ports"
keywords = ["harbour"]
== documents/one.md
+++
id = "one"
title = "Harbour closed"
date = "2023-05-04"
outlet = "Gazette"
+++
“The harbour will open again by the end of winter,” Anna Hill said. Carl Dale listened.

She claimed that Ben Moor had never seen the harbour.
== documents/two.md
+++
id = "two"
title = "Harbour to open"
date = "2023-05-05"
outlet = "Courier"
+++
Anna Hill said: “The harbour will open again by the end of winter.”

“I am,” Ben Moor told the Red Party, “no friend of Anna Hill.”
== documents/three.md
+++
id = "three"
title = "A year on"
date = "2024-06"
outlet = "Courier"
+++
Ben Moor denied that Anna Hill had asked him. The council said the road was dry.
== documents/four.md
+++
id = "four"
title = "Not to be shown"
date = "2024-07-01"
rights = "metadata"
outlet = "Gazette"
+++
Anna Hill said Ben Moor was late.
"#;

fn check(address: &str, expected: Expect) {
    expected.assert_eq(&screen(&at(&archive(CORPUS), address)));
}

#[test]
fn all_statements_stand_newest_first_and_the_same_quotation_once() {
    check(
        "view=statements",
        expect![[r#"
            # Who said what
            4 of 4 documents
            7 statements in 4 documents of 2 outlets; 6 of them different. Selected: all 4 documents.
            - Anna Hill (Blue Party) · say · paraphrased · named as the speaker
                “” [] Not to be shown, 1 July 2024
            - Ben Moor (Blue Party) · denied · paraphrased · named as the speaker
                “{Anna Hill} had asked him” [] A year on, June 2024
            - ? The council · said · paraphrased · speaker not known
                “the road was dry” [] A year on, June 2024
            - Anna Hill (Red Party) · said · quoted · named as the speaker
                “The harbour will open again by the end of winter.” [Ports] Harbour to open, 5 May 2023
                also in 1 outlet: Harbour closed (Gazette)
            - Ben Moor (Blue Party) · told · quoted · named as the speaker
                “I am […] no friend of {Anna Hill}.” [] Harbour to open, 5 May 2023
            - Anna Hill (Red Party) · claimed · paraphrased · likely: “he” or “she” can mean nobody else
                “{Ben Moor} had never seen the harbour” [Ports] Harbour closed, 4 May 2023
            Speakers: Anna Hill 4, Ben Moor 2
            Speakers’ parties: Blue Party 3, Red Party 3
            On: Ports 3
            Speaking of: Anna Hill 2, Ben Moor 2
            Verbs: say 4, claim 1, deny 1, tell 1
            What the verb does: says 5, claims 1, denies 1
            Quoted or paraphrased: paraphrased 4, quoted 3
            How sure: stated 5, likely 1, unresolved 1
            verbs of: Anna Hill 4, Ben Moor 2
              say 4: 3 0
              claim 1: 1 0
              deny 1: 0 1
              tell 1: 0 1
            silent: Carl Dale 1
        "#]],
    );
}

#[test]
fn one_switch_leaves_out_what_is_not_sure() {
    check(
        "view=statements&sure=only",
        expect![[r#"
            # Who said what
            4 of 4 documents
            chips: only sure speakers
            5 statements in 4 documents of 2 outlets; 4 of them different. Selected: all 4 documents.
            - Anna Hill (Blue Party) · say · paraphrased · named as the speaker
                “” [] Not to be shown, 1 July 2024
            - Ben Moor (Blue Party) · denied · paraphrased · named as the speaker
                “{Anna Hill} had asked him” [] A year on, June 2024
            - Anna Hill (Red Party) · said · quoted · named as the speaker
                “The harbour will open again by the end of winter.” [Ports] Harbour to open, 5 May 2023
                also in 1 outlet: Harbour closed (Gazette)
            - Ben Moor (Blue Party) · told · quoted · named as the speaker
                “I am […] no friend of {Anna Hill}.” [] Harbour to open, 5 May 2023
            Speakers: Anna Hill 3, Ben Moor 2
            Speakers’ parties: Blue Party 3, Red Party 2
            On: Ports 2
            Speaking of: Anna Hill 2, Ben Moor 1
            Verbs: say 3, deny 1, tell 1
            What the verb does: says 4, denies 1
            Quoted or paraphrased: quoted 3, paraphrased 2
            How sure: stated 5
            verbs of: Anna Hill 3, Ben Moor 2
              say 3: 3 0
              deny 1: 0 1
              tell 1: 0 1
            silent: Carl Dale 1
        "#]],
    );
}

#[test]
fn a_speakers_party_is_the_party_at_the_date() {
    check(
        "view=statements&speaker-party=blues&not-speaker=ben-moor",
        expect![[r#"
            # Who said what
            4 of 4 documents
            chips: not said by Ben Moor | said by people of Blue Party
            1 statement in 1 document of 1 outlet. Selected: all 4 documents.
            - Anna Hill (Blue Party) · say · paraphrased · named as the speaker
                “” [] Not to be shown, 1 July 2024
            Speakers: Ben Moor 2, Anna Hill 1
            Speakers’ parties: Blue Party 1, Red Party 3
            Speaking of: Ben Moor 1
            Verbs: say 1
            What the verb does: says 1
            Quoted or paraphrased: paraphrased 1
            How sure: stated 1
            verbs of: Anna Hill 1
              say 1: 1
            silent: Carl Dale 1
        "#]],
    );
}

#[test]
fn what_is_asked_of_statements_is_said_and_can_be_taken_off() {
    check(
        "view=statements&speaker=anna-hill&about=ben-moor&not-status=likely&speaker=nobody",
        expect![[r#"
            # Who said what
            4 of 4 documents
            ! “nobody” is no name of this corpus; “speaker” was set aside. (Take it out ?about=ben-moor&not-status=likely&speaker=anna-hill&view=statements)
            chips: said by Anna Hill | speaking of Ben Moor | not speaker likely
            1 statement in 1 document of 1 outlet. Selected: all 4 documents.
            - Anna Hill (Blue Party) · say · paraphrased · named as the speaker
                “” [] Not to be shown, 1 July 2024
            Speakers: Anna Hill 1
            Speakers’ parties: Blue Party 1
            Speaking of: Ben Moor 1
            Verbs: say 1
            What the verb does: says 1
            Quoted or paraphrased: paraphrased 1
            How sure: likely 1, stated 1
            verbs of: Anna Hill 1
              say 1: 1
            silent: Carl Dale 1
        "#]],
    );
}

#[test]
fn a_person_has_a_page() {
    check(
        "view=entity&focus=anna-hill",
        expect![[r#"
            # Anna Hill
            4 of 4 documents
            Selected: all 4 documents.
            Red Party: until December 2023
            Blue Party: since January 2024
            Mayor: since March 2022
            4 documents naming Anna Hill
            4 said by Anna Hill
            2 said of Anna Hill by others
            5 passages naming Anna Hill
            0 said by others of Red Party
            2 said by others of Blue Party
            on: Ports 3
            speaks of: Ben Moor 2
            verbs: say 3, claim 1
            spoken of by: Ben Moor 2
            found by: all places in the text 4, “Anna Hill”, people.toml line 3 4
            outlets: Courier 2, Gazette 2
                1: 
                1: {Ben Moor} denied that [Anna Hill] had asked him. The council said the road was dry.
                2: “I am,” {Ben Moor} told the {Red Party}, “no friend of [Anna Hill].”
            - Anna Hill (Blue Party) · say · paraphrased · named as the speaker
                “” [] Not to be shown, 1 July 2024
            - Anna Hill (Red Party) · said · quoted · named as the speaker
                “The harbour will open again by the end of winter.” [Ports] Harbour to open, 5 May 2023
            - Anna Hill (Red Party) · said · quoted · named as the speaker
                “The harbour will open again by the end of winter” [Ports] Harbour closed, 4 May 2023
            - Anna Hill (Red Party) · claimed · paraphrased · likely: “he” or “she” can mean nobody else
                “{Ben Moor} had never seen the harbour” [Ports] Harbour closed, 4 May 2023
        "#]],
    );
}

#[test]
fn a_party_has_a_page() {
    check(
        "view=entity&focus=blues",
        expect![[r#"
            # Blue Party
            4 of 4 documents
            Selected: all 4 documents.
            4 documents naming Blue Party
            0 said by Blue Party
            0 said of Blue Party by others
            0 passages naming Blue Party
            3 said by people of Blue Party
            on: 
            speaks of: 
            verbs: 
            spoken of by: 
            found by: 
            outlets: Courier 2, Gazette 2
        "#]],
    );
}

#[test]
fn the_reader_marks_statements() {
    check(
        "doc=two",
        expect![[r#"
        # Harbour to open
        4 of 4 documents
        1 {Anna Hill} said: “The harbour will open again by the end of winter.”
          “The harbour will open again by the end of winter.” Anna Hill, quoted, named as the speaker
        2 “I am,” {Ben Moor} told the {Red Party}, “no friend of {Anna Hill}.”
          “I am | no friend of {Anna Hill}.” Ben Moor, quoted, named as the speaker
        hits: 0 
    "#]],
    );
}

#[test]
fn who_speaks_about_whom_has_a_direction() {
    check(
        "view=pairs&tie=about",
        expect![[r#"
            # Who speaks about whom
            4 of 4 documents
            The first speaks, and its words name the second; statements whose speaker is known. 2 pairs of 2 names, counted over 6 of 7 statements. Selected: all 4 documents.
            Anna Hill ~ Ben Moor: 2 
            Ben Moor ~ Anna Hill: 2 
        "#]],
    );
}

#[test]
fn a_correction_is_ready_to_copy() {
    let Main::Reader(reader) = at(&archive(CORPUS), "doc=two").main else { panic!("not the reader") };
    let corrections: Vec<&str> =
        reader.blocks.iter().flat_map(|block| &block.statements).map(|said| said.correction.as_str()).collect();
    expect![[r#"
        [[corrections]]
        document = "two"
        passage = 2
        words = "I am,” Ben Moor told the Red Party, “no friend of Anna Hill."
        speaker = "ben-moor"
        # or, if these are nobody's words: statement = false
    "#]]
    .assert_eq(corrections[1]);
    let corrected = archive(&format!("{CORPUS}\n== corrections.toml\n{}", corrections.concat()));
    let methods: Vec<&str> = (0..corrected.statements() as u32)
        .filter_map(|number| corrected.statement(StatementId(number)))
        .filter(|said| corrected.id(corrected.document_of(said.passage)) == "two")
        .map(|said| said.method.word())
        .collect();
    assert_eq!(methods, ["corrected", "corrected"]);
}

#[test]
fn the_files_of_ties_with_a_direction_are_directed() {
    let archive = archive(CORPUS);
    let query = Query::parse("tie=about");
    let counted = counted_pairs(&archive, &query);
    assert!(explore::export::gexf::network(&archive, &query, &counted).contains("defaultedgetype=\"directed\""));
    assert!(explore::export::graphml::network(&archive, &query, &counted).contains("edgedefault=\"directed\""));
}

#[test]
fn a_matrix_of_ties_with_a_direction_stands_on_both_sides() {
    let Main::Matrix(matrix) = at(&archive(CORPUS), "view=matrix&tie=about&kind=person").main else {
        panic!("not the matrix")
    };
    let cell = |row: &str, column: &str| {
        let at = |name: &str| matrix.names.iter().position(|end| end.label == name).expect("it takes part");
        matrix.cells.iter().find(|cell| (cell.row, cell.column) == (at(row), at(column))).map(|cell| cell.count)
    };
    assert!(matrix.directed);
    assert_eq!((cell("Anna Hill", "Ben Moor"), cell("Ben Moor", "Anna Hill")), (Some(2), Some(2)));
}

/// The four cells of every directed pair of people and places, from the statements alone.
fn slowly(archive: &Archive, sure: bool) -> BTreeMap<(String, String), [u32; 4]> {
    let kinds = [EntityKind::Person, EntityKind::Place];
    let units: Vec<(u32, Vec<u32>)> = (0..archive.statements() as u32)
        .map(StatementId)
        .filter_map(|number| Some((number, archive.statement(number)?)))
        .filter(|(_, said)| !sure || matches!(said.status.word(), "stated" | "corrected"))
        .filter_map(|(number, said)| Some((said.speaker?.0, archive.values_of_statement(number).iter().collect())))
        .collect();
    let takes_part: Vec<u32> = kinds.iter().flat_map(|kind| archive.range_of(*kind)).collect();
    let mut cells = BTreeMap::new();
    for first in &takes_part {
        for second in takes_part.iter().filter(|second| *second != first) {
            let mut table = [0; 4];
            for (speaker, about) in &units {
                table[usize::from(speaker != first) * 2 + usize::from(!about.contains(second))] += 1;
            }
            // By the first about the second, by the first only, about the second only, neither.
            let slug = |value: u32| archive.slug(archive::EntityId(value)).to_owned();
            if table[0] > 0 {
                cells.insert((slug(*first), slug(*second)), table);
            }
        }
    }
    cells
}

#[test]
fn ties_with_a_direction_are_as_a_slow_count_has_them() {
    let archive = own_corpus();
    for (address, sure) in [("", false), ("&sure=only", true)] {
        let query = Query::parse(&format!("tie=about&kind=person&kind=place&top=2000{address}"));
        assert_eq!(query.unit, Unit::Passage, "the unit plays no part");
        let counted = counted_pairs(&archive, &query);
        let found: BTreeMap<(String, String), [u32; 4]> = counted
            .pairs
            .iter()
            .map(|pair| {
                let slugs = (archive.slug(pair.first).to_owned(), archive.slug(pair.second).to_owned());
                (slugs, [pair.table.a, pair.table.b, pair.table.c, pair.table.d])
            })
            .collect();
        assert!(found.len() > 50);
        assert_eq!(found, slowly(&archive, sure));
    }
}
