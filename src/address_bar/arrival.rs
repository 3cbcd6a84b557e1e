//! Where the screen and the focus are when a step is done: on the control that was used, on what was asked for, or
//! where one was before.

use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlFormElement, js_sys::Reflect};

use crate::part::{focus_in_place, named, show};

/// A place in the page, as an entry of the history remembers it.
#[derive(Default, Serialize)]
pub(crate) struct Visit {
    scroll: f64,
    focus: String,
}

/// What an entry remembers, if it is ours. Read field by field: a deserialiser's messages would cost five kilobytes.
pub(crate) fn visit(state: &JsValue) -> Option<Visit> {
    let field = |name: &str| Reflect::get(state, &name.into()).ok();
    Some(Visit { scroll: field("scroll")?.as_f64()?, focus: field("focus")?.as_string()? })
}

/// Where one is now.
pub(crate) fn place() -> Visit {
    let focus = document().active_element().map(|element| element.id()).unwrap_or_default();
    Visit { scroll: window().scroll_y().unwrap_or_default(), focus }
}

/// After the first drawing: as it was before a reload, or at what the address points to.
pub(crate) fn first(visit: Option<Visit>, anchor: &str) {
    if visit.is_some() {
        back(visit);
    } else if let Some(element) = named(anchor).or_else(pointed_at) {
        show(&element);
    }
}

/// After a deliberate step: the control that was used keeps the focus while it stands (links that lead elsewhere have
/// no id); else it goes to the passage or hit that was asked for, or to the heading.
pub(crate) fn after_step(used: &str) {
    drop_drafts();
    if let Some(control) = named(used) {
        let stands = document().active_element().is_some_and(|active| active == *control);
        if !stands {
            let _ = control.focus();
        }
    } else if let Some(element) = pointed_at() {
        show(&element);
    } else if let Some(heading) = named("heading") {
        let top = heading.get_bounding_client_rect().top();
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        if top < 0.0 || top > height / 2.0 {
            heading.scroll_into_view();
        }
        focus_in_place(&heading);
    }
}

/// After back, forward or a reload.
pub(crate) fn back(visit: Option<Visit>) {
    drop_drafts();
    let Some(visit) = visit else { return after_step("") };
    if let Some(control) = named(&visit.focus) {
        focus_in_place(&control);
    }
    window().scroll_to_with_x_and_y(0.0, visit.scroll);
}

/// Fields show what the address says again: panels write it as their default, which a draft covers.
fn drop_drafts() {
    let forms = document().forms();
    for index in 0..forms.length() {
        if let Some(form) = forms.item(index).and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            form.reset();
        }
    }
}

/// The first element that the address asks for.
fn pointed_at() -> Option<HtmlElement> {
    document().query_selector("[data-arrive]").ok().flatten()?.dyn_into().ok()
}
