//! What must hold of statements: their words lie in their passages, and all they name is there.

use super::columns::{Order, ids, lists, offsets, row_lists, same_length, table, wrong};
use super::{Counts, Texts, is_boundary, is_passage};
use crate::error::OpenError;
use crate::id::NONE;
use crate::kind::{StatementKind, StatementMethod, StatementStatus, VerbKind};
use crate::reader::Archive;
use crate::section::{DETAIL_COLUMNS, STATEMENT_COLUMNS, Section};

pub(super) fn statements_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    let statements = table(archive, Section::Statements, STATEMENT_COLUMNS)?;
    let details = table(archive, Section::StatementDetails, DETAIL_COLUMNS)?;
    same_length(archive, Section::FirstStatements, counts.passages + 1)?;
    offsets(archive, Section::FirstStatements, statements)?;
    row_lists(archive, (Section::PieceOffsets, Section::Pieces), details, 2)?;
    ids(archive, (Section::StatementValueOffsets, Section::StatementValues), statements, counts.values)?;
    let speakers = (Section::SpeakerStatementOffsets, Section::SpeakerStatements);
    lists(archive, speakers, counts.entities, statements, Order::Ascending)?;

    let texts = if counts.is_core { Vec::new() } else { texts(archive) };
    let holds = |passage: usize, start: u32, end: u32| {
        let is_cut_well = |text: &&[u8]| is_boundary(text, start as usize) && is_boundary(text, end as usize);
        start <= end && (counts.is_core || texts.get(passage).is_some_and(is_cut_well))
    };
    details_are_sound(archive, counts, statements, holds)?;
    let (pieces, piece_ends) = (archive.rows::<2>(Section::Pieces), archive.column(Section::PieceOffsets));
    let rows = archive.rows::<STATEMENT_COLUMNS>(Section::Statements);
    for (passage, ends) in archive.column(Section::FirstStatements).windows(2).enumerate() {
        let mut before = 0;
        for row in &rows[ends[0].get() as usize..ends[1].get() as usize] {
            let [start, end, shape, speaker, detail] = row.map(|number| number.get());
            if start < before || !holds(passage, start, end) {
                return wrong(Section::Statements, "words that are not in their passage");
            }
            before = start;
            if !is_known(shape) {
                return wrong(Section::Statements, "an unknown kind, status, method or verb");
            }
            let is_there = |number: u32, count: usize| number == NONE || (number as usize) < count;
            if !is_there(speaker, counts.entities) || !is_there(detail, details) {
                return wrong(Section::Statements, "a speaker or details that are not there");
            }
            if detail != NONE {
                let own = |at: usize| piece_ends[detail as usize + at].get() as usize / 2;
                if pieces[own(0)..own(1)].iter().any(|[start, end]| !holds(passage, start.get(), end.get())) {
                    return wrong(Section::Pieces, "words that are not in their passage");
                }
            }
        }
    }
    Ok(())
}

/// Of a core that has no statements yet: who speaks how many.
pub(super) fn speakers_are_sound(archive: &Archive, counts: &Counts) -> Result<(), OpenError> {
    let ends = archive.column(Section::SpeakerStatementOffsets);
    same_length(archive, Section::SpeakerStatementOffsets, counts.entities + 1)?;
    offsets(archive, Section::SpeakerStatementOffsets, ends.last().map_or(0, |end| end.get() as usize))
}

fn is_known(shape: u32) -> bool {
    let byte = |shift: u32| (shape >> shift & 15) as u8;
    let verb = shape >> 12;
    StatementKind::from_byte(byte(0)).is_some()
        && StatementStatus::from_byte(byte(4)).is_some()
        && StatementMethod::from_byte(byte(8)).is_some()
        && verb <= VerbKind::ALL.len() as u32
}

fn details_are_sound(
    archive: &Archive,
    counts: &Counts,
    statements: usize,
    holds: impl Fn(usize, u32, u32) -> bool,
) -> Result<(), OpenError> {
    let is_place = |passage: u32, start: u32, end: u32| match passage {
        NONE => (start, end) == (0, 0),
        passage => (passage as usize) < counts.passages && holds(passage as usize, start, end),
    };
    for row in archive.rows::<DETAIL_COLUMNS>(Section::StatementDetails) {
        let [source, source_start, source_end, cue, cue_start, cue_end, verb, group] = row.map(|number| number.get());
        if !is_place(source, source_start, source_end) || !is_place(cue, cue_start, cue_end) {
            return wrong(Section::StatementDetails, "a speaker or verb that is not in its passage");
        }
        if verb as usize >= counts.strings || group != NONE && group as usize >= statements {
            return wrong(Section::StatementDetails, "a verb or group that is not there");
        }
    }
    Ok(())
}

/// The text of each passage.
fn texts(archive: &Archive) -> Vec<&[u8]> {
    let kinds = archive.bytes_of(Section::BlockKinds);
    let texts = Texts { offsets: archive.column(Section::TextOffsets), bytes: archive.bytes_of(Section::Text) };
    (0..kinds.len()).filter(|block| is_passage(kinds[*block])).map(|block| texts.get(block)).collect()
}
