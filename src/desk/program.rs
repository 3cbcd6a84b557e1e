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

fn main() {}
