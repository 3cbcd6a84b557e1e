//! What is asked of every peer, from one seed: filter states as a walk of clicks, a brush, text queries, pairs.

use crate::chance::Chance;
use crate::contents::slug;
use crate::corpus::{Corpus, DAYS, FIRST_DAY, KINDS, VALUES};
use archive::date::{Precision, written};
use std::collections::HashMap;

const STATES: usize = 200;
const BRUSH_STEPS: i32 = 120;
const QUERIES: usize = 200;
const PAIRS: usize = 50;
const GLOBAL_PAIRS: usize = 10;

#[derive(Clone, Default)]
pub(crate) struct State {
    pub(crate) values: Vec<u16>,
    pub(crate) window: Option<(i32, i32)>,
}

/// Words that must all stand in a document; the last may only begin one.
pub(crate) struct Search {
    pub(crate) kind: &'static str,
    pub(crate) words: Vec<String>,
    pub(crate) prefix: bool,
}

/// Two hundred states: each walk chooses one to three values, one a facet, six in ten of them among the twenty most frequent
/// that a visitor sees, the others from a document at hand; a fifth of the states has a window of dates.
pub(crate) fn states(corpus: &Corpus) -> Vec<State> {
    let mut chance = Chance(11);
    let mut states = Vec::new();
    while states.len() < STATES {
        let (mut state, mut left) = (State::default(), (0..KINDS.len()).collect::<Vec<_>>());
        for _ in 0..1 + chance.below(3) {
            let (kind, seen) = (left.swap_remove(chance.below(left.len())), selected(corpus, &state));
            let start: usize = KINDS[..kind].iter().map(|(_, many)| many).sum();
            let range = start..start + KINDS[kind].1;
            let value = if chance.below(10) < 6 { from_top(corpus, &seen, range.clone(), &mut chance) } else { None };
            let document = |chance: &mut Chance| {
                let values = &corpus.documents[*seen.get(chance.below(seen.len()))?].values;
                values.iter().copied().find(|value| range.contains(&usize::from(*value)))
            };
            let Some(value) = value.or_else(|| (0..20).find_map(|_| document(&mut chance))) else { break };
            state.values.push(value);
            let mut told = state.clone();
            if chance.below(100) < 19 {
                let length = 30 + chance.below(700);
                let first = FIRST_DAY + chance.below(DAYS - length) as i32;
                told.window = Some((first, first + length as i32 - 1));
            }
            states.push(told);
        }
    }
    states.truncate(STATES);
    states
}

/// One year that moves by twenty days.
pub(crate) fn brush() -> Vec<State> {
    let window = |step: i32| Some((FIRST_DAY + step * 20, FIRST_DAY + step * 20 + 364));
    (0..BRUSH_STEPS).map(|step| State { values: Vec::new(), window: window(step) }).collect()
}

/// A fourth each: a word, two words of one document, the beginning of a word, a word with the beginning of another.
pub(crate) fn searches(corpus: &Corpus) -> Vec<Search> {
    let mut chance = Chance(13);
    let mut one = |at: usize| {
        let document = &corpus.documents[chance.below(corpus.documents.len())];
        let text: Vec<String> = corpus.text(document).into_iter().map(|paragraph| paragraph.text).collect();
        let words: Vec<String> = text.join(" ").split(' ').map(str::to_ascii_lowercase).collect();
        let mut word = || words[chance.below(words.len())].clone();
        let (first, second) = (word(), word());
        let start = |word: &str| word[..word.len().min(4)].to_owned();
        match at % 4 {
            0 => Search { kind: "word", words: vec![first], prefix: false },
            1 => Search { kind: "two words", words: vec![first, second], prefix: false },
            2 => Search { kind: "prefix", words: vec![start(&first)], prefix: true },
            _ => Search { kind: "word and prefix", words: vec![first, start(&second)], prefix: true },
        }
    };
    (0..QUERIES).map(|at| one(at)).collect()
}

/// Ten times the whole corpus, then forty filter states that leave some hundreds of documents or more.
pub(crate) fn pairs(corpus: &Corpus, states: &[State]) -> Vec<State> {
    let least = (corpus.documents.len() / 300).max(20);
    let broad = states.iter().filter(|state| {
        let many = selected(corpus, state).len();
        many >= least && many <= corpus.documents.len() / 5
    });
    let mut filtered: Vec<State> = broad.cloned().collect();
    let length = filtered.len().max(1);
    while filtered.len() < PAIRS - GLOBAL_PAIRS && !filtered.is_empty() {
        filtered.push(filtered[filtered.len() - length].clone());
    }
    filtered.truncate(PAIRS - GLOBAL_PAIRS);
    std::iter::repeat_n(State::default(), GLOBAL_PAIRS).chain(filtered).collect()
}

/// A network as the page would draw it: the most frequent names and their strongest pairs, four a name.
pub(crate) fn network(corpus: &Corpus, nodes: usize) -> Vec<(u32, u32, u32)> {
    let mut frequency: Vec<(u32, u16)> = (0..VALUES as u16).map(|value| (0, value)).collect();
    corpus.documents.iter().flat_map(|document| &document.values).for_each(|v| frequency[usize::from(*v)].0 += 1);
    frequency.sort_by_key(|(count, value)| (std::cmp::Reverse(*count), *value));
    let node: HashMap<u16, u32> =
        frequency.iter().take(nodes).enumerate().map(|(node, (_, value))| (*value, node as u32)).collect();
    let mut met: HashMap<(u32, u32), u32> = HashMap::new();
    for document in &corpus.documents {
        let mut present: Vec<u32> = document.values.iter().filter_map(|value| node.get(value).copied()).collect();
        present.sort_unstable();
        for (at, second) in present.iter().enumerate() {
            present[..at].iter().for_each(|first| *met.entry((*first, *second)).or_default() += 1);
        }
    }
    let singles: Vec<f64> = frequency.iter().take(nodes).map(|(count, _)| f64::from(*count).max(1.0)).collect();
    // By cosine, so that communities show, not only the frequent.
    let mut edges: Vec<(f64, u32, u32, u32)> = met
        .into_iter()
        .map(|((one, other), count)| {
            let strength = f64::from(count) / (singles[one as usize] * singles[other as usize]).sqrt();
            (strength, one, other, count)
        })
        .collect();
    edges.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    edges.into_iter().take(nodes * 4).map(|(_, one, other, count)| (one, other, count)).collect()
}

/// The address that asks the product for a state.
pub(crate) fn address(state: &State) -> String {
    let mut keys: Vec<String> = state
        .values
        .iter()
        .map(|value| {
            let (kind, slug) = slug(usize::from(*value));
            format!("{}={slug}", kind.word())
        })
        .collect();
    if let Some((first, last)) = state.window {
        keys.push(format!("from={}", written(first, Precision::Day)));
        keys.push(format!("to={}", written(last, Precision::Day)));
    }
    keys.join("&")
}

/// The documents of a state, the slow and obvious way.
fn selected(corpus: &Corpus, state: &State) -> Vec<usize> {
    let fits = |at: &usize| {
        let document = &corpus.documents[*at];
        state.values.iter().all(|value| document.values.binary_search(value).is_ok())
            && state.window.is_none_or(|(first, last)| (first..=last).contains(&document.day))
    };
    (0..corpus.documents.len()).filter(fits).collect()
}

fn from_top(corpus: &Corpus, seen: &[usize], range: std::ops::Range<usize>, chance: &mut Chance) -> Option<u16> {
    let mut counts = vec![0_u32; range.len()];
    for value in seen.iter().flat_map(|document| &corpus.documents[*document].values) {
        if let Some(count) = usize::from(*value).checked_sub(range.start).and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    let mut order: Vec<usize> = (0..counts.len()).filter(|at| counts[*at] > 0).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(counts[*at]), *at));
    order.truncate(20);
    (!order.is_empty()).then(|| (range.start + order[chance.below(order.len())]) as u16)
}
