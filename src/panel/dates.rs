//! From and to, by writing or by dragging over the months.

use explore::view::Dates;

use crate::part::{Element, anchor, bars, bars_as_table, element, kept};

pub(crate) fn dates(dates: Dates) -> Element {
    let form = element("form")
        .set("method", "get")
        .add(kept(dates.kept))
        .add(element("label").set("for", "from").add("From"))
        .add(field("from", dates.from))
        .add(element("label").set("for", "to").add("to"))
        .add(field("to", dates.to))
        .add(element("button").set("id", "date").add("Apply"))
        .add(dates.clear.map(|href| anchor(href).add("Any date")));
    element("section")
        .set("id", "dates")
        .class("dates")
        .set("aria-label", "Dates")
        .add(form)
        .add(bars(&dates.timeline, "dates"))
        .add(bars_as_table(dates.timeline, "dates"))
}

fn field(name: &'static str, value: String) -> Element {
    element("input")
        .set("id", name)
        .set("name", name)
        .set("value", value)
        .set("placeholder", "2024-05")
        .set("title", "A year, a month or a day: 2024, 2024-05 or 2024-05-31")
        .set("pattern", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
        .set("autocomplete", "off")
        .set("maxlength", "10")
}
