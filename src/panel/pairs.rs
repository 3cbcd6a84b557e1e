//! Who is named with whom, ranked, as a table: the network's equal.

use explore::{
    language::wording,
    view::{PairEnd, PairRow, Pairs, Part},
};

use crate::part::{
    Element, anchor, count, element, empty, figure, fill, isolated, number, pager, settings, swatch, wide,
};

pub(crate) fn pairs(pairs: Pairs) -> Element {
    let (above, below) = settings(pairs.settings);
    let head = |words: &'static str| element("th").set("scope", "col").add(words);
    let heads = element("tr")
        .add(head(wording("First")))
        .add(head(wording("Second")))
        .add(head(wording("Both")).class("number"))
        .add(head(wording("First only")).class("number"))
        .add(head(wording("Second only")).class("number"))
        .add(measured(&pairs.measure, || element("th").set("scope", "col").class("number").add(pairs.measure.clone())))
        .add(head(wording("p")).class("number").set("title", "One-sided exact test"))
        .add(head(wording("q")).class("number").set("title", "False-discovery rate over all pairs counted"));
    let legend = pairs
        .rows
        .iter()
        .any(|row| row.is_single)
        .then(|| element("p").class("legend").add("Grey: seen once; strength says little."));
    let table = (!pairs.rows.is_empty()).then(|| {
        let rows: Vec<Element> = pairs.rows.into_iter().map(|each| row(each, &pairs.measure)).collect();
        let table = element("table").add(element("thead").add(heads)).add(element("tbody").add(rows));
        wide(wording("Table"), table)
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

/// What there is only if pairs are measured.
fn measured(measure: &str, cell: impl FnOnce() -> Element) -> Option<Element> {
    (!measure.is_empty()).then(cell)
}

fn row(row: PairRow, measure: &str) -> Element {
    let says = fill("{} with both {} and {}", &[&figure(row.count), &row.first.label, &row.second.label]);
    element("tr")
        .mark("data-single", row.is_single)
        .add(end(element("th").set("scope", "row"), row.first, None))
        .add(end(element("td"), row.second, None))
        .add(number("Both").add(count(row.count, row.href, says)))
        .add(alone("First only", row.first_only))
        .add(alone("Second only", row.second_only))
        .add(measured(measure, || number(measure.to_owned()).add(row.value)))
        .add(number("p").add(row.p))
        .add(number("q").add(row.q))
}

/// A name in a cell, which puts it in the middle; one of many that share a stop of the Tab key, if it has a number.
pub(super) fn end(cell: Element, end: PairEnd, stop: Option<usize>) -> Element {
    let link = anchor(end.href).add(isolated(end.label));
    cell.add(swatch(end.colour)).add(match stop {
        Some(number) => link.stop(number),
        None => link,
    })
}

fn alone(head: &'static str, part: Part) -> Element {
    let says = [&figure(part.count), " ", &part.label].concat();
    number(head).add(count(part.count, part.href, says))
}
