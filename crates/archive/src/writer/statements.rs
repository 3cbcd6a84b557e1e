//! The sections of statements: rows by passage, details apart, and who speaks which.

use super::{Lists, Values, narrow_numbers, numbers};
use crate::contents::{Contents, Place, Statement};
use crate::id::NONE;
use crate::section::Section;
use crate::strings::StringPool;

/// Lays the statements of all documents out.
pub(super) fn fill(
    contents: &Contents,
    values: &Values,
    strings: &mut StringPool,
    mut put: impl FnMut(Section, Vec<u8>),
) {
    let mut firsts = vec![0_u32];
    let (mut rows, mut details) = (Vec::new(), Vec::new());
    let (mut pieces, mut speakers) = (Vec::new(), Vec::new());
    let mut first_passage = 0;
    for document in &contents.documents {
        let passages = document.blocks.iter().filter(|block| block.kind.is_passage()).count() as u32;
        let mut statements = document.statements.iter().peekable();
        for passage in 0..passages {
            while let Some(statement) = statements.next_if(|statement| statement.place.passage == passage) {
                let detail = if has_details(statement) {
                    details.extend(detail_columns(statement, first_passage, strings));
                    pieces.push(statement.pieces.iter().flat_map(|(start, end)| [*start, *end]).collect());
                    pieces.len() as u32 - 1
                } else {
                    NONE
                };
                rows.extend(columns(statement, detail));
                speakers.push(statement.speaker.into_iter().collect());
            }
            firsts.push(speakers.len() as u32);
        }
        first_passage += passages;
    }
    put(Section::FirstStatements, numbers(&firsts));
    put(Section::Statements, numbers(&rows));
    put(Section::StatementDetails, numbers(&details));
    let pieces = Lists::of(pieces.into_iter());
    put(Section::PieceOffsets, numbers(&pieces.offsets));
    put(Section::Pieces, numbers(&pieces.values));
    let speakers = Lists::of(speakers.into_iter()).turned(contents.entities.len());
    put(Section::SpeakerStatementOffsets, numbers(&speakers.offsets));
    put(Section::SpeakerStatements, numbers(&speakers.values));
    let present = contents.documents.iter().flat_map(|document| {
        document.statements.iter().map(move |statement| values.present(&statement.entities, document))
    });
    let present = Lists::of(present);
    put(Section::StatementValueOffsets, numbers(&present.offsets));
    let narrow = values.count <= usize::from(u16::MAX);
    put(Section::StatementValues, if narrow { narrow_numbers(&present.values) } else { numbers(&present.values) });
}

fn has_details(statement: &Statement) -> bool {
    let Statement { source, cue, verb, group, pieces, .. } = statement;
    source.is_some() || cue.is_some() || verb.is_some() || group.is_some() || !pieces.is_empty()
}

fn columns(statement: &Statement, detail: u32) -> [u32; crate::section::STATEMENT_COLUMNS] {
    let verb = statement.verb.as_ref().map_or(0, |(_, kind)| *kind as u32 + 1);
    let shape = statement.kind as u32 | (statement.status as u32) << 4 | (statement.method as u32) << 8 | verb << 12;
    [statement.place.start, statement.place.end, shape, statement.speaker.unwrap_or(NONE), detail]
}

fn detail_columns(
    statement: &Statement,
    first_passage: u32,
    strings: &mut StringPool,
) -> [u32; crate::section::DETAIL_COLUMNS] {
    let place = |place: Option<Place>| match place {
        Some(place) => [first_passage + place.passage, place.start, place.end],
        None => [NONE, 0, 0],
    };
    let ([source, source_start, source_end], [cue, cue_start, cue_end]) =
        (place(statement.source), place(statement.cue));
    let verb = statement.verb.as_ref().map_or(0, |(verb, _)| strings.number(verb));
    [source, source_start, source_end, cue, cue_start, cue_end, verb, statement.group.unwrap_or(NONE)]
}
