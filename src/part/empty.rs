//! Nothing to show: why, and the ways out.

use explore::view::Empty;
use leptos::prelude::*;

use super::link;

pub(crate) fn empty(empty: Option<Empty>) -> Option<AnyView> {
    empty.map(|empty| {
        let ways: Vec<AnyView> =
            empty.ways_out.into_iter().map(|way| view! { <li>{link(way)}</li> }.into_any()).collect();
        view! { <div class="empty"><p>{empty.text}</p><ul>{ways}</ul></div> }.into_any()
    })
}
