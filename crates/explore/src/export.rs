//! What one takes away: the selection as rows and as citations, and the pairs as a network.
//!
//! Pure, as everything here: no clock, so a file says by its address what it holds, not when it was made.

pub mod citations;
pub mod csv;
mod file;
pub mod gexf;
pub mod graphml;

mod xml;

pub(crate) use file::choices;
pub use file::{File, file, file_and_wants};
pub use xml::escaped;

use crate::cooccurrence::{Chance, Counted, MOST_ENTITIES, MOST_ZEROS, is_too_small, value};
use crate::language::wording;
use crate::number::thousandths;
use crate::plan::counted_as;
use crate::query::words::{counted as number_counted, pairs as number_of_pairs};
use crate::query::{Query, Tie, Unit, takes_part};
use archive::{Archive, DocumentId, EntityId, EntityKind};
use graph::association::{Measure, Table, smallest_p};

/// The columns of a document.
pub const DOCUMENT_COLUMNS: [&str; 8] = ["id", "title", "date", "outlet", "url", "people", "parties", "topics"];

/// The columns of a pair: two names, then numbers.
pub const PAIR_COLUMNS: [&str; 19] = [
    "first",
    "second",
    "a",
    "b",
    "c",
    "d",
    "count",
    "jaccard",
    "logdice",
    "cosine",
    "lift",
    "pmi",
    "npmi",
    "g2",
    "logratio",
    "deltap_second",
    "deltap_first",
    "p",
    "q",
];

/// The first columns of numbers, a to count, are whole.
pub const WHOLE_COLUMNS: usize = 5;

/// A document as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentRow<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// YYYY, YYYY-MM or YYYY-MM-DD; empty if undated.
    pub date: String,
    /// The original first.
    pub outlets: Vec<EntityId>,
    pub url: &'a str,
    /// By slug, as the next two.
    pub people: Vec<EntityId>,
    /// Present in the way of the query's `party-as`.
    pub parties: Vec<EntityId>,
    pub topics: Vec<EntityId>,
}

/// A pair as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    pub first: EntityId,
    pub second: EntityId,
    /// Under the columns from the third on; `None` where undefined, else finite.
    pub numbers: [Option<f64>; PAIR_COLUMNS.len() - 2],
}

/// A document's row.
pub fn document_row<'a>(archive: &'a Archive, query: &Query, document: DocumentId) -> DocumentRow<'a> {
    let present = |kind: EntityKind| {
        let range = archive.range_of(counted_as(kind, query.party_as));
        let values = archive.values_of_document(document).iter().filter(|value| range.contains(value));
        let mut entities: Vec<EntityId> = values.map(|value| archive.entity_of(EntityId(value))).collect();
        crate::order::sort_by_key(&mut entities, |entity| archive.slug(*entity));
        entities
    };
    DocumentRow {
        id: archive.id(document),
        title: archive.title(document),
        date: archive
            .date(document)
            .map_or_else(String::new, |span| archive::date::written(span.first, span.precision)),
        outlets: archive.outlets(document).collect(),
        url: archive.source_url(document),
        people: present(EntityKind::Person),
        parties: present(EntityKind::Party),
        topics: present(EntityKind::Topic),
    }
}

/// The rows of all pairs counted, in their order. The false-discovery rate is over all pairs counted, whichever are shown.
pub fn pair_rows(counted: &Counted) -> Vec<PairRow> {
    let chances = counted.chances();
    let row = |pair: &crate::CountedPair| PairRow {
        first: pair.first,
        second: pair.second,
        numbers: numbers(&pair.table, chances.get(pair.test).copied().flatten()),
    };
    counted.pairs.iter().map(row).collect()
}

/// What the numbers alone do not say: how much was counted, what was left out, what they cannot show.
pub fn limits(query: &Query, counted: &Counted) -> Vec<String> {
    let words = query.words;
    let units = number_counted(query, counted.units);
    let pairs = number_of_pairs(words, counted.pairs.len());
    let mut limits = vec![words.fill("{} counted over {}.", &[&pairs, &units])];
    if counted.entities.len() < counted.candidates {
        let (taking, all) = (words.number(counted.entities.len()), words.number(counted.candidates));
        let told = if counted.entities.len() < MOST_ENTITIES as usize {
            wording("Only the {} most frequent of {} names take part; a larger “top” takes more.")
        } else {
            wording("Only the {} most frequent of {} names take part, the most there can be.")
        };
        limits.push(words.fill(told, &[&taking, &all]));
    }
    if is_too_small(counted.units as u64) && counted.units > 0 {
        let smallest = thousandths(smallest_p(counted.units as u32));
        limits.push(words.fill("{}: no pair can be significant; smallest p = {}.", &[&units, &smallest]));
    }
    if counted.pairs.iter().filter(|pair| pair.table.a == 0).count() >= MOST_ZEROS {
        let most = words.number(MOST_ZEROS);
        limits.push(words.fill("Of the pairs that never meet only {} are listed.", &[&most]));
    }
    if counted.pairs.iter().any(|pair| pair.table.occurs_everywhere()) {
        limits.push(words.text(everywhere(query)));
    }
    if let Some(told) = dependent(query) {
        limits.push(words.text(told));
    }
    limits
}

fn everywhere(query: &Query) -> &'static str {
    match (query.tie, query.unit) {
        (Tie::About, _) => wording(
            "A name that occurs everywhere, in each statement, is associated with none: its measures are undefined.",
        ),
        (_, Unit::Document) => wording(
            "A name that occurs everywhere, in each document, is associated with none: its measures are undefined.",
        ),
        (_, Unit::Passage) => wording(
            "A name that occurs everywhere, in each passage, is associated with none: its measures are undefined.",
        ),
        (_, Unit::Sentence) => wording(
            "A name that occurs everywhere, in each sentence, is associated with none: its measures are undefined.",
        ),
    }
}

/// Units of which a document has several.
fn dependent(query: &Query) -> Option<&'static str> {
    match (query.tie, query.unit) {
        (Tie::About, _) => {
            Some(wording("The statements of a document are not independent of each other: p and q are descriptive."))
        }
        (_, Unit::Document) => None,
        (_, Unit::Passage) => {
            Some(wording("The passages of a document are not independent of each other: p and q are descriptive."))
        }
        (_, Unit::Sentence) => {
            Some(wording("The sentences of a document are not independent of each other: p and q are descriptive."))
        }
    }
}

fn numbers(table: &Table, chance: Option<Chance>) -> [Option<f64>; PAIR_COLUMNS.len() - 2] {
    let cell = |cell: u32| Some(f64::from(cell));
    let measure = |measure: Measure| value(measure, table);
    // What an entity that occurs everywhere leaves undefined of a measure, it leaves undefined of its relatives.
    let compared = |number: Option<f64>| number.filter(|_| !table.occurs_everywhere());
    let numbers = [
        cell(table.a),
        cell(table.b),
        cell(table.c),
        cell(table.d),
        cell(table.a),
        measure(Measure::Jaccard),
        measure(Measure::Logdice),
        measure(Measure::Cosine),
        measure(Measure::Lift),
        compared(table.pmi()),
        measure(Measure::Npmi),
        measure(Measure::G2),
        measure(Measure::Logratio),
        compared(table.deltap_second()),
        compared(table.deltap_first()),
        chance.map(|chance| chance.p),
        chance.map(|chance| chance.q),
    ];
    numbers.map(|number| number.filter(|number| number.is_finite()))
}

/// An entity's slug, with its kind before it where entities of two kinds share it: the same in every export of a corpus.
pub fn entity_id(archive: &Archive, value: EntityId) -> String {
    let slug = archive.slug(value);
    let kinds = EntityKind::ALL.iter().filter(|kind| takes_part(**kind) && archive.entity(**kind, slug).is_some());
    if kinds.count() > 1 { format!("{}:{slug}", kind_word(archive, value)) } else { slug.to_owned() }
}

/// The kind of a value in a word; a party is a party however it is counted.
pub fn kind_word(archive: &Archive, value: EntityId) -> &'static str {
    archive.kind_of(archive.entity_of(value)).word()
}

/// The pairs as a network: pairs that never meet are no edges, and who meets nobody is no node.
struct Network<'a> {
    nodes: Vec<Node<'a>>,
    edges: Vec<Edge>,
}

struct Node<'a> {
    id: String,
    label: &'a str,
    kind: &'static str,
    /// Units that hold it.
    count: u32,
}

struct Edge {
    source: String,
    target: String,
    /// Units that hold both: its weight.
    count: u32,
    /// Of the measure in force, where it is another than the count and defined.
    measured: Option<f64>,
}

impl Network<'_> {
    fn of<'a>(archive: &'a Archive, query: &Query, counted: &Counted) -> Network<'a> {
        let met = || counted.pairs.iter().filter(|pair| pair.table.a > 0);
        let mut ends: Vec<EntityId> = met().flat_map(|pair| [pair.first, pair.second]).collect();
        crate::order::sort(&mut ends, Ord::cmp);
        let nodes = counted.entities.iter().filter(|(entity, _)| ends.binary_search(entity).is_ok());
        let node = |(entity, count): &(EntityId, u32)| Node {
            id: entity_id(archive, *entity),
            label: archive.name(*entity),
            kind: kind_word(archive, *entity),
            count: *count,
        };
        let edge = |pair: &crate::CountedPair| Edge {
            source: entity_id(archive, pair.first),
            target: entity_id(archive, pair.second),
            count: pair.table.a,
            measured: measured(query).and_then(|measure| value(measure, &pair.table)).filter(|value| value.is_finite()),
        };
        Network { nodes: nodes.map(node).collect(), edges: met().map(edge).collect() }
    }
}

/// The measure that edges carry beside their weight.
fn measured(query: &Query) -> Option<Measure> {
    (query.measure != Measure::Count).then_some(query.measure)
}

/// Whether edges lead from one to the other, in the word of both formats.
fn directed(query: &Query) -> &'static str {
    if query.tie == Tie::About { "directed" } else { "undirected" }
}

/// Where a file comes from: the corpus, its fingerprint and licence, and the address that gives the same again.
fn provenance(archive: &Archive, query: &Query) -> String {
    let facts = [
        archive.about("title").to_owned(),
        format!("corpus {}", archive.fingerprint()),
        archive.about("licence").to_owned(),
        format!("counted by {}: {}", query.unit_word(), query.to_url()),
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join("; ")
}
