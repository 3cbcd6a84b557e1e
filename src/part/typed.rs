//! What stands in the field that an event comes from.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

pub(crate) fn typed(event: &Event) -> String {
    let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
