//! The slow, obvious way to count: a set of names for every unit, and a walk over all units for every pair.

use crate::formulas::{Cells, exact_p, false_discovery_rates};
use crate::generated::{
    Corpus, Document, Filter, Piece, Question, Sentence, Shape, block_text, sentence_text, title_text,
};
use crate::world::{DATES, Name, OUTLETS, UNRECORDED, WORDS, WORLD, name_of, parties_on};
use archive::EntityKind;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Who is in a unit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Presence {
    /// As named or declared.
    named: HashSet<Name>,
    /// The parties, that day, of the people in it.
    parties_of_people: HashSet<Name>,
    words: HashSet<usize>,
}

/// One unit, and what its evidence must show.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) presence: Presence,
    /// Title, number of the passage (0 of a whole document), and of a sentence its text where that may be shown.
    pub(crate) shown: (String, u32, String),
}

struct Passage {
    presence: Presence,
    sentences: Vec<Unit>,
    unit: Unit,
}

struct CountedDocument<'a> {
    document: &'a Document,
    unit: Unit,
    passages: Vec<Passage>,
}

/// A pair, the first by slug and kind first, with the units in each of its cells: both, first only, second only, neither.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) first: Name,
    pub(crate) second: Name,
    pub(crate) units: [Vec<usize>; 4],
    pub(crate) cells: Cells,
    pub(crate) p: f64,
    pub(crate) q: f64,
}

pub(crate) struct Counted {
    pub(crate) units: Vec<Unit>,
    /// Who takes part, and in how many units each is.
    pub(crate) names: BTreeMap<Name, usize>,
    /// Those who could, before `top`.
    pub(crate) candidates: usize,
    pub(crate) pairs: Vec<Pair>,
}

/// Slugs part names, kinds what shares a slug.
pub(crate) fn key(name: Name) -> (&'static str, EntityKind) {
    (WORLD[name].slug, WORLD[name].kind)
}

/// Whether the corpus knows somebody: the gazetteer does, or a document declares the name.
pub(crate) fn is_known(corpus: &Corpus, name: Name) -> bool {
    let declares = |document: &Document| {
        document.declared.contains(&name) || document.speech.is_some_and(|(speaker, _)| speaker == name)
    };
    WORLD[name].slug != UNRECORDED || corpus.documents.iter().any(declares)
}

fn documents(corpus: &Corpus) -> Vec<CountedDocument<'_>> {
    corpus.documents.iter().enumerate().map(|(number, document)| counted_document(corpus, number, document)).collect()
}

fn counted_document<'a>(corpus: &Corpus, number: usize, document: &'a Document) -> CountedDocument<'a> {
    let title = title_text(number, document);
    let is_topic = |name: &Name| WORLD[*name].kind == EntityKind::Topic;
    let named_in = |sentence: &Sentence| -> HashSet<Name> {
        let named = sentence.iter().filter_map(|piece| match piece {
            Piece::Named(name, _) => Some(*name),
            Piece::Word(_) => None,
        });
        named.filter(|name| is_known(corpus, *name)).collect()
    };
    let everything =
        || std::iter::once(&document.title).chain(document.blocks.iter().flat_map(|block| &block.sentences));
    let declared: HashSet<Name> =
        document.declared.iter().copied().chain(document.speech.map(|(speaker, _)| speaker)).collect();

    // The topics declared; where there are none, those whose keywords occur.
    let mut topics: HashSet<Name> = declared.iter().copied().filter(is_topic).collect();
    if topics.is_empty() {
        topics = everything().flat_map(named_in).filter(is_topic).collect();
    }
    let presence = |sentences: &[Sentence], more: &HashSet<Name>, has_words: bool| {
        let mut presence = Presence::default();
        for sentence in sentences {
            presence
                .named
                .extend(named_in(sentence).into_iter().filter(|name| !is_topic(name) || topics.contains(name)));
            for piece in sentence {
                if let (Piece::Word(word), true) = (piece, has_words) {
                    presence.words.insert(*word);
                }
            }
        }
        presence.named.extend(more);
        for person in presence.named.iter().filter(|name| WORLD[**name].kind == EntityKind::Person) {
            match document.speech {
                Some((speaker, party)) if speaker == *person => {
                    presence.parties_of_people.insert(party);
                }
                _ => presence.parties_of_people.extend(parties_on(*person, DATES[document.date])),
            }
        }
        presence
    };
    let none = HashSet::new();
    let has_words = !document.is_metadata;
    let mut passages: Vec<Passage> = Vec::new();
    for block in document.blocks.iter().filter(|block| block.shape != Shape::Heading) {
        let number = passages.len() as u32 + 1;
        let text = |sentence: &Sentence| if has_words { sentence_text(sentence) } else { String::new() };
        let sentences = block.sentences.iter().map(|sentence| Unit {
            presence: presence(std::slice::from_ref(sentence), &none, has_words),
            shown: (title.clone(), number, text(sentence)),
        });
        let shown = if has_words { block_text(block) } else { String::new() };
        let of_block = presence(&block.sentences, &none, has_words);
        passages.push(Passage {
            sentences: sentences.collect(),
            unit: Unit { presence: of_block.clone(), shown: (title.clone(), number, shown) },
            presence: of_block,
        });
    }
    let all: Vec<Sentence> = everything().cloned().collect();
    let mut whole = presence(&all, &declared.union(&topics).copied().collect(), has_words);
    // The title may always be read.
    whole.words.extend(presence(std::slice::from_ref(&document.title), &none, true).words);
    CountedDocument { document, unit: Unit { presence: whole, shown: (title, 0, String::new()) }, passages }
}

/// The units of the selection.
fn units(corpus: &Corpus, question: &Question) -> Vec<Unit> {
    let mut units = Vec::new();
    for document in documents(corpus) {
        let passages: Vec<&Passage> = match question.scope {
            "passage" => document
                .passages
                .iter()
                .filter(|passage| matches(corpus, question, &document, &passage.presence))
                .collect(),
            _ if matches(corpus, question, &document, &document.unit.presence) => document.passages.iter().collect(),
            _ => continue,
        };
        match question.unit {
            "document" if question.scope == "passage" && passages.is_empty() => {}
            "document" => units.push(document.unit.clone()),
            "passage" => units.extend(passages.iter().map(|passage| passage.unit.clone())),
            _ => units.extend(passages.iter().flat_map(|passage| passage.sentences.clone())),
        }
    }
    units
}

/// Whether a document, or a passage of it, meets filters, words and dates.
fn matches(corpus: &Corpus, question: &Question, document: &CountedDocument, presence: &Presence) -> bool {
    let has = |filter: &Filter| match filter.kind {
        EntityKind::Outlet => document.document.outlets.iter().any(|outlet| OUTLETS[*outlet].0 == filter.slug),
        EntityKind::Party => {
            let party = name_of(EntityKind::Party, filter.slug).expect("it stands in the list");
            let (named, people) = (presence.named.contains(&party), presence.parties_of_people.contains(&party));
            match question.party_as {
                "named" => named,
                "people" => people,
                _ => named || people,
            }
        }
        kind => presence.named.contains(&name_of(kind, filter.slug).expect("it stands in the list")),
    };
    // What the corpus does not know is set aside: an outlet is known once a document names it.
    let known = |filter: &&Filter| match filter.kind {
        EntityKind::Outlet => corpus
            .documents
            .iter()
            .any(|document| document.outlets.iter().any(|outlet| OUTLETS[*outlet].0 == filter.slug)),
        kind => is_known(corpus, name_of(kind, filter.slug).expect("it stands in the list")),
    };
    let filters: Vec<&Filter> = question.filters.iter().filter(known).collect();
    let kinds: HashSet<EntityKind> = filters.iter().map(|filter| filter.kind).collect();
    let chosen_match = kinds.iter().all(|kind| {
        let chosen: Vec<&&Filter> =
            filters.iter().filter(|filter| filter.kind == *kind && !filter.is_excluded).collect();
        let is_any = (*kind == EntityKind::Outlet) != question.switched.contains(kind);
        chosen.is_empty()
            || if is_any { chosen.iter().any(|filter| has(filter)) } else { chosen.iter().all(|filter| has(filter)) }
    });
    let excluded = filters.iter().any(|filter| filter.is_excluded && has(filter));
    let [lantern, kettle] = [0, 1].map(|word| presence.words.contains(&word));
    assert_eq!(WORDS, ["lantern", "kettle"], "the searches are written for these");
    let found = match question.search {
        "" => true,
        "lantern" => lantern,
        "lantern kettle" => lantern && kettle,
        "lantern OR kettle" => lantern || kettle,
        "lantern -kettle" => lantern && !kettle,
        "-lantern" => !lantern,
        other => panic!("no rule for {other}"),
    };
    let (written, first, last) = DATES[document.document.date];
    let dated = (question.from.is_empty() && question.to.is_empty())
        || (!written.is_empty()
            && (question.from.is_empty() || last >= first_day(question.from).as_str())
            && (question.to.is_empty() || first <= last_day(question.to).as_str()));
    chosen_match && !excluded && found && dated
}

/// Days as text: their order is that of time.
fn first_day(written: &str) -> String {
    format!("{written}{}", &"0000-01-01"[written.len()..])
}

/// No month is longer; comparing needs no calendar.
fn last_day(written: &str) -> String {
    format!("{written}{}", &"9999-12-31"[written.len()..])
}

/// Who takes part and is in a unit. A party is there where it is named, with `party-as=people` where its people are.
fn present(question: &Question, focus: Option<Name>, unit: &Unit) -> BTreeSet<Name> {
    let Presence { named, parties_of_people, .. } = &unit.presence;
    let is_there = |name: Name| match (WORLD[name].kind, question.party_as) {
        (EntityKind::Party, "people") => parties_of_people.contains(&name),
        _ => named.contains(&name),
    };
    let takes_part = |name: Name| question.kinds.contains(&WORLD[name].kind) || focus == Some(name);
    (0..WORLD.len()).filter(|name| takes_part(*name) && is_there(*name)).collect()
}

pub(crate) fn counted(corpus: &Corpus, question: &Question) -> Counted {
    let units = units(corpus, question);
    let focus = question.focus.filter(|focus| is_known(corpus, *focus));
    let sets: Vec<BTreeSet<Name>> = units.iter().map(|unit| present(question, focus, unit)).collect();
    // Who meets less than expected may never meet.
    let least = if question.show == "less" { 0 } else { question.min };

    let mut frequency: BTreeMap<Name, usize> = BTreeMap::new();
    // The one in the middle takes part though no unit names it.
    frequency.extend(focus.map(|focus| (focus, 0)));
    sets.iter().flatten().for_each(|name| *frequency.entry(*name).or_default() += 1);
    let meets_focus = |name: Name| {
        focus.is_none_or(|focus| focus == name || sets.iter().any(|set| set.contains(&focus) && set.contains(&name)))
    };
    let mut names: Vec<Name> = frequency.keys().copied().filter(|name| least == 0 || meets_focus(*name)).collect();
    let candidates = names.len();
    names.sort_by_key(|name| (Some(*name) != focus, std::cmp::Reverse(frequency[name]), key(*name)));
    names.truncate(question.top);

    let mut pairs = Vec::new();
    for first in &names {
        for second in names.iter().filter(|second| key(*first) < key(**second)) {
            let mut cells: [Vec<usize>; 4] = Default::default();
            for (unit, set) in sets.iter().enumerate() {
                let cell = match (set.contains(first), set.contains(second)) {
                    (true, true) => 0,
                    (true, false) => 1,
                    (false, true) => 2,
                    (false, false) => 3,
                };
                cells[cell].push(unit);
            }
            if cells[0].len() >= least {
                let counts = cells.each_ref().map(Vec::len);
                let counts = Cells { a: counts[0], b: counts[1], c: counts[2], d: counts[3] };
                let p = exact_p(&counts);
                pairs.push(Pair { first: *first, second: *second, units: cells, cells: counts, p, q: 1.0 });
            }
        }
    }
    let rates = false_discovery_rates(&pairs.iter().map(|pair| pair.p).collect::<Vec<_>>());
    pairs.iter_mut().zip(rates).for_each(|(pair, rate)| pair.q = rate);
    pairs.retain(|pair| focus.is_none_or(|focus| pair.first == focus || pair.second == focus));
    let pairs = match question.show {
        "less" => pairs.into_iter().filter(|pair| pair.cells.is_less_than_expected()).collect(),
        "backbone" => backbone(pairs),
        _ => pairs,
    };
    let names = names.into_iter().map(|name| (name, frequency[&name])).collect();
    Counted { units, names, candidates, pairs }
}

/// The disparity filter (Serrano, Boguñá & Vespignani 2009): an edge stays if, for one of its ends, the chance
/// (1 − w/s)^(k−1) of so large a share of its strength s, spread over its k edges at random, is below .05.
fn backbone(pairs: Vec<Pair>) -> Vec<Pair> {
    let met: Vec<(Name, Name, usize)> =
        pairs.iter().filter(|pair| pair.cells.a > 0).map(|pair| (pair.first, pair.second, pair.cells.a)).collect();
    let stands_out = |pair: &Pair, end: Name| {
        let of_end = met.iter().filter(|(first, second, _)| *first == end || *second == end);
        let weights: Vec<usize> = of_end.map(|(.., weight)| *weight).collect();
        if pair.cells.a == 0 || weights.len() < 2 {
            return false;
        }
        let share = pair.cells.a as f64 / weights.iter().sum::<usize>() as f64;
        (1.0 - share).powi(weights.len() as i32 - 1) < 0.05
    };
    let kept = |pair: &Pair| stands_out(pair, pair.first) || stands_out(pair, pair.second);
    let kept: Vec<bool> = pairs.iter().map(kept).collect();
    pairs.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(pair, _)| pair).collect()
}
