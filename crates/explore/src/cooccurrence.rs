//! Who is named with whom: the units counted, the entities that take part, and every pair with its four cells.

use crate::order::sort;
use crate::plan::counted_as;
use crate::query::{PartyAs, Query, Show, Unit};
use crate::select::Selection;
use archive::{Archive, DocumentId, EntityId, EntityKind, Ids, PassageId, SentenceId};
use graph::association::{Measure, Table, smallest_p};
use graph::cooccurrence::{NO_NODE, Units, cooccurrences, pairs_that_never_meet};
use graph::false_discovery::q_values;

/// More entities than this never take part, however large `top` is.
pub(crate) const MOST_ENTITIES: u32 = 2000;
/// Pairs that never meet, at most.
pub(crate) const MOST_ZEROS: usize = 20_000;
/// Below this alpha a tie belongs to the backbone.
const BACKBONE: f64 = 0.05;

/// A counted pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountedPair {
    /// Values of the archive; the first's slug comes first.
    pub first: EntityId,
    pub second: EntityId,
    /// The four cells.
    pub table: Table,
    /// Index into `Counted::tested`.
    pub test: usize,
}

/// How a pair could have come about by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// The one-sided exact p.
    pub p: f64,
    /// The false-discovery rate at which that p would just be accepted, over all pairs counted, whichever are shown.
    pub q: f64,
}

/// All that was counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Number of units.
    pub units: usize,
    /// Who takes part, the most frequent first, with the units that hold each.
    pub entities: Vec<(EntityId, u32)>,
    /// In the order of the measure, ties by slugs.
    pub pairs: Vec<CountedPair>,
    /// The cells of all pairs counted, whichever are shown: what is tested together.
    pub tested: Vec<Table>,
    /// How many entities of the kinds the units name, before `top`.
    pub candidates: usize,
}

impl Counted {
    /// The chance of every pair tested; `None` where there are no units. It takes a while where pairs are many, so it is
    /// asked for only where it is shown.
    pub fn chances(&self) -> Vec<Option<Chance>> {
        let p: Vec<Option<f64>> = self.tested.iter().map(Table::exact_p).collect();
        let q = q_values(&p.iter().map(|p| p.unwrap_or(1.0)).collect::<Vec<_>>());
        p.into_iter().zip(q).map(|(p, q)| p.map(|p| Chance { p, q })).collect()
    }
}

/// The numbers of the units a query counts, ascending.
pub(crate) fn units(archive: &Archive, query: &Query, selection: &Selection) -> Vec<u32> {
    match query.unit {
        Unit::Document => selection.documents.iter().collect(),
        Unit::Passage => selection.passages.iter().collect(),
        Unit::Sentence => {
            selection.passages.iter().flat_map(|passage| archive.sentences_of(PassageId(passage))).collect()
        }
    }
}

/// The values present in a unit.
pub(crate) fn values_of_unit<'a>(archive: &'a Archive, unit: Unit, number: u32) -> Ids<'a> {
    match unit {
        Unit::Document => archive.values_of_document(DocumentId(number)),
        Unit::Passage => archive.values_of_passage(PassageId(number)),
        Unit::Sentence => archive.values_of_sentence(SentenceId(number)),
    }
}

/// In co-occurrence a party is present where it is named, unless `party-as=people`.
pub(crate) fn kind_in_pairs(kind: EntityKind, query: &Query) -> EntityKind {
    let party_as = if query.party_as == PartyAs::People { PartyAs::People } else { PartyAs::Named };
    counted_as(kind, party_as)
}

/// The value that a slug of `focus` or `pair` means: of the kinds that take part, else of any; "topic:hamas" says which.
pub(crate) fn value_of_slug(archive: &Archive, query: &Query, slug: &str) -> Option<EntityId> {
    let find = |kind: EntityKind, slug: &str| {
        let entity = archive.entity(kind, slug)?;
        let counted = kind_in_pairs(kind, query);
        Some(if counted == kind { entity } else { archive.party_as(entity, counted) })
    };
    if let Some((kind, slug)) = slug.split_once(':') {
        return find(EntityKind::from_word(kind).filter(|kind| crate::query::takes_part(*kind))?, slug);
    }
    let others = EntityKind::ALL.iter().copied().filter(|kind| crate::query::takes_part(*kind));
    query.kinds.iter().copied().chain(others).find_map(|kind| find(kind, slug))
}

/// The slug that leads back to a value: with its kind where another kind's entity would be found first.
pub(crate) fn slug_of_value(archive: &Archive, query: &Query, value: EntityId) -> String {
    let slug = archive.slug(value);
    if value_of_slug(archive, query, slug) == Some(value) {
        return slug.to_owned();
    }
    format!("{}:{slug}", archive.kind_of(archive.entity_of(value)).word())
}

/// Counts the pairs of a selection.
pub(crate) fn count(archive: &Archive, query: &Query, selection: &Selection) -> Counted {
    let numbers = units(archive, query, selection);
    let kinds: Vec<_> = query.kinds.iter().map(|kind| archive.range_of(kind_in_pairs(*kind, query))).collect();
    let takes_part = |value: u32| kinds.iter().any(|range| range.contains(&value));
    let focus = query.focus.as_deref().and_then(|slug| value_of_slug(archive, query, slug));

    // Who never meets, meets less than expected.
    let least = if query.show == Show::Less { 0 } else { query.min };

    // The values of the units, end to end, and how often each stands.
    let mut offsets = vec![0_u32];
    let mut values: Vec<u32> = Vec::new();
    let mut singles = vec![0_u32; archive.values()];
    for number in &numbers {
        let start = values.len();
        values.extend(
            values_of_unit(archive, query.unit, *number)
                .iter()
                .filter(|value| takes_part(*value) || focus == Some(EntityId(*value))),
        );
        // With a focus its neighbours take part; who never meets it too, where that is asked for.
        let counts = least == 0 || focus.is_none_or(|focus| values[start..].contains(&focus.0));
        values[start..].iter().filter(|_| counts).for_each(|value| singles[*value as usize] += 1);
        offsets.push(values.len() as u32);
    }
    let entities = frequent(archive, query, &singles, focus);
    let candidates = singles.iter().filter(|count| **count > 0).count();

    let mut nodes = vec![NO_NODE; archive.values()];
    entities.iter().enumerate().for_each(|(node, value)| nodes[value.index()] = node as u32);
    let counted =
        cooccurrences(Units { offsets: &offsets, values: &values }, 0..numbers.len() as u32, &nodes, entities.len());
    let mut joint = counted.pairs;
    if least == 0 {
        let all: Vec<u32> = (0..entities.len() as u32).collect();
        joint.extend(pairs_that_never_meet(&all, &joint, MOST_ZEROS));
    }
    let mut tested = Vec::new();
    let mut table = |pair: &graph::cooccurrence::Pair| {
        let (first, second) = (pair.first as usize, pair.second as usize);
        let swap = key(archive, entities[first]) > key(archive, entities[second]);
        let (first, second) = if swap { (second, first) } else { (first, second) };
        let table =
            Table::from_counts(numbers.len() as u32, counted.singles[first], counted.singles[second], pair.count)?;
        tested.push(table);
        Some(CountedPair { first: entities[first], second: entities[second], table, test: tested.len() - 1 })
    };
    let pairs: Vec<CountedPair> = joint
        .iter()
        .filter(|pair| pair.count >= least)
        .filter_map(&mut table)
        .filter(|pair| focus.is_none_or(|focus| pair.first == focus || pair.second == focus))
        .collect();
    let pairs = shown(query.show, &entities, pairs);
    Counted {
        units: numbers.len(),
        pairs: in_order(archive, query, pairs),
        tested,
        entities: entities.iter().enumerate().map(|(node, value)| (*value, counted.singles[node])).collect(),
        candidates,
    }
}

/// The entities that take part: the most frequent, ties by slug; the focus always.
fn frequent(archive: &Archive, query: &Query, singles: &[u32], focus: Option<EntityId>) -> Vec<EntityId> {
    let present = singles.iter().enumerate().filter(|(_, count)| **count > 0).map(|(value, _)| EntityId(value as u32));
    let mut entities: Vec<EntityId> = present.filter(|value| Some(*value) != focus).collect();
    sort(&mut entities, |a, b| {
        singles[b.index()].cmp(&singles[a.index()]).then_with(|| key(archive, *a).cmp(&key(archive, *b)))
    });
    let top = query.top.min(MOST_ENTITIES) as usize;
    entities.truncate(top - usize::from(focus.is_some()).min(top));
    entities.splice(0..0, focus);
    entities
}

/// The pairs that `show` asks for.
fn shown(show: Show, entities: &[EntityId], pairs: Vec<CountedPair>) -> Vec<CountedPair> {
    match show {
        Show::All => pairs,
        Show::Less => pairs.into_iter().filter(|pair| is_less_than_expected(&pair.table)).collect(),
        Show::Backbone => {
            let node = |value: EntityId| entities.iter().position(|entity| *entity == value).unwrap_or_default() as u32;
            let edge = |pair: &CountedPair| graph::layout::Edge {
                first: node(pair.first),
                second: node(pair.second),
                weight: pair.table.a as f32,
            };
            let alphas = graph::backbone::alphas(entities.len(), &pairs.iter().map(edge).collect::<Vec<_>>());
            pairs.into_iter().zip(alphas).filter(|(_, alpha)| *alpha < BACKBONE).map(|(pair, _)| pair).collect()
        }
    }
}

/// a < f1·f2 / N, in whole numbers.
fn is_less_than_expected(table: &Table) -> bool {
    u64::from(table.a) * table.units() < table.first() * table.second()
}

/// Slugs order pairs and break ties; kinds part what has one slug.
fn key(archive: &Archive, value: EntityId) -> (&str, EntityKind) {
    (archive.slug(value), archive.kind_of(value))
}

fn in_order(archive: &Archive, query: &Query, pairs: Vec<CountedPair>) -> Vec<CountedPair> {
    // The most surprising lack first, where lacks are asked for.
    let rank = |table: &Table| match query.show {
        Show::Less => value(Measure::G2, table).map(|g2| -g2),
        _ => value(query.measure, table),
    };
    let mut keyed: Vec<(Option<f64>, CountedPair)> = pairs.into_iter().map(|pair| (rank(&pair.table), pair)).collect();
    sort(&mut keyed, |(a, one), (b, other)| {
        let by_value = b.partial_cmp(a).unwrap_or(std::cmp::Ordering::Equal);
        let by_count = other.table.a.cmp(&one.table.a);
        let keys = |pair: &CountedPair| (archive.slug(pair.first), archive.slug(pair.second), pair.first, pair.second);
        by_value.then(by_count).then_with(|| keys(one).cmp(&keys(other)))
    });
    keyed.into_iter().map(|(_, pair)| pair).collect()
}

/// A measure's value where it is defined: an entity in every unit is associated with nothing in particular, and where no p can be
/// small the approximation of G² says what is not so: the exact test alone speaks then.
pub fn value(measure: Measure, table: &Table) -> Option<f64> {
    if measure == Measure::G2 && is_too_small(table.units()) {
        return None;
    }
    let compares = matches!(measure, Measure::Lift | Measure::Npmi | Measure::G2 | Measure::Logratio | Measure::Deltap);
    if compares && table.occurs_everywhere() { None } else { measure.value(table) }
}

/// Where no p can come down to this, no pair can be told from chance. A hair more: six units just reach it.
const SIGNIFICANT: f64 = 0.05 + 1e-9;

/// Whether so few units can show no association, however they fall.
pub(crate) fn is_too_small(units: u64) -> bool {
    u32::try_from(units).is_ok_and(|units| smallest_p(units) > SIGNIFICANT)
}
