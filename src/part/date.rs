//! A date in words, with how certain it is.

use explore::view::WrittenDate;
use leptos::prelude::*;

pub(crate) fn date(date: WrittenDate) -> AnyView {
    let certainty = (!date.certainty.is_empty()).then(|| {
        let note = (!date.note.is_empty()).then_some(date.note);
        view! { <span class="certainty" title=note>{" ("}{date.certainty}{")"}</span> }.into_any()
    });
    let machine = (!date.iso.is_empty()).then_some(date.iso);
    view! { <span class="date"><time datetime=machine>{date.text}</time>{certainty}</span> }.into_any()
}
