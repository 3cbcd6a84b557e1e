//! The Query said in English, for the heading, the title and the chips.

use crate::language::{Words, wording};
use crate::plan::Plan;
use crate::query::{FACETS, PartyAs, Query, Scope, Tie, Unit};
use crate::search::Search;
use archive::date::{self, Precision};
use archive::{Archive, EntityKind};

const MONTHS: [&str; 12] = [
    wording("January"),
    wording("February"),
    wording("March"),
    wording("April"),
    wording("May"),
    wording("June"),
    wording("July"),
    wording("August"),
    wording("September"),
    wording("October"),
    wording("November"),
    wording("December"),
];

/// "31 October 2023", "October 2023", "2023".
pub(crate) fn date_words(words: Words, first: date::Day, precision: Precision) -> String {
    let civil = date::civil_from_day(first);
    let (day, year) = (civil.day.to_string(), civil.year.to_string());
    let month = words.say(MONTHS[(civil.month as usize - 1).min(11)]);
    match precision {
        Precision::Year => year,
        Precision::Month => words.fill("{} {}", &[month, &year]),
        Precision::Day => words.fill("{} {} {}", &[&day, month, &year]),
    }
}

/// A date of the address in words.
pub(crate) fn written_date_words(words: Words, written: &str) -> String {
    date::parse(written).map_or_else(|| written.to_owned(), |span| date_words(words, span.first, span.precision))
}

/// "A", "A and B", "A, B and C".
pub(crate) fn all_of(words: Words, items: &[String]) -> String {
    list(words, items, wording("{} and {}"))
}

/// "A", "A or B", "A, B or C".
pub(crate) fn any_of(words: Words, items: &[String]) -> String {
    list(words, items, wording("{} or {}"))
}

fn list(words: Words, items: &[String], last_two: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => words.fill(last_two, &[&words.joined(first), last]),
    }
}

/// Texts one after the other with something between them. The standard library's `join` is written out for every kind of text.
#[inline(never)]
pub(crate) fn parted(items: &[String], between: &str) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(between);
        }
        text.push_str(item);
    }
    text
}

/// Digits in threes.
pub(crate) fn grouped(number: usize, between: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(between);
        }
        text.push(digit);
    }
    text
}

/// "12 documents".
pub(crate) fn documents(words: Words, number: usize) -> String {
    words.count(number, "{} document", "{} documents")
}

/// "12 pairs".
pub(crate) fn pairs(words: Words, number: usize) -> String {
    words.count(number, "{} pair", "{} pairs")
}

/// "12 passages".
pub(crate) fn units(words: Words, unit: Unit, number: usize) -> String {
    match unit {
        Unit::Document => documents(words, number),
        Unit::Passage => words.count(number, "{} passage", "{} passages"),
        Unit::Sentence => words.count(number, "{} sentence", "{} sentences"),
    }
}

/// "12 passages", "12 statements": so many of what pairs count.
pub(crate) fn counted(query: &Query, number: usize) -> String {
    match query.tie {
        Tie::About => query.words.count(number, "{} statement", "{} statements"),
        Tie::Named => units(query.words, query.unit, number),
    }
}

/// "passages".
pub(crate) fn unit_names(words: Words, unit: Unit) -> &'static str {
    words.say(match unit {
        Unit::Document => "documents",
        Unit::Passage => "passages",
        Unit::Sentence => "sentences",
    })
}

/// "passage".
pub(crate) fn unit_name(words: Words, unit: Unit) -> &'static str {
    words.say(match unit {
        Unit::Document => "document",
        Unit::Passage => "passage",
        Unit::Sentence => "sentence",
    })
}

/// What the query selects, from "documents" on: "documents naming Chris Hipkins, about Ceasefires and truces, since May 2024".
pub(crate) fn selection(archive: &Archive, words: Words, query: &Query, plan: &Plan) -> String {
    match clauses(archive, words, query, plan).as_str() {
        "" => words.text("all documents"),
        clauses => words.fill("documents {}", &[clauses]),
    }
}

/// What the documents selected have in common; empty if all are.
fn clauses(archive: &Archive, words: Words, query: &Query, plan: &Plan) -> String {
    let mut clauses: Vec<String> = Vec::new();
    for (filter, kind) in plan.filters.iter().zip(FACETS) {
        let names = |values: &[archive::EntityId]| {
            values.iter().map(|value| archive.label(*value).to_owned()).collect::<Vec<_>>()
        };
        let (with, without) = verbs(kind, query.party_as);
        if !filter.chosen.is_empty() {
            let names = names(&filter.chosen);
            clauses.push(words.fill(with, &[&if filter.any { any_of(words, &names) } else { all_of(words, &names) }]));
        }
        if !filter.excluded.is_empty() {
            clauses.push(words.fill(without, &[&any_of(words, &names(&filter.excluded))]));
        }
    }
    if !plan.search.is_empty() {
        clauses.push(words.fill("with {}", &[&search(words, &plan.search)]));
    }
    let date = |written: &str| written_date_words(words, written);
    match (&query.from, &query.to) {
        (Some(from), Some(to)) if from == to => clauses.push(words.fill("dated {}", &[&date(from)])),
        (Some(from), Some(to)) => clauses.push(words.fill("dated {} to {}", &[&date(from), &date(to)])),
        (Some(from), None) => clauses.push(words.fill("dated {} or later", &[&date(from)])),
        (None, Some(to)) => clauses.push(words.fill("dated {} or earlier", &[&date(to)])),
        (None, None) => {}
    }
    if let Some(inside) = &query.outside {
        let (inner, _) = crate::plan::plan(archive, inside);
        clauses.push(words.fill("not among {}", &[&selection(archive, words, inside, &inner)]));
    }
    let is_one_passage = query.scope == Scope::Passage
        && clauses.len() + plan.filters.iter().map(|filter| filter.chosen.len()).sum::<usize>() > 1;
    let clauses = words.joined(&clauses);
    if is_one_passage { words.fill("{}, all in one passage", &[&clauses]) } else { clauses }
}

/// How much of how much: "12 of 67 documents naming Chris Hipkins", "all 67 documents".
pub(crate) fn of_all(selected: usize, archive: &Archive, query: &Query, plan: &Plan) -> String {
    let (words, all) = (query.words, archive.documents());
    let clauses = clauses(archive, words, query, plan);
    if clauses.is_empty() {
        return words.count(all, "all {} document", "all {} documents");
    }
    let said = if all == 1 { wording("{} of {} document {}") } else { wording("{} of {} documents {}") };
    words.fill(said, &[&words.number(selected), &words.number(all), &clauses])
}

/// A search in words: "“truce” or “ceasefire”, “gaza” and not “hostages”".
pub(crate) fn search(words: Words, search: &Search) -> String {
    let quoted = |written: &str| {
        if written.starts_with('“') { written.to_owned() } else { words.fill("“{}”", &[written]) }
    };
    let wanted = search
        .wanted
        .iter()
        .map(|any| any_of(words, &any.iter().map(|term| quoted(&term.written)).collect::<Vec<_>>()));
    let excluded = search.excluded.iter().map(|term| words.fill("without {}", &[&quoted(&term.written)]));
    all_of(words, &wanted.chain(excluded).collect::<Vec<_>>())
}

/// What documents do with the values chosen and excluded of a kind.
fn verbs(kind: EntityKind, party_as: PartyAs) -> (&'static str, &'static str) {
    match (kind, party_as) {
        (EntityKind::Topic, _) => (wording("about {}"), wording("not about {}")),
        (EntityKind::Outlet, _) => (wording("from {}"), wording("not from {}")),
        (EntityKind::Party, PartyAs::People) => (wording("naming people of {}"), wording("not naming people of {}")),
        (EntityKind::Party, PartyAs::Either) => (wording("naming {} or its people"), wording("not naming {}")),
        _ => (wording("naming {}"), wording("not naming {}")),
    }
}

/// The heading of a facet.
pub(crate) fn facet_label(words: Words, kind: EntityKind) -> &'static str {
    words.say(match kind {
        EntityKind::Person => "People",
        EntityKind::Party | EntityKind::PartyOfPeople | EntityKind::PartyEither => "Parties",
        EntityKind::Organisation => "Organisations",
        EntityKind::Place => "Places",
        EntityKind::Topic => "Topics",
        EntityKind::Outlet => "Outlets",
    })
}

/// The same within a sentence.
pub(crate) fn kind_names(words: Words, kind: EntityKind) -> &'static str {
    words.say(match kind {
        EntityKind::Person => "people",
        EntityKind::Party | EntityKind::PartyOfPeople | EntityKind::PartyEither => "parties",
        EntityKind::Organisation => "organisations",
        EntityKind::Place => "places",
        EntityKind::Topic => "topics",
        EntityKind::Outlet => "outlets",
    })
}

/// "people and parties": who takes part in co-occurrence.
pub(crate) fn kinds(query: &Query) -> String {
    let kinds: Vec<String> = query.kinds.iter().map(|kind| kind_names(query.words, *kind).to_owned()).collect();
    all_of(query.words, &kinds)
}
