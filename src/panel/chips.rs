//! What is selected, each with the way to take it off.

use explore::view::Chip;

use crate::part::{Element, anchor, element, fill, isolated};

pub(crate) fn chips(chips: Vec<Chip>, clear: Option<String>) -> Element {
    let nothing = chips.is_empty() && clear.is_none();
    let chips: Vec<Element> = chips.into_iter().map(chip).collect();
    let clear = clear.map(|href| element("li").add(anchor(href).class("clear").add("Clear all")));
    element("ul").class("chips").set("aria-label", "Selected").mark("hidden", nothing).add(chips).add(clear)
}

fn chip(chip: Chip) -> Element {
    let says = fill("Take off: {}", &[&chip.text]);
    let link = anchor(chip.remove)
        .says(says)
        .add(isolated(chip.text))
        .add(element("span").set("aria-hidden", "true").add("×"));
    element("li").set("data-key", chip.key).add(link)
}
