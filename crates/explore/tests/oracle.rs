//! The oracle: every number beside a link equals the length of the list that the link opens, on the project's own corpus.

mod support;

use archive::EntityKind;
use explore::view::Main;
use explore::{Query, selected_documents, strongest_pairs, whole_facet};
use std::collections::BTreeMap;
use support::{at, length_behind, numbers, own_corpus, sayings_behind, sayings_numbers};

/// Views of every kind: bare, filtered in both modes, excluded, searched, dated, in one passage, parties in each way.
const ADDRESSES: &[&str] = &[
    "",
    "person=chris-hipkins",
    "person=chris-hipkins&person=winston-peters",
    "person=chris-hipkins&person=winston-peters&match-person=any",
    "party=labour",
    "party=labour&party-as=people",
    "party=labour&not-party=green",
    "party=labour&party=green&match-party=any&party-as=named",
    "topic=ceasefire&not-person=christopher-luxon",
    "topic=ceasefire&topic=recognition&match-topic=any&party=national",
    "outlet=rnz&outlet=1news",
    "outlet=rnz&match-outlet=all",
    "q=ceasefire",
    "q=%22New+Zealand%22+-hostages",
    "q=recogni*&in=passage",
    "in=passage&person=winston-peters&place=gaza",
    "in=passage&person=winston-peters&person=david-seymour&match-person=any",
    "in=passage&not-person=winston-peters&topic=recognition",
    "from=2024&to=2024-06",
    "from=2025-08-01&q=Palestine&party=act&in=passage",
    "view=pairs",
    "view=pairs&unit=document&measure=npmi",
    "view=pairs&unit=sentence&min=2&in=passage&q=ceasefire",
    "view=pairs&kind=organisation&kind=topic&kind=place",
    "view=pairs&min=0&top=12&party=labour",
    "view=pairs&focus=chris-hipkins&party-as=people",
    "view=network&topic=recognition",
    "view=matrix&unit=document&top=20",
    "view=matrix&show=less&top=15&unit=document",
    "view=pairs&show=less",
    "view=network&show=backbone&unit=document",
    "view=network&unit=document&focus=winston-peters",
    "view=timeline&party=national",
    "pair=chris-hipkins~christopher-luxon&cell=first",
    "outside=%3Fperson%3Dchris-hipkins&party=labour",
    "outside=%3Fq%3Dceasefire%26in%3Dpassage%26topic%3Drecognition&in=passage&q=gaza",
    "outside=%3Foutside%3D%253Fq%253Dgaza&view=timeline",
    "view=concordance&q=ceasefire&person=chris-hipkins",
    "view=compare&person=chris-hipkins",
    "view=compare&q=ceasefire+-hostages&with=%3Fq%3DOR+recogni*%26in%3Dpassage",
    "view=compare&party=labour&in=passage&with=%3Fparty%3Dnational%26party-as%3Dpeople",
    "view=compare&outlet=rnz&outlet=1news&person=winston-peters&match-person=any&with=%3F",
    "view=compare&from=2025&outside=%3Ftopic%3Drecognition&not-person=david-seymour",
    "view=batch&list=Chris+Hipkins%0Alabour%0AACT%0ARNZ%0Agaza%0Atopic:ceasefire%0A%22two+states%22%0Azqxv%0Apeace*+-war%0A!!!",
    "view=batch&list=Winston+Peters%0ALabour%0A1News%0Agenocide&person=chris-hipkins&outlet=rnz&q=ceasefire&in=passage",
    "view=batch&list=Winston+Peters%0Agreen&person=winston-peters&person=david-seymour&match-person=any&not-party=green",
];

#[test]
fn every_number_opens_a_list_of_that_length() {
    let archive = own_corpus();
    let mut checked = 0;
    for address in ADDRESSES {
        for (what, count, href) in numbers(&at(&archive, address)) {
            assert_eq!(count, length_behind(&archive, &href), "{what} at ?{address} leads to {href}");
            checked += 1;
        }
    }
    assert!(checked > 2000, "only {checked} numbers were on the screens");
}

#[test]
fn the_strongest_pairs_are_counted_in_the_selected_documents() {
    let archive = own_corpus();
    let names = archive.range_of(EntityKind::Topic).end;
    for (address, least) in [("", 1), ("", 4), ("party=labour", 2), ("from=2025&topic=recognition", 3), ("q=zqxv", 1)] {
        let query = Query::parse(address);
        let documents = selected_documents(&archive, &query);
        let mut met: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for document in &documents {
            let present: Vec<u32> =
                archive.values_of_document(*document).iter().filter(|value| *value < names).collect();
            for (place, second) in present.iter().enumerate() {
                present[..place].iter().for_each(|first| *met.entry((*first, *second)).or_default() += 1);
            }
        }
        // Two that stand in every document are associated with nothing.
        met.retain(|_, count| (least..documents.len() as u32).contains(count));
        let pairs = strongest_pairs(&archive, &query, least, usize::MAX);
        assert!(pairs.is_sorted_by(|one, other| one.npmi >= other.npmi), "?{address}");
        let counted: BTreeMap<(u32, u32), u32> =
            pairs.iter().map(|pair| ((pair.first.0, pair.second.0), pair.count)).collect();
        assert_eq!(counted, met, "?{address}");
        assert_eq!(strongest_pairs(&archive, &query, least, 20), pairs[..pairs.len().min(20)], "?{address}");
    }
}

/// Statements asked for in every way, people, parties and topics of their own, ties with a direction.
const SAYINGS: &[&str] = &[
    "view=statements",
    "view=statements&sure=only",
    "view=statements&speaker=chris-hipkins",
    "view=statements&speaker=chris-hipkins&speaker=winston-peters&not-verb=say",
    "view=statements&speaker-party=labour&not-speaker=chris-hipkins",
    "view=statements&about=winston-peters&about=topic:ceasefire",
    "view=statements&not-about=gaza&type=quote&status=stated",
    "view=statements&verb=say&verb=argue&topic=recognition&in=passage",
    "view=statements&verb-kind=calls-for&not-status=unresolved",
    "view=statements&q=genocide&person=winston-peters&match-person=any&party-as=people",
    "view=statements&from=2025&outlet=rnz&sort=date",
    "view=statements&speaker=nobody-known&not-speaker-party=labour",
    "view=entity&focus=chris-hipkins",
    "view=entity&focus=winston-peters&sure=only&party-as=people",
    "view=entity&focus=labour&from=2025",
    "view=entity&focus=topic:ceasefire&person=chris-hipkins&match-person=any",
    "view=pairs&tie=about",
    "view=pairs&tie=about&sure=only&kind=person&kind=place&kind=topic&measure=npmi",
    "view=pairs&tie=about&party-as=people&kind=party&min=0",
    "view=pairs&tie=about&focus=chris-hipkins&party=labour",
    "view=pairs&tie=about&speaker=chris-hipkins&speaker=winston-peters&status=stated&status=unresolved",
    "view=network&tie=about&show=backbone",
    "view=matrix&tie=about&show=less&top=10",
];

#[test]
fn every_number_of_statements_opens_a_list_of_that_length() {
    let archive = own_corpus();
    let mut checked = 0;
    for address in SAYINGS {
        for (what, count, href) in sayings_numbers(&at(&archive, address)) {
            assert_eq!(count, sayings_behind(&archive, &href), "{what} at ?{address} leads to {href}");
            checked += 1;
        }
        for (what, count, href) in numbers(&at(&archive, address)) {
            assert_eq!(count, length_behind(&archive, &href), "{what} at ?{address} leads to {href}");
        }
    }
    assert!(checked > 1000, "only {checked} numbers were on the screens");
}

#[test]
fn every_number_of_a_whole_facet_opens_a_list_of_that_length() {
    let archive = own_corpus();
    for address in ["", "party=labour&in=passage", "q=genocide&person=winston-peters&match-person=any"] {
        for key in explore::Asked::ALL {
            let address = format!("view=statements&{address}");
            let facet = whole_facet(&archive, &Query::parse(&address), key.word(), "").expect("it is a facet");
            for value in facet.values {
                let behind = sayings_behind(&archive, &value.only);
                assert_eq!(value.count, behind, "{} {} at ?{address}", facet.key, value.slug);
            }
        }
        for facet in
            explore::FACETS.iter().filter_map(|kind| whole_facet(&archive, &Query::parse(address), kind.word(), ""))
        {
            for value in facet.values {
                assert_eq!(
                    value.count,
                    length_behind(&archive, &value.only),
                    "{} {} at ?{address}",
                    facet.key,
                    value.slug
                );
            }
        }
    }
}

#[test]
fn the_four_cells_of_every_pair_add_up_to_the_units() {
    let archive = own_corpus();
    for address in
        ["unit=document", "", "unit=sentence", "topic=ceasefire&in=passage", "person=chris-hipkins&party-as=people"]
    {
        let counted = explore::counted_pairs(&archive, &Query::parse(address));
        assert!(!counted.pairs.is_empty(), "no pairs at ?{address}");
        for pair in &counted.pairs {
            assert_eq!(pair.table.units() as usize, counted.units);
        }
    }
}

#[test]
fn the_bars_of_a_corpus_with_days_add_up_to_its_results() {
    let archive = own_corpus();
    let view = at(&archive, "view=timeline&party=labour");
    let Main::Timeline(timeline) = &view.main else { panic!("not the timeline") };
    let total: usize = timeline.bars.iter().map(|bar| bar.count).sum();
    assert_eq!(total, length_behind(&archive, "?party=labour"));
}

#[test]
fn network_matrix_and_list_show_the_same_pairs_with_the_same_numbers() {
    let archive = own_corpus();
    for address in [
        "unit=document&top=14",
        "topic=recognition&top=12",
        "focus=winston-peters&unit=sentence",
        "unit=document&top=20&show=backbone",
    ] {
        let Main::Network(network) = at(&archive, &format!("{address}&view=network")).main else {
            panic!("not the network")
        };
        let mut drawn: Vec<usize> = network.edges.iter().map(|edge| edge.count).collect();
        let mut listed = Vec::new();
        let mut next = Some(format!("{address}&view=pairs"));
        while let Some(page) = next {
            let Main::Pairs(pairs) = at(&archive, &page).main else { panic!("not the pairs") };
            listed.extend(pairs.rows.iter().map(|row| row.count));
            next = pairs.pages.next;
        }
        let Main::Matrix(matrix) = at(&archive, &format!("{address}&view=matrix")).main else {
            panic!("not the matrix")
        };
        let mut grid: Vec<usize> = matrix.cells.iter().map(|cell| cell.count).collect();
        drawn.sort_unstable();
        listed.sort_unstable();
        grid.sort_unstable();
        assert_eq!(drawn, listed, "network and list at ?{address}");
        assert_eq!(grid, listed, "matrix and list at ?{address}");
    }
}

#[test]
fn fewer_than_expected_lists_exactly_the_pairs_below_their_expectation() {
    let archive = own_corpus();
    let all = explore::counted_pairs(&archive, &Query::parse("unit=document&top=25&min=0"));
    let less = explore::counted_pairs(&archive, &Query::parse("unit=document&top=25&show=less"));
    let below = all.pairs.iter().filter(|pair| {
        let table = pair.table;
        f64::from(table.a) < f64::from(table.a + table.b) * f64::from(table.a + table.c) / table.units() as f64
    });
    let key = |pair: &explore::CountedPair| (pair.first, pair.second);
    let (mut expected, mut seen): (Vec<_>, Vec<_>) = (below.map(key).collect(), less.pairs.iter().map(key).collect());
    expected.sort();
    seen.sort();
    assert!(seen.len() > 20 && less.pairs.iter().any(|pair| pair.table.a == 0), "some never meet");
    assert_eq!(seen, expected);
}
