//! Two selections side by side: what each is, where their shares differ most, what is distinctive of each.

use explore::{
    language::wording,
    view::{Compare, CompareRow, CompareTable, Part, Side},
};

use crate::part::{Element, anchor, count, element, empty, figure, fill, isolated, number, swatch, wide};

pub(crate) fn compare(compare: Compare) -> Element {
    let ways = [
        (wording("Swap the sides"), compare.exchanged),
        (wording("Keep A as the other side and choose anew"), compare.keep),
        (wording("Compare with all other documents"), compare.others),
    ];
    let ways: Vec<Element> =
        ways.into_iter().filter_map(|(words, href)| Some(element("li").add(anchor(href?).add(words)))).collect();
    let notes: Vec<Element> = compare.notes.into_iter().map(|note| element("p").class("note").add(note)).collect();
    let facets: Vec<Element> = compare.facets.into_iter().map(table).collect();
    let keyness: Vec<Element> = compare.keyness.into_iter().map(table).collect();
    let is_shown = !compare.caption.is_empty();
    element("section")
        .class("compare")
        .set("aria-label", "Comparison")
        .add(element("div").class("sides").add(side(compare.first)).add(side(compare.second)))
        .add(element("ul").class("ways").add(ways))
        .add(empty(compare.empty))
        .add(is_shown.then(|| element("p").class("caption").add(compare.caption)))
        .add(notes)
        .add(facets)
        .add(keyness)
}

fn side(side: Side) -> Element {
    let passages = if side.passages == 1 { wording("{} passage") } else { wording("{} passages") };
    let passages = fill(passages, &[&figure(side.passages)]);
    // The first place is left for the link.
    let size = if side.documents.count == 1 { wording("{} document, {}") } else { wording("{} documents, {}") };
    let size = fill(size, &["{}", &passages]);
    let documents = count(side.documents.count, side.documents.href, side.documents.label);
    let size = element("p").around(size.into(), documents);
    element("section").add(element("h2").add(side.name)).add(element("p").add(isolated(side.words))).add(size)
}

fn table(table: CompareTable) -> Element {
    let is_tested = !table.tested.is_empty();
    let tested = is_tested.then(|| element("p").class("caption").add(table.tested));
    let head = |words: &'static str| element("th").set("scope", "col").class("number").add(words);
    let mut heads = element("tr")
        .add(element("td"))
        .add(head(wording("A")))
        .add(head(wording("Share of A")))
        .add(head(wording("B")))
        .add(head(wording("Share of B")))
        .add(head(wording("Difference")).set("title", "Percentage points"));
    if is_tested {
        heads = heads
            .add(head(wording("Log-ratio")).set("title", "How many times as common in A as in B, in doublings"))
            .add(head(wording("G²")).set("title", "Evidence; negative where it is commoner in B"))
            .add(head(wording("p")).set("title", "One-sided exact test"))
            .add(head(wording("Corrected")).set("title", "p times the number of tests (Bonferroni)"));
    }
    let rows: Vec<Element> = table.rows.into_iter().map(|each| row(each, is_tested)).collect();
    let drawn = element("table").add(element("thead").add(heads)).add(element("tbody").add(rows));
    element("section").add(element("h2").add(table.label.clone())).add(tested).add(wide(table.label, drawn))
}

fn row(row: CompareRow, is_tested: bool) -> Element {
    let opens = |head: &'static str, part: Part| number(head).add(count(part.count, part.href, part.label));
    let line = element("tr")
        .add(element("th").set("scope", "row").add(swatch(row.colour)).add(isolated(row.label)))
        .add(opens(wording("A"), row.first))
        .add(number(wording("Share of A")).add(row.first_share))
        .add(opens(wording("B"), row.second))
        .add(number(wording("Share of B")).add(row.second_share))
        .add(number(wording("Difference")).add(row.difference));
    if !is_tested {
        return line;
    }
    line.add(number(wording("Log-ratio")).add(row.logratio))
        .add(number(wording("G²")).add(row.g2))
        .add(number(wording("p")).add(row.p))
        .add(number(wording("Corrected")).add(row.corrected))
}
