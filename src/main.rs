//! The page's program: page.rs, and what static/desk.js and src/offline/parts.js ask of it.

use wasm_bindgen::prelude::*;

fn main() {
    onrecord_app::page::start();
}

/// The archive, for the desk.
#[wasm_bindgen]
pub fn corpus() -> Vec<u8> {
    onrecord_app::page::corpus()
}

/// Adds parts of the archive that have come; an error says why one is none.
#[cfg(feature = "parts")]
#[wasm_bindgen]
pub fn add_parts(parts: Vec<web_sys::js_sys::Uint8Array>) -> Result<(), JsError> {
    Ok(onrecord_app::page::add_parts(parts.iter().map(|part| part.to_vec()).collect())?)
}

/// Every part there is.
#[cfg(feature = "parts")]
#[wasm_bindgen]
pub fn all_parts() -> String {
    onrecord_app::page::all_parts()
}

/// The parts that are here, for the desk.
#[cfg(feature = "parts")]
#[wasm_bindgen]
pub fn parts_here() -> Vec<web_sys::js_sys::Uint8Array> {
    onrecord_app::page::parts_here().iter().map(|part| part.as_slice().into()).collect()
}
