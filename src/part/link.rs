//! Links, numbers that are links, and the hidden fields that a form takes along.

use explore::view::{Field, Link};
use leptos::prelude::*;

/// A link whose words come from the corpus.
pub(crate) fn link(link: Link) -> AnyView {
    view! { <a href=link.href><bdi>{link.text}</bdi></a> }.into_any()
}

/// Links in a row, parted by commas.
pub(crate) fn links(links: Vec<Link>) -> Vec<AnyView> {
    links
        .into_iter()
        .enumerate()
        .map(|(index, each)| (if index > 0 { ", " } else { "" }, link(each)).into_any())
        .collect()
}

/// A number that opens what it counts; `says` is its name for those who hear it, and begins with the number.
pub(crate) fn count(id: String, number: usize, href: String, says: String) -> AnyView {
    view! { <a class="count" id=id href=href aria-label=says.clone() title=says>{number}</a> }.into_any()
}

/// What a form keeps of the rest of the address.
pub(crate) fn kept(fields: Vec<Field>) -> Vec<AnyView> {
    fields
        .into_iter()
        .map(|field| view! { <input type="hidden" name=field.name value=field.value /> }.into_any())
        .collect()
}
