//! What the picture's marks, sizes and lines mean.

use explore::{language::wording, view::Node};

use super::picture::shape;
use crate::part::{Element, element, kind_word};

pub(crate) fn legend(nodes: &[Node], directed: bool) -> Element {
    let mut kinds: Vec<&'static str> = Vec::new();
    for node in nodes {
        let kind = kind_word(node.kind);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let shapes: Vec<Element> = kinds.into_iter().map(|kind| sample(name(kind), vec![mark(kind, 6.0, 0.0)])).collect();
    let sizes = vec![mark("person", 3.0, -7.0), mark("person", 7.0, 5.0)];
    let party = nodes.iter().rfind(|node| !node.colour.is_empty()).map(|node| node.colour.clone());
    let coloured = mark("person", 6.0, 0.0).set_given("--party", party.unwrap_or_default());
    let line = |y: &'static str, strength: &'static str| {
        let line = element("line").class("line").set("x1", "-11").set("x2", "11").set("y1", y).set("y2", y);
        line.set("--strength", strength)
    };
    let arrow = element("path").class("line").set("d", "M-11 0L9 0M3 -4L9 0L3 4").set("--strength", "20");
    let keys = wording(
        "Follow a name for its neighbours, a line for what stands behind it. \
         Drag to move the picture; pinch, or turn the wheel with Ctrl, to look nearer. \
         By keyboard: → and ← go through a name’s ties, the strongest first; ↓ goes on from the name reached, \
         Escape back; Page Down and Page Up go through all names.",
    );
    element("div")
        .class("legend")
        .add(
            element("ul")
                .add(shapes)
                .add(sample(wording("colour: a party and its people"), vec![coloured]))
                .add(sample(wording("larger: named more often"), sizes))
                .add(sample(wording("thicker: stronger tie"), vec![line("-5", "0"), line("5", "100")]))
                .add(directed.then(|| sample(wording("from who speaks to whom it is about"), vec![arrow]))),
        )
        .add(element("p").add(keys))
}

fn name(kind: &'static str) -> &'static str {
    match kind {
        "person" => wording("person"),
        "party" => wording("party"),
        "organisation" => wording("organisation"),
        "place" => wording("place"),
        "topic" => wording("topic"),
        kind => kind,
    }
}

fn mark(kind: &'static str, radius: f64, across: f64) -> Element {
    let moved = ["translate(", &(across as i32).to_string(), " 0)"].concat();
    element("g").set("transform", moved).add(shape(kind, radius).class("mark"))
}

fn sample(words: &'static str, drawn: Vec<Element>) -> Element {
    let drawing = element("svg").set("viewBox", "-12 -9 24 18").set("aria-hidden", "true").add(drawn);
    element("li").add(drawing).add(words)
}
