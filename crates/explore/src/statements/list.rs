//! The list of statements: newest first, the same quotation in several places once, each with its words, its speaker and
//! how sure that is.

use super::facets::{facets, kind_words};
use super::links::{asking, entity_link, passage_number};
use super::{Said, Sayings, documents, is_sure, outlets, parties, silent, verbs};
use crate::documents::{
    open, order as document_order, outlets as outlet_links, pages, title_beside_text, written_date,
};
use crate::language::wording;
use crate::marks::{Wanted, plain, window};
use crate::plan::Plan;
use crate::query::words::documents as number_of_documents;
use crate::query::{Asked, Query, Sort, Sure, ViewName};
use crate::select::{Found, Selection};
use crate::set::Set;
use crate::view::{Choice, Empty, Link, Segment, SpokenBy, StatementRow, Statements};
use archive::{Archive, EntityId, EntityKind, PlaceRef, StatementKind, StatementMethod, StatementStatus};
use std::ops::Range;

const ROWS_A_PAGE: usize = 25;
/// Of one statement's words.
const MOST_BYTES: usize = 600;

/// The whole view.
pub(crate) fn statements(
    archive: &Archive,
    query: &Query,
    plan: &Plan,
    found: &Found,
    selection: &Selection,
) -> Statements {
    let sayings = Sayings::of(archive, query, selection);
    let listed = order(&sayings, found);
    let rows = collapsed(&listed);
    let (range, pages) = pages(query, rows.len(), ROWS_A_PAGE);
    let wanted = Wanted::new(archive, query, plan);
    Statements {
        total: listed.len(),
        summary: summary(archive, query, &sayings, &listed, rows.len()),
        sure: sure(query),
        facets: facets(&sayings),
        rows: rows[range]
            .iter()
            .map(|(said, also)| StatementRow {
                also: also.iter().map(|said| place(archive, query, said)).collect(),
                also_in: also_in(archive, query, said, also),
                ..row(archive, query, &wanted, said)
            })
            .collect(),
        pages,
        verbs: verbs::table(&sayings),
        silent: silent::silent(archive, query, plan, found, selection, &sayings),
        empty: listed.is_empty().then(|| empty(query)),
    }
}

/// What is listed, newest first unless another order is asked for; in a document by place.
pub(crate) fn order<'b, 'a>(sayings: &'b Sayings<'a>, found: &Found) -> Vec<&'b Said<'a>> {
    let listed: Vec<&Said> = sayings.listed().collect();
    let mut set = Set::empty(sayings.archive.documents());
    listed.iter().for_each(|said| set.insert(said.document.0));
    let sort = sayings.query.sort.filter(|sort| !sort.is_of_lines());
    let query = Query { sort: sort.or(Some(Sort::Newest)), ..sayings.query.clone() };
    let mut ordered = Vec::with_capacity(listed.len());
    for document in document_order(sayings.archive, &query, found, &set) {
        let first = listed.partition_point(|said| said.document < document);
        ordered.extend(listed[first..].iter().copied().take_while(|said| said.document == document));
    }
    ordered
}

/// Each statement with those that quote the same after it.
fn collapsed<'b, 'a>(listed: &[&'b Said<'a>]) -> Vec<(&'b Said<'a>, Vec<&'b Said<'a>>)> {
    let mut rows: Vec<(&Said, Vec<&Said>)> = Vec::new();
    let mut groups: Vec<(u32, usize)> = Vec::new();
    for said in listed.iter().copied() {
        let known = |group: u32| groups.binary_search_by_key(&group, |(known, _)| *known);
        match said.it.group.map(known) {
            Some(Ok(at)) => rows[groups[at].1].1.push(said),
            Some(Err(at)) => {
                groups.insert(at, (said.it.group.unwrap_or_default(), rows.len()));
                rows.push((said, Vec::new()));
            }
            None => rows.push((said, Vec::new())),
        }
    }
    rows
}

/// "41 statements in 12 documents of 4 outlets; 38 of them different."
fn summary(archive: &Archive, query: &Query, sayings: &Sayings, listed: &[&Said], different: usize) -> String {
    let words = query.words;
    let documents = documents(sayings.listed());
    let outlets = outlets(archive, &documents);
    let statements = words.count(listed.len(), "{} statement", "{} statements");
    let (documents, from) =
        (number_of_documents(words, documents.len()), words.count(outlets, "{} outlet", "{} outlets"));
    let summary = match outlets {
        0 => words.fill("{} in {}", &[&statements, &documents]),
        _ => words.fill("{} in {} of {}", &[&statements, &documents, &from]),
    };
    match different < listed.len() {
        true => words.fill("{}; {} of them different.", &[&summary, &words.number(different)]),
        false => words.fill("{}.", &[&summary]),
    }
}

pub(crate) fn sure(query: &Query) -> Vec<Choice> {
    let choice = |sure: Sure, label: &str| Choice {
        label: label.to_owned(),
        href: query.link(|query| query.sure = sure),
        current: query.sure == sure,
    };
    let words = query.words;
    vec![
        choice(Sure::Any, words.say("all statements")),
        choice(Sure::Only, words.say("only those whose speaker is sure")),
    ]
}

/// One statement, without the places that quote the same.
pub(crate) fn row(archive: &Archive, query: &Query, wanted: &Wanted, said: &Said) -> StatementRow {
    let (segments, cut_before, cut_after) = words(archive, wanted, said);
    let topics = archive.values_of_statement(said.number).iter().map(EntityId);
    let topics = topics.filter(|value| archive.kind_of(*value) == EntityKind::Topic);
    StatementRow {
        speaker: said.it.speaker.map(|speaker| spoken_by(archive, query, said, speaker)),
        source: source(archive, said).to_owned(),
        verb: reporting(archive, said).to_owned(),
        kind: query.words.text(kind_words(said.it.kind)),
        is_quoted: said.it.kind == StatementKind::Quote,
        status: query.words.text(status_words(said.it.status, said.it.method)),
        is_sure: is_sure(said.it.status),
        words: segments,
        cut_before,
        cut_after,
        topics: topics
            .map(|topic| Link {
                text: archive.label(topic).to_owned(),
                href: asking(query, |query| {
                    query.asked_mut(Asked::About).choose(&super::slug_of_entity(archive, Asked::About, topic));
                }),
            })
            .collect(),
        document: title_beside_text(archive, said.document).to_owned(),
        outlets: outlet_links(archive, query, said.document),
        date: written_date(archive, query.words, said.document),
        href: open(archive, query, said.document, Some(passage_number(archive, said))),
        also: Vec::new(),
        also_in: String::new(),
    }
}

/// Who speaks a statement, with the party then.
pub(crate) fn spoken_by(archive: &Archive, query: &Query, said: &Said, speaker: EntityId) -> SpokenBy {
    let party = parties(archive, said).last();
    SpokenBy {
        name: archive.name(speaker).to_owned(),
        party: party.map_or("", |party| archive.label(party)).to_owned(),
        colour: archive.colour(party.unwrap_or(speaker)).to_owned(),
        href: entity_link(archive, query, speaker),
    }
}

/// The words that name or mean the speaker, as far as they may be shown.
pub(crate) fn source<'a>(archive: &'a Archive, said: &Said) -> &'a str {
    text_at(archive, said.it.source.as_ref())
}

/// The reporting words as they stand ("acknowledged"); where they may not be shown, the verb.
pub(crate) fn reporting<'a>(archive: &'a Archive, said: &Said<'a>) -> &'a str {
    match text_at(archive, said.it.cue.as_ref()) {
        "" => said.it.verb,
        words => words,
    }
}

fn text_at<'a>(archive: &'a Archive, place: Option<&PlaceRef>) -> &'a str {
    place.and_then(|place| archive.text(archive.block_of(place.passage)).get(place.range.clone())).unwrap_or_default()
}

/// The words said, with the marks in them, and whether some were left out before or behind.
fn words(archive: &Archive, wanted: &Wanted, said: &Said) -> (Vec<Segment>, bool, bool) {
    let block = archive.block_of(said.it.passage);
    if !archive.is_here(block) {
        return (plain("…"), false, false);
    }
    let marked = wanted.marked(block, &wanted.entities_in(said.document));
    let pieces: Vec<Range<usize>> = archive.pieces(said.number).collect();
    if !pieces.is_empty() {
        let mut segments = Vec::new();
        for piece in pieces {
            if !segments.is_empty() {
                segments.push(Segment { text: " […] ".to_owned(), mark: None });
            }
            segments.extend(wanted.segments(&marked, piece, None));
        }
        return (segments, false, false);
    }
    let whole = said.it.range.clone();
    let text = marked.text.get(whole.clone()).unwrap_or_default();
    let hit = marked.hits.iter().find(|hit| whole.start <= hit.start && hit.end <= whole.end);
    let middle = hit.map_or(0..0, |hit| hit.start - whole.start..hit.end - whole.start);
    let shown = window(text, &middle, MOST_BYTES);
    let cut = (shown.start > 0, shown.end < text.len());
    let shown = whole.start + shown.start..whole.start + shown.end;
    let segments = if shown.is_empty() { Vec::new() } else { wanted.segments(&marked, shown, None) };
    (segments, cut.0, cut.1)
}

/// The place of a statement: its document, and the link that opens it there.
fn place(archive: &Archive, query: &Query, said: &Said) -> Link {
    let (words, title) = (query.words, archive.title(said.document));
    let outlets: Vec<String> = archive.outlets(said.document).map(|outlet| archive.name(outlet).to_owned()).collect();
    Link {
        text: match outlets.is_empty() {
            true => title.to_owned(),
            false => words.fill("{} ({})", &[title, &words.joined(&outlets)]),
        },
        href: open(archive, query, said.document, Some(passage_number(archive, said))),
    }
}

/// "also in 2 outlets"; where outlets are not known or the same, documents.
fn also_in(archive: &Archive, query: &Query, said: &Said, also: &[&Said]) -> String {
    if also.is_empty() {
        return String::new();
    }
    let mut others = documents(also.iter().copied());
    others.retain(|document| *document != said.document);
    let own: Vec<EntityId> = archive.outlets(said.document).collect();
    let mut elsewhere: Vec<EntityId> = others.iter().flat_map(|document| archive.outlets(*document)).collect();
    elsewhere.retain(|outlet| !own.contains(outlet));
    crate::order::sort(&mut elsewhere, Ord::cmp);
    elsewhere.dedup();
    match (elsewhere.len(), others.len()) {
        (0, 0) => query.words.text("said again in this document"),
        (0, documents) => query.words.count(documents, "also in {} document", "also in {} documents"),
        (outlets, _) => query.words.count(outlets, "also in {} outlet", "also in {} outlets"),
    }
}

/// How sure a statement is, in words.
pub(crate) fn status_words(status: StatementStatus, method: StatementMethod) -> &'static str {
    match (status, method) {
        (StatementStatus::Corrected, _) => wording("checked by an editor"),
        (StatementStatus::Unresolved, _) => wording("speaker not known"),
        (_, StatementMethod::Pronoun) => wording("likely: “he” or “she” can mean nobody else"),
        (_, StatementMethod::Role) => wording("likely: nobody else named holds the office"),
        (_, StatementMethod::Context) => wording("likely: the quotation follows on the speaker’s"),
        (StatementStatus::Likely, _) => wording("likely"),
        (StatementStatus::Stated, StatementMethod::Speech) => wording("a speech"),
        (StatementStatus::Stated, _) => wording("named as the speaker"),
    }
}

fn empty(query: &Query) -> Empty {
    let words = query.words;
    let mut ways_out = Vec::new();
    if query.sure == Sure::Only {
        let href = query.link(|query| query.sure = Sure::Any);
        ways_out.push(Link { text: words.text("Show those that are not sure"), href });
    }
    if query.statements.iter().any(|filter| !filter.is_empty()) {
        let text = words.text("All statements of these documents");
        ways_out.push(Link { text, href: asking(query, |_| ()) });
    }
    if query.selects() {
        let all = Query { view: ViewName::Statements, sure: query.sure, ..query.bare() };
        ways_out.push(Link { text: words.text("All statements"), href: all.to_url() });
    }
    let text = words.text("No statement of these documents meets all that is asked.");
    Empty { text, ways_out }
}
