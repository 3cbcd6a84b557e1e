//! What goes into an archive comes out of it: every fact, through the public answers alone.

mod arbitrary;
mod facts;
mod tiny;

use archive::{
    Archive, BlockKind, Contents, Document, DocumentId, Entity, EntityId, EntityKind, Ids, Posting, Rights, Term,
};
use proptest::prelude::*;
use std::iter;

fn write(contents: &Contents) -> Vec<u8> {
    archive::write(contents, |body| (body.len() as u64).to_be_bytes()).expect("it is small")
}

fn open(contents: &Contents) -> Archive {
    Archive::open(write(contents)).expect("what is written opens")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_fact_comes_back(contents in arbitrary::contents()) {
        facts::all(&contents, &open(&contents));
    }

    #[test]
    fn other_contents_have_another_checksum(one in arbitrary::contents(), other in arbitrary::contents()) {
        let (bytes, others) = (write(&one), write(&other));
        prop_assert_eq!(&bytes, &write(&one.clone()), "the same contents give the same bytes");
        prop_assert_eq!(one == other, bytes == others);
        prop_assert_eq!(one == other, bytes[16..24] == others[16..24]);
    }
}

#[test]
fn a_tiny_corpus_comes_back() {
    facts::all(&tiny::contents(), &open(&tiny::contents()));
}

#[test]
fn nothing_at_all_is_an_archive_too() {
    let archive = open(&Contents::default());
    assert_eq!((archive.documents(), archive.blocks(), archive.values()), (0, 0, 0));
    assert_eq!(archive.terms_from("").count(), 0);
    assert!(archive.term("").is_none());
}

#[test]
fn the_fingerprint_is_made_from_all_that_follows_it() {
    let bytes = archive::write(&Contents::default(), |body| (body.len() as u64).to_be_bytes()).unwrap();
    let digits = format!("{:016x}", bytes.len() - 32);
    assert_eq!(Archive::open(bytes).unwrap().fingerprint(), digits);
}

#[test]
fn more_values_than_two_bytes_number_are_told_apart() {
    let entity = |(number, kind): (usize, EntityKind)| tiny::entity(kind, &format!("s{number:05}"), "");
    // Each party is three values: 65,535 of them still fit two bytes each; with one topic more they do not.
    for (topics, is_wide) in [(0, false), (1, true)] {
        let kinds = iter::repeat_n(EntityKind::Party, 21_845).chain(iter::repeat_n(EntityKind::Topic, topics));
        let entities: Vec<Entity> = kinds.enumerate().map(entity).collect();
        let last = entities.len() as u32 - 1;
        let documents = vec![document("one", vec![0, 7, last]), document("two", vec![21_844])];
        let contents = Contents { entities, documents, ..Contents::default() };
        let archive = open(&contents);
        assert_eq!(archive.values(), 65_535 + topics);
        assert_eq!(matches!(archive.values_of_document(DocumentId(0)), Ids::Wide(_)), is_wide);
        facts::of_documents(&contents, &archive);
        facts::of_values(&contents, &archive);
        for number in [0, 1, 9_999, 21_844] {
            let party = EntityId(number);
            assert_eq!(archive.entity(EntityKind::Party, &format!("s{number:05}")), Some(party));
            assert_eq!(archive.entity_of(archive.party_as(party, EntityKind::PartyEither)), party);
        }
    }
}

#[test]
fn words_are_found_also_where_few_fill_a_block() {
    let documents = (0..50).map(|number| document(&format!("{number:02}"), Vec::new())).collect();
    let postings = |step: usize| (0..50).step_by(step).map(|block| Posting { block, count: 1 }).collect();
    let word =
        |number: usize| Term { word: format!("{}{number:03}", "ā".repeat(400)), postings: postings(number % 7 + 1) };
    let contents = Contents { documents, terms: (0..300).map(word).collect(), ..Contents::default() };
    facts::of_words(&contents, &open(&contents));
}

/// A document of nothing but a title, in which `entities` are present.
fn document(id: &str, entities: Vec<u32>) -> Document {
    Document { entities, blocks: vec![tiny::block(BlockKind::Title, id)], ..tiny::document(id, Rights::Full) }
}
