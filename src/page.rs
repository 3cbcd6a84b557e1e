//! The page: opens the archive that is part of it, puts the app in place of what stood there, and says so if it cannot.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::js_sys::Reflect;

use crate::{
    app, corpus,
    part::{learn, say},
};

/// Puts the app into the page.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| broken(&panic.to_string())));
    if let Some(catalogue) = Reflect::get(&window(), &"catalogue".into()).ok().and_then(|text| text.as_string()) {
        learn(&catalogue);
        // boot.js has said which language it is.
        if let Some(page) = document().document_element() {
            let _ = page.set_attribute("dir", say("ltr"));
        }
    }
    let Some(place) = document().get_element_by_id("app").and_then(|place| place.dyn_into().ok()) else {
        return broken("the page has no element named app");
    };
    leptos::mount::mount_to(place, || match corpus::open() {
        Ok(corpus) => app::app(corpus),
        Err(error) => app::unreadable(error.to_string()),
    })
    .forget();
    for waiting in ["boot", "first", "plain"] {
        if let Some(element) = document().get_element_by_id(waiting) {
            element.remove();
        }
    }
}

/// The bytes of the archive, or of its core.
pub fn corpus() -> Vec<u8> {
    corpus::bytes()
}

/// Adds parts of the archive that have come.
#[cfg(feature = "parts")]
pub fn add_parts(parts: Vec<Vec<u8>>) -> Result<(), archive::OpenError> {
    corpus::add(parts)
}

/// Every part there is: name, bytes packed, bytes unpacked.
#[cfg(feature = "parts")]
pub fn all_parts() -> String {
    corpus::all_parts()
}

/// The parts that are here, for the desk.
#[cfg(feature = "parts")]
pub fn parts_here() -> Vec<Vec<u8>> {
    corpus::parts_here()
}

/// The one thing left to say when the program has a fault: nothing on the page answers from here on.
fn broken(what: &str) {
    web_sys::console::error_1(&what.into());
    let words = document().create_element("p");
    if let (Some(body), Ok(words)) = (document().body(), words) {
        words.set_class_name("broken");
        words.set_text_content(Some(say(
            "This page has met a fault of its own and stopped. Load it again; the address holds where you were.",
        )));
        let _ = words.set_attribute("role", "alert");
        let _ = body.prepend_with_node_1(&words);
    }
}
