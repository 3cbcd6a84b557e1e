//! Who is named with whom, drawn: every mark and every line is a link; the list under it says the same.

mod labels;
mod legend;
mod lens;
mod picture;
mod placing;
mod tooltip;
mod walk;

use std::sync::Arc;

use explore::view::{Edge, Network, Node};
use leptos::prelude::*;

use crate::part::{Element, anchor, element, empty, isolated, live, one_stop, pressed, rove, settings};
use lens::Lens;
use placing::Places;

pub(crate) fn network(network: Network) -> Element {
    let list: Vec<Element> = network.edges.iter().map(listed).collect();
    let list = (!list.is_empty()).then(|| {
        element("details").class("as-list").add(element("summary").add("As a list")).add(element("ol").add(list))
    });
    let units = network.settings.units.iter().find(|unit| unit.current).map(|unit| unit.label.clone());
    let units = units.unwrap_or_default();
    let places = placing::places(explore::layout(&network));
    let (above, below) = settings(network.settings);
    let drawn = Drawn { nodes: network.nodes, edges: network.edges, units, directed: network.directed };
    let drawn = (!drawn.nodes.is_empty()).then(|| drawing(drawn, places));
    element("section")
        .class("network")
        .set("aria-label", "Network")
        .add(element("p").set("id", "network-summary").class("summary").add(network.summary))
        .add(above)
        .add(empty(network.empty))
        .add(drawn)
        .add(list)
        .add(below)
}

fn listed(edge: &Edge) -> Element {
    element("li").add(anchor(edge.href.clone()).add(isolated(edge.label.clone())))
}

/// What the picture shows, wherever its marks stand.
struct Drawn {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    /// "passages".
    units: String,
    /// A line leads from who speaks to whom it is about.
    directed: bool,
}

fn drawing(drawn: Drawn, places: Places) -> Element {
    let lens = RwSignal::new(Lens::default());
    lens::measure("network-frame", lens);
    one_stop(".canvas");
    let legend = legend::legend(&drawn.nodes, drawn.directed);
    let drawn = Arc::new(drawn);
    let walked = drawn.clone();
    let mut trail = Vec::new();
    let canvas = element("div")
        .class("canvas")
        .on("pointerover", tooltip::say)
        .on("wheel", move |event| lens::wheel(lens, event))
        .on("pointerdown", move |event| lens::grab(lens, event))
        .on("pointermove", move |event| lens::drag(lens, event))
        .on("pointerup", move |_| lens::let_go(lens))
        .on("pointercancel", move |_| lens::let_go(lens))
        .on("keydown", move |event| {
            let to = pressed(event).and_then(|(key, here)| walk::step(&walked.nodes, &mut trail, here, &key));
            let place = |to: usize| places.with_untracked(|places| places.get(to).copied());
            if let Some((to, (x, y))) = to.and_then(|to| Some((to, place(to)?))) {
                lens::bring(lens, x, y);
                rove(event, to);
            }
        })
        .add(live(move || Some(places.with(|places| picture::picture(&drawn, places, lens.get())))));
    element("div").set("id", "network-frame").add(lens::controls(lens)).add(canvas).add(legend)
}
