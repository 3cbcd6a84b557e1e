//! Journeys: a corpus in a string, an address, the View as text.

mod support;

use archive::Archive;
use expect_test::{Expect, expect};
use support::{archive, at, facet_line, screen};

const CORPUS: &str = r#"
== corpus.toml
[corpus]
id = "island"
title = "The island"
language = "en-NZ"
== gazetteers/people.toml
[[people]]
id = "anna-hill"
name = "Anna Hill"
parties = [{ party = "reds", to = "2023-12" }, { party = "blues", from = "2024-01" }]
[[people]]
id = "ben-oconnor"
name = "Ben O'Connor"
parties = [{ party = "blues" }]
[[people]]
id = "carl-hill"
name = "Carl Hill"
== gazetteers/parties.toml
[[parties]]
id = "reds"
name = "Red Party"
aliases = ["Reds"]
[[parties]]
id = "blues"
name = "Blue Party"
aliases = ["Blues"]
== gazetteers/topics.toml
[[topics]]
id = "ports"
label = "Ports"
keywords = ["port", "harbour"]
[[topics]]
id = "roads"
label = "Roads"
keywords = ["road"]
== documents/one.md
+++
id = "one"
title = "Anna Hill on the harbour"
date = "2023-05-04"
outlet = "Gazette"
topics = ["ports"]
+++
Anna Hill told the Blues that the port was shut. “We waited,” Hill said.

Ben O’Connor answered for Māori owners.
== documents/two.md
+++
id = "two"
title = "Road opened"
date = "2024-02"
outlet = ["Gazette", "Courier"]
+++
The road opened. Carl Hill and Hill's guests of the Red Party drove.

Maori owners and Anna Hill stayed away, O'Connor said.
== documents/three.md
+++
id = "three"
title = "Undated letter"
rights = "metadata"
outlet = "Courier"
+++
Anna Hill praised the secret harbour with Ben O'Connor.
== documents/four.md
+++
id = "four"
title = "A year in ports"
date = "2024"
rights = "snippets"
outlet = "Courier"
+++
Before it all began nobody had thought about anything much at all out there on the windy western coast, until Anna Hill came by with a great many plans for everything that anyone could imagine, and more plans still after those.
"#;

fn check(address: &str, expected: Expect) {
    expected.assert_eq(&screen(&at(&corpus(), address)));
}

fn check_facet(address: &str, key: &str, expected: Expect) {
    expected.assert_eq(&facet_line(&at(&corpus(), address).facets, key));
}

fn corpus() -> Archive {
    archive(CORPUS)
}

#[test]
fn the_bare_address_lists_everything_newest_first() {
    check(
        "",
        expect![[r#"
        # All documents
        4 of 4 documents
        - Road opened · February 2024 
            1: The road opened. {Carl Hill} and {Hill}'s guests of the {Red Party} drove.
        - A year in ports · 2024 
            1: … anything much at all out there on the windy western coast, until {Anna Hill} came by with a great many plans for everything that anyone could …
        - Anna Hill on the harbour · 4 May 2023 
            1: {Anna Hill} told the {Blues} that the port was shut. “We waited,” {Hill} said.
        - Undated letter · undated 
    "#]],
    );
}

#[test]
fn a_surname_goes_to_the_one_named_in_full_before_it() {
    check(
        "doc=two",
        expect![[r#"
            # Road opened
            4 of 4 documents
            1 The road opened. {Carl Hill} and {Hill}'s guests of the {Red Party} drove.
            2 Maori owners and {Anna Hill} stayed away, {O'Connor} said.
              “Maori owners and {Anna Hill} stayed away” Ben O'Connor, paraphrased, named as the speaker
            hits: 0 
        "#]],
    );
}

#[test]
fn a_party_is_the_party_at_the_documents_date() {
    check_facet("", "party", expect!["party: blues 4 (named 1, by its people 4), reds 2 (named 1, by its people 1)"]);
    check(
        "party=blues&party-as=people",
        expect![[r#"
        # Documents naming people of Blue Party
        4 of 4 documents
        chips: Blue Party | parties by their people
        - Road opened · February 2024 
            2: Maori owners and [Anna Hill] stayed away, [O'Connor] said.
        - A year in ports · 2024 
            1: … anything much at all out there on the windy western coast, until [Anna Hill] came by with a great many plans for everything that anyone could …
        - Anna Hill on the harbour · 4 May 2023 
            2: [Ben O’Connor] answered for Māori owners.
        - Undated letter · undated 
    "#]],
    );
}

#[test]
fn a_word_with_a_macron_finds_both_spellings_and_its_own_first() {
    check(
        "q=M%C4%81ori",
        expect![[r#"
        # Documents with “Māori”
        2 of 4 documents
        chips: “Māori”
        - Anna Hill on the harbour · 4 May 2023 
            2: {Ben O’Connor} answered for [Māori] owners.
        - Road opened · February 2024 
            2: [Maori] owners and {Anna Hill} stayed away, {O'Connor} said.
    "#]],
    );
    check(
        "q=maori",
        expect![[r#"
        # Documents with “maori”
        2 of 4 documents
        chips: “maori”
        - Road opened · February 2024 
            2: [Maori] owners and {Anna Hill} stayed away, {O'Connor} said.
        - Anna Hill on the harbour · 4 May 2023 
            2: {Ben O’Connor} answered for [Māori] owners.
    "#]],
    );
}

#[test]
fn a_word_that_does_not_occur_finds_nothing_and_says_so() {
    check(
        "q=zqxv",
        expect![[r#"
        # Documents with “zqxv”
        0 of 4 documents
        chips: “zqxv”
        ∅ 0 results for “zqxv”: it occurs nowhere in this corpus.
    "#]],
    );
}

#[test]
fn a_phrase_a_prefix_and_an_exclusion() {
    check(
        "q=%22port+was%22",
        expect![[r#"
        # Documents with “port was”
        1 of 4 documents
        chips: “port was”
        - Anna Hill on the harbour · 4 May 2023 
            1: {Anna Hill} told the {Blues} that the [port was] shut. “We waited,” {Hill} said.
    "#]],
    );
    check(
        "q=own*+-anna",
        expect![[r#"
        # Documents with “own*” and without “anna”
        0 of 4 documents
        chips: “own*” and without “anna”
        ∅ 0 results for “own*” and without “anna” under these filters.
    "#]],
    );
    check(
        "q=road+OR+waited",
        expect![[r#"
        # Documents with “road” or “waited”
        2 of 4 documents
        chips: “road” or “waited”
        - [Road] opened · February 2024 
            1: The [road] opened. {Carl Hill} and {Hill}'s guests of the {Red Party} drove.
        - Anna Hill on the harbour · 4 May 2023 
            1: {Anna Hill} told the {Blues} that the port was shut. “We [waited],” {Hill} said.
    "#]],
    );
}

#[test]
fn one_passage_can_be_asked_to_meet_everything() {
    check(
        "person=anna-hill&person=ben-oconnor",
        expect![[r#"
        # Documents naming Anna Hill and Ben O'Connor
        3 of 4 documents
        chips: Anna Hill | Ben O'Connor
        - Road opened · February 2024 
            2: Maori owners and [Anna Hill] stayed away, [O'Connor] said.
        - Anna Hill on the harbour · 4 May 2023 
            1: [Anna Hill] told the {Blues} that the port was shut. “We waited,” [Hill] said.
            2: [Ben O’Connor] answered for Māori owners.
        - Undated letter · undated 
    "#]],
    );
    check(
        "person=anna-hill&person=ben-oconnor&in=passage",
        expect![[r#"
        # Documents naming Anna Hill and Ben O'Connor, all in one passage
        2 of 4 documents
        chips: Anna Hill | Ben O'Connor | together in one passage
        - Road opened · February 2024 
            2: Maori owners and [Anna Hill] stayed away, [O'Connor] said.
        - Undated letter · undated 
    "#]],
    );
}

#[test]
fn a_facet_in_any_mode_ignores_its_own_choice() {
    check_facet("person=ben-oconnor", "person", expect!["person: +ben-oconnor 3, anna-hill 3, carl-hill 1"]);
    check_facet(
        "person=ben-oconnor&match-person=any",
        "person",
        expect!["person: +ben-oconnor 3, anna-hill 4, carl-hill 1"],
    );
    check_facet("not-person=ben-oconnor", "person", expect!["person: -ben-oconnor 3, anna-hill 1"]);
}

#[test]
fn dates_take_what_overlaps_them_and_leave_the_undated_out() {
    check(
        "from=2024-02-10&to=2024-02-20",
        expect![[r#"
        # Documents dated 10 February 2024 to 20 February 2024
        2 of 4 documents
        chips: from 10 February 2024 | until 20 February 2024
        - Road opened · February 2024 
            1: The road opened. {Carl Hill} and {Hill}'s guests of the {Red Party} drove.
        - A year in ports · 2024 
            1: … anything much at all out there on the windy western coast, until {Anna Hill} came by with a great many plans for everything that anyone could …
    "#]],
    );
    check(
        "view=timeline&from=2024",
        expect![[r#"
            # Documents dated 2024 or later, over time
            2 of 4 documents
            chips: from 2024
            3 dated documents by month, May 2023 to December 2024. Selected: 2 of 4 documents dated 2024 or later.
            2023-05 1 -
            2023-06 0 -
            2023-07 0 -
            2023-08 0 -
            2023-09 0 -
            2023-10 0 -
            2023-11 0 -
            2023-12 0 -
            2024-01 1
            2024-02 2
            2024-03 1
            2024-04 1
            2024-05 1
            2024-06 1
            2024-07 1
            2024-08 1
            2024-09 1
            2024-10 1
            2024-11 1
            2024-12 1
        "#]],
    );
}

#[test]
fn text_that_may_not_be_shown_is_not_there_and_still_counts() {
    check(
        "doc=three",
        expect![[r#"
            # Undated letter
            4 of 4 documents
            1 <Anna Hill, Ben O'Connor>
              “” Anna Hill, paraphrased, named as the speaker
            hits: 0 
        "#]],
    );
    check(
        "q=secret",
        expect![[r#"
        # Documents with “secret”
        0 of 4 documents
        chips: “secret”
        ∅ 0 results for “secret”: it occurs nowhere in this corpus.
    "#]],
    );
    check(
        "doc=four&q=plans",
        expect![[r#"
            # A year in ports
            1 of 4 documents
            chips: “plans”
            1 … anything much at all out there on the windy western coast, until {Anna Hill} came by with a great many [plans] for everything that anyone could …
              “anything much at all out there on the windy western coast” -, paraphrased, speaker not known
            hits: 1 “plans”
        "#]],
    );
    let archive = corpus();
    let bytes = String::from_utf8_lossy(archive.as_bytes()).into_owned();
    assert!(
        !bytes.contains("secret") && !bytes.contains("praised"),
        "the words of a metadata document are in the archive"
    );
    assert!(!bytes.contains("nobody") && !bytes.contains("imagine"), "words far from any mention are in the archive");
    assert!(bytes.contains("great many plans"), "words near a mention are missing");
}

#[test]
fn pairs_count_presence_in_passages_and_lead_to_them() {
    check(
        "view=pairs&kind=person&kind=party",
        expect![[r#"
            # Who is named with whom
            4 of 4 documents
            Named in the same passage, which says nothing of how they are related. 3 pairs of 5 names, counted over 6 of 6 passages. Selected: all 4 documents.
            Anna Hill ~ Ben O'Connor: 2 
            Anna Hill ~ Blue Party: 1 
            Carl Hill ~ Red Party: 1 
        "#]],
    );
    check(
        "pair=anna-hill~ben-oconnor",
        expect![[r#"
        # 2 passages naming both Anna Hill and Ben O'Connor
        4 of 4 documents
        → both 2 | only Anna Hill 2 | only Ben O'Connor 1 | neither 1
        - Road opened 
            2: Maori owners and [Anna Hill] stayed away, [O'Connor] said.
        - Undated letter text not shown
            1: 
    "#]],
    );
    check(
        "pair=anna-hill~ben-oconnor&unit=document&cell=first",
        expect![[r#"
        # 1 document naming Anna Hill without Ben O'Connor
        4 of 4 documents
        both 3 | → only Anna Hill 1 | only Ben O'Connor 0 | neither 0
        - A year in ports 
            1: … anything much at all out there on the windy western coast, until [Anna Hill] came by with a great many plans for everything that anyone could …
    "#]],
    );
}

#[test]
fn a_name_paired_with_itself_opens_the_units_that_name_it() {
    check(
        "pair=ben-oconnor~ben-oconnor&cell=neither",
        expect![[r#"
        # 3 passages not naming Ben O'Connor
        4 of 4 documents
        Ben O'Connor 3 | → not Ben O'Connor 3
        - Anna Hill on the harbour 
            1: {Anna Hill} told the {Blues} that the port was shut. “We waited,” {Hill} said.
        - A year in ports 
            1: … anything much at all out there on the windy western coast, until {Anna Hill} came by with a great many plans for everything that anyone could …
        - Road opened 
            1: The road opened. {Carl Hill} and {Hill}'s guests of the {Red Party} drove.
    "#]],
    );
}

#[test]
fn what_the_page_does_not_understand_becomes_a_notice() {
    check(
        "person=nobody&colour=blue&unit=page&from=2024-99&doc=gone&q=!!!",
        expect![[r#"
        # All documents
        4 of 4 documents
        ! “colour=blue” in the address means nothing on this page; it was left alone. (Take it out ?doc=gone&from=2024-99&person=nobody&q=%21%21%21&unit=page)
        ! “from=2024-99” in the address means nothing on this page; it was left alone. (Take it out ?colour=blue&doc=gone&person=nobody&q=%21%21%21&unit=page)
        ! “unit=page” in the address means nothing on this page; it was left alone. (Take it out ?colour=blue&doc=gone&from=2024-99&person=nobody&q=%21%21%21)
        ! “nobody” is no person of this corpus; the filter was set aside. (Take it out ?colour=blue&from=2024-99&q=%21%21%21&unit=page)
        ! “!!!” holds no word to search for.
        ! “gone” is no document of this corpus. (Back to the list ?colour=blue&from=2024-99&person=nobody&q=%21%21%21&unit=page)
        chips: !!!
        - Road opened · February 2024 
            1: The road opened. {Carl Hill} and {Hill}'s guests of the {Red Party} drove.
        - A year in ports · 2024 
            1: … anything much at all out there on the windy western coast, until {Anna Hill} came by with a great many plans for everything that anyone could …
        - Anna Hill on the harbour · 4 May 2023 
            1: {Anna Hill} told the {Blues} that the port was shut. “We waited,” {Hill} said.
        - Undated letter · undated 
    "#]],
    );
    check(
        "from=2025&to=2024",
        expect![[r#"
        # Documents dated 2025 to 2024
        0 of 4 documents
        ! The dates end before they begin, so no document lies between them. (Swap them ?from=2024&to=2025)
        chips: from 2025 | until 2024
        ∅ No document meets all of these filters.
    "#]],
    );
}

#[test]
fn a_heading_that_may_not_be_shown_becomes_no_title() {
    let archive =
        archive("== documents/quiet.md\n+++\nrights = \"metadata\"\n+++\n# Zebracorn headline\n\nSomebody spoke.\n");
    let bytes = String::from_utf8_lossy(archive.as_bytes()).to_lowercase();
    assert!(!bytes.contains("zebracorn"), "the first heading of a metadata document is in the archive");
    assert_eq!(archive.title(archive::DocumentId(0)), "quiet");
}

#[test]
fn words_on_both_sides_of_a_gap_are_no_phrase() {
    let archive = archive(
        "== corpus.toml\n[corpus]\nid = \"gap\"\ntitle = \"Gap\"\n[rights]\nsnippet_words = 1\n\
         == gazetteers/places.toml\n[[places]]\nid = \"rome\"\nname = \"Rome\"\n\
         == documents/cut.md\n+++\ntitle = \"Cut\"\nrights = \"snippets\"\n+++\none Rome two three four five Rome six\n",
    );
    assert_eq!(at(&archive, "q=%22Rome+two%22").summary, "1 of 1 document");
    assert_eq!(at(&archive, "q=%22two+five%22").summary, "0 of 1 document");
}

#[test]
fn a_surname_that_is_a_word_is_known_by_its_company() {
    let archive = archive(
        "== gazetteers/people.toml\n[[people]]\nid = \"simeon-brown\"\nname = \"Simeon Brown\"\n\
         == documents/a.md\n+++\ntitle = \"A\"\n+++\nMr Brown spoke.\n\nThe Brown hills.\n\nAsked by them, Brown replied.\n",
    );
    let named: Vec<bool> =
        (0..3).map(|passage| !archive.values_of_passage(archive::PassageId(passage)).is_empty()).collect();
    assert_eq!(named, [true, false, true]);
}
