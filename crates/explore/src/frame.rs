//! What stands round the main region: what is selected, the views, the scope, the switch of keys, the corpus about itself.

use crate::language::wording;
use crate::plan::{self, Plan, short};
use crate::query::{FACETS, Keys, Language, PartyAs, Query, Scope, Unit, ViewName, words};
use crate::statements;
use crate::view::{About, Chip, Choice, Tongue};
use archive::Archive;
use graph::association::Measure;

/// The switch of single keys, in force while they work: speech and slips of the hand press them too.
pub(crate) fn keys(query: &Query) -> Choice {
    let (current, label, turned) = match query.keys {
        Keys::On => (true, query.words.say("Switch single keys off"), Keys::Off),
        Keys::Off => (false, query.words.say("Switch single keys on"), Keys::On),
    };
    let turned = Query { keys: turned, ..query.clone() };
    Choice { label: label.to_owned(), href: turned.to_url(), current }
}

pub(crate) fn notes(query: &Query) -> Choice {
    let current = query.view == ViewName::Notes;
    Choice {
        label: query.words.say("Your notes").to_owned(),
        href: query.link(|query| query.view = ViewName::Notes),
        current,
    }
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
    let words = query.words;
    let mut chips = Vec::new();
    let mut chip = |text: String, key: &str, remove: String| chips.push(Chip { text, key: key.to_owned(), remove });
    if !query.q.trim().is_empty() {
        let said = words::search(words, &plan.search);
        chip(if said.is_empty() { short(&query.q) } else { said }, "q", query.link(|query| query.q.clear()));
    }
    for (kind, filter) in FACETS.iter().zip(&plan.filters) {
        for (values, is_chosen) in [(&filter.chosen, true), (&filter.excluded, false)] {
            for value in values {
                let (slug, label) = (archive.slug(*value), archive.label(*value));
                let text = if is_chosen { label.to_owned() } else { words.fill("not {}", &[label]) };
                chip(text, kind.word(), query.link(|query| query.filter_mut(*kind).release(slug)));
            }
        }
        if filter.any && filter.chosen.len() > 1 && query.filter(*kind).switched {
            let any = words.fill("any of these {}", &[words::kind_names(words, *kind)]);
            chip(any, kind.word(), query.link(|query| query.filter_mut(*kind).switched = false));
        }
    }
    let party_as = match query.party_as {
        PartyAs::Either => None,
        PartyAs::Named => Some(words.say("parties as named")),
        PartyAs::People => Some(words.say("parties by their people")),
    };
    if let Some(said) = party_as {
        chip(said.to_owned(), "party-as", query.link(|query| query.party_as = PartyAs::Either));
    }
    if let Some(from) = &query.from {
        let date = words::written_date_words(words, from);
        chip(words.fill("from {}", &[&date]), "from", query.link(|query| query.from = None));
    }
    if let Some(to) = &query.to {
        let date = words::written_date_words(words, to);
        chip(words.fill("until {}", &[&date]), "to", query.link(|query| query.to = None));
    }
    if let Some(inside) = &query.outside {
        let (inner, _) = plan::plan(archive, inside);
        let text = words.fill("not among {}", &[&words::selection(archive, words, inside, &inner)]);
        chip(text, "outside", query.link(|query| query.outside = None));
    }
    if query.scope == Scope::Passage {
        chip(words.say("together in one passage").to_owned(), "in", query.link(|query| query.scope = Scope::Document));
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
    let words = query.words;
    vec![
        choice(words.say("anywhere in a document"), Scope::Document),
        choice(words.say("together in one passage"), Scope::Passage),
    ]
}

pub(crate) fn tabs(query: &Query) -> Vec<Choice> {
    let names = [
        (ViewName::Documents, wording("Documents")),
        (ViewName::Timeline, wording("Timeline")),
        (ViewName::Network, wording("Network")),
        (ViewName::Matrix, wording("Matrix")),
        (ViewName::Pairs, wording("Pairs")),
        (ViewName::Statements, wording("Statements")),
        (ViewName::Concordance, wording("Concordance")),
        (ViewName::Compare, wording("Compare")),
        (ViewName::Batch, wording("List")),
    ];
    let choice = |view: ViewName, label: &str| Choice {
        label: query.words.say(label).to_owned(),
        href: query.link(|query| query.view = view),
        current: query.view == view,
    };
    names.iter().map(|(view, label)| choice(*view, label)).collect()
}

pub(crate) fn about(archive: &Archive, query: &Query) -> About {
    let words = query.words;
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
            "" => words.say("By rules of the program, not by a person. Not evaluated.").to_owned(),
            measured => words.fill("By rules of the program, not by a person. {}", &[measured]),
        },
        method: fact("method"),
        language: fact("language"),
        counts: vec![
            words::units(words, Unit::Document, archive.documents()),
            words::units(words, Unit::Passage, archive.passages()),
            words::units(words, Unit::Sentence, archive.sentences()),
        ],
        fingerprint: archive.fingerprint(),
        program: fact("program"),
        translation: match query.language {
            Language::English => String::new(),
            _ => words.say("This translation needs the review of a speaker.").to_owned(),
        },
    }
}
