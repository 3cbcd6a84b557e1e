//! Ranked pairs, and what all drawings of pairs share: links, ends, settings.

use crate::cooccurrence::{Chance, Counted, CountedPair, slug_of_value, value, value_of_slug};
use crate::documents::pages;
use crate::export::{choices, limits};
use crate::language::wording;
use crate::methods::{explained, measure_name, methods};
use crate::number::thousandths;
use crate::order::sort_by_key;
use crate::query::words::{
    counted as number_counted, kind_names, kinds as kinds_of, pairs as number_of_pairs, unit_name, unit_names,
    units as number_of_units,
};
use crate::query::{Cell, FACETS, Query, Show, Tie, Unit, ViewName};
use crate::statements::Cells;
use crate::timeline::kept;
use crate::view::{Chip, Choice, Empty, Link, NameOption, PairEnd, PairRow, PairSettings, Pairs, Part};
use archive::{Archive, EntityId};
use graph::association::Measure;

const PAIRS_A_PAGE: usize = 50;

/// The link that lists the units of a pair's cell.
pub(crate) fn evidence_link(query: &Query, (first, second): (&str, &str), cell: Cell) -> String {
    let (first, second) = (first.to_owned(), second.to_owned());
    // Slugs stand in order in the address; the cells keep their meaning.
    let (pair, cell) = match (first <= second, cell) {
        (true, cell) => ((first, second), cell),
        (false, Cell::First) => ((second, first), Cell::Second),
        (false, Cell::Second) => ((second, first), Cell::First),
        (false, cell) => ((second, first), cell),
    };
    query.link(|query| (query.pair, query.cell) = (Some(pair), cell))
}

/// The link that lists the statements of a directed pair's cell.
pub(crate) fn statements_link(
    archive: &Archive,
    query: &Query,
    (first, second): (EntityId, EntityId),
    cell: Cell,
) -> String {
    let (by, about) = match cell {
        Cell::Both => (true, true),
        Cell::First => (true, false),
        Cell::Second => (false, true),
        Cell::Neither => (false, false),
    };
    Cells { by: (first, by), about: (second, about) }.link(archive, query)
}

/// "Chris Hipkins and Christopher Luxon: 12 passages".
pub(crate) fn pair_label(archive: &Archive, query: &Query, pair: &CountedPair) -> String {
    let label = if query.tie == Tie::About { wording("{} about {}: {}") } else { wording("{} and {}: {}") };
    let units = number_counted(query, pair.table.a as usize);
    query.words.fill(label, &[archive.label(pair.first), archive.label(pair.second), &units])
}

/// One end of a pair: its name leads to it and its neighbours.
pub(crate) fn end(archive: &Archive, query: &Query, counted: &Counted, entity: EntityId) -> PairEnd {
    PairEnd {
        kind: archive.kind_of(archive.entity_of(entity)),
        label: archive.label(entity).to_owned(),
        colour: counted.colour(archive, entity).to_owned(),
        href: focus_link(archive, query, entity),
    }
}

/// The link that puts an entity in the middle.
pub(crate) fn focus_link(archive: &Archive, query: &Query, entity: EntityId) -> String {
    query.link(|query| query.focus = Some(slug_of_value(archive, query, entity)))
}

/// The ranked pairs, one page of them.
pub(crate) fn pairs(archive: &Archive, query: &Query, counted: &Counted) -> Pairs {
    let (range, pages) = pages(query, counted.pairs.len(), PAIRS_A_PAGE);
    let chances = counted.chances();
    let chance = |pair: &CountedPair| chances.get(pair.test).copied().flatten();
    let rows = counted.pairs[range].iter().map(|pair| row(archive, query, counted, pair, chance(pair)));
    Pairs {
        measure: if query.measure == Measure::Count {
            String::new()
        } else {
            measure_name(query.words, query.measure).to_owned()
        },
        rows: rows.collect(),
        settings: settings(archive, query, counted),
        pages,
        empty: empty(query, counted),
    }
}

pub(crate) fn probability(p: f64) -> String {
    match p {
        p if p < 0.001 => "< 0.001".to_owned(),
        p => thousandths(p),
    }
}

fn row(archive: &Archive, query: &Query, counted: &Counted, pair: &CountedPair, chance: Option<Chance>) -> PairRow {
    let (first, second) = (slug_of_value(archive, query, pair.first), slug_of_value(archive, query, pair.second));
    let href = |cell: Cell| match query.tie {
        Tie::About => statements_link(archive, query, (pair.first, pair.second), cell),
        Tie::Named => evidence_link(query, (&first, &second), cell),
    };
    let part = |entity: EntityId, count: u32, cell: Cell| Part {
        label: match (query.tie, cell) {
            (Tie::About, Cell::First) => query.words.fill("{} about others", &[archive.label(entity)]),
            (Tie::About, _) => query.words.fill("others about {}", &[archive.label(entity)]),
            (Tie::Named, _) => query.words.fill("only {}", &[archive.label(entity)]),
        },
        count: count as usize,
        href: href(cell),
    };
    PairRow {
        first: end(archive, query, counted, pair.first),
        second: end(archive, query, counted, pair.second),
        count: pair.table.a as usize,
        href: href(Cell::Both),
        first_only: part(pair.first, pair.table.b, Cell::First),
        second_only: part(pair.second, pair.table.c, Cell::Second),
        value: match query.measure {
            Measure::Count => String::new(),
            measure => value(measure, &pair.table).map_or_else(String::new, thousandths),
        },
        p: chance.map_or_else(String::new, |chance| probability(chance.p)),
        q: chance.map_or_else(String::new, |chance| probability(chance.q)),
        is_single: pair.table.a == 1,
    }
}

/// The settings of every drawing of pairs.
pub(crate) fn settings(archive: &Archive, query: &Query, counted: &Counted) -> PairSettings {
    let words = query.words;
    let choice = |label: &str, current: bool, href: String| Choice { label: label.to_owned(), href, current };
    let units = Unit::ALL
        .iter()
        .map(|unit| choice(unit_names(words, *unit), query.unit == *unit, query.link(|query| query.unit = *unit)));
    let units = match query.tie {
        Tie::Named => units.collect(),
        Tie::About => vec![choice(words.say("statements"), true, query.link(|_| ()))],
    };
    let ties = [(Tie::Named, words.say("named together")), (Tie::About, words.say("one speaks about the other"))];
    let ties = ties.map(|(tie, label)| choice(label, query.tie == tie, query.link(|query| query.tie = tie)));
    let measures = Measure::ALL.iter().map(|measure| {
        let label = measure_name(words, *measure);
        choice(label, query.measure == *measure, query.link(|query| query.measure = *measure))
    });
    let shows = [
        (Show::All, words.say("all pairs")),
        (Show::Less, words.say("fewer than expected")),
        (Show::Backbone, words.say("the backbone")),
    ];
    let shows = shows.map(|(show, label)| choice(label, query.show == show, query.link(|query| query.show = show)));
    let focus = query.focus.as_deref().and_then(|slug| value_of_slug(archive, query, slug)).map(|focus| Chip {
        text: archive.name(focus).to_owned(),
        key: "focus".to_owned(),
        remove: query.link(|query| query.focus = None),
    });
    let mut files = vec![
        (words.say("Pairs as CSV"), "pairs.csv"),
        (words.say("Names as CSV"), "names.csv"),
        ("GEXF", "network.gexf"),
        ("GraphML", "network.graphml"),
    ];
    // These two are of the picture itself; the page makes them.
    if query.view == ViewName::Network {
        files.extend([("SVG", "network.svg"), ("PNG", "network.png")]);
    }
    PairSettings {
        current: current(query),
        ties: ties.to_vec(),
        units,
        measures: measures.collect(),
        shows: shows.to_vec(),
        kinds: kinds(query),
        min: query.min,
        top: query.top,
        kept: kept(query, &["min", "top"]),
        caption: caption(archive, query, counted),
        // The caption has said how much was counted.
        notes: limits(query, counted).into_iter().skip(1).collect(),
        // Those that a name speaks or is spoken of in are no one list of statements.
        focus_units: focus.as_ref().filter(|_| query.tie == Tie::Named).and_then(|_| counted.entities.first()).map(
            |(focus, count)| {
                let slug = slug_of_value(archive, query, *focus);
                Part {
                    label: words.fill(
                        "{} naming {}",
                        &[&number_of_units(words, query.unit, *count as usize), archive.label(*focus)],
                    ),
                    count: *count as usize,
                    href: evidence_link(query, (&slug, &slug), Cell::Both),
                }
            },
        ),
        focus,
        names: names(archive, query, counted),
        names_kept: kept(query, &["focus"]),
        explained: explained(query),
        methods: methods(archive, query, counted),
        files: choices("", &files),
    }
}

fn current(query: &Query) -> String {
    let words = query.words;
    let unit = match query.tie {
        Tie::Named => unit_names(words, query.unit),
        Tie::About => words.say("statements"),
    };
    let measure = match query.measure {
        Measure::Count => words.say("count"),
        measure => measure_name(words, measure),
    };
    let current = match query.show {
        Show::All => wording("Counted in {}, between {}, ordered by {}"),
        Show::Less => wording("Counted in {}, between {}, ordered by {}, fewer than expected"),
        Show::Backbone => wording("Counted in {}, between {}, ordered by {}, the backbone"),
    };
    words.fill(current, &[unit, &kinds_of(query), measure])
}

fn kinds(query: &Query) -> Vec<Choice> {
    let offered = FACETS.iter().filter(|kind| crate::query::takes_part(**kind));
    let choice = |kind: &archive::EntityKind| Choice {
        label: kind_names(query.words, *kind).to_owned(),
        href: query.link(|query| {
            let others: Vec<_> = query.kinds.iter().copied().filter(|other| other != kind).collect();
            if others.len() == query.kinds.len() {
                let at = query.kinds.partition_point(|other| other < kind);
                query.kinds.insert(at, *kind);
            } else if !others.is_empty() {
                query.kinds = others;
            }
        }),
        current: query.kinds.contains(kind),
    };
    offered.map(choice).collect()
}

/// Everyone who takes part, by name.
fn names(archive: &Archive, query: &Query, counted: &Counted) -> Vec<NameOption> {
    let mut entities: Vec<EntityId> = counted.entities.iter().map(|(entity, _)| *entity).collect();
    sort_by_key(&mut entities, |entity| text::fold(archive.sort_name(*entity)));
    let option = |entity: EntityId| NameOption {
        slug: slug_of_value(archive, query, entity),
        label: archive.label(entity).to_owned(),
    };
    entities.into_iter().map(option).collect()
}

fn caption(archive: &Archive, query: &Query, counted: &Counted) -> String {
    let words = query.words;
    let taking = if counted.entities.len() < counted.candidates {
        words.fill(
            "the {} most frequent of {} names",
            &[&words.number(counted.entities.len()), &words.number(counted.candidates)],
        )
    } else {
        words.count(counted.entities.len(), "{} name", "{} names")
    };
    let what = match query.tie {
        Tie::Named => words
            .fill("Named in the same {}, which says nothing of how they are related", &[unit_name(words, query.unit)]),
        Tie::About => words.text("The first speaks, and its words name the second; statements whose speaker is known"),
    };
    let all = match (query.tie, query.unit) {
        (Tie::About, _) => archive.statements(),
        (_, Unit::Document) => archive.documents(),
        (_, Unit::Passage) => archive.passages(),
        (_, Unit::Sentence) => archive.sentences(),
    };
    let which = match query.show {
        Show::All => wording("{}. {} of {}, counted over {} of {}."),
        Show::Less => wording("{}. {} that meet less often than chance would have it, of {}, counted over {} of {}."),
        Show::Backbone => wording(
            "{}. {} that stand out among one of their names' ties (disparity filter, alpha below 0.05), of {}, counted over {} of {}.",
        ),
    };
    let (pairs, units) = (number_of_pairs(words, counted.pairs.len()), words.number(counted.units));
    words.fill(which, &[&what, &pairs, &taking, &units, &number_counted(query, all)])
}

/// Why there is no pair to show, and ways out.
pub(crate) fn empty(query: &Query, counted: &Counted) -> Option<Empty> {
    if !counted.pairs.is_empty() {
        return None;
    }
    let words = query.words;
    let mut ways_out = Vec::new();
    let mut way_out = |text: &str, href: String| ways_out.push(Link { text: text.to_owned(), href });
    if query.show != Show::All {
        way_out(words.say("Show all pairs"), query.link(|query| query.show = Show::All));
    }
    if query.min > 1 {
        way_out(words.say("Show pairs that meet once"), query.link(|query| query.min = 1));
    }
    if query.focus.is_some() {
        way_out(words.say("Show everyone"), query.link(|query| query.focus = None));
    }
    if query.unit != Unit::Document && query.tie == Tie::Named {
        way_out(words.say("Count whole documents"), query.link(|query| query.unit = Unit::Document));
    }
    if query.selects() {
        let all = Query {
            view: query.view,
            unit: query.unit,
            measure: query.measure,
            kinds: query.kinds.clone(),
            tie: query.tie,
            ..query.bare()
        };
        way_out(words.say("All documents"), all.to_url());
    }
    way_out(words.say("The documents"), query.link(|query| query.view = ViewName::Documents));
    let text = match query.show {
        Show::Less => words.text("No two names meet less often than expected."),
        Show::Backbone => words.text("No tie stands out among the others."),
        Show::All if query.tie == Tie::About => words.text("Nobody of these kinds speaks about another."),
        Show::All => words.fill("No two names of these kinds meet in one {}.", &[unit_name(words, query.unit)]),
    };
    Some(Empty { text, ways_out })
}
