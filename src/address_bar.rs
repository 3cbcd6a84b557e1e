//! The only state: one signal with the address, and the only room that touches `location` and `history`.
//!
//! Links to `?…` and forms are followed here instead of by the browser. Every deliberate step is an entry of the
//! history. Typing makes one entry, whatever its length: its first letter adds it, the next ones replace it, and Enter
//! or leaving the field closes it. Each entry remembers how far it was scrolled and what had the focus.

mod arrival;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use explore::Query;
use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FormData, HtmlFormElement, HtmlInputElement, MouseEvent, PopStateEvent, UrlSearchParams,
};

use crate::part::focus_in_place;
use arrival::{Visit, visit};

/// Milliseconds without a key before what was typed is asked for.
const TYPING_PAUSE: u32 = 120;
/// Milliseconds between two notes of the place in the page; a browser allows about three a second (WebKit: 100 in 30 s).
const PLACE_PAUSE: u32 = 400;

#[derive(Clone, Copy, PartialEq)]
enum Entry {
    Add,
    Replace,
}

/// What the listeners share.
struct Bar {
    address: RwSignal<String>,
    /// Whether the current entry was made by typing that is still going on.
    typing: Cell<bool>,
    /// The form typed in, waiting for a pause.
    typed: RefCell<Option<(HtmlFormElement, Timeout)>>,
    place: RefCell<Option<Timeout>>,
}

/// The address from its `?` on, as it stands now and as it changes. Call it once.
pub(crate) fn address() -> ReadSignal<String> {
    let here = search();
    let bar = Rc::new(Bar {
        address: RwSignal::new(here),
        typing: Cell::new(false),
        typed: RefCell::new(None),
        place: RefCell::new(None),
    });
    report(window().history().and_then(|history| history.set_scroll_restoration(web_sys::ScrollRestoration::Manual)));
    listen(&bar, &document(), "click", clicked);
    listen(&bar, &document(), "submit", submitted);
    listen(&bar, &document(), "input", typed);
    listen(&bar, &document(), "focusout", |bar, event| {
        if live_form(event).is_some() {
            settle(bar);
        }
    });
    listen(&bar, &window(), "popstate", travelled);
    listen(&bar, &window(), "pagehide", |_, _| remember());
    for moved in ["scroll", "focusin"] {
        listen(&bar, &document(), moved, |bar, _| {
            *bar.place.borrow_mut() = Some(Timeout::new(PLACE_PAUSE, remember));
        });
    }
    let visit = visit(&window().history().and_then(|history| history.state()).unwrap_or(JsValue::NULL));
    let anchor = window().location().hash().unwrap_or_default();
    request_animation_frame(move || arrival::first(visit, anchor.trim_start_matches('#')));
    bar.address.read_only()
}

fn listen(bar: &Rc<Bar>, target: &web_sys::EventTarget, name: &'static str, heard: fn(&Rc<Bar>, &Event)) {
    let bar = bar.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, move |event| heard(&bar, event)).forget();
}

/// A plain click on a link within the page; all others are the browser's.
fn clicked(bar: &Rc<Bar>, event: &Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
    let plain = mouse.button() == 0 && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key());
    if !plain || event.default_prevented() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href^='?']:not([target], [download])").ok().flatten());
    if let Some(link) = link {
        event.prevent_default();
        settle(bar);
        // Not every browser gives a link that is clicked the focus; the entry left remembers it.
        if let Some(link) = link.dyn_ref() {
            focus_in_place(link);
        }
        step(bar, link.get_attribute("href").unwrap_or_default(), link.id());
    }
}

fn submitted(bar: &Rc<Bar>, event: &Event) {
    let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form.filter(|form| form.method() == "get") else { return };
    event.prevent_default();
    let typing = bar.typing.get();
    settle(bar);
    let focus = document().active_element().map(|element| element.id()).unwrap_or_default();
    if let Some(address) = address_from_form(&form) {
        // What was typed may be here already; then there is only the entry to close.
        if typing && address == bar.address.get_untracked() {
            remember();
        } else {
            step(bar, address, focus);
        }
    }
}

/// A letter in a form that answers while one types.
fn typed(bar: &Rc<Bar>, event: &Event) {
    let Some(form) = live_form(event) else { return };
    let later = bar.clone();
    let timer = Timeout::new(TYPING_PAUSE, move || ask(&later));
    *bar.typed.borrow_mut() = Some((form, timer));
}

/// Asks for what was typed and is still waiting, if anything is.
fn ask(bar: &Bar) {
    let Some((form, timer)) = bar.typed.borrow_mut().take() else { return };
    timer.cancel();
    if let Some(address) = address_from_form(&form).filter(|address| *address != bar.address.get_untracked()) {
        let entry = if bar.typing.replace(true) { Entry::Replace } else { Entry::Add };
        go(bar, address, entry);
    }
}

/// Ends the typing: what comes next is a step of its own.
fn settle(bar: &Bar) {
    ask(bar);
    bar.typing.set(false);
}

fn step(bar: &Bar, address: String, focus: String) {
    go(bar, address, Entry::Add);
    request_animation_frame(move || arrival::after_step(&focus));
}

fn go(bar: &Bar, address: String, entry: Entry) {
    if address == bar.address.get_untracked() {
        return;
    }
    // An address of nothing but its "?" is the page itself, in whatever folder it stands.
    let url = if address.len() > 1 { address.clone() } else { window().location().pathname().unwrap_or_default() };
    let written = window().history().and_then(|history| match entry {
        Entry::Add => {
            remember();
            history.push_state_with_url(&state(&Visit::default()), "", Some(&url))
        }
        Entry::Replace => history.replace_state_with_url(&state(&arrival::place()), "", Some(&url)),
    });
    report(written);
    bar.address.set(address);
}

/// Back or forward.
fn travelled(bar: &Rc<Bar>, event: &Event) {
    *bar.typed.borrow_mut() = None;
    bar.typing.set(false);
    let here = search();
    let visit = event.dyn_ref::<PopStateEvent>().and_then(|event| visit(&event.state()));
    // A step to an anchor of the same view has no note of its own: the browser scrolls there itself.
    if visit.is_none() && here == bar.address.get_untracked() {
        return;
    }
    bar.address.set(here);
    request_animation_frame(move || arrival::back(visit));
}

/// Notes scroll and focus in the current entry.
fn remember() {
    report(window().history().and_then(|history| history.replace_state_with_url(&state(&arrival::place()), "", None)));
}

fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// An address of this page as others can open it: with the page's own place before it.
pub(crate) fn whole(address: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    [here.split(['?', '#']).next().unwrap_or_default(), address].concat()
}

fn state(visit: &Visit) -> JsValue {
    serde_wasm_bindgen::to_value(visit).unwrap_or(JsValue::NULL)
}

/// The canonical address of a form's fields; those left empty say nothing.
fn address_from_form(form: &HtmlFormElement) -> Option<String> {
    let fields = FormData::new_with_form(form).ok()?;
    let written: String = UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?.to_string().into();
    let given: Vec<&str> = written.split('&').filter(|field| !field.ends_with('=')).collect();
    Some(Query::parse(&given.join("&")).to_url())
}

/// The form of an event's field, if it is one that answers while one types.
fn live_form(event: &Event) -> Option<HtmlFormElement> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    field.form().filter(|form| form.has_attribute("data-live"))
}

/// A browser may refuse (too many steps in too short a time); the page goes on from its signal.
fn report(outcome: Result<(), JsValue>) {
    if let Err(refused) = outcome {
        web_sys::console::warn_1(&refused);
    }
}
