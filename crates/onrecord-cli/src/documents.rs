//! `onrecord documents`: the documents that an address selects.

use crate::failure::Failure;
use crate::output;
use crate::source::{Asked, open};
use archive::{Archive, DocumentId, EntityId};
use clap::{Args, ValueEnum};
use explore::Query;
use explore::export::{citations, csv, document_row};
use serde_json::{Value, json};

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    asked: Asked,
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Json,
    Bibtex,
    Ris,
    Csl,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (archive, query) = open(&arguments.asked)?;
    let documents = explore::selected_documents(&archive, &query);
    let cite = |format| output::write_text(&citations::of_documents(&archive, &documents, format));
    match arguments.format {
        Format::Csv => output::write_text(&csv::documents(&archive, &query, &documents)),
        Format::Json => output::write_array(documents.iter().map(|document| object(&archive, &query, *document))),
        Format::Bibtex => cite(citations::Format::Bibtex),
        Format::Ris => cite(citations::Format::Ris),
        Format::Csl => cite(citations::Format::Csl),
    }
}

/// The facts of a document.
pub(crate) fn object(archive: &Archive, query: &Query, document: DocumentId) -> Value {
    let row = document_row(archive, query, document);
    let text = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
    let named = |entities: &[EntityId]| -> Value {
        entities.iter().map(|entity| json!({ "id": archive.slug(*entity), "name": archive.name(*entity) })).collect()
    };
    json!({
        "id": row.id,
        "title": row.title,
        "date": text(&row.date),
        "outlet": named(&row.outlets),
        "url": text(row.url),
        "people": named(&row.people),
        "parties": named(&row.parties),
        "topics": named(&row.topics),
    })
}
