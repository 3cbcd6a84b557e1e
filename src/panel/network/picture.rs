//! The picture through a lens: lines below, marks above, names on top.

use explore::view::{Edge, Node};
use graph::bounds::bounded;

use super::{
    Drawn,
    labels::{self, Mark},
    lens::Lens,
};
use crate::part::{Element, anchor, element, figure, fill, kind_word};

const LARGEST: f64 = 15.0;
const SMALLEST: f64 = 4.0;
/// In a frame narrower than this, marks are smaller.
const ROOMY: f64 = 720.0;
/// An average letter of the names is this wide; measuring each would wait for the screen.
const LETTER: f64 = 6.4;

/// How far a tie with a direction bows to its side, as a share of its length: there and back are two lines.
const BOW: f64 = 0.1;
const ARROW: f64 = 8.0;

/// Empty while there are no places yet.
pub(crate) fn picture(network: &Drawn, places: &[(f32, f32)], lens: Lens) -> Element {
    let Drawn { nodes, edges, units, directed } = network;
    let most = nodes.iter().map(|node| node.count).max().unwrap_or(1).max(1) as f64;
    let marks: Vec<Mark> = nodes.iter().zip(places).map(|(node, place)| mark(node, *place, most, lens)).collect();
    let names = labels::places(&marks, lens.width, lens.height);
    let lines: Vec<Element> = edges
        .iter()
        .filter_map(|edge| Some(drawn_line(edge, *directed, marks.get(edge.first)?, marks.get(edge.second)?)))
        .collect();
    let drawn: Vec<Element> =
        (0..marks.len()).map(|index| drawn_node(nodes, index, units, &marks[index], names[index])).collect();
    let seen = ["0 0 ", &pixels(lens.width), " ", &pixels(lens.height)].concat();
    element("svg")
        .set("viewBox", seen)
        .set("role", "group")
        .set("aria-label", "Network")
        .set("aria-describedby", "network-summary")
        .add(lines)
        .add(drawn)
}

fn mark(node: &Node, (x, y): (f32, f32), most: f64, lens: Lens) -> Mark {
    let (x, y) = lens.place(x, y);
    Mark {
        x,
        y,
        radius: (SMALLEST + (LARGEST - SMALLEST) * (node.count as f64 / most).sqrt())
            * bounded(lens.width / ROOMY, 0.6, 1.0),
        name_width: node.label.chars().count() as f64 * LETTER,
    }
}

/// Thin to see, wide to hit. Out of the keyboard's way: the list under the picture holds the same links.
fn drawn_line(edge: &Edge, directed: bool, first: &Mark, second: &Mark) -> Element {
    let way =
        if directed { arrow(first, second) } else { [at("M", first.x, first.y), at("L", second.x, second.y)].concat() };
    let stroke = |class| element("path").class(class).set("d", way.clone());
    anchor(edge.href.clone())
        .class("edge")
        .set("tabindex", "-1")
        .set("aria-label", edge.label.clone())
        .set("--strength", pixels(f64::from(edge.strength) * 100.0))
        .add(stroke("line"))
        .add(stroke("reach"))
}

/// A bow from one mark to the edge of the other, with a head there.
fn arrow(first: &Mark, second: &Mark) -> String {
    let (across, down) = (second.x - first.x, second.y - first.y);
    // Where the bow is farthest from the straight line, twice as far.
    let (x, y) = (first.x + across / 2.0 - down * BOW, first.y + down / 2.0 + across * BOW);
    let (across, down) = (second.x - x, second.y - y);
    let length = (across * across + down * down).sqrt().max(1.0);
    let (across, down) = (across / length, down / length);
    let (tip_x, tip_y) = (second.x - across * (second.radius + 2.0), second.y - down * (second.radius + 2.0));
    let (back_x, back_y) = (tip_x - across * ARROW, tip_y - down * ARROW);
    let (half_x, half_y) = (down * ARROW / 2.0, across * ARROW / 2.0);
    [
        at("M", first.x, first.y),
        at("Q", x, y),
        at(" ", tip_x, tip_y),
        at("M", back_x - half_x, back_y + half_y),
        at("L", tip_x, tip_y),
        at("L", back_x + half_x, back_y - half_y),
    ]
    .concat()
}

/// A letter of a path and a place.
fn at(letter: &str, x: f64, y: f64) -> String {
    [letter, &pixels(x), " ", &pixels(y)].concat()
}

fn drawn_node(nodes: &[Node], index: usize, units: &str, mark: &Mark, place: Option<(f64, f64)>) -> Element {
    let node = &nodes[index];
    let kind = kind_word(node.kind);
    let (count, ties) = (figure(node.count), node.neighbours.len().to_string());
    let strongest = node.neighbours.first().and_then(|&first| nodes.get(first));
    let says = match strongest {
        None => fill("{}, {} {}, {} ties", &[&node.label, &count, units, &ties]),
        Some(strongest) => {
            let given = [&node.label, &count, units, &ties, strongest.label.as_str()];
            fill("{}, {} {}, {} ties; strongest: {}", &given)
        }
    };
    let moved = ["translate(", &pixels(mark.x), " ", &pixels(mark.y), ")"].concat();
    let reach = element("circle").class("reach").set("r", pixels(mark.radius.max(12.0)));
    let name = place.map(|(x, y)| element("text").set("x", pixels(x)).set("y", pixels(y)).add(node.label.clone()));
    anchor(node.href.clone())
        .class("node")
        .stop(index)
        .set("aria-label", says)
        .set("data-kind", kind)
        .set_given("--party", node.colour.clone())
        .add(element("g").set("transform", moved).add(reach).add(shape(kind, mark.radius).class("mark")))
        .add(name)
}

/// A person is a disc, a party a square, a place a triangle, all else a square on its corner: not by colour alone.
pub(super) fn shape(kind: &str, radius: f64) -> Element {
    if kind == "person" {
        return element("circle").set("r", pixels(radius));
    }
    // Corners around a mark of radius 1.
    let corners: &[(f64, f64)] = match kind {
        "party" => &[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
        "place" => &[(0.0, -1.1), (1.1, 0.85), (-1.1, 0.85)],
        _ => &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
    };
    let mut points = String::new();
    for (x, y) in corners {
        points = [&points, pixels(x * radius).as_str(), ",", &pixels(y * radius), " "].concat();
    }
    element("polygon").set("points", points)
}

/// Whole pixels.
fn pixels(length: f64) -> String {
    (length.round() as i32).to_string()
}
