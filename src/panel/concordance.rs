//! Every hit in a line of its own, with the words round it; the hit opens its place in the reader.

use explore::{
    language::wording,
    view::{Concordance, ConcordanceLine},
};

use crate::part::{Element, anchor, choices, date, element, empty, files, isolated, pager};

pub(crate) fn concordance(concordance: Concordance) -> Element {
    let lines: Vec<Element> = concordance.lines.into_iter().map(line).collect();
    let is_shown = !lines.is_empty();
    element("section")
        .class("concordance")
        .set("aria-label", "Concordance")
        .add(element("p").class("caption").add(concordance.caption))
        .add(if is_shown { choices(wording("Ordered by"), "sort", concordance.sorts) } else { None })
        .add(if is_shown { choices(wording("Words on each side"), "context", concordance.contexts) } else { None })
        .add(empty(concordance.empty))
        .add(is_shown.then(|| element("ol").mark("data-aligned", concordance.is_aligned).add(lines)))
        .add(pager(concordance.pages))
        .add(files(wording("Save all lines"), concordance.files))
}

/// The direction is that of the text, and so is the order of the three parts.
fn line(line: ConcordanceLine) -> Element {
    let hit = anchor(line.href).class("hit").add(element("mark").add(line.hit));
    let words = element("p")
        .class("words")
        .set("dir", "auto")
        .set_given("lang", line.language)
        .add(element("span").class("before").add(element("span").add(line.cut_before.then_some("… ")).add(line.before)))
        .add(hit)
        .add(element("span").class("after").add(line.after).add(line.cut_after.then_some(" …")));
    let origin = element("p").class("origin").add(isolated(line.document)).add(date(line.date));
    element("li").add(words).add(origin)
}
