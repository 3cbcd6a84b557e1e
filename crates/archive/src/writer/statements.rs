//! The sections of statements: rows by passage, details apart, and who speaks which.

use super::{Lists, Values, narrow_numbers, numbers};
use crate::contents::{Document, Place, Statement};
use crate::id::NONE;
use crate::section::{DETAIL_COLUMNS, STATEMENT_COLUMNS, Section};
use crate::strings::StringPool;

/// Of a detail: where its verb stands, which is a number of `verbs` until strings are numbered, and its group.
const VERB: usize = 6;
const GROUP: usize = 7;

/// Where the kind of its verb begins in the shape of a row.
const VERB_KIND: u32 = 12;

/// Statements as columns that grow document by document.
#[derive(Clone, Debug)]
pub(super) struct Statements {
    /// By passage, where its statements begin.
    firsts: Vec<u32>,
    rows: Vec<[u32; STATEMENT_COLUMNS]>,
    details: Vec<[u32; DETAIL_COLUMNS]>,
    /// By detail.
    pieces: Lists,
    verbs: StringPool,
    /// By document, where its statements begin, those included that are in no passage of it and in no row.
    documents: Vec<u32>,
    /// By statement.
    entities: Lists,
}

impl Default for Statements {
    fn default() -> Statements {
        Statements {
            firsts: vec![0],
            rows: Vec::new(),
            details: Vec::new(),
            pieces: Lists::default(),
            verbs: StringPool::new(),
            documents: vec![0],
            entities: Lists::default(),
        }
    }
}

impl Statements {
    /// Takes the statements of the next document, which has so many passages from `first_passage` on.
    pub(super) fn add(&mut self, statements: Vec<Statement>, first_passage: u32, passages: u32) {
        let mut rows = statements.iter().peekable();
        for passage in 0..passages {
            while let Some(statement) = rows.next_if(|statement| statement.place.passage == passage) {
                let mut detail = NONE;
                if has_details(statement) {
                    detail = self.details.len() as u32;
                    self.details.push(detail_columns(statement, first_passage, &mut self.verbs));
                    let pieces = statement.pieces.iter().flat_map(|(start, end)| [*start, *end]);
                    self.pieces.push(&pieces.collect::<Vec<u32>>());
                }
                self.rows.push(columns(statement, detail));
            }
            self.firsts.push(self.rows.len() as u32);
        }
        statements.iter().for_each(|statement| self.entities.push(&statement.entities));
        self.documents.push(self.entities.len() as u32);
    }

    /// Puts the numbers of entities and groups where others stood in for them.
    pub(super) fn number(&mut self, entities: &[u32], groups: &[Option<u32>]) {
        self.entities.number(entities);
        let (details, pieces) = (std::mem::take(&mut self.details), std::mem::take(&mut self.pieces));
        for [_, _, shape, speaker, detail] in &mut self.rows {
            if *speaker != NONE {
                *speaker = entities[*speaker as usize];
            }
            let Some(mut columns) = details.get(*detail as usize).copied() else { continue };
            columns[GROUP] = groups.get(columns[GROUP] as usize).copied().flatten().unwrap_or(NONE);
            let pieces = pieces.list(*detail as usize);
            *detail = NONE;
            // What had nothing but a group may now have nothing at all.
            if columns != NOTHING || *shape >> VERB_KIND > 0 || !pieces.is_empty() {
                *detail = self.details.len() as u32;
                self.details.push(columns);
                self.pieces.push(pieces);
            }
        }
    }

    pub(super) fn fill(
        mut self,
        documents: &[Document],
        values: &Values,
        strings: &mut StringPool,
        mut put: impl FnMut(Section, Vec<u8>),
    ) {
        for detail in &mut self.details {
            detail[VERB] = strings.number(self.verbs.string(detail[VERB]));
        }
        put(Section::FirstStatements, numbers(&self.firsts));
        put(Section::Statements, numbers(self.rows.as_flattened()));
        put(Section::StatementDetails, numbers(self.details.as_flattened()));
        put(Section::PieceOffsets, numbers(&self.pieces.offsets));
        put(Section::Pieces, numbers(&self.pieces.values));
        let speakers = self.rows.iter().map(|row| Some(row[3]).filter(|speaker| *speaker != NONE));
        let speakers = Lists::of(speakers.map(|speaker| speaker.into_iter().collect()));
        let speakers = speakers.turned(values.entities as usize);
        put(Section::SpeakerStatementOffsets, numbers(&speakers.offsets));
        put(Section::SpeakerStatements, numbers(&speakers.values));
        let mut present = Lists::default();
        for (document, ends) in documents.iter().zip(self.documents.windows(2)) {
            for statement in ends[0]..ends[1] {
                present.push(&values.present(self.entities.list(statement as usize), document));
            }
        }
        put(Section::StatementValueOffsets, numbers(&present.offsets));
        let narrow = values.count <= usize::from(u16::MAX);
        put(Section::StatementValues, if narrow { narrow_numbers(&present.values) } else { numbers(&present.values) });
    }
}

/// The details of a statement that has none.
const NOTHING: [u32; DETAIL_COLUMNS] = [NONE, 0, 0, NONE, 0, 0, 0, NONE];

fn has_details(statement: &Statement) -> bool {
    let Statement { source, cue, verb, group, pieces, .. } = statement;
    source.is_some() || cue.is_some() || verb.is_some() || group.is_some() || !pieces.is_empty()
}

fn columns(statement: &Statement, detail: u32) -> [u32; STATEMENT_COLUMNS] {
    let verb = statement.verb.as_ref().map_or(0, |(_, kind)| *kind as u32 + 1);
    let shape =
        statement.kind as u32 | (statement.status as u32) << 4 | (statement.method as u32) << 8 | verb << VERB_KIND;
    [statement.place.start, statement.place.end, shape, statement.speaker.unwrap_or(NONE), detail]
}

fn detail_columns(statement: &Statement, first_passage: u32, verbs: &mut StringPool) -> [u32; DETAIL_COLUMNS] {
    let place = |place: Option<Place>| match place {
        Some(place) => [first_passage + place.passage, place.start, place.end],
        None => [NONE, 0, 0],
    };
    let ([source, source_start, source_end], [cue, cue_start, cue_end]) =
        (place(statement.source), place(statement.cue));
    let verb = statement.verb.as_ref().map_or(0, |(verb, _)| verbs.number(verb));
    [source, source_start, source_end, cue, cue_start, cue_end, verb, statement.group.unwrap_or(NONE)]
}
