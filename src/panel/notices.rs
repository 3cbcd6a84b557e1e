//! What the visitor should know about the address, and the ways out.

use explore::view::Notice;
use leptos::prelude::*;

use crate::part::link;

pub(crate) fn notices(notices: Vec<Notice>) -> AnyView {
    if notices.is_empty() {
        return ().into_any();
    }
    let notices: Vec<AnyView> = notices
        .into_iter()
        .map(|notice| {
            view! { <li><span dir="auto">{notice.text}</span>{" "}{notice.way_out.map(link)}</li> }.into_any()
        })
        .collect();
    view! { <ul class="notices" aria-label="Notices">{notices}</ul> }.into_any()
}
