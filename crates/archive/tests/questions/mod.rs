//! Every question an archive answers, asked about every number it has and some it does not have.
//!
//! Spans are cut out of their texts, as readers do: a span that is not in its text would panic here.

use archive::{
    Archive, BlockId, BlockKind, DocumentId, EntityId, EntityKind, Held, Ids, PassageId, SentenceId, StatementId,
    TermEntry, date,
};
use std::hint::black_box;
use std::ops::Range;

pub(crate) fn ask_everything(archive: &Archive) {
    let facts = ["title", "licence", "", "?"].map(|key| archive.about(key));
    black_box((facts, archive.fingerprint(), archive.as_bytes()));
    for value in numbers(archive.values()) {
        about_value(archive, EntityId(value));
    }
    let days = (0..archive.documents() as u32).map(|document| archive.first_day(DocumentId(document)));
    assert!(days.map(|day| day.unwrap_or(i32::MAX)).is_sorted());
    for document in 0..archive.documents() as u32 {
        let title = archive.blocks_of(DocumentId(document)).next().map(BlockId);
        assert_eq!(title.map(|title| archive.block_kind(title)), Some(BlockKind::Title));
    }
    for document in numbers(archive.documents()) {
        about_document(archive, DocumentId(document));
    }
    for block in numbers(archive.blocks()) {
        about_block(archive, BlockId(block));
    }
    for passage in numbers(archive.passages()) {
        let passage = PassageId(passage);
        black_box((archive.document_of(passage), archive.text(archive.block_of(passage))));
        archive.sentences_of(passage).for_each(|sentence| about_sentence(archive, SentenceId(sentence)));
        about_values(archive, archive.values_of_passage(passage));
    }
    for sentence in numbers(archive.sentences()) {
        about_sentence(archive, SentenceId(sentence));
    }
    for statement in numbers(archive.statements()) {
        about_statement(archive, StatementId(statement));
    }
    about_words(archive);
}

/// All numbers below `count`, the next two, and the largest.
fn numbers(count: usize) -> impl Iterator<Item = u32> {
    (0..count as u32 + 2).chain([i32::MAX as u32, u32::MAX])
}

fn about_value(archive: &Archive, value: EntityId) {
    let own = archive.entity_of(value);
    let texts = [archive.slug(value), archive.name(value), archive.sort_name(value), archive.label(value)];
    let more = [archive.sort(value), archive.country(value), archive.wikidata(value), archive.note(value)];
    black_box((own, texts, more, archive.colour(value), archive.is_declared_only(value), archive.kind_of(value)));
    for tenure in archive.tenures(value) {
        let written = [tenure.from, tenure.to].map(|day| day.map(|(day, precision)| date::written(day, precision)));
        black_box((tenure.of, written, tenure.from.zip(tenure.to).map(|(from, to)| to.0 - from.0)));
        if let Held::Party(party) = tenure.of {
            black_box(archive.name(party));
        }
    }
    assert!(archive.speaks(value) || archive.statements_by(value).is_empty());
    for statement in archive.statements_by(value) {
        assert!((statement.get() as usize) < archive.statements());
    }
    for kind in EntityKind::ALL {
        black_box((archive.party_as(value, *kind), archive.entity(*kind, archive.slug(value))));
        black_box(archive.range_of(*kind).map(EntityId).filter(|each| *each == value).count());
    }
    for document in archive.documents_with(value) {
        black_box(archive.title(DocumentId(document.get())));
    }
    for passage in archive.passages_with(value) {
        black_box(archive.document_of(PassageId(passage.get())));
    }
}

fn about_document(archive: &Archive, document: DocumentId) {
    let texts = [archive.id(document), archive.title(document), archive.date_note(document), archive.author(document)];
    let source = [archive.source_title(document), archive.source_url(document), archive.language(document)];
    black_box((texts, source, archive.document(archive.id(document))));
    if let Some(span) = archive.date(document) {
        black_box((date::written(span.first, span.precision), span.last - span.first + 1, span.overlaps(&span)));
        assert_eq!(archive.first_day(document), Some(span.first));
    }
    let kinds = (archive.precision(document), archive.document_kind(document), archive.rights(document));
    black_box((kinds, archive.length(document)));
    black_box(archive.other_sources(document).chain(archive.via(document)).map(str::len).sum::<usize>());
    for entity in archive.outlets(document).chain(archive.speakers(document)).chain(archive.declared(document)) {
        black_box((archive.name(entity), archive.kind_of(entity)));
    }
    for (person, party) in archive.parties_that_day(document) {
        black_box((archive.name(person), archive.name(archive.party_as(party, EntityKind::PartyOfPeople))));
        assert_eq!(archive.kind_of(party), EntityKind::Party);
    }
    for block in archive.blocks_of(document) {
        assert_eq!(archive.document_of_block(BlockId(block)), document);
    }
    for passage in archive.passages_of(document) {
        assert_eq!(archive.document_of(PassageId(passage)), document);
    }
    about_values(archive, archive.values_of_document(document));
}

fn about_block(archive: &Archive, block: BlockId) {
    let text = archive.text(block);
    black_box((archive.block_kind(block), archive.passage_of(block), archive.document_of_block(block)));
    assert!(archive.heading_level(block) <= 6);
    for mention in archive.mentions(block) {
        black_box((&text[mention.start..mention.end], archive.name(mention.entity), archive.form(mention.form)));
        assert!(mention.entity.0 < archive.range_of(EntityKind::PartyOfPeople).start);
    }
    black_box(archive.form(block.0));
}

fn about_sentence(archive: &Archive, sentence: SentenceId) {
    let passage = archive.passage_of_sentence(sentence);
    black_box(&archive.text(archive.block_of(passage))[archive.sentence_range(sentence)]);
    about_values(archive, archive.values_of_sentence(sentence));
}

fn about_statement(archive: &Archive, number: StatementId) {
    let cut = |passage: PassageId, range: Range<usize>| {
        let block = archive.block_of(passage);
        // Of texts that are not here nothing can be said.
        black_box(archive.is_here(block).then(|| &archive.text(block)[range]));
    };
    if let Some(statement) = archive.statement(number) {
        cut(statement.passage, statement.range);
        archive.pieces(number).for_each(|piece| cut(statement.passage, piece));
        statement.source.into_iter().chain(statement.cue).for_each(|place| cut(place.passage, place.range));
        black_box(statement.speaker.map(|speaker| archive.name(speaker)));
        assert!(archive.statements_of(statement.passage).contains(&number.0));
        assert!(statement.group.is_none_or(|group| (group as usize) < archive.statements()));
    }
    about_values(archive, archive.values_of_statement(number));
}

fn about_values(archive: &Archive, values: Ids<'_>) {
    assert_eq!(values.iter().count(), values.len());
    assert_eq!(values.is_empty(), values.iter().next().is_none());
    for value in values.iter() {
        assert!(values.contains(value) && (value as usize) < archive.values());
    }
}

fn about_words(archive: &Archive) {
    let about_word = |term: TermEntry<'_>| {
        // A searcher makes room for as many as are promised.
        assert!((term.blocks as usize) < archive.as_bytes().len());
        let blocks: Vec<u32> = term.postings.map(|posting| posting.block).collect();
        assert!(blocks.is_sorted() && blocks.iter().all(|block| (*block as usize) < archive.blocks()));
        term.word
    };
    for prefix in ["", "m", "maori", "ā", "\u{10ffff}"] {
        for word in archive.terms_from(prefix).map(about_word) {
            black_box(archive.term(&word).map(about_word));
        }
        black_box(archive.term(prefix).map(about_word));
    }
}
