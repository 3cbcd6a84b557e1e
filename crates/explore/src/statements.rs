//! Statements of the selection: what is asked of them, and what each carries.

mod facets;
mod links;
mod list;
mod silent;
mod verbs;

pub(crate) use facets::{kind_words, whole};
pub(crate) use links::{
    Cells, asking, chips, entity_link, entity_of_slug, notices, passage_number, slug_of_entity, spoken_of,
};
pub(crate) use list::{order, reporting, row, source, spoken_by, statements, status_words, sure};

use crate::cooccurrence::kind_in_pairs;
use crate::order::sort;
use crate::query::{Asked, Query, Sure};
use crate::select::Selection;
use archive::{Archive, DocumentId, EntityId, PassageId, StatementId, StatementRef, StatementStatus};

/// A statement, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Said<'a> {
    pub(crate) number: StatementId,
    pub(crate) document: DocumentId,
    pub(crate) it: StatementRef<'a>,
}

/// All statements of the selected passages, and which of them are what is asked.
pub(crate) struct Sayings<'a> {
    pub(crate) archive: &'a Archive,
    pub(crate) query: &'a Query,
    pub(crate) all: Vec<Said<'a>>,
    /// Their verbs, ascending.
    verbs: Vec<&'a str>,
    /// One for each of `Asked::ALL`.
    tests: Vec<Test>,
    /// For each of `all` a bit for each test that it fails.
    failed: Vec<u8>,
}

/// What one key asks, in numbers of its values.
#[derive(Clone, Debug)]
struct Test {
    chosen: Vec<u32>,
    excluded: Vec<u32>,
    /// All chosen values must be carried; any of them is enough for other keys.
    all: bool,
}

/// A value that nothing carries.
const NOBODYS: u32 = u32::MAX;

/// How sure a speaker must be for a statement to count.
pub(crate) fn is_sure(status: StatementStatus) -> bool {
    matches!(status, StatementStatus::Stated | StatementStatus::Corrected)
}

impl<'a> Sayings<'a> {
    pub(crate) fn of(archive: &'a Archive, query: &'a Query, selection: &Selection) -> Sayings<'a> {
        let mut all: Vec<Said<'a>> = Vec::new();
        selection.passages.for_each(|passage| {
            let document = archive.document_of(PassageId(passage));
            for number in archive.statements_of(PassageId(passage)).map(StatementId) {
                let it = archive.statement(number);
                let counts = |it: &StatementRef<'_>| query.sure == Sure::Any || is_sure(it.status);
                all.extend(it.filter(counts).map(|it| Said { number, document, it }));
            }
        });
        let mut verbs: Vec<&str> = Vec::new();
        for said in &all {
            if let Err(at) = verbs.binary_search(&said.it.verb) {
                verbs.insert(at, said.it.verb);
            }
        }
        let mut sayings = Sayings { archive, query, all, verbs, tests: Vec::new(), failed: Vec::new() };
        sayings.tests = Asked::ALL.iter().map(|key| sayings.test(*key)).collect();
        sayings.failed = sayings.all.iter().map(|said| sayings.failures(said)).collect();
        sayings
    }

    /// Those that meet all that is asked.
    pub(crate) fn listed(&self) -> impl Iterator<Item = &Said<'a>> {
        self.all.iter().zip(&self.failed).filter(|(_, failed)| **failed == 0).map(|(said, _)| said)
    }

    /// Every value of a key that a statement carries.
    pub(crate) fn each_value(&self, key: Asked, said: &Said, each: &mut dyn FnMut(u32)) {
        match key {
            Asked::Speaker => said.it.speaker.into_iter().for_each(|speaker| each(speaker.0)),
            Asked::Party => parties(self.archive, said).for_each(|party| each(party.0)),
            Asked::About => self.archive.values_of_statement(said.number).for_each(each),
            Asked::Verb => each(self.verbs.binary_search(&said.it.verb).map_or(NOBODYS, |at| at as u32)),
            Asked::VerbKind => said.it.verb_kind.into_iter().for_each(|kind| each(kind as u32)),
            Asked::Kind => each(said.it.kind as u32),
            Asked::Status => each(said.it.status as u32),
        }
    }

    fn test(&self, key: Asked) -> Test {
        let filter = self.query.asked(key);
        let numbers = |values: &[String]| {
            let mut numbers: Vec<u32> = Vec::new();
            for number in values.iter().filter_map(|value| self.number(key, value)) {
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
            numbers
        };
        Test { chosen: numbers(&filter.chosen), excluded: numbers(&filter.excluded), all: key == Asked::About }
    }

    /// The number of a value of the address; `None` of what this corpus does not know, which is set aside with a notice.
    fn number(&self, key: Asked, value: &str) -> Option<u32> {
        match key {
            Asked::Speaker | Asked::Party => entity_of_slug(self.archive, key, value).map(|entity| entity.0),
            Asked::About => {
                let entity = entity_of_slug(self.archive, key, value)?;
                let kind = kind_in_pairs(self.archive.kind_of(entity), self.query);
                Some(self.archive.party_as(entity, kind).0)
            }
            Asked::Verb => Some(self.verbs.binary_search(&value).map_or(NOBODYS - 1, |at| at as u32)),
            Asked::VerbKind => archive::VerbKind::from_word(value).map(|kind| kind as u32),
            Asked::Kind => archive::StatementKind::from_word(value).map(|kind| kind as u32),
            Asked::Status => StatementStatus::from_word(value).map(|status| status as u32),
        }
    }

    fn failures(&self, said: &Said) -> u8 {
        let mut failures = 0;
        for (bit, (key, test)) in Asked::ALL.iter().zip(&self.tests).enumerate() {
            if test.chosen.is_empty() && test.excluded.is_empty() {
                continue;
            }
            let (mut met, mut excluded) = (Vec::new(), false);
            self.each_value(*key, said, &mut |value| {
                if test.chosen.contains(&value) && !met.contains(&value) {
                    met.push(value);
                }
                excluded |= test.excluded.contains(&value);
            });
            let is_met = if test.all { met.len() == test.chosen.len() } else { !met.is_empty() };
            if excluded || !is_met && !test.chosen.is_empty() {
                failures |= 1 << bit;
            }
        }
        failures
    }
}

/// The parties of a statement's speaker at the document's date.
pub(crate) fn parties<'a>(archive: &'a Archive, said: &Said) -> impl Iterator<Item = EntityId> + 'a {
    let speaker = said.it.speaker;
    archive.parties_that_day(said.document).filter(move |(person, _)| Some(*person) == speaker).map(|(_, party)| party)
}

/// The documents of statements that stand in order, each once, ascending.
pub(crate) fn documents<'a, 'b: 'a>(statements: impl Iterator<Item = &'a Said<'b>>) -> Vec<DocumentId> {
    let mut documents: Vec<DocumentId> = Vec::new();
    for said in statements {
        if documents.last() != Some(&said.document) {
            documents.push(said.document);
        }
    }
    documents
}

/// How many different outlets documents are from.
pub(crate) fn outlets(archive: &Archive, documents: &[DocumentId]) -> usize {
    let mut outlets: Vec<EntityId> = documents.iter().flat_map(|document| archive.outlets(*document)).collect();
    sort(&mut outlets, Ord::cmp);
    outlets.dedup();
    outlets.len()
}
