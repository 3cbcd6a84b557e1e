//! The evidence of a pair: exactly the units counted in one of its four cells, each with its passages. A name paired with
//! itself has two cells: the units that name it, and the others.

use crate::cooccurrence::{units, value_of_slug, values_of_units};
use crate::documents::{open, pages, title_beside_text, to_come, written_date};
use crate::language::wording;
use crate::marks::{Wanted, window};
use crate::plan::Plan;
use crate::query::words;
use crate::query::{Cell, Query, Unit};
use crate::select::Selection;
use crate::view::{self, Evidence, EvidenceUnit, Link, Snippet};
use archive::{Archive, BlockId, DocumentId, EntityId, PassageId, Rights, SentenceId};
use std::ops::Range;

const UNITS_A_PAGE: usize = 20;
/// Passages shown of one document.
const PASSAGES: usize = 6;
const PASSAGE_BYTES: usize = 700;

/// The cell of a pair that the query asks for; `None` if the archive does not know both.
pub(crate) fn evidence(archive: &Archive, query: &Query, plan: &Plan, selection: &Selection) -> Option<Evidence> {
    let (first, second) = query.pair.as_ref()?;
    let pair = [value_of_slug(archive, query, first)?, value_of_slug(archive, query, second)?];
    let [first, second] = pair.map(|value| archive.label(value).to_owned());
    let numbers = units(archive, query, selection);
    let mut cells: [Vec<u32>; 4] = Default::default();
    let lists = values_of_units(archive, query.unit);
    for number in numbers {
        let values = lists.get(number as usize);
        let cell = match pair.map(|value| values.contains(value.0)) {
            [true, true] => 0,
            [true, false] => 1,
            [false, true] => 2,
            [false, false] => 3,
        };
        cells[cell].push(number);
    }
    let is_one = pair[0] == pair[1];
    let words = query.words;
    let only = |name: &str| words.fill("only {}", &[name]);
    let labels = match is_one {
        true => [first.clone(), String::new(), String::new(), words.fill("not {}", &[&first])],
        false => [words.text("both"), only(&first), only(&second), words.text("neither")],
    };
    let links = Cell::ALL.iter().zip(labels).zip(&cells).filter(|((_, label), _)| !label.is_empty());
    let links = links.map(|((cell, label), units)| view::Cell {
        label,
        count: units.len(),
        href: query.link(|changed| (changed.pair, changed.cell) = (query.pair.clone(), *cell)),
        current: query.cell == *cell,
    });
    let chosen = &cells[query.cell as usize];
    let units = words::units(words, query.unit, chosen.len());
    let heading = match query.cell {
        Cell::Both if is_one => words.fill("{} naming {}", &[&units, &first]),
        Cell::Neither if is_one => words.fill("{} not naming {}", &[&units, &first]),
        Cell::Both => words.fill("{} naming both {} and {}", &[&units, &first, &second]),
        Cell::First => words.fill("{} naming {} without {}", &[&units, &first, &second]),
        Cell::Second => words.fill("{} naming {} without {}", &[&units, &second, &first]),
        Cell::Neither => words.fill("{} naming neither {} nor {}", &[&units, &first, &second]),
    };
    let (range, pages) = pages(query, chosen.len(), UNITS_A_PAGE);
    let wanted = Wanted::only(archive, query, plan, &pair);
    Some(Evidence {
        heading,
        cells: links.collect(),
        units: chosen[range].iter().map(|number| unit_shown(archive, query, &wanted, &pair, *number)).collect(),
        pages,
        close: query.link(|_| ()),
    })
}

pub(crate) fn unit_shown(
    archive: &Archive,
    query: &Query,
    wanted: &Wanted,
    pair: &[EntityId; 2],
    number: u32,
) -> EvidenceUnit {
    let (document, passages) = match query.unit {
        Unit::Document => (DocumentId(number), archive.passages_of(DocumentId(number)).collect()),
        Unit::Passage => (archive.document_of(PassageId(number)), vec![number]),
        Unit::Sentence => {
            let passage = archive.passage_of_sentence(SentenceId(number));
            (archive.document_of(passage), vec![passage.0])
        }
    };
    let entities = wanted.entities_in(document);
    let names =
        |passage: &u32| pair.iter().any(|value| archive.values_of_passage(PassageId(*passage)).contains(value.0));
    let mut shown: Vec<u32> =
        passages.iter().copied().filter(|passage| query.unit != Unit::Document || names(passage)).collect();
    let left_out = shown.len().saturating_sub(PASSAGES);
    shown.truncate(PASSAGES);
    let snippets: Vec<Snippet> = shown
        .iter()
        .map(|passage| passage_shown(archive, query, wanted, &entities, PassageId(*passage), number))
        .collect();
    EvidenceUnit {
        document: Link {
            text: title_beside_text(archive, document).to_owned(),
            href: open(archive, &without_pair(query), document, None),
        },
        date: written_date(archive, query.words, document),
        note: note(archive, query, pair, document, &passages, left_out),
        passages: snippets,
    }
}

fn passage_shown(
    archive: &Archive,
    query: &Query,
    wanted: &Wanted,
    entities: &[EntityId],
    passage: PassageId,
    unit: u32,
) -> Snippet {
    let block: BlockId = archive.block_of(passage);
    let document = archive.document_of(passage);
    let at = passage.0 - archive.passages_of(document).start + 1;
    let href = open(archive, &without_pair(query), document, Some(at));
    if !archive.is_here(block) {
        return to_come(href, Some(at));
    }
    let marked = wanted.marked(block, entities);
    let range: Range<usize> = match query.unit {
        Unit::Sentence => archive.sentence_range(SentenceId(unit)),
        _ => window(marked.text, &marked.hits.first().cloned().unwrap_or(0..0), PASSAGE_BYTES),
    };
    Snippet {
        segments: wanted.segments(&marked, range.clone(), None),
        passage: Some(at),
        href,
        cut_before: range.start > 0,
        cut_after: range.end < marked.text.len(),
    }
}

fn without_pair(query: &Query) -> Query {
    Query { pair: None, cell: Cell::Both, page: 1, ..query.clone() }
}

/// What the marks do not show: declarations, titles, text that may not be shown.
fn note(
    archive: &Archive,
    query: &Query,
    pair: &[EntityId; 2],
    document: DocumentId,
    passages: &[u32],
    left_out: usize,
) -> String {
    let words = query.words;
    let mut notes: Vec<String> = Vec::new();
    if archive.rights(document) == Rights::Metadata {
        notes.push(words.text("text not shown"));
    }
    if query.unit == Unit::Document {
        for value in pair.iter().filter(|value| archive.values_of_document(document).contains(value.0)) {
            let in_passage =
                passages.iter().any(|passage| archive.values_of_passage(PassageId(*passage)).contains(value.0));
            if !in_passage {
                let entity = archive.entity_of(*value);
                let title = BlockId(archive.blocks_of(document).start);
                let where_from = if archive.declared(document).any(|declared| declared == entity) {
                    wording("{}: declared by the document")
                } else if !archive.is_here(title) {
                    wording("{}: …")
                } else if archive.mentions(title).any(|mention| mention.entity == entity) {
                    wording("{}: named in the title")
                } else {
                    wording("{}: named outside the passages")
                };
                notes.push(words.fill(where_from, &[archive.label(*value)]));
            }
        }
    }
    if left_out > 0 {
        notes.push(words.text("more passages of this document name them"));
    }
    words::parted(&notes, words.say("; "))
}
