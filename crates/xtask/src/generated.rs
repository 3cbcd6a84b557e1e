//! Corpora to measure with: as large as one asks for, always the same, their names as unevenly common as real ones.
//!
//! Documents name about ten different entities in eight paragraphs of some forty words. People, parties, topics and places
//! follow Zipf's law; a document belongs to one of fifty communities that each prefer some of them; dates run over ten
//! years. Words are made of syllables: they compress and repeat less well than prose does.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};

use crate::Outcome;

const PEOPLE: usize = 5_000;
const PARTIES: usize = 20;
const TOPICS: usize = 200;
const PLACES: usize = 1_000;
const WORDS: usize = 50_000;
const COMMUNITIES: usize = 50;
const MENTIONS: usize = 12;
const PARAGRAPHS: usize = 8;
const WORDS_A_DOCUMENT: usize = 300;

/// Writes a corpus of so many documents into a folder, unless it holds one already.
pub fn corpus(documents: usize, folder: &Path) -> Outcome<()> {
    let done = folder.join("corpus.toml");
    if done.is_file() {
        return Ok(());
    }
    let names = Names::new();
    fs::create_dir_all(folder.join("documents"))?;
    fs::create_dir_all(folder.join("gazetteers"))?;
    gazetteer(folder, "people", &names.people)?;
    gazetteer(folder, "parties", &names.parties)?;
    gazetteer(folder, "places", &names.places)?;
    let mut topics = File::create(folder.join("gazetteers/topics.toml"))?;
    for topic in &names.topics {
        writeln!(topics, "[[topics]]\nid = \"{topic}\"\nlabel = \"{topic}\"\nkeywords = [\"{topic}\"]\n")?;
    }
    let mut out = BufWriter::new(File::create(folder.join("documents/generated.jsonl"))?);
    let mut chance = Chance(documents as u64);
    for number in 0..documents {
        document(number, documents, &names, &mut chance, &mut out)?;
    }
    out.flush()?;
    // Last, so that what was interrupted is written anew.
    fs::write(done, format!("[corpus]\nid = \"generated-{documents}\"\ntitle = \"Generated\"\nlanguage = \"en\"\n"))?;
    Ok(())
}

fn gazetteer(folder: &Path, kind: &str, names: &[String]) -> Outcome<()> {
    let mut file = BufWriter::new(File::create(folder.join(format!("gazetteers/{kind}.toml")))?);
    for name in names {
        let id = name.to_lowercase().replace(' ', "-");
        writeln!(file, "[[{kind}]]\nid = \"{id}\"\nname = \"{name}\"\n")?;
    }
    Ok(file.flush()?)
}

fn document(number: usize, of: usize, names: &Names, chance: &mut Chance, out: &mut impl Write) -> Outcome<()> {
    let community = chance.below(COMMUNITIES);
    let mut paragraphs = vec![Vec::new(); PARAGRAPHS];
    for _ in 0..WORDS_A_DOCUMENT {
        let at = chance.below(PARAGRAPHS);
        paragraphs[at].push(names.words[chance.zipf(WORDS)].clone());
    }
    for _ in 0..MENTIONS {
        let name = match chance.below(12) {
            0..6 => &names.people[chance.of_community(community, PEOPLE)],
            6..8 => &names.parties[chance.zipf(PARTIES)],
            8..10 => &names.places[chance.of_community(community, PLACES)],
            _ => &names.topics[chance.of_community(community, TOPICS)],
        };
        let paragraph = &mut paragraphs[chance.below(PARAGRAPHS)];
        let at = chance.below(paragraph.len() + 1);
        paragraph.insert(at, name.clone());
    }
    let text: Vec<String> =
        paragraphs.iter().filter(|words| !words.is_empty()).map(|words| words.join(" ") + ".").collect();
    // Ten years of 365 days, in the order of the documents.
    let day = number * 3_650 / of;
    let (year, month) = (2014 + day / 365, 1 + day % 365 / 31);
    let date = format!("{year}-{month:02}-{:02}", 1 + day % 365 % 31 % 28);
    let title = format!("{} {}", names.words[chance.zipf(WORDS)], names.words[chance.zipf(WORDS)]);
    let text = text.join("\\n\\n");
    writeln!(
        out,
        "{{\"id\":\"d{number}\",\"title\":\"{title}\",\"date\":\"{date}\",\"source\":\"Generated\",\"url\":\"\",\"people\":[],\"topics\":[],\"text\":\"{text}\"}}"
    )?;
    Ok(())
}

struct Names {
    people: Vec<String>,
    parties: Vec<String>,
    places: Vec<String>,
    topics: Vec<String>,
    words: Vec<String>,
}

impl Names {
    fn new() -> Names {
        let mut chance = Chance(1);
        let mut taken = BTreeSet::new();
        let mut new = |syllables: usize| loop {
            let word = chance.word(syllables);
            if taken.insert(word.clone()) {
                return word;
            }
        };
        let capital = |word: String| word[..1].to_uppercase() + &word[1..];
        Names {
            // Of two syllables there are sixteen thousand words.
            words: (0..WORDS).map(|rank| new(if rank < 10_000 { 2 } else { 3 })).collect(),
            topics: (0..TOPICS).map(|_| new(4)).collect(),
            parties: (0..PARTIES).map(|_| capital(new(4))).collect(),
            places: (0..PLACES).map(|_| capital(new(4))).collect(),
            people: (0..PEOPLE).map(|_| capital(new(3)) + " " + &capital(new(4))).collect(),
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed, everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    /// A rank below `most`, about as likely as 1 / (rank + 1).
    fn zipf(&mut self, most: usize) -> usize {
        ((((most + 1) as f64).powf(self.share())) as usize - 1).min(most - 1)
    }

    /// Half of the time whom everyone names, else whom the community names.
    fn of_community(&mut self, community: usize, most: usize) -> usize {
        let rank = self.zipf(most);
        if self.below(2) == 0 { rank } else { (rank * COMMUNITIES + community * 7) % most }
    }

    fn word(&mut self, syllables: usize) -> String {
        const FIRST: [&str; 16] = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr"];
        const SECOND: [&str; 8] = ["a", "e", "i", "o", "u", "ai", "or", "en"];
        (0..syllables).map(|_| FIRST[self.below(16)].to_owned() + SECOND[self.below(8)]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folders;

    #[test]
    fn a_corpus_is_the_same_each_time() {
        let written = |name: &str| {
            let folder = folders::target().join("generated-test").join(name);
            fs::remove_dir_all(&folder).ok();
            corpus(20, &folder).expect("a corpus");
            fs::read_to_string(folder.join("documents/generated.jsonl")).expect("its documents")
        };
        let one = written("one");
        assert_eq!(one.lines().count(), 20);
        assert_eq!(one, written("other"));
    }
}
