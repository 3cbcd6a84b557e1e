//! Who said what: the statements, newest first, and beside them by whom, with which verbs, and who is silent.

use explore::{
    language::wording,
    view::{Facet, FacetValue, Part, Silent, SpokenBy, StatementRow, Statements, ValueState, VerbTable},
};

use super::documents::published;
use crate::part::{
    Element, Piece, anchor, choices, count, date, element, empty, figure, fill, isolated, link, links, marked, number,
    pager, say, swatch, wide,
};

pub(crate) fn statements(statements: Statements) -> Element {
    let rows: Vec<Element> = statements.rows.into_iter().map(row).collect();
    let facets: Vec<Element> = statements.facets.into_iter().map(facet).collect();
    let facets = element("details")
        .class("lists")
        .add(element("summary").add("By whom, about what, how sure"))
        .add(element("div").add(facets));
    element("section")
        .class("statements")
        .set("aria-label", "Statements")
        .add(element("p").class("summary").add(statements.summary))
        .add(choices(wording("Show"), "sure", statements.sure))
        .add(facets)
        .add(empty(statements.empty))
        .add(element("ol").class("said").add(rows))
        .add(pager(statements.pages))
        .add(verbs(statements.verbs))
        .add(silent(statements.silent))
}

/// A statement: who and how, the words, where.
pub(super) fn row(row: StatementRow) -> Element {
    let verb = (!row.verb.is_empty()).then(|| element("span").class("verb").add(row.verb));
    let words: Vec<Piece> = marked(row.words);
    let words = element(if row.is_quoted { "q" } else { "span" })
        .set("dir", "auto")
        .add(row.cut_before.then_some("… "))
        .add(words)
        .add(row.cut_after.then_some(" …"));
    let also = (!row.also.is_empty()).then(|| {
        let places: Vec<Element> = row.also.into_iter().map(|place| element("li").add(link(place))).collect();
        element("details").add(element("summary").add(row.also_in)).add(element("ul").add(places))
    });
    let topics = (!row.topics.is_empty())
        .then(|| element("span").around(say("on {}").into(), links(element("span"), row.topics)));
    element("li")
        .mark("data-unsure", !row.is_sure)
        .add(
            element("p")
                .class("who")
                .add(speaker(row.speaker, row.source))
                .add(verb)
                .add(element("span").class("how").add(row.kind))
                .add(element("span").class("status").add(row.status)),
        )
        .add(element("p").class("words").add(words))
        .add(
            element("p")
                .class("origin")
                .add(anchor(row.href).add(isolated(row.document)))
                .add(date(row.date))
                .add(published(row.outlets, Vec::new()))
                .add(topics),
        )
        .add(also)
}

/// The speaker with the party then; where nobody is known, the words that name one.
pub(super) fn speaker(speaker: Option<SpokenBy>, source: String) -> Element {
    let Some(known) = speaker else {
        let words = if source.is_empty() { say("somebody").to_owned() } else { source };
        return element("span").class("speaker").add(isolated(words));
    };
    let party = (!known.party.is_empty()).then(|| element("bdi").class("party").add(known.party));
    element("span")
        .class("speaker")
        .add(swatch(known.colour))
        .add(anchor(known.href).add(isolated(known.name)))
        .add(party)
}

/// A list of values with their numbers; choosing one narrows what is listed.
fn facet(facet: Facet) -> Element {
    let key = facet.key;
    let rows: Vec<Element> = facet.values.into_iter().map(|each| value(&key, each)).collect();
    element("section").add(element("h2").add(facet.label)).add(element("ul").add(rows))
}

fn value(key: &str, value: FacetValue) -> Element {
    let chosen = value.state == ValueState::Chosen;
    let says = fill("{} by {}", &[&figure(value.count), &value.label]);
    let toggle = anchor(value.toggle).set("id", [key, "-", &value.slug].concat()).add(isolated(value.label));
    element("li").add(if chosen { toggle.set("aria-current", "true") } else { toggle }).add(count(
        value.count,
        value.only,
        says,
    ))
}

/// Numbers with their names, in a list.
pub(super) fn parts(name: &'static str, parts: Vec<Part>) -> Option<Element> {
    let rows: Vec<Element> = parts.into_iter().map(|one| element("li").add(part(one))).collect();
    (!rows.is_empty()).then(|| element("section").add(element("h2").add(name)).add(element("ul").add(rows)))
}

pub(super) fn part(part: Part) -> Element {
    let number = element("span").class("count").add(part.count);
    anchor(part.href).add(isolated(part.label)).add(" ").add(number)
}

fn verbs(verbs: VerbTable) -> Option<Element> {
    if verbs.rows.is_empty() {
        return None;
    }
    let counted = |head: &str, part: Part| {
        let says = [&figure(part.count), " ", &part.label].concat();
        let opens = (part.count > 0).then(|| count(part.count, part.href, says));
        number(head.to_owned()).add(opens)
    };
    let mut heads = element("tr").add(element("td")).add(element("th").set("scope", "col").add("All"));
    let names: Vec<String> = verbs.speakers.iter().map(|speaker| speaker.label.clone()).collect();
    for speaker in verbs.speakers {
        heads = heads.add(element("th").set("scope", "col").add(part(speaker)));
    }
    let mut body = element("tbody");
    for row in verbs.rows {
        let mut line = element("tr")
            .add(element("th").set("scope", "row").add(row.all.label.clone()))
            .add(counted(say("All"), row.all));
        for (name, cell) in names.iter().zip(row.cells) {
            line = line.add(counted(name, cell));
        }
        body = body.add(line);
    }
    let table = element("table").add(element("thead").add(heads)).add(body);
    Some(element("details").add(element("summary").add("Which verbs report them")).add(wide(wording("Verbs"), table)))
}

fn silent(silent: Silent) -> Option<Element> {
    let one = wording("{} person is named here and never quoted");
    let many = wording("{} people are named here and never quoted");
    let summary = fill(if silent.total == 1 { one } else { many }, &[&figure(silent.total)]);
    let list = parts(wording("Documents that name them"), silent.people)?;
    Some(element("details").add(element("summary").add(summary)).add(list))
}
