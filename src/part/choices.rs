//! Several links of which some are chosen.

use explore::view::Choice;

use super::{
    anchor,
    element::{Element, element},
};

/// `id` begins the ids of the links, so that the one followed keeps the focus.
pub(crate) fn choices(label: &'static str, id: &str, choices: Vec<Choice>) -> Option<Element> {
    if choices.is_empty() {
        return None;
    }
    let mut group = element("div").class("choices").set("role", "group").set_given("aria-label", label);
    group = group.add((!label.is_empty()).then(|| element("span").add(label)));
    for (index, choice) in choices.into_iter().enumerate() {
        let link = anchor(choice.href).set("id", [id, "-", &index.to_string()].concat()).add(choice.label);
        group = group.add(if choice.current { link.set("aria-current", "true") } else { link });
    }
    Some(group)
}
