//! The Query said in English, for the heading, the title and the chips.

use crate::plan::Plan;
use crate::query::{FACETS, PartyAs, Query, Scope};
use crate::search::Search;
use archive::date::{self, Precision};
use archive::{Archive, EntityKind};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "31 October 2023", "October 2023", "2023".
pub(crate) fn date_words(first: date::Day, precision: Precision) -> String {
    let civil = date::civil_from_day(first);
    let month = MONTHS[(civil.month as usize - 1).min(11)];
    match precision {
        Precision::Year => civil.year.to_string(),
        Precision::Month => format!("{month} {}", civil.year),
        Precision::Day => format!("{} {month} {}", civil.day, civil.year),
    }
}

/// A date of the address in words.
pub(crate) fn written_date_words(written: &str) -> String {
    date::parse(written).map_or_else(|| written.to_owned(), |span| date_words(span.first, span.precision))
}

/// "A", "A and B", "A, B and C".
pub(crate) fn list(items: &[String], joint: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}

/// "1 document", "12 documents".
pub(crate) fn count(number: usize, one: &str) -> String {
    let many = match one.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{one}s"),
    };
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(number)) }
}

/// "12,345".
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

/// What the query selects, from "documents" on: "documents naming Chris Hipkins, about Ceasefires and truces, since May 2024".
pub(crate) fn selection(archive: &Archive, query: &Query, plan: &Plan) -> String {
    let mut clauses: Vec<String> = Vec::new();
    for (filter, kind) in plan.filters.iter().zip(FACETS) {
        let names = |values: &[archive::EntityId]| {
            values.iter().map(|value| archive.label(*value).to_owned()).collect::<Vec<_>>()
        };
        let joint = if filter.any { "or" } else { "and" };
        if !filter.chosen.is_empty() {
            clauses.push(format!(
                "{} {}{}",
                verb(kind, query.party_as),
                list(&names(&filter.chosen), joint),
                party_tail(kind, query.party_as)
            ));
        }
        if !filter.excluded.is_empty() {
            clauses.push(format!("not {} {}", verb(kind, query.party_as), list(&names(&filter.excluded), "or")));
        }
    }
    if !plan.search.is_empty() {
        clauses.push(format!("with {}", search(&plan.search)));
    }
    match (&query.from, &query.to) {
        (Some(from), Some(to)) if from == to => clauses.push(format!("dated {}", written_date_words(from))),
        (Some(from), Some(to)) => {
            clauses.push(format!("dated {} to {}", written_date_words(from), written_date_words(to)))
        }
        (Some(from), None) => clauses.push(format!("dated {} or later", written_date_words(from))),
        (None, Some(to)) => clauses.push(format!("dated {} or earlier", written_date_words(to))),
        (None, None) => {}
    }
    if let Some(inside) = &query.outside {
        let (inner, _) = crate::plan::plan(archive, inside);
        clauses.push(format!("not among {}", selection(archive, inside, &inner)));
    }
    let one_passage = if query.scope == Scope::Passage
        && clauses.len() + plan.filters.iter().map(|filter| filter.chosen.len()).sum::<usize>() > 1
    {
        ", all in one passage"
    } else {
        ""
    };
    if clauses.is_empty() {
        "all documents".to_owned()
    } else {
        format!("documents {}{one_passage}", clauses.join(", "))
    }
}

/// How much of how much: "12 of 67 documents naming Chris Hipkins", "all 67 documents".
pub(crate) fn of_all(selected: usize, archive: &Archive, words: &str) -> String {
    let all = archive.documents();
    match words.strip_prefix("documents") {
        Some(what) => format!("{} of {}{what}", grouped(selected), count(all, "document")),
        None => format!("all {}", count(all, "document")),
    }
}

/// A search in words: "“truce” or “ceasefire”, “gaza” and not “hostages”".
pub(crate) fn search(search: &Search) -> String {
    let quoted =
        |written: &str| if written.starts_with('“') { written.to_owned() } else { format!("“{written}”") };
    let wanted: Vec<String> = search
        .wanted
        .iter()
        .map(|any| list(&any.iter().map(|term| quoted(&term.written)).collect::<Vec<_>>(), "or"))
        .collect();
    let excluded: Vec<String> =
        search.excluded.iter().map(|term| format!("without {}", quoted(&term.written))).collect();
    list(&wanted.into_iter().chain(excluded).collect::<Vec<_>>(), "and")
}

fn verb(kind: EntityKind, party_as: PartyAs) -> &'static str {
    match (kind, party_as) {
        (EntityKind::Topic, _) => "about",
        (EntityKind::Outlet, _) => "from",
        (EntityKind::Place, _) => "naming",
        (EntityKind::Party, PartyAs::People) => "naming people of",
        _ => "naming",
    }
}

fn party_tail(kind: EntityKind, party_as: PartyAs) -> &'static str {
    if kind == EntityKind::Party && party_as == PartyAs::Either { " or its people" } else { "" }
}

/// The heading of a facet.
pub(crate) fn facet_label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Party | EntityKind::PartyOfPeople | EntityKind::PartyEither => "Parties",
        EntityKind::Organisation => "Organisations",
        EntityKind::Place => "Places",
        EntityKind::Topic => "Topics",
        EntityKind::Outlet => "Outlets",
    }
}
