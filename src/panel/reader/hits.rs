//! From hit to hit, by links and by the keys n and p.

use leptos::prelude::*;

use crate::part::{Element, anchor, element, isolated, live, named, show};

/// `start` is the hit that the first step forward leads to, where the document was opened in its middle.
pub(crate) fn hits(hits: u32, words: String, start: Option<u32>) -> Option<AnyView> {
    if hits == 0 {
        return None;
    }
    // The hit one is at; before the first step, the one before the start.
    let hit = RwSignal::new(start.map_or(0, |start| start - 1));
    let stepped = RwSignal::new(false);
    Effect::new(move |_| {
        if stepped.get()
            && let Some(mark) = named(&id(hit.get()))
        {
            show(&mark);
        }
    });
    let step = move |words: &'static str, key: &'static str, to: u32| -> Element {
        anchor(["#", &id(to)].concat())
            .set("title", ["Key: ", key].concat())
            .set("aria-keyshortcuts", key)
            .on("click", move |event| {
                event.prevent_default();
                hit.set(to);
                stepped.set(true);
            })
            .add(words)
    };
    Some(live(move || {
        let here = hit.get();
        let at = stepped.get().then(|| [&here.to_string(), " of "].concat());
        let words = element("span")
            .add(at)
            .add(hits.to_string())
            .add(if hits == 1 { " hit: " } else { " hits: " })
            .add(isolated(words.clone()));
        let nav = element("nav").class("hits").set("aria-label", "Hits in this document").add(words);
        let previous = if here < 2 { hits } else { here - 1 };
        Some(nav.add(step("Previous hit", "p", previous)).add(step("Next hit", "n", here % hits + 1)))
    }))
}

fn id(hit: u32) -> String {
    ["hit-", &hit.to_string()].concat()
}
