//! The closed classes of English, and the reporting verbs, by word.

use super::nouns::NOUNS;
use super::verbs::{Verb, verbs};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word may be; several at once.
pub(super) mod class {
    /// Somebody doing something: he, she, they.
    pub(in super::super) const SUBJECT: u32 = 1;
    /// Somebody something is done to: him, us, reporters.
    pub(in super::super) const OBJECT: u32 = 1 << 1;
    pub(in super::super) const DETERMINER: u32 = 1 << 2;
    pub(in super::super) const PREPOSITION: u32 = 1 << 3;
    /// Begins a clause: when, because, if.
    pub(in super::super) const SUBORDINATOR: u32 = 1 << 4;
    /// Joins: and, but, or.
    pub(in super::super) const CONJUNCTION: u32 = 1 << 5;
    pub(in super::super) const RELATIVE: u32 = 1 << 6;
    pub(in super::super) const BE: u32 = 1 << 7;
    pub(in super::super) const HAVE: u32 = 1 << 8;
    /// Do and the modal verbs: an infinitive follows.
    pub(in super::super) const MODAL: u32 = 1 << 9;
    pub(in super::super) const ADVERB: u32 = 1 << 10;
    /// Days, months and times.
    pub(in super::super) const TIME: u32 = 1 << 11;
    pub(in super::super) const QUESTION: u32 = 1 << 12;
    pub(in super::super) const TO: u32 = 1 << 13;
    pub(in super::super) const THAT: u32 = 1 << 14;
    pub(in super::super) const NOT: u32 = 1 << 15;
    /// Those who are told: reporters, Parliament, CNN.
    pub(in super::super) const AUDIENCE: u32 = 1 << 16;
    pub(in super::super) const ACCORDING: u32 = 1 << 17;
    /// A verb's form that is more often a noun.
    pub(in super::super) const NOUN: u32 = 1 << 18;
    /// A reporting noun.
    pub(in super::super) const REPORT: u32 = 1 << 19;
    pub(in super::super) const AUXILIARY: u32 = BE | HAVE | MODAL;
}

const CLASSES: &[(u32, &str)] = &[
    (class::SUBJECT, "i he she they we you it there everyone everybody someone somebody nobody anyone who"),
    (class::OBJECT, "me him her them us you it himself herself themselves itself"),
    (
        class::AUDIENCE,
        "reporters journalists parliament supporters media voters lawmakers mps delegates viewers listeners \
        congress police colleagues audiences senators students attendees members readers",
    ),
    (
        class::DETERMINER,
        "the a an this that these those his her its their my our your some any no every each both all many \
        most several few another other one two three four five six seven eight nine ten more",
    ),
    (
        class::PREPOSITION,
        "of in on at by for with from to into onto about against during under over after before since until \
        through throughout between among amid despite without within via per as like than toward towards across near \
        behind beyond upon off out around ahead alongside including following regarding concerning because",
    ),
    (
        class::SUBORDINATOR,
        "that when while as because if although though unless until since after before where whereas \
        whether once how why what so than lest",
    ),
    (class::CONJUNCTION, "and or but nor yet & then plus"),
    (class::RELATIVE, "who which whom whose that"),
    (
        class::BE,
        "is are was were be been being am isn't aren't wasn't weren't he's she's it's i'm they're we're you're",
    ),
    (class::HAVE, "has have had having hasn't haven't hadn't i've they've we've you've"),
    (
        class::MODAL,
        "do does did will would can could may might must shall should don't doesn't didn't won't wouldn't can't \
        cannot couldn't mustn't shouldn't i'd he'd she'd they'd we'd i'll he'll she'll they'll we'll",
    ),
    (
        class::NOT,
        "not never n't hardly don't doesn't didn't won't wouldn't can't cannot couldn't isn't aren't wasn't weren't \
        hasn't haven't hadn't",
    ),
    (
        class::ADVERB,
        "also later earlier then now just still already again once even ever never not often always soon too \
        instead however meanwhile further first recently simply merely only long twice sometimes largely perhaps maybe \
        rather almost nearly quite very so all both each far more most reportedly well once afterwards afterward \
        elsewhere moreover furthermore nonetheless nevertheless therefore thus otherwise indeed hardly there yet \
        here publicly actually basically essentially online aloud repeatedly openly",
    ),
    (
        class::TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
        september october november december yesterday today tonight tomorrow morning afternoon evening night week month \
        year day weekend hour jan feb aug sept oct nov dec earlier last next ago late early noon midnight",
    ),
    (class::QUESTION, "whether why how what if when where who which"),
    (class::TO, "to"),
    (class::THAT, "that"),
    (class::ACCORDING, "according"),
    (
        class::NOUN,
        "calls claims reports reports plans hopes fears states comments remarks views demands tweets posts charges \
        notes offers requests attacks questions answers orders promises pledges threats support report plan hope fear \
        state comment remark view demand tweet post charge note offer request attack question answer order promise pledge \
        call claim show shows credit push campaign press challenge message messages email emails text texts talk talks \
        wish order estimate estimates forecast cast signal signals laugh reply quote quotes query queries insult \
        favor favour complaints cries cry desire needs back content brand label frame frames regard regards \
        rail rails hint hints boast",
    ),
];

pub(super) struct Lexicon {
    words: HashMap<String, Info>,
    pub(super) verbs: Vec<Verb>,
    /// The verb that each reporting noun stands for.
    pub(super) nouns: HashMap<&'static str, usize>,
    entries: Vec<Vec<(usize, u8)>>,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Info {
    pub(super) classes: u32,
    /// Number of the entry that holds the verbs it may be a form of, from 1; 0 if it is none.
    entry: u16,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let (verbs, forms) = verbs();
    let mut lexicon = Lexicon { words: HashMap::new(), verbs, nouns: HashMap::new(), entries: Vec::new() };
    for (class, words) in CLASSES {
        for word in words.split_whitespace() {
            lexicon.words.entry(word.to_owned()).or_default().classes |= class;
        }
    }
    for (word, verb, form) in forms {
        let info = lexicon.words.entry(word).or_default();
        if info.entry == 0 {
            lexicon.entries.push(Vec::new());
            info.entry = lexicon.entries.len() as u16;
        }
        lexicon.entries[usize::from(info.entry) - 1].push((verb, form));
    }
    for line in NOUNS.lines() {
        let mut words = line.split(' ');
        let lemma = words.next().unwrap_or_default();
        if let Some(verb) = lexicon.verbs.iter().position(|verb| verb.lemma == lemma) {
            for noun in words {
                lexicon.nouns.insert(noun, verb);
                lexicon.words.entry(noun.to_owned()).or_default().classes |= class::REPORT;
            }
        }
    }
    lexicon
});

impl Info {
    /// Whether nothing but its ending makes a word an adverb.
    pub(super) fn is_only_adverb_by_ending(self, word: &str) -> bool {
        self.classes == class::ADVERB && word.ends_with("ly")
    }
}

impl Lexicon {
    /// What is known of a word in small letters with straight apostrophes.
    pub(super) fn info(&self, word: &str) -> Info {
        let known = self.words.get(word).copied();
        known.unwrap_or_else(|| Info {
            classes: if word.len() > 4 && word.ends_with("ly") { class::ADVERB } else { 0 },
            entry: 0,
        })
    }

    /// The verbs, with the form, that a word may be.
    pub(super) fn verbs_of(&self, info: Info) -> &[(usize, u8)] {
        usize::from(info.entry).checked_sub(1).and_then(|entry| self.entries.get(entry)).map_or(&[], Vec::as_slice)
    }
}
