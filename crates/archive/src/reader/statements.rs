//! Statements: who says what in which passage.

use super::Archive;
use crate::id::{EntityId, Ids, List, Lists, NONE, PassageId, StatementId};
use crate::kind::{StatementKind, StatementMethod, StatementStatus, VerbKind};
use crate::section::{DETAIL_COLUMNS, Late, STATEMENT_COLUMNS, Section};
use std::ops::Range;

/// A statement as the archive keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRef<'a> {
    pub passage: PassageId,
    /// Bytes of the passage's text, without the quotation marks; empty where the words may not be shown.
    pub range: Range<usize>,
    pub kind: StatementKind,
    pub status: StatementStatus,
    pub method: StatementMethod,
    pub speaker: Option<EntityId>,
    /// The words that name, describe or mean the speaker.
    pub source: Option<PlaceRef>,
    /// The reporting words.
    pub cue: Option<PlaceRef>,
    /// The reporting verb ("say"); empty if there is none.
    pub verb: &'a str,
    pub verb_kind: Option<VerbKind>,
    /// The same for all quotations of the same words by the same speaker, where several documents have them.
    pub group: Option<u32>,
}

/// A span of a passage, in bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceRef {
    pub passage: PassageId,
    pub range: Range<usize>,
}

impl Archive {
    pub fn statements(&self) -> usize {
        self.has(Late::Passages);
        self.column(Section::Statements).len() / STATEMENT_COLUMNS
    }

    /// The statements of a passage, by start.
    pub fn statements_of(&self, passage: PassageId) -> Range<u32> {
        self.has(Late::Passages);
        self.stretch(Section::FirstStatements, passage.index())
    }

    pub fn passage_of_statement(&self, statement: StatementId) -> PassageId {
        let starts = self.column(Section::FirstStatements);
        PassageId((starts.partition_point(|start| start.get() <= statement.0) as u32).saturating_sub(1))
    }

    pub fn statement(&self, statement: StatementId) -> Option<StatementRef<'_>> {
        let row: &[_; STATEMENT_COLUMNS] = self.row(Section::Statements, statement.index())?;
        let [start, end, shape, speaker, _] = row.map(|number| number.get());
        let detail = self.detail(statement).and_then(|row| self.row::<DETAIL_COLUMNS>(Section::StatementDetails, row));
        let detail = detail.map(|row| row.map(|number| number.get()));
        let [source, source_start, source_end, cue, cue_start, cue_end, verb, group] =
            detail.unwrap_or([NONE, 0, 0, NONE, 0, 0, 0, NONE]);
        let place = |passage: u32, start: u32, end: u32| {
            let range = start as usize..end as usize;
            (passage != NONE).then_some(PlaceRef { passage: PassageId(passage), range })
        };
        Some(StatementRef {
            passage: self.passage_of_statement(statement),
            range: start as usize..end as usize,
            kind: StatementKind::from_byte((shape & 15) as u8)?,
            status: StatementStatus::from_byte((shape >> 4 & 15) as u8)?,
            method: StatementMethod::from_byte((shape >> 8 & 15) as u8)?,
            speaker: (speaker != NONE).then_some(EntityId(speaker)),
            source: place(source, source_start, source_end),
            cue: place(cue, cue_start, cue_end),
            verb: self.string(verb),
            verb_kind: ((shape >> 12) as u8).checked_sub(1).and_then(VerbKind::from_byte),
            group: (group != NONE).then_some(group),
        })
    }

    /// The quotations of a statement that the report interrupts, in bytes of its passage's text; of any other none.
    pub fn pieces(&self, statement: StatementId) -> impl Iterator<Item = Range<usize>> {
        let pieces = self.detail(statement).map(|row| self.list(Section::PieceOffsets, Section::Pieces, row));
        let pieces = pieces.unwrap_or_default().chunks_exact(2);
        pieces.map(|piece| piece[0].get() as usize..piece[1].get() as usize)
    }

    /// Whether an entity speaks any statement.
    pub fn speaks(&self, entity: EntityId) -> bool {
        !self.stretch(Section::SpeakerStatementOffsets, entity.index()).is_empty()
    }

    /// The statements that an entity speaks, ascending.
    pub fn statements_by(&self, entity: EntityId) -> List<'_> {
        self.has(Late::Passages);
        self.list(Section::SpeakerStatementOffsets, Section::SpeakerStatements, entity.index())
    }

    /// By statement: the values its words name, and its passage's topics, ascending.
    pub fn values_of_statements(&self) -> Lists<'_> {
        self.has(Late::Passages);
        self.lists(Section::StatementValueOffsets, Section::StatementValues)
    }

    /// The values a statement's words name, and its passage's topics, ascending.
    pub fn values_of_statement(&self, statement: StatementId) -> Ids<'_> {
        self.values_of_statements().get(statement.index())
    }

    fn detail(&self, statement: StatementId) -> Option<usize> {
        let row: &[_; STATEMENT_COLUMNS] = self.row(Section::Statements, statement.index())?;
        let detail = row[4].get();
        (detail != NONE).then_some(detail as usize)
    }
}
