//! Who speaks about whom: the tie that has a direction. The units are statements whose speaker is known; the first of a pair
//! speaks them, the second is named in their words. Who speaks of himself is tied to nobody.

use super::{Counted, CountedPair, MOST_ZEROS, frequent, in_order, key, kind_in_pairs, parties, shown, value_of_slug};
use crate::order::sort_by_key;
use crate::query::{PartyAs, Query, Show};
use crate::select::Selection;
use crate::statements::{self, Said, Sayings};
use archive::{Archive, EntityId, EntityKind};
use graph::association::Table;
use graph::cooccurrence::{NO_NODE, Pair};

/// Who speaks a unit and whom it names, of those who take part; each once.
struct Unit {
    by: Vec<u32>,
    about: Vec<u32>,
}

/// Counts the pairs of a selection.
pub(super) fn count(archive: &Archive, query: &Query, selection: &Selection) -> Counted {
    let focus = query.focus.as_deref().and_then(|slug| value_of_slug(archive, query, slug));
    let least = if query.show == Show::Less { 0 } else { query.min };
    let mut takes_part = vec![false; archive.values()];
    for value in query.kinds.iter().flat_map(|kind| archive.range_of(kind_in_pairs(*kind, query))) {
        takes_part[value as usize] = true;
    }
    focus.into_iter().for_each(|focus| takes_part[focus.index()] = true);
    let sayings = Sayings::of(archive, query, selection);
    let known = sayings.listed().filter(|said| said.it.speaker.is_some());
    let units: Vec<Unit> = known.map(|said| unit(archive, query, said, &takes_part)).collect();

    let neighbours_of = focus.filter(|_| least > 0);
    let (mut by, mut about) = (vec![0_u32; archive.values()], vec![0_u32; archive.values()]);
    let mut either = by.clone();
    let mut met = vec![neighbours_of.is_none(); archive.values()];
    for unit in &units {
        unit.by.iter().for_each(|value| by[*value as usize] += 1);
        unit.about.iter().for_each(|value| about[*value as usize] += 1);
        let others = unit.about.iter().filter(|value| !unit.by.contains(value));
        unit.by.iter().chain(others).for_each(|value| either[*value as usize] += 1);
        if let Some(focus) = neighbours_of {
            for (one, other) in [(&unit.by, &unit.about), (&unit.about, &unit.by)] {
                if one.contains(&focus.0) {
                    other.iter().for_each(|value| met[*value as usize] = true);
                }
            }
        }
    }
    let present: Vec<EntityId> = (0..archive.values() as u32)
        .filter(|value| either[*value as usize] > 0 && met[*value as usize] && focus != Some(EntityId(*value)))
        .map(EntityId)
        .collect();
    let candidates = present.len() + usize::from(focus.is_some());
    let entities = frequent(archive, query, &either, present, focus);

    let mut names = entities.clone();
    sort_by_key(&mut names, |value| key(archive, *value));
    let (mut tested, mut pairs) = (Vec::new(), Vec::new());
    for (first, second, count) in meetings(&units, &names, (&by, &about), least == 0) {
        let (one, other) = (names[first], names[second]);
        let table = Table::from_counts(units.len() as u32, by[one.index()], about[other.index()], count);
        let Some(table) = table.filter(|_| count >= least) else { continue };
        if focus.is_none_or(|focus| one == focus || other == focus) {
            // As the first of a pair and as its second a name is two: its ties in one direction are apart from the others.
            let pair = Pair { first: first as u32, second: (names.len() + second) as u32, count };
            pairs.push((pair, CountedPair { first: one, second: other, table, test: tested.len() }));
        }
        tested.push(table);
    }
    let pairs = shown(query.show, 2 * names.len(), pairs);
    Counted {
        units: units.len(),
        pairs: in_order(query, pairs),
        tested,
        parties: parties(archive, selection, &names),
        entities: entities.iter().map(|value| (*value, either[value.index()])).collect(),
        candidates,
    }
}

fn unit(archive: &Archive, query: &Query, said: &Said, takes_part: &[bool]) -> Unit {
    let mut unit = Unit { by: Vec::new(), about: Vec::new() };
    let add = |values: &mut Vec<u32>, value: u32| {
        if takes_part[value as usize] && !values.contains(&value) {
            values.push(value);
        }
    };
    said.it.speaker.into_iter().for_each(|speaker| add(&mut unit.by, speaker.0));
    if query.party_as == PartyAs::People {
        for party in statements::parties(archive, said) {
            add(&mut unit.by, archive.party_as(party, EntityKind::PartyOfPeople).0);
        }
    }
    archive.values_of_statement(said.number).for_each(|value| add(&mut unit.about, value));
    unit
}

/// Pairs of names, by their places in `names`, with the units in which the first speaks of the second; with `zeros` also
/// those of one who speaks and one who is spoken of that have none.
fn meetings(
    units: &[Unit],
    names: &[EntityId],
    (by, about): (&[u32], &[u32]),
    zeros: bool,
) -> Vec<(usize, usize, u32)> {
    let mut places = vec![NO_NODE; by.len()];
    names.iter().enumerate().for_each(|(place, value)| places[value.index()] = place as u32);
    let all = names.len() as u32;
    let mut met: Vec<u32> = Vec::new();
    for unit in units {
        for first in unit.by.iter().map(|value| places[*value as usize]).filter(|place| *place != NO_NODE) {
            let seconds = unit.about.iter().map(|value| places[*value as usize]);
            met.extend(
                seconds.filter(|second| *second != NO_NODE && *second != first).map(|second| first * all + second),
            );
        }
    }
    graph::order::sort_numbers(&mut met);
    let mut pairs: Vec<(usize, usize, u32)> = Vec::new();
    let place = |number: u32| ((number / all) as usize, (number % all) as usize);
    for number in &met {
        let (first, second) = place(*number);
        match pairs.last_mut() {
            Some((one, other, count)) if (*one, *other) == (first, second) => *count += 1,
            _ => pairs.push((first, second, 1)),
        }
    }
    if zeros {
        let apart = (0..all * all).filter(|number| {
            let (first, second) = place(*number);
            first != second && by[names[first].index()] > 0 && about[names[second].index()] > 0
        });
        let apart = apart.filter(|number| met.binary_search(number).is_err()).take(MOST_ZEROS);
        pairs.extend(apart.map(|number| (place(number).0, place(number).1, 0)));
    }
    pairs
}
