//! `onrecord statements`: who said what, as JSON Lines.

use crate::failure::Failure;
use crate::output;
use crate::source::{Asked, has_errors, open, read};
use compiler::statement::FoundStatement;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::io;

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    if asked.source.is_file() {
        return Err(Failure::Use("an archive does not hold statements yet: name the corpus folder".to_owned()));
    }
    let selected = match asked.address {
        None => None,
        Some(_) => {
            let (archive, query) = open(asked)?;
            let documents = explore::selected_documents(&archive, &query);
            Some(documents.into_iter().map(|document| archive.id(document).to_owned()).collect::<HashSet<String>>())
        }
    };
    let folder = read(&asked.source)?;
    let (statements, problems) = compiler::statements(&folder);
    if selected.is_none() && !problems.is_empty() {
        output::say(&output::human(&problems, &folder, &io::stderr()));
    }
    if has_errors(&problems) {
        return Err(Failure::Corpus);
    }
    output::write(|out| {
        let is_selected =
            |statement: &&FoundStatement| selected.as_ref().is_none_or(|ids| ids.contains(&statement.document));
        for statement in statements.iter().filter(is_selected) {
            serde_json::to_writer(&mut *out, &record(statement))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    })
}

fn record(statement: &FoundStatement) -> Value {
    let place = statement.speaker_place;
    json!({
        "document": statement.document,
        "passage": statement.passage,
        "start": statement.start,
        "end": statement.end,
        "pieces": statement.pieces,
        "type": statement.kind.word(),
        "speaker": statement.speaker,
        "speaker_passage": place.map(|(passage, ..)| passage),
        "speaker_start": place.map(|(_, start, _)| start),
        "speaker_end": place.map(|(.., end)| end),
        "cue": statement.cue,
        "status": statement.status.word(),
        "method": statement.method.word(),
        "verb": statement.verb.map(|(lemma, _)| lemma),
        "verb_kind": statement.verb.map(|(_, kind)| kind.word()),
    })
}
