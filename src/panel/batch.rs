//! A list looked up: the field to paste it into, and a row for each of its lines.

use explore::{
    language::wording,
    view::{Batch, BatchRow, Part},
};

use crate::part::{Element, count, element, files, isolated, kept, number, wide};

pub(crate) fn batch(batch: Batch) -> Element {
    let field = element("textarea")
        .set("id", "list")
        .set("name", "list")
        .set("rows", "6")
        .set("dir", "auto")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .add(batch.list);
    let form = element("form")
        .set("method", "get")
        .add(kept(batch.kept))
        .add(element("label").set("for", "list").add("Names or words, one a line"))
        .add(field)
        .add(element("button").set("id", "look-up").add("Look up"));
    let head = |words: &'static str| element("th").set("scope", "col").add(words);
    let heads = element("tr")
        .add(head(wording("Line")))
        .add(head(wording("Understood as")))
        .add(head(wording("Documents")).class("number"))
        .add(head(wording("Passages that name it")).class("number"))
        .add(head(wording("Places of the words")).class("number"));
    let rows: Vec<Element> = batch.rows.into_iter().map(row).collect();
    let table = (!rows.is_empty()).then(|| {
        let table = element("table").add(element("thead").add(heads)).add(element("tbody").add(rows));
        wide(wording("Table"), table)
    });
    element("section")
        .class("batch")
        .set("aria-label", "A list looked up")
        .add(form)
        .add(element("p").class("caption").add(batch.caption))
        .add(table)
        .add(files(wording("Save"), batch.files))
}

fn row(row: BatchRow) -> Element {
    let kind = (!row.kind.is_empty()).then(|| element("span").class("kind").add(row.kind));
    element("tr")
        .add(element("th").set("scope", "row").add(isolated(row.line)))
        .add(element("td").add(isolated(row.understood)).add(" ").add(kind))
        .add(counted(wording("Documents"), row.documents))
        .add(counted(wording("Passages that name it"), row.passages))
        .add(counted(wording("Places of the words"), row.lines))
}

fn counted(head: &'static str, part: Option<Part>) -> Element {
    number(head).add(part.map(|part| count(part.count, part.href, part.label)))
}
