//! Calls to what the browser has and the bindings of this page leave out.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Function, Reflect};

/// What a method of an object returns; an error if there is no such method.
pub(crate) fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method = Reflect::get(object, &method.into())?.dyn_into::<Function>()?;
    method.apply(object, &arguments.iter().collect::<Array>())
}
