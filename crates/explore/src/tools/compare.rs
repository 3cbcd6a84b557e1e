//! Two selections side by side: the one of the address, and that of `with`, or all other documents.
//!
//! The unit is the document: it carries a value or a word, or it does not. So each number is a list, and a text that repeats a
//! word counts once. Where the sides overlap, a document counts on each. With the sides exchanged every difference, log-ratio
//! and G² is the same with the other sign.

mod keyness;
mod side;

use crate::Answer;
use crate::frame::cleared;
use crate::language::Words;
use crate::order::sort;
use crate::query::words::{documents, facet_label};
use crate::query::{FACETS, Query, ViewName};
use crate::view::{self, Compare, CompareTable, Empty, Link};
use archive::{Archive, EntityId, EntityKind};
use keyness::{Shares, keyness};
use side::Side;

/// Values shown of a kind.
const ROWS: usize = 6;

/// The whole view.
pub(super) fn compare(archive: &Archive, query: &Query, answer: &Answer) -> Compare {
    let (words, exchanged) = (query.words, query.exchanged());
    let own = Side::of(archive, &query.begun_anew(), answer);
    let other = query.other_side().map(|other| {
        let other = exchanged.clone().unwrap_or_else(|| query.begun_anew().selecting_as(&other));
        let answer = Answer::of(archive, &other);
        Side::of(archive, &other, &answer)
    });
    let keep = Query { with: Some(Box::new(query.selecting())), page: 1, ..cleared(query) };
    let mut compare = Compare {
        first: own.shown("A"),
        second: other.as_ref().map_or_else(|| nobody(words), |other| other.shown("B")),
        caption: String::new(),
        notes: Vec::new(),
        exchanged: exchanged.map(|exchanged| exchanged.to_url()),
        keep: query.selects().then(|| keep.to_url()),
        others: query.with.as_ref().map(|_| query.link(|query| query.with = None)),
        facets: Vec::new(),
        keyness: Vec::new(),
        empty: None,
    };
    let Some(other) = other.filter(|other| own.size > 0 && other.size > 0) else {
        compare.empty = Some(empty(archive, query, answer, own.size));
        return compare;
    };
    compare.caption = caption(words, &own, &other);
    compare.notes = notes(words, &own, &other);
    compare.facets = facets(archive, words, &own, &other);
    compare.keyness = keyness(archive, words, &own, &other);
    compare
}

fn nobody(words: Words) -> view::Side {
    let documents = view::Part { label: String::new(), count: 0, href: "?".to_owned() };
    view::Side { name: "B".to_owned(), words: words.text("no documents"), documents, passages: 0 }
}

fn caption(words: Words, own: &Side, other: &Side) -> String {
    words.fill(
        "Counted in documents, each once. A: {}. B: {}. The difference is the share of A less the share of B, in percentage points.",
        &[&own.words, &other.words],
    )
}

fn notes(words: Words, own: &Side, other: &Side) -> Vec<String> {
    let mut notes = Vec::new();
    let both = own.documents.iter().filter(|document| other.documents.contains(*document)).count();
    if both > 0 {
        notes.push(words.count(
            both,
            "{} document is on both sides and counts on each: the sides are not independent.",
            "{} documents are on both sides and count on each: the sides are not independent.",
        ));
    }
    let shares = Shares::of(own.size, other.size);
    if let Some(p) = shares.too_small() {
        let (own, other) = (documents(words, own.size), documents(words, other.size));
        notes.push(words.fill("{} and {}: no difference can be significant; smallest p = {}.", &[&own, &other, &p]));
    }
    notes
}

/// For each kind the values whose shares differ most; what no address can say is left out.
fn facets(archive: &Archive, words: Words, own: &Side, other: &Side) -> Vec<CompareTable> {
    let shares = Shares::of(own.size, other.size);
    let table = |kind: &EntityKind| {
        let mut values: Vec<(EntityId, u32, u32)> = archive
            .range_of(*kind)
            .map(|value| (EntityId(value), own.count(archive, EntityId(value)), other.count(archive, EntityId(value))))
            .filter(|(_, first, second)| first + second > 0)
            .collect();
        sort(&mut values, |(one, a, c), (other, b, d)| {
            let (left, right) = (shares.difference(*a, *c).abs(), shares.difference(*b, *d).abs());
            let by_size = right.partial_cmp(&left).unwrap_or(std::cmp::Ordering::Equal);
            by_size.then((b + d).cmp(&(a + c))).then_with(|| archive.slug(*one).cmp(archive.slug(*other)))
        });
        let row = |(value, first, second): &(EntityId, u32, u32)| {
            let parts = (own.carrying(archive, *value, *first)?, other.carrying(archive, *value, *second)?);
            Some(shares.row(archive.label(*value), *kind, archive.colour(*value), parts))
        };
        let rows: Vec<_> = values.iter().filter_map(row).take(ROWS).collect();
        let label = facet_label(words, *kind).to_owned();
        (!rows.is_empty()).then_some(CompareTable { label, tested: String::new(), rows })
    };
    FACETS.iter().filter_map(table).collect()
}

fn empty(archive: &Archive, query: &Query, answer: &Answer, own: usize) -> Empty {
    let words = query.words;
    let mut ways_out = Vec::new();
    let text = if !query.selects() && query.with.is_none() {
        ways_out =
            super::suggestions(archive, query, answer, &|name| words.fill("{}, against all other documents", &[name]));
        words.say(
            "Nothing is chosen yet, so there are no others to compare with. Choose somebody or something, or search: the \
             documents found are compared with all others, or with a selection that you keep as the other side.",
        )
    } else if query.other_side().is_none() {
        words.say("What is outside of this selection cannot be said in an address: keep a selection as the other side.")
    } else if own == 0 {
        words.say("Side A holds no document, so there is nothing to compare.")
    } else {
        words.say("Side B holds no document, so there is nothing to compare.")
    };
    let mut way_out = |text: &str, href: String| ways_out.push(Link { text: text.to_owned(), href });
    if query.with.is_some() {
        way_out(words.say("Compare with all other documents"), query.link(|query| query.with = None));
    }
    if query.selects() {
        way_out(words.say("Clear side A"), cleared(query).to_url());
    }
    way_out(words.say("The documents"), query.link(|query| query.view = ViewName::Documents));
    Empty { text: text.to_owned(), ways_out }
}
