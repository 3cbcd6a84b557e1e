//! Where one stands in a long list, and the ways on and back.

use explore::view::Pages;
use leptos::prelude::*;

pub(crate) fn pager(pages: Pages) -> Option<AnyView> {
    if pages.previous.is_none() && pages.next.is_none() {
        return None;
    }
    let previous = pages.previous.map(|href| view! { <a rel="prev" href=href>{"← Previous"}</a> }.into_any());
    let next = pages.next.map(|href| view! { <a rel="next" href=href>{"Next →"}</a> }.into_any());
    Some(
        view! {
            <nav class="pager" aria-label="Pages">
                {previous}
                <span>{pages.first}{"–"}{pages.last}{" of "}{pages.total}</span>
                {next}
            </nav>
        }
        .into_any(),
    )
}
