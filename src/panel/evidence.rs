//! The units behind a pair's number, each in its document.

use explore::view::{Evidence, EvidenceUnit};
use leptos::prelude::*;

use crate::part::{date, link, pager, snippet};

pub(crate) fn evidence(evidence: Evidence) -> AnyView {
    let cells: Vec<AnyView> = evidence
        .cells
        .into_iter()
        .enumerate()
        .map(|(index, cell)| {
            let id = ["cell-", &index.to_string()].concat();
            let current = cell.current.then_some("true");
            view! { <li><a id=id href=cell.href aria-current=current><bdi>{cell.label}</bdi>{" "}<span class="count">{cell.count}</span></a></li> }
                .into_any()
        })
        .collect();
    let units: Vec<AnyView> = evidence.units.into_iter().map(unit).collect();
    view! {
        <section class="evidence" aria-label="Evidence">
            <p class="close"><a href=evidence.close>{"← Back to the list"}</a></p>
            <h2><bdi>{evidence.heading}</bdi></h2>
            <ul class="cells" aria-label="Of all counted">{cells}</ul>
            <ol class="units">{units}</ol>
            {pager(evidence.pages)}
        </section>
    }
    .into_any()
}

fn unit(unit: EvidenceUnit) -> AnyView {
    let passages: Vec<AnyView> = unit.passages.into_iter().map(snippet).collect();
    let note = (!unit.note.is_empty()).then(|| view! { <p class="note">{unit.note}</p> }.into_any());
    view! {
        <li>
            <h3>{link(unit.document)}</h3>
            <p class="origin">{date(unit.date)}</p>
            {passages}
            {note}
        </li>
    }
    .into_any()
}
