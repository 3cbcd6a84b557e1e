//! A known network, where `ONRECORD_SAMPLES` names a folder that holds it: Les Misérables by encounter, exact in all three views.

mod support;

use archive::Archive;
use explore::view::{Main, Matrix, Network, PairRow};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use support::at;

const ADDRESS: &str = "unit=document&kind=person&top=100";
const PEOPLE: usize = 77;
const PAIRS: usize = 254;
const WEIGHTS: usize = 820;
/// Pairs that network and matrix draw at most.
const MOST_DRAWN: usize = 400;

/// Two people, the first in alphabetical order first, and the encounters they share.
type Weights = BTreeMap<(String, String), usize>;

/// The folder of the networks; without it the test says so and passes over.
fn networks() -> Option<PathBuf> {
    let folder = std::env::var_os("ONRECORD_SAMPLES").map(|folder| PathBuf::from(folder).join("data/networks"));
    if folder.is_none() {
        println!("skipped: ONRECORD_SAMPLES names no folder of samples");
    }
    folder
}

/// The novel as a corpus, one document an encounter, and the weights that others counted.
fn novel() -> Option<(Archive, Weights)> {
    let networks = networks()?;
    let read = |name: &str| fs::read_to_string(networks.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let archive = support::archive(&format!("== documents/encounters.jsonl\n{}", read("lesmis-encounters.jsonl")));
    let table = read("lesmis-expected-by-encounter.csv");
    let mut weights = Weights::new();
    for line in table.lines().skip(1) {
        let [one, other, weight] = line.split(',').collect::<Vec<_>>()[..] else { panic!("three columns: {line}") };
        let before = weights.insert(tie(one, other), weight.parse().expect("a number"));
        assert_eq!(before, None, "{line} is there twice");
    }
    assert_eq!((weights.len(), weights.values().sum::<usize>()), (PAIRS, WEIGHTS), "the table is whole");
    Some((archive, weights))
}

fn tie(one: &str, other: &str) -> (String, String) {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    (first.to_owned(), second.to_owned())
}

fn listed(archive: &Archive, address: &str) -> Vec<PairRow> {
    let (mut rows, mut next) = (Vec::new(), Some(format!("{address}&view=pairs")));
    while let Some(page) = next {
        let Main::Pairs(pairs) = at(archive, &page).main else { panic!("not the pairs") };
        rows.extend(pairs.rows);
        next = pairs.pages.next;
        if next.is_none() {
            assert_eq!(pairs.pages.total, rows.len(), "the last page ends the list");
        }
    }
    rows
}

fn network(archive: &Archive, address: &str) -> Network {
    let Main::Network(network) = at(archive, &format!("{address}&view=network")).main else {
        panic!("not the network")
    };
    network
}

fn matrix(archive: &Archive, address: &str) -> Matrix {
    let Main::Matrix(matrix) = at(archive, &format!("{address}&view=matrix")).main else { panic!("not the matrix") };
    matrix
}

/// What a view says of each pair, each pair once, and each number a link to a list of that length.
fn weights(archive: &Archive, ties: Vec<((String, String), usize, &str)>) -> Weights {
    let mut weights = Weights::new();
    for (names, count, href) in ties {
        assert_eq!(support::length_behind(archive, href), count, "{names:?} at {href}");
        let before = weights.insert(names, count);
        assert_eq!(before, None, "a pair is there twice");
    }
    weights
}

#[test]
fn les_miserables_by_encounter_is_exact_in_the_list() {
    let Some((archive, expected)) = novel() else { return };
    let rows = listed(&archive, ADDRESS);
    let ties = rows.iter().map(|row| (tie(&row.first.label, &row.second.label), row.count, row.href.as_str()));
    assert_eq!(weights(&archive, ties.collect()), expected);
    let people: BTreeSet<&str> =
        rows.iter().flat_map(|row| [row.first.label.as_str(), row.second.label.as_str()]).collect();
    assert_eq!(people.len(), PEOPLE);
    assert!(rows.is_sorted_by(|one, other| one.count >= other.count), "the heaviest come first");
}

#[test]
fn les_miserables_by_encounter_is_exact_in_the_network() {
    let Some((archive, expected)) = novel() else { return };
    let network = network(&archive, ADDRESS);
    let label = |node: usize| network.nodes[node].label.as_str();
    let ties = network.edges.iter();
    let ties = ties.map(|edge| (tie(label(edge.first), label(edge.second)), edge.count, edge.href.as_str()));
    assert_eq!(weights(&archive, ties.collect()), expected);
    assert_eq!(network.nodes.len(), PEOPLE);
    assert!(network.summary.ends_with(" 77 names, 254 pairs."), "{}", network.summary);
}

#[test]
fn les_miserables_by_encounter_is_exact_in_the_matrix() {
    let Some((archive, expected)) = novel() else { return };
    let matrix = matrix(&archive, ADDRESS);
    let label = |name: usize| matrix.names[name].label.as_str();
    let ties = matrix.cells.iter();
    let ties = ties.map(|cell| (tie(label(cell.row), label(cell.column)), cell.count, cell.href.as_str()));
    assert_eq!(weights(&archive, ties.collect()), expected);
    assert_eq!(matrix.names.len(), PEOPLE);
    assert!(matrix.summary.ends_with(" 77 names, 254 pairs."), "{}", matrix.summary);
}

#[test]
fn where_pairs_are_too_many_to_draw_the_drawings_say_so() {
    let Some((archive, expected)) = novel() else { return };
    // With those who never meet there are more than can be drawn.
    let address = format!("{ADDRESS}&min=0");
    let rows = listed(&archive, &address);
    let met: Weights = rows
        .iter()
        .filter(|row| row.count > 0)
        .map(|row| (tie(&row.first.label, &row.second.label), row.count))
        .collect();
    assert_eq!(met, expected);
    let people: BTreeSet<&str> =
        rows.iter().flat_map(|row| [row.first.label.as_str(), row.second.label.as_str()]).collect();
    assert_eq!(rows.len(), people.len() * (people.len() - 1) / 2, "everyone with everyone");
    assert!(rows.len() > MOST_DRAWN);
    let (network, matrix) = (network(&archive, &address), matrix(&archive, &address));
    assert_eq!((network.edges.len(), matrix.cells.len()), (PAIRS, MOST_DRAWN), "who never meets is no edge");
    let (thousands, rest) = (rows.len() / 1000, rows.len() % 1000);
    let said = format!("400 pairs (the first of {thousands},{rest:03}; the list has them all)");
    for summary in [&network.summary, &matrix.summary] {
        assert!(summary.contains(&said), "{summary}, not {said}");
    }
}
