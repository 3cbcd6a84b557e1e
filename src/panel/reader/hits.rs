//! From hit to hit, by links and by the keys n and p.

use leptos::{ev::MouseEvent, prelude::*};

use crate::part::{element, show};

/// `start` is the hit that the first step forward leads to, where the document was opened in its middle.
pub(crate) fn hits(hits: u32, words: String, start: Option<u32>) -> Option<AnyView> {
    if hits == 0 {
        return None;
    }
    // The hit one is at; before the first step, the one before the start.
    let hit = RwSignal::new(start.map_or(0, |start| start - 1));
    let stepped = RwSignal::new(false);
    let next = move || hit.get() % hits + 1;
    let previous = move || if hit.get() < 2 { hits } else { hit.get() - 1 };
    Effect::new(move |_| {
        if stepped.get()
            && let Some(mark) = element(&anchor(hit.get())[1..])
        {
            show(&mark);
        }
    });
    let step = move |event: MouseEvent, to: u32| {
        event.prevent_default();
        hit.set(to);
        stepped.set(true);
    };
    let at = move || stepped.get().then(|| [&hit.get().to_string(), " of "].concat());
    let view = view! {
        <nav class="hits" aria-label="Hits in this document">
            <span>{at}{hits}{if hits == 1 { " hit: " } else { " hits: " }}<bdi>{words}</bdi></span>
            <a
                href=move || anchor(previous())
                title="Key: p"
                aria-keyshortcuts="p"
                on:click=move |event| step(event, untrack(previous))
            >
                {"Previous hit"}
            </a>
            <a href=move || anchor(next()) title="Key: n" aria-keyshortcuts="n" on:click=move |event| step(event, untrack(next))>
                {"Next hit"}
            </a>
        </nav>
    };
    Some(view.into_any())
}

fn anchor(hit: u32) -> String {
    ["#hit-", &hit.to_string()].concat()
}
