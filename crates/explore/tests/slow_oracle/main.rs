//! An oracle for co-occurrence: random corpora counted the slow, obvious way agree with list, network, matrix, files and evidence.
//!
//! The oracle uses neither the engine's recognition nor its archive: whoever makes a sentence knows whom it names.

mod counted;
mod formulas;
mod generated;
mod shown;
#[path = "../support/mod.rs"]
mod support;
mod world;

use archive::Archive;
use counted::{Counted, Pair, counted};
use formulas::{measure, measures};
use generated::{Question, address, corpus, files, question};
use proptest::collection::vec;
use proptest::test_runner::{Config, RngSeed, TestError, TestRunner};
use shown::{Sheet, Ties, drawn, evidence, grid, listed, tie, ties_of_matrix, ties_of_network, units_behind};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use world::{Name, WORLD};

const CORPORA: u32 = 100;
const QUESTIONS_A_CORPUS: usize = 6;
/// Pairs a question whose evidence is read unit by unit; of the others the lengths of the lists are enough.
const PAIRS_READ: usize = 3;

/// How far two ways to compute one number may lie apart; the files write ten digits.
const NEAR: f64 = 1e-8;

/// What the page calls somebody.
fn label(name: Name) -> &'static str {
    WORLD[name].label
}

#[test]
fn every_view_of_every_pair_agrees_with_the_slow_way() {
    let config = Config {
        cases: CORPORA,
        rng_seed: RngSeed::Fixed(1862),
        failure_persistence: None,
        max_shrink_iters: 4000,
        ..Config::default()
    };
    let seen = RefCell::new(Seen::default());
    let strategy = (corpus(), vec(question(), QUESTIONS_A_CORPUS));
    let result = TestRunner::new(config).run(&strategy, |(corpus, questions)| {
        let archive = support::archive(&files(&corpus));
        for question in questions {
            let expected = counted(&corpus, &question);
            seen.borrow_mut().note(&question, &expected);
            agrees(&archive, &question, &expected);
        }
        Ok(())
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(reason, (corpus, _))) => panic!("{reason}, in this corpus:\n{}", files(&corpus)),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
    seen.into_inner().is_enough();
}

fn agrees(archive: &Archive, question: &Question, expected: &Counted) {
    let places = the_list_agrees(archive, question, expected);
    the_files_agree(archive, question, expected, &places);
    the_drawings_agree(archive, question, expected);
    the_evidence_agrees(archive, question, expected);
    the_concordance_agrees(archive, question);
}

/// As many lines as the reader numbers hits in the documents selected.
fn the_concordance_agrees(archive: &Archive, question: &Question) {
    let address = address(question, "concordance");
    assert_eq!(support::lines_behind(archive, &address), support::hits_behind(archive, &address), "at {address}");
}

/// The list of pairs; gives back where each pair stands.
fn the_list_agrees(archive: &Archive, question: &Question, expected: &Counted) -> BTreeMap<(Name, Name), usize> {
    let address = address(question, "pairs");
    let (rows, total, caption) = listed(archive, &address);
    let pairs = by_labels(&expected.pairs);
    assert_eq!((rows.len(), total), (pairs.len(), pairs.len()), "pairs at {address}");
    let number = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    assert!(caption.contains(&format!(" counted over {} of ", expected.units.len())), "{caption}");
    assert!(caption.contains(&format!(" {}", number(pairs.len(), "pair"))), "{caption} at {address}");
    let (taking, all) = (expected.names.len(), expected.candidates);
    // A focus that no unit names stands beside those counted.
    if question.focus.is_none_or(|focus| expected.names.get(&focus) != Some(&0)) {
        let cut = format!("the {taking} most frequent of {all} names");
        assert_eq!(caption.contains(&cut), taking < all, "{caption} at {address}");
    }

    let mut places = BTreeMap::new();
    let mut before: Option<&Pair> = None;
    for (place, row) in rows.iter().enumerate() {
        let names = (row.first.label.as_str(), row.second.label.as_str());
        let pair = pairs.get(&names).unwrap_or_else(|| panic!("{names:?} is no pair at {address}"));
        let cells = pair.cells;
        assert_eq!([row.count, row.first_only.count, row.second_only.count], [cells.a, cells.b, cells.c], "{names:?}");
        assert_eq!(row.is_single, cells.a == 1);
        let written = if question.measure == "count" { None } else { measure(question.measure, &cells) };
        assert_written(&row.value, written, &format!("{} of {names:?} at {address}", question.measure));
        assert_probability(&row.p, pair.p, &format!("p of {names:?} at {address}"));
        assert_probability(&row.q, pair.q, &format!("q of {names:?} at {address}"));
        if let Some(before) = before {
            assert!(stands_before(question, before, pair), "{before:?} stands before {pair:?} at {address}");
        }
        before = Some(pair);
        places.insert((pair.first, pair.second), place);
    }
    assert_eq!(places.len(), rows.len(), "a pair is listed twice at {address}");
    places
}

fn by_labels(pairs: &[Pair]) -> BTreeMap<(&'static str, &'static str), &Pair> {
    pairs.iter().map(|pair| ((label(pair.first), label(pair.second)), pair)).collect()
}

/// By falling measure, what is undefined last; ties by falling count, then by slugs. Of who meets less than expected the most
/// surprising lack first.
fn stands_before(question: &Question, one: &Pair, other: &Pair) -> bool {
    let rank = |pair: &Pair| match question.show {
        "less" => measure("g2", &pair.cells).map(|g2| -g2),
        _ => measure(question.measure, &pair.cells),
    };
    let ties = |pair: &Pair| (std::cmp::Reverse(pair.cells.a), counted::key(pair.first).0, counted::key(pair.second).0);
    match (rank(one), rank(other)) {
        (Some(_), None) => true,
        (None, Some(_)) => false,
        // Between different cells the last bit may decide.
        (Some(a), Some(b)) if one.cells != other.cells && (a - b).abs() < NEAR => true,
        (Some(a), Some(b)) if one.cells != other.cells => a > b,
        _ => ties(one) <= ties(other),
    }
}

/// A number written to thousandths; nothing where it is undefined.
fn assert_written(written: &str, expected: Option<f64>, what: &str) {
    match expected {
        None => assert_eq!(written, "", "{what}"),
        Some(expected) => {
            let number: f64 = written.parse().unwrap_or_else(|_| panic!("{what}: {written:?}, not {expected}"));
            assert!((number - expected).abs() <= 0.0005 + NEAR, "{what}: {written}, not {expected}");
        }
    }
}

fn assert_probability(written: &str, expected: f64, what: &str) {
    match written {
        "< 0.001" => assert!(expected < 0.001 + NEAR, "{what}: {written}, not {expected}"),
        _ => assert_written(written, Some(expected), what),
    }
}

fn assert_near(number: Option<f64>, expected: Option<f64>, what: &str) {
    let is_near = match (number, expected) {
        (Some(number), Some(expected)) => (number - expected).abs() <= NEAR * expected.abs().max(1.0),
        (number, expected) => number == expected,
    };
    assert!(is_near, "{what}: {number:?}, not {expected:?}");
}

/// The files: every column in full, in the order of the list; and who takes part.
fn the_files_agree(archive: &Archive, question: &Question, expected: &Counted, places: &BTreeMap<(Name, Name), usize>) {
    let address = address(question, "pairs");
    let sheet = Sheet::of(archive, &address, "pairs.csv");
    assert_eq!(sheet.rows.len(), expected.pairs.len(), "rows at {address}");
    for pair in &expected.pairs {
        let row = &sheet.rows[places[&(pair.first, pair.second)]];
        let names = [pair.first, pair.second].map(|name| match WORLD[name].kind {
            archive::EntityKind::Topic => WORLD[name].label,
            _ => WORLD[name].name,
        });
        assert_eq!([sheet.cell(row, "first"), sheet.cell(row, "second")], names, "at {address}");
        let cells = pair.cells;
        for (column, count) in [("a", cells.a), ("b", cells.b), ("c", cells.c), ("d", cells.d)] {
            assert_eq!(sheet.number(row, column), Some(count as f64), "{column} of {names:?} at {address}");
        }
        assert_eq!(cells.units(), expected.units.len(), "the four cells of {names:?} at {address}");
        for (column, value) in measures(&cells).into_iter().filter(|(column, _)| *column != "deltap") {
            assert_near(sheet.number(row, column), value, &format!("{column} of {cells:?} at {address}"));
        }
        assert_near(sheet.number(row, "p"), Some(pair.p), &format!("p of {cells:?} at {address}"));
        assert_near(sheet.number(row, "q"), Some(pair.q), &format!("q of {cells:?} at {address}"));
    }

    let sheet = Sheet::of(archive, &address, "names.csv");
    let key = |kind: &str, id: &str| (kind.to_owned(), id.rsplit(':').next().unwrap_or(id).to_owned());
    let listed: Vec<_> = sheet
        .rows
        .iter()
        .map(|row| (key(sheet.cell(row, "kind"), sheet.cell(row, "id")), sheet.number(row, "count").unwrap_or(-1.0)))
        .collect();
    let who = |(name, count): (&Name, &usize)| (key(WORLD[*name].kind.word(), WORLD[*name].slug), *count as f64);
    let mut expected: Vec<_> = expected.names.iter().map(who).collect();
    let mut sorted = listed.clone();
    sorted.sort_by(|one, other| one.partial_cmp(other).expect("numbers"));
    expected.sort_by(|one, other| one.partial_cmp(other).expect("numbers"));
    assert_eq!(sorted, expected, "who takes part at {address}");
    if question.focus.is_none() {
        let falls = |pair: &[((String, String), f64)]| (-pair[0].1, &pair[0].0.1) <= (-pair[1].1, &pair[1].0.1);
        assert!(listed.windows(2).all(falls), "{listed:?} stand by frequency, ties by slug, at {address}");
    }
}

/// Network and matrix: the same pairs, with the same numbers. Pairs that never meet are cells, but no edges.
fn the_drawings_agree(archive: &Archive, question: &Question, expected: &Counted) {
    let network_address = address(question, "network");
    let network = drawn(archive, &network_address);
    let met: Vec<&Pair> = expected.pairs.iter().filter(|pair| pair.cells.a > 0).collect();
    the_ties_agree(&ties_of_network(&network), &met, question, expected, &network_address);
    let shown = |pairs: &[Pair]| pairs.iter().flat_map(|pair| [pair.first, pair.second]).collect::<BTreeSet<Name>>();
    let mut nodes: Vec<(&str, usize)> = network.nodes.iter().map(|node| (node.label.as_str(), node.count)).collect();
    let in_pairs = shown(&expected.pairs);
    let mut named: Vec<(&str, usize)> = in_pairs.iter().map(|name| (label(*name), expected.names[name])).collect();
    nodes.sort_unstable();
    named.sort_unstable();
    assert_eq!(nodes, named, "nodes at {network_address}");
    for (at, node) in network.nodes.iter().enumerate() {
        let mut neighbours = node.neighbours.clone();
        neighbours.sort_unstable();
        let edges = network.edges.iter().filter(|edge| edge.first == at || edge.second == at);
        let mut ends: Vec<usize> = edges.map(|edge| edge.first + edge.second - at).collect();
        ends.sort_unstable();
        assert_eq!(neighbours, ends, "neighbours of {} at {network_address}", node.label);
    }

    let matrix_address = address(question, "matrix");
    let matrix = grid(archive, &matrix_address);
    let all: Vec<&Pair> = expected.pairs.iter().collect();
    the_ties_agree(&ties_of_matrix(&matrix), &all, question, expected, &matrix_address);
    let names: BTreeSet<&str> = matrix.names.iter().map(|name| name.label.as_str()).collect();
    assert_eq!(names.len(), matrix.names.len(), "a name stands twice at {matrix_address}");
    assert_eq!(names, in_pairs.iter().map(|name| label(*name)).collect(), "names at {matrix_address}");
}

fn the_ties_agree(ties: &Ties, pairs: &[&Pair], question: &Question, expected: &Counted, address: &str) {
    let counts: BTreeMap<_, usize> = ties.iter().map(|(names, (count, ..))| (names.clone(), *count)).collect();
    let expected_counts: BTreeMap<_, usize> =
        pairs.iter().map(|pair| (tie(label(pair.first), label(pair.second)), pair.cells.a)).collect();
    assert_eq!(counts, expected_counts, "at {address}");
    // From the least of the measure's values at 0 to the greatest at 1.
    let values: Vec<f64> = expected.pairs.iter().filter_map(|pair| measure(question.measure, &pair.cells)).collect();
    let (least, most) = values.iter().fold((f64::MAX, f64::MIN), |(least, most), v| (least.min(*v), most.max(*v)));
    for pair in pairs {
        let strength = ties[&tie(label(pair.first), label(pair.second))].1;
        let expected = match measure(question.measure, &pair.cells) {
            None => 0.0,
            Some(value) if most - least > NEAR => (value - least) / (most - least),
            Some(_) => 1.0,
        };
        assert!((f64::from(strength) - expected).abs() < 1e-4, "{strength}, not {expected}: {pair:?} at {address}");
    }
}

/// Every number opens a list of exactly that length, and of exactly those units.
fn the_evidence_agrees(archive: &Archive, question: &Question, expected: &Counted) {
    let pairs_address = address(question, "pairs");
    let (rows, ..) = listed(archive, &pairs_address);
    let pairs = by_labels(&expected.pairs);
    let network = ties_of_network(&drawn(archive, &address(question, "network")));
    let matrix = ties_of_matrix(&grid(archive, &address(question, "matrix")));
    let step = rows.len().div_ceil(PAIRS_READ).max(1);
    for (place, row) in rows.iter().enumerate() {
        let names = (row.first.label.as_str(), row.second.label.as_str());
        let pair = pairs[&names];
        let both = evidence(archive, &row.href);
        let cells = pair.cells;
        assert_eq!(both.cells.iter().map(|cell| cell.count).sum::<usize>(), expected.units.len(), "{names:?}");
        assert_eq!(both.pages.total, cells.a, "{names:?} at {}", row.href);
        assert_eq!(both.cells[3].count, cells.d, "{names:?} at {}", row.href);
        if place % step != 0 {
            continue;
        }
        let hrefs = [&row.href, &row.first_only.href, &row.second_only.href, &both.cells[3].href];
        for (units, href) in pair.units.iter().zip(hrefs) {
            assert_eq!(evidence(archive, href).pages.total, units.len(), "{names:?} at {href}");
            let shown = |unit: &usize| match (question.unit, expected.units[*unit].shown.clone()) {
                ("document", (title, ..)) => (title, 0, String::new()),
                (_, shown) => shown,
            };
            let mut units: Vec<_> = units.iter().map(shown).collect();
            units.sort();
            assert_eq!(units_behind(archive, href, question.unit), units, "{names:?} at {href}");
        }
        for (what, ties) in [("edge", &network), ("cell", &matrix)] {
            if let Some((count, _, href)) = ties.get(&tie(names.0, names.1)) {
                assert_eq!(evidence(archive, href).pages.total, *count, "the {what} of {names:?} at {href}");
            }
        }
    }
}

/// What the questions were about, so that no agreement is empty.
#[derive(Default)]
struct Seen {
    words: BTreeMap<String, usize>,
    pairs: usize,
}

impl Seen {
    fn note(&mut self, question: &Question, expected: &Counted) {
        self.pairs += expected.pairs.len();
        if expected.pairs.is_empty() {
            return;
        }
        let kinds = question.kinds.iter().map(|kind| format!("kind={}", kind.word()));
        let filters = question.filters.iter();
        let filters =
            filters.map(|filter| format!("{}{}", if filter.is_excluded { "not-" } else { "" }, filter.kind.word()));
        let words = [
            format!("unit={} measure={}", question.unit, question.measure),
            format!("unit={} party-as={}", question.unit, question.party_as),
            format!("unit={} in={} show={}", question.unit, question.scope, question.show),
            format!("min={} show={}", question.min, question.show),
            format!("focus={}", question.focus.is_some()),
            format!("top={}", expected.names.len() < expected.candidates),
            format!("q={}", question.search),
            format!("everywhere={}", expected.pairs.iter().any(|pair| pair.cells.is_everywhere())),
            format!("apart={}", expected.pairs.iter().any(|pair| pair.cells.a == 0)),
            format!("few={}", expected.units.len() < 6),
            format!("pages={}", expected.pairs.len() > 50),
            format!("dates={}", !(question.from.is_empty() && question.to.is_empty())),
        ];
        for word in words.into_iter().chain(kinds).chain(filters) {
            *self.words.entry(word).or_default() += 1;
        }
    }

    fn is_enough(&self) {
        use generated::{MEASURES, MINS, PARTY_AS, SCOPES, SEARCHES, SHOWS, UNITS};
        let mut wanted: Vec<String> = ["focus", "top", "dates", "everywhere", "apart", "few", "pages"]
            .map(|what| format!("{what}=true"))
            .to_vec();
        for unit in UNITS {
            wanted.extend(MEASURES.map(|measure| format!("unit={unit} measure={measure}")));
            wanted.extend(PARTY_AS.map(|party_as| format!("unit={unit} party-as={party_as}")));
            wanted.extend(SCOPES.map(|scope| format!("unit={unit} in={scope} show=all")));
        }
        wanted.extend(MINS.iter().flat_map(|min| SHOWS.map(|show| format!("min={min} show={show}"))));
        wanted.extend(SEARCHES.map(|search| format!("q={search}")));
        let missing: Vec<&String> = wanted.iter().filter(|word| !self.words.contains_key(*word)).collect();
        assert!(missing.is_empty(), "no pair was seen with {missing:?}");
        assert!(self.pairs > 2000, "only {} pairs were seen", self.pairs);
    }
}
