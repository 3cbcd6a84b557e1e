//! The views of the selection.

use explore::view::Choice;
use leptos::prelude::*;

pub(crate) fn tabs(tabs: Vec<Choice>) -> AnyView {
    let tabs: Vec<AnyView> = tabs
        .into_iter()
        .enumerate()
        .map(|(index, tab)| {
            let id = ["tab-", &index.to_string()].concat();
            let current = tab.current.then_some("page");
            view! { <li><a id=id href=tab.href aria-current=current>{tab.label}</a></li> }.into_any()
        })
        .collect();
    view! { <nav class="tabs" aria-label="Views"><ul>{tabs}</ul></nav> }.into_any()
}
