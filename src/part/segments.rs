//! Text of the corpus with the marks in it: always text nodes.

use explore::view::Segment;
use leptos::prelude::*;

use super::kind_word;

/// With its hits marked, for places that are links as a whole and for short extracts.
pub(crate) fn marked(segments: Vec<Segment>) -> Vec<AnyView> {
    segments
        .into_iter()
        .map(|segment| match segment.mark {
            Some(mark) if mark.hit.is_some() => view! { <mark>{segment.text}</mark> }.into_any(),
            _ => segment.text.into_any(),
        })
        .collect()
}

/// To read: hits are numbered places to jump to, mentions are quiet links. The first hit is where the visitor arrives,
/// if `arrive` says so.
pub(crate) fn linked(segments: Vec<Segment>, arrive: bool) -> Vec<AnyView> {
    segments
        .into_iter()
        .map(|segment| {
            let Some(mark) = segment.mark else { return segment.text.into_any() };
            let inside = match mark.entity {
                None => segment.text.into_any(),
                Some(entity) => {
                    let note = [entity.label.as_str(), ": ", &entity.found_by].concat();
                    let kind = kind_word(entity.kind);
                    view! { <a class="mention" data-kind=kind href=entity.href title=note>{segment.text}</a> }
                        .into_any()
                }
            };
            let Some(hit) = mark.hit else { return inside };
            let arrive = (arrive && hit == 1).then_some("");
            view! { <mark id=["hit-", &hit.to_string()].concat() tabindex="-1" data-arrive=arrive>{inside}</mark> }
                .into_any()
        })
        .collect()
}
