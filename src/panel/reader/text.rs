//! The blocks of a document; passages carry their numbers, which are links to them.

use archive::BlockKind;
use explore::view::ReaderBlock;
use leptos::prelude::*;

use crate::part::{linked, links};

/// `arrive`: the first hit is where the visitor arrives; else it is the passage the address points at.
pub(crate) fn text(blocks: Vec<ReaderBlock>, arrive: bool) -> Vec<AnyView> {
    blocks.into_iter().map(|each| block(each, arrive)).collect()
}

fn block(block: ReaderBlock, arrive: bool) -> AnyView {
    let names = (!block.names_only.is_empty()).then(|| {
        view! { <span class="names-only">{"Text not shown. It names "}{links(block.names_only)}</span> }.into_any()
    });
    let segments = linked(block.segments, arrive);
    let Some(number) = block.passage else {
        return match (block.kind, block.level) {
            (BlockKind::Heading, 0..=2) => view! { <h3 dir="auto">{segments}</h3> }.into_any(),
            (BlockKind::Heading, 3) => view! { <h4 dir="auto">{segments}</h4> }.into_any(),
            (BlockKind::Heading, _) => view! { <h5 dir="auto">{segments}</h5> }.into_any(),
            _ => view! { <pre dir="auto" tabindex="0">{segments}{names}</pre> }.into_any(),
        };
    };
    let number = number.to_string();
    let (place, id) = (["p-", &number].concat(), ["passage-", &number].concat());
    let says = ["Passage ", &number].concat();
    let words = (segments, names);
    let words = match block.kind {
        BlockKind::Quotation => view! { <blockquote dir="auto">{words}</blockquote> }.into_any(),
        _ => view! { <p dir="auto">{words}</p> }.into_any(),
    };
    view! {
        <div
            class="passage"
            id=place
            tabindex="-1"
            role=(block.kind == BlockKind::ListItem).then_some("listitem")
            data-kind=block.kind.word()
            aria-current=block.current.then_some("location")
            data-arrive=block.current.then_some("")
        >
            <a class="number" id=id href=block.href aria-label=says.clone() title=says>{number}</a>
            {words}
        </div>
    }
    .into_any()
}
