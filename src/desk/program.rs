//! The desk's program: what static/desk.js calls.

use wasm_bindgen::prelude::*;

/// Takes the archive; an error says why it cannot be read.
#[wasm_bindgen]
pub fn open(bytes: Vec<u8>, catalogue: Option<String>) -> Result<(), JsError> {
    Ok(onrecord_app::desk::open(bytes, catalogue.as_deref())?)
}

/// The main region for an address, as bytes.
#[wasm_bindgen]
pub fn screen(address: &str) -> Option<Vec<u8>> {
    onrecord_app::desk::drawn_up(address)
}

/// Name, media type and text of a file.
#[wasm_bindgen]
pub fn file(address: &str, key: &str) -> Option<Vec<String>> {
    onrecord_app::desk::file(address, key)
}

/// Takes parts of the archive that the page has; an error says why one is none.
#[cfg(feature = "parts")]
#[wasm_bindgen]
pub fn add_parts(parts: Vec<web_sys::js_sys::Uint8Array>) -> Result<(), JsError> {
    Ok(onrecord_app::desk::add_parts(parts.iter().map(|part| part.to_vec()).collect())?)
}

/// The parts of the archive that the screen or the file drawn up last wants.
#[cfg(feature = "parts")]
#[wasm_bindgen]
pub fn wants() -> String {
    onrecord_app::desk::wants()
}

fn main() {}
