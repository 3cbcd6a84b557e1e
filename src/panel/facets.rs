//! The lists of values to choose from, each drawn again only when it changes itself.

use archive::Archive;
use explore::{
    FACETS, Query,
    view::{Facet, FacetValue, Part, ValueState, View},
};
use leptos::prelude::*;

use crate::part::{Element, anchor, choices, count, documents_word, element, isolated, live, swatch, typed};

pub(crate) fn facets(archive: &'static Archive, query: Memo<Query>, view: Memo<View>) -> Element {
    let facets: Vec<AnyView> = FACETS.iter().map(|kind| one_facet(archive, query, view, kind.word())).collect();
    element("nav").set("id", "facets").class("facets").set("aria-label", "Filters").add(facets)
}

/// What a reload may lose of a facet: whether all of it is shown, and the letters typed to find a value.
#[derive(Clone, Copy)]
struct Whole {
    shown: RwSignal<bool>,
    letters: RwSignal<String>,
}

fn one_facet(archive: &'static Archive, query: Memo<Query>, view: Memo<View>, key: &'static str) -> AnyView {
    let whole = Whole { shown: RwSignal::new(false), letters: RwSignal::new(String::new()) };
    let part = Memo::new(move |_| view.with(|view| view.facets.iter().find(|facet| facet.key == key).cloned()));
    live(move || {
        let part = part.get()?;
        let shown = whole.shown.get();
        let all = if shown {
            query.with(|query| whole.letters.with(|letters| explore::whole_facet(archive, query, key, letters)))
        } else {
            None
        };
        let rest = (shown || part.total > part.values.len()).then_some(part.total);
        Some(drawn(all.unwrap_or(part), whole, shown, rest))
    })
}

/// `rest`: how many values there are, if they are more than shown without asking.
fn drawn(facet: Facet, whole: Whole, shown: bool, rest: Option<usize>) -> Element {
    let find = shown.then(|| {
        element("input")
            .set("type", "search")
            .set("autocomplete", "off")
            .set("placeholder", "Find in this list")
            .set("aria-label", ["Find in: ", &facet.label].concat())
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
            .add(if shown { "Show fewer".to_owned() } else { ["Show all ", &total.to_string()].concat() })
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
    let (state, before) = match value.state {
        ValueState::Free => ("", None),
        ValueState::Chosen => ("chosen", None),
        ValueState::Excluded => ("excluded", Some("not ")),
    };
    let id = [key, "-", &value.slug].concat();
    let only = [value.count.to_string().as_str(), documents_word(value.count), " with ", &value.label].concat();
    let not = ["not ", &value.label].concat();
    let parts: Vec<Element> = value.parts.into_iter().map(|part| part_link(&id, part)).collect();
    let toggle = anchor(value.toggle)
        .class("toggle")
        .set("id", id.clone())
        .set_given("title", value.hint)
        .set_given("aria-current", if state.is_empty() { "" } else { "true" })
        .add(swatch(value.colour))
        .add(before)
        .add(isolated(value.label));
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
