//! What the program says to an address: read from its Views and its files, page after page, and from nothing below them.

use crate::support::at;
use archive::Archive;
use explore::view::{Evidence, Main, Matrix, Network, PairRow};
use explore::{Query, export};
use std::collections::BTreeMap;

/// A table of comma-separated values, by the names of its columns. No name here holds a comma.
pub(crate) struct Sheet {
    columns: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Sheet {
    pub(crate) fn of(archive: &Archive, address: &str, key: &str) -> Sheet {
        let file = export::file(archive, &Query::parse(address), key).expect("the page offers it");
        let mut lines = file.text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<String>>());
        Sheet { columns: lines.next().expect("a head"), rows: lines.collect() }
    }

    pub(crate) fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        &row[self.columns.iter().position(|other| other == column).expect("the column is there")]
    }

    /// A number of a row; `None` where the cell is empty.
    pub(crate) fn number(&self, row: &[String], column: &str) -> Option<f64> {
        let cell = self.cell(row, column);
        (!cell.is_empty()).then(|| cell.parse().expect("a number"))
    }
}

/// The rows of all pages of the list, and how long it says it is.
pub(crate) fn listed(archive: &Archive, address: &str) -> (Vec<PairRow>, usize, String) {
    let (mut rows, mut total, mut caption) = (Vec::new(), 0, String::new());
    let mut next = Some(address.to_owned());
    while let Some(page) = next {
        let Main::Pairs(pairs) = at(archive, &page).main else { panic!("{page} is not the list of pairs") };
        assert_eq!(pairs.empty.is_some(), pairs.pages.total == 0, "an empty list says why, at {page}");
        rows.extend(pairs.rows);
        (next, total, caption) = (pairs.pages.next, pairs.pages.total, pairs.settings.caption);
    }
    (rows, total, caption)
}

pub(crate) fn drawn(archive: &Archive, address: &str) -> Network {
    match at(archive, address).main {
        Main::Network(network) => network,
        _ => panic!("{address} is not the network"),
    }
}

pub(crate) fn grid(archive: &Archive, address: &str) -> Matrix {
    match at(archive, address).main {
        Main::Matrix(matrix) => matrix,
        _ => panic!("{address} is not the matrix"),
    }
}

/// The evidence a link opens.
pub(crate) fn evidence(archive: &Archive, href: &str) -> Evidence {
    match at(archive, href).main {
        Main::Evidence(evidence) => evidence,
        _ => panic!("{href} opens no evidence"),
    }
}

/// Every unit behind a link, page after page: title, number of the passage (0 of a document), text of a sentence; sorted.
pub(crate) fn units_behind(archive: &Archive, href: &str, unit: &str) -> Vec<(String, u32, String)> {
    let mut units = Vec::new();
    let mut next = Some(href.to_owned());
    while let Some(page) = next {
        let evidence = evidence(archive, &page);
        for shown in evidence.units {
            let title = shown.document.text;
            if unit == "document" {
                units.push((title, 0, String::new()));
                continue;
            }
            let [snippet] = shown.passages.as_slice() else { panic!("{page} shows one passage a unit") };
            let text: String = snippet.segments.iter().map(|segment| segment.text.as_str()).collect();
            units.push((title, snippet.passage.expect("a passage has its number"), text.trim().to_owned()));
        }
        next = evidence.pages.next;
    }
    units.sort();
    units
}

/// Edges or cells by the labels of their ends, with their numbers: count, strength, link.
pub(crate) type Ties = BTreeMap<(String, String), (usize, f32, String)>;

fn in_order(one: &str, other: &str) -> (String, String) {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    (first.to_owned(), second.to_owned())
}

/// The edges; each pair once.
pub(crate) fn ties_of_network(network: &Network) -> Ties {
    let label = |node: usize| network.nodes[node].label.as_str();
    let ties = network.edges.iter();
    let ties: Ties = ties
        .map(|edge| (in_order(label(edge.first), label(edge.second)), (edge.count, edge.strength, edge.href.clone())))
        .collect();
    assert_eq!(ties.len(), network.edges.len(), "a pair is drawn twice");
    ties
}

/// The cells; each pair once, below the diagonal.
pub(crate) fn ties_of_matrix(matrix: &Matrix) -> Ties {
    let label = |name: usize| matrix.names[name].label.as_str();
    assert!(matrix.cells.iter().all(|cell| cell.row > cell.column), "a cell lies above the diagonal");
    let ties: Ties = matrix
        .cells
        .iter()
        .map(|cell| (in_order(label(cell.row), label(cell.column)), (cell.count, cell.strength, cell.href.clone())))
        .collect();
    assert_eq!(ties.len(), matrix.cells.len(), "a pair stands twice in the grid");
    ties
}

/// Two labels as the ties are keyed.
pub(crate) fn tie(one: &str, other: &str) -> (String, String) {
    in_order(one, other)
}
