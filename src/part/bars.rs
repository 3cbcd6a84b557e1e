//! Documents by month: bars to follow or to drag over, and the same as a table.

use explore::{
    language::wording,
    view::{Bar, Timeline},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, PointerEvent};

use super::{
    anchor, count, documents,
    element::{Element, element, live},
    figure, fill, link,
};

/// Where bars are more than this they stand in one line, however narrow; else each is wide enough to hit, and they wrap.
const MANY: usize = 60;

/// `id` begins the ids of the bars. Dragging fills in the form of dates and sends it.
pub(crate) fn bars(timeline: &Timeline, id: &'static str) -> Element {
    let written: Vec<String> = timeline.bars.iter().map(|bar| bar.written.clone()).collect();
    let notes: Vec<Element> = timeline
        .notes
        .iter()
        .map(|note| element("p").class("note").add(note.text.clone()).add(" ").add(note.way_out.clone().map(link)))
        .collect();
    // Nothing to draw, or not yet: then there is no highest either.
    let highest = (timeline.most > 0).then(|| fill("The highest bar is {}.", &[&figure(timeline.most)]));
    let caption = element("figcaption").add(timeline.caption.clone()).add(" ").add(highest);
    // First and last bar under the drag that is going on.
    let dragged = RwSignal::new(None::<(usize, usize)>);
    let drawn = timeline.clone();
    let list =
        live(move || Some(list(&drawn, id, dragged.get().map(in_order)).mark("data-many", drawn.bars.len() > MANY)));
    let field = element("div")
        .on("pointerdown", move |event| {
            if pointer(event).is_some_and(|pointer| pointer.button() == 0) {
                dragged.set(bar_under(event).map(|bar| (bar, bar)));
            }
        })
        .on("pointermove", move |event| {
            let Some((start, last)) = dragged.get_untracked() else { return };
            let now = bar_under(event).unwrap_or(last);
            if now != last {
                // From here on it is a drag, not a click on a bar.
                if let (Some(field), Some(pointer)) = (field_of(event), pointer(event)) {
                    let _ = field.set_pointer_capture(pointer.pointer_id());
                }
                dragged.set(Some((start, now)));
            }
        })
        .on("pointerup", move |_| {
            if let Some((first, last)) = dragged.get_untracked().map(in_order) {
                dragged.set(None);
                if let (true, Some(first), Some(last)) = (first < last, written.get(first), written.get(last)) {
                    choose(first, last);
                }
            }
        })
        .on("pointercancel", move |_| dragged.set(None))
        .add(list);
    element("figure").class("bars").add(field).add(caption).add(notes)
}

fn list(timeline: &Timeline, id: &str, dragged: Option<(usize, usize)>) -> Element {
    let bar = |(index, bar): (usize, &Bar)| {
        let says = fill("{}: {}", &[&bar.label, &documents(bar.count)]);
        let share = (bar.count * 100).div_ceil(timeline.most.max(1)).to_string();
        let link = anchor(bar.href.clone())
            .set("id", [id, "-", &bar.written].concat())
            .set("draggable", "false")
            .says(says)
            .add(element("span").class("bar").set("--share", share));
        let tick = bar.tick.clone().map(|tick| element("span").class("tick").set("aria-hidden", "true").add(tick));
        let is_dragged = dragged.is_some_and(|(first, last)| first < last && first <= index && index <= last);
        element("li").mark("data-chosen", bar.chosen).mark("data-dragged", is_dragged).add(link).add(tick)
    };
    element("ol").add(timeline.bars.iter().enumerate().map(bar).collect::<Vec<Element>>())
}

/// The same numbers, to read and to follow.
pub(crate) fn bars_as_table(timeline: Timeline, id: &'static str) -> Element {
    let head = |words| element("th").set("scope", "col").add(words);
    let rows: Vec<Element> = timeline
        .bars
        .into_iter()
        .map(|bar| {
            let says = fill("{}, {}", &[&documents(bar.count), &bar.label]);
            let count = count(bar.count, bar.href, says).set("id", [id, "-row-", &bar.written].concat());
            element("tr").add(element("th").set("scope", "row").add(bar.label)).add(element("td").add(count))
        })
        .collect();
    let table = element("table")
        .add(element("thead").add(element("tr").add(head(wording("Date"))).add(head(wording("Documents")))))
        .add(element("tbody").add(rows));
    element("details").class("bars-table").add(element("summary").add("As a table")).add(table)
}

fn in_order((one, other): (usize, usize)) -> (usize, usize) {
    (one.min(other), one.max(other))
}

fn pointer(event: &Event) -> Option<&PointerEvent> {
    event.dyn_ref()
}

fn field_of(event: &Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

/// The bar at the pointer, which may hold on to another element.
fn bar_under(event: &Event) -> Option<usize> {
    let pointer = pointer(event)?;
    let there = document().element_from_point(pointer.client_x() as f32, pointer.client_y() as f32)?;
    let bar = there.closest("li").ok()??;
    let list = bar.parent_element()?;
    let is_ours = field_of(event)?.contains(Some(&bar));
    is_ours.then(|| {
        (0..list.children().length()).position(|index| list.children().item(index).is_some_and(|one| one == bar))
    })?
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
