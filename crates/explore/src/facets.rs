//! Facets: the values of each kind with the number of results behind each.
//!
//! Contextual: in "all" mode a number is the results after choosing the value; in "any" mode the facet ignores its own
//! choice, and a number is the results that carry the value under all other filters (crossfilter's rule). The number links
//! to exactly that list.

use crate::plan::{Plan, PlannedFilter, counted_as, plan};
use crate::query::words::facet_label;
use crate::query::{FACETS, PartyAs, Query, Scope};
use crate::select::{Found, Selection, Without, select_lean};
use crate::view::{Choice, Facet, FacetValue, Part, ValueState};
use archive::{Archive, DocumentId, EntityId, EntityKind, PassageId};
use text::fold;

/// Values shown of a facet unless all are asked for.
pub const FACET_ROWS: usize = 10;
/// Values shown even when all are asked for.
const MOST_ROWS: usize = 1000;

/// The counts that a View's facets need, made once.
pub(crate) struct Counter<'a> {
    archive: &'a Archive,
    query: &'a Query,
    plan: &'a Plan,
    found: &'a Found,
    /// Results by value, over the whole selection.
    all: Vec<u32>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(
        archive: &'a Archive,
        query: &'a Query,
        plan: &'a Plan,
        found: &'a Found,
        selection: &Selection,
    ) -> Counter<'a> {
        Counter { archive, query, plan, found, all: counts(archive, plan.scope, selection) }
    }

    /// Every facet, the most frequent values first.
    pub(crate) fn facets(&self) -> Vec<Facet> {
        let facets =
            FACETS.iter().zip(&self.plan.filters).map(|(kind, filter)| self.facet(*kind, filter, "", FACET_ROWS));
        facets.filter(|facet| facet.total > 0 || !facet.values.is_empty()).collect()
    }

    /// Every facet as numbers: by value the results, and the first values of each facet with theirs.
    pub(crate) fn numbers(&self, rows: usize) -> (Vec<u32>, Vec<Vec<(EntityId, u32)>>) {
        let (mut counts, mut first) = (self.all.clone(), Vec::new());
        for filter in &self.plan.filters {
            if filter.any && !filter.chosen.is_empty() {
                let range = self.archive.range_of(filter.counted);
                let range = range.start as usize..range.end as usize;
                let own = self.count_without(self.plan, Without::Chosen(filter.kind));
                counts[range.clone()].copy_from_slice(&own[range]);
            }
            let (values, _) = self.ranked(filter, &counts, "", rows);
            first.push(values.into_iter().map(|value| (value, counts[value.index()])).collect());
        }
        (counts, first)
    }

    /// One facet with all its values whose names hold the letters of `needle`.
    pub(crate) fn whole(&self, key: &str, needle: &str) -> Option<Facet> {
        let at = FACETS.iter().position(|kind| kind.word() == key)?;
        Some(self.facet(FACETS[at], &self.plan.filters[at], needle, MOST_ROWS))
    }

    /// The values of a kind that selected documents carry, with the number of documents that choosing each gives.
    pub(crate) fn present(&self, kind: EntityKind) -> Vec<(EntityId, u32)> {
        let Some(filter) = self.plan.filters.iter().find(|filter| filter.kind == kind) else { return Vec::new() };
        let ignores_own = filter.any && !filter.chosen.is_empty();
        let own = ignores_own.then(|| self.count_without(self.plan, Without::Chosen(kind)));
        let counts = own.as_ref().unwrap_or(&self.all);
        let values = self.archive.range_of(filter.counted).map(|value| (EntityId(value), counts[value as usize]));
        values.filter(|(_, count)| *count > 0).collect()
    }

    /// The documents that choosing one value gives, with the link to them.
    pub(crate) fn one(&self, kind: EntityKind, entity: EntityId) -> (usize, String) {
        let Some(filter) = self.plan.filters.iter().find(|filter| filter.kind == kind) else {
            return (0, self.query.link(|_| ()));
        };
        let value = self.archive.party_as(entity, filter.counted);
        let ignores_own = filter.any && !filter.chosen.is_empty();
        let own = ignores_own.then(|| self.count_without(self.plan, Without::Chosen(kind)));
        let value = self.value(kind, filter, value, own.as_ref().unwrap_or(&self.all), &[]);
        (value.count, value.only)
    }

    fn facet(&self, kind: EntityKind, filter: &PlannedFilter, needle: &str, rows: usize) -> Facet {
        let ignores_own = filter.any && !filter.chosen.is_empty();
        let own = ignores_own.then(|| self.count_without(self.plan, Without::Chosen(kind)));
        let counts = own.as_ref().unwrap_or(&self.all);
        let parts = if kind == EntityKind::Party { self.party_counts(filter) } else { Vec::new() };
        let (shown, total) = self.ranked(filter, counts, &fold(needle.trim()), rows);
        Facet {
            key: kind.word().to_owned(),
            label: facet_label(self.query.words, kind).to_owned(),
            mode: self.mode(kind, filter),
            values: shown.into_iter().map(|value| self.value(kind, filter, value, counts, &parts)).collect(),
            total,
        }
    }

    /// The first values of a facet, and how many there are: what was chosen first, then what was excluded, then by falling count;
    /// ties by slug.
    // In a plain loop: where the program is compiled for size, closures and indices are a call for each value.
    fn ranked(&self, filter: &PlannedFilter, counts: &[u32], needle: &str, rows: usize) -> (Vec<EntityId>, usize) {
        let archive = self.archive;
        let values = archive.range_of(filter.counted);
        let named = || filter.chosen.iter().chain(&filter.excluded);
        // Nearly every value lies before or behind those that were chosen, and needs not be looked up among them.
        let (lowest, highest) = (named().min().copied(), named().max().copied());
        let rows = rows.max(named().count());
        // Two bits for the class, 31 each for the count and for the place among slugs, counted from the end.
        const PLACES: u64 = (1 << 31) - 1;
        let mut first: Vec<u64> = Vec::new();
        let (mut least, mut total) = (0, 0);
        let own = counts.get(values.start as usize..values.end as usize).unwrap_or_default();
        for ((value, count), slug) in values.clone().zip(own).zip(archive.places_by_slug(filter.counted)) {
            let free = lowest.is_none_or(|lowest| value < lowest.0) || highest.is_none_or(|highest| value > highest.0);
            let class = if free { 0 } else { class(filter, EntityId(value)) };
            if *count == 0 && class == 0 || !needle.is_empty() && !self.holds(EntityId(value), needle) {
                continue;
            }
            total += 1;
            let key = class << 62 | u64::from(*count) << 31 | (PLACES - u64::from(*slug));
            if key > least {
                let at = first.partition_point(|held| *held > key);
                first.insert(at, key);
                first.truncate(rows);
                least = if first.len() == rows { first[rows - 1] } else { 0 };
            }
        }
        let by_slug = archive.by_slug(filter.counted);
        let start = archive.range_of(filter.kind).start;
        let value = |key: u64| {
            let entity = by_slug.get((PLACES - (key & PLACES)) as usize)?;
            Some(EntityId(entity.get() - start + values.start))
        };
        (first.into_iter().filter_map(value).collect(), total)
    }

    fn holds(&self, value: EntityId, needle: &str) -> bool {
        fold(self.archive.name(value)).contains(needle) || fold(self.archive.label(value)).contains(needle)
    }

    fn mode(&self, kind: EntityKind, filter: &PlannedFilter) -> Vec<Choice> {
        if filter.chosen.is_empty() {
            return Vec::new();
        }
        let choice = |label: &str, any: bool| Choice {
            label: label.to_owned(),
            href: self.query.link(|query| query.filter_mut(kind).switched = any != (kind == EntityKind::Outlet)),
            current: filter.any == any,
        };
        let words = self.query.words;
        vec![choice(words.say("all of these"), false), choice(words.say("any of these"), true)]
    }

    fn value(
        &self,
        kind: EntityKind,
        filter: &PlannedFilter,
        value: EntityId,
        counts: &[u32],
        parts: &[(PartyAs, Vec<u32>)],
    ) -> FacetValue {
        let (archive, query) = (self.archive, self.query);
        let slug = archive.slug(value);
        let (chosen, excluded) = (filter.chosen.contains(&value), filter.excluded.contains(&value));
        let count = if excluded { self.count_readmitted(kind, value) } else { counts[value.index()] as usize };
        let alone = filter.any && !filter.chosen.is_empty();
        let choose = |query: &mut Query| {
            let filter = query.filter_mut(kind);
            if alone {
                filter.chosen.clear();
            }
            filter.release_excluded(slug);
            filter.choose(slug);
        };
        FacetValue {
            slug: slug.to_owned(),
            label: archive.label(value).to_owned(),
            hint: self.hint(value),
            colour: archive.colour(value).to_owned(),
            state: match () {
                () if chosen => ValueState::Chosen,
                () if excluded => ValueState::Excluded,
                () => ValueState::Free,
            },
            count,
            only: query.link(choose),
            toggle: query.link(|query| match query.filter_mut(kind) {
                filter if chosen || excluded => filter.release(slug),
                filter => filter.choose(slug),
            }),
            exclude: query.link(|query| query.filter_mut(kind).exclude(slug)),
            parts: parts
                .iter()
                .map(|(party_as, counts)| Part {
                    label: match party_as {
                        PartyAs::Named => query.words.text("named"),
                        _ => query.words.text("by its people"),
                    },
                    count: if excluded { 0 } else { counts[self.part_value(value, *party_as).index()] as usize },
                    href: query.link(|query| {
                        choose(query);
                        query.party_as = *party_as;
                    }),
                })
                .filter(|part| !excluded && part.count > 0)
                .collect(),
        }
    }

    fn part_value(&self, value: EntityId, party_as: PartyAs) -> EntityId {
        self.archive.party_as(self.archive.entity_of(value), counted_as(EntityKind::Party, party_as))
    }

    fn hint(&self, value: EntityId) -> String {
        let archive = self.archive;
        let mut hints = Vec::new();
        if archive.label(value) != archive.name(value) {
            hints.push(archive.name(value).to_owned());
        }
        hints.extend(
            [archive.note(value), archive.sort(value)]
                .iter()
                .filter(|hint| !hint.is_empty())
                .take(1)
                .map(|hint| (*hint).to_owned()),
        );
        if archive.is_declared_only(value) {
            hints.push(self.query.words.text("declared by the documents"));
        }
        hints.join(" · ")
    }

    /// For each of a party's two ways to be present: results by value, were `party-as` that way.
    fn party_counts(&self, filter: &PlannedFilter) -> Vec<(PartyAs, Vec<u32>)> {
        if self.query.party_as != PartyAs::Either {
            return Vec::new();
        }
        let is_free = filter.chosen.is_empty() && filter.excluded.is_empty();
        let ways = [PartyAs::Named, PartyAs::People].into_iter();
        ways.map(|party_as| {
            if is_free {
                return (party_as, self.all.clone());
            }
            let (other, _) = plan(self.archive, &Query { party_as, ..self.query.clone() });
            let without = if filter.any { Without::Chosen(EntityKind::Party) } else { Without::Nothing };
            (party_as, self.count_without(&other, without))
        })
        .collect()
    }

    fn count_without(&self, plan: &Plan, without: Without) -> Vec<u32> {
        counts(self.archive, plan.scope, &select_lean(self.archive, plan, self.found, without))
    }

    /// Results if an excluded value were chosen instead.
    fn count_readmitted(&self, kind: EntityKind, value: EntityId) -> usize {
        let mut plan = self.plan.clone();
        for filter in plan.filters.iter_mut().filter(|filter| filter.kind == kind) {
            filter.excluded.retain(|other| *other != value);
            if filter.any {
                filter.chosen.clear();
            }
            filter.chosen.push(value);
        }
        select_lean(self.archive, &plan, self.found, Without::Nothing).documents.count()
    }
}

fn class(filter: &PlannedFilter, value: EntityId) -> u64 {
    match () {
        () if filter.chosen.contains(&value) => 2,
        () if filter.excluded.contains(&value) => 1,
        () => 0,
    }
}

/// For every value the number of selected documents that carry it: in passage scope, in a passage that is selected.
pub(crate) fn counts(archive: &Archive, scope: Scope, selection: &Selection) -> Vec<u32> {
    if let (Scope::Document, Some(range)) = (scope, selection.documents.as_range()) {
        return archive.counts_between(range);
    }
    let mut counts = vec![0_u32; archive.values()];
    match scope {
        Scope::Document => {
            let lists = archive.values_of_documents();
            selection.documents.for_each(|document| lists.get(document as usize).add_to(&mut counts, 1));
        }
        Scope::Passage => {
            let mut last = vec![u32::MAX; archive.values()];
            let lists = archive.values_of_passages();
            selection.passages.for_each(|passage| {
                let document = archive.document_of(PassageId(passage)).0;
                lists.get(passage as usize).for_each(|value| {
                    if std::mem::replace(&mut last[value as usize], document) != document {
                        counts[value as usize] += 1;
                    }
                });
            });
            for document in selection.documents.iter() {
                archive.outlets(DocumentId(document)).for_each(|outlet| counts[outlet.index()] += 1);
            }
        }
    }
    counts
}
