//! What was counted and how, in words: each measure in a sentence, and a paragraph to cite.

use crate::cooccurrence::Counted;
use crate::language::{Words, wording};
use crate::query::words::{counted as number_counted, kinds, pairs as number_of_pairs, parted, unit_name};
use crate::query::{Query, Show, Tie, Unit};
use crate::view::Explained;
use archive::Archive;
use graph::association::Measure;

/// A measure by name.
pub(crate) fn measure_name(words: Words, measure: Measure) -> &'static str {
    words.say(measure.label())
}

/// Every measure in a plain sentence with its formula.
pub(crate) fn explained(query: &Query) -> Vec<Explained> {
    let words = query.words;
    let one = |measure: &Measure| Explained {
        label: measure_name(words, *measure).to_owned(),
        sentence: words.text(measure.sentence()),
        formula: words.text(measure.formula()),
        current: *measure == query.measure,
    };
    Measure::ALL.iter().map(one).collect()
}

/// A paragraph to cite: unit, kinds, measure, thresholds, selection, n of N, corpus, program, address.
pub(crate) fn methods(archive: &Archive, query: &Query, counted: &Counted) -> String {
    let words = query.words;
    let (kinds, units) = (kinds(query), number_counted(query, counted.units));
    let what = match query.tie {
        Tie::Named => words.fill(
            "Co-occurrence of {} named in the same {}, by presence, over {}",
            &[&kinds, unit_name(words, query.unit), &units],
        ),
        Tie::About => words.fill(
            "Directed ties of {}: the first speaks a statement whose words name the second, over {} with a known \
             speaker (recognised by rules)",
            &[&kinds, &units],
        ),
    };
    let all = words.number(archive.documents());
    let over = match query.selects() {
        true => wording("{} of the selection of the address below ({} documents in all)."),
        false => wording("{} of the whole corpus ({} documents in all)."),
    };
    let (pairs, names) = (number_of_pairs(words, counted.pairs.len()), counted.entities.len().to_string());
    let measure = match query.measure {
        Measure::Count => words.text("the joint count"),
        measure => words.fill("{} ({})", &[measure_name(words, measure), words.say(measure.formula())]),
    };
    let which = match query.show {
        Show::All => wording("{}, of the {} most frequent names, with a joint count of at least {}; ordered by {}."),
        // Whatever the threshold says, who never meets is counted among them.
        Show::Less => wording(
            "{}, those that meet in fewer units than expected (a < f1·f2/N), of the {} most frequent names; ordered by \
             {3}.",
        ),
        Show::Backbone => wording(
            "{}, those of the backbone (disparity filter, alpha < 0.05; Serrano et al. 2009), of the {} most frequent \
             names, with a joint count of at least {}; ordered by {}.",
        ),
    };
    let tested = number_of_pairs(words, counted.tested.len());
    let tests = match query.unit == Unit::Document && query.tie == Tie::Named {
        true => wording("p: one-sided exact test (hypergeometric); q: Benjamini–Hochberg over all {} counted."),
        false => wording(
            "p: one-sided exact test (hypergeometric); q: Benjamini–Hochberg over all {} counted, descriptive for this \
             unit.",
        ),
    };
    let title = match archive.about("title") {
        "" => words.text("untitled"),
        title => words.fill("“{}”", &[title]),
    };
    let least = query.min.to_string();
    let sentences = [
        words.fill(over, &[&what, &all]),
        words.fill(which, &[&pairs, &names, &least, &measure]),
        words.fill(tests, &[&tested]),
        words.fill(
            "Corpus {}, edition {}. {}. {}",
            &[&title, &archive.fingerprint(), archive.about("program"), &query.to_url()],
        ),
    ];
    parted(&sentences, " ")
}
