//! `onrecord statements`: who said what, as JSON Lines.

use crate::failure::Failure;
use crate::output;
use crate::source::{Asked, open};
use archive::{Archive, PassageId, StatementId, StatementRef};
use serde_json::{Value, json};
use std::ops::Range;

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let (archive, query) = open(asked)?;
    let statements = explore::selected_statements(&archive, &query);
    output::write(|out| {
        for number in statements {
            if let Some(statement) = archive.statement(number) {
                serde_json::to_writer(&mut *out, &record(&archive, number, &statement))?;
                out.write_all(b"\n")?;
            }
        }
        Ok(())
    })
}

/// The statement of that number.
pub(crate) fn record(archive: &Archive, number: StatementId, statement: &StatementRef) -> Value {
    let document = archive.document_of(statement.passage);
    let first = archive.passages_of(document).start;
    let text = |passage: PassageId| archive.text(archive.block_of(passage));
    let points = |passage: PassageId, range: &Range<usize>| {
        let points = |part: Option<&str>| part.map_or(0, |part| part.chars().count());
        let start = points(text(passage).get(..range.start));
        (start, start + points(text(passage).get(range.clone())))
    };
    let (start, end) = points(statement.passage, &statement.range);
    let speaker = statement.source.as_ref().map(|place| (place.passage.0 - first, points(place.passage, &place.range)));
    let cue = statement.cue.as_ref().and_then(|place| text(place.passage).get(place.range.clone()));
    let pieces: Vec<(usize, usize)> = archive.pieces(number).map(|piece| points(statement.passage, &piece)).collect();
    json!({
        "document": archive.id(document),
        "passage": statement.passage.0 - first,
        "start": start,
        "end": end,
        "pieces": pieces,
        "type": statement.kind.word(),
        "speaker": statement.speaker.map(|speaker| archive.slug(speaker)),
        "speaker_passage": speaker.map(|(passage, _)| passage),
        "speaker_start": speaker.map(|(_, (start, _))| start),
        "speaker_end": speaker.map(|(_, (_, end))| end),
        "cue": cue.unwrap_or_default(),
        "status": statement.status.word(),
        "method": statement.method.word(),
        "verb": Some(statement.verb).filter(|verb| !verb.is_empty()),
        "verb_kind": statement.verb_kind.map(|kind| kind.word()),
    })
}
