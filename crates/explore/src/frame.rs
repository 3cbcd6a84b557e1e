//! What stands round the main region: what is selected, the views, the scope, the switch of keys, the corpus about itself.

use crate::plan::{self, Plan, short};
use crate::query::{FACETS, Keys, Language, PartyAs, Query, Scope, Unit, ViewName, words};
use crate::statements;
use crate::view::{About, Chip, Choice, Tongue};
use archive::Archive;
use graph::association::Measure;

/// The switch of single keys, in force while they work: speech and slips of the hand press them too.
pub(crate) fn keys(query: &Query) -> Choice {
    let (current, label, turned) = match query.keys {
        Keys::On => (true, "Switch single keys off", Keys::Off),
        Keys::Off => (false, "Switch single keys on", Keys::On),
    };
    let turned = Query { keys: turned, ..query.clone() };
    Choice { label: label.to_owned(), href: turned.to_url(), current }
}

pub(crate) fn notes(query: &Query) -> Choice {
    let current = query.view == ViewName::Notes;
    Choice { label: "Your notes".to_owned(), href: query.link(|query| query.view = ViewName::Notes), current }
}

/// The languages of the page's own words, each by its own name.
pub(crate) fn languages(query: &Query) -> Vec<Tongue> {
    let tongue = |language: &Language| Tongue {
        tag: language.word().to_owned(),
        name: match language {
            Language::English => "English",
            Language::Maori => "Te reo Māori",
        }
        .to_owned(),
        href: Query { language: *language, ..query.clone() }.to_url(),
        current: *language == query.language,
    };
    Language::ALL.iter().map(tongue).collect()
}

/// The query without its filters; how things are shown stays.
pub(crate) fn cleared(query: &Query) -> Query {
    Query {
        view: query.view,
        unit: query.unit,
        measure: query.measure,
        kinds: query.kinds.clone(),
        min: query.min,
        top: query.top,
        tie: query.tie,
        context: query.context,
        with: query.with.clone(),
        list: query.list.clone(),
        focus: query.focus.clone().filter(|_| query.view == ViewName::Entity),
        unknown: query.unknown.clone(),
        ..query.bare()
    }
}

pub(crate) fn chips(archive: &Archive, query: &Query, plan: &Plan) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut chip = |text: String, key: &str, remove: String| chips.push(Chip { text, key: key.to_owned(), remove });
    if !query.q.trim().is_empty() {
        let said = words::search(&plan.search);
        chip(if said.is_empty() { short(&query.q) } else { said }, "q", query.link(|query| query.q.clear()));
    }
    for (kind, filter) in FACETS.iter().zip(&plan.filters) {
        for (values, not) in [(&filter.chosen, ""), (&filter.excluded, "not ")] {
            for value in values {
                let slug = archive.slug(*value);
                chip(
                    format!("{not}{}", archive.label(*value)),
                    kind.word(),
                    query.link(|query| query.filter_mut(*kind).release(slug)),
                );
            }
        }
        if filter.any && filter.chosen.len() > 1 && query.filter(*kind).switched {
            let words = format!("any of these {}", words::facet_label(*kind).to_ascii_lowercase());
            chip(words, kind.word(), query.link(|query| query.filter_mut(*kind).switched = false));
        }
    }
    let party_as = match query.party_as {
        PartyAs::Either => None,
        PartyAs::Named => Some("parties as named"),
        PartyAs::People => Some("parties by their people"),
    };
    if let Some(words) = party_as {
        chip(words.to_owned(), "party-as", query.link(|query| query.party_as = PartyAs::Either));
    }
    if let Some(from) = &query.from {
        chip(format!("from {}", words::written_date_words(from)), "from", query.link(|query| query.from = None));
    }
    if let Some(to) = &query.to {
        chip(format!("until {}", words::written_date_words(to)), "to", query.link(|query| query.to = None));
    }
    if let Some(inside) = &query.outside {
        let (inner, _) = plan::plan(archive, inside);
        let text = format!("not among {}", words::selection(archive, inside, &inner));
        chip(text, "outside", query.link(|query| query.outside = None));
    }
    if query.scope == Scope::Passage {
        chip("together in one passage".to_owned(), "in", query.link(|query| query.scope = Scope::Document));
    }
    if query.shows_statements() {
        chips.append(&mut statements::chips(archive, query));
    }
    chips
}

pub(crate) fn scope(query: &Query) -> Vec<Choice> {
    let choice = |label: &str, scope: Scope| Choice {
        label: label.to_owned(),
        href: query.link(|query| query.scope = scope),
        current: query.scope == scope,
    };
    vec![choice("anywhere in a document", Scope::Document), choice("together in one passage", Scope::Passage)]
}

pub(crate) fn tabs(query: &Query) -> Vec<Choice> {
    let names = [
        (ViewName::Documents, "Documents"),
        (ViewName::Timeline, "Timeline"),
        (ViewName::Network, "Network"),
        (ViewName::Matrix, "Matrix"),
        (ViewName::Pairs, "Pairs"),
        (ViewName::Statements, "Statements"),
        (ViewName::Concordance, "Concordance"),
        (ViewName::Compare, "Compare"),
        (ViewName::Batch, "List"),
    ];
    let choice = |view: ViewName, label: &str| Choice {
        label: label.to_owned(),
        href: query.link(|query| query.view = view),
        current: query.view == view,
    };
    names.iter().map(|(view, label)| choice(*view, label)).collect()
}

pub(crate) fn about(archive: &Archive, query: &Query) -> About {
    let fact = |key: &str| archive.about(key).to_owned();
    let start = Query {
        view: ViewName::from_word(archive.about("view")).unwrap_or_default(),
        unit: Unit::from_word(archive.about("unit")).unwrap_or_default(),
        measure: Measure::parse(archive.about("measure")).unwrap_or(Measure::Count),
        ..query.bare()
    };
    About {
        title: fact("title"),
        start: start.to_url(),
        description: fact("description"),
        publisher: fact("publisher"),
        url: fact("url"),
        licence: fact("licence"),
        credits: fact("credits"),
        evaluation: match archive.about("evaluation") {
            "" => "By rules of the program, not by a person. Not evaluated.".to_owned(),
            measured => ["By rules of the program, not by a person. ", measured].concat(),
        },
        method: fact("method"),
        language: fact("language"),
        counts: vec![
            words::count(archive.documents(), "document"),
            words::count(archive.passages(), "passage"),
            words::count(archive.sentences(), "sentence"),
        ],
        fingerprint: archive.fingerprint(),
        program: fact("program"),
    }
}
