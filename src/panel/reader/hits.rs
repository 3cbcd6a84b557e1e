//! From hit to hit, by links and by the keys n and p.

use explore::language::wording;
use leptos::prelude::*;

use crate::part::{Element, Piece, anchor, element, fill, isolated, live, named, show};

/// Where the visitor is among the hits, which are numbered from 1.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Here {
    /// Arrived at it.
    At(u32),
    /// Behind it; behind none, if 0.
    After(u32),
    /// Sent to it from here.
    Sent(u32),
}

pub(crate) fn hits(hits: u32, words: String, here: Here) -> Option<Piece> {
    if hits == 0 {
        return None;
    }
    let here = RwSignal::new(here);
    Effect::new(move |_| {
        if let Here::Sent(hit) = here.get()
            && let Some(mark) = named(&id(hit))
        {
            show(&mark);
        }
    });
    let step = move |words: &'static str, key: &'static str, to: u32| -> Element {
        anchor(["#", &id(to)].concat())
            .set("title", fill("Key: {}", &[key]))
            .set("aria-keyshortcuts", key)
            .on("click", move |event| {
                event.prevent_default();
                here.set(Here::Sent(to));
            })
            .add(words)
    };
    Some(live(move || {
        let all = hits.to_string();
        let (hit, of_all) = match here.get() {
            Here::At(hit) | Here::Sent(hit) => (hit, fill("{} of {}", &[&hit.to_string(), &all])),
            Here::After(hit) => (hit, all),
        };
        // The last place is left for the words.
        let said = fill(if hits == 1 { "{} hit: {}" } else { "{} hits: {}" }, &[&of_all, "{}"]);
        let words = element("span").around(said.into(), isolated(words.clone()));
        let previous = match here.get() {
            Here::After(hit) if hit > 0 => hit,
            _ if hit > 1 => hit - 1,
            _ => hits,
        };
        let nav = element("nav").class("hits").set("aria-label", "Hits in this document").add(words);
        Some(nav.add(step(wording("Previous hit"), "p", previous)).add(step(wording("Next hit"), "n", hit % hits + 1)))
    }))
}

fn id(hit: u32) -> String {
    ["hit-", &hit.to_string()].concat()
}
