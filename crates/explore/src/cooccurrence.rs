//! Who is named with whom: the units counted, the entities that take part, and every pair with its four cells.

use crate::order::{first_by, sort, sort_by_key};
use crate::plan::counted_as;
use crate::query::{PartyAs, Query, Show, Tie, Unit};
use crate::select::Selection;
use archive::{Archive, DocumentId, EntityId, EntityKind, Lists, PassageId};
use graph::association::{Measure, Table, smallest_p};
use graph::cooccurrence::{NO_NODE, Pair, Units, cooccurrences, pairs_that_never_meet};
use graph::false_discovery::q_values;

mod speaking;

/// More entities than this never take part, however large `top` is.
pub(crate) const MOST_ENTITIES: u32 = 2000;
/// Pairs that never meet, at most.
pub(crate) const MOST_ZEROS: usize = 20_000;
/// Below this alpha a tie belongs to the backbone.
const BACKBONE: f64 = 0.05;

/// A counted pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountedPair {
    /// Values of the archive; the first's slug comes first, or with `Tie::About` the first speaks of the second.
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
    /// People with the party they had on all days of the selection, ascending; none of them had two.
    parties: Vec<(EntityId, EntityId)>,
    /// How many entities of the kinds the units name, before `top`.
    pub candidates: usize,
}

impl Counted {
    /// An entity's colour; of a person that of the party on the days of the selection, if it is one.
    pub(crate) fn colour<'a>(&self, archive: &'a Archive, entity: EntityId) -> &'a str {
        let party = self.parties.iter().find(|(person, _)| *person == entity).map(|(_, party)| *party);
        archive.colour(party.unwrap_or(entity))
    }

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
    let mut units = Vec::new();
    match query.unit {
        Unit::Document => selection.documents.for_each(|document| units.push(document)),
        Unit::Passage => selection.passages.for_each(|passage| units.push(passage)),
        Unit::Sentence => selection.passages.for_each(|passage| units.extend(archive.sentences_of(PassageId(passage)))),
    }
    units
}

/// By unit: the values present in it.
pub(crate) fn values_of_units(archive: &Archive, unit: Unit) -> Lists<'_> {
    match unit {
        Unit::Document => archive.values_of_documents(),
        Unit::Passage => archive.values_of_passages(),
        Unit::Sentence => archive.values_of_sentences(),
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
    if query.tie == Tie::About {
        return speaking::count(archive, query, selection);
    }
    let numbers = units(archive, query, selection);
    let lists = values_of_units(archive, query.unit);
    let focus = query.focus.as_deref().and_then(|slug| value_of_slug(archive, query, slug));
    // Who never meets, meets less than expected.
    let least = if query.show == Show::Less { 0 } else { query.min };

    // With a focus its neighbours take part; who never meets it too, where that is asked for.
    let neighbours_of = focus.filter(|_| least > 0);
    let mut singles = vec![0_u32; archive.values()];
    let mut met = vec![neighbours_of.is_none(); archive.values()];
    for number in &numbers {
        let values = lists.get(*number as usize);
        values.for_each(|value| singles[value as usize] += 1);
        if neighbours_of.is_some_and(|focus| values.contains(focus.0)) {
            values.for_each(|value| met[value as usize] = true);
        }
    }
    let kinds = query.kinds.iter().flat_map(|kind| archive.range_of(kind_in_pairs(*kind, query)));
    let present: Vec<EntityId> = kinds
        .filter(|value| singles[*value as usize] > 0 && met[*value as usize] && focus != Some(EntityId(*value)))
        .map(EntityId)
        .collect();
    let candidates = present.len() + usize::from(focus.is_some());
    let entities = frequent(archive, query, &singles, present, focus);

    // From here on a name is its place in the order of slugs.
    let mut names = entities.clone();
    sort_by_key(&mut names, |value| key(archive, *value));
    let (mut tested, mut pairs) = (Vec::new(), Vec::new());
    for pair in meetings(&numbers, lists, &names, archive.values(), least).iter().filter(|pair| pair.count >= least) {
        let (first, second) = (names[pair.first as usize], names[pair.second as usize]);
        let (one, other) = (singles[first.index()], singles[second.index()]);
        let Some(table) = Table::from_counts(numbers.len() as u32, one, other, pair.count) else { continue };
        if focus.is_none_or(|focus| first == focus || second == focus) {
            pairs.push((*pair, CountedPair { first, second, table, test: tested.len() }));
        }
        tested.push(table);
    }
    let pairs = shown(query.show, names.len(), pairs);
    Counted {
        units: numbers.len(),
        pairs: in_order(query, pairs),
        tested,
        parties: parties(archive, selection, &names),
        entities: entities.iter().map(|value| (*value, singles[value.index()])).collect(),
        candidates,
    }
}

/// The parties of the people among these names, on the days of the selected documents, where that is one party.
fn parties(archive: &Archive, selection: &Selection, names: &[EntityId]) -> Vec<(EntityId, EntityId)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Known {
        NotAsked,
        Nothing,
        One(EntityId),
        Several,
    }
    let mut known = vec![Known::NotAsked; archive.values()];
    names.iter().for_each(|name| known[name.index()] = Known::Nothing);
    selection.documents.for_each(|document| {
        for (person, party) in archive.parties_that_day(DocumentId(document)) {
            match known.get_mut(person.index()) {
                Some(known @ Known::Nothing) => *known = Known::One(party),
                Some(known) if matches!(*known, Known::One(other) if other != party) => *known = Known::Several,
                _ => {}
            }
        }
    });
    let one = |name: &EntityId| match known[name.index()] {
        Known::One(party) => Some((*name, party)),
        _ => None,
    };
    names.iter().filter_map(one).collect()
}

/// The entities that take part: the most frequent, ties by slug; the focus always, and first.
fn frequent(
    archive: &Archive,
    query: &Query,
    singles: &[u32],
    present: Vec<EntityId>,
    focus: Option<EntityId>,
) -> Vec<EntityId> {
    let top = query.top.min(MOST_ENTITIES) as usize;
    let mut entities = first_by(
        present,
        top - usize::from(focus.is_some()).min(top),
        |value| singles[value.index()],
        |one, other| key(archive, *one).cmp(&key(archive, *other)),
    );
    entities.splice(0..0, focus);
    entities
}

/// The pairs of names, numbered by their place in `names`, that meet in units, and if `least` is 0 those that do not; by
/// first, then second.
fn meetings(numbers: &[u32], lists: Lists<'_>, names: &[EntityId], values: usize, least: u32) -> Vec<Pair> {
    let mut nodes = vec![NO_NODE; values];
    names.iter().enumerate().for_each(|(node, value)| nodes[value.index()] = node as u32);
    // Only units with two names or more are counted: most passages have none.
    let (mut offsets, mut present) = (vec![0_u32], Vec::new());
    for number in numbers {
        let start = present.len();
        lists.get(*number as usize).for_each(|value| {
            let node = nodes[value as usize];
            if node != NO_NODE {
                present.push(node);
            }
        });
        match present.len() - start {
            0 | 1 => present.truncate(start),
            _ => offsets.push(present.len() as u32),
        }
    }
    let all: Vec<u32> = (0..names.len() as u32).collect();
    let units = Units { offsets: &offsets, values: &present };
    let mut pairs = cooccurrences(units, 0..offsets.len() as u32 - 1, &all, names.len()).pairs;
    if least == 0 {
        let apart = pairs_that_never_meet(&all, &pairs, MOST_ZEROS);
        pairs.extend(apart);
    }
    pairs
}

/// The pairs that `show` asks for.
fn shown(show: Show, names: usize, pairs: Vec<(Pair, CountedPair)>) -> Vec<(Pair, CountedPair)> {
    match show {
        Show::All => pairs,
        Show::Less => pairs.into_iter().filter(|(_, pair)| is_less_than_expected(&pair.table)).collect(),
        Show::Backbone => {
            let edge = |(pair, _): &(Pair, CountedPair)| graph::layout::Edge {
                first: pair.first,
                second: pair.second,
                weight: pair.count as f32,
            };
            let alphas = graph::backbone::alphas(names, &pairs.iter().map(edge).collect::<Vec<_>>());
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

fn in_order(query: &Query, pairs: Vec<(Pair, CountedPair)>) -> Vec<CountedPair> {
    // The most surprising lack first, where lacks are asked for.
    let rank = |table: &Table| match query.show {
        Show::Less => rounded(Measure::G2, table).map(|g2| -g2),
        _ => rounded(query.measure, table),
    };
    let mut keyed: Vec<(Option<f64>, Pair, CountedPair)> =
        pairs.into_iter().map(|(numbers, pair)| (rank(&pair.table), numbers, pair)).collect();
    sort(&mut keyed, |(a, one, _), (b, other, _)| {
        let by_value = b.partial_cmp(a).unwrap_or(std::cmp::Ordering::Equal);
        by_value.then(other.count.cmp(&one.count)).then((one.first, one.second).cmp(&(other.first, other.second)))
    });
    keyed.into_iter().map(|(_, _, pair)| pair).collect()
}

/// A measure to compare by: what differs only in the last bits of the reckoning is equal.
pub(crate) fn rounded(measure: Measure, table: &Table) -> Option<f64> {
    const FINEST: f64 = 1e9;
    value(measure, table).map(|value| (value * FINEST).round() / FINEST)
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
