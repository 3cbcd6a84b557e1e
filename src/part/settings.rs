//! What is paired, how it is counted and how it is ordered: shared by the network, the matrix and the pairs. What is drawn
//! comes first; how it was counted is said in a line that opens.

use explore::{
    language::wording,
    view::{Chip, NameOption, PairSettings, Part},
};

use super::{
    anchor, choices,
    element::{Element, element},
    files::files,
    fill, isolated, kept,
    methods::methods,
};

/// What stands above the pairs, to choose from, and what stands below them: how they were counted, and their files.
pub(crate) fn settings(settings: PairSettings) -> (Element, Element) {
    let focused = settings.kept.iter().find(|field| field.name == "focus").map(|field| field.value.clone());
    let numbers = element("form")
        .set("method", "get")
        .add(kept(settings.kept))
        .add(number(wording("Together at least"), "min", "0", settings.min))
        .add(number(wording("Among the most frequent"), "top", "1", settings.top))
        .add(element("button").set("id", "pair-numbers").add("Apply"));
    let finder = element("form")
        .set("method", "get")
        .add(kept(settings.names_kept))
        .add(element("label").add("In the middle").add(names(settings.names, focused.unwrap_or_default())))
        .add(element("button").set("id", "pair-focus").add("Find"));
    let notes: Vec<Element> = settings.notes.into_iter().map(|note| element("p").class("caption").add(note)).collect();
    let how = element("details")
        .add(element("summary").add(settings.current))
        .add(choices(wording("Ties"), "tie", settings.ties))
        .add(choices(wording("Counted in"), "unit", settings.units))
        .add(choices(wording("Between"), "kind", settings.kinds))
        .add(choices(wording("Ordered by"), "measure", settings.measures))
        .add(choices(wording("Show"), "show", settings.shows))
        .add(numbers);
    let above = element("div")
        .class("settings")
        .add(settings.focus.map(|chip| focus(chip, settings.focus_units)))
        .add(finder)
        .add(how);
    let below = element("div")
        .class("counted")
        .add(element("p").class("caption").add(settings.caption))
        .add(notes)
        .add(methods(settings.explained, settings.methods))
        .add(files(wording("Save"), settings.files));
    (above, below)
}

fn focus(focus: Chip, units: Option<Part>) -> Element {
    let all = fill("All, not only with {}", &[&focus.text]);
    let units = units.map(|units| anchor(units.href).add(units.label));
    let all = anchor(focus.remove).add(all);
    element("p").class("focus").add(isolated(focus.text)).add(" ").add(units).add(" ").add(all)
}

fn names(names: Vec<NameOption>, focused: String) -> Element {
    let mut select = element("select").set("name", "focus").add(element("option").set("value", "").add("everyone"));
    for name in names {
        let is_focused = name.slug == focused;
        select = select.add(element("option").set("value", name.slug).mark("selected", is_focused).add(name.label));
    }
    select
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
