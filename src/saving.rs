//! Files: a click on a control that names one in `data-file` makes it here, in the page, and saves it.

use archive::Archive;
use explore::{Query, export};
use gloo::{events::EventListener, timers::callback::Timeout};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, HtmlElement, Url, js_sys::Array};

/// Milliseconds that a browser may take to fetch a file it was given the address of.
const FETCHED: u32 = 10_000;

/// Listens for as long as the page lives.
pub(crate) fn listen(archive: &'static Archive, query: Memo<Query>) {
    EventListener::new(&document(), "click", move |event| {
        let control = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let control = control.and_then(|control| control.closest("[data-file]").ok().flatten());
        let Some(key) = control.and_then(|control| control.get_attribute("data-file")) else { return };
        let file = query.with_untracked(|query| export::file(archive, query, &key));
        let saved = file.map_or(Ok(()), |file| keep(&blob(&file.text, file.media_type)?, &file.name));
        if let Err(refused) = saved {
            web_sys::console::warn_1(&refused);
        }
    })
    .forget();
}

fn blob(text: &str, media_type: &str) -> Result<Blob, JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    blob.slice_with_f64_and_f64_and_content_type(0.0, blob.size(), media_type)
}

fn keep(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    follow(&url, name)?;
    Timeout::new(FETCHED, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// The browser's own way to save: a link to the file, followed.
fn follow(url: &str, name: &str) -> Result<(), JsValue> {
    let link = document().create_element("a")?;
    link.set_attribute("href", url)?;
    link.set_attribute("download", name)?;
    link.unchecked_ref::<HtmlElement>().click();
    Ok(())
}
