//! One document, to read: its origin, its text with hits and mentions, and all it names.

mod hits;
mod text;

use explore::{
    language::wording,
    view::{Link, NamedHere, Reader},
};

use super::{documents::published, notes::on_passage};
use crate::notes::{Note, Notes};
use crate::part::{Element, anchor, date, element, files, fill, isolated, kind_word, links, say, swatch};
use hits::Here;

/// `shared`: the link to what the address points at, to pass on.
pub(crate) fn reader(reader: Reader, notes: Notes, shared: &str) -> Element {
    let kept = notes.all();
    let own = on_passage(&reader, &kept, notes, shared);
    let noted: Vec<_> = kept.iter().map(Note::passage).collect();
    let id = Some(reader.id);
    let noted = |at: u32| noted.contains(&(id.clone(), Some(at)));
    // The visitor arrives at the passage the address points at, between two hits; else at the first hit.
    let asked_for = reader.blocks.iter().position(|block| block.current);
    let is_passage_asked = asked_for.is_some();
    let before = reader.blocks.iter().take(asked_for.unwrap_or_default()).flat_map(|block| &block.segments);
    let hits_before = before.filter_map(|segment| segment.mark.as_ref()?.hit).max();
    let here = if is_passage_asked { Here::After(hits_before.unwrap_or_default()) } else { Here::At(1) };
    let note = reader.date.note.clone();
    let origin = element("p")
        .class("origin")
        .add(date(reader.date))
        .add(published(reader.outlets, reader.via))
        .add(given("bdi", "", reader.author))
        .add(given("span", "", reader.kind));
    let header = element("header")
        .add(origin)
        .add(given("p", "note", note))
        .add(source(reader.source_title, reader.source_url, reader.other_sources))
        .add(reader.at_publisher.map(at_publisher))
        .add(given("p", "rights", reader.rights))
        .add(row(wording("Spoken by"), reader.speakers))
        .add(row(wording("About"), reader.topics))
        .add(files(if is_passage_asked { wording("Cite this passage") } else { wording("Cite") }, reader.files))
        .add(own);
    element("article")
        .class("reader")
        .set_given("lang", reader.language)
        .add(header)
        .add(hits::hits(reader.hits, reader.hit_words, here))
        .add(element("div").class("text").add(text::text(reader.blocks, !is_passage_asked, &noted)))
        .add(named(reader.named))
        .add(neighbours(reader.previous, reader.next))
}

fn given(tag: &'static str, class: &'static str, words: String) -> Option<Element> {
    (!words.is_empty()).then(|| element(tag).set_given("class", class).set("dir", "auto").add(words))
}

fn row(label: &'static str, linked: Vec<Link>) -> Option<Element> {
    (!linked.is_empty()).then(|| links(element("p").class("row").add(element("span").add(label)).add(" "), linked))
}

/// The report at its publisher; leads out of the page.
fn source(title: String, url: String, others: Vec<String>) -> Option<Element> {
    let words = if title.is_empty() { url.clone() } else { title };
    if words.is_empty() {
        return None;
    }
    let first = if url.is_empty() { element("cite").set("dir", "auto").add(words) } else { outside(words, url) };
    let others: Vec<Element> = others.into_iter().map(|url| element("li").add(outside(url.clone(), url))).collect();
    let others = (!others.is_empty())
        .then(|| element("details").add(element("summary").add("Other sources")).add(element("ul").add(others)));
    Some(element("div").class("source").add(element("p").around(say("Source: {}").into(), first)).add(others))
}

fn at_publisher(url: String) -> Element {
    let words = fill("Look for this passage at the publisher’s", &[]);
    element("div").class("source").add(element("p").add(outside(words, url)))
}

fn outside(words: String, url: String) -> Element {
    anchor(url).set("rel", "noopener noreferrer external").set("dir", "auto").add(words)
}

/// Everyone and everything the document names.
fn named(named: Vec<NamedHere>) -> Option<Element> {
    if named.is_empty() {
        return None;
    }
    let rows: Vec<Element> = named.into_iter().map(one_named).collect();
    let list = element("aside").class("named").set("aria-label", "Named in this document");
    Some(list.add(element("h2").add("Named here")).add(element("ul").add(rows)))
}

fn one_named(entity: NamedHere) -> Element {
    let how = if entity.mentions > 0 { entity.mentions.to_string() } else { fill("declared", &[]) };
    let both = entity.declared && entity.mentions > 0;
    let mentions = element("span")
        .class("mentions")
        .set_given("title", if both { wording("Times named in the text; the document also declares it") } else { "" })
        .add(how);
    element("li")
        .set("data-kind", kind_word(entity.kind))
        .add(swatch(entity.colour))
        .add(anchor(entity.href).add(isolated(entity.label)))
        .add(given("bdi", "party", entity.party))
        .add(mentions)
}

fn neighbours(previous: Option<Link>, next: Option<Link>) -> Option<Element> {
    if previous.is_none() && next.is_none() {
        return None;
    }
    let one = |rel: &'static str, before: &'static str, to: Link| {
        let words = element("span").add(before);
        anchor(to.href).set("rel", rel).add(words).add(isolated(to.text))
    };
    let nav = element("nav").class("neighbours").set("aria-label", "Documents before and after in the list");
    Some(
        nav.add(previous.map(|to| one("prev", wording("← Before"), to)))
            .add(next.map(|to| one("next", wording("After →"), to))),
    )
}
