//! One side of a comparison: its documents, what they carry, and the links that open them.

use crate::Answer;
use crate::facets::counts;
use crate::plan::{Plan, counted_as};
use crate::query::words::{of_all, selection};
use crate::query::{Query, Scope, ViewName};
use crate::search::{MOST_TERMS, Search};
use crate::select::Selection;
use crate::set::Set;
use crate::tools::narrowed;
use crate::view::{self, Part};
use archive::{Archive, BlockId, EntityId, Posting};

pub(super) struct Side {
    /// Opens it as a list of documents.
    query: Query,
    plan: Plan,
    pub(super) documents: Set,
    passages: Set,
    /// Of its documents.
    pub(super) size: usize,
    /// "12 of 67 documents naming Chris Hipkins"
    pub(super) words: String,
    selected: String,
    /// Its documents by value.
    counts: Vec<u32>,
}

impl Side {
    pub(super) fn of(archive: &Archive, query: &Query, answer: &Answer) -> Side {
        let Answer { plan, selection: Selection { documents, passages }, .. } = answer;
        let size = documents.count();
        let selected = selection(archive, query.words, query, plan);
        Side {
            query: Query { view: ViewName::Documents, ..query.clone() },
            counts: counts(archive, plan.scope, &answer.selection),
            words: of_all(size, archive, query, plan),
            plan: plan.clone(),
            documents: documents.clone(),
            passages: passages.clone(),
            size,
            selected,
        }
    }

    pub(super) fn shown(&self, name: &str) -> view::Side {
        view::Side {
            name: name.to_owned(),
            words: self.selected.clone(),
            documents: Part { label: self.words.clone(), count: self.size, href: self.query.to_url() },
            passages: self.passages.count(),
        }
    }

    /// How many of its documents carry an entity, in its own way of counting parties.
    pub(super) fn count(&self, archive: &Archive, entity: EntityId) -> u32 {
        let counted = counted_as(archive.kind_of(entity), self.query.party_as);
        self.counts.get(archive.party_as(entity, counted).index()).copied().unwrap_or_default()
    }

    /// The same with the link to them; `None` where no address can say it.
    pub(super) fn carrying(&self, archive: &Archive, entity: EntityId, count: u32) -> Option<Part> {
        let query = narrowed(&self.query, archive.kind_of(entity), archive.slug(entity))?;
        Some(self.part(count, archive.label(entity), query))
    }

    /// Whether an address can say which of its documents carry an entity.
    pub(super) fn can_say(&self, archive: &Archive, entity: EntityId) -> bool {
        narrowed(&self.query, archive.kind_of(entity), archive.slug(entity)).is_some()
    }

    /// Those that hold a word of the index.
    pub(super) fn holding(&self, word: &str, count: u32) -> Part {
        // Behind what was typed it could become a part of that.
        let mut rest = self.query.q.trim_start();
        while let Some(after) = rest.strip_prefix("OR") {
            if after.starts_with(|next: char| next.is_alphanumeric() || next == '\'' || next == '-' || next == '*') {
                break;
            }
            rest = after.trim_start();
        }
        let q = if rest.is_empty() { word.to_owned() } else { [word, " ", rest].concat() };
        self.part(count, &self.query.words.fill("“{}”", &[word]), Query { q, ..self.query.clone() })
    }

    fn part(&self, count: u32, what: &str, query: Query) -> Part {
        let words = query.words;
        let label = words.fill("{} of {}: {}", &[&words.number(count as usize), &words.number(self.size), what]);
        Part { label, count: count as usize, href: query.to_url() }
    }

    /// Whether a search takes one word more.
    pub(super) fn takes_word(&self) -> bool {
        let (search, _) = Search::parse(&self.query.q, self.query.words);
        search.terms().count() + search.excluded.len() < MOST_TERMS
    }

    /// How many of its documents hold a word; `postings` are ascending.
    pub(super) fn count_of_word(&self, archive: &Archive, postings: &[Posting]) -> u32 {
        let (mut count, mut last) = (0, None);
        for posting in postings {
            let block = BlockId(posting.block);
            let document = archive.document_of_block(block);
            let is_met = match self.plan.scope {
                Scope::Document => self.documents.contains(document.0),
                Scope::Passage => archive.passage_of(block).is_some_and(|passage| self.passages.contains(passage.0)),
            };
            if is_met && last.replace(document) != Some(document) {
                count += 1;
            }
        }
        count
    }

    /// Whether the side is chosen by an entity, or by leaving it out.
    pub(super) fn is_chosen_by(&self, archive: &Archive, entity: EntityId) -> bool {
        let values = self.plan.filters.iter().flat_map(|filter| filter.chosen.iter().chain(&filter.excluded));
        values.into_iter().any(|value| archive.entity_of(*value) == entity)
    }

    /// Whether the side is chosen by a word.
    pub(super) fn is_searched_by(&self, word: &str) -> bool {
        let search = &self.plan.search;
        search.terms().chain(&search.excluded).any(|term| {
            let (last, others) =
                term.words.split_last().map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
            last == word || term.is_prefix && word.starts_with(last) || others.iter().any(|other| other == word)
        })
    }
}
