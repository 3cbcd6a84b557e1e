//! The tools for a closer look: every hit in its line, two selections compared, a list looked up.

mod support;

use archive::Archive;
use expect_test::{Expect, expect};
use explore::view::{Compare, CompareRow, Concordance, ConcordanceLine, Main};
use explore::{Query, export, tool, view, view_apart};
use proptest::prelude::*;
use support::{archive, at, hits_behind, length_behind, lines_behind, own_corpus, screen};

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
aliases = ["the Mayor"]
[[people]]
id = "ben-moor"
name = "Ben Moor"
== gazetteers/parties.toml
[[parties]]
id = "reds"
name = "Red Party"
== gazetteers/topics.toml
[[topics]]
id = "ports"
label = "Ports"
keywords = ["port"]
== documents/one.md
+++
id = "one"
title = "The port and Anna Hill"
date = "2023-05-04"
outlet = "Gazette"
+++
Anna Hill told the Red Party that the old port was shut. “We waited,” Hill said.

The Mayor of the port waited again; Ben Moor did not.
== documents/two.md
+++
id = "two"
title = "Second"
date = "2024-02-01"
outlet = "Courier"
+++
## On the port

Nobody waited for the new port.
== documents/three.md
+++
id = "three"
title = "Third"
date = "2024-02-02"
rights = "metadata"
outlet = "Courier"
+++
Anna Hill waited at the secret port.
"#;

fn check(address: &str, expected: Expect) {
    expected.assert_eq(&screen(&at(&archive(CORPUS), address)));
}

fn concordance(archive: &Archive, address: &str) -> Concordance {
    match at(archive, address).main {
        Main::Concordance(concordance) => concordance,
        _ => panic!("{address} is no concordance"),
    }
}

fn compare(archive: &Archive, address: &str) -> Compare {
    match at(archive, address).main {
        Main::Compare(compare) => compare,
        _ => panic!("{address} is no comparison"),
    }
}

/// The lines of all pages.
fn all_lines(archive: &Archive, address: &str) -> Vec<ConcordanceLine> {
    let mut lines = Vec::new();
    let mut next = Some(address.to_owned());
    while let Some(page) = next {
        let shown = concordance(archive, &page);
        lines.extend(shown.lines);
        next = shown.pages.next;
    }
    lines
}

#[test]
fn every_hit_stands_in_a_line_of_its_own() {
    check(
        "view=concordance&q=waited&context=3",
        expect![[r#"
        # Every place line by line in documents with “waited”
        2 of 3 documents
        chips: “waited”
        3 lines in 2 documents: “waited”. Selected: 2 of 3 documents with “waited”.
        Nobody [waited] for the new… · Second 1 · 1 February 2024
        …was shut. “We [waited],” Hill said. · The port and Anna Hill 1 · 4 May 2023
        …of the port [waited] again; Ben Moor… · The port and Anna Hill 2 · 4 May 2023
    "#]],
    );
    check(
        "view=concordance&person=anna-hill&sort=hit&context=2",
        expect![[r#"
        # Every place line by line in documents naming Anna Hill
        2 of 3 documents
        chips: Anna Hill
        3 lines in 1 document: Anna Hill. Selected: 2 of 3 documents naming Anna Hill.
        [Anna Hill] told the… · The port and Anna Hill 1 · 4 May 2023
        …We waited,” [Hill] said. · The port and Anna Hill 1 · 4 May 2023
        [The Mayor] of the… · The port and Anna Hill 2 · 4 May 2023
    "#]],
    );
    check(
        "view=concordance&q=the+OR+port&sort=left&context=2",
        expect![[r#"
        # Every place line by line in documents with “the” or “port”
        2 of 3 documents
        chips: “the” or “port”
        10 lines in 2 documents: “the” or “port”. Selected: 2 of 3 documents with “the” or “port”.
        [The] Mayor of… · The port and Anna Hill 2 · 4 May 2023
        …waited for [the] new port. · Second 1 · 1 February 2024
        …the new [port]. · Second 1 · 1 February 2024
        …Mayor of [the] port waited… · The port and Anna Hill 2 · 4 May 2023
        …the old [port] was shut… · The port and Anna Hill 1 · 4 May 2023
        On [the] port · Second - · 1 February 2024
        …Party that [the] old port… · The port and Anna Hill 1 · 4 May 2023
        …of the [port] waited again… · The port and Anna Hill 2 · 4 May 2023
        On the [port] · Second - · 1 February 2024
        …Hill told [the] Red Party… · The port and Anna Hill 1 · 4 May 2023
    "#]],
    );
}

#[test]
fn where_nothing_is_looked_for_the_concordance_says_what_to_do() {
    check(
        "view=concordance",
        expect![[r#"
        # Every place line by line
        3 of 3 documents
        0 lines in 0 documents. Selected: all 3 documents.
        ∅ Nothing is looked for yet. Search for words, or choose somebody: every place then stands in a line of its own. (Every place that names Anna Hill ?person=anna-hill&view=concordance | Every place that names Ports ?topic=ports&view=concordance | The documents ?)
    "#]],
    );
    check(
        "view=concordance&q=zqxv",
        expect![[r#"
        # Every place line by line in documents with “zqxv”
        0 of 3 documents
        chips: “zqxv”
        0 lines in 0 documents: “zqxv”. Selected: 0 of 3 documents with “zqxv”.
        ∅ No document meets all of this, so there is no place to show. (Clear the search ?view=concordance | The documents ?q=zqxv | All documents ?)
    "#]],
    );
    check(
        "view=concordance&q=secret&person=anna-hill",
        expect![[r#"
        # Every place line by line in documents naming Anna Hill, with “secret”
        0 of 3 documents
        chips: “secret” | Anna Hill
        0 lines in 0 documents: “secret” and Anna Hill. Selected: 0 of 3 documents naming Anna Hill, with “secret”.
        ∅ No document meets all of this, so there is no place to show. (Clear the search ?person=anna-hill&view=concordance | The documents ?person=anna-hill&q=secret | All documents ?)
    "#]],
    );
}

/// Searches and choices of every kind, with the hits of each counted by the reader.
const HITS: &[&str] = &[
    "q=ceasefire",
    "q=ceasefire+OR+truce",
    "q=ceas*+OR+ceasefire",
    "q=%22New+Zealand%22",
    "q=%22New+Zealand%22+zealand",
    "q=gaza+-hostages&in=passage",
    "person=chris-hipkins",
    "person=chris-hipkins&q=hipkins",
    "party=labour",
    "party=labour&party-as=people&q=said",
    "topic=ceasefire&place=gaza&in=passage",
    "person=winston-peters&person=david-seymour&match-person=any&q=peters+OR+%22winston+peters%22",
    "outlet=rnz",
    "outlet=rnz&q=the",
    "q=zqxv",
    "",
];

#[test]
fn there_are_as_many_lines_as_the_reader_numbers_hits() {
    let archive = own_corpus();
    let mut all = 0;
    for address in HITS {
        let hits = hits_behind(&archive, address);
        for sort in ["", "&sort=left", "&sort=date"] {
            let address = format!("view=concordance&{address}{sort}");
            assert_eq!(lines_behind(&archive, &address), hits, "{address}");
            assert_eq!(all_lines(&archive, &address).len(), hits, "{address}");
        }
        all += hits;
    }
    assert!(all > 1_200, "only {all} hits");
}

#[test]
fn a_line_is_a_piece_of_its_text_with_as_many_words_as_asked_for() {
    let archive = own_corpus();
    for context in [1, 8, 30] {
        for line in all_lines(&archive, &format!("view=concordance&q=ceasefire+OR+%22New+Zealand%22&context={context}"))
        {
            let Main::Reader(reader) = at(&archive, &line.href).main else { panic!("{} opens no reader", line.href) };
            let whole = [line.before.as_str(), &line.hit, &line.after].concat();
            let texts = reader
                .blocks
                .iter()
                .map(|block| -> String { block.segments.iter().map(|segment| segment.text.as_str()).collect() });
            assert!(texts.clone().any(|text| text.contains(&whole)), "{whole}");
            let current = reader.blocks.iter().position(|block| block.current);
            if let Some(current) = current {
                assert!(texts.clone().nth(current).is_some_and(|text| text.contains(&whole)), "{whole}");
            }
            assert_eq!(line.passage.is_some(), current.is_some());
            for (side, cut) in [(&line.before, line.cut_before), (&line.after, line.cut_after)] {
                let words = text::folded_words(bare(side)).len();
                assert!(words <= context && (!cut || words == context), "{words} words in {side:?}");
            }
        }
    }
}

/// A side of a hit without the ending of a possessive, which is no word.
fn bare(side: &str) -> &str {
    side.strip_prefix("’s").or_else(|| side.strip_prefix("'s")).unwrap_or(side)
}

#[test]
fn lines_are_ordered_by_their_nearest_words_and_none_is_lost() {
    let archive = own_corpus();
    for address in ["q=the", "q=ceasefire+OR+%22New+Zealand%22", "party=labour&q=said", "person=chris-hipkins"] {
        let mut unordered = all_lines(&archive, &format!("view=concordance&context=30&{address}"));
        let identity =
            |line: &ConcordanceLine| (line.document.clone(), line.href.clone(), line.before.clone(), line.hit.clone());
        unordered.sort_by_key(|line| (line.document.clone(), line.before.clone(), line.after.clone()));
        for sort in ["left", "right", "hit"] {
            let lines = all_lines(&archive, &format!("view=concordance&context=30&sort={sort}&{address}"));
            let key = |line: &ConcordanceLine| {
                let (before, after) = (text::folded_words(&line.before), text::folded_words(bare(&line.after)));
                match sort {
                    "left" => before.into_iter().rev().collect::<Vec<_>>(),
                    "right" => after,
                    _ => text::folded_words(&line.hit).into_iter().chain(after).collect(),
                }
            };
            let keys: Vec<Vec<String>> = lines.iter().map(key).collect();
            let wrong = keys.windows(2).find(|two| two[0] > two[1]);
            assert!(wrong.is_none(), "{address} by {sort}: {wrong:?}");
            let mut ordered = lines;
            ordered.sort_by_key(|line| (line.document.clone(), line.before.clone(), line.after.clone()));
            let [one, other] = [&ordered, &unordered].map(|lines| {
                lines.iter().map(|line| (identity(line).0, identity(line).2, identity(line).3)).collect::<Vec<_>>()
            });
            assert_eq!(one, other, "{address} by {sort}");
        }
    }
}

#[test]
fn the_table_of_the_concordance_holds_all_its_lines_in_their_order() {
    let archive = own_corpus();
    let address = "view=concordance&q=the&sort=right";
    let file = export::file(&archive, &Query::parse(address), "concordance.csv").expect("it is offered");
    let rows: Vec<Vec<String>> = rows(&file.text);
    let lines = all_lines(&archive, address);
    assert_eq!(rows[0], ["left", "hit", "right", "document", "title", "date", "passage"]);
    assert_eq!(rows.len(), lines.len() + 1);
    for (row, line) in rows[1..].iter().zip(&lines) {
        assert_eq!(row[1], line.hit);
        // A spreadsheet's formulas are guarded by an apostrophe.
        assert!(row[2].ends_with(line.after.trim()), "{row:?}");
        assert_eq!((&row[4], &row[5]), (&line.document, &line.date.iso));
    }
}

/// Every chart and table says what it counted, of how many, and what is selected.
#[test]
fn every_caption_changes_with_the_selection() {
    let archive = own_corpus();
    let caption = |address: &str| match at(&archive, address).main {
        Main::Timeline(timeline) => timeline.caption,
        Main::Network(network) => network.settings.caption,
        Main::Matrix(matrix) => matrix.settings.caption,
        Main::Pairs(pairs) => pairs.settings.caption,
        Main::Statements(statements) => statements.summary,
        Main::Entity(entity) => entity.caption,
        Main::Concordance(concordance) => concordance.caption,
        Main::Compare(compare) => compare.caption,
        Main::Batch(batch) => batch.caption,
        _ => panic!("{address} has no caption"),
    };
    for view in ["timeline", "network", "matrix", "pairs", "statements", "entity", "concordance", "compare", "batch"] {
        let address = format!("view={view}&focus=chris-hipkins&list=gaza&with=%3Fq%3Dpeace&tie=named");
        let (all, some) = (caption(&address), caption(&format!("{address}&person=winston-peters")));
        let selected = explore::selected_documents(&archive, &Query::parse("person=winston-peters")).len();
        assert!(all.contains("all 67 documents"), "{view}: {all}");
        assert!(some.contains(&format!("{selected} of 67 documents naming Winston Peters")), "{view}: {some}");
    }
}

/// The cells of a table after RFC 4180.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    rows
}

#[test]
fn the_forms_of_a_name_add_up_to_all_its_mentions() {
    let archive = own_corpus();
    let mut seen = 0;
    for selection in ["", "&from=2025", "&topic=ceasefire&in=passage", "&q=gaza&person=winston-peters", "&q=zqxv"] {
        for name in ["chris-hipkins", "labour", "gaza", "topic:ceasefire", "david-seymour"] {
            let address = format!("view=entity&focus={name}{selection}");
            let Main::Entity(entity) = at(&archive, &address).main else { panic!("{address} is nobody") };
            let count: usize = entity.forms.iter().skip(1).map(|form| form.count).sum();
            assert_eq!(count, entity.forms.first().map_or(0, |all| all.count), "{address}");
            // The same, counted in the archive.
            let slow =
                explore::selected_documents(&archive, &Query::parse(&address)).into_iter().flat_map(|document| {
                    archive.blocks_of(document).skip(1).flat_map(|block| archive.mentions(archive::BlockId(block)))
                });
            let slug = name.trim_start_matches("topic:");
            let is_meant = |mention: &archive::MentionRef| {
                archive.slug(mention.entity) == slug && archive.kind_of(mention.entity) == entity.kind
            };
            assert_eq!(count, slow.filter(is_meant).count(), "{address}");
            for form in &entity.forms {
                assert_eq!(lines_behind(&archive, &form.href), form.count, "{} at {address}", form.label);
            }
            assert!(entity.caption.contains(" of 67 documents") || entity.caption.contains("all 67 documents"));
            seen += entity.forms.len();
        }
    }
    assert!(seen > 40, "only {seen} forms");
}

#[test]
fn a_list_is_looked_up_line_by_line() {
    check(
        "view=batch&list=Anna+Hill%0Athe+mayor%0A%0Aben-moor%0AGazette%0Aport%0A%22old+port%22%0Azqxv%0A!%0Aben-moor",
        expect![[r##"
            # A list looked up
            3 of 3 documents
            9 lines: 5 understood as names, 3 as words to search for. Selected: all 3 documents.
            Anna Hill = person Anna Hill: 2 3 -
            the mayor = person Anna Hill: 2 3 -
            ben-moor = person Ben Moor: 1 1 -
            Gazette = outlet Gazette: 1 - -
            port = search “port”: 2 - 4
            "old port" = search “old port”: 1 - 1
            zqxv = search “zqxv”: 0 - 0
            ! =  no word to look for: - - -
            ben-moor = person Ben Moor: 1 1 -
        "##]],
    );
    check(
        "view=batch&outlet=gazette&list=Courier%0Agazette%0Aport",
        expect![[r#"
        # A list looked up in documents from Gazette
        1 of 3 documents
        chips: Gazette
        3 lines: 2 understood as names, 1 as words to search for. Selected: 1 of 3 documents from Gazette.
        Courier = outlet Courier: 0 - -
        gazette = outlet Gazette: 1 - -
        port = search “port”: 1 - 2
    "#]],
    );
    check(
        "view=batch",
        expect![[r#"
        # A list looked up
        3 of 3 documents
        Names or words, one a line: each is looked up, and what is not found is shown as 0. Selected: all 3 documents.
    "#]],
    );
}

#[test]
fn there_are_as_many_rows_as_lines_that_say_something() {
    let archive = own_corpus();
    for lines in [0, 1, 7, 200, 201, 1_000] {
        let list: Vec<String> = (0..lines).map(|line| format!("word{}", line % 50)).collect();
        let view = at(&archive, &format!("view=batch&list={}", list.join("%0A%0D%0A+%0A")));
        let Main::Batch(batch) = &view.main else { panic!("no list") };
        assert_eq!(batch.rows.len(), lines.min(200));
        assert!(batch.rows.iter().zip(&list).all(|(row, line)| row.line == *line));
        assert_eq!(view.notices.len(), usize::from(lines > 200));
    }
}

#[test]
fn the_lines_beside_a_word_are_those_of_the_concordance() {
    let archive = own_corpus();
    let address = "view=batch&list=minister%0A%22said+the%22%0Apeac*%0Azqxv";
    for selection in ["", "&person=chris-hipkins", "&q=said&in=passage"] {
        let Main::Batch(batch) = at(&archive, &format!("{address}{selection}")).main else { panic!("no list") };
        for row in &batch.rows {
            let lines = row.lines.as_ref().expect("words have lines");
            assert_eq!(lines.count, lines_behind(&archive, &lines.href), "{}", row.line);
        }
    }
}

#[test]
fn two_selections_stand_side_by_side() {
    check(
        "view=compare&person=ben-moor",
        expect![[r#"
        # Two selections compared: documents naming Ben Moor
        1 of 3 documents
        chips: Ben Moor
        A: 1 documents, 2 passages, documents naming Ben Moor
        B: 2 documents, 2 passages, documents not among documents naming Ben Moor
        Counted in documents, each once. A: 1 of 3 documents naming Ben Moor. B: 2 of 3 documents not among documents naming Ben Moor. The difference is the share of A less the share of B, in percentage points.
        ! 1 document and 2 documents: no difference can be significant; smallest p = 0.333.
        People 
          person Ben Moor | 1 100.0 % | 0 0.0 % | +100.0 |    
          person Anna Hill | 1 100.0 % | 1 50.0 % | +50.0 |    
        Parties 
          party Red Party | 1 100.0 % | 0 0.0 % | +100.0 |    
        Topics 
          topic Ports | 1 100.0 % | 2 100.0 % | 0.0 |    
        Outlets 
          outlet Courier | 0 0.0 % | 2 100.0 % | −100.0 |    
          outlet Gazette | 1 100.0 % | 0 0.0 % | +100.0 |    
        Names of A 3 names tested; by G², what the sides are chosen by left out. Corrected: p × 3 (Bonferroni).
          party Red Party | 1 100.0 % | 0 0.0 % | +100.0 | +2.170  0.333 1.000
          person Anna Hill | 1 100.0 % | 1 50.0 % | +50.0 | +0.585  0.667 1.000
    "#]],
    );
    check(
        "view=compare&outlet=courier&with=q%3Dport",
        expect![[r#"
        # Two selections compared: documents from Courier
        2 of 3 documents
        chips: Courier
        A: 2 documents, 2 passages, documents from Courier
        B: 2 documents, 3 passages, documents with “port”
        Counted in documents, each once. A: 2 of 3 documents from Courier. B: 2 of 3 documents with “port”. The difference is the share of A less the share of B, in percentage points.
        ! 1 document is on both sides and counts on each: the sides are not independent.
        ! 2 documents and 2 documents: no difference can be significant; smallest p = 0.167.
        People 
          person Ben Moor | 0 0.0 % | 1 50.0 % | −50.0 |    
          person Anna Hill | 1 50.0 % | 1 50.0 % | 0.0 |    
        Parties 
          party Red Party | 0 0.0 % | 1 50.0 % | −50.0 |    
        Topics 
          topic Ports | 2 100.0 % | 2 100.0 % | 0.0 |    
        Outlets 
          outlet Courier | 2 100.0 % | 1 50.0 % | +50.0 |    
          outlet Gazette | 0 0.0 % | 1 50.0 % | −50.0 |    
        Names of B 4 names tested; by G², what the sides are chosen by left out. Corrected: p × 4 (Bonferroni).
          person Ben Moor | 0 0.0 % | 1 50.0 % | −50.0 | −1.585  0.500 1.000
          party Red Party | 0 0.0 % | 1 50.0 % | −50.0 | −1.585  0.500 1.000
    "#]],
    );
}

#[test]
fn where_there_is_nothing_to_compare_the_page_says_so() {
    check(
        "view=compare",
        expect![[r#"
        # Two selections compared
        3 of 3 documents
        A: 3 documents, 4 passages, all documents
        B: 0 documents, 0 passages, documents not among all documents

        ∅ Nothing is chosen yet, so there are no others to compare with. Choose somebody or something, or search: the documents found are compared with all others, or with a selection that you keep as the other side. (Anna Hill, against all other documents ?person=anna-hill&view=compare | Ports, against all other documents ?topic=ports&view=compare | The documents ?)
    "#]],
    );
    check(
        "view=compare&q=zqxv",
        expect![[r#"
        # Two selections compared: documents with “zqxv”
        0 of 3 documents
        chips: “zqxv”
        A: 0 documents, 0 passages, documents with “zqxv”
        B: 3 documents, 4 passages, documents not among documents with “zqxv”

        ∅ Side A holds no document, so there is nothing to compare. (Clear side A ?view=compare | The documents ?q=zqxv)
    "#]],
    );
    check(
        "view=compare&q=port&with=%3Fperson%3Dnobody%26x%3Dy%26q%3Dzqxv",
        expect![[r#"
        # Two selections compared: documents with “port”
        2 of 3 documents
        ! The other side: “x=y” in the address means nothing on this page; it was left alone. (Take it out ?q=port&view=compare&with=%3Fperson%3Dnobody%26q%3Dzqxv)
        ! The other side: “nobody” is no person of this corpus; the filter was set aside. (Take it out ?q=port&view=compare&with=%3Fq%3Dzqxv%26x%3Dy)
        chips: “port”
        A: 2 documents, 3 passages, documents with “port”
        B: 0 documents, 0 passages, documents with “zqxv”

        ∅ Side B holds no document, so there is nothing to compare. (Compare with all other documents ?q=port&view=compare | Clear side A ?view=compare&with=%3Fperson%3Dnobody%26q%3Dzqxv%26x%3Dy | The documents ?q=port&with=%3Fperson%3Dnobody%26q%3Dzqxv%26x%3Dy)
    "#]],
    );
}

const COMPARED: &[&str] = &[
    "person=chris-hipkins",
    "party=labour&with=party%3Dnational",
    "q=ceasefire&in=passage&with=q%3Dgenocide%26in%3Dpassage",
    "outside=q%3Dgaza",
    "from=2025&person=winston-peters&person=david-seymour&match-person=any",
    "topic=recognition&with=%3F",
    "with=topic%3Drecognition",
    "outside=outside%3Dq%253Dgaza&q=peace",
    "party=labour&party-as=people&with=party%3Dnational%26party-as%3Dnamed",
];

#[test]
fn sides_exchanged_negate_every_difference() {
    let archive = own_corpus();
    let negated = |number: &str| match number.chars().next() {
        Some('+') => number.replacen('+', "−", 1),
        Some('−') => number.replacen('−', "+", 1),
        _ => number.to_owned(),
    };
    let turned = |row: &CompareRow| {
        let numbers = [&row.difference, &row.logratio, &row.g2].map(|number| negated(number));
        let counts = [(row.second.count, row.second_share.clone()), (row.first.count, row.first_share.clone())];
        (row.label.clone(), counts, numbers, row.p.clone(), row.corrected.clone())
    };
    let as_it_is = |row: &CompareRow| {
        let numbers = [&row.difference, &row.logratio, &row.g2].map(String::clone);
        let counts = [(row.first.count, row.first_share.clone()), (row.second.count, row.second_share.clone())];
        (row.label.clone(), counts, numbers, row.p.clone(), row.corrected.clone())
    };
    let mut seen = 0;
    for address in COMPARED {
        let here = compare(&archive, &format!("view=compare&{address}"));
        let exchanged = here.exchanged.clone().expect("it can be said");
        let there = compare(&archive, &exchanged);
        assert_eq!(
            (here.first.documents.count, here.first.passages),
            (there.second.documents.count, there.second.passages)
        );
        assert_eq!(
            (here.second.documents.count, here.second.passages),
            (there.first.documents.count, there.first.passages)
        );
        let facets = |compare: &Compare, row: &dyn Fn(&CompareRow) -> _| {
            compare.facets.iter().map(|table| table.rows.iter().map(row).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        assert_eq!(facets(&here, &turned), facets(&there, &as_it_is), "{address}");
        for what in ["Names", "Words"] {
            for (one, other) in [("A", "B"), ("B", "A")] {
                let find = |compare: &Compare, side: &str, row: &dyn Fn(&CompareRow) -> _| {
                    let table = compare.keyness.iter().find(|table| table.label == format!("{what} of {side}"));
                    table.map(|table| table.rows.iter().map(row).collect::<Vec<_>>())
                };
                assert_eq!(find(&here, one, &turned), find(&there, other, &as_it_is), "{what} at {address}");
            }
        }
        seen += here.keyness.iter().map(|table| table.rows.len()).sum::<usize>();
        // And back again.
        let back = compare(&archive, &there.exchanged.expect("it can be said"));
        assert_eq!((back.facets, back.keyness).0.len(), here.facets.len());
        assert_eq!(back.first.documents.count, here.first.documents.count);
    }
    assert!(seen > 200, "only {seen} rows of keyness");
}

#[test]
fn all_others_are_all_others() {
    let archive = own_corpus();
    for address in
        ["q=ceasefire", "person=chris-hipkins&in=passage&q=gaza", "outside=q%3Dgaza", "from=2025&not-party=labour"]
    {
        let compare = compare(&archive, &format!("view=compare&{address}"));
        assert_eq!(compare.first.documents.count + compare.second.documents.count, archive.documents(), "{address}");
        assert_eq!(length_behind(&archive, &compare.second.documents.href), compare.second.documents.count);
    }
}

#[test]
fn a_selection_kept_as_the_other_side_is_that_side() {
    let archive = own_corpus();
    let here = compare(&archive, "view=compare&q=ceasefire&person=chris-hipkins");
    let kept = at(&archive, &here.keep.expect("something is chosen"));
    assert!(kept.chips.is_empty() && kept.clear.is_none());
    let Main::Compare(kept) = kept.main else { panic!("no comparison") };
    assert_eq!((kept.second.documents.count, kept.second.words), (here.first.documents.count, here.first.words));
    assert_eq!(kept.first.documents.count, archive.documents());
}

/// Addresses of every view, known and unknown things among them.
fn address() -> impl Strategy<Value = String> {
    let part = proptest::sample::select(vec![
        "view=concordance",
        "view=concordance",
        "view=compare",
        "view=compare",
        "view=batch",
        "view=pairs",
        "view=statements",
        "view=entity",
        "q=gaza",
        "q=zqxv",
        "person=chris-hipkins",
        "person=nobody",
        "party=labour",
        "in=passage",
        "sort=left",
        "sort=hit",
        "context=3",
        "with=q%3Dpeace",
        "with=x%3Dy%26person%3Dnobody",
        "outside=party%3Dlabour",
        "outside=person%3Dnobody",
        "list=gaza%0ALabour%0A%0Anobody",
        "focus=chris-hipkins",
        "focus=nobody",
        "form=*",
        "form=Hipkins",
        "page=2",
        "doc=001-hipkins-explains-truce-vote",
        "doc=nothing",
        "at=2",
        "quote=abc",
        "pair=chris-hipkins~labour",
        "x=y",
        "embed=1",
    ]);
    proptest::collection::vec(part, 0..6).prop_map(|parts| parts.join("&"))
}

#[test]
fn what_is_drawn_apart_differs_in_the_main_region_only() {
    let archive = own_corpus();
    let config = ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let result = runner.run(&address(), |address| {
        let query = Query::parse(&address);
        let (mut whole, apart) = (view(&archive, &query), view_apart(&archive, &query));
        let drawn = tool(&archive, &query);
        prop_assert_eq!(drawn.is_some(), apart.main == Main::Apart, "{}", address);
        if let Some(drawn) = drawn {
            let is_first = matches!(drawn, Main::Documents(_) | Main::Reader(_) | Main::Evidence(_) | Main::Apart);
            prop_assert!(!is_first, "{} is the first program's own", address);
            prop_assert_eq!(std::mem::replace(&mut whole.main, Main::Apart), drawn, "{}", address);
        }
        prop_assert_eq!(whole, apart, "{}", address);
        Ok(())
    });
    assert!(result.is_ok(), "{result:?}");
}
