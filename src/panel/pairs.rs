//! Who is named with whom, ranked, as a table: the network's equal.

use explore::view::{PairEnd, PairRow, Pairs, Part};

use crate::part::{Element, anchor, count, element, empty, isolated, pager, settings, swatch};

pub(crate) fn pairs(pairs: Pairs) -> Element {
    let measured = !pairs.measure.is_empty();
    let head = |words: &'static str| element("th").set("scope", "col").add(words);
    let heads = element("tr")
        .add(head("First"))
        .add(head("Second"))
        .add(head("Both").class("number"))
        .add(head("First only").class("number"))
        .add(head("Second only").class("number"))
        .add(measured.then(|| element("th").set("scope", "col").class("number").add(pairs.measure)));
    let table = (!pairs.rows.is_empty()).then(|| {
        let rows: Vec<Element> = pairs.rows.into_iter().map(|each| row(each, measured)).collect();
        element("table").add(element("thead").add(heads)).add(element("tbody").add(rows))
    });
    element("section")
        .class("pairs")
        .set("aria-label", "Pairs")
        .add(settings(pairs.settings))
        .add(empty(pairs.empty))
        .add(table)
        .add(pager(pairs.pages))
}

fn row(row: PairRow, measured: bool) -> Element {
    let says = [&row.count.to_string(), " with both ", &row.first.label, " and ", &row.second.label].concat();
    element("tr")
        .add(end(element("th").set("scope", "row"), row.first))
        .add(end(element("td"), row.second))
        .add(number().add(count(row.count, row.href, says)))
        .add(alone(row.first_only))
        .add(alone(row.second_only))
        .add(measured.then(|| number().add(row.value)))
}

fn number() -> Element {
    element("td").class("number")
}

fn end(cell: Element, end: PairEnd) -> Element {
    cell.add(swatch(end.colour)).add(anchor(end.href).add(isolated(end.label)))
}

fn alone(part: Part) -> Element {
    let says = [&part.count.to_string(), " ", &part.label].concat();
    number().add(count(part.count, part.href, says))
}
