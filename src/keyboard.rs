//! Single keys: a key pressed outside a field follows the control that names it in `aria-keyshortcuts`.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Listens for as long as the page lives.
pub(crate) fn listen() {
    EventListener::new(&document(), "keydown", |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let key = event.key();
        // One plain letter: nothing that could end a selector's string, and no key of the browser's own.
        let is_letter = key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_letter || event.ctrl_key() || event.alt_key() || event.meta_key() || is_field(event.target()) {
            return;
        }
        let named = document().query_selector(&["[aria-keyshortcuts=", &key, "]"].concat());
        if let Some(control) = named.ok().flatten().and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            control.click();
        }
    })
    .forget();
}

fn is_field(target: Option<web_sys::EventTarget>) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}
