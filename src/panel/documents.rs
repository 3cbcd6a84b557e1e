//! A page of results, each with the places that answer the query.

use explore::view::{DocumentCard, Documents};
use leptos::prelude::*;

use crate::part::{choices, date, empty, link, links, marked, pager, snippet};

pub(crate) fn documents(documents: Documents) -> AnyView {
    let results: Vec<AnyView> = documents.results.into_iter().map(card).collect();
    view! {
        <section class="documents" aria-label="Documents">
            {(documents.total > 1).then(|| choices("Sorted by", "sort", documents.sorts))}
            {empty(documents.empty)}
            <ol>{results}</ol>
            {pager(documents.pages)}
        </section>
    }
    .into_any()
}

fn card(card: DocumentCard) -> AnyView {
    let snippets: Vec<AnyView> = card.snippets.into_iter().map(snippet).collect();
    let more = card.more.map(|more| view! { <p class="more">{link(more)}</p> }.into_any());
    view! {
        <li>
            <article>
                <h2 dir="auto"><a href=card.href>{marked(card.title)}</a></h2>
                <p class="origin">{date(card.date)}{outlets(links(card.outlets), card.via)}</p>
                {snippets}
                {more}
            </article>
        </li>
    }
    .into_any()
}

/// Who published it, and who passed it on.
pub(crate) fn outlets(outlets: Vec<AnyView>, via: Vec<String>) -> AnyView {
    let published = (!outlets.is_empty()).then(|| view! { <span class="outlets">{outlets}</span> }.into_any());
    let passed_on =
        (!via.is_empty()).then(|| view! { <span class="via">{"via "}<bdi>{via.join(", ")}</bdi></span> }.into_any());
    (published, passed_on).into_any()
}
