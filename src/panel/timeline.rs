//! The documents by date, large.

use explore::view::Timeline;

use crate::part::{Element, bars, bars_as_table, element};

pub(crate) fn timeline(timeline: Timeline) -> Element {
    element("section")
        .class("timeline")
        .set("aria-label", "Timeline")
        .add(bars(&timeline, "timeline"))
        .add(bars_as_table(timeline, "timeline"))
}
