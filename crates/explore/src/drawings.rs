//! Network and matrix: two drawings of the same counted pairs, equal to the ranked list.

use crate::cooccurrence::{Counted, CountedPair, rounded, slug_of_value};
use crate::pairs::{empty, end, evidence_link, focus_link, pair_label, settings, statements_link};
use crate::query::words::{pairs as number_of_pairs, unit_name};
use crate::query::{Cell, Query, Show, Tie};
use crate::view::{Edge, Matrix, MatrixCell, Network, Node};
use archive::{Archive, EntityId};
use graph::association::Measure;
use graph::layout::Layout;

/// Pairs drawn at most: the first in the order of the list.
const MOST_DRAWN: usize = 400;
const LAYOUT_STEPS: usize = 300;
/// Width of the picture by its height.
const RATIO: f32 = 1.4;

/// The pairs that are drawn, who stands in them, and how strong each is among them.
struct Drawn<'a> {
    pairs: &'a [CountedPair],
    /// The most frequent first, with their units.
    names: Vec<(EntityId, u32)>,
    /// Of the names, in their order.
    slugs: Vec<String>,
    /// 0 to 1, by the measure.
    strengths: Vec<f32>,
}

impl<'a> Drawn<'a> {
    fn of(archive: &Archive, query: &Query, counted: &'a Counted) -> Drawn<'a> {
        let pairs = &counted.pairs[..counted.pairs.len().min(MOST_DRAWN)];
        let stands = |entity: EntityId| pairs.iter().any(|pair| pair.first == entity || pair.second == entity);
        let names: Vec<(EntityId, u32)> =
            counted.entities.iter().copied().filter(|(entity, _)| stands(*entity)).collect();
        let slugs = names.iter().map(|(entity, _)| slug_of_value(archive, query, *entity)).collect();
        let values: Vec<Option<f64>> = pairs.iter().map(|pair| rounded(query.measure, &pair.table)).collect();
        let (mut least, mut most) = (f64::MAX, f64::MIN);
        for value in values.iter().flatten() {
            (least, most) = (least.min(*value), most.max(*value));
        }
        let strength = |value: &Option<f64>| match value {
            Some(value) if most > least => ((value - least) / (most - least)) as f32,
            Some(_) => 1.0,
            None => 0.0,
        };
        Drawn { pairs, names, slugs, strengths: values.iter().map(strength).collect() }
    }

    fn place(&self, entity: EntityId) -> usize {
        self.names.iter().position(|(name, _)| *name == entity).unwrap_or_default()
    }

    fn href(&self, archive: &Archive, query: &Query, first: usize, second: usize) -> String {
        if query.tie == Tie::About {
            return statements_link(archive, query, (self.names[first].0, self.names[second].0), Cell::Both);
        }
        evidence_link(query, (&self.slugs[first], &self.slugs[second]), Cell::Both)
    }

    fn summary(&self, archive: &Archive, query: &Query, counted: &Counted) -> String {
        let Some(first) = self.pairs.first() else { return String::new() };
        let words = query.words;
        let first = match (query.show, query.measure) {
            (Show::All, Measure::Count) => words.fill("Most often: {}", &[&pair_label(archive, query, first)]),
            _ => words.fill("First: {}", &[&pair_label(archive, query, first)]),
        };
        let what = match query.tie {
            Tie::Named => words.fill("Who is named in the same {}", &[unit_name(words, query.unit)]),
            Tie::About => words.text("Who speaks about whom"),
        };
        let names = words.count(self.names.len(), "{} name", "{} names");
        let pairs = number_of_pairs(words, self.pairs.len());
        if self.pairs.len() == counted.pairs.len() {
            return words.fill("{}. {}. {}, {}.", &[&what, &first, &names, &pairs]);
        }
        let all = words.number(counted.pairs.len());
        words.fill("{}. {}. {}, {} (the first of {}; the list has them all).", &[&what, &first, &names, &pairs, &all])
    }
}

/// The pairs as a network. Pairs that never meet are no lines.
pub(crate) fn network(archive: &Archive, query: &Query, counted: &Counted) -> Network {
    let drawn = Drawn::of(archive, query, counted);
    let met = drawn.pairs.iter().zip(&drawn.strengths).filter(|(pair, _)| pair.table.a > 0);
    let edges: Vec<Edge> = met
        .map(|(pair, strength)| {
            let (first, second) = (drawn.place(pair.first), drawn.place(pair.second));
            Edge {
                first,
                second,
                count: pair.table.a as usize,
                href: drawn.href(archive, query, first, second),
                strength: *strength,
                label: pair_label(archive, query, pair),
            }
        })
        .collect();
    // The pairs stand by strength already, so each list of neighbours does.
    let mut neighbours = vec![Vec::new(); drawn.names.len()];
    for edge in &edges {
        for (one, other) in [(edge.first, edge.second), (edge.second, edge.first)] {
            // Two who speak about each other are neighbours once.
            if query.tie == Tie::Named || !neighbours[one].contains(&other) {
                neighbours[one].push(other);
            }
        }
    }
    let nodes =
        drawn.names.iter().zip(&drawn.slugs).zip(neighbours).map(|(((entity, units), slug), neighbours)| Node {
            slug: slug.clone(),
            kind: archive.kind_of(archive.entity_of(*entity)),
            label: archive.label(*entity).to_owned(),
            colour: counted.colour(archive, *entity).to_owned(),
            count: *units as usize,
            href: focus_link(archive, query, *entity),
            neighbours,
        });
    Network {
        nodes: nodes.collect(),
        summary: drawn.summary(archive, query, counted),
        settings: settings(archive, query, counted),
        edges,
        directed: query.tie == Tie::About,
        empty: empty(query, counted),
    }
}

/// Where a network's nodes stand, before the first step: the page takes the steps in slices, so that nothing waits for
/// them. The same network always comes to rest in the same picture.
pub fn layout(network: &Network) -> Layout {
    let spring = |edge: &Edge| graph::layout::Edge {
        first: edge.first as u32,
        second: edge.second as u32,
        weight: 0.2 + edge.strength,
    };
    let springs: Vec<graph::layout::Edge> = network.edges.iter().map(spring).collect();
    Layout::new(network.nodes.len(), &springs, LAYOUT_STEPS, RATIO)
}

/// The pairs as a grid.
pub(crate) fn matrix(archive: &Archive, query: &Query, counted: &Counted) -> Matrix {
    let drawn = Drawn::of(archive, query, counted);
    let cell = |(pair, strength): (&CountedPair, &f32)| {
        let (first, second) = (drawn.place(pair.first), drawn.place(pair.second));
        MatrixCell {
            row: if query.tie == Tie::About { first } else { first.max(second) },
            column: if query.tie == Tie::About { second } else { first.min(second) },
            count: pair.table.a as usize,
            href: drawn.href(archive, query, first, second),
            strength: *strength,
            label: pair_label(archive, query, pair),
        }
    };
    Matrix {
        names: drawn.names.iter().map(|(entity, _)| end(archive, query, counted, *entity)).collect(),
        cells: drawn.pairs.iter().zip(&drawn.strengths).map(cell).collect(),
        directed: query.tie == Tie::About,
        summary: drawn.summary(archive, query, counted),
        settings: settings(archive, query, counted),
        empty: empty(query, counted),
    }
}
