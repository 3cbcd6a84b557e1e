//! Which documents and passages match: set algebra over postings.

use crate::plan::{Plan, PlannedFilter};
use crate::query::Scope;
use crate::search::{Hits, Term};
use crate::set::Set;
use archive::date::Day;
use archive::{Archive, BlockId, DocumentId, EntityId, EntityKind, PassageId};

/// What matches. In document scope `passages` are all passages of the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selection {
    pub(crate) documents: Set,
    pub(crate) passages: Set,
}

/// Something to leave out of a plan, to count what would be without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Without {
    Nothing,
    /// The values chosen of a kind; those excluded stay.
    Chosen(EntityKind),
    Dates,
}

/// The search's answers, found once a view and used for every selection of it.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// For each wanted group, each alternative's hits.
    pub(crate) wanted: Vec<Vec<Hits>>,
    pub(crate) excluded: Vec<Hits>,
}

impl Found {
    pub(crate) fn of(archive: &Archive, plan: &Plan) -> Found {
        let all = |terms: &[Term]| terms.iter().map(|term| term.hits(archive, plan.scope)).collect::<Vec<_>>();
        Found { wanted: plan.search.wanted.iter().map(|any| all(any)).collect(), excluded: all(&plan.search.excluded) }
    }
}

/// The selection of a plan, without the part named.
pub(crate) fn select(archive: &Archive, plan: &Plan, found: &Found, without: Without) -> Selection {
    let space = Space { archive, scope: plan.scope };
    space.selection(units(&space, plan, found, without))
}

/// What counting documents wants of a selection: in document scope it is without its passages, which are many.
pub(crate) fn select_lean(archive: &Archive, plan: &Plan, found: &Found, without: Without) -> Selection {
    let space = Space { archive, scope: plan.scope };
    let units = units(&space, plan, found, without);
    match plan.scope {
        Scope::Document => Selection { documents: units, passages: Set::empty(0) },
        Scope::Passage => space.selection(units),
    }
}

fn units(space: &Space, plan: &Plan, found: &Found, without: Without) -> Set {
    let mut units = Set::full(space.length());
    for filter in &plan.filters {
        if without != Without::Chosen(filter.kind) {
            keep_chosen(space, filter, &mut units);
        }
        filter.excluded.iter().for_each(|value| units.take(&space.with(*value)));
    }
    for any in &found.wanted {
        let mut met = Set::empty(space.length());
        any.iter().for_each(|hits| met.add(&space.hit(hits)));
        units.keep(&met);
    }
    found.excluded.iter().for_each(|hits| units.take(&space.hit(hits)));
    if let (Some(window), true) = (plan.window, without != Without::Dates) {
        units.keep(&space.of_documents(&documents_between(space.archive, window)));
    }
    if let Some(inside) = &plan.outside {
        units.take(&space.of_documents(inside));
    }
    units
}

fn keep_chosen(space: &Space, filter: &PlannedFilter, units: &mut Set) {
    if filter.any && !filter.chosen.is_empty() {
        let mut met = Set::empty(space.length());
        filter.chosen.iter().for_each(|value| met.add(&space.with(*value)));
        units.keep(&met);
    } else {
        filter.chosen.iter().for_each(|value| units.keep(&space.with(*value)));
    }
}

/// The documents whose dates overlap a window of days.
pub(crate) fn documents_between(archive: &Archive, (first, last): (Day, Day)) -> Set {
    let mut set = Set::empty(archive.documents());
    set.insert_range(archive.documents_before(first)..archive.documents_before(last.saturating_add(1)));
    // Dates that begin before the window may reach into it.
    for document in archive.long_dates() {
        if archive.date(DocumentId(*document)).is_some_and(|date| date.first <= last && date.last >= first) {
            set.insert(*document);
        }
    }
    set
}

/// The units that filters are met by: documents or passages.
struct Space<'a> {
    archive: &'a Archive,
    scope: Scope,
}

impl Space<'_> {
    fn length(&self) -> usize {
        match self.scope {
            Scope::Document => self.archive.documents(),
            Scope::Passage => self.archive.passages(),
        }
    }

    fn with(&self, value: EntityId) -> Set {
        let in_passages = self.archive.kind_of(value) != EntityKind::Outlet;
        match self.scope {
            Scope::Passage if in_passages => Set::from_list(self.length(), self.archive.passages_with(value)),
            _ => self.of_documents(&Set::from_list(self.archive.documents(), self.archive.documents_with(value))),
        }
    }

    fn hit(&self, hits: &Hits) -> Set {
        let mut set = Set::empty(self.length());
        match self.scope {
            Scope::Document => return Set::of(self.length(), hits.documents.iter().map(|(document, _)| *document)),
            Scope::Passage => {
                let passages = hits.blocks.iter().filter_map(|(block, _)| self.archive.passage_of(BlockId(*block)));
                passages.for_each(|passage| set.insert(passage.0));
            }
        }
        set
    }

    fn of_documents(&self, documents: &Set) -> Set {
        match self.scope {
            Scope::Document => documents.clone(),
            Scope::Passage => passages_of(self.archive, documents),
        }
    }

    fn selection(&self, units: Set) -> Selection {
        match self.scope {
            Scope::Document => Selection { passages: passages_of(self.archive, &units), documents: units },
            Scope::Passage => {
                let mut documents = Set::empty(self.archive.documents());
                units.for_each(|passage| documents.insert(self.archive.document_of(PassageId(passage)).0));
                Selection { documents, passages: units }
            }
        }
    }
}

fn passages_of(archive: &Archive, documents: &Set) -> Set {
    let mut passages = Set::empty(archive.passages());
    documents.for_each(|document| passages.insert_range(archive.passages_of(DocumentId(document))));
    passages
}
