//! Any bytes give an error or an archive of which everything can be asked. Nothing panics.

mod arbitrary;
mod questions;
mod seal;
mod tiny;

use archive::{
    Archive, BlockId, Contents, DocumentId, EntityId, EntityKind, OpenError, PassageId, SentenceId, StatementId,
};
use proptest::prelude::*;
use seal::seal;

fn write(contents: &Contents) -> Vec<u8> {
    archive::write(contents, |_| *b"hostile!").expect("it is small")
}

/// Opens `bytes` with the checksum made right, and asks everything; whether it opened.
fn is_survived(mut bytes: Vec<u8>) -> bool {
    seal(&mut bytes);
    match Archive::open(bytes) {
        Ok(archive) => {
            questions::ask_everything(&archive);
            true
        }
        Err(OpenError::Contradiction { .. }) => false,
        Err(other) => panic!("the seal of this test is no longer the archive's: {other}"),
    }
}

#[test]
fn every_truncation_is_refused() {
    let bytes = write(&tiny::contents());
    for length in 0..bytes.len() {
        assert!(Archive::open(bytes[..length].to_vec()).is_err(), "the first {length} bytes");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(Archive::open(longer).err(), Some(OpenError::Damaged));
}

#[test]
fn every_change_of_a_byte_is_refused() {
    let mut bytes = write(&tiny::contents());
    for at in 0..bytes.len() {
        for change in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
            bytes[at] ^= change;
            assert!(Archive::open(bytes.clone()).is_err(), "byte {at} changed by {change}");
            bytes[at] ^= change;
        }
    }
    assert!(Archive::open(bytes).is_ok());
}

#[test]
fn an_error_says_what_is_wrong() {
    let bytes = write(&tiny::contents());
    assert_eq!(Archive::open(Vec::new()).err(), Some(OpenError::NotAnArchive));
    assert_eq!(Archive::open(b"ONRECORD".to_vec()).err(), Some(OpenError::NotAnArchive));
    let changed = |at: usize| {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x40;
        Archive::open(bytes).err()
    };
    assert_eq!(changed(0), Some(OpenError::NotAnArchive));
    let found = archive::VERSION ^ 0x40;
    assert_eq!(changed(8), Some(OpenError::OtherVersion { found, wanted: archive::VERSION }));
    for at in [12, 16, 24, 32, bytes.len() - 1] {
        assert_eq!(changed(at), Some(OpenError::Damaged), "byte {at}");
    }
}

#[test]
fn sections_that_overlap_or_leave_a_gap_are_refused() {
    let bytes = write(&tiny::contents());
    let mut longer = bytes.clone();
    longer.extend([0; 4]);
    assert!(!is_survived(longer));
    let table = 32..32 + 4 * (u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize + 1);
    for at in table.clone().step_by(4).skip(1) {
        let mut bytes = bytes.clone();
        bytes.copy_within(table.start..table.start + 4, at);
        assert!(!is_survived(bytes), "the offset at byte {at} falls back to 0");
    }
}

#[test]
fn a_sealed_change_of_any_byte_is_survived() {
    let bytes = write(&tiny::contents());
    let mut opened = 0;
    for at in 24..bytes.len() {
        for change in [1, 4, 0x80, 0xff] {
            let mut bytes = bytes.clone();
            bytes[at] ^= change;
            opened += usize::from(is_survived(bytes));
        }
    }
    let changes = (bytes.len() - 24) * 4;
    assert!(opened > changes / 20 && opened < changes / 2, "{opened} of {changes} opened");
}

#[test]
fn a_sealed_change_of_any_number_is_survived() {
    let bytes = write(&tiny::contents());
    for at in 24..bytes.len() - 3 {
        for number in [0, 1, 7, i32::MAX as u32, u32::MAX] {
            let mut bytes = bytes.clone();
            bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
            is_survived(bytes);
        }
    }
}

#[test]
fn numbers_out_of_range_answer_with_nothing() {
    let archive = Archive::open(write(&tiny::contents())).unwrap();
    for beyond in [1000, i32::MAX as u32, u32::MAX] {
        let document = DocumentId(beyond);
        assert_eq!((archive.title(document), archive.id(document), archive.date(document)), ("", "", None));
        assert!(archive.blocks_of(document).is_empty() && archive.passages_of(document).is_empty());
        assert!(archive.values_of_document(document).is_empty());
        assert_eq!(archive.text(BlockId(beyond)), "");
        assert_eq!(archive.title(archive.document_of_block(BlockId(beyond))), "");
        assert_eq!(archive.title(archive.document_of(PassageId(beyond))), "");
        assert_eq!(archive.sentence_range(SentenceId(beyond)), 0..0);
        assert_eq!(archive.text(archive.block_of(archive.passage_of_sentence(SentenceId(beyond)))), "");
        let entity = EntityId(beyond);
        assert_eq!((archive.name(entity), archive.tenures(entity).next()), ("", None));
        let statement = StatementId(beyond);
        assert_eq!((archive.statement(statement), archive.pieces(statement).next()), (None, None));
        assert!(archive.statements_of(PassageId(beyond)).is_empty() && archive.statements_by(entity).is_empty());
        assert!(archive.values_of_statement(statement).is_empty());
        assert_eq!(archive.party_as(entity, EntityKind::PartyEither), entity);
        assert!(archive.documents_with(entity).is_empty() && archive.passages_with(entity).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused(mut bytes in prop::collection::vec(any::<u8>(), 0..400), sections in 0..300_u32) {
        prop_assert!(Archive::open(bytes.clone()).is_err());
        let head = [b"ONRECORD".as_slice(), &archive::VERSION.to_le_bytes(), &sections.to_le_bytes(), &[0; 16]].concat();
        bytes.splice(..0, head);
        prop_assert!(Archive::open(bytes.clone()).is_err());
        seal(&mut bytes);
        prop_assert!(Archive::open(bytes).is_err());
    }

    #[test]
    fn sealed_changes_are_survived(
        contents in arbitrary::contents(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = write(&contents);
        prop_assert!(is_survived(bytes.clone()), "an archive as it was written opens");
        for (at, byte) in changes {
            let at = 24 + at.index(bytes.len() - 24);
            bytes[at] = byte;
        }
        is_survived(bytes);
    }
}
