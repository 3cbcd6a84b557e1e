//! Several links of which some are chosen.

use explore::view::Choice;
use leptos::prelude::*;

/// `id` begins the ids of the links, so that the one followed keeps the focus.
pub(crate) fn choices(label: &'static str, id: &str, choices: Vec<Choice>) -> Option<AnyView> {
    if choices.is_empty() {
        return None;
    }
    let links: Vec<AnyView> = choices
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let id = [id, "-", &index.to_string()].concat();
            let current = choice.current.then_some("true");
            view! { <a id=id href=choice.href aria-current=current>{choice.label}</a> }.into_any()
        })
        .collect();
    let label_shown = (!label.is_empty()).then_some(label);
    Some(
        view! { <div class="choices" role="group" aria-label=label_shown><span>{label}</span>{links}</div> }.into_any(),
    )
}
