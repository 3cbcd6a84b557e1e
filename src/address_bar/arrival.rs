//! Where the screen and the focus are when a step is done: on the control that was used, on what was asked for, or
//! where one was before.

use leptos::{prelude::*, web_sys};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlFormElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// A place in the page, as an entry of the history remembers it.
#[derive(Default, Serialize, Deserialize)]
pub struct Visit {
    scroll: f64,
    focus: String,
}

/// Where one is now.
pub fn place() -> Visit {
    let focus = document().active_element().map(|element| element.id()).unwrap_or_default();
    Visit { scroll: window().scroll_y().unwrap_or_default(), focus }
}

/// After the first drawing: as it was before a reload, or at what the address points to.
pub fn first(visit: Option<Visit>, anchor: &str) {
    if visit.is_some() {
        back(visit);
    } else if let Some(element) = element(anchor).or_else(pointed_at) {
        show(&element);
    }
}

/// After a deliberate step: the control that was used keeps the focus while it stands (links that lead elsewhere have
/// no id); else it goes to the passage or hit that was asked for, or to the heading.
pub fn after_step(used: &str) {
    drop_drafts();
    if let Some(control) = element(used) {
        let stands = document().active_element().is_some_and(|active| active == *control);
        if !stands {
            let _ = control.focus();
        }
    } else if let Some(element) = pointed_at() {
        show(&element);
    } else if let Some(heading) = element("heading") {
        let top = heading.get_bounding_client_rect().top();
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        if top < 0.0 || top > height / 2.0 {
            heading.scroll_into_view();
        }
        focus_in_place(&heading);
    }
}

/// After back, forward or a reload.
pub fn back(visit: Option<Visit>) {
    drop_drafts();
    let Some(visit) = visit else { return after_step("") };
    if let Some(control) = element(&visit.focus) {
        focus_in_place(&control);
    }
    window().scroll_to_with_x_and_y(0.0, visit.scroll);
}

/// Scrolls an element to the middle of the screen and gives it the focus.
pub fn show(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    focus_in_place(element);
}

fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
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

fn element(id: &str) -> Option<HtmlElement> {
    as_html(document().get_element_by_id(id)?)
}

/// The first element that the address asks for.
fn pointed_at() -> Option<HtmlElement> {
    as_html(document().query_selector("[data-arrive]").ok().flatten()?)
}

fn as_html(element: Element) -> Option<HtmlElement> {
    element.dyn_into().ok()
}
