//! Many links, one stop of the Tab key: other keys go from one to the next. Each has its number in `data-stop`.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

const STOP: &str = "[tabindex='0']";

/// The key that was pressed, with "Ctrl " before it if that was held, and the number of the link it was pressed on.
pub(crate) fn pressed(event: &Event) -> Option<(String, usize)> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    let here = event.target()?.dyn_into::<Element>().ok()?.get_attribute("data-stop")?.parse().ok()?;
    let key = event.key();
    Some((if event.ctrl_key() { ["Ctrl ", &key].concat() } else { key }, here))
}

/// Moves focus and stop to another. The stop is kept in the document alone: drawings say "-1" of all.
pub(crate) fn rove(event: &Event, to: usize) {
    let within = event.current_target().and_then(|within| within.dyn_into::<Element>().ok());
    let Some(within) = within else { return };
    if let Ok(Some(to)) = within.query_selector(&["[data-stop='", &to.to_string(), "']"].concat()) {
        event.prevent_default();
        if let Ok(Some(before)) = within.query_selector(STOP) {
            let _ = before.set_attribute("tabindex", "-1");
        }
        let _ = to.set_attribute("tabindex", "0");
        // Links in a picture have the same method.
        let _ = to.unchecked_ref::<HtmlElement>().focus();
    }
}

/// After the next drawing: where none is left within an element, its first link becomes the stop.
pub(crate) fn one_stop(within: &'static str) {
    request_animation_frame(move || {
        let Ok(Some(within)) = document().query_selector(within) else { return };
        if let (Ok(None), Ok(Some(first))) = (within.query_selector(STOP), within.query_selector("[data-stop]")) {
            let _ = first.set_attribute("tabindex", "0");
        }
    });
}
