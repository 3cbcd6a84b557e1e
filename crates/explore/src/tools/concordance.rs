//! The concordance: every hit of the selected documents in a line of its own, with the words round it.
//!
//! Hits are those that the reader numbers. How many a block of text holds is known from the index, or from the names in it,
//! wherever that settles it, so that only the lines of one page are cut into words. Where words decide the order, every block
//! with a hit is cut once: over 10,000 speeches a word that stands in all of them takes about as long as reading them does.

mod order;
mod places;

use crate::Answer;
use crate::documents::{open, pages, passage_number, title_beside_text, written_date};
use crate::export::choices;
use crate::export::csv::{row, text};
use crate::language::{Words, wording};
use crate::marks::Wanted;
use crate::query::words::{documents as number_of_documents, of_all};
use crate::query::{CONTEXT, Query, Sort};
use crate::reader::{hit_words, language};
use crate::view::{Choice, Concordance, ConcordanceLine, Empty, Link};
use archive::{Archive, BlockId};
use places::{Block, Places};
use std::ops::Range;

const LINES_A_PAGE: usize = 100;
/// Words on each side that are offered.
const CONTEXTS: [u32; 4] = [4, CONTEXT, 15, 30];

/// One page of lines.
pub(super) fn concordance(archive: &Archive, query: &Query, answer: &Answer) -> Concordance {
    let places = Places::of(archive, query, answer);
    let (range, pages) = pages(query, places.total, LINES_A_PAGE);
    Concordance {
        caption: caption(archive, query, answer, &places),
        sorts: sorts(query, answer),
        contexts: contexts(query),
        is_aligned: query.context <= CONTEXT,
        lines: lines(archive, query, &places, range),
        pages,
        files: if places.total == 0 { Vec::new() } else { choices("", &[("CSV", "concordance.csv")]) },
        empty: (places.total == 0).then(|| empty(archive, query, answer, &places)),
    }
}

/// How many lines a query has.
pub(super) fn total(archive: &Archive, query: &Query, answer: &Answer) -> usize {
    Places::of(archive, query, answer).total
}

/// All lines, in their order.
pub(super) fn csv(archive: &Archive, query: &Query, answer: &Answer) -> String {
    let places = Places::of(archive, query, answer);
    let mut csv = String::new();
    row(&["left", "hit", "right", "document", "title", "date", "passage"].map(text), &mut csv);
    each_line(&places, query, 0..places.total, &mut |block, hit| {
        let (before, after) = context(block, hit, query.context);
        let document = archive.document_of_block(block.id);
        let cells = [
            text(block.text.get(before..hit.start).unwrap_or_default().trim()),
            text(block.text.get(hit.clone()).unwrap_or_default()),
            text(block.text.get(hit.end..after).unwrap_or_default().trim()),
            text(archive.id(document)),
            text(archive.title(document)),
            text(&written_date(archive, Words::default(), document).iso),
            passage_number(archive, document, block.id).map_or_else(String::new, |passage| passage.to_string()),
        ];
        row(&cells, &mut csv);
    });
    csv
}

fn lines(archive: &Archive, query: &Query, places: &Places, range: Range<usize>) -> Vec<ConcordanceLine> {
    let mut lines = Vec::with_capacity(range.len());
    each_line(places, query, range, &mut |block, hit| lines.push(line(archive, query, block, hit)));
    lines
}

/// Hands on the lines of a range, in the order of the query.
fn each_line(places: &Places, query: &Query, range: Range<usize>, each: &mut dyn FnMut(&Block, &Range<usize>)) {
    match query.sort.filter(|sort| sort.is_of_lines()) {
        Some(sort) => order::each_line(places, sort, range, each),
        None => places.each_line(range, each),
    }
}

fn line(archive: &Archive, query: &Query, block: &Block, hit: &Range<usize>) -> ConcordanceLine {
    let (start, end) = context(block, hit, query.context);
    let document = archive.document_of_block(block.id);
    let passage = passage_number(archive, document, block.id);
    let piece = |range: Range<usize>| block.text.get(range).unwrap_or_default().to_owned();
    ConcordanceLine {
        before: piece(start..hit.start),
        hit: piece(hit.clone()),
        after: piece(hit.end..end),
        cut_before: start > 0,
        cut_after: end < block.text.len(),
        document: title_beside_text(archive, document).to_owned(),
        language: language(archive, document).to_owned(),
        date: written_date(archive, query.words, document),
        passage,
        href: open(archive, query, document, passage),
    }
}

/// Where `most` words before a hit begin, and where as many after it end.
fn context(block: &Block, hit: &Range<usize>, most: u32) -> (usize, usize) {
    let most = most as usize;
    let (before, after) = block.beside(hit);
    let start = before.len().checked_sub(most).filter(|left| *left > 0).map_or(0, |left| before[left].original.start);
    let end = if after.len() > most { after[most - 1].original.end } else { block.text.len() };
    (start, end)
}

/// "1,204 lines in 210 of 10,000 documents: “peace”, in documents with “peace”."
fn caption(archive: &Archive, query: &Query, answer: &Answer, places: &Places) -> String {
    let words = query.words;
    let lines = words.count(places.total, "{} line", "{} lines");
    let documents = number_of_documents(words, places.documents);
    let selected = of_all(answer.selection.documents.count(), archive, query, &answer.plan);
    let hits = places.form_words(archive, words).unwrap_or_else(|| hit_words(archive, words, &answer.plan));
    match hits.is_empty() {
        true => words.fill("{} in {}. Selected: {}.", &[&lines, &documents, &selected]),
        false => words.fill("{} in {}: {}. Selected: {}.", &[&lines, &documents, &hits, &selected]),
    }
}

fn sorts(query: &Query, answer: &Answer) -> Vec<Choice> {
    let names = [
        (Sort::Relevance, wording("most relevant")),
        (Sort::Newest, wording("newest")),
        (Sort::Oldest, wording("oldest")),
        (Sort::Title, wording("title")),
        (Sort::Left, wording("word before")),
        (Sort::Right, wording("word after")),
        (Sort::Hit, wording("word found")),
    ];
    let usual = Query { sort: None, ..query.clone() }.sort_or_default();
    let offered = names.iter().filter(|(sort, _)| *sort != Sort::Relevance || !answer.plan.search.wanted.is_empty());
    let choice = |(sort, label): &(Sort, &str)| Choice {
        label: query.words.text(label),
        href: query.link(|query| query.sort = (*sort != usual).then_some(*sort)),
        current: *sort == query.sort_or_default(),
    };
    offered.map(choice).collect()
}

fn contexts(query: &Query) -> Vec<Choice> {
    let mut contexts = CONTEXTS.to_vec();
    if let Err(at) = contexts.binary_search(&query.context) {
        contexts.insert(at, query.context);
    }
    let choice = |context: u32| Choice {
        label: query.words.number(context as usize),
        href: query.link(|query| query.context = context),
        current: context == query.context,
    };
    contexts.into_iter().map(choice).collect()
}

fn empty(archive: &Archive, query: &Query, answer: &Answer, places: &Places) -> Empty {
    let (words, documents) = (query.words, answer.selection.documents.count());
    let mut ways_out = Vec::new();
    let text = if !places.is_asked {
        ways_out = suggestions(archive, query, answer);
        words.say(
            "Nothing is looked for yet. Search for words, or choose somebody: every place then stands in a line of its own.",
        )
    } else if documents == 0 {
        words.say("No document meets all of this, so there is no place to show.")
    } else {
        words.say(
            "No place in the text that may be shown: what was asked for stands in titles, or is declared by the documents, \
             or their text may not be shown.",
        )
    };
    let mut way_out = |text: &str, href: String| ways_out.push(Link { text: text.to_owned(), href });
    if query.form.is_some() {
        way_out(words.say("Every place of what is chosen"), query.link(|query| query.form = None));
    }
    if !query.q.is_empty() {
        way_out(words.say("Clear the search"), query.link(|query| query.q.clear()));
    }
    way_out(words.say("The documents"), query.link(|query| query.view = crate::query::ViewName::Documents));
    if query.selects() {
        way_out(words.say("All documents"), query.bare().to_url());
    }
    Empty { text: text.to_owned(), ways_out }
}

fn suggestions(archive: &Archive, query: &Query, answer: &Answer) -> Vec<Link> {
    super::suggestions(archive, query, answer, &|name| query.words.fill("Every place that names {}", &[name]))
}

/// What is looked for in a document's blocks.
enum Sought<'a> {
    /// What the reader numbers.
    Hits(Wanted<'a>),
    /// The mentions of one entity, or only those that a form found.
    Form(archive::EntityId, Option<&'a str>),
}

impl Sought<'_> {
    fn in_block(
        &self,
        archive: &Archive,
        id: BlockId,
        entities: &[archive::EntityId],
        words: &text::Words,
    ) -> Vec<Range<usize>> {
        let mut hits = match self {
            Sought::Hits(wanted) => wanted.marked_in(id, entities, words).hits,
            Sought::Form(entity, form) => {
                let is_meant = |mention: &archive::MentionRef| {
                    mention.entity == *entity && form.is_none_or(|form| archive.form(mention.form).0 == form)
                };
                archive.mentions(id).filter(is_meant).map(|mention| mention.start..mention.end).collect()
            }
        };
        // The reader cannot number what has no letter.
        hits.retain(|hit| hit.start < hit.end);
        hits
    }
}
