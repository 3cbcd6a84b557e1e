//! The reader: one document whole, every name in it marked, every answer to the query numbered.

mod statements;

use crate::documents::{FILES, open, outlets, passage_number, title_beside_text, written_date};
use crate::export::choices;
use crate::language::Words;
use crate::marks::{Wanted, plain};
use crate::plan::Plan;
use crate::query::words::{all_of, search};
use crate::query::{FACETS, Query};
use crate::quotation;
use crate::view::{FileChoice, Link, NamedHere, Reader, ReaderBlock};
use archive::{Archive, BlockId, BlockKind, DocumentId, DocumentKind, EntityId, EntityKind, Late, Rights};
use statements::{read, spans, statements_of};

/// A document, with its neighbours in `order`.
pub(crate) fn reader(
    archive: &Archive,
    query: &Query,
    plan: &Plan,
    document: DocumentId,
    order: &[DocumentId],
) -> Reader {
    let words = query.words;
    let wanted = Wanted::new(archive, query, plan);
    let entities = wanted.entities_in(document);
    let mut number = 0;
    // Both are asked for at once.
    let is_here = archive.has(Late::Passages) & archive.is_here(BlockId(archive.blocks_of(document).start));
    let blocks = archive.blocks_of(document).skip(1).map(BlockId);
    let blocks: Vec<ReaderBlock> = match is_here {
        true => {
            blocks.map(|block| reader_block(archive, query, &wanted, &entities, document, block, &mut number)).collect()
        }
        // One block stands for all of it, and nothing in it is counted.
        false => blocks.take(1).map(|block| to_come(archive, query, document, block)).collect(),
    };
    let speakers = archive.speakers(document).map(|speaker| chooser(archive, query, speaker)).collect();
    let topics = archive
        .values_of_document(document)
        .iter()
        .map(EntityId)
        .filter(|value| archive.kind_of(*value) == EntityKind::Topic);
    let place = order.iter().position(|other| *other == document);
    let neighbour = |place: Option<usize>| {
        let other = *order.get(place?)?;
        Some(Link { text: archive.title(other).to_owned(), href: open(archive, query, other, None) })
    };
    Reader {
        id: archive.id(document).to_owned(),
        title: plain(title_beside_text(archive, document)),
        date: written_date(archive, words, document),
        outlets: outlets(archive, query, document),
        via: archive.via(document).map(str::to_owned).collect(),
        author: archive.author(document).to_owned(),
        source_title: archive.source_title(document).to_owned(),
        source_url: web_address(archive.source_url(document)),
        at_publisher: query
            .at
            .and_then(|at| quotation::at_publisher(archive, document, at, &web_address(archive.source_url(document)))),
        other_sources: archive.other_sources(document).map(web_address).filter(|url| !url.is_empty()).collect(),
        language: language(archive, document).to_owned(),
        kind: match archive.document_kind(document) {
            DocumentKind::Speech => words.text("Speech"),
            DocumentKind::Report => String::new(),
        },
        speakers,
        rights: match archive.rights(document) {
            Rights::Full => "",
            Rights::Snippets => {
                words.say("Only the words round the names may be shown here; the rest is at the publisher's.")
            }
            Rights::Metadata => words.say("Its text may not be shown here: only who is named in each passage."),
        }
        .to_owned(),
        topics: topics.map(|topic| chooser(archive, query, topic)).collect(),
        blocks,
        hits: number,
        hit_words: if is_here { hit_words(archive, words, plan) } else { String::new() },
        named: if is_here { named(archive, query, document) } else { Vec::new() },
        files: citations(archive, query, document),
        close: Query { document: None, at: None, quotation: None, edition: None, ..query.clone() }.to_url(),
        previous: neighbour(place.and_then(|place| place.checked_sub(1))),
        next: neighbour(place.map(|place| place + 1)),
    }
}

fn reader_block<'a>(
    archive: &Archive,
    query: &Query,
    wanted: &Wanted<'a>,
    entities: &[EntityId],
    document: DocumentId,
    block: BlockId,
    number: &mut u32,
) -> ReaderBlock {
    let passage = passage_number(archive, document, block);
    let marked = wanted.marked(block, entities);
    let names_only = match archive.passage_of(block) {
        Some(passage) if marked.text.is_empty() => {
            let values = archive.values_of_passage(passage).iter().map(EntityId);
            let shown = values.filter(|value| {
                FACETS.contains(&archive.kind_of(*value)) && archive.kind_of(*value) != EntityKind::Topic
            });
            shown.map(|value| chooser(archive, query, value)).collect()
        }
        _ => Vec::new(),
    };
    let said = statements_of(archive, document, block);
    let places: Vec<usize> =
        said.iter().flat_map(|said| spans(archive, said)).flat_map(|span| [span.start, span.end]).collect();
    let (segments, starts) = wanted.segments_at(&marked, 0..marked.text.len(), Some(number), &places);
    ReaderBlock {
        statements: said.iter().map(|said| read(archive, query, marked.text, said, &starts)).collect(),
        kind: archive.block_kind(block),
        level: archive.heading_level(block),
        href: open(archive, query, document, passage),
        current: passage.is_some() && passage == query.at,
        passage,
        segments,
        names_only,
    }
}

/// What stands for a text that is still to come.
fn to_come(archive: &Archive, query: &Query, document: DocumentId, block: BlockId) -> ReaderBlock {
    ReaderBlock {
        kind: BlockKind::Paragraph,
        level: 0,
        passage: None,
        href: open(archive, query, document, passage_number(archive, document, block)),
        current: false,
        segments: plain("…"),
        names_only: Vec::new(),
        statements: Vec::new(),
    }
}

/// A name that chooses what it names.
fn chooser(archive: &Archive, query: &Query, entity: EntityId) -> Link {
    let kind = archive.kind_of(entity);
    Link {
        text: archive.label(entity).to_owned(),
        href: query.link(|query| query.filter_mut(kind).choose(archive.slug(entity))),
    }
}

pub(crate) fn hit_words(archive: &Archive, words: Words, plan: &Plan) -> String {
    let mut hits: Vec<String> = Vec::new();
    if plan.search.terms().next().is_some() {
        hits.push(search(words, &plan.search));
    }
    hits.extend(
        plan.filters
            .iter()
            .filter(|filter| filter.kind != EntityKind::Outlet)
            .flat_map(|filter| filter.chosen.iter().map(|value| archive.label(*value).to_owned())),
    );
    all_of(words, &hits)
}

fn named(archive: &Archive, query: &Query, document: DocumentId) -> Vec<NamedHere> {
    let mut counts = vec![0_usize; archive.values()];
    for mention in archive.blocks_of(document).flat_map(|block| archive.mentions(BlockId(block))) {
        counts[mention.entity.index()] += 1;
    }
    let declared: Vec<EntityId> = archive.declared(document).collect();
    let parties: Vec<(EntityId, EntityId)> = archive.parties_that_day(document).collect();
    let values = archive.values_of_document(document).iter().map(EntityId);
    let shown = |value: &EntityId| {
        FACETS.contains(&archive.kind_of(*value))
            && !matches!(archive.kind_of(*value), EntityKind::Topic | EntityKind::Outlet)
    };
    let mut named: Vec<NamedHere> = values
        .filter(shown)
        .map(|value| {
            let party = parties.iter().rev().find(|(person, _)| *person == value).map(|(_, party)| *party);
            NamedHere {
                kind: archive.kind_of(value),
                label: archive.name(value).to_owned(),
                party: party.map_or_else(String::new, |party| archive.label(party).to_owned()),
                colour: archive.colour(party.unwrap_or(value)).to_owned(),
                mentions: counts[value.index()],
                declared: declared.contains(&value),
                href: query.link(|query| query.filter_mut(archive.kind_of(value)).choose(archive.slug(value))),
            }
        })
        .collect();
    crate::order::sort_by_key(&mut named, |named| (named.kind, std::cmp::Reverse(named.mentions)));
    named
}

/// Citations of the passage that the address points at, else of the document.
fn citations(archive: &Archive, query: &Query, document: DocumentId) -> Vec<FileChoice> {
    let passages = archive.passages_of(document).len();
    let what = match query.at.filter(|at| *at > 0 && *at as usize <= passages) {
        Some(at) => ["passage-", &at.to_string()].concat(),
        None => "document".to_owned(),
    };
    // All but the table.
    choices(&what, &FILES[1..])
}

/// The document's language, which is that of the corpus unless it says otherwise.
pub(crate) fn language(archive: &Archive, document: DocumentId) -> &str {
    match archive.language(document) {
        "" => archive.about("language"),
        language => language,
    }
}

/// Only what a browser may be sent to.
pub(crate) fn web_address(url: &str) -> String {
    let scheme = url.split(':').next().unwrap_or_default().to_ascii_lowercase();
    if matches!(scheme.as_str(), "http" | "https") && url.contains("://") { url.to_owned() } else { String::new() }
}
