//! From and to, by writing or by dragging over the months.

use explore::view::Dates;
use leptos::prelude::*;

use crate::part::{bars, bars_as_table, kept};

pub(crate) fn dates(dates: Dates) -> AnyView {
    let clear = dates.clear.map(|href| view! { <a href=href>{"Any date"}</a> }.into_any());
    view! {
        <section id="dates" class="dates" aria-label="Dates">
            <form method="get">
                {kept(dates.kept)}
                <label for="from">{"From"}</label>
                {field("from", dates.from)}
                <label for="to">{"to"}</label>
                {field("to", dates.to)}
                <button id="date">{"Apply"}</button>
                {clear}
            </form>
            {bars(dates.timeline.clone(), "dates")}
            {bars_as_table(dates.timeline, "dates")}
        </section>
    }
    .into_any()
}

fn field(name: &'static str, value: String) -> AnyView {
    view! {
        <input
            id=name
            name=name
            value=value
            placeholder="2024-05"
            title="A year, a month or a day: 2024, 2024-05 or 2024-05-31"
            pattern="[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
            autocomplete="off"
            maxlength="10"
            size="10"
        />
    }
    .into_any()
}
