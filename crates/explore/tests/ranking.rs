//! Ranking against the slow and obvious way: every word of every text counted, a score for every document, and all of them sorted.

mod support;

use archive::{Archive, BlockId, DocumentId};
use explore::view::Main;
use explore::{Query, first_documents, selected_documents};
use proptest::prelude::*;
use std::cmp::Reverse;
use support::{archive, at};
use text::Words;

/// Words that begin alike, and one with two spellings.
const WORDS: [&str; 9] = ["lamp", "lantern", "land", "kettle", "ketch", "Māori", "maori", "river", "again"];
/// What is searched for: each line a term, as typed and as words that follow each other; a star at the end is the beginning of a word.
const TERMS: [(&str, &[&str]); 11] = [
    ("lamp", &["lamp"]),
    ("land", &["land"]),
    ("kettle", &["kettle"]),
    ("māori", &["māori"]),
    ("Maori", &["maori"]),
    ("lan*", &["lan*"]),
    ("ket*", &["ket*"]),
    ("l*", &["l*"]),
    ("\"lamp land\"", &["lamp", "land"]),
    ("\"maori ket\"*", &["maori", "ket*"]),
    ("nowhere", &["nowhere"]),
];

/// A document: when (few dates, so that many are of one day), its title, its paragraphs.
#[derive(Clone, Debug)]
struct Written {
    date: Option<u8>,
    title: Vec<usize>,
    paragraphs: Vec<Vec<usize>>,
}

/// All must be met, each by one of its terms.
type Asked = Vec<Vec<usize>>;

fn written() -> impl Strategy<Value = Written> {
    // The first words are the most frequent.
    let words =
        |most: usize| prop::collection::vec((0..WORDS.len(), 0..WORDS.len()).prop_map(|(a, b)| a.min(b)), 1..most);
    (prop::option::weighted(0.8, 1..4_u8), words(4), prop::collection::vec(words(12), 1..4))
        .prop_map(|(date, title, paragraphs)| Written { date, title, paragraphs })
}

fn asked() -> impl Strategy<Value = Asked> {
    prop::collection::vec(prop::collection::vec(0..TERMS.len(), 1..3), 1..4)
}

fn corpus(documents: &[Written]) -> Archive {
    let words = |words: &Vec<usize>| words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
    let line = |(at, document): (usize, &Written)| {
        let date = document.date.map_or(String::new(), |day| format!("\"date\":\"2024-02-0{day}\","));
        let text = document.paragraphs.iter().map(words).collect::<Vec<_>>().join("\\n\\n");
        // Ids in another order than the files'.
        format!(
            "{{\"id\":\"d{:03}\",{date}\"title\":\"{}\",\"text\":\"{text}\"}}\n",
            (at * 7) % 211,
            words(&document.title)
        )
    };
    archive(&format!("== documents/all.jsonl\n{}", documents.iter().enumerate().map(line).collect::<String>()))
}

fn address(asked: &Asked, more: &str) -> String {
    let any = |terms: &Vec<usize>| terms.iter().map(|term| TERMS[*term].0).collect::<Vec<_>>().join(" OR ");
    let q = asked.iter().map(any).collect::<Vec<_>>().join(" ");
    format!("q={}{more}", q.replace(' ', "+").replace('"', "%22"))
}

/// The words of a block, folded and as they are spelled.
fn words_of(archive: &Archive, block: u32) -> Vec<(String, String)> {
    let text = archive.text(BlockId(block));
    Words::of(text).iter().map(|word| (word.folded.to_owned(), text[word.original].to_lowercase())).collect()
}

/// How often words stand side by side in a block.
fn times(words: &[(String, String)], wanted: &[&str]) -> u32 {
    let fits = |own: &str, wanted: &str| match wanted.strip_suffix('*') {
        Some(beginning) => own.starts_with(beginning),
        None => own == text::fold(wanted),
    };
    let pieces = words.windows(wanted.len());
    pieces.filter(|piece| piece.iter().zip(wanted).all(|((own, _), wanted)| fits(own, wanted))).count() as u32
}

/// Every selected document with its score, all of them sorted.
fn ranked(archive: &Archive, asked: &Asked, selected: &[DocumentId]) -> Vec<DocumentId> {
    let all: Vec<DocumentId> = (0..archive.documents() as u32).map(DocumentId).collect();
    let texts: Vec<Vec<Vec<(String, String)>>> =
        all.iter().map(|it| archive.blocks_of(*it).map(|block| words_of(archive, block)).collect()).collect();
    let mean = all.iter().map(|it| f64::from(archive.length(*it))).sum::<f64>() / all.len() as f64;
    let mut scores = vec![(0, 0.0); all.len()];
    for (_, wanted) in asked.iter().flatten().map(|term| TERMS[*term]) {
        let count = |blocks: &Vec<Vec<(String, String)>>| -> u32 {
            blocks.iter().enumerate().map(|(at, words)| times(words, wanted) * if at == 0 { 4 } else { 1 }).sum()
        };
        let counts: Vec<u32> = texts.iter().map(count).collect();
        let holding = counts.iter().filter(|count| **count > 0).count() as f64;
        let rarity = (1.0 + (all.len() as f64 - holding + 0.5) / (holding + 0.5)).ln();
        // A word alone that is spelled in several ways somewhere.
        let folded = text::fold(wanted[0]);
        let is_spelled = |spelling: &dyn Fn(&str) -> bool| {
            let spellings = |blocks: &Vec<Vec<(String, String)>>| {
                blocks.iter().flatten().any(|(own, spelled)| *own == folded && spelling(spelled))
            };
            texts.iter().map(spellings).collect::<Vec<bool>>()
        };
        let has_spellings = wanted.len() == 1 && is_spelled(&|spelled| spelled != folded).contains(&true);
        let exact = has_spellings.then(|| is_spelled(&|spelled| spelled == wanted[0]));
        for (it, score) in all.iter().zip(&mut scores).filter(|(it, _)| counts[it.index()] > 0) {
            let (count, length) = (f64::from(counts[it.index()]), f64::from(archive.length(*it)) / mean);
            score.0 += u32::from(exact.as_ref().is_none_or(|exact| exact[it.index()]));
            score.1 += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length));
        }
    }
    let mut ranked = selected.to_vec();
    ranked.sort_by_key(|it| {
        let (exact, score) = scores[it.index()];
        (Reverse((exact, (score * 1000.0) as u64)), Reverse(archive.first_day(*it)), archive.id(*it).to_owned())
    });
    ranked
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_first_are_those_that_sorting_all_by_score_puts_first(
        documents in prop::collection::vec(written(), 1..210),
        questions in prop::collection::vec(asked(), 6),
        more in prop::sample::select(vec!["", "&in=passage", "&from=2024-02-02"]),
    ) {
        let archive = corpus(&documents);
        for asked in questions {
            let address = address(&asked, more);
            let selected = selected_documents(&archive, &Query::parse(&format!("{address}&sort=date")));
            let expected = ranked(&archive, &asked, &selected);
            let query = Query::parse(&address);
            prop_assert_eq!(&selected_documents(&archive, &query), &expected, "?{}", address);
            for most in [0, 1, 2, 10, 70, expected.len(), 1000] {
                let (total, first) = first_documents(&archive, &query, most);
                prop_assert_eq!(total, expected.len());
                prop_assert_eq!(&first, &expected[..most.min(expected.len())], "the first {} of ?{}", most, address);
            }
            let mut listed = Vec::new();
            for page in 1..=expected.len().div_ceil(20).max(1) {
                let Main::Documents(list) = at(&archive, &format!("{address}&page={page}")).main else { panic!("no list") };
                listed.extend(list.results.into_iter().map(|card| card.id));
            }
            let ids: Vec<&str> = expected.iter().map(|document| archive.id(*document)).collect();
            prop_assert_eq!(listed, ids, "page by page, ?{}", address);
        }
    }
}

#[test]
fn among_equals_the_newest_come_first_and_the_undated_last() {
    let dates = [None, Some(1), Some(3), Some(2), Some(3), None];
    let same = dates.map(|date| Written { date, title: vec![7], paragraphs: vec![vec![0, 1]] });
    let documents: Vec<Written> = same.iter().cycle().take(180).cloned().collect();
    let archive = corpus(&documents);
    let (total, first) = first_documents(&archive, &Query::parse("q=lantern"), 100);
    let days: Vec<Option<i32>> = first.iter().map(|document| archive.first_day(*document)).collect();
    assert_eq!(total, 180);
    assert!(days.is_sorted_by(|one, next| one >= next), "{days:?}");
    assert!(first.windows(2).all(|two| {
        archive.first_day(two[0]) != archive.first_day(two[1]) || archive.id(two[0]) < archive.id(two[1])
    }));
}
