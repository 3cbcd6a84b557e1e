//! Facets of statements: the values of each key with the number of statements behind each, counted as those of documents are.

use super::{Sayings, links::verb_kind, slug_of_entity};
use crate::facets::FACET_ROWS;
use crate::language::wording;
use crate::order::first_by;
use crate::query::words::facet_label;
use crate::query::{Asked, FACETS, Query};
use crate::view::{Facet, FacetValue, ValueState};
use archive::{EntityId, EntityKind, StatementKind, StatementStatus, VerbKind};
use std::ops::Range;
use text::fold;

/// Values shown even when all are asked for.
const MOST_ROWS: usize = 1000;

/// The facets of statements: who speaks, of which party, on what, of whom, with which verb, in which manner, how sure.
pub(super) fn facets(sayings: &Sayings) -> Vec<Facet> {
    let mut facets = Vec::new();
    for key in Asked::ALL {
        let counts = sayings.counts(*key);
        let words = sayings.query.words;
        let mut facet = |label: &str, values: &[Range<u32>]| {
            let facet = sayings.facet(*key, label, values, &counts, ("", FACET_ROWS));
            if !facet.values.is_empty() {
                facets.push(facet);
            }
        };
        let of = |kind: EntityKind| sayings.archive.range_of(kind);
        let all = 0..counts.len() as u32;
        match key {
            Asked::Speaker => facet(words.say("Speakers"), &[all]),
            Asked::Party => facet(words.say("Speakers’ parties"), &[all]),
            Asked::About => {
                facet(words.say("On"), &[of(EntityKind::Topic)]);
                facet(words.say("Speaking of"), &sayings.spoken_of());
            }
            Asked::Verb => facet(words.say("Verbs"), &[all]),
            Asked::VerbKind => facet(words.say("What the verb does"), &[all]),
            Asked::Kind => facet(words.say("Quoted or paraphrased"), &[all]),
            Asked::Status => facet(words.say("How sure"), &[all]),
        }
    }
    facets
}

/// One facet with all its values whose names hold the letters of `needle`. `None` if `key` asks nothing of statements.
pub(crate) fn whole(sayings: &Sayings, key: &str, needle: &str) -> Option<Facet> {
    let key = Asked::from_word(key)?;
    let counts = sayings.counts(key);
    let mut values: Vec<Range<u32>> = std::iter::once(0..counts.len() as u32).collect();
    if key == Asked::About {
        values = sayings.spoken_of();
        values.push(sayings.archive.range_of(EntityKind::Topic));
    }
    Some(sayings.facet(
        key,
        facet_label(sayings.query.words, EntityKind::Person),
        &values,
        &counts,
        (needle, MOST_ROWS),
    ))
}

impl Sayings<'_> {
    /// The values that names of people, parties, organisations and places stand for.
    fn spoken_of(&self) -> Vec<Range<u32>> {
        let kinds = FACETS.iter().filter(|kind| !matches!(kind, EntityKind::Topic | EntityKind::Outlet));
        kinds.map(|kind| self.archive.range_of(crate::cooccurrence::kind_in_pairs(*kind, self.query))).collect()
    }

    /// For every value of a key the statements that carry it under all that is asked otherwise; where all chosen values
    /// must be carried, under those too.
    fn counts(&self, key: Asked) -> Vec<u32> {
        let length = match key {
            Asked::Speaker | Asked::Party | Asked::About => self.archive.values(),
            Asked::Verb => self.verbs.len(),
            Asked::VerbKind => VerbKind::ALL.len(),
            Asked::Kind => StatementKind::ALL.len(),
            Asked::Status => StatementStatus::ALL.len(),
        };
        let mut counts = vec![0_u32; length];
        let (own, test) = (1_u8 << (key as u8), &self.tests[key as usize]);
        let mut carried: Vec<u32> = Vec::new();
        for (said, failed) in self.all.iter().zip(&self.failed) {
            if failed & !own != 0 {
                continue;
            }
            carried.clear();
            self.each_value(key, said, &mut |value| carried.push(value));
            let meets = |value: u32| {
                *failed == 0 && test.all
                    || carried.iter().all(|other| *other == value || !test.excluded.contains(other))
                        && (!test.all || test.chosen.iter().all(|chosen| *chosen == value || carried.contains(chosen)))
            };
            for value in carried.iter().filter(|value| meets(**value)) {
                if let Some(count) = counts.get_mut(*value as usize) {
                    *count += 1;
                }
            }
        }
        counts
    }

    fn facet(
        &self,
        key: Asked,
        label: &str,
        values: &[Range<u32>],
        counts: &[u32],
        (needle, rows): (&str, usize),
    ) -> Facet {
        let test = &self.tests[key as usize];
        let needle = fold(needle.trim());
        // What was chosen stands first, then what was excluded.
        let rank = |value: &u32| match () {
            () if test.chosen.contains(value) => u32::MAX,
            () if test.excluded.contains(value) => u32::MAX - 1,
            () => counts[*value as usize],
        };
        let is_named = |value: &u32| key != Asked::Verb || !self.verbs[*value as usize].is_empty();
        let fits = |value: &u32| needle.is_empty() || fold(&self.label(key, *value)).contains(&needle);
        let all = values.iter().cloned().flatten();
        let shown: Vec<u32> = all.filter(|value| rank(value) > 0 && is_named(value) && fits(value)).collect();
        let total = shown.len();
        let rows = rows.max(test.chosen.len() + test.excluded.len());
        let shown = first_by(shown, rows, rank, |one, other| {
            counts[*other as usize]
                .cmp(&counts[*one as usize])
                .then_with(|| self.word(key, *one).cmp(&self.word(key, *other)))
        });
        Facet {
            key: key.word().to_owned(),
            label: label.to_owned(),
            mode: Vec::new(),
            values: shown.into_iter().map(|value| self.value(key, value, counts[value as usize])).collect(),
            total,
        }
    }

    fn value(&self, key: Asked, value: u32, count: u32) -> FacetValue {
        let (archive, test) = (self.archive, &self.tests[key as usize]);
        let (chosen, excluded) = (test.chosen.contains(&value), test.excluded.contains(&value));
        let (word, label) = (self.word(key, value), self.label(key, value));
        let entity = self.entity(key, value);
        let hint = entity.map_or("", |entity| archive.name(entity));
        let changed = |change: &dyn Fn(&mut crate::query::Filter)| {
            self.query.link(|query: &mut Query| change(query.asked_mut(key)))
        };
        FacetValue {
            hint: if hint == label { String::new() } else { hint.to_owned() },
            colour: entity.map_or("", |entity| archive.colour(entity)).to_owned(),
            state: match () {
                () if chosen => ValueState::Chosen,
                () if excluded => ValueState::Excluded,
                () => ValueState::Free,
            },
            count: count as usize,
            only: changed(&|filter| {
                if !test.all {
                    filter.chosen.clear();
                }
                filter.choose(&word);
            }),
            toggle: changed(&|filter| match chosen || excluded {
                true => filter.release(&word),
                false => filter.choose(&word),
            }),
            exclude: changed(&|filter| filter.exclude(&word)),
            parts: Vec::new(),
            slug: word,
            label,
        }
    }

    fn entity(&self, key: Asked, value: u32) -> Option<EntityId> {
        matches!(key, Asked::Speaker | Asked::Party | Asked::About).then_some(EntityId(value))
    }

    /// A value as it stands in the address.
    pub(crate) fn word(&self, key: Asked, value: u32) -> String {
        match self.entity(key, value) {
            Some(entity) => slug_of_entity(self.archive, key, entity),
            None => self.raw(key, value).to_owned(),
        }
    }

    /// A value in words.
    pub(crate) fn label(&self, key: Asked, value: u32) -> String {
        match (self.entity(key, value), key) {
            (Some(entity), _) => self.archive.label(entity).to_owned(),
            (None, Asked::Verb) => self.raw(key, value).replace('-', " "),
            (None, _) => self.query.words.text(self.named(key, value as usize)),
        }
    }

    /// A value of those that this program names.
    fn named(&self, key: Asked, at: usize) -> &'static str {
        match key {
            Asked::VerbKind => VerbKind::ALL.get(at).map_or("", |kind| verb_kind(*kind)),
            Asked::Kind => StatementKind::ALL.get(at).map_or("", |kind| kind_words(*kind)),
            _ => StatementStatus::ALL.get(at).map_or("", |status| match status {
                StatementStatus::Stated => wording("stated"),
                StatementStatus::Likely => wording("likely"),
                StatementStatus::Unresolved => wording("unresolved"),
                StatementStatus::Corrected => wording("corrected"),
            }),
        }
    }

    fn raw(&self, key: Asked, value: u32) -> &str {
        let at = value as usize;
        match key {
            Asked::Verb => self.verbs.get(at).copied().unwrap_or_default(),
            Asked::VerbKind => VerbKind::ALL.get(at).map_or("", |kind| kind.word()),
            Asked::Kind => StatementKind::ALL.get(at).map_or("", |kind| kind.word()),
            _ => StatementStatus::ALL.get(at).map_or("", |status| status.word()),
        }
    }
}

pub(crate) fn kind_words(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Quote => wording("quoted"),
        StatementKind::Reported => wording("paraphrased"),
        StatementKind::Mixed => wording("quoted in part"),
    }
}
