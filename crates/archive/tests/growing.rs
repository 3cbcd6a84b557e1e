//! An archive that grows document by document, with other numbers until all are known, is the one that is written at once.

mod arbitrary;
mod tiny;

use archive::{Contents, Document, Frame, WordIndex, Writer};
use proptest::prelude::*;

/// The archive of `contents`, whose entities and groups come to the writer with other numbers.
fn grown(contents: &Contents) -> Vec<u8> {
    let count = contents.entities.len() as u32;
    let stand_in = |entity: &mut u32| *entity = count - 1 - *entity;
    let mut writer = Writer::default();
    for document in &contents.documents {
        let mut document = document.clone();
        each_entity(&mut document, stand_in);
        for statement in &mut document.statements {
            // The first is a group that gets no number.
            statement.group = Some(statement.group.map_or(0, |group| group + 1));
        }
        writer.add(document);
    }
    let groups = contents.documents.iter().flat_map(|document| &document.statements);
    let groups = groups.filter_map(|statement| statement.group).max().map_or(0, |group| group + 1);
    let entities: Vec<u32> = (0..count).rev().collect();
    writer.number(&entities, &std::iter::once(None).chain((0..groups).map(Some)).collect::<Vec<_>>());
    let mut words = WordIndex::default();
    for term in contents.terms.iter().rev() {
        let (first, rest) = term.postings.split_at(term.postings.len() / 2);
        words.note(&term.word, first.iter().copied());
        words.note(&term.word, rest.iter().copied());
    }
    let Contents { about, entities, forms, .. } = contents.clone();
    writer.finish(Frame { about, entities, forms }, words, |_| *b"at once!").expect("it is small")
}

fn each_entity(document: &mut Document, mut change: impl FnMut(&mut u32)) {
    let Document { outlets, speakers, declared, entities, parties_that_day, blocks, statements, .. } = document;
    for list in [outlets, speakers, declared, entities] {
        list.iter_mut().for_each(&mut change);
    }
    for pair in parties_that_day {
        change(&mut pair.person);
        change(&mut pair.party);
    }
    for block in blocks {
        block.entities.iter_mut().for_each(&mut change);
        block.sentences.iter_mut().for_each(|sentence| sentence.entities.iter_mut().for_each(&mut change));
        block.mentions.iter_mut().for_each(|mention| change(&mut mention.entity));
    }
    for statement in statements {
        statement.speaker.iter_mut().for_each(&mut change);
        statement.entities.iter_mut().for_each(&mut change);
    }
}

fn written(contents: &Contents) -> Vec<u8> {
    archive::write(contents, |_| *b"at once!").expect("it is small")
}

#[test]
fn a_tiny_archive_grows_to_the_same_bytes() {
    assert!(grown(&tiny::contents()) == written(&tiny::contents()), "they differ");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_archive_grows_to_the_same_bytes(contents in arbitrary::contents()) {
        prop_assert!(grown(&contents) == written(&contents), "they differ");
    }
}
