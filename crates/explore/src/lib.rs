//! Query → View: start here. Pure and total: no clock, no chance, no failure; what cannot be understood becomes a notice.

mod cooccurrence;
mod documents;
mod drawings;
mod editions;
mod entity;
mod evidence;
pub mod export;
mod facets;
mod frame;
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
mod ranking;
mod reader;
mod search;
mod select;
mod set;
mod statements;
mod timeline;
mod to_come;
mod told;
mod tools;
pub mod view;

pub use cooccurrence::{Chance, Counted, CountedPair, value};
pub use drawings::layout;
pub use facets::FACET_ROWS;
pub use graph::layout::Layout;
pub use numbers::{Numbers, StrongPair, first_documents, numbers, strongest_pairs};
pub use query::{
    Asked, CONTEXT, Cell, FACETS, Filter, Frame, Keys, Language, MOST_CONTEXT, PartyAs, Query, Scope, Show, Sort, Sure,
    TOP, Tie, Unit, ViewName,
};

use archive::{Archive, DocumentId, EntityId, StatementId, Want};
use frame::{about, chips, cleared, keys, languages, notes, scope, tabs};
use language::wording;
use plan::{Plan, plan, short};
use query::words;
use select::{Found, Selection, Without, select};
use set::Set;
use statements::Sayings;
use view::{Facet, Link, Main, Notice, Search, View};

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
        let answer = Answer { plan, notices, found, selection };
        to_come::ask(archive, query, &answer);
        answer
    }
}

/// The whole screen for a query. Of an archive in parts it names those that it wants: where texts are missing it shows "…", and
/// where words are missing it says that it is counting, and shows no number.
pub fn view(archive: &Archive, query: &Query) -> View {
    screen(archive, query, apart)
}

/// The same, without the main region of the views that a program of their own draws: `Main::Apart` stands there, and `tool`
/// gives it. Whoever calls this alone does not link them.
pub fn view_apart(archive: &Archive, query: &Query) -> View {
    screen(archive, query, |_, _, _| Main::Apart)
}

/// The main region that `view_apart` leaves out; `None` of every other, and while words of the search are still to come.
pub fn tool(archive: &Archive, query: &Query) -> Option<Main> {
    tool_and_wants(archive, query).map(|(main, _)| main)
}

/// The same with the parts of the archive that it wants, which `View::wants` of `view_apart` does not name.
pub fn tool_and_wants(archive: &Archive, query: &Query) -> Option<(Main, Vec<Want>)> {
    let archive = &archive.clone();
    let answer = is_tool(archive, query).then(|| Answer::of(archive, query)).filter(|_| archive.wants().is_empty())?;
    let query = quotation::found_again(archive, query, &mut Vec::new());
    let main = captioned(archive, &query, &answer, to_come::counted(archive, &query, apart(archive, &query, &answer)));
    Some((main, archive.wants()))
}

/// The main region of the views that the page leaves to another program.
fn apart(archive: &Archive, query: &Query, answer: &Answer) -> Main {
    let Answer { plan, found, selection, .. } = answer;
    match query.view {
        ViewName::Pairs => Main::Pairs(pairs::pairs(archive, query, &cooccurrence::count(archive, query, selection))),
        ViewName::Statements => Main::Statements(statements::statements(archive, query, plan, found, selection)),
        ViewName::Entity => match entity_in_focus(archive, query) {
            Some(focus) => Main::Entity(entity::entity(archive, query, plan, found, selection, focus)),
            None => Main::Absent(query.words.text("No name was asked for.")),
        },
        _ => tools::main(archive, query, answer),
    }
}

fn entity_in_focus(archive: &Archive, query: &Query) -> Option<EntityId> {
    let focus = query.focus.as_deref().and_then(|slug| cooccurrence::value_of_slug(archive, query, slug));
    focus.map(|focus| archive.entity_of(focus))
}

/// Whether the page leaves the main region to another program: neither the reader nor the evidence of a pair comes first.
fn is_tool(archive: &Archive, query: &Query) -> bool {
    let is_known = |slug: &str| cooccurrence::value_of_slug(archive, query, slug).is_some();
    query.view.is_apart()
        && query.document.as_ref().is_none_or(|id| archive.document(id).is_none())
        && !query.pair.as_ref().is_some_and(|(first, second)| is_known(first) && is_known(second))
}

fn screen(archive: &Archive, query: &Query, tools: fn(&Archive, &Query, &Answer) -> Main) -> View {
    // A clone notes anew what is asked for in vain.
    let archive = &archive.clone();
    let mut answer = Answer::of(archive, query);
    answer.notices.extend(language::missing(query));
    if !archive.wants().is_empty() {
        return counting(archive, query, &answer.plan, answer.notices);
    }
    let Answer { plan, found, selection, .. } = &answer;
    let mut notices = answer.notices.clone();
    let query = &quotation::found_again(archive, query, &mut notices);
    let counter = facets::Counter::new(archive, query, plan, found, selection);
    let without_dates = match plan.window {
        Some(_) => select(archive, plan, found, Without::Dates).documents,
        None => selection.documents.clone(),
    };
    let main = main(archive, query, &answer, &without_dates, &mut notices, tools);
    let main = captioned(archive, query, &answer, to_come::counted(archive, query, main));
    let facets = counter.facets();
    let summary = query.words.count_of(
        selection.documents.count(),
        archive.documents(),
        "{} of {} document",
        "{} of {} documents",
    );
    let shown = View {
        notices,
        questions: questions::questions(archive, query, &facets),
        facets,
        dates: timeline::dates(archive, query, Some(&without_dates)),
        ..framed(archive, query, plan, main, summary)
    };
    View { share: share(archive, query), wants: archive.wants(), ..shown }
}

/// The screen while the words of a search are still to come.
fn counting(archive: &Archive, query: &Query, plan: &Plan, notices: Vec<Notice>) -> View {
    let main = Main::Absent(query.words.text("What this search needs is being fetched."));
    let summary = query.words.text("Counting …");
    View { notices, wants: archive.wants(), ..framed(archive, query, plan, main, summary) }
}

/// A screen without anything that is counted but what `main` holds.
fn framed(archive: &Archive, query: &Query, plan: &Plan, main: Main, summary: String) -> View {
    let heading = heading(archive, query, &main, &words::selection(archive, query.words, query, plan));
    View {
        address: query.to_url(),
        share: query.shared(&archive.fingerprint()),
        title: title(archive, query, &heading),
        summary,
        heading,
        notices: Vec::new(),
        search: Search { text: query.q.clone(), kept: searched(query) },
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

/// The region with how much was selected in its caption.
fn captioned(archive: &Archive, query: &Query, answer: &Answer, mut main: Main) -> Main {
    if let Some(caption) = caption(&mut main) {
        let selected = words::of_all(answer.selection.documents.count(), archive, query, &answer.plan);
        caption.push_str(if caption.is_empty() { "" } else { " " });
        caption.push_str(&query.words.fill("Selected: {}.", &[&selected]));
    }
    main
}

/// Where a chart or table says what it counted; the concordance, the comparison and the list say it themselves.
fn caption(main: &mut Main) -> Option<&mut String> {
    match main {
        Main::Timeline(timeline) => Some(&mut timeline.caption),
        Main::Network(network) => Some(&mut network.settings.caption),
        Main::Matrix(matrix) => Some(&mut matrix.settings.caption),
        Main::Pairs(pairs) => Some(&mut pairs.settings.caption),
        Main::Statements(statements) => Some(&mut statements.summary),
        Main::Entity(entity) => Some(&mut entity.caption),
        _ => None,
    }
}

/// What a search keeps: the order goes, since the usual one depends on the words, but for one of lines.
fn searched(query: &Query) -> Vec<view::Field> {
    let of_lines = query.sort.is_some_and(Sort::is_of_lines);
    timeline::kept(query, if of_lines { &["q"] } else { &["q", "sort"] })
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
    let facet = match Asked::from_word(key) {
        Some(_) => statements::whole(&Sayings::of(archive, query, &selection), key, needle),
        None => facets::Counter::new(archive, query, &plan, &found, &selection).whole(key, needle),
    };
    facet.filter(|_| !archive.lacks_numbers())
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
    notices.append(&mut told::notices(archive, query));
    let words = query.words;
    let mut notice = |text: String, way_out: &str, href: String| {
        notices.push(Notice { text, way_out: Some(Link { text: way_out.to_owned(), href }), more: Vec::new() });
    };
    let is_known = |slug: &str| cooccurrence::value_of_slug(archive, query, slug).is_some();
    if let Some(id) = query.document.as_ref().filter(|id| archive.document(id).is_none()) {
        let text = words.fill("“{}” is no document of this corpus.", &[&short(id)]);
        notice(text, words.say("Back to the list"), query.link(|_| ()));
    }
    if let Some((first, second)) = query.pair.as_ref().filter(|(first, second)| !is_known(first) || !is_known(second)) {
        let text = words.fill("“{}” and “{}” are not both names of this corpus.", &[&short(first), &short(second)]);
        notice(text, words.say("Back to the list"), query.link(|_| ()));
    }
    if let Some(focus) = query.focus.as_ref().filter(|focus| !is_known(focus)) {
        let text = words.fill("“{}” is no name of this corpus; the focus was set aside.", &[&short(focus)]);
        notice(text, words.say("Take it out"), query.link(|query| query.focus = None));
    }
    notices
}

fn main(
    archive: &Archive,
    query: &Query,
    answer: &Answer,
    without_dates: &Set,
    notices: &mut Vec<Notice>,
    tools: fn(&Archive, &Query, &Answer) -> Main,
) -> Main {
    let Answer { plan, found, selection, .. } = answer;
    notices.extend(unknown_names(archive, query));
    if let Some(document) = query.document.as_ref().and_then(|id| archive.document(id)) {
        let order = documents::order(archive, query, found, &selection.documents);
        let passages = archive.passages_of(document).len();
        if query.at.is_some_and(|at| at as usize > passages) {
            let passages = words::units(query.words, Unit::Passage, passages);
            let text = query.words.fill("This document has {}; the link points beyond them.", &[&passages]);
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
        ViewName::Matrix => Main::Matrix(drawings::matrix(archive, query, &count())),
        ViewName::Notes => Main::Notes,
        _ => tools(archive, query, answer),
    }
}

fn heading(archive: &Archive, query: &Query, main: &Main, selected: &str) -> String {
    let mut capital = selected.to_owned();
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    match main {
        Main::Reader(reader) => reader.title.iter().map(|segment| segment.text.as_str()).collect(),
        Main::Evidence(evidence) => evidence.heading.clone(),
        Main::Documents(_) | Main::Absent(_) => capital,
        Main::Notes => query.words.text("Your notes"),
        Main::Timeline(_) => query.words.fill("{}, over time", &[&capital]),
        // Of the views drawn apart the query alone says which it is.
        _ if query.view == ViewName::Entity => match entity_in_focus(archive, query) {
            Some(focus) => archive.name(focus).to_owned(),
            None => capital,
        },
        _ => {
            let (what, what_of) = match query.view {
                ViewName::Statements => (wording("Who said what"), wording("Who said what in {}")),
                ViewName::Concordance => {
                    (wording("Every place line by line"), wording("Every place line by line in {}"))
                }
                ViewName::Compare => (wording("Two selections compared"), wording("Two selections compared: {}")),
                ViewName::Batch => (wording("A list looked up"), wording("A list looked up in {}")),
                _ if query.tie == Tie::About => {
                    (wording("Who speaks about whom"), wording("Who speaks about whom in {}"))
                }
                _ => (wording("Who is named with whom"), wording("Who is named with whom in {}")),
            };
            query.words.fill(if query.selects() { what_of } else { what }, &[selected])
        }
    }
}

fn title(archive: &Archive, query: &Query, heading: &str) -> String {
    match archive.about("title") {
        "" => heading.to_owned(),
        title => query.words.fill("{} · {}", &[heading, title]),
    }
}
