//! Stands in for wasm-streams. Leptos names it for calls of servers; this page makes none. The real one exports JavaScript
//! classes, which no optimiser may take out: five kilobytes of every first visit. Here are the names that Leptos needs.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::JsValue;

/// A stream of the browser's.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// An empty stream, whatever is given.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        ReadableStream(web_sys::ReadableStream::new().expect("no page of ours sends streams"))
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Nothing, whatever it holds.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
