//! A generated corpus: 6,220 names after Zipf in fifty communities, twelve mentions a document in eight paragraphs, ten years.
//!
//! A document depends on its own number alone, so that smaller corpora are parts of larger ones. Documents then stand by day
//! and names, within their kind, by falling number of documents, as in an archive.

use crate::chance::Chance;
use archive::EntityKind;
use std::collections::HashSet;

/// Kinds in the order of an archive, with how many names each has.
pub(crate) const KINDS: [(EntityKind, usize); 4] =
    [(EntityKind::Person, 5000), (EntityKind::Party, 20), (EntityKind::Place, 1000), (EntityKind::Topic, 200)];
pub(crate) const VALUES: usize = 6220;
const COMMUNITIES: usize = 50;
const MENTIONS: usize = 12;
pub(crate) const PARAGRAPHS: usize = 8;
const WORDS_A_DOCUMENT: usize = 300;
const WORDS: usize = 50_000;
/// 2014-01-01, and the days of the ten years from then on.
pub(crate) const FIRST_DAY: i32 = 16_071;
pub(crate) const DAYS: usize = 3652;

pub(crate) struct Document {
    pub(crate) number: usize,
    pub(crate) day: i32,
    /// Paragraph and value, by paragraph.
    pub(crate) mentions: Vec<(u8, u16)>,
    /// Ascending, each once.
    pub(crate) values: Vec<u16>,
}

pub(crate) struct Corpus {
    pub(crate) documents: Vec<Document>,
    /// By value: the name.
    pub(crate) names: Vec<String>,
    words: Vec<String>,
}

impl Corpus {
    pub(crate) fn new(documents: usize) -> Corpus {
        let mut documents: Vec<Document> = (0..documents).map(document).collect();
        documents.sort_by_key(|document| (document.day, document.number));
        let mut chance = Chance(1);
        let mut taken = HashSet::new();
        let mut new = |syllables: usize| loop {
            let word = chance.word(syllables);
            if taken.insert(word.clone()) {
                return word;
            }
        };
        // Of two syllables there are sixteen thousand words.
        let words = (0..WORDS).map(|rank| new(if rank < 10_000 { 2 } else { 3 })).collect();
        let people = (0..KINDS[0].1).map(|_| format!("{} {}", capital(new(3)), capital(new(4)))).collect::<Vec<_>>();
        let others = (KINDS[0].1..VALUES).map(|_| capital(new(4))).collect::<Vec<_>>();
        let names: Vec<String> = people.into_iter().chain(others).collect();

        let mut frequency = vec![0_u32; VALUES];
        documents.iter().flat_map(|document| &document.values).for_each(|value| frequency[*value as usize] += 1);
        let mut order: Vec<usize> = (0..VALUES).collect();
        let mut start = 0;
        for (_, many) in KINDS {
            order[start..start + many].sort_by_key(|value| (std::cmp::Reverse(frequency[*value]), *value));
            start += many;
        }
        let mut rank = vec![0_u16; VALUES];
        order.iter().enumerate().for_each(|(place, value)| rank[*value] = place as u16);
        for document in &mut documents {
            document.mentions.iter_mut().for_each(|(_, value)| *value = rank[*value as usize]);
            document.values.iter_mut().for_each(|value| *value = rank[*value as usize]);
            document.values.sort_unstable();
        }
        Corpus { documents, names: order.into_iter().map(|value| names[value].clone()).collect(), words }
    }

    /// The paragraphs of a document, its title before them, each with its names and where they stand in bytes.
    pub(crate) fn text(&self, document: &Document) -> Vec<Paragraph> {
        let mut chance = Chance(document.number as u64 ^ 0x7e47);
        let mut word = || self.words[chance.zipf(WORDS)].clone();
        let title = format!("{} {}", word(), word());
        let mut paragraphs = vec![Paragraph { text: title, names: Vec::new() }];
        for at in 0..PARAGRAPHS {
            let mut paragraph = Paragraph { text: String::new(), names: Vec::new() };
            let mut mentions = document.mentions.iter().filter(|(paragraph, _)| usize::from(*paragraph) == at);
            for place in 0..WORDS_A_DOCUMENT / PARAGRAPHS {
                paragraph.push(&word());
                if let Some((_, value)) = (place % 3 == 0).then(|| mentions.next()).flatten() {
                    let end = paragraph.push(&self.names[*value as usize]);
                    paragraph.names.push((end - self.names[*value as usize].len(), end, *value));
                }
            }
            paragraphs.push(paragraph);
        }
        paragraphs
    }
}

pub(crate) struct Paragraph {
    pub(crate) text: String,
    /// Start and end in bytes, value.
    pub(crate) names: Vec<(usize, usize, u16)>,
}

impl Paragraph {
    fn push(&mut self, words: &str) -> usize {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(words);
        self.text.len()
    }
}

fn document(number: usize) -> Document {
    let mut chance = Chance((number as u64) << 20 | 7);
    let community = chance.below(COMMUNITIES);
    let day = FIRST_DAY + chance.below(DAYS) as i32;
    let mut mentions: Vec<(u8, u16)> = (0..MENTIONS)
        .map(|_| {
            let paragraph = chance.below(PARAGRAPHS) as u8;
            let value = match chance.below(12) {
                0..6 => of_community(&mut chance, community, KINDS[0].1),
                6..8 => 5000 + chance.zipf(KINDS[1].1),
                8..10 => 5020 + of_community(&mut chance, community, KINDS[2].1),
                _ => 6020 + of_community(&mut chance, community, KINDS[3].1),
            };
            (paragraph, value as u16)
        })
        .collect();
    mentions.sort_by_key(|(paragraph, _)| *paragraph);
    let mut values: Vec<u16> = mentions.iter().map(|(_, value)| *value).collect();
    values.sort_unstable();
    values.dedup();
    Document { number, day, mentions, values }
}

/// Half of the time whom everyone names, else whom the community names.
fn of_community(chance: &mut Chance, community: usize, most: usize) -> usize {
    let rank = chance.zipf(most);
    if chance.below(2) == 0 { rank } else { (rank * COMMUNITIES + community * 7) % most }
}

fn capital(word: String) -> String {
    word[..1].to_uppercase() + &word[1..]
}
