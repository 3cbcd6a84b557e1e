//! The corpus about itself: what it holds, how it was made, who answers for it; printed, also the address of the view.

use explore::view::About;
use leptos::prelude::*;

pub(crate) fn about((about, address): (About, String)) -> AnyView {
    let counts: Vec<AnyView> = about.counts.into_iter().map(|count| view! { <li>{count}</li> }.into_any()).collect();
    let publisher = if about.url.is_empty() {
        (!about.publisher.is_empty()).then(|| view! { <bdi>{about.publisher}</bdi> }.into_any())
    } else {
        let words = if about.publisher.is_empty() { about.url.clone() } else { about.publisher };
        Some(view! { <a href=about.url rel="noopener noreferrer external"><bdi>{words}</bdi></a> }.into_any())
    };
    view! {
        <footer id="about" class="about">
            <h2>{"About these documents"}</h2>
            <ul class="counts">{counts}</ul>
            {words("How they were made", about.method)}
            {words("Credits", about.credits)}
            {words("Licence", about.licence)}
            <dl>
                {publisher.map(|publisher| view! { <dt>{"Publisher"}</dt><dd>{publisher}</dd> })}
                <dt>{"Edition"}</dt>
                <dd><code>{about.fingerprint}</code></dd>
                <dt>{"Program"}</dt>
                <dd>{about.program}</dd>
                <dt class="printed">{"This view"}</dt>
                <dd class="printed"><code>{address}</code></dd>
            </dl>
        </footer>
    }
    .into_any()
}

fn words(name: &'static str, words: String) -> Option<AnyView> {
    (!words.is_empty()).then(|| view! { <h3>{name}</h3><p dir="auto">{words}</p> }.into_any())
}
