//! The lists of values to choose from, each drawn again only when it changes itself.

use archive::Archive;
use explore::{
    Query,
    view::{Facet, FacetValue, Part, ValueState, View},
};
use leptos::prelude::*;

use crate::part::{choices, count, swatch};

pub(crate) fn facets(archive: &'static Archive, query: Memo<Query>, view: Memo<View>) -> AnyView {
    let keys =
        Memo::new(move |_| view.with(|view| view.facets.iter().map(|facet| facet.key.clone()).collect::<Vec<_>>()));
    view! {
        <nav id="facets" class="facets" aria-label="Filters">
            <For each=move || keys.get() key=String::clone let:key>
                {one_facet(archive, query, view, key)}
            </For>
        </nav>
    }
    .into_any()
}

fn one_facet(archive: &'static Archive, query: Memo<Query>, view: Memo<View>, key: String) -> AnyView {
    let open = RwSignal::new(false);
    let letters = RwSignal::new(String::new());
    let name = key.clone();
    let facet = Memo::new(move |_| {
        if open.get() {
            return Some(
                query.with(|query| letters.with(|letters| explore::whole_facet(archive, query, &key, letters))),
            );
        }
        view.with(|view| view.facets.iter().find(|facet| facet.key == key).cloned())
    });
    let label = move || facet.with(|facet| facet.as_ref().map(|facet| facet.label.clone()));
    let list = ["values-", &name].concat();
    let filter = move || {
        open.get().then(|| {
            view! {
                <input
                    type="search"
                    autocomplete="off"
                    aria-label=["Find in ", &label().unwrap_or_default()].concat()
                    placeholder="Find in this list"
                    prop:value=letters
                    on:input=move |event| letters.set(event_target_value(&event))
                />
            }
        })
    };
    let all = {
        let list = list.clone();
        move || {
            let (rest, total) = facet.with(|facet| {
                facet.as_ref().map_or((false, 0), |facet| (facet.total > facet.values.len(), facet.total))
            });
            let list = list.clone();
            (open.get() || rest).then(|| {
                let words = if open.get_untracked() {
                    "Show fewer".to_owned()
                } else {
                    ["Show all ", &total.to_string()].concat()
                };
                view! {
                    <button
                        type="button"
                        class="all"
                        aria-controls=list
                        aria-expanded=if open.get_untracked() { "true" } else { "false" }
                        on:click=move |_| {
                            letters.set(String::new());
                            open.update(|open| *open = !*open);
                        }
                    >
                        {words}
                    </button>
                }
            })
        }
    };
    view! {
        <details class="facet" open=true>
            <summary><h2>{label}</h2></summary>
            {filter}
            <div id=list>{move || facet.get().map(values)}</div>
            {all}
        </details>
    }
    .into_any()
}

fn values(facet: Facet) -> AnyView {
    let mode = choices("", &["match-", &facet.key].concat(), facet.mode);
    let rows: Vec<AnyView> = facet.values.into_iter().map(|value| row(&facet.key, value)).collect();
    view! { {mode}<ul>{rows}</ul> }.into_any()
}

fn row(key: &str, value: FacetValue) -> AnyView {
    let (state, current, before) = match value.state {
        ValueState::Free => (None, None, None),
        ValueState::Chosen => (Some("chosen"), Some("true"), None),
        ValueState::Excluded => (Some("excluded"), Some("true"), Some("not ")),
    };
    let id = [key, "-", &value.slug].concat();
    let only = [&value.count.to_string(), " documents with ", value.label.as_str()].concat();
    let not = ["not ", &value.label].concat();
    let parts: Vec<AnyView> = value.parts.into_iter().map(|part| part_link(&id, part)).collect();
    let parts = (!parts.is_empty()).then(|| view! { <div class="parts">{parts}</div> }.into_any());
    let hint = (!value.hint.is_empty()).then_some(value.hint);
    view! {
        <li data-state=state>
            <a class="toggle" id=id.clone() href=value.toggle title=hint aria-current=current>
                {swatch(value.colour)}{before}<bdi>{value.label}</bdi>
            </a>
            {count([&id, "-only"].concat(), value.count, value.only, only)}
            <a class="not" id=[&id, "-not"].concat() href=value.exclude aria-label=not.clone() title=not>{"not"}</a>
            {parts}
        </li>
    }
    .into_any()
}

fn part_link(id: &str, part: Part) -> AnyView {
    let id = [id, "-", &part.label].concat().replace(' ', "-");
    view! { <a id=id href=part.href>{part.label}{" "}{part.count}</a> }.into_any()
}
