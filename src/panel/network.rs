//! Who is named with whom, drawn: every node and every line is a link; the list under it says the same.

mod labels;
mod lens;
mod picture;

use explore::view::{Edge, Network};
use leptos::{html, prelude::*};

use crate::part::{empty, settings};
use lens::Lens;

pub(crate) fn network(network: Network) -> AnyView {
    let Network { settings: chosen, nodes, edges, summary, empty: nothing } = network;
    let list: Vec<AnyView> = edges.iter().map(listed).collect();
    let drawn = (!nodes.is_empty()).then(|| drawing(nodes, edges));
    let list = (!list.is_empty()).then(|| {
        view! { <details class="as-list"><summary>{"As a list"}</summary><ol>{list}</ol></details> }.into_any()
    });
    view! {
        <section class="network" aria-label="Network">
            {settings(chosen)}
            {empty(nothing)}
            <p class="summary" id="network-summary">{summary}</p>
            {drawn}
            {list}
        </section>
    }
    .into_any()
}

fn listed(edge: &Edge) -> AnyView {
    view! { <li><a href=edge.href.clone()><bdi>{edge.label.clone()}</bdi></a></li> }.into_any()
}

fn drawing(nodes: Vec<explore::view::Node>, edges: Vec<Edge>) -> AnyView {
    let lens = RwSignal::new(Lens::default());
    let frame = NodeRef::<html::Div>::new();
    lens::measure(frame, lens);
    let kept = StoredValue::new((nodes, edges));
    let picture = move || kept.with_value(|(nodes, edges)| picture::picture(nodes, edges, lens.get()));
    view! {
        <div class="frame" node_ref=frame>
            {lens::controls(lens)}
            <div
                class="canvas"
                on:wheel=move |event| lens::wheel(lens, &event)
                on:pointerdown=move |event| lens::grab(lens, &event)
                on:pointermove=move |event| lens::drag(lens, &event)
                on:pointerup=move |_| lens::let_go(lens)
                on:pointercancel=move |_| lens::let_go(lens)
            >
                {picture}
            </div>
            <p class="legend">
                {"The larger a mark, the more often it is named; the stronger a line, the closer the two. "}
                {"Follow a name for its neighbours, a line for the passages behind it. Drag to move; Ctrl and wheel to zoom."}
            </p>
        </div>
    }
    .into_any()
}
