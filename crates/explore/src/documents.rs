//! The list of documents: ranked or sorted, paged, each with the places that answer the query.

use crate::export::choices;
use crate::language::{Words, wording};
use crate::marks::{MarkedText, Wanted, plain, window};
use crate::order::sort_by_key;
use crate::plan::{Plan, short};
use crate::query::words::{all_of, date_words, search};
use crate::query::{Query, Sort};
use crate::ranking::ranked;
use crate::select::Found;
use crate::set::Set;
use crate::view::{Choice, DocumentCard, Documents, Empty, Link, Pages, Snippet, WrittenDate};
use archive::{Archive, BlockId, DatePrecision, DocumentId, EntityKind, Rights};

const DOCUMENTS_A_PAGE: usize = 20;
const SNIPPETS: usize = 3;
const SNIPPET_BYTES: usize = 260;
/// What the list can be taken away as.
pub(crate) const FILES: [(&str, &str); 4] =
    [("CSV", ".csv"), ("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".json")];

/// The documents of a selection in the order of the query.
pub(crate) fn order(archive: &Archive, query: &Query, found: &Found, documents: &Set) -> Vec<DocumentId> {
    first(archive, query, found, documents, usize::MAX)
}

/// The first so many of them: the rest is not brought into order.
pub(crate) fn first(archive: &Archive, query: &Query, found: &Found, documents: &Set, most: usize) -> Vec<DocumentId> {
    let mut order: Vec<DocumentId> = Vec::with_capacity(documents.count());
    documents.for_each(|document| order.push(DocumentId(document)));
    let id = |document: &DocumentId| archive.id(*document).to_owned();
    match query.order_of_documents() {
        // Their numbers are their ranks by date, ties by id, the undated last.
        Sort::Oldest | Sort::Left | Sort::Right | Sort::Hit => {}
        Sort::Newest => {
            let undated = order.partition_point(|document| archive.first_day(*document).is_some());
            let mut end = undated;
            let mut newest = Vec::with_capacity(order.len());
            while let Some(last) = order[..end].last().map(|document| archive.first_day(*document)) {
                let start = order[..end].partition_point(|document| archive.first_day(*document) < last);
                newest.extend_from_slice(&order[start..end]);
                end = start;
            }
            newest.extend_from_slice(&order[undated..]);
            order = newest;
        }
        Sort::Title => sort_by_key(&mut order, |document| (text::fold(archive.title(*document)), id(document))),
        Sort::Relevance => return ranked(archive, found, &order, most),
    }
    order.truncate(most);
    order
}

/// One page of documents.
pub(crate) fn documents(archive: &Archive, query: &Query, plan: &Plan, found: &Found, selected: &Set) -> Documents {
    let total = selected.count();
    let (range, pages) = pages(query, total, DOCUMENTS_A_PAGE);
    let first = first(archive, query, found, selected, range.end);
    let wanted = Wanted::new(archive, query, plan);
    Documents {
        total,
        sorts: sorts(query, plan),
        results: first[range].iter().map(|document| card(archive, query, plan, &wanted, *document)).collect(),
        pages,
        files: if total == 0 { Vec::new() } else { choices("documents", &FILES) },
        empty: (total == 0).then(|| empty(archive, query, plan, found)),
    }
}

fn sorts(query: &Query, plan: &Plan) -> Vec<Choice> {
    let names = [
        (Sort::Relevance, wording("most relevant")),
        (Sort::Newest, wording("newest")),
        (Sort::Oldest, wording("oldest")),
        (Sort::Title, wording("title")),
    ];
    let usual = Query { sort: None, ..query.clone() }.sort_or_default();
    let shown = names.iter().filter(|(sort, _)| *sort != Sort::Relevance || !plan.search.wanted.is_empty());
    let choice = |sort: Sort, label: &str| Choice {
        label: query.words.text(label),
        href: query.link(|query| query.sort = (sort != usual).then_some(sort)),
        current: sort == query.order_of_documents(),
    };
    shown.map(|(sort, label)| choice(*sort, label)).collect()
}

/// The part of a list that the query's page shows; a page behind the end shows the last.
pub(crate) fn pages(query: &Query, total: usize, length: usize) -> (std::ops::Range<usize>, Pages) {
    let last = total.div_ceil(length).max(1);
    let page = (query.page as usize).clamp(1, last);
    let range = (page - 1) * length..(page * length).min(total);
    let link = |page: usize| Query { page: page as u32, ..query.clone() }.to_url();
    let pages = Pages {
        first: if total == 0 { 0 } else { range.start + 1 },
        last: range.end,
        total,
        previous: (page > 1).then(|| link(page - 1)),
        next: (page < last).then(|| link(page + 1)),
    };
    (range, pages)
}

fn empty(archive: &Archive, query: &Query, plan: &Plan, found: &Found) -> Empty {
    let absent: Vec<&str> = plan
        .search
        .wanted
        .iter()
        .zip(&found.wanted)
        .filter(|(_, hits)| hits.iter().all(|hits| hits.documents.is_empty()))
        .flat_map(|(any, _)| any.iter().map(|term| term.written.as_str()))
        .collect();
    let words = query.words;
    let text = if archive.documents() == 0 {
        words.text("This corpus has no documents yet.")
    } else if let [only] = absent.as_slice() {
        words.fill("0 results for {}: it occurs nowhere in this corpus.", &[&search_words(words, only)])
    } else if !absent.is_empty() {
        let absent: Vec<String> = absent.iter().map(|word| search_words(words, word)).collect();
        words.fill("0 results: {} occur nowhere in this corpus.", &[&all_of(words, &absent)])
    } else if !plan.search.is_empty() {
        words.fill("0 results for {} under these filters.", &[&short(&search(words, &plan.search))])
    } else {
        words.text("No document meets all of these filters.")
    };
    let mut ways_out = Vec::new();
    if !query.q.is_empty() {
        let text = words.text("Clear the search");
        ways_out.push(Link { text, href: query.link(|query| query.q.clear()) });
    }
    if query.selects() {
        let text = words.text("All documents");
        ways_out.push(Link { text, href: Query { view: query.view, ..query.bare() }.to_url() });
    }
    Empty { text, ways_out }
}

fn search_words(words: Words, written: &str) -> String {
    if written.starts_with('“') { short(written) } else { words.fill("“{}”", &[&short(written)]) }
}

fn card(archive: &Archive, query: &Query, plan: &Plan, wanted: &Wanted, document: DocumentId) -> DocumentCard {
    let entities = wanted.entities_in(document);
    let blocks = archive.blocks_of(document);
    let title = wanted.marked(BlockId(blocks.start), &[]);
    let snippets = snippets(archive, query, wanted, document, &entities);
    DocumentCard {
        id: archive.id(document).to_owned(),
        title: if plan.search.wanted.is_empty() || !archive.is_here(BlockId(blocks.start)) {
            plain(title_beside_text(archive, document))
        } else {
            without_names(wanted.segments(&title, 0..title.text.len(), None))
        },
        href: open(archive, query, document, None),
        date: written_date(archive, query.words, document),
        outlets: outlets(archive, query, document),
        via: archive.via(document).map(str::to_owned).collect(),
        snippets,
        more: None,
    }
}

/// A title is one link already: its names are none.
fn without_names(segments: Vec<crate::view::Segment>) -> Vec<crate::view::Segment> {
    let bare = |mut segment: crate::view::Segment| {
        segment.mark =
            segment.mark.filter(|mark| mark.hit.is_some()).map(|mark| crate::view::Mark { entity: None, ..mark });
        segment
    };
    segments.into_iter().map(bare).collect()
}

/// A title where the text is shown as well: it comes with that.
pub(crate) fn title_beside_text(archive: &Archive, document: DocumentId) -> &str {
    let title = BlockId(archive.blocks_of(document).start);
    if archive.is_here(title) { archive.text(title) } else { "…" }
}

/// The link that opens a document in the reader, at a passage (from 1).
pub(crate) fn open(archive: &Archive, query: &Query, document: DocumentId, at: Option<u32>) -> String {
    let document = Some(archive.id(document).to_owned());
    Query { document, at, quotation: None, edition: None, ..query.clone() }.to_url()
}

/// The outlets of a document as links that choose them.
pub(crate) fn outlets(archive: &Archive, query: &Query, document: DocumentId) -> Vec<Link> {
    let link = |outlet: archive::EntityId| Link {
        text: archive.name(outlet).to_owned(),
        href: query.link(|query| query.filter_mut(EntityKind::Outlet).choose(archive.slug(outlet))),
    };
    archive.outlets(document).map(link).collect()
}

/// A document's date in words, with its certainty.
pub(crate) fn written_date(archive: &Archive, words: Words, document: DocumentId) -> WrittenDate {
    let note = archive.date_note(document).to_owned();
    let Some(span) = archive.date(document) else {
        let text = words.text("undated");
        return WrittenDate { text, iso: String::new(), certainty: String::new(), note };
    };
    let certainty = match archive.precision(document) {
        DatePrecision::DayInferred => words.say("date inferred"),
        DatePrecision::WeekInferred => words.say("date inferred, to the week"),
        DatePrecision::MonthInferred => words.say("month inferred"),
        DatePrecision::YearInferred => words.say("year inferred"),
        DatePrecision::Day | DatePrecision::Month | DatePrecision::Year => "",
    };
    WrittenDate {
        text: date_words(words, span.first, span.precision),
        iso: archive::date::written(span.first, span.precision),
        certainty: certainty.to_owned(),
        note,
    }
}

/// The places of a document that answer best; without a query its first words.
fn snippets(
    archive: &Archive,
    query: &Query,
    wanted: &Wanted,
    document: DocumentId,
    entities: &[archive::EntityId],
) -> Vec<Snippet> {
    if !archive.is_here(BlockId(archive.blocks_of(document).start)) {
        return vec![to_come(open(archive, query, document, None), None)];
    }
    let blocks = || archive.blocks_of(document).skip(1).map(BlockId);
    let first_words = || {
        let has_words = |block: &BlockId| archive.block_kind(*block).is_passage() && !archive.text(*block).is_empty();
        let shown = |block| snippet(archive, query, wanted, document, block, &wanted.marked(block, entities));
        blocks().find(has_words).map(shown).into_iter().collect()
    };
    if wanted.is_empty() {
        return first_words();
    }
    let marked = blocks().map(|block| (block, wanted.marked(block, entities)));
    let mut answering: Vec<(BlockId, MarkedText)> = marked.filter(|(_, marked)| !marked.hits.is_empty()).collect();
    sort_by_key(&mut answering, |(block, marked)| {
        (std::cmp::Reverse((marked.kinds_of_hits, marked.hits.len().min(4))), *block)
    });
    answering.truncate(SNIPPETS);
    sort_by_key(&mut answering, |(block, _)| *block);
    if answering.is_empty() && archive.rights(document) == Rights::Full {
        return first_words();
    }
    answering.iter().map(|(block, marked)| snippet(archive, query, wanted, document, *block, marked)).collect()
}

/// What stands where a text will stand when it is here.
pub(crate) fn to_come(href: String, passage: Option<u32>) -> Snippet {
    Snippet { segments: plain("…"), passage, href, cut_before: false, cut_after: false }
}

fn snippet<'a>(
    archive: &Archive,
    query: &Query,
    wanted: &Wanted<'a>,
    document: DocumentId,
    block: BlockId,
    marked: &MarkedText<'a>,
) -> Snippet {
    let middle = marked.hits.first().cloned().unwrap_or(0..0);
    let range = window(marked.text, &middle, SNIPPET_BYTES);
    let passage = passage_number(archive, document, block);
    Snippet {
        segments: wanted.segments(marked, range.clone(), None),
        passage,
        href: open(archive, query, document, passage),
        cut_before: range.start > 0,
        cut_after: range.end < marked.text.len(),
    }
}

/// The number of a passage in its document, from 1.
pub(crate) fn passage_number(archive: &Archive, document: DocumentId, block: BlockId) -> Option<u32> {
    archive.passage_of(block).map(|passage| passage.0 - archive.passages_of(document).start + 1)
}
