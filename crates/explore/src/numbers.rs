//! What a filter state comes to, as numbers alone: for benches, and for whoever draws it in another way.
//!
//! The very selection and counts of the [`View`](crate::view::View), without names, links and snippets.

use crate::plan::plan;
use crate::query::Query;
use crate::select::{Found, Without, select_lean};
use crate::{facets, timeline};
use archive::date::Day;
use archive::{Archive, EntityId, EntityKind, Ids};
use graph::association::Table;
use graph::cooccurrence::Pair;
use graph::strongest::strongest;

/// The numbers of a filter state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Results.
    pub documents: usize,
    /// By value of the archive: results that carry it, as its facet counts them.
    pub counts: Vec<u32>,
    /// For each of `FACETS` its first values with their results.
    pub first: Vec<Vec<(EntityId, u32)>>,
    /// By month (or year, where months are too many) the day it begins with, and the documents that overlap it, whatever dates
    /// are chosen.
    pub periods: Vec<(Day, usize)>,
}

/// The numbers of a query, with so many values of each facet.
pub fn numbers(archive: &Archive, query: &Query, values: usize) -> Numbers {
    let (plan, _) = plan(archive, query);
    let found = Found::of(archive, &plan);
    let selection = select_lean(archive, &plan, &found, Without::Nothing);
    let (counts, first) = facets::Counter::new(archive, query, &plan, &found, &selection).numbers(values);
    let periods = match plan.window {
        Some(_) => timeline::numbers(archive, &select_lean(archive, &plan, &found, Without::Dates).documents),
        None => timeline::numbers(archive, &selection.documents),
    };
    Numbers { documents: selection.documents.count(), counts, first, periods }
}

/// A pair of names with the documents that hold both, and how strongly they belong together (NPMI, -1 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StrongPair {
    pub first: EntityId,
    pub second: EntityId,
    pub count: u32,
    pub npmi: f64,
}

/// The strongest pairs of a selection among all people, parties (as named), organisations, places and topics, however many: by NPMI, ties by
/// number, of pairs that at least `least` documents hold.
pub fn strongest_pairs(archive: &Archive, query: &Query, least: u32, most: usize) -> Vec<StrongPair> {
    let (plan, _) = plan(archive, query);
    let found = Found::of(archive, &plan);
    let selected = select_lean(archive, &plan, &found, Without::Nothing).documents;
    let lists = archive.values_of_documents();
    // Outlets and the parties' further countings stand behind these.
    let names = archive.range_of(EntityKind::Topic).end;
    let documents = selected.count();
    let mut singles = vec![0_u32; archive.values()];
    selected.for_each(|document| lists.get(document as usize).add_to(&mut singles, 1));
    singles.truncate(names as usize);

    // By name its documents: those of the archive, or where few are selected those turned round here.
    let is_broad = documents * 8 > archive.documents();
    let mut ends = vec![0_u32; names as usize + 1];
    let mut turned = Vec::new();
    if !is_broad {
        for name in 0..names as usize {
            ends[name + 1] = ends[name] + singles[name];
        }
        turned = vec![0_u32; ends[names as usize] as usize];
        let mut next = ends.clone();
        selected.for_each(|document| {
            for value in lists.get(document as usize).iter().take_while(|value| *value < names) {
                turned[next[value as usize] as usize] = document;
                next[value as usize] += 1;
            }
        });
    }
    let fill = |first: u32, row: &mut [u32]| {
        let mut add = |document: u32| {
            // From the end, where the later names are; what is no name has no place in the row. In plain loops: see `Ids::add_to`.
            match lists.get(document as usize) {
                Ids::Narrow(ids) => {
                    for id in ids.iter().rev() {
                        if u32::from(id.get()) <= first {
                            break;
                        }
                        if let Some(count) = row.get_mut(usize::from(id.get())) {
                            *count += 1;
                        }
                    }
                }
                Ids::Wide(ids) => {
                    for id in ids.iter().rev() {
                        if id.get() <= first {
                            break;
                        }
                        if let Some(count) = row.get_mut(id.get() as usize) {
                            *count += 1;
                        }
                    }
                }
            }
        };
        if is_broad {
            let all = archive.documents_with(EntityId(first)).iter().map(|document| document.get());
            all.filter(|document| selected.contains(*document)).for_each(add);
        } else {
            turned[ends[first as usize] as usize..ends[first as usize + 1] as usize].iter().for_each(|at| add(*at));
        }
    };
    let npmi = |pair: &Pair| {
        let (one, other) = (singles[pair.first as usize], singles[pair.second as usize]);
        Table::from_counts(documents as u32, one, other, pair.count)?.npmi()
    };
    let pairs = strongest(&singles, least, most, fill, npmi).into_iter();
    let named = |(pair, npmi): (Pair, f64)| StrongPair {
        first: EntityId(pair.first),
        second: EntityId(pair.second),
        count: pair.count,
        npmi,
    };
    pairs.map(named).collect()
}
