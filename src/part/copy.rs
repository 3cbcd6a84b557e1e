//! A button that copies a text to cite; where the browser refuses, the text is left selected instead.

use explore::language::wording;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    call,
    element::{Element, element, live},
    named,
};

/// `id` is the element that holds the text, `words` the button's name.
pub(crate) fn copy(words: &'static str, id: &'static str) -> Element {
    let said = RwSignal::new("");
    let button = element("button").set("type", "button").add(words).on("click", move |_| {
        let copied = copied(id).is_ok_and(|copied| copied.is_truthy());
        said.set(if copied { wording("Copied") } else { wording("Selected, ready to copy") });
    });
    let status = live(move || Some(element("span").set("role", "status").add(said.get())));
    element("p").class("copy").add(button).add(" ").add(status)
}

/// By the old command: it answers at once, and also where a page has no leave to use the clipboard by itself.
fn copied(id: &str) -> Result<JsValue, JsValue> {
    let selection = call(&window(), "getSelection", &[])?;
    call(&selection, "selectAllChildren", &[named(id).into()])?;
    call(&document(), "execCommand", &["copy".into()])
}
