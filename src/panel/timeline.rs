//! The documents by date, large.

use explore::view::Timeline;
use leptos::prelude::*;

use crate::part::{bars, bars_as_table};

pub(crate) fn timeline(timeline: Timeline) -> AnyView {
    view! {
        <section class="timeline" aria-label="Timeline">
            {bars(timeline.clone(), "timeline")}
            {bars_as_table(timeline, "timeline")}
        </section>
    }
    .into_any()
}
