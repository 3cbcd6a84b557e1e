//! What a mark or a line says to those who point at it: its name for those who hear, written into it when it is needed. A
//! thousand titles that nobody reads would take longer to draw than the picture itself.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

pub(crate) fn say(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Ok(Some(link)) = target.closest("a[aria-label]") else { return };
    // One that a drawing left here may speak of another line by now.
    let title = link.query_selector("title").ok().flatten().or_else(|| {
        let title = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "title").ok()?;
        link.append_child(&title).ok().map(|_| title)
    });
    if let Some(title) = title {
        title.set_text_content(link.get_attribute("aria-label").as_deref());
    }
}
