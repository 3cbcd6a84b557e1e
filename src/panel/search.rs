//! The search form, which answers while one types.

use explore::{
    language::wording,
    view::{Choice, Search},
};

use crate::part::{Element, choices, element, kept};

pub(crate) fn search(search: Search, scope: Vec<Choice>) -> Element {
    let field = element("input")
        .set("id", "q")
        .set("type", "search")
        .set("name", "q")
        .set("value", search.text)
        .set("dir", "auto")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("enterkeyhint", "search")
        .set("aria-keyshortcuts", "/")
        .set("placeholder", "words, “a phrase”, begin*, -without");
    let form = element("form")
        .set("method", "get")
        .mark("data-live", true)
        .add(kept(search.kept))
        .add(element("label").set("for", "q").add("Search the documents"))
        .add(field)
        .add(element("button").set("id", "find").add("Search"));
    element("div").set("role", "search").class("search").add(form).add(choices(wording("Found"), "in", scope))
}
