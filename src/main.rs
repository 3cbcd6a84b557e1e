//! The page's program: page.rs, and what static/desk.js asks of it.

use wasm_bindgen::prelude::*;

fn main() {
    onrecord_app::page::start();
}

/// The archive, for the desk.
#[wasm_bindgen]
pub fn corpus() -> Vec<u8> {
    onrecord_app::page::corpus()
}
