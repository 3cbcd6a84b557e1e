//! Where the hits are: how many each block of text holds, in the order of the documents, and the blocks themselves, cut into
//! words where a line is made of them.

use super::Sought;
use crate::Answer;
use crate::cooccurrence::value_of_slug;
use crate::documents::order;
use crate::language::Words as Wordings;
use crate::marks::Wanted;
use crate::query::Query;
use crate::search::Search;
use archive::{Archive, BlockId, DocumentId, EntityId};
use std::ops::Range;
use text::{Word, Words};

/// The blocks with hits, in the order of the documents, then of the text.
pub(super) struct Places<'a> {
    archive: &'a Archive,
    sought: Sought<'a>,
    /// Each with the number of its hits, at least one.
    pub(super) blocks: Vec<(BlockId, u32)>,
    pub(super) total: usize,
    /// How many documents they stand in.
    pub(super) documents: usize,
    /// Something is looked for at all.
    pub(super) is_asked: bool,
}

/// A block cut into words, with its hits.
pub(super) struct Block<'a> {
    pub(super) id: BlockId,
    pub(super) text: &'a str,
    pub(super) words: Vec<Word<'a>>,
    pub(super) hits: Vec<Range<usize>>,
}

impl<'a> Block<'a> {
    /// The words before a hit, and those after it.
    pub(super) fn beside(&self, hit: &Range<usize>) -> (&[Word<'a>], &[Word<'a>]) {
        let (before, after) = self.around(hit);
        (&self.words[..before], &self.words[after..])
    }

    /// How many words stand before a hit, and the first one after it.
    pub(super) fn around(&self, hit: &Range<usize>) -> (usize, usize) {
        let before = self.words.partition_point(|word| word.original.end <= hit.start);
        let after = self.words.partition_point(|word| word.original.start < hit.end);
        (before, after.max(before))
    }
}

impl<'a> Places<'a> {
    pub(super) fn of(archive: &'a Archive, query: &'a Query, answer: &'a Answer) -> Places<'a> {
        let focus = query.focus.as_deref().and_then(|slug| value_of_slug(archive, query, slug));
        let sought = match (&query.form, focus) {
            (Some(form), Some(focus)) => {
                Sought::Form(archive.entity_of(focus), Some(form.as_str()).filter(|form| *form != "*"))
            }
            _ => Sought::Hits(Wanted::new(archive, query, &answer.plan)),
        };
        let (counts, is_settled) = match sought {
            Sought::Hits(_) => (counts(archive, answer), is_settled(&answer.plan.search)),
            Sought::Form(..) => (Vec::new(), true),
        };
        let is_asked = match &sought {
            Sought::Hits(wanted) => !wanted.is_empty(),
            Sought::Form(..) => true,
        };
        let mut places = Places { archive, sought, blocks: Vec::new(), total: 0, documents: 0, is_asked };
        if !is_asked {
            return places;
        }
        for document in order(archive, query, &answer.found, &answer.selection.documents) {
            let before = places.total;
            let entities = places.entities_in(document);
            for block in archive.blocks_of(document).skip(1).map(BlockId) {
                let of_words = counts.get(block.index()).copied().unwrap_or_default();
                let is_named =
                    !entities.is_empty() && archive.mentions(block).any(|mention| entities.contains(&mention.entity));
                let hits = match (of_words, is_named) {
                    (0, false) => 0,
                    (count, false) if is_settled => count,
                    _ => {
                        let words = if counts.is_empty() { Words::default() } else { Words::of(archive.text(block)) };
                        places.sought.in_block(archive, block, &entities, &words).len() as u32
                    }
                };
                if hits > 0 {
                    places.blocks.push((block, hits));
                    places.total += hits as usize;
                }
            }
            places.documents += usize::from(places.total > before);
        }
        places
    }

    /// Whose mentions are listed, and by which words found, where a form is asked for.
    pub(super) fn form_words(&self, archive: &Archive, words: Wordings) -> Option<String> {
        match &self.sought {
            Sought::Hits(_) => None,
            Sought::Form(entity, None) => Some(archive.name(*entity).to_owned()),
            Sought::Form(entity, Some(form)) => Some(words.fill("{}, found by “{}”", &[archive.name(*entity), form])),
        }
    }

    fn entities_in(&self, document: DocumentId) -> Vec<EntityId> {
        match &self.sought {
            Sought::Hits(wanted) => wanted.entities_in(document),
            Sought::Form(entity, _) => vec![*entity],
        }
    }

    /// Cuts a block into words, finds its hits and hands both on.
    pub(super) fn each_block(&self, blocks: impl Iterator<Item = BlockId>, each: &mut dyn FnMut(&Block)) {
        let mut known: Option<(DocumentId, Vec<EntityId>)> = None;
        for id in blocks {
            let document = self.archive.document_of_block(id);
            let entities = match known.take() {
                Some((of, entities)) if of == document => entities,
                _ => self.entities_in(document),
            };
            let text = self.archive.text(id);
            let words = Words::of(text);
            let hits = self.sought.in_block(self.archive, id, &entities, &words);
            each(&Block { id, text, words: words.iter().collect(), hits });
            known = Some((document, entities));
        }
    }

    /// The lines of a range, in the order of the documents.
    pub(super) fn each_line(&self, range: Range<usize>, each: &mut dyn FnMut(&Block, &Range<usize>)) {
        let mut before = 0;
        for (id, hits) in &self.blocks {
            let own = before..before + *hits as usize;
            before = own.end;
            if own.end <= range.start || own.start >= range.end {
                continue;
            }
            let skipped = range.start.saturating_sub(own.start);
            let taken = own.len().min(range.end - own.start) - skipped;
            self.each_block(std::iter::once(*id), &mut |block| {
                block.hits.iter().skip(skipped).take(taken).for_each(|hit| each(block, hit));
            });
        }
    }
}

/// How often the words looked for stand in each block; nothing if there are none.
fn counts(archive: &Archive, answer: &Answer) -> Vec<u32> {
    let mut counts = Vec::new();
    let hits = answer.found.wanted.iter().flatten();
    for (term, hits) in answer.plan.search.terms().zip(hits).filter(|(_, hits)| !hits.documents.is_empty()) {
        counts.resize(archive.blocks(), 0_u32);
        let own = if hits.blocks.is_empty() { term.blocks(archive) } else { Vec::new() };
        for (block, count) in hits.blocks.iter().chain(&own) {
            let all = &mut counts[*block as usize];
            *all = all.saturating_add(*count);
        }
    }
    counts
}

/// Whether the index alone says how many places the words have: no two of them can stand in one place.
fn is_settled(search: &Search) -> bool {
    let mut seen: Vec<&[String]> = Vec::new();
    let mut terms = search.terms().peekable();
    let is_one = search.terms().count() == 1;
    terms.all(|term| {
        let is_new = !seen.contains(&term.words.as_slice());
        seen.push(&term.words);
        term.words.len() == 1 && is_new && (is_one || !term.is_prefix)
    })
}
