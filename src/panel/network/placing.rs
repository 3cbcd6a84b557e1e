//! Where the marks stand: a slice of the layout in each frame, so that the page answers meanwhile. Nothing moves; the
//! picture is drawn once, at rest.

use explore::Layout;
use leptos::prelude::*;

/// Pairs of nodes that push each other in a slice: some 3 ms. Networks of up to 160 names are done in the first.
const SLICE: usize = 4_000_000;

/// Shares of the picture's width and height, one for each node; none before all are at rest.
pub(crate) type Places = RwSignal<Vec<(f32, f32)>>;

pub(crate) fn places(layout: Layout) -> Places {
    let places = RwSignal::new(Vec::new());
    go_on(layout, places);
    places
}

fn go_on(mut layout: Layout, places: Places) {
    layout.advance((SLICE / layout.pushes_a_step().max(1)).max(1));
    if layout.is_at_rest() {
        places.try_set(layout.positions().iter().map(|place| (place.x, place.y)).collect());
    } else if !places.is_disposed() {
        request_animation_frame(move || go_on(layout, places));
    }
}
