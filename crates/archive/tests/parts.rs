//! An archive in parts: with all of them it answers as the whole; without some it says which it lacks; damaged ones are refused
//! or survived.

mod arbitrary;
mod facts;
mod questions;
mod tiny;

use archive::{
    Archive, BlockId, Contents, DocumentId, EntityId, Late, OpenError, Packed, PartSizes, PassageId, slight, split,
    whole,
};
use proptest::prelude::*;
use std::convert::Infallible;

/// The core, and its parts by their numbers.
fn parted(contents: &Contents, sizes: PartSizes) -> (Archive, Vec<Vec<u8>>) {
    let bytes = archive::write(contents, |_| *b"in parts").expect("it is small");
    let whole = Archive::open(bytes).expect("what is written opens");
    let mut parts = Vec::new();
    let put_away = |part: &[u8]| {
        parts.push(part.to_vec());
        Ok::<_, Infallible>(Packed { name: [parts.len() as u8; 16], bytes: 7 })
    };
    let Ok(core) = split(&whole, sizes, put_away);
    let core = Archive::open(core).expect("what is split off opens");
    assert_eq!(core.fingerprint(), whole.fingerprint());
    assert_eq!(core.all_parts().count(), parts.len());
    (core, parts)
}

const SMALLEST: PartSizes = PartSizes { texts: 1, words: 1, titles: 1 };

fn with_all(core: &Archive, parts: &[Vec<u8>]) -> Archive {
    parts.iter().fold(core.clone(), |archive, part| archive.with(part.clone()).expect("its own part"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_core_made_slight_is_the_core_again(contents in arbitrary::contents(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let (core, _) = parted(&contents, SMALLEST);
        let mut bytes = slight(core.as_bytes()).expect("a core");
        prop_assert!(whole(&bytes).is_ok_and(|whole| whole == core.as_bytes()));
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        // Another core, whose checksum tells, or none.
        let opened = whole(&bytes).and_then(Archive::open);
        prop_assert!(opened.is_err() || opened.is_ok_and(|opened| opened.as_bytes() == core.as_bytes()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn with_every_part_it_answers_as_the_whole(
        contents in arbitrary::contents(), texts in 1..3000_usize, words in 1..3000_usize,
    ) {
        let (core, parts) = parted(&contents, PartSizes { texts, words, titles: words / 4 });
        let archive = with_all(&core, &parts);
        facts::all(&contents, &archive);
        prop_assert_eq!(archive.wants(), Vec::new(), "nothing is wanted where all is here");
    }

    #[test]
    fn with_any_parts_it_answers(contents in arbitrary::contents(), here in any::<u64>()) {
        let (core, parts) = parted(&contents, SMALLEST);
        let is_here = |(number, _): &(usize, &Vec<u8>)| here >> (number % 64) & 1 == 1;
        let some: Vec<Vec<u8>> = parts.iter().enumerate().filter(is_here).map(|(_, part)| part.clone()).collect();
        let archive = with_all(&core, &some);
        questions::ask_everything(&archive);
        // Titles come with texts too.
        prop_assert!(archive.wants().len() <= parts.len() - some.len(), "what is here is not wanted");
        questions::ask_everything(&core);
        prop_assert_eq!(core.wants().len(), parts.len(), "asked for all, it wants all");
    }

    #[test]
    fn changed_parts_are_refused_or_survived(
        contents in arbitrary::contents(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let (core, mut parts) = parted(&contents, PartSizes { texts: 200, words: 200, titles: 40 });
        prop_assume!(!parts.is_empty());
        for (part, at, byte) in changes {
            let part = part.get(&parts).clone();
            let number = parts.iter().position(|other| *other == part).unwrap();
            let at = at.index(part.len());
            parts[number][at] = byte;
        }
        let archive = parts.iter().fold(core, |archive, part| archive.with(part.clone()).unwrap_or(archive));
        for block in 0..archive.blocks() as u32 + 1 {
            let text = archive.text(BlockId(block));
            prop_assert!(archive.mentions(BlockId(block)).all(|it| it.end > text.len() || it.start < it.end));
        }
        prop_assert!(archive.terms_from("").all(|term| term.postings.count() <= archive.blocks()));
    }
}

#[test]
fn what_it_lacks_it_names() {
    let (core, parts) = parted(&tiny::contents(), SMALLEST);
    let wanted = |archive: &Archive| archive.wants().into_iter().map(|want| want.name).collect::<Vec<String>>();
    assert_eq!(wanted(&core), Vec::<String>::new(), "before anything is asked");
    assert_eq!(core.text(BlockId(1)), "");
    let [facts, passages] = [parts.len() - 2, parts.len() - 1];
    let name = |number: usize| format!("{:02x}", number + 1).repeat(16);
    assert_eq!(wanted(&core), vec![name(0), name(facts)]);
    assert_eq!(wanted(&core.clone()), Vec::<String>::new(), "a clone begins anew");
    let fuller = core.with(parts[0].clone()).unwrap();
    assert_ne!(fuller.text(BlockId(1)), "");
    assert!(!fuller.is_here(BlockId(1)) && wanted(&fuller) == vec![name(facts)], "its names were found by forms");
    let fuller = fuller.with(parts[facts].clone()).unwrap();
    assert!(fuller.is_here(BlockId(1)) && fuller.wants().is_empty());
    assert!(!fuller.lacks_numbers() && fuller.values_of_passage(PassageId(0)).is_empty());
    assert!(fuller.lacks_numbers() && wanted(&fuller) == vec![name(passages)]);
    let speakers = |archive: &Archive| (0..9).map(|entity| archive.speaks(EntityId(entity))).collect::<Vec<_>>();
    let fuller = fuller.with(parts[passages].clone()).unwrap();
    assert!(fuller.has(Late::Passages) && !fuller.values_of_passage(PassageId(0)).is_empty());
    assert!(
        speakers(&core).contains(&true) && speakers(&core) == speakers(&fuller),
        "who speaks at all is known at once"
    );
    assert_eq!(fuller.with(parts[passages].clone()).unwrap().as_bytes(), fuller.as_bytes(), "no part counts twice");
    assert_eq!(fuller.parts_here().collect::<Vec<_>>(), [&parts[0]]);
    assert!(fuller.term("law").is_none() && !fuller.wants().is_empty(), "words lie in parts too");
    let title = fuller.title(DocumentId(0)).to_owned();
    assert_eq!((title.as_str(), title.is_empty()), (fuller.text(BlockId(0)), false), "a title comes with the text");
    let core = core.clone();
    assert_eq!(core.title(DocumentId(0)), "…");
    let wants = wanted(&core);
    let number = usize::from_str_radix(&wants[0][..2], 16).unwrap() - 1;
    assert_eq!((wants.len(), core.with(parts[number].clone()).unwrap().title(DocumentId(0))), (1, title.as_str()));
}

#[test]
fn only_a_core_is_made_slight() {
    let (core, _) = parted(&tiny::contents(), SMALLEST);
    let slight_core = slight(core.as_bytes()).expect("a core");
    assert!(slight_core.len() < core.as_bytes().len() * 2 / 3, "{} bytes", slight_core.len());
    for length in 0..slight_core.len() {
        assert!(whole(&slight_core[..length]).is_err(), "the first {length} bytes");
    }
    let archive = archive::write(&tiny::contents(), |_| [0; 8]).expect("it is small");
    assert!(slight(&archive).is_err() && slight(b"").is_err());
}

#[test]
fn a_part_that_is_none_is_refused() {
    let (core, parts) = parted(&tiny::contents(), SMALLEST);
    let refused = |part: &[u8]| core.with(part.to_vec()).err();
    assert_eq!(refused(&[]), Some(OpenError::NotAnArchive));
    assert_eq!(refused(&[1, 0]), Some(OpenError::NotAnArchive));
    assert_eq!(refused(&[parts[0].as_slice(), &[0]].concat()), Some(OpenError::Damaged), "longer than it should be");
    assert_eq!(refused(&parts[0][..parts[0].len() - 1]), Some(OpenError::Damaged), "cut");
    let mut other = parts[0].clone();
    other[..4].copy_from_slice(&(parts.len() as u32).to_le_bytes());
    assert_eq!(refused(&other), Some(OpenError::Damaged), "one more than there are");
    let whole = Archive::open(archive::write(&tiny::contents(), |_| [0; 8]).unwrap()).unwrap();
    assert_eq!(whole.with(parts[0].clone()).err(), Some(OpenError::Damaged), "a whole archive has no parts");
}
