//! What a filter state comes to, as numbers alone: for benches, and for whoever draws it in another way.
//!
//! The very selection and counts of the [`View`](crate::view::View), without names, links and snippets.

use crate::plan::plan;
use crate::query::Query;
use crate::select::{Found, Without, select_lean};
use crate::{documents, facets, timeline};
use archive::date::Day;
use archive::{Archive, DocumentId, EntityId, EntityKind, Ids};
use graph::cooccurrence::Pair;
use graph::strongest::{Taking, strongest};

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

/// How many documents a query selects, and the first `most` in its order: what a page of the list holds.
pub fn first_documents(archive: &Archive, query: &Query, most: usize) -> (usize, Vec<DocumentId>) {
    let (plan, _) = plan(archive, query);
    let found = Found::of(archive, &plan);
    let selected = select_lean(archive, &plan, &found, Without::Nothing).documents;
    (selected.count(), documents::first(archive, query, &found, &selected, most))
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

    let (mut room, mut other_room) = (Vec::new(), Vec::new());
    let all = |take: &mut Taking| {
        selected.for_each(|document| hand_on(lists.get(document as usize), &mut room, take));
    };
    let with = |name: u32, take: &mut Taking| {
        for document in archive.documents_with(EntityId(name)) {
            if selected.contains(document.get()) {
                hand_on(lists.get(document.get() as usize), &mut other_room, take);
            }
        }
    };
    let pairs = strongest(documents as u32, &singles, (least, most), all, with).into_iter();
    let named = |(pair, npmi): (Pair, f64)| StrongPair {
        first: EntityId(pair.first),
        second: EntityId(pair.second),
        count: pair.count,
        npmi,
    };
    pairs.map(named).collect()
}

/// In plain loops: see `Ids::add_to`.
fn hand_on(ids: Ids, room: &mut Vec<u32>, take: &mut Taking) {
    if room.len() < ids.len() {
        room.resize(ids.len(), 0);
    }
    let room = &mut room[..ids.len()];
    let mut at = 0;
    match ids {
        Ids::Narrow(ids) => {
            while let (Some(place), Some(id)) = (room.get_mut(at), ids.get(at)) {
                *place = u32::from(id.get());
                at += 1;
            }
        }
        Ids::Wide(ids) => {
            while let (Some(place), Some(id)) = (room.get_mut(at), ids.get(at)) {
                *place = id.get();
                at += 1;
            }
        }
    }
    take(room);
}
