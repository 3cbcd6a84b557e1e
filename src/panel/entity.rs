//! All that is on record of one name: offices and parties over time, what it said, what is said of it.

use explore::{
    language::wording,
    view::{Entity, TenureLine},
};

use super::evidence::unit;
use super::statements::{part, parts, row};
use crate::part::{Element, anchor, choices, element, isolated, kind_word};

pub(crate) fn entity(entity: Entity) -> Element {
    let lines: Vec<Element> = entity.tenures.into_iter().map(tenure).collect();
    let tenures = (!lines.is_empty()).then(|| element("dl").add(lines));
    let newest: Vec<Element> = entity.newest.into_iter().map(row).collect();
    let newest = (!newest.is_empty()).then(|| {
        element("section").add(element("h2").add("Newest statements")).add(element("ol").class("said").add(newest))
    });
    let passages: Vec<Element> = entity.newest_passages.into_iter().map(unit).collect();
    let passages = (!passages.is_empty())
        .then(|| element("section").add(element("h2").add("Newest passages")).add(element("ol").add(passages)));
    let wikidata = (!entity.wikidata.is_empty())
        .then(|| anchor(entity.wikidata).set("rel", "noopener noreferrer external").add("Wikidata"));
    element("section")
        .class("entity")
        .set("data-kind", kind_word(entity.kind))
        .set("aria-label", entity.name)
        .add((!entity.note.is_empty()).then(|| element("p").class("note").set("dir", "auto").add(entity.note)))
        .add(tenures)
        .add(
            element("p")
                .class("numbers")
                .add(part(entity.named))
                .add(entity.passages.map(part))
                .add(part(entity.said))
                .add(part(entity.spoken_of))
                .add(wikidata),
        )
        .add(choices(wording("Count"), "sure", entity.sure))
        .add(
            element("div")
                .class("lists")
                .add(parts(wording("Said, by topic"), entity.topics))
                .add(parts(wording("Speaks of"), entity.speaks_of))
                .add(parts(wording("Is spoken of by"), entity.spoken_of_by))
                .add(parts(wording("Others of the party"), entity.party))
                .add(parts(wording("Verbs"), entity.verbs))
                .add(parts(wording("Found by"), entity.forms))
                .add(parts(wording("Named by outlet"), entity.outlets)),
        )
        .add(element("p").class("note").add(entity.caption))
        .add(newest)
        .add(passages)
}

fn tenure(line: TenureLine) -> Element {
    let what = match line.href {
        Some(href) => anchor(href).add(isolated(line.what)),
        None => isolated(line.what),
    };
    let when = (!line.when.is_empty()).then(|| element("dd").add(line.when));
    element("div").add(element("dt").add(what)).add(when)
}
