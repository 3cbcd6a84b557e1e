//! Who is named with whom, ranked, as a table: the network's equal.

use explore::view::{PairEnd, PairRow, Pairs, Part};
use leptos::prelude::*;

use crate::part::{count, empty, pager, settings, swatch};

pub(crate) fn pairs(pairs: Pairs) -> AnyView {
    let measured = !pairs.measure.is_empty();
    let head = measured.then(|| view! { <th scope="col" class="number">{pairs.measure}</th> }.into_any());
    let has_rows = !pairs.rows.is_empty();
    let rows: Vec<AnyView> = pairs.rows.into_iter().map(|each| row(each, measured)).collect();
    let table = has_rows.then(|| {
        view! {
            <table>
                <thead>
                    <tr>
                        <th scope="col">{"First"}</th>
                        <th scope="col">{"Second"}</th>
                        <th scope="col" class="number">{"Both"}</th>
                        <th scope="col" class="number">{"First only"}</th>
                        <th scope="col" class="number">{"Second only"}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    });
    view! {
        <section class="pairs" aria-label="Pairs">
            {settings(pairs.settings)}
            {empty(pairs.empty)}
            {table}
            {pager(pairs.pages)}
        </section>
    }
    .into_any()
}

fn row(row: PairRow, measured: bool) -> AnyView {
    let says = [&row.count.to_string(), " with both ", row.first.label.as_str(), " and ", &row.second.label].concat();
    let value = measured.then(|| view! { <td class="number">{row.value}</td> }.into_any());
    view! {
        <tr>
            <th scope="row">{end(row.first)}</th>
            <td>{end(row.second)}</td>
            <td class="number">{count(String::new(), row.count, row.href, says)}</td>
            {alone(row.first_only)}
            {alone(row.second_only)}
            {value}
        </tr>
    }
    .into_any()
}

fn end(end: PairEnd) -> AnyView {
    view! { {swatch(end.colour)}<a href=end.href><bdi>{end.label}</bdi></a> }.into_any()
}

fn alone(part: Part) -> AnyView {
    let says = [&part.count.to_string(), " ", part.label.as_str()].concat();
    view! { <td class="number">{count(String::new(), part.count, part.href, says)}</td> }.into_any()
}
