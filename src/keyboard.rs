//! Single keys: a key pressed outside a field follows the control that names it in `aria-keyshortcuts`.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Listens for as long as the page lives.
pub(crate) fn listen() {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let key = event.key();
        // One plain character: nothing that could end a selector's string, and no key of the browser's own.
        let is_plain = key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_lowercase() || b"/?".contains(&byte));
        if !is_plain || event.ctrl_key() || event.alt_key() || event.meta_key() || is_field(event.target()) {
            return;
        }
        let named = document().query_selector(&["[data-keys] [aria-keyshortcuts='", &key, "']"].concat());
        if let Some(control) = named.ok().flatten().and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            // A field is gone to, and so is what opens at the end of the page; a link is followed from where one is.
            if control.matches("input, summary").unwrap_or(false) {
                event.prevent_default();
                let _ = control.focus();
            }
            control.click();
        }
    })
    .forget();
}

fn is_field(target: Option<web_sys::EventTarget>) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}
