//! The corpus's name, which leads to the beginning, and what it is.

use explore::view::About;
use leptos::prelude::*;

pub(crate) fn masthead(about: About) -> AnyView {
    view! {
        <header class="masthead">
            <p class="title"><a href=about.start><bdi>{about.title}</bdi></a></p>
            <p class="description" dir="auto">{about.description}</p>
        </header>
    }
    .into_any()
}
