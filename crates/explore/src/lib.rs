//! Query → View: start here. Pure and total: no clock, no chance, no failure; what cannot be understood becomes a notice.

mod cooccurrence;
mod documents;
mod drawings;
mod editions;
mod entity;
mod evidence;
pub mod export;
mod facets;
pub mod language;
mod marks;
mod methods;
mod number;
mod numbers;
mod order;
mod pairs;
mod plan;
mod query;
mod questions;
mod quotation;
mod reader;
mod search;
mod select;
mod set;
mod statements;
mod timeline;
pub mod view;

pub use cooccurrence::{Chance, Counted, CountedPair, value};
pub use drawings::layout;
pub use facets::FACET_ROWS;
pub use graph::layout::Layout;
pub use numbers::{Numbers, numbers};
pub use query::{
    Asked, Cell, FACETS, Filter, Frame, Keys, Language, PartyAs, Query, Scope, Show, Sort, Sure, TOP, Tie, Unit,
    ViewName,
};

use archive::{Archive, BlockId, DocumentId, StatementId};
use graph::association::Measure;
use plan::{Plan, plan, short};
use query::words;
use quotation::Place;
use select::{Found, Selection, Without, select};
use set::Set;
use statements::Sayings;
use view::{About, Chip, Choice, Facet, Link, Main, Notice, Search, Tongue, View};

/// What every answer begins with: names made numbers, words found, documents and passages selected.
struct Answer {
    plan: Plan,
    notices: Vec<Notice>,
    found: Found,
    selection: Selection,
}

impl Answer {
    fn of(archive: &Archive, query: &Query) -> Answer {
        let (plan, notices) = plan(archive, query);
        let found = Found::of(archive, &plan);
        let selection = select(archive, &plan, &found, Without::Nothing);
        Answer { plan, notices, found, selection }
    }
}

/// The whole screen for a query. Of an archive in parts it names those that it wants: where texts are missing it shows "…", and
/// where words are missing it says that it is counting, and shows no number.
pub fn view(archive: &Archive, query: &Query) -> View {
    // A clone notes anew what is asked for in vain.
    let archive = &archive.clone();
    let Answer { plan, mut notices, found, selection } = Answer::of(archive, query);
    if !archive.wants().is_empty() {
        return counting(archive, query, &plan, notices);
    }
    let query = &found_again(archive, query, &mut notices);
    let counter = facets::Counter::new(archive, query, &plan, &found, &selection);
    let without_dates = match plan.window {
        Some(_) => select(archive, &plan, &found, Without::Dates).documents,
        None => selection.documents.clone(),
    };
    let main = main(archive, query, &plan, &found, &selection, &without_dates, &mut notices);
    let facets = counter.facets();
    let summary =
        format!("{} of {}", words::grouped(selection.documents.count()), words::count(archive.documents(), "document"));
    let shown = View {
        notices,
        questions: questions::questions(archive, query, &facets),
        facets,
        dates: timeline::dates(archive, query, Some(&without_dates)),
        ..framed(archive, query, &plan, main, summary)
    };
    View { share: share(archive, query), wants: archive.wants(), ..shown }
}

/// The screen while the words of a search are still to come.
fn counting(archive: &Archive, query: &Query, plan: &Plan, notices: Vec<Notice>) -> View {
    let main = Main::Absent("What this search needs is being fetched.".to_owned());
    View { notices, wants: archive.wants(), ..framed(archive, query, plan, main, "Counting …".to_owned()) }
}

/// A screen without anything that is counted but what `main` holds.
fn framed(archive: &Archive, query: &Query, plan: &Plan, main: Main, summary: String) -> View {
    let heading = heading(query, &main, &words::selection(archive, query, plan));
    View {
        address: query.to_url(),
        share: query.shared(&archive.fingerprint()),
        title: title(archive, &heading),
        summary,
        heading,
        notices: Vec::new(),
        search: Search { text: query.q.clone(), kept: timeline::kept(query, &["q", "sort"]) },
        chips: chips(archive, query, plan),
        clear: (query.selects() || query.shows_statements() && query.asks()).then(|| cleared(query).to_url()),
        scope: scope(query),
        questions: Vec::new(),
        facets: Vec::new(),
        dates: timeline::dates(archive, query, None),
        tabs: tabs(query),
        main,
        about: about(archive, query),
        embedded: query.frame == Frame::Embedded,
        keys: keys(query),
        notes: notes(query),
        languages: languages(query),
        wants: Vec::new(),
    }
}

fn notes(query: &Query) -> Choice {
    let current = query.view == ViewName::Notes;
    Choice { label: "Your notes".to_owned(), href: query.link(|query| query.view = ViewName::Notes), current }
}

/// The languages of the page's own words, each by its own name.
fn languages(query: &Query) -> Vec<Tongue> {
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

/// The switch of single keys, in force while they work: speech and slips of the hand press them too.
fn keys(query: &Query) -> Choice {
    let (current, label, turned) = match query.keys {
        Keys::On => (true, "Switch single keys off", Keys::Off),
        Keys::Off => (false, "Switch single keys on", Keys::On),
    };
    let turned = Query { keys: turned, ..query.clone() };
    Choice { label: label.to_owned(), href: turned.to_url(), current }
}

/// The address to pass on.
fn share(archive: &Archive, query: &Query) -> String {
    let document = query.document.as_ref().and_then(|id| archive.document(id));
    let quotation = document.zip(query.at).and_then(|(document, at)| quotation::quotation(archive, document, at));
    Query { quotation, ..query.clone() }.shared(&archive.fingerprint())
}

/// One facet whole: all its values whose names hold the letters of `needle`, up to a thousand. `None` if `key` is no facet, or
/// nothing can be counted yet.
pub fn whole_facet(archive: &Archive, query: &Query, key: &str, needle: &str) -> Option<Facet> {
    let archive = &archive.clone();
    let Answer { plan, found, selection, .. } = Answer::of(archive, query);
    if !archive.wants().is_empty() {
        return None;
    }
    if Asked::from_word(key).is_some() {
        return statements::whole(&Sayings::of(archive, query, &selection), key, needle);
    }
    facets::Counter::new(archive, query, &plan, &found, &selection).whole(key, needle)
}

/// The selected documents in the order of the query: for the command and for exports.
pub fn selected_documents(archive: &Archive, query: &Query) -> Vec<DocumentId> {
    let Answer { found, selection, .. } = Answer::of(archive, query);
    documents::order(archive, query, &found, &selection.documents)
}

/// The statements of the selected passages that are asked for, in the order of the documents' dates: for the command.
pub fn selected_statements(archive: &Archive, query: &Query) -> Vec<StatementId> {
    let selection = Answer::of(archive, query).selection;
    Sayings::of(archive, query, &selection).listed().map(|said| said.number).collect()
}

/// Every pair that the query counts, in its order.
pub fn counted_pairs(archive: &Archive, query: &Query) -> Counted {
    cooccurrence::count(archive, query, &Answer::of(archive, query).selection)
}

/// What the visitor should know about a query, as the View's notices say it: for the command.
pub fn notices(archive: &Archive, query: &Query) -> Vec<Notice> {
    let (_, mut notices) = plan(archive, query);
    notices.extend(unknown_names(archive, query));
    notices
}

/// Names of the address that lead nowhere: a document, a pair, a focus.
fn unknown_names(archive: &Archive, query: &Query) -> Vec<Notice> {
    let mut notices: Vec<Notice> = editions::notice(archive, query).into_iter().collect();
    notices.append(&mut statements::notices(archive, query));
    let mut notice = |text: String, way_out: &str, href: String| {
        notices.push(Notice { text, way_out: Some(Link { text: way_out.to_owned(), href }), more: Vec::new() });
    };
    let is_known = |slug: &str| cooccurrence::value_of_slug(archive, query, slug).is_some();
    if let Some(id) = query.document.as_ref().filter(|id| archive.document(id).is_none()) {
        notice(format!("“{}” is no document of this corpus.", short(id)), "Back to the list", query.link(|_| ()));
    }
    if let Some((first, second)) = query.pair.as_ref().filter(|(first, second)| !is_known(first) || !is_known(second)) {
        let text = format!("“{}” and “{}” are not both names of this corpus.", short(first), short(second));
        notice(text, "Back to the list", query.link(|_| ()));
    }
    if let Some(focus) = query.focus.as_ref().filter(|focus| !is_known(focus)) {
        let text = format!("“{}” is no name of this corpus; the focus was set aside.", short(focus));
        notice(text, "Take it out", query.link(|query| query.focus = None));
    }
    notices
}

fn main(
    archive: &Archive,
    query: &Query,
    plan: &Plan,
    found: &Found,
    selection: &Selection,
    without_dates: &Set,
    notices: &mut Vec<Notice>,
) -> Main {
    notices.extend(unknown_names(archive, query));
    if let Some(document) = query.document.as_ref().and_then(|id| archive.document(id)) {
        let order = documents::order(archive, query, found, &selection.documents);
        let passages = archive.passages_of(document).len();
        if query.at.is_some_and(|at| at as usize > passages) {
            let text = format!("This document has {}; the link points beyond them.", words::count(passages, "passage"));
            notices.push(Notice { text, way_out: None, more: Vec::new() });
        }
        return Main::Reader(reader::reader(archive, query, plan, document, &order));
    }
    if let Some(evidence) = evidence::evidence(archive, query, plan, selection) {
        return Main::Evidence(evidence);
    }
    let count = || cooccurrence::count(archive, query, selection);
    match query.view {
        ViewName::Documents => Main::Documents(documents::documents(archive, query, plan, found, &selection.documents)),
        ViewName::Timeline => Main::Timeline(timeline::timeline(archive, query, without_dates)),
        ViewName::Network => Main::Network(drawings::network(archive, query, &count())),
        ViewName::Pairs => Main::Pairs(pairs::pairs(archive, query, &count())),
        ViewName::Matrix => Main::Matrix(drawings::matrix(archive, query, &count())),
        ViewName::Statements => Main::Statements(statements::statements(archive, query, plan, found, selection)),
        ViewName::Notes => Main::Notes,
        ViewName::Entity => {
            let focus = query.focus.as_deref().and_then(|slug| cooccurrence::value_of_slug(archive, query, slug));
            match focus.map(|focus| archive.entity_of(focus)) {
                Some(focus) => Main::Entity(entity::entity(archive, query, plan, found, selection, focus)),
                None => Main::Absent("No name was asked for.".to_owned()),
            }
        }
    }
}

/// The query at the passage that it quotes, wherever that stands now.
fn found_again(archive: &Archive, query: &Query, notices: &mut Vec<Notice>) -> Query {
    let mut query = query.clone();
    let document = query.document.as_ref().and_then(|id| archive.document(id));
    // Where its text is still to come, it is looked for when that is here.
    let document = document.filter(|document| archive.is_here(BlockId(archive.blocks_of(*document).start)));
    if let (Some(document), Some(at), Some(quoted)) = (document, query.at, query.quotation.take()) {
        let text = match quotation::place(archive, document, at, &quoted) {
            Place::Same => return query,
            Place::Moved(now) => {
                query.at = Some(now);
                format!("The passage this link points to was number {at}; it is number {now} now.")
            }
            Place::Gone => {
                query.at = None;
                format!("The passage this link points to is not in this document any more: “{}”.", short(&quoted))
            }
        };
        notices.push(Notice { text, way_out: None, more: Vec::new() });
    }
    query
}

fn heading(query: &Query, main: &Main, selected: &str) -> String {
    let mut capital = selected.to_owned();
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    match main {
        Main::Reader(reader) => reader.title.iter().map(|segment| segment.text.as_str()).collect(),
        Main::Evidence(evidence) => evidence.heading.clone(),
        Main::Entity(entity) => entity.name.clone(),
        Main::Notes => "Your notes".to_owned(),
        Main::Network(_) | Main::Matrix(_) | Main::Pairs(_) | Main::Statements(_) => {
            let what = match main {
                Main::Statements(_) => "Who said what",
                _ if query.tie == Tie::About => "Who speaks about whom",
                _ => "Who is named with whom",
            };
            if query.selects() { format!("{what} in {selected}") } else { what.to_owned() }
        }
        Main::Timeline(_) => format!("{capital}, over time"),
        Main::Documents(_) | Main::Absent(_) => capital,
    }
}

fn title(archive: &Archive, heading: &str) -> String {
    match archive.about("title") {
        "" => heading.to_owned(),
        title => format!("{heading} · {title}"),
    }
}

/// The query without its filters; how things are shown stays.
fn cleared(query: &Query) -> Query {
    Query {
        view: query.view,
        unit: query.unit,
        measure: query.measure,
        kinds: query.kinds.clone(),
        min: query.min,
        top: query.top,
        tie: query.tie,
        focus: query.focus.clone().filter(|_| query.view == ViewName::Entity),
        unknown: query.unknown.clone(),
        ..query.bare()
    }
}

fn chips(archive: &Archive, query: &Query, plan: &Plan) -> Vec<Chip> {
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
    if query.scope == Scope::Passage {
        chip("together in one passage".to_owned(), "in", query.link(|query| query.scope = Scope::Document));
    }
    if query.shows_statements() {
        chips.append(&mut statements::chips(archive, query));
    }
    chips
}

fn scope(query: &Query) -> Vec<Choice> {
    let choice = |label: &str, scope: Scope| Choice {
        label: label.to_owned(),
        href: query.link(|query| query.scope = scope),
        current: query.scope == scope,
    };
    vec![choice("anywhere in a document", Scope::Document), choice("together in one passage", Scope::Passage)]
}

fn tabs(query: &Query) -> Vec<Choice> {
    let names = [
        (ViewName::Documents, "Documents"),
        (ViewName::Timeline, "Timeline"),
        (ViewName::Network, "Network"),
        (ViewName::Matrix, "Matrix"),
        (ViewName::Pairs, "Pairs"),
        (ViewName::Statements, "Statements"),
    ];
    let choice = |view: ViewName, label: &str| Choice {
        label: label.to_owned(),
        href: query.link(|query| query.view = view),
        current: query.view == view,
    };
    names.iter().map(|(view, label)| choice(*view, label)).collect()
}

fn about(archive: &Archive, query: &Query) -> About {
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
