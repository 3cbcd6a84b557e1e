//! What is paired, how it is counted and how it is ordered: shared by the network and the pairs.

use explore::view::{Chip, PairSettings};

use super::{
    anchor, choices,
    element::{Element, element},
    isolated, kept,
};

pub(crate) fn settings(settings: PairSettings) -> Element {
    let form = element("form")
        .set("method", "get")
        .add(kept(settings.kept))
        .add(number("Together at least", "min", "0", settings.min))
        .add(number("Among the most frequent", "top", "1", settings.top))
        .add(element("button").set("id", "pair-numbers").add("Apply"));
    element("div")
        .class("settings")
        .add(settings.focus.map(focus))
        .add(choices("Counted in", "unit", settings.units))
        .add(choices("Between", "kind", settings.kinds))
        .add(choices("Ordered by", "measure", settings.measures))
        .add(form)
        .add(element("p").class("caption").add(settings.caption))
}

fn focus(focus: Chip) -> Element {
    let all = ["All, not only with ", &focus.text].concat();
    element("p").class("focus").add(isolated(focus.text)).add(" ").add(anchor(focus.remove).add(all))
}

fn number(label: &'static str, name: &'static str, least: &'static str, value: u32) -> Element {
    let field = element("input")
        .set("id", name)
        .set("type", "number")
        .set("name", name)
        .set("min", least)
        .set("inputmode", "numeric")
        .set("value", value.to_string());
    element("label").add(label).add(field)
}
