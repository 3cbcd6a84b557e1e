//! The picture through a lens: lines below, marks above, names on top.

use std::cmp::Reverse;

use explore::view::{Edge, Node};
use leptos::{
    prelude::*,
    svg::{a, circle, g, line, rect, text, title},
};

use super::{
    labels::{self, Mark},
    lens::Lens,
};
use crate::part::kind_word;

/// Room for names at the frame's sides.
const MARGIN: f64 = 56.0;
const LARGEST: f64 = 15.0;
const SMALLEST: f64 = 4.0;
/// An average letter of the names is this wide; measuring each would wait for the screen.
const LETTER: f64 = 6.4;

pub(crate) fn picture(nodes: &[Node], edges: &[Edge], lens: Lens) -> AnyView {
    let most = nodes.iter().map(|node| node.count).max().unwrap_or(1).max(1) as f64;
    let marks: Vec<Mark> = nodes.iter().map(|node| mark(node, most, lens)).collect();
    let mut greatest_first: Vec<usize> = (0..nodes.len()).collect();
    greatest_first.sort_by_key(|&index| Reverse(nodes[index].count));
    let places = labels::places(&marks, &greatest_first, lens.width, lens.height);
    let lines: Vec<AnyView> = edges
        .iter()
        .filter_map(|edge| Some(drawn_line(edge, marks.get(edge.first)?, marks.get(edge.second)?)))
        .collect();
    let drawn: Vec<AnyView> =
        nodes.iter().zip(&marks).zip(places).map(|((node, mark), place)| drawn_node(node, mark, place)).collect();
    let seen = ["0 0 ", &lens.width.to_string(), " ", &lens.height.to_string()].concat();
    view! {
        <svg viewBox=seen role="group" aria-label="Network" aria-describedby="network-summary">
            {lines}
            {drawn}
        </svg>
    }
    .into_any()
}

fn mark(node: &Node, most: f64, lens: Lens) -> Mark {
    let place = |at: f32, size: f64, moved: f64| {
        let from_middle = (f64::from(at) - 0.5) * (size - 2.0 * MARGIN).max(1.0);
        size / 2.0 + moved + from_middle * lens.zoom
    };
    Mark {
        x: place(node.x, lens.width, lens.across),
        y: place(node.y, lens.height, lens.down),
        radius: SMALLEST + (LARGEST - SMALLEST) * (node.count as f64 / most).sqrt(),
        name_width: node.label.chars().count() as f64 * LETTER,
    }
}

/// Thin to see, wide to hit. Out of the keyboard's way: the list under the picture holds the same links.
fn drawn_line(edge: &Edge, first: &Mark, second: &Mark) -> AnyView {
    let stroke =
        |class| line().class(class).attr("x1", first.x).attr("y1", first.y).attr("x2", second.x).attr("y2", second.y);
    let strength = edge.strength.to_string();
    a().class("edge")
        .attr("href", edge.href.clone())
        .attr("tabindex", "-1")
        .attr("aria-label", edge.label.clone())
        .style(("--strength", strength))
        .child((title().child(edge.label.clone()), stroke("line"), stroke("reach")))
        .into_any()
}

fn drawn_node(node: &Node, mark: &Mark, place: Option<(f64, f64)>) -> AnyView {
    let says = [node.label.as_str(), ": ", &node.count.to_string()].concat();
    let name = place.map(|(x, y)| text().attr("x", x).attr("y", y).child(node.label.clone()));
    // A party is a square, a person a disc, all else a square on its corner: not by colour alone.
    let kind = kind_word(node.kind);
    let shape = if kind == "person" {
        circle().class("mark").attr("r", mark.radius).into_any()
    } else {
        let side = mark.radius * 1.7;
        let turned = (kind != "party").then_some("rotate(45)");
        rect()
            .class("mark")
            .attr("x", -side / 2.0)
            .attr("y", -side / 2.0)
            .attr("width", side)
            .attr("height", side)
            .attr("transform", turned)
            .into_any()
    };
    let moved = ["translate(", &mark.x.to_string(), " ", &mark.y.to_string(), ")"].concat();
    let reach = circle().class("reach").attr("r", mark.radius.max(12.0));
    a().class("node")
        .attr("href", node.href.clone())
        .attr("aria-label", says.clone())
        .attr("data-kind", kind)
        .style(("--party", node.colour.clone()))
        .child((title().child(says), g().attr("transform", moved).child((reach, shape)), name))
        .into_any()
}
