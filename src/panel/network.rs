//! Who is named with whom, drawn: every mark and every line is a link; the list under it says the same.

mod labels;
mod lens;
mod picture;

use explore::view::{Edge, Network, Node};
use leptos::prelude::*;

use crate::part::{Element, anchor, element, empty, isolated, live, settings};
use lens::Lens;

pub(crate) fn network(network: Network) -> Element {
    let list: Vec<Element> = network.edges.iter().map(listed).collect();
    let list = (!list.is_empty()).then(|| {
        element("details").class("as-list").add(element("summary").add("As a list")).add(element("ol").add(list))
    });
    let drawn = (!network.nodes.is_empty()).then(|| drawing(network.nodes, network.edges));
    element("section")
        .class("network")
        .set("aria-label", "Network")
        .add(settings(network.settings))
        .add(empty(network.empty))
        .add(element("p").set("id", "network-summary").class("summary").add(network.summary))
        .add(drawn)
        .add(list)
}

fn listed(edge: &Edge) -> Element {
    element("li").add(anchor(edge.href.clone()).add(isolated(edge.label.clone())))
}

fn drawing(nodes: Vec<Node>, edges: Vec<Edge>) -> Element {
    let lens = RwSignal::new(Lens::default());
    lens::measure("network-frame", lens);
    let legend = "The larger a mark, the more often it is named; the stronger a line, the closer the two. \
                  Follow a name for its neighbours, a line for what stands behind it. \
                  Drag to move the picture; pinch, or turn the wheel with Ctrl, to look nearer.";
    let canvas = element("div")
        .class("canvas")
        .on("wheel", move |event| lens::wheel(lens, event))
        .on("pointerdown", move |event| lens::grab(lens, event))
        .on("pointermove", move |event| lens::drag(lens, event))
        .on("pointerup", move |_| lens::let_go(lens))
        .on("pointercancel", move |_| lens::let_go(lens))
        .add(live(move || Some(picture::picture(&nodes, &edges, lens.get()))));
    element("div")
        .set("id", "network-frame")
        .add(lens::controls(lens))
        .add(canvas)
        .add(element("p").class("legend").add(legend))
}
