//! A hundred thousand addresses, valid and hostile: each is read without a panic, is written back to the same query, and loses
//! nothing in silence. Some of them are answered over two corpora. Generated from a seed: the same in every run.

#[path = "../fuzz/address_laws.rs"]
mod address_laws;
#[path = "../fuzz/small_corpus.rs"]
mod small_corpus;
mod support;

use address_laws::{answered, encoded, lawful};
use explore::Query;
use support::keys::KEYS;

const ADDRESSES: usize = 100_000;
/// So many are also answered, over each corpus.
const ANSWERED: usize = 1_000;

/// Addresses as the page itself writes them.
const REAL: [&str; 18] = [
    "?person=anna&topic=water",
    "?q=%22red+party%22+OR+rivers*+-stone&sort=-date&page=2",
    "?doc=a&at=2&quote=Anna+Lee+and+Ben+Stone+met&v=0123456789abcdef",
    "?from=2021-03&to=2023-12-31&view=timeline",
    "?view=network&unit=document&kind=person&kind=place&min=0&top=20",
    "?view=pairs&measure=g2&show=less&focus=person:red",
    "?pair=anna~ben&cell=first&unit=sentence&in=passage",
    "?view=matrix&party-as=people&party=red&not-party=blue",
    "?match-outlet=all&outlet=paper&outlet=radio&match-person=any&person=anna&person=ben",
    "?person=christopher-luxon&view=pairs&unit=sentence",
    "?doc=001-hipkins-explains-truce-vote&q=truce",
    "?pair=chris-hipkins~labour&topic=ceasefire",
    "?view=concordance&q=water+OR+%22red+party%22&person=anna&sort=left&context=4&page=2",
    "?view=concordance&focus=anna&form=Minister+Lee&sort=hit",
    "?view=compare&person=anna&with=%3Fperson%3Dben%26in%3Dpassage",
    "?view=compare&outside=%3Fq%3Dwater&party=red",
    "?view=batch&list=Anna+Lee%0Aben%0A%22red+party%22%0Anobody",
    "?view=concordance&q=gaza&sort=right&in=passage&party=labour",
];

const VALUES: [&str; 72] = [
    "anna",
    "ben",
    "red",
    "blue",
    "town",
    "court",
    "water",
    "paper",
    "person:red",
    "a",
    "b",
    "labour",
    "chris-hipkins",
    "any",
    "all",
    "either",
    "named",
    "people",
    "document",
    "passage",
    "sentence",
    "documents",
    "timeline",
    "network",
    "matrix",
    "pairs",
    "statements",
    "count",
    "jaccard",
    "logdice",
    "npmi",
    "g2",
    "logratio",
    "deltap",
    "cosine",
    "lift",
    "less",
    "backbone",
    "person",
    "party",
    "place",
    "topic",
    "party-either",
    "both",
    "second",
    "neither",
    "relevance",
    "-date",
    "date",
    "title",
    "2021",
    "2021-03",
    "2021-02-30",
    "2024-02-29",
    "9999-12-31",
    "0000",
    "0",
    "1",
    "7",
    "007",
    "60",
    "4294967295",
    "4294967296",
    "-1",
    "+1",
    "1e3",
    "anna~ben",
    "ben~anna",
    "a~b~c",
    "~",
    "\"open phrase",
    "a OR -b*",
];

/// Texts that turn, hide, break or try to be something else.
const HOSTILE: [&str; 16] = [
    "\u{202e}txet denrut\u{202c}",
    "\u{2066}\u{2067}",
    "\u{200b}\u{feff}\u{200d}",
    "مرحبا",
    "e\u{301}\u{301}\u{301}\u{301}",
    "\0",
    "\r\n",
    "\u{7f}\u{9b}31m",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "'; DROP TABLE documents; --",
    "../../etc/passwd",
    "{{7*7}}${7*7}",
    "🦀\u{fffd}\u{10ffff}",
    "%2525%26%3D",
];

#[test]
fn a_hundred_thousand_addresses_are_read_and_written_without_a_loss() {
    let mut chance = Chance(2024);
    let (mut with_strangers, mut longest) = (0, 0);
    for _ in 0..ADDRESSES {
        let address = chance.address();
        let query = lawful(&address);
        with_strangers += usize::from(!query.unknown.is_empty());
        longest = longest.max(address.len());
    }
    // The generator is no good if it makes only one sort.
    assert!((ADDRESSES / 5..ADDRESSES * 4 / 5).contains(&with_strangers), "{with_strangers} hold unknown words");
    assert!(longest > 50_000, "the longest has {longest} bytes");
}

#[test]
fn what_they_ask_is_answered_over_a_small_corpus() {
    let archive = support::archive(small_corpus::SMALL);
    let mut chance = Chance(7);
    (0..ANSWERED).for_each(|_| answered(&archive, &Query::parse(&chance.address())));
}

#[test]
fn what_they_ask_is_answered_over_the_own_corpus() {
    let archive = support::own_corpus();
    let mut chance = Chance(11);
    (0..ANSWERED).for_each(|_| answered(&archive, &Query::parse(&chance.address())));
}

#[test]
fn a_thousand_words_that_mean_nothing_share_a_notice() {
    let archive = support::archive(small_corpus::SMALL);
    let address: Vec<String> = (0..1_100).map(|number| format!("x{number}=y")).collect();
    let view = support::at(&archive, &address.join("&"));
    assert_eq!(view.notices.len(), 65);
    let last = &view.notices[64];
    assert!(last.text.starts_with("1,036 more words of the address mean nothing"), "{}", last.text);
    assert_eq!(last.way_out.as_ref().map(|link| link.href.as_str()), Some("?"));
    let view = support::at(&archive, &format!("q={}", "!+".repeat(1_000)));
    assert_eq!(view.notices.len(), 33);
    assert_eq!(view.notices[32].text, "968 more pieces of the search hold no word either.");
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn address(&mut self) -> String {
        match self.below(8) {
            0 => {
                let bytes: Vec<u8> = (0..self.below(60)).map(|_| self.next() as u8).collect();
                String::from_utf8_lossy(&bytes).into_owned()
            }
            1 => (0..self.below(40))
                .map(|_| self.one(&["%", "&", "=", "+", "?", "~", "F", "2", "e", "q", "#", "%C4"]))
                .collect(),
            2 | 3 => self.mutated(),
            _ => self.pairs(),
        }
    }

    /// A real address, changed in a few places.
    fn mutated(&mut self) -> String {
        let mut bytes = self.one(&REAL).as_bytes().to_vec();
        for _ in 0..self.below(4) {
            let (at, to) = (self.below(bytes.len()), self.below(bytes.len()));
            match self.below(5) {
                0 => bytes[at] = self.next() as u8,
                1 => drop(bytes.remove(at)),
                2 => bytes.swap(at, to),
                3 => bytes.extend_from_within(at.min(to)..at.max(to)),
                _ => drop(bytes.splice(at..at, self.one(&HOSTILE).bytes())),
            }
            if bytes.is_empty() {
                break;
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn pairs(&mut self) -> String {
        let mut parts: Vec<String> = (0..1 + self.below(7)).map(|_| self.pair()).collect();
        if self.below(4) == 0 {
            let twice = parts[self.below(parts.len())].clone();
            parts.push(twice);
        }
        let start = if self.below(2) == 0 { "?" } else { "" };
        [start, &parts.join("&")].concat()
    }

    fn pair(&mut self) -> String {
        if self.below(2) == 0 {
            let real = self.one(&REAL).trim_start_matches('?');
            let parts: Vec<&str> = real.split('&').collect();
            return self.one(&parts).to_owned();
        }
        let key = if self.below(12) == 0 { self.value() } else { self.one(KEYS).to_owned() };
        let value = self.value();
        match self.below(3) {
            // Names of values are mostly plain letters, so this is what people type.
            0 => format!("{key}={value}"),
            1 => format!("{key}={}", encoded(&value)),
            _ => format!("{}={}", encoded(&key), encoded(&value)),
        }
    }

    fn value(&mut self) -> String {
        match self.below(120) {
            0..80 => self.one(&VALUES).to_owned(),
            80..100 => self.one(&HOSTILE).to_owned(),
            100..110 => [self.one(&VALUES), self.one(&HOSTILE)].concat(),
            110..115 => self.next().to_string(),
            115..119 => String::new(),
            _ => {
                let most = if self.below(20) == 0 { 20_000 } else { 300 };
                let times = self.below(most);
                self.one(&["a", "9", "0", "\u{202e}", "-", "~", "word ", "\"a", "%"]).repeat(times)
            }
        }
    }
}
