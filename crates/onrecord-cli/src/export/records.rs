//! Records: what one line of an export holds. Ids are the same in every export of an archive, whatever the address selects.

use crate::{documents, statements};
use archive::date::{Precision, written};
use archive::{
    Archive, DocumentId, EntityId, EntityKind, Held, PassageId, Rights, StatementId, StatementRef, TenureRef,
};
use explore::Query;
use serde_json::{Value, json};

/// How often an entity occurs in what is exported.
#[derive(Clone, Copy, Default)]
pub(super) struct Counted {
    pub(super) documents: u64,
    pub(super) passages: u64,
    pub(super) mentions: u64,
    /// Of which it is the speaker.
    pub(super) statements: u64,
}

/// A record with its id in front.
pub(super) fn identified(id: String, record: Value) -> Value {
    with(json!({ "id": id }), record)
}

/// The fields of both.
fn with(mut record: Value, more: Value) -> Value {
    if let (Value::Object(fields), Value::Object(more)) = (&mut record, more) {
        fields.extend(more);
    }
    record
}

/// A document: what `onrecord documents` gives, then the other facts and the text.
pub(super) fn document(archive: &Archive, query: &Query, at: DocumentId) -> Value {
    let date = archive.date(at);
    let blocks = archive.blocks_of(at).skip(1).map(archive::BlockId);
    let text = || blocks.map(|block| archive.text(block)).collect::<Vec<_>>().join("\n\n");
    let speakers: Value =
        archive.speakers(at).map(|one| json!({ "id": archive.slug(one), "name": archive.name(one) })).collect();
    let facts = json!({
        "date_from": date.map(|date| written(date.first, Precision::Day)),
        "date_to": date.map(|date| written(date.last, Precision::Day)),
        "date_precision": date.map(|_| archive.precision(at).word()),
        "date_note": given(archive.date_note(at)),
        "author": given(archive.author(at)),
        "via": archive.via(at).collect::<Vec<_>>(),
        "source_title": given(archive.source_title(at)),
        "other_sources": archive.other_sources(at).collect::<Vec<_>>(),
        "language": given(archive.language(at)),
        "kind": archive.document_kind(at).word(),
        "speakers": speakers,
        "rights": archive.rights(at).word(),
        "passages": archive.passages_of(at).len(),
        "text": shows_text(archive, at).then(text),
    });
    with(documents::object(archive, query, at), facts)
}

/// The document's passage of that number, from 0, and who and what is present in it.
pub(super) fn passage(archive: &Archive, at: DocumentId, number: usize, passage: PassageId) -> Value {
    let block = archive.block_of(passage);
    let named = |kind: EntityKind| -> Vec<&str> {
        let range = archive.range_of(kind);
        let values = archive.values_of_passage(passage).iter().filter(|value| range.contains(value));
        values.map(|value| archive.slug(EntityId(value))).collect()
    };
    json!({
        "id": passage_id(archive, at, number),
        "document": archive.id(at),
        "passage": number,
        "date_from": archive.date(at).map(|date| written(date.first, Precision::Day)),
        "kind": archive.block_kind(block).word(),
        "people": named(EntityKind::Person),
        "parties": named(EntityKind::Party),
        "organisations": named(EntityKind::Organisation),
        "places": named(EntityKind::Place),
        "topics": named(EntityKind::Topic),
        "text": shows_text(archive, at).then(|| archive.text(block)),
    })
}

/// The document's id and the number of the passage, from 0.
pub(super) fn passage_id(archive: &Archive, at: DocumentId, number: usize) -> String {
    format!("{}/{number}", archive.id(at))
}

/// A statement: what `onrecord statements` gives, then the words and what they are about.
pub(super) fn statement(archive: &Archive, number: StatementId, said: &StatementRef) -> Value {
    let at = archive.document_of(said.passage);
    let passage = (said.passage.0 - archive.passages_of(at).start) as usize;
    let order = number.0 - archive.statements_of(said.passage).start;
    let words = || archive.text(archive.block_of(said.passage)).get(said.range.clone());
    let about: Value = archive
        .values_of_statement(number)
        .iter()
        .map(EntityId)
        .filter(|value| archive.entity_of(*value) == *value)
        .map(|entity| json!({ "id": archive.slug(entity), "kind": archive.kind_of(entity).word() }))
        .collect();
    let more = json!({
        "speaker_kind": said.speaker.map(|speaker| archive.kind_of(speaker).word()),
        "about": about,
        "text": shows_text(archive, at).then(words).flatten(),
    });
    let record = with(statements::record(archive, number, said), more);
    identified(format!("{}/s{order}", passage_id(archive, at, passage)), record)
}

/// An entity, all its facts, and how often it occurs.
pub(super) fn entity(archive: &Archive, entity: EntityId, counted: Counted) -> Value {
    let kind = archive.kind_of(entity).word();
    let held = |wanted: fn(&Held) -> bool| -> Value {
        archive.tenures(entity).filter(|tenure| wanted(&tenure.of)).map(|one| tenure(archive, one)).collect()
    };
    json!({
        "id": format!("{kind}:{}", archive.slug(entity)),
        "entity": archive.slug(entity),
        "kind": kind,
        "name": archive.name(entity),
        "sort_name": archive.sort_name(entity),
        "label": archive.label(entity),
        "sort": given(archive.sort(entity)),
        "country": given(archive.country(entity)),
        "wikidata": given(archive.wikidata(entity)),
        "note": given(archive.note(entity)),
        "colour": given(archive.colour(entity)),
        "declared_only": archive.is_declared_only(entity),
        "parties": held(|of| matches!(of, Held::Party(_))),
        "roles": held(|of| matches!(of, Held::Role(_))),
        "in_government": held(|of| matches!(of, Held::Government)),
        "documents": counted.documents,
        "passages": counted.passages,
        "mentions": counted.mentions,
        "statements": counted.statements,
    })
}

fn tenure(archive: &Archive, tenure: TenureRef) -> Value {
    let day = |end: Option<(archive::date::Day, Precision)>| end.map(|(day, precision)| written(day, precision));
    let time = json!({ "from": day(tenure.from), "to": day(tenure.to) });
    match tenure.of {
        Held::Party(party) => with(json!({ "party": archive.slug(party) }), time),
        Held::Role(title) => with(json!({ "title": title }), time),
        Held::Government => time,
    }
}

/// Whether the rights allow the whole text. Of a document that may be cited only, no text is passed on.
fn shows_text(archive: &Archive, at: DocumentId) -> bool {
    archive.rights(at) == Rights::Full
}

fn given(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
