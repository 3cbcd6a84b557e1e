//! The desk: a second program, for what few visitors ask for. The page fetches it when something of it is first asked for
//! (static/desk.js), hands it the archive, and puts on the screen what it draws up.

use std::sync::{PoisonError, RwLock};

use archive::{Archive, OpenError, Want};
use explore::export;
use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::js_sys::Uint8Array;

use crate::{
    panel,
    part::{Element, call, element, learn, query},
};

static ARCHIVE: RwLock<Option<Archive>> = RwLock::new(None);
static WANTS: RwLock<Vec<Want>> = RwLock::new(Vec::new());

/// At the desk: opens the archive, once, and takes the words of the page's language, if it is another than English.
pub fn open(bytes: Vec<u8>, catalogue: Option<&str>) -> Result<(), OpenError> {
    if let Some(catalogue) = catalogue {
        learn(catalogue);
    }
    put(Archive::open(bytes)?);
    Ok(())
}

/// At the desk: the main region for an address, as bytes; `None` if it is none of the desk's, or before it is open.
pub fn drawn_up(address: &str) -> Option<Vec<u8>> {
    let (main, wants) = explore::tool_and_wants(&archive()?, &query(address))?;
    *WANTS.write().unwrap_or_else(PoisonError::into_inner) = wants;
    Some(panel::apart(main).sent())
}

/// At the desk: the parts of the archive that the screen or the file drawn up last wants.
#[cfg(feature = "parts")]
pub fn wants() -> String {
    crate::corpus::listed(WANTS.read().unwrap_or_else(PoisonError::into_inner).iter())
}

/// At the desk: adds parts of the archive that the page has.
#[cfg(feature = "parts")]
pub fn add_parts(parts: Vec<Vec<u8>>) -> Result<(), OpenError> {
    let Some(archive) = archive() else { return Ok(()) };
    put(crate::corpus::grown(archive, parts)?);
    Ok(())
}

fn put(archive: Archive) {
    *ARCHIVE.write().unwrap_or_else(PoisonError::into_inner) = Some(archive);
}

/// Cheap: its bytes are shared.
fn archive() -> Option<Archive> {
    ARCHIVE.read().unwrap_or_else(PoisonError::into_inner).clone()
}

/// At the desk: the file of that key, for what an address shows: its name, its media type, its text. `None` as long as it wants
/// parts of the archive.
pub fn file(address: &str, key: &str) -> Option<Vec<String>> {
    let (file, wants) = export::file_and_wants(&archive()?, &query(address), key);
    *WANTS.write().unwrap_or_else(PoisonError::into_inner) = wants;
    let file = file?;
    Some(vec![file.name, file.media_type.to_owned(), file.text])
}

/// On the page: what changes when the desk is there, or was not to be had.
pub(crate) fn arrivals() -> ReadSignal<usize> {
    let arrivals = RwSignal::new(0);
    EventListener::new(&document(), "desk", move |_| arrivals.update(|arrivals| *arrivals += 1)).forget();
    arrivals.read_only()
}

/// On the page: the main region for an address, or what is said until the desk is there.
pub(crate) fn screen(address: &str) -> Element {
    let answer = call(&window(), "atDesk", &[address.into()]).ok();
    let drawn = answer.as_ref().and_then(|answer| answer.dyn_ref::<Uint8Array>()).map(Uint8Array::to_vec);
    if let Some(drawn) = drawn.and_then(|bytes| Element::received(&bytes)) {
        return drawn;
    }
    match answer.and_then(|answer| answer.as_string()) {
        Some(failed) => element("p").class("absent").set("role", "alert").add(failed),
        None => element("p").class("absent").set("role", "status").add("Counting …"),
    }
}
