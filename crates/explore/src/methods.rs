//! What was counted and how, in words: each measure in a sentence, and a paragraph to cite.

use crate::cooccurrence::Counted;
use crate::query::words::{count, facet_label, grouped, list};
use crate::query::{Query, Show, Tie, Unit};
use crate::view::Explained;
use archive::Archive;
use graph::association::Measure;

/// Every measure in a plain sentence with its formula.
pub(crate) fn explained(query: &Query) -> Vec<Explained> {
    let one = |measure: &Measure| Explained {
        label: measure.label().to_owned(),
        sentence: measure.sentence().to_owned(),
        formula: measure.formula().to_owned(),
        current: *measure == query.measure,
    };
    Measure::ALL.iter().map(one).collect()
}

/// A paragraph to cite: unit, kinds, measure, thresholds, selection, n of N, corpus, program, address.
pub(crate) fn methods(archive: &Archive, query: &Query, counted: &Counted) -> String {
    let kinds: Vec<String> = query.kinds.iter().map(|kind| facet_label(*kind).to_ascii_lowercase()).collect();
    let which = match query.show {
        Show::All => String::new(),
        Show::Less => ", those that meet in fewer units than expected (a < f1·f2/N)".to_owned(),
        Show::Backbone => ", those of the backbone (disparity filter, alpha < 0.05; Serrano et al. 2009)".to_owned(),
    };
    let measure = match query.measure {
        Measure::Count => "the joint count".to_owned(),
        measure => format!("{} ({})", measure.label(), measure.formula()),
    };
    let least = match query.show {
        // Whatever the threshold says, who never meets is counted among them.
        Show::Less => String::new(),
        _ => format!(", with a joint count of at least {}", query.min),
    };
    let selection = if query.selects() { "the selection of the address below" } else { "the whole corpus" };
    let title = match archive.about("title") {
        "" => "untitled".to_owned(),
        title => format!("“{title}”"),
    };
    let kinds = list(&kinds, "and");
    let counted_units = count(counted.units, query.unit_word());
    let what = match query.tie {
        Tie::Named => {
            format!(
                "Co-occurrence of {kinds} named in the same {}, by presence, over {}",
                query.unit.word(),
                counted_units
            )
        }
        Tie::About => format!(
            "Directed ties of {kinds}: the first speaks a statement whose words name the second, over {counted_units} with \
             a known speaker (recognised by rules)"
        ),
    };
    format!(
        "{what} of {selection} ({} documents in all). \
         {}{which}, of the {} most frequent names{least}; ordered by {measure}. \
         p: one-sided exact test (hypergeometric); q: Benjamini–Hochberg over all {} counted{}. \
         Corpus {title}, edition {}. {}. {}",
        grouped(archive.documents()),
        count(counted.pairs.len(), "pair"),
        counted.entities.len(),
        count(counted.tested.len(), "pair"),
        if query.unit == Unit::Document && query.tie == Tie::Named { "" } else { ", descriptive for this unit" },
        archive.fingerprint(),
        archive.about("program"),
        query.to_url(),
    )
}
