//! What a filter state comes to, as numbers alone: for benches, and for whoever draws it in another way.
//!
//! The very selection and counts of the [`View`](crate::view::View), without names, links and snippets.

use crate::plan::plan;
use crate::query::Query;
use crate::select::{Found, Without, select};
use crate::{facets, timeline};
use archive::date::Day;
use archive::{Archive, EntityId};

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
    let selection = select(archive, &plan, &found, Without::Nothing);
    let (counts, first) = facets::Counter::new(archive, query, &plan, &found, &selection).numbers(values);
    let periods = match plan.window {
        Some(_) => timeline::numbers(archive, &select(archive, &plan, &found, Without::Dates).documents),
        None => timeline::numbers(archive, &selection.documents),
    };
    Numbers { documents: selection.documents.count(), counts, first, periods }
}
