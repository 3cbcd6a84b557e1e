//! The units behind a pair's number, each in its document.

use explore::view::{Cell, Evidence, EvidenceUnit};

use crate::part::{Element, anchor, date, element, isolated, link, pager, snippet};

pub(crate) fn evidence(evidence: Evidence) -> Element {
    let cells: Vec<Element> = evidence.cells.into_iter().enumerate().map(cell).collect();
    let units: Vec<Element> = evidence.units.into_iter().map(unit).collect();
    element("section")
        .class("evidence")
        .set("aria-label", "Evidence")
        .add(
            element("ul")
                .class("cells")
                .set("aria-label", "All that was counted, by which of the two is named")
                .add(cells),
        )
        .add(element("ol").class("units").add(units))
        .add(pager(evidence.pages))
}

fn cell((index, cell): (usize, Cell)) -> Element {
    let number = element("span").class("count").add(cell.count);
    let link = anchor(cell.href)
        .set("id", ["cell-", &index.to_string()].concat())
        .add(isolated(cell.label))
        .add(" ")
        .add(number);
    element("li").add(if cell.current { link.set("aria-current", "true") } else { link })
}

pub(super) fn unit(unit: EvidenceUnit) -> Element {
    let passages: Vec<Element> = unit.passages.into_iter().map(snippet).collect();
    element("li")
        .add(element("h2").add(link(unit.document)))
        .add(element("p").class("origin").add(date(unit.date)))
        .add(passages)
        .add((!unit.note.is_empty()).then(|| element("p").class("note").add(unit.note)))
}
