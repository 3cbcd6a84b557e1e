//! Names → numbers in this archive; what it does not know becomes a notice.

use crate::language::wording;
use crate::query::{FACETS, PartyAs, Query, Scope};
use crate::search::Search;
use crate::select::{Found, Without, select};
use crate::set::Set;
use crate::view::{Link, Notice};
use archive::date::{Day, parse};
use archive::{Archive, EntityId, EntityKind};

/// More values of one key than this are set aside, with a notice; so many that mean nothing have a notice each.
const MOST_VALUES: usize = 64;

/// The query as it can be answered here.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// One for each of `FACETS`.
    pub(crate) filters: Vec<PlannedFilter>,
    pub(crate) search: Search,
    pub(crate) scope: Scope,
    /// First and last day, both included.
    pub(crate) window: Option<(Day, Day)>,
    /// Documents left out, whatever else they meet.
    pub(crate) outside: Option<Set>,
}

/// A filter in values of the archive.
#[derive(Clone, Debug)]
pub(crate) struct PlannedFilter {
    /// As the facet is keyed: for parties `Party`, however they are counted.
    pub(crate) kind: EntityKind,
    /// The kind of the values: for parties as `party-as` says.
    pub(crate) counted: EntityKind,
    pub(crate) chosen: Vec<EntityId>,
    pub(crate) excluded: Vec<EntityId>,
    pub(crate) any: bool,
}

/// The kind of value that counts a party.
pub(crate) fn counted_as(kind: EntityKind, party_as: PartyAs) -> EntityKind {
    match (kind, party_as) {
        (EntityKind::Party, PartyAs::Either) => EntityKind::PartyEither,
        (EntityKind::Party, PartyAs::People) => EntityKind::PartyOfPeople,
        (kind, _) => kind,
    }
}

/// The plan of a query, and what the visitor should know about it.
pub(crate) fn plan(archive: &Archive, query: &Query) -> (Plan, Vec<Notice>) {
    let words = query.words;
    let mut notices = Vec::new();
    for (key, value) in query.unknown.iter().take(MOST_VALUES) {
        let mut without = query.clone();
        without.unknown.retain(|other| other != &(key.clone(), value.clone()));
        notices.push(Notice {
            text: words.fill(
                "“{}={}” in the address means nothing on this page; it was left alone.",
                &[&short(key), &short(value)],
            ),
            way_out: Some(Link { text: words.text("Take it out"), href: without.to_url() }),
            more: Vec::new(),
        });
    }
    if let Some(rest) = query.unknown.len().checked_sub(MOST_VALUES).filter(|rest| *rest > 0) {
        notices.push(Notice {
            text: words.fill(
                "{} more words of the address mean nothing on this page; they were left alone.",
                &[&words.number(rest)],
            ),
            way_out: Some(Link {
                text: words.text("Take them all out"),
                href: Query { unknown: Vec::new(), ..query.clone() }.to_url(),
            }),
            more: Vec::new(),
        });
    }
    let filters = FACETS.iter().map(|kind| planned(archive, query, *kind, &mut notices)).collect();
    let (search, mut told) = Search::parse(&query.q, words);
    notices.append(&mut told);
    let from = query.from.as_deref().and_then(parse).map(|span| span.first);
    let to = query.to.as_deref().and_then(parse).map(|span| span.last);
    let window = (from.is_some() || to.is_some()).then(|| (from.unwrap_or(Day::MIN), to.unwrap_or(Day::MAX)));
    if window.is_some_and(|(first, last)| first > last) {
        notices.push(Notice {
            text: words.text("The dates end before they begin, so no document lies between them."),
            way_out: Some(Link {
                text: words.text("Swap them"),
                href: query.link(|query| std::mem::swap(&mut query.from, &mut query.to)),
            }),
            more: Vec::new(),
        });
    }
    let outside = query.outside.as_deref().map(|inside| {
        let (inner, told) = plan(archive, &Query { words, ..inside.clone() });
        let way_out = |changed: Query| query.link(|query| query.outside = Some(Box::new(changed)));
        notices.extend(told.into_iter().map(|notice| told_within(notice, &way_out)));
        select(archive, &inner, &Found::of(archive, &inner), Without::Nothing).documents
    });
    (Plan { filters, search, scope: query.scope, window, outside }, notices)
}

/// A notice about an address that stands within another: its way out leads to the outer one, changed within.
pub(crate) fn told_within(mut notice: Notice, outer: &dyn Fn(Query) -> String) -> Notice {
    if let Some(way_out) = &mut notice.way_out {
        way_out.href = outer(Query::parse(&way_out.href));
    }
    notice
}

fn planned(archive: &Archive, query: &Query, kind: EntityKind, notices: &mut Vec<Notice>) -> PlannedFilter {
    let filter = query.filter(kind);
    let (words, counted) = (query.words, counted_as(kind, query.party_as));
    let mut known = |slugs: &[String]| {
        let mut values = Vec::new();
        if slugs.len() > MOST_VALUES {
            notices.push(Notice {
                text: words.fill(
                    "More than {} values of “{}” were given; the rest were set aside.",
                    &[&MOST_VALUES.to_string(), kind.word()],
                ),
                way_out: None,
                more: Vec::new(),
            });
        }
        for slug in slugs.iter().take(MOST_VALUES) {
            match archive.entity(kind, slug) {
                Some(entity) if counted != kind => values.push(archive.party_as(entity, counted)),
                Some(entity) => values.push(entity),
                None => notices.push(Notice {
                    text: words.fill(unknown(kind), &[&short(slug)]),
                    way_out: Some(Link {
                        text: words.text("Take it out"),
                        href: query.link(|query| query.filter_mut(kind).release(slug)),
                    }),
                    more: Vec::new(),
                }),
            }
        }
        values
    };
    let chosen = known(&filter.chosen);
    let excluded = known(&filter.excluded);
    PlannedFilter { kind, counted, chosen, excluded, any: filter.is_any(kind) }
}

/// What is said of a value that no entity of its kind has.
fn unknown(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => wording("“{}” is no person of this corpus; the filter was set aside."),
        EntityKind::Party | EntityKind::PartyOfPeople | EntityKind::PartyEither => {
            wording("“{}” is no party of this corpus; the filter was set aside.")
        }
        EntityKind::Organisation => wording("“{}” is no organisation of this corpus; the filter was set aside."),
        EntityKind::Place => wording("“{}” is no place of this corpus; the filter was set aside."),
        EntityKind::Topic => wording("“{}” is no topic of this corpus; the filter was set aside."),
        EntityKind::Outlet => wording("“{}” is no outlet of this corpus; the filter was set aside."),
    }
}

/// A stranger's text, cut to what a notice can hold.
pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
