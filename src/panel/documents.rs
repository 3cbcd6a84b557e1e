//! A page of results, each with the places that answer the query.

use explore::{
    language::wording,
    view::{DocumentCard, Documents, Link},
};

use crate::part::{
    Content, Element, Piece, anchor, choices, date, element, empty, files, isolated, link, links, marked, pager, say,
    snippet, words,
};

pub(crate) fn documents(documents: Documents) -> Element {
    let results: Vec<Element> = documents.results.into_iter().map(card).collect();
    element("section")
        .class("documents")
        .set("aria-label", "Documents")
        .add(if documents.total > 1 { choices(wording("Sorted by"), "sort", documents.sorts) } else { None })
        .add(empty(documents.empty))
        .add(element("ol").add(results))
        .add(pager(documents.pages))
        .add(files(wording("Save this list as"), documents.files))
}

fn card(card: DocumentCard) -> Element {
    let snippets: Vec<Element> = card.snippets.into_iter().map(snippet).collect();
    let more = card.more.map(|more| element("p").class("more").add(link(more)));
    let article = element("article")
        .add(
            element("h2")
                .set("dir", "auto")
                .add(anchor(card.href).set("id", ["open-", &card.id].concat()).add(marked(card.title))),
        )
        .add(element("p").class("origin").add(date(card.date)).add(published(card.outlets, card.via)))
        .add(snippets)
        .add(more);
    element("li").add(article)
}

/// Who published it, and who passed it on.
pub(crate) fn published(outlets: Vec<Link>, via: Vec<String>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if !outlets.is_empty() {
        links(element("span"), outlets).put_into(&mut pieces);
    }
    if !via.is_empty() {
        element("span").around(say("via {}").into(), isolated(words().joined(&via))).put_into(&mut pieces);
    }
    pieces
}
