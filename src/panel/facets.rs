//! The lists of values to choose from.

use std::sync::Arc;

use explore::{
    FACETS, Query,
    view::{Facet, FacetValue, Part, ValueState},
};
use leptos::prelude::*;

use crate::corpus::Corpus;
use crate::part::{
    Element, Piece, anchor, choices, count, documents, element, figure, fill, isolated, live, say, swatch, typed,
};

/// What a reload may lose of the facets, by their keys: whether all of one is shown, and the letters typed to find a value.
#[derive(Clone)]
pub(crate) struct Lists(Arc<[(&'static str, Whole)]>);

#[derive(Clone, Copy)]
struct Whole {
    shown: RwSignal<bool>,
    letters: RwSignal<String>,
}

impl Lists {
    pub(crate) fn new() -> Lists {
        let whole = || Whole { shown: RwSignal::new(false), letters: RwSignal::new(String::new()) };
        Lists(FACETS.iter().map(|kind| (kind.word(), whole())).collect())
    }
}

pub(crate) fn facets(facets: Vec<Facet>, lists: Lists, corpus: Corpus, query: Memo<Query>) -> Element {
    let drawn = |(key, whole): &(&'static str, Whole)| {
        let facet = facets.iter().find(|facet| facet.key == *key)?;
        Some(one_facet(facet.clone(), *whole, corpus, query))
    };
    let drawn: Vec<Option<Piece>> = lists.0.iter().map(drawn).collect();
    element("nav").set("id", "facets").class("facets").set("aria-label", "Filters").add(drawn)
}

fn one_facet(part: Facet, whole: Whole, corpus: Corpus, query: Memo<Query>) -> Piece {
    live(move || {
        let shown = whole.shown.get();
        let all = if shown {
            // The query itself is no cause to draw this again: with another one comes another screen.
            let all = |letters: &String| {
                query.with_untracked(|query| explore::whole_facet(corpus.now(), query, &part.key, letters))
            };
            whole.letters.with(all)
        } else {
            None
        };
        let rest = (shown || part.total > part.values.len()).then_some(part.total);
        Some(drawn(all.unwrap_or_else(|| part.clone()), whole, shown, rest))
    })
}

/// `rest`: how many values there are, if they are more than shown without asking.
fn drawn(facet: Facet, whole: Whole, shown: bool, rest: Option<usize>) -> Element {
    let find = shown.then(|| {
        element("input")
            .set("type", "search")
            .set("autocomplete", "off")
            .set("placeholder", "Find in this list")
            .set("aria-label", fill("Find in: {}", &[&facet.label]))
            .on("input", move |event| whole.letters.set(typed(event)))
    });
    let more = rest.map(|total| {
        element("button")
            .set("type", "button")
            .class("all")
            .set("aria-expanded", if shown { "true" } else { "false" })
            .on("click", move |_| {
                whole.letters.set(String::new());
                whole.shown.set(!shown);
            })
            .add(if shown { fill("Show fewer", &[]) } else { fill("Show all {}", &[&figure(total)]) })
    });
    let mode = choices("", &["match-", &facet.key].concat(), facet.mode);
    let rows: Vec<Element> = facet.values.into_iter().map(|value| row(&facet.key, value)).collect();
    element("details")
        .class("facet")
        .mark("open", true)
        .add(element("summary").add(element("h2").add(facet.label)))
        .add(element("div").add(find))
        .add(element("div").add(mode))
        .add(element("ul").add(rows))
        .add(more)
}

fn row(key: &str, value: FacetValue) -> Element {
    let state = match value.state {
        ValueState::Free => "",
        ValueState::Chosen => "chosen",
        ValueState::Excluded => "excluded",
    };
    let id = [key, "-", &value.slug].concat();
    let only = fill("{} with {}", &[&documents(value.count), &value.label]);
    let not = fill("not {}", &[&value.label]);
    let parts: Vec<Element> = value.parts.into_iter().map(|part| part_link(&id, part)).collect();
    let toggle = anchor(value.toggle)
        .class("toggle")
        .set("id", id.clone())
        .set_given("title", value.hint)
        .set_given("aria-current", if state.is_empty() { "" } else { "true" })
        .add(swatch(value.colour));
    let toggle = match value.state {
        ValueState::Excluded => toggle.around(say("not {}").into(), isolated(value.label)),
        _ => toggle.add(isolated(value.label)),
    };
    element("li")
        .set_given("data-state", state)
        .add(toggle)
        .add(count(value.count, value.only, only).set("id", [&id, "-only"].concat()))
        .add(anchor(value.exclude).class("not").set("id", [&id, "-not"].concat()).says(not).add("not"))
        .add((!parts.is_empty()).then(|| element("div").class("parts").add(parts)))
}

fn part_link(id: &str, part: Part) -> Element {
    let id = [id, "-", &part.label].concat().replace(' ', "-");
    anchor(part.href).set("id", id).add(part.label).add(" ").add(part.count)
}
