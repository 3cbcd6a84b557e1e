//! A button that copies a text to cite; where the browser refuses, the text is left selected instead.

use explore::language::wording;
use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::{
    call,
    element::{Element, element},
    named, say,
};

/// `id` is the element that holds the text, `words` the button's name.
pub(crate) fn copy(words: &'static str, id: &'static str) -> Element {
    let button = element("button").set("type", "button").set("data-copy", id).add(words);
    element("p").class("copy").add(button).add(" ").add(element("span").set("role", "status"))
}

/// Listens for as long as the page lives: a button may have been drawn up by another program. What is said beside it stands until
/// the next click.
pub(crate) fn copy_when_asked() {
    EventListener::new(&document(), "click", |event| {
        let said = document().query_selector(".copy [role=status]:not(:empty)").ok().flatten();
        if let Some(said) = said {
            said.set_text_content(None);
        }
        let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(button) = button.filter(|button| button.has_attribute("data-copy")) else { return };
        let copied = copied(&button.get_attribute("data-copy").unwrap_or_default());
        let words = match copied.is_ok_and(|copied| copied.is_truthy()) {
            true => wording("Copied"),
            false => wording("Selected, ready to copy"),
        };
        if let Some(status) = button.next_element_sibling() {
            status.set_text_content(Some(say(words)));
        }
    })
    .forget();
}

/// By the old command: it answers at once, and also where a page has no leave to use the clipboard by itself.
fn copied(id: &str) -> Result<JsValue, JsValue> {
    let selection = call(&window(), "getSelection", &[])?;
    call(&selection, "selectAllChildren", &[named(id).into()])?;
    call(&document(), "execCommand", &["copy".into()])
}
