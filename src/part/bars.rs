//! Documents by month: bars to follow or to drag over, and the same as a table.

use explore::view::Timeline;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, PointerEvent};

use super::{
    anchor, count, documents_word,
    element::{Element, element, live},
    link,
};

/// `id` begins the ids of the bars. Dragging fills in the form of dates and sends it.
pub(crate) fn bars(timeline: &Timeline, id: &'static str) -> Element {
    let number = timeline.bars.len();
    let written: Vec<String> = timeline.bars.iter().map(|bar| bar.written.clone()).collect();
    // First and last bar under the drag that is going on.
    let dragged = RwSignal::new(None::<(usize, usize)>);
    let bars: Vec<Element> = timeline
        .bars
        .iter()
        .map(|bar| {
            let number = bar.count.to_string();
            let says = [bar.label.as_str(), ": ", &number, documents_word(bar.count)].concat();
            let share = (bar.count * 100).div_ceil(timeline.most.max(1)).to_string();
            let link = anchor(bar.href.clone())
                .set("id", [id, "-", &bar.written].concat())
                .set("draggable", "false")
                .says(says)
                .add(element("span").class("bar").set("--share", share));
            let tick = bar.tick.clone().map(|tick| element("span").class("tick").set("aria-hidden", "true").add(tick));
            element("li").mark("data-chosen", bar.chosen).add(link).add(tick)
        })
        .collect();
    let notes: Vec<Element> = timeline
        .notes
        .iter()
        .map(|note| element("p").class("note").add(note.text.clone()).add(" ").add(note.way_out.clone().map(link)))
        .collect();
    let brush = live(move || {
        let (first, last) = in_order(dragged.get()?);
        let brush = element("li").class("brush").set("--first", first.to_string()).set("--last", last.to_string());
        Some(brush.set("--number", number.to_string()).set("aria-hidden", "true"))
    });
    let list = element("ol")
        .on("pointerdown", move |event| {
            if pointer(event).is_some_and(|pointer| pointer.button() == 0) {
                dragged.set(bar_under(event, number).map(|bar| (bar, bar)));
            }
        })
        .on("pointermove", move |event| {
            let Some((start, last)) = dragged.get_untracked() else { return };
            let now = bar_under(event, number).unwrap_or(last);
            if now != last {
                // From here on it is a drag, not a click on a bar.
                if let (Some(bars), Some(pointer)) = (list_of(event), pointer(event)) {
                    let _ = bars.set_pointer_capture(pointer.pointer_id());
                }
                dragged.set(Some((start, now)));
            }
        })
        .on("pointerup", move |_| {
            if let Some((first, last)) = dragged.get_untracked().map(in_order) {
                dragged.set(None);
                if first < last {
                    choose(&written[first], &written[last]);
                }
            }
        })
        .on("pointercancel", move |_| dragged.set(None))
        .add(bars)
        .add(brush);
    element("figure").class("bars").add(list).add(element("figcaption").add(timeline.caption.clone())).add(notes)
}

/// The same numbers, to read and to follow.
pub(crate) fn bars_as_table(timeline: Timeline, id: &'static str) -> Element {
    let head = |words| element("th").set("scope", "col").add(words);
    let rows: Vec<Element> = timeline
        .bars
        .into_iter()
        .map(|bar| {
            let says = [bar.count.to_string().as_str(), documents_word(bar.count), ", ", &bar.label].concat();
            let count = count(bar.count, bar.href, says).set("id", [id, "-row-", &bar.written].concat());
            element("tr").add(element("th").set("scope", "row").add(bar.label)).add(element("td").add(count))
        })
        .collect();
    let table = element("table")
        .add(element("thead").add(element("tr").add(head("Date")).add(head("Documents"))))
        .add(element("tbody").add(rows));
    element("details").class("bars-table").add(element("summary").add("As a table")).add(table)
}

fn in_order((one, other): (usize, usize)) -> (usize, usize) {
    (one.min(other), one.max(other))
}

fn pointer(event: &Event) -> Option<&PointerEvent> {
    event.dyn_ref()
}

fn list_of(event: &Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

fn bar_under(event: &Event, number: usize) -> Option<usize> {
    let bars = list_of(event)?.get_bounding_client_rect();
    let along = (f64::from(pointer(event)?.client_x()) - bars.left()) / bars.width();
    (number > 0 && along.is_finite()).then(|| ((along * number as f64).max(0.0) as usize).min(number - 1))
}

/// Fills in the form of dates, which every view has, and sends it.
fn choose(from: &str, to: &str) {
    let field = |id| document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let (Some(first), Some(last)) = (field("from"), field("to")) {
        first.set_value(from);
        last.set_value(to);
        if let Some(form) = last.form() {
            let _ = form.request_submit();
        }
    }
}
