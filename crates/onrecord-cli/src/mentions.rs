//! `onrecord mentions`: every name and keyword recognised in the passages, as JSON Lines.

use crate::failure::Failure;
use crate::output;
use crate::source::{Asked, open};
use archive::{Archive, DocumentId, PassageId};
use serde_json::{Value, json};

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let (archive, query) = open(asked)?;
    let mut documents = explore::selected_documents(&archive, &query);
    documents.sort();
    output::write(|out| {
        for document in documents {
            for (number, passage) in archive.passages_of(document).enumerate() {
                for mention in mentions(&archive, document, number, PassageId(passage)) {
                    serde_json::to_writer(&mut *out, &mention)?;
                    out.write_all(b"\n")?;
                }
            }
        }
        Ok(())
    })
}

/// The names and keywords of a passage, which is the document's passage of that number.
pub(crate) fn mentions(
    archive: &Archive,
    document: DocumentId,
    number: usize,
    passage: PassageId,
) -> impl Iterator<Item = Value> {
    let block = archive.block_of(passage);
    let text = archive.text(block);
    // Mentions stand by start, so that counting goes on from the last one.
    let (mut bytes, mut points) = (0, 0);
    archive.mentions(block).map(move |mention| {
        points += points_in(text, bytes, mention.start);
        bytes = mention.start;
        json!({
            "document": archive.id(document),
            "passage": number,
            "start": points,
            "end": points + points_in(text, mention.start, mention.end),
            "surface": text.get(mention.start..mention.end).unwrap_or_default(),
            "entity": archive.slug(mention.entity),
            "kind": archive.kind_of(mention.entity).word(),
            "alias": archive.form(mention.form).0,
        })
    })
}

/// Code points between two places of a text.
fn points_in(text: &str, start: usize, end: usize) -> usize {
    text.get(start..end).map_or(0, |part| part.chars().count())
}
