//! Who is named with whom, ranked, as a table: the network's equal.

use explore::view::{PairEnd, PairRow, Pairs, Part};

use crate::part::{Element, anchor, count, element, empty, fill, isolated, pager, settings, swatch, wide};

pub(crate) fn pairs(pairs: Pairs) -> Element {
    let measured = !pairs.measure.is_empty();
    let (above, below) = settings(pairs.settings);
    let head = |words: &'static str| element("th").set("scope", "col").add(words);
    let heads = element("tr")
        .add(head("First"))
        .add(head("Second"))
        .add(head("Both").class("number"))
        .add(head("First only").class("number"))
        .add(head("Second only").class("number"))
        .add(measured.then(|| element("th").set("scope", "col").class("number").add(pairs.measure)))
        .add(head("p").class("number").set("title", "One-sided exact test"))
        .add(head("q").class("number").set("title", "False-discovery rate over all pairs counted"));
    let legend = pairs
        .rows
        .iter()
        .any(|row| row.is_single)
        .then(|| element("p").class("legend").add("Grey: seen once; strength says little."));
    let table = (!pairs.rows.is_empty()).then(|| {
        let rows: Vec<Element> = pairs.rows.into_iter().map(|each| row(each, measured)).collect();
        let table = element("table").add(element("thead").add(heads)).add(element("tbody").add(rows));
        wide("Table", table)
    });
    element("section")
        .class("pairs")
        .set("aria-label", "Pairs")
        .add(above)
        .add(empty(pairs.empty))
        .add(table)
        .add(legend)
        .add(pager(pairs.pages))
        .add(below)
}

fn row(row: PairRow, measured: bool) -> Element {
    let says = fill("{} with both {} and {}", &[&row.count.to_string(), &row.first.label, &row.second.label]);
    element("tr")
        .mark("data-single", row.is_single)
        .add(end(element("th").set("scope", "row"), row.first, None))
        .add(end(element("td"), row.second, None))
        .add(number().add(count(row.count, row.href, says)))
        .add(alone(row.first_only))
        .add(alone(row.second_only))
        .add(measured.then(|| number().add(row.value)))
        .add(number().add(row.p))
        .add(number().add(row.q))
}

fn number() -> Element {
    element("td").class("number")
}

/// A name in a cell, which puts it in the middle; one of many that share a stop of the Tab key, if it has a number.
pub(super) fn end(cell: Element, end: PairEnd, stop: Option<usize>) -> Element {
    let link = anchor(end.href).add(isolated(end.label));
    cell.add(swatch(end.colour)).add(match stop {
        Some(number) => link.stop(number),
        None => link,
    })
}

fn alone(part: Part) -> Element {
    let says = [&part.count.to_string(), " ", &part.label].concat();
    number().add(count(part.count, part.href, says))
}
