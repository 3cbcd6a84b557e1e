//! The facts of contents, compared with an archive's answers; where lists are derived, with the slow and obvious way.

use archive::{
    Archive, Block, BlockId, Contents, Document, DocumentId, Entity, EntityId, EntityKind, Held, MentionRef, PassageId,
    Place, PlaceRef, Posting, SentenceId, Statement, StatementId, StatementRef, TenureOf, TenureRef, TermEntry,
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn all(contents: &Contents, archive: &Archive) {
    of_the_corpus(contents, archive);
    of_entities(contents, archive);
    of_documents(contents, archive);
    of_blocks(contents, archive);
    of_values(contents, archive);
    of_statements(contents, archive);
    of_words(contents, archive);
}

fn of_the_corpus(contents: &Contents, archive: &Archive) {
    for (key, value) in &contents.about {
        assert_eq!(archive.about(key), value);
    }
    assert_eq!(archive.about("no such fact"), "");
    for (number, form) in contents.forms.iter().enumerate() {
        assert_eq!(archive.form(number as u32), (&*form.text, &*form.file, form.line));
    }
    assert_eq!(archive.form(contents.forms.len() as u32), ("", "", 0));
}

fn of_entities(contents: &Contents, archive: &Archive) {
    let entities = &contents.entities;
    for (number, entity) in entities.iter().enumerate() {
        let id = EntityId(number as u32);
        of_entity(entity, id, archive);
        assert_eq!((archive.kind_of(id), archive.entity_of(id)), (entity.kind, id));
        for kind in EntityKind::ALL {
            let found = entities.iter().position(|other| other.kind == *kind && other.slug == entity.slug);
            assert_eq!(archive.entity(*kind, &entity.slug), found.map(|at| EntityId(at as u32)));
            assert_eq!(archive.entity(*kind, &format!("{}?", entity.slug)), None);
        }
        for counted in [EntityKind::PartyOfPeople, EntityKind::PartyEither] {
            let value = archive.party_as(id, counted);
            if entity.kind == EntityKind::Party {
                assert_eq!((archive.kind_of(value), archive.entity_of(value)), (counted, id));
                assert_eq!(archive.party_as(value, EntityKind::Party), id);
                of_entity(entity, value, archive);
            } else {
                assert_eq!(value, id);
            }
        }
        of_tenures(entity, id, archive);
    }
    let parties = entities.iter().filter(|entity| entity.kind == EntityKind::Party).count();
    assert_eq!(archive.values(), entities.len() + 2 * parties);
    let ranges = EntityKind::ALL.iter().flat_map(|kind| archive.range_of(*kind));
    assert!(ranges.eq(0..archive.values() as u32), "the kinds part the values");
}

fn of_tenures(entity: &Entity, id: EntityId, archive: &Archive) {
    let wanted = entity.tenures.iter().map(|tenure| TenureRef {
        of: match &tenure.of {
            TenureOf::Party(party) => Held::Party(EntityId(*party)),
            TenureOf::Role(title) => Held::Role(title),
            TenureOf::Government => Held::Government,
        },
        from: tenure.from.map(|from| (from.first, from.precision)),
        to: tenure.to.map(|to| (to.last, to.precision)),
    });
    assert!(archive.tenures(id).eq(wanted));
}

fn of_entity(entity: &Entity, id: EntityId, archive: &Archive) {
    assert_eq!(archive.slug(id), entity.slug);
    assert_eq!(archive.name(id), entity.name);
    assert_eq!(archive.sort_name(id), entity.sort_name);
    assert_eq!(archive.label(id), if entity.short.is_empty() { &entity.name } else { &entity.short });
    assert_eq!(archive.sort(id), entity.sort);
    assert_eq!(archive.country(id), entity.country);
    assert_eq!(archive.wikidata(id), entity.wikidata);
    assert_eq!(archive.note(id), entity.note);
    assert_eq!(archive.colour(id), entity.colour);
    assert_eq!(archive.is_declared_only(id), entity.declared_only);
}

pub(crate) fn of_documents(contents: &Contents, archive: &Archive) {
    assert_eq!(archive.documents(), contents.documents.len());
    for (number, document) in contents.documents.iter().enumerate() {
        let id = DocumentId(number as u32);
        assert_eq!(archive.document(&document.id), Some(id));
        assert_eq!(archive.document(&format!("{}?", document.id)), None);
        assert_eq!(archive.id(id), document.id);
        assert_eq!(archive.title(id), document.blocks[0].text);
        assert_eq!(archive.date(id), document.date);
        assert_eq!(archive.first_day(id), document.date.map(|date| date.first));
        assert_eq!(archive.precision(id), document.precision);
        assert_eq!(archive.date_note(id), document.date_note);
        assert_eq!(archive.author(id), document.author);
        assert_eq!(archive.source_title(id), document.source_title);
        assert_eq!(archive.source_url(id), document.source_url);
        assert_eq!(archive.language(id), document.language);
        assert_eq!(archive.document_kind(id), document.kind);
        assert_eq!(archive.rights(id), document.rights);
        assert_eq!(archive.length(id), document.length);
        assert!(archive.other_sources(id).eq(&document.other_sources));
        assert!(archive.via(id).eq(&document.via));
        assert!(archive.outlets(id).eq(document.outlets.iter().map(|entity| EntityId(*entity))));
        assert!(archive.speakers(id).eq(document.speakers.iter().map(|entity| EntityId(*entity))));
        assert!(archive.declared(id).eq(document.declared.iter().map(|entity| EntityId(*entity))));
        let parties = document.parties_that_day.iter().map(|pair| (EntityId(pair.person), EntityId(pair.party)));
        assert!(archive.parties_that_day(id).eq(parties));
    }
}

fn of_blocks(contents: &Contents, archive: &Archive) {
    let (mut blocks, mut passages, mut sentences) = (0, 0, 0);
    for (number, document) in contents.documents.iter().enumerate() {
        let id = DocumentId(number as u32);
        let (first_block, first_passage) = (blocks, passages);
        for block in &document.blocks {
            let block_id = BlockId(blocks);
            of_block(block, block_id, archive);
            assert_eq!(archive.document_of_block(block_id), id);
            let passage = block.kind.is_passage().then_some(PassageId(passages));
            assert_eq!(archive.passage_of(block_id), passage);
            if let Some(passage) = passage {
                assert_eq!((archive.block_of(passage), archive.document_of(passage)), (block_id, id));
                assert_eq!(archive.sentences_of(passage), sentences..sentences + block.sentences.len() as u32);
                let mut start = 0;
                for sentence in &block.sentences {
                    assert_eq!(archive.passage_of_sentence(SentenceId(sentences)), passage);
                    assert_eq!(archive.sentence_range(SentenceId(sentences)), start..sentence.end as usize);
                    start = sentence.end as usize;
                    sentences += 1;
                }
                passages += 1;
            }
            blocks += 1;
        }
        assert_eq!(archive.blocks_of(id), first_block..blocks);
        assert_eq!(archive.passages_of(id), first_passage..passages);
    }
    let counts = [archive.blocks(), archive.passages(), archive.sentences()];
    assert_eq!(counts, [blocks, passages, sentences].map(|count| count as usize));
}

fn of_block(block: &Block, id: BlockId, archive: &Archive) {
    assert_eq!(archive.block_kind(id), block.kind);
    assert_eq!(archive.heading_level(id), block.level);
    assert_eq!(archive.text(id), block.text);
    let mentions = block.mentions.iter().map(|mention| MentionRef {
        start: mention.start as usize,
        end: mention.end as usize,
        entity: EntityId(mention.entity),
        form: mention.form,
    });
    assert!(archive.mentions(id).eq(mentions));
}

pub(crate) fn of_values(contents: &Contents, archive: &Archive) {
    let mut of_documents = Vec::new();
    let mut of_passages = Vec::new();
    let mut of_sentences = Vec::new();
    for document in &contents.documents {
        of_documents.push(present(contents, document, &document.entities));
        for passage in document.blocks.iter().filter(|block| block.kind.is_passage()) {
            of_passages.push(present(contents, document, &passage.entities));
            of_sentences
                .extend(passage.sentences.iter().map(|sentence| present(contents, document, &sentence.entities)));
        }
    }
    for (number, values) in (0..).zip(&of_documents) {
        let found = archive.values_of_document(DocumentId(number));
        assert!(found.iter().eq(values.iter().copied()), "values of document {number}");
        assert_eq!((found.len(), found.is_empty()), (values.len(), values.is_empty()));
        assert!(values.iter().all(|value| found.contains(*value)) && !found.contains(archive.values() as u32));
    }
    for (number, values) in (0..).zip(&of_passages) {
        assert!(archive.values_of_passage(PassageId(number)).iter().eq(values.iter().copied()), "of passage {number}");
    }
    for (number, values) in (0..).zip(&of_sentences) {
        assert!(
            archive.values_of_sentence(SentenceId(number)).iter().eq(values.iter().copied()),
            "of sentence {number}"
        );
    }
    let (with_documents, with_passages) = (transpose(&of_documents), transpose(&of_passages));
    let none = Vec::new();
    for value in 0..archive.values() as u32 {
        let documents = archive.documents_with(EntityId(value)).iter().map(|document| document.get());
        assert!(documents.eq(with_documents.get(&value).unwrap_or(&none).iter().copied()), "documents with {value}");
        let passages = archive.passages_with(EntityId(value)).iter().map(|passage| passage.get());
        assert!(passages.eq(with_passages.get(&value).unwrap_or(&none).iter().copied()), "passages with {value}");
    }
}

fn of_statements(contents: &Contents, archive: &Archive) {
    let (mut number, mut first_passage) = (0, 0);
    let mut by_speaker: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for document in &contents.documents {
        let passages = document.blocks.iter().filter(|block| block.kind.is_passage()).count() as u32;
        for passage in 0..passages {
            let own = document.statements.iter().filter(|statement| statement.place.passage == passage);
            assert_eq!(
                archive.statements_of(PassageId(first_passage + passage)),
                number..number + own.clone().count() as u32
            );
            for statement in own {
                let id = StatementId(number);
                of_statement(statement, first_passage, archive.statement(id).expect("it is there"));
                let pieces = statement.pieces.iter().map(|(start, end)| *start as usize..*end as usize);
                assert!(archive.pieces(id).eq(pieces));
                let values = present(contents, document, &statement.entities);
                assert!(archive.values_of_statement(id).iter().eq(values), "values of statement {number}");
                statement.speaker.iter().for_each(|speaker| by_speaker.entry(*speaker).or_default().push(number));
                number += 1;
            }
        }
        first_passage += passages;
    }
    assert_eq!(archive.statements(), number as usize);
    assert_eq!(archive.statement(StatementId(number)), None);
    for entity in 0..contents.entities.len() as u32 {
        let found: Vec<u32> = archive.statements_by(EntityId(entity)).iter().map(|number| number.get()).collect();
        assert_eq!(found, by_speaker.remove(&entity).unwrap_or_default());
    }
}

fn of_statement(statement: &Statement, first_passage: u32, found: StatementRef<'_>) {
    let place = |place: &Place| PlaceRef {
        passage: PassageId(first_passage + place.passage),
        range: place.start as usize..place.end as usize,
    };
    let PlaceRef { passage, range } = place(&statement.place);
    let wanted = StatementRef {
        passage,
        range,
        kind: statement.kind,
        status: statement.status,
        method: statement.method,
        speaker: statement.speaker.map(EntityId),
        source: statement.source.as_ref().map(place),
        cue: statement.cue.as_ref().map(place),
        verb: statement.verb.as_ref().map_or("", |(verb, _)| verb),
        verb_kind: statement.verb.as_ref().map(|(_, kind)| *kind),
        group: statement.group,
    };
    assert_eq!(found, wanted);
}

/// `entities`, the parties among them as either, and the parties of the people among them as of people and as either.
fn present(contents: &Contents, document: &Document, entities: &[u32]) -> BTreeSet<u32> {
    let is_party = |entity: &u32| contents.entities[*entity as usize].kind == EntityKind::Party;
    let all = 0..contents.entities.len() as u32;
    let (first, parties) = (all.clone().find(is_party).unwrap_or(0), all.clone().filter(is_party).count() as u32);
    let mut values: BTreeSet<u32> = entities.iter().copied().collect();
    values.extend(entities.iter().filter(|entity| is_party(entity)).map(|party| all.end + parties + party - first));
    for pair in document.parties_that_day.iter().filter(|pair| entities.contains(&pair.person)) {
        values.extend([all.end + pair.party - first, all.end + parties + pair.party - first]);
    }
    values
}

fn transpose(lists: &[BTreeSet<u32>]) -> BTreeMap<u32, Vec<u32>> {
    let mut turned: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (number, values) in (0..).zip(lists) {
        values.iter().for_each(|value| turned.entry(*value).or_default().push(number));
    }
    turned
}

pub(crate) fn of_words(contents: &Contents, archive: &Archive) {
    let terms: BTreeMap<&str, &[Posting]> = contents.terms.iter().map(|term| (&*term.word, &*term.postings)).collect();
    let agrees = |found: &TermEntry<'_>| {
        let postings = terms[&*found.word];
        found.blocks as usize == postings.len() && found.postings.clone().eq(postings.iter().copied())
    };
    let mut prefixes = BTreeSet::from(["", "m", "maori1", "ā", "zzz", "\u{10ffff}"]);
    // Every ninth word, so that a failure to find across blocks of words shows, whole and without its last character.
    for word in terms.keys().step_by(9) {
        prefixes.extend([*word, word.trim_end_matches(|character| word.ends_with(character))]);
    }
    for prefix in prefixes {
        let found: Vec<TermEntry<'_>> = archive.terms_from(prefix).collect();
        let wanted = terms.keys().filter(|word| word.starts_with(prefix));
        assert!(found.iter().map(|term| &*term.word).eq(wanted.copied()), "words that begin with {prefix:?}");
        assert!(found.iter().all(agrees));
    }
    for word in terms.keys().step_by(5) {
        assert!(archive.term(word).is_some_and(|found| found.word == *word && agrees(&found)), "{word:?}");
        assert!(archive.term(&format!("{word}\u{10ffff}")).is_none());
    }
}
