//! Reporting verbs compared: how often each is used of everyone, and of those who speak most.

use super::Sayings;
use crate::order::first_by;
use crate::query::{Asked, Query};
use crate::view::{Part, VerbRow, VerbTable};

const VERBS: usize = 12;
const SPEAKERS: usize = 5;

/// Verbs by speakers, over the statements listed.
pub(super) fn table(sayings: &Sayings) -> VerbTable {
    let count = |key: Asked, length: usize| {
        let mut counts = vec![0_u32; length];
        for said in sayings.listed() {
            sayings.each_value(key, said, &mut |value| counts[value as usize] += 1);
        }
        counts
    };
    let first = |key: Asked, counts: &[u32], most: usize| {
        let values = (0..counts.len() as u32)
            .filter(|value| counts[*value as usize] > 0 && !sayings.word(key, *value).is_empty());
        let number = |value: &u32| counts[*value as usize];
        first_by(values.collect(), most, number, |one, other| sayings.word(key, *one).cmp(&sayings.word(key, *other)))
    };
    let of_verbs = count(Asked::Verb, sayings.verbs.len());
    let of_speakers = count(Asked::Speaker, sayings.archive.values());
    let verbs = first(Asked::Verb, &of_verbs, VERBS);
    let speakers = first(Asked::Speaker, &of_speakers, SPEAKERS);
    let mut cells = vec![0_usize; verbs.len() * speakers.len()];
    for said in sayings.listed() {
        let speaker = said.it.speaker.and_then(|speaker| speakers.iter().position(|known| *known == speaker.0));
        let verb = verbs.iter().position(|verb| sayings.verbs[*verb as usize] == said.it.verb);
        if let (Some(speaker), Some(verb)) = (speaker, verb) {
            cells[verb * speakers.len() + speaker] += 1;
        }
    }
    let part = |verb: Option<u32>, speaker: Option<u32>, label: String, count: usize| Part {
        label,
        count,
        href: sayings.query.link(|query: &mut Query| {
            for (key, value) in [(Asked::Verb, verb), (Asked::Speaker, speaker)] {
                if let Some(value) = value {
                    query.asked_mut(key).chosen = vec![sayings.word(key, value)];
                }
            }
        }),
    };
    let row = |(at, verb): (usize, &u32)| VerbRow {
        all: part(Some(*verb), None, sayings.label(Asked::Verb, *verb), of_verbs[*verb as usize] as usize),
        cells: speakers
            .iter()
            .enumerate()
            .map(|(column, speaker)| {
                part(Some(*verb), Some(*speaker), String::new(), cells[at * speakers.len() + column])
            })
            .collect(),
    };
    VerbTable {
        rows: verbs.iter().enumerate().map(row).collect(),
        speakers: speakers
            .iter()
            .map(|speaker| {
                let label = sayings.label(Asked::Speaker, *speaker);
                part(None, Some(*speaker), label, of_speakers[*speaker as usize] as usize)
            })
            .collect(),
    }
}
