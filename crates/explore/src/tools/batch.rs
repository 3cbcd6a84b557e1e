//! A list looked up: each line a name of somebody, or else words to search for, with the documents and the places of the
//! selection that have it.

mod names;

use super::{concordance, narrowed};
use crate::Answer;
use crate::cooccurrence::{kind_in_pairs, slug_of_value};
use crate::export::choices;
use crate::export::csv::{row, text};
use crate::language::{Words, wording};
use crate::pairs::evidence_link;
use crate::plan::short;
use crate::query::words::{of_all, search, units};
use crate::query::{Cell, FACETS, Query, Unit, ViewName, takes_part};
use crate::search::Search;
use crate::timeline::kept;
use crate::told::{MOST_LINES, lines};
use crate::view::{Batch, BatchRow, Part};
use archive::{Archive, EntityId, EntityKind};
use names::Names;

/// The whole view.
pub(super) fn batch(archive: &Archive, query: &Query, answer: &Answer) -> Batch {
    let rows = rows(archive, query, answer);
    Batch {
        list: query.list.clone(),
        kept: kept(query, &["list"]),
        caption: caption(archive, query, answer, &rows),
        files: if rows.is_empty() { Vec::new() } else { choices("", &[("CSV", "batch.csv")]) },
        rows: rows.into_iter().map(|row| BatchRow { kind: kind_name(query.words, &row.kind), ..row }).collect(),
    }
}

/// The same rows as a table.
pub(super) fn csv(archive: &Archive, query: &Query, answer: &Answer) -> String {
    // Files are the same whatever language the page speaks.
    let query = &Query { words: Words::default(), ..query.clone() };
    let mut csv = String::new();
    row(&["line", "kind", "understood", "documents", "passages", "lines"].map(text), &mut csv);
    let number = |part: &Option<Part>| part.as_ref().map_or_else(String::new, |part| part.count.to_string());
    for found in rows(archive, query, answer) {
        let words = [&found.line, &found.kind, &found.understood].map(|words| text(words));
        let numbers = [&found.documents, &found.passages, &found.lines].map(number);
        row(&words.into_iter().chain(numbers).collect::<Vec<_>>(), &mut csv);
    }
    csv
}

fn rows(archive: &Archive, query: &Query, answer: &Answer) -> Vec<BatchRow> {
    let names = Names::of(archive);
    let one = |line: &str| match names.find(archive, line) {
        Some(entity) => named(archive, query, answer, line, entity),
        None => searched(archive, query, line),
    };
    lines(&query.list).take(MOST_LINES).map(one).collect()
}

/// A line that names an entity.
fn named(archive: &Archive, query: &Query, answer: &Answer, line: &str, entity: EntityId) -> BatchRow {
    let kind = archive.kind_of(entity);
    let narrowed = narrowed(query, kind, archive.slug(entity));
    let documents = narrowed.map(|narrowed| {
        let narrowed = Query { view: ViewName::Documents, ..narrowed };
        let count = Answer::of(archive, &narrowed).selection.documents.count();
        documents(archive, count, &narrowed, archive.label(entity))
    });
    let passages = takes_part(kind).then(|| {
        let value = archive.party_as(entity, kind_in_pairs(kind, query));
        let named = archive.passages_with(value).iter().map(|passage| passage.get());
        let count = named.filter(|passage| answer.selection.passages.contains(*passage)).count();
        let slug = slug_of_value(archive, query, value);
        let by_passage = Query { unit: Unit::Passage, ..query.clone() };
        Part {
            label: query
                .words
                .fill("{} naming {}", &[&units(query.words, Unit::Passage, count), archive.label(entity)]),
            count,
            href: evidence_link(&by_passage, (&slug, &slug), Cell::Both),
        }
    });
    BatchRow {
        line: line.to_owned(),
        kind: kind.word().to_owned(),
        understood: archive.name(entity).to_owned(),
        documents,
        passages,
        lines: None,
    }
}

/// A line of words to search for.
fn searched(archive: &Archive, query: &Query, line: &str) -> BatchRow {
    let words = query.words;
    let (parsed, _) = Search::parse(line, words);
    let (mut kind, mut understood) = (String::new(), words.text("no word to look for"));
    let (mut in_documents, mut in_lines) = (None, None);
    if !parsed.is_empty() {
        (kind, understood) = ("search".to_owned(), short(&search(words, &parsed)));
        let mut narrowed = query.begun_anew();
        narrowed.q = if query.q.trim().is_empty() { line.to_owned() } else { [&query.q, " ", line].concat() };
        narrowed.view = ViewName::Documents;
        let answer = Answer::of(archive, &narrowed);
        in_documents = Some(documents(archive, answer.selection.documents.count(), &narrowed, &understood));
        let narrowed = Query { view: ViewName::Concordance, form: None, ..narrowed };
        let total = concordance::total(archive, &narrowed, &answer);
        let lines = words.count(total, "{} line", "{} lines");
        let label = words.fill("{} with {}", &[&lines, &understood]);
        in_lines = Some(Part { label, count: total, href: narrowed.to_url() });
    }
    BatchRow { line: line.to_owned(), kind, understood, documents: in_documents, passages: None, lines: in_lines }
}

fn documents(archive: &Archive, documents: usize, query: &Query, what: &str) -> Part {
    let (words, all) = (query.words, archive.documents());
    let label = words.fill("{} of {} documents: {}", &[&words.number(documents), &words.number(all), what]);
    Part { label, count: documents, href: query.to_url() }
}

fn caption(archive: &Archive, query: &Query, answer: &Answer, rows: &[BatchRow]) -> String {
    let words = query.words;
    let selected = of_all(answer.selection.documents.count(), archive, query, &answer.plan);
    let of_names = rows.iter().filter(|row| FACETS.iter().any(|kind| kind.word() == row.kind)).count();
    let of_words = rows.iter().filter(|row| row.kind == "search").count();
    let mut caption = match rows.len() {
        0 => words.text("Names or words, one a line: each is looked up, and what is not found is shown as 0."),
        all => words.fill(
            "{}: {} understood as names, {} as words to search for.",
            &[&words.count(all, "{} line", "{} lines"), &of_names.to_string(), &of_words.to_string()],
        ),
    };
    caption.push(' ');
    caption.push_str(&words.fill("Selected: {}.", &[&selected]));
    if rows.iter().any(|row| row.documents.is_none() && !row.kind.is_empty()) {
        caption.push(' ');
        caption.push_str(
            words.say("Where any of several values is enough, no list can hold another of their kind besides."),
        );
    }
    caption
}

/// What a line was understood as.
fn kind_name(words: Words, kind: &str) -> String {
    words.text(match EntityKind::from_word(kind) {
        Some(EntityKind::Person) => wording("person"),
        Some(EntityKind::Party | EntityKind::PartyOfPeople | EntityKind::PartyEither) => wording("party"),
        Some(EntityKind::Organisation) => wording("organisation"),
        Some(EntityKind::Place) => wording("place"),
        Some(EntityKind::Topic) => wording("topic"),
        Some(EntityKind::Outlet) => wording("outlet"),
        None if kind.is_empty() => "",
        None => wording("search"),
    })
}
