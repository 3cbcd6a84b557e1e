//! Network and ranked pairs: two drawings of the same counted pairs.

use crate::cooccurrence::{Counted, CountedPair, slug_of_value, value, value_of_slug};
use crate::documents::pages;
use crate::query::words::{count, facet_label, grouped};
use crate::query::{Cell, FACETS, Query, Unit, ViewName};
use crate::timeline::kept;
use crate::view::{Chip, Choice, Edge, Empty, Link, Network, Node, PairEnd, PairRow, PairSettings, Pairs, Part};
use archive::{Archive, EntityId};
use graph::association::Measure;

const PAIRS_A_PAGE: usize = 50;
/// Edges drawn at most: the strongest.
const MOST_EDGES: usize = 400;
const LAYOUT_STEPS: usize = 300;
/// Width of the picture by its height.
const RATIO: f32 = 1.4;

/// A unit in words: "passage".
pub(crate) fn unit_word(unit: Unit) -> &'static str {
    unit.word()
}

/// The link that lists the units of a pair's cell.
pub(crate) fn evidence_link(archive: &Archive, query: &Query, pair: (EntityId, EntityId), cell: Cell) -> String {
    let (first, second) = (slug_of_value(archive, query, pair.0), slug_of_value(archive, query, pair.1));
    // Slugs stand in order in the address; the cells keep their meaning.
    let (pair, cell) = match (first <= second, cell) {
        (true, cell) => ((first, second), cell),
        (false, Cell::First) => ((second, first), Cell::Second),
        (false, Cell::Second) => ((second, first), Cell::First),
        (false, cell) => ((second, first), cell),
    };
    query.link(|query| (query.pair, query.cell) = (Some(pair), cell))
}

/// The ranked pairs, one page of them.
pub(crate) fn pairs(archive: &Archive, query: &Query, counted: &Counted) -> Pairs {
    let (range, pages) = pages(query, counted.pairs.len(), PAIRS_A_PAGE);
    Pairs {
        settings: settings(archive, query, counted),
        measure: if query.measure == Measure::Count { String::new() } else { query.measure.label().to_owned() },
        rows: counted.pairs[range].iter().map(|pair| row(archive, query, pair)).collect(),
        pages,
        empty: empty(query, counted),
    }
}

/// The same pairs, drawn.
pub(crate) fn network(archive: &Archive, query: &Query, counted: &Counted) -> Network {
    let pairs = &counted.pairs[..counted.pairs.len().min(MOST_EDGES)];
    let drawn: Vec<(EntityId, u32)> = counted
        .entities
        .iter()
        .copied()
        .filter(|(entity, _)| {
            pairs.iter().any(|pair| (pair.first == *entity || pair.second == *entity) && pair.table.a > 0)
        })
        .collect();
    let node = |entity: EntityId| drawn.iter().position(|(drawn, _)| *drawn == entity);
    let values: Vec<Option<f64>> = pairs.iter().map(|pair| value(query.measure, &pair.table)).collect();
    let defined = || values.iter().flatten().copied();
    let (least, most) = (defined().fold(f64::MAX, f64::min), defined().fold(f64::MIN, f64::max));
    let strength = |value: Option<f64>| {
        value.map_or(0.0, |value| if most > least { ((value - least) / (most - least)) as f32 } else { 1.0 })
    };
    let edges: Vec<Edge> = pairs
        .iter()
        .zip(&values)
        .filter(|(pair, _)| pair.table.a > 0)
        .filter_map(|(pair, value)| {
            Some(Edge {
                first: node(pair.first)?,
                second: node(pair.second)?,
                count: pair.table.a as usize,
                href: evidence_link(archive, query, (pair.first, pair.second), Cell::Both),
                strength: strength(*value),
                label: format!(
                    "{} and {}: {}",
                    archive.label(pair.first),
                    archive.label(pair.second),
                    count(pair.table.a as usize, unit_word(query.unit))
                ),
            })
        })
        .collect();
    let springs = edges.iter().map(|edge| graph::layout::Edge {
        first: edge.first as u32,
        second: edge.second as u32,
        weight: 0.2 + edge.strength,
    });
    let places = graph::layout::layout(drawn.len(), &springs.collect::<Vec<_>>(), LAYOUT_STEPS, RATIO);
    let nodes: Vec<Node> = drawn
        .iter()
        .zip(places)
        .map(|((entity, units), place)| Node {
            slug: slug_of_value(archive, query, *entity),
            kind: archive.kind_of(archive.entity_of(*entity)),
            label: archive.label(*entity).to_owned(),
            colour: archive.colour(*entity).to_owned(),
            count: *units as usize,
            href: focus_link(archive, query, *entity),
            x: place.x,
            y: place.y,
        })
        .collect();
    Network {
        summary: summary(query, counted, &nodes, &edges),
        settings: settings(archive, query, counted),
        nodes,
        edges,
        empty: empty(query, counted),
    }
}

fn summary(query: &Query, counted: &Counted, nodes: &[Node], edges: &[Edge]) -> String {
    let mut summary = format!("{} and {}", count(nodes.len(), "name"), count(edges.len(), "tie"));
    if edges.len() < counted.pairs.iter().filter(|pair| pair.table.a > 0).count() {
        summary += &format!(" (the first of {}, in the order of the pairs)", grouped(counted.pairs.len()));
    }
    if let Some(strongest) = edges.first() {
        summary += &format!(". First by {}: {}", query.measure.label(), strongest.label);
    }
    summary + "."
}

fn row(archive: &Archive, query: &Query, pair: &CountedPair) -> PairRow {
    let part = |entity: EntityId, count: u32, cell: Cell| Part {
        label: format!("only {}", archive.label(entity)),
        count: count as usize,
        href: evidence_link(archive, query, (pair.first, pair.second), cell),
    };
    PairRow {
        first: end(archive, query, pair.first),
        second: end(archive, query, pair.second),
        count: pair.table.a as usize,
        href: evidence_link(archive, query, (pair.first, pair.second), Cell::Both),
        first_only: part(pair.first, pair.table.b, Cell::First),
        second_only: part(pair.second, pair.table.c, Cell::Second),
        value: match query.measure {
            Measure::Count => String::new(),
            measure => value(measure, &pair.table).map_or_else(String::new, |value| format!("{value:.3}")),
        },
    }
}

fn end(archive: &Archive, query: &Query, entity: EntityId) -> PairEnd {
    PairEnd {
        kind: archive.kind_of(archive.entity_of(entity)),
        label: archive.label(entity).to_owned(),
        colour: archive.colour(entity).to_owned(),
        href: focus_link(archive, query, entity),
    }
}

fn focus_link(archive: &Archive, query: &Query, entity: EntityId) -> String {
    query.link(|query| query.focus = Some(slug_of_value(archive, query, entity)))
}

fn settings(archive: &Archive, query: &Query, counted: &Counted) -> PairSettings {
    let units = Unit::ALL.iter().map(|unit| Choice {
        label: format!("{}s", unit_word(*unit)),
        href: query.link(|query| query.unit = *unit),
        current: query.unit == *unit,
    });
    let measures = Measure::ALL.iter().map(|measure| Choice {
        label: measure.label().to_owned(),
        href: query.link(|query| query.measure = *measure),
        current: query.measure == *measure,
    });
    let kinds = FACETS.iter().filter(|kind| crate::query::takes_part(**kind)).map(|kind| Choice {
        label: facet_label(*kind).to_lowercase(),
        href: query.link(|query| {
            let others: Vec<_> = query.kinds.iter().copied().filter(|other| other != kind).collect();
            if others.len() == query.kinds.len() {
                query.kinds.push(*kind);
                query.kinds.sort();
            } else if !others.is_empty() {
                query.kinds = others;
            }
        }),
        current: query.kinds.contains(kind),
    });
    let focus = query.focus.as_deref().and_then(|slug| value_of_slug(archive, query, slug)).map(|focus| Chip {
        text: archive.name(focus).to_owned(),
        key: "focus".to_owned(),
        remove: query.link(|query| query.focus = None),
    });
    PairSettings {
        units: units.collect(),
        measures: measures.collect(),
        kinds: kinds.collect(),
        min: query.min,
        top: query.top,
        kept: kept(query, &["min", "top"]),
        caption: caption(query, counted),
        focus,
    }
}

fn caption(query: &Query, counted: &Counted) -> String {
    let taking = if counted.entities.len() < counted.candidates {
        format!("the {} most frequent of {} names", grouped(counted.entities.len()), grouped(counted.candidates))
    } else {
        count(counted.entities.len(), "name")
    };
    format!(
        "Named in the same {}, which says nothing of how they are related. {} of {taking}, counted over {}.",
        unit_word(query.unit),
        count(counted.pairs.len(), "pair"),
        count(counted.units, unit_word(query.unit)),
    )
}

fn empty(query: &Query, counted: &Counted) -> Option<Empty> {
    let met = counted.pairs.iter().any(|pair| pair.table.a > 0);
    if met || (query.min == 0 && !counted.pairs.is_empty()) {
        return None;
    }
    let mut ways_out = Vec::new();
    if query.min > 1 {
        ways_out.push(Link { text: "Show pairs that meet once".to_owned(), href: query.link(|query| query.min = 1) });
    }
    if query.focus.is_some() {
        ways_out.push(Link { text: "Show everyone".to_owned(), href: query.link(|query| query.focus = None) });
    }
    if query.unit != Unit::Document {
        ways_out.push(Link {
            text: "Count whole documents".to_owned(),
            href: query.link(|query| query.unit = Unit::Document),
        });
    }
    if query.selects() {
        let all = Query {
            view: query.view,
            unit: query.unit,
            measure: query.measure,
            kinds: query.kinds.clone(),
            ..Query::default()
        };
        ways_out.push(Link { text: "All documents".to_owned(), href: all.to_url() });
    }
    let documents =
        Link { text: "The documents".to_owned(), href: query.link(|query| query.view = ViewName::Documents) };
    ways_out.push(documents);
    Some(Empty { text: format!("No two names of these kinds meet in one {}.", unit_word(query.unit)), ways_out })
}
