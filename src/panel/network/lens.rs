//! Which part of the picture is seen: by buttons, by dragging, by pinching or the wheel with Ctrl.

use explore::language::wording;
use gloo::events::EventListener;
use graph::bounds::bounded;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent, WheelEvent};

use crate::part::{Element, element, named, say};

/// Room for names at the frame's sides.
const MARGIN: f64 = 56.0;
/// Nearest and farthest look.
const NEAREST: f64 = 8.0;
const FARTHEST: f64 = 0.5;

/// The frame in pixels, how near one looks, and where the picture's middle lies from the frame's.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Lens {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) zoom: f64,
    pub(crate) across: f64,
    pub(crate) down: f64,
    /// Where the pointer holds the picture.
    held: Option<(f64, f64)>,
}

impl Lens {
    /// Where a place in the picture (0 to 1) is seen, in pixels of the frame.
    pub(crate) fn place(&self, x: f32, y: f32) -> (f64, f64) {
        let place = |at: f32, size: f64, moved: f64| {
            let from_middle = (f64::from(at) - 0.5) * (size - 2.0 * MARGIN).max(1.0);
            size / 2.0 + moved + from_middle * self.zoom
        };
        (place(x, self.width, self.across), place(y, self.height, self.down))
    }
}

impl Default for Lens {
    fn default() -> Self {
        Lens { width: 720.0, height: 480.0, zoom: 1.0, across: 0.0, down: 0.0, held: None }
    }
}

/// Keeps the size of the element of this id.
pub(crate) fn measure(id: &'static str, lens: RwSignal<Lens>) {
    let size = move || {
        if let Some(frame) = named(id) {
            let width = f64::from(frame.client_width()).max(240.0);
            lens.try_update(|lens| (lens.width, lens.height) = (width, bounded(width * 0.68, 380.0, 760.0)));
        }
    };
    request_animation_frame(size);
    let listener = StoredValue::new_local(EventListener::new(&window(), "resize", move |_| size()));
    on_cleanup(move || listener.dispose());
}

pub(crate) fn controls(lens: RwSignal<Lens>) -> Element {
    let step = |sign: &'static str, says: &'static str, zoom: f64, across: f64, down: f64| {
        let step = move |_: &Event| {
            lens.update(|lens| {
                let (width, height) = (lens.width, lens.height);
                approach(lens, zoom, width / 2.0, height / 2.0);
                lens.across += across * width;
                lens.down += down * height;
            });
        };
        element("button").set("type", "button").says(say(says).to_owned()).on("click", step).add(sign)
    };
    let whole = move |_: &Event| lens.update(|lens| (lens.zoom, lens.across, lens.down) = (1.0, 0.0, 0.0));
    element("div")
        .class("controls")
        .set("role", "group")
        .set("aria-label", "What is seen of the picture")
        .add(step("+", wording("Look nearer"), 1.4, 0.0, 0.0))
        .add(step("−", wording("Look from farther off"), 1.0 / 1.4, 0.0, 0.0))
        .add(step("←", wording("Look left"), 1.0, 0.2, 0.0))
        .add(step("→", wording("Look right"), 1.0, -0.2, 0.0))
        .add(step("↑", wording("Look up"), 1.0, 0.0, 0.2))
        .add(step("↓", wording("Look down"), 1.0, 0.0, -0.2))
        .add(element("button").set("type", "button").on("click", whole).add("Whole picture"))
}

/// Moves the picture, if it has to, so that a place in it is seen.
pub(crate) fn bring(lens: RwSignal<Lens>, x: f32, y: f32) {
    let now = lens.get_untracked();
    let (across, down) = now.place(x, y);
    if !(0.0..=now.width).contains(&across) || !(0.0..=now.height).contains(&down) {
        lens.update(|lens| {
            lens.across += lens.width / 2.0 - across;
            lens.down += lens.height / 2.0 - down;
        });
    }
}

/// A wheel alone scrolls the page, as everywhere; pinching arrives as a wheel with Ctrl.
pub(crate) fn wheel(lens: RwSignal<Lens>, event: &Event) {
    let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
    if !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    event.prevent_default();
    if let Some((x, y)) = in_frame(event) {
        let factor = 1.0 - bounded(event.delta_y() / 500.0, -0.4, 0.4);
        lens.update(|lens| approach(lens, factor, x, y));
    }
}

pub(crate) fn grab(lens: RwSignal<Lens>, event: &Event) {
    let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
    let on_link = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let on_link = on_link.is_some_and(|element| element.closest("a").is_ok_and(|link| link.is_some()));
    if event.button() == 0 && !on_link {
        lens.update(|lens| lens.held = Some((f64::from(event.client_x()), f64::from(event.client_y()))));
        if let Some(canvas) = canvas(event) {
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
    }
}

pub(crate) fn drag(lens: RwSignal<Lens>, event: &Event) {
    if let (Some((x, y)), Some(event)) = (lens.get_untracked().held, event.dyn_ref::<PointerEvent>()) {
        let (now_x, now_y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        lens.update(|lens| {
            lens.across += now_x - x;
            lens.down += now_y - y;
            lens.held = Some((now_x, now_y));
        });
    }
}

pub(crate) fn let_go(lens: RwSignal<Lens>) {
    if lens.get_untracked().held.is_some() {
        lens.update(|lens| lens.held = None);
    }
}

/// Looks nearer by a factor; the point at (x, y) of the frame stays where it is.
fn approach(lens: &mut Lens, factor: f64, x: f64, y: f64) {
    let zoom = bounded(lens.zoom * factor, FARTHEST, NEAREST);
    let (x, y) = (x - lens.width / 2.0, y - lens.height / 2.0);
    let real = zoom / lens.zoom;
    lens.across = x - (x - lens.across) * real;
    lens.down = y - (y - lens.down) * real;
    lens.zoom = zoom;
}

fn canvas(event: &Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

fn in_frame(event: &WheelEvent) -> Option<(f64, f64)> {
    let place = canvas(event)?.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top()))
}
