//! Documents by month: bars to follow or to drag over, and the same as a table.

use explore::view::Timeline;
use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, PointerEvent};

use super::{count, link};

/// `id` begins the ids of the bars. Dragging fills in the form of dates and sends it.
pub(crate) fn bars(timeline: Timeline, id: &'static str) -> AnyView {
    let most = timeline.most.max(1) as f64;
    let written: StoredValue<Vec<String>> =
        StoredValue::new(timeline.bars.iter().map(|bar| bar.written.clone()).collect());
    let number = timeline.bars.len();
    // First and last bar under the drag that is going on.
    let dragged = RwSignal::new(None::<(usize, usize)>);
    let moved = move |event: PointerEvent| {
        let Some((start, last)) = dragged.get_untracked() else { return };
        let now = bar_under(&event, number).unwrap_or(last);
        if now != last {
            if let Some(bars) = event.current_target().and_then(|bars| bars.dyn_into::<Element>().ok()) {
                // From here on it is a drag, not a click on a bar.
                let _ = bars.set_pointer_capture(event.pointer_id());
            }
            dragged.set(Some((start, now)));
        }
    };
    let let_go = move |_: PointerEvent| {
        if let Some((start, last)) = dragged.get_untracked() {
            dragged.set(None);
            if start != last {
                written.with_value(|written| choose(&written[start.min(last)], &written[start.max(last)]));
            }
        }
    };
    let bars: Vec<AnyView> = timeline
        .bars
        .into_iter()
        .enumerate()
        .map(|(index, bar)| {
            let says = [bar.label.as_str(), ": ", &bar.count.to_string()].concat();
            let id = [id, "-", &bar.written].concat();
            let brushed = move || {
                dragged.get().is_some_and(|(a, b)| a != b && (a.min(b)..=a.max(b)).contains(&index)).then_some("")
            };
            let share = (bar.count as f64 / most).to_string();
            view! {
                <li data-brushed=brushed data-chosen=bar.chosen.then_some("")>
                    <a id=id href=bar.href draggable="false" aria-label=says.clone() title=says>
                        <span class={"bar"} style=("--share", share)></span>
                    </a>
                    {bar.tick.map(|tick| view! { <span class="tick" aria-hidden="true">{tick}</span> })}
                </li>
            }
            .into_any()
        })
        .collect();
    let notes: Vec<AnyView> = timeline
        .notes
        .into_iter()
        .map(|note| view! { <p class="note">{note.text}{" "}{note.way_out.map(link)}</p> }.into_any())
        .collect();
    view! {
        <figure class="bars">
            <ol
                on:pointerdown=move |event: PointerEvent| {
                    if event.button() == 0 {
                        dragged.set(bar_under(&event, number).map(|bar| (bar, bar)));
                    }
                }
                on:pointermove=moved
                on:pointerup=let_go
                on:pointercancel=move |_| dragged.set(None)
            >
                {bars}
            </ol>
            <figcaption>{timeline.caption}</figcaption>
            {notes}
        </figure>
    }
    .into_any()
}

/// The same numbers, to read and to follow.
pub(crate) fn bars_as_table(timeline: Timeline, id: &'static str) -> AnyView {
    let rows: Vec<AnyView> = timeline
        .bars
        .into_iter()
        .map(|bar| {
            let says = [&bar.count.to_string(), " documents, ", bar.label.as_str()].concat();
            let id = [id, "-row-", &bar.written].concat();
            view! { <tr><th scope="row">{bar.label}</th><td>{count(id, bar.count, bar.href, says)}</td></tr> }
                .into_any()
        })
        .collect();
    view! {
        <details class="bars-table">
            <summary>{"As a table"}</summary>
            <table>
                <thead><tr><th scope="col">{"Date"}</th><th scope="col">{"Documents"}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn bar_under(event: &PointerEvent, number: usize) -> Option<usize> {
    let bars = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    let along = (f64::from(event.client_x()) - bars.left()) / bars.width();
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
