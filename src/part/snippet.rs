//! A piece of a passage, and the way to where it stands.

use explore::view::Snippet;
use leptos::prelude::*;

use super::marked;

pub(crate) fn snippet(snippet: Snippet) -> AnyView {
    let place = snippet.passage.map(|passage| {
        let number = passage.to_string();
        let says = ["Read passage ", &number].concat();
        view! { <a class="place" href=snippet.href aria-label=says.clone() title=says>{number}</a> }.into_any()
    });
    view! {
        <div class="snippet">
            {place}
            <p dir="auto">
                {snippet.cut_before.then_some("… ")}{marked(snippet.segments)}{snippet.cut_after.then_some(" …")}
            </p>
        </div>
    }
    .into_any()
}
