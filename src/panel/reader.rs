//! One document, to read: its origin, its text with hits and mentions, and all it names.

mod hits;
mod text;

use explore::view::{NamedHere, Reader};
use leptos::prelude::*;

use super::documents::outlets;
use crate::part::{date, kind_word, linked, links, swatch};

pub(crate) fn reader(reader: Reader) -> AnyView {
    let asked_for = reader.blocks.iter().find(|block| block.current);
    let start = asked_for.and_then(|block| block.segments.iter().find_map(|segment| segment.mark.as_ref()?.hit));
    let is_passage_asked = asked_for.is_some();
    let note = reader.date.note.clone();
    let topics = named_row("About", links(reader.topics));
    let speakers = named_row(if reader.kind.is_empty() { "Speakers" } else { "Spoken by" }, links(reader.speakers));
    let neighbours = [("prev", "← ", reader.previous), ("next", "→ ", reader.next)].map(|(rel, arrow, neighbour)| {
        neighbour.map(|neighbour| {
            view! { <a rel=rel href=neighbour.href><span aria-hidden="true">{arrow}</span><bdi>{neighbour.text}</bdi></a> }.into_any()
        })
    });
    let author = (!reader.author.is_empty()).then(|| view! { <bdi>{reader.author}</bdi> }.into_any());
    let kind = (!reader.kind.is_empty()).then(|| view! { <span>{reader.kind}</span> }.into_any());
    let rights = (!reader.rights.is_empty()).then(|| view! { <p class="rights">{reader.rights}</p> }.into_any());
    let note = (!note.is_empty()).then(|| view! { <p class="note" dir="auto">{note}</p> }.into_any());
    view! {
        <article class="reader" lang=(!reader.language.is_empty()).then_some(reader.language)>
            <p class="close"><a href=reader.close>{"← Back to the list"}</a></p>
            <header>
                <h2 dir="auto">{linked(reader.title, !is_passage_asked)}</h2>
                <p class="origin">{date(reader.date)}{outlets(links(reader.outlets), reader.via)}{author}{kind}</p>
                {note}
                {source(reader.source_title, reader.source_url, reader.other_sources)}
                {rights}
                {speakers}
                {topics}
            </header>
            {hits::hits(reader.hits, reader.hit_words, start)}
            <div class="text">{text::text(reader.blocks, !is_passage_asked)}</div>
            {named(reader.named)}
            <nav class="neighbours" aria-label="Documents before and after">{neighbours.into_iter().collect::<Vec<_>>()}</nav>
        </article>
    }
    .into_any()
}

/// The report at its publisher; leads out of the page.
fn source(title: String, url: String, others: Vec<String>) -> Option<AnyView> {
    if title.is_empty() && url.is_empty() {
        return None;
    }
    let words = if title.is_empty() { url.clone() } else { title };
    let first = if url.is_empty() { view! { <cite dir="auto">{words}</cite> }.into_any() } else { outside(words, url) };
    let others: Vec<AnyView> =
        others.into_iter().map(|url| view! { <li>{outside(url.clone(), url)}</li> }.into_any()).collect();
    let others = (!others.is_empty()).then(|| view! { <p>{"Other sources:"}</p><ul>{others}</ul> }.into_any());
    Some(view! { <div class="source"><p>{"Source: "}{first}</p>{others}</div> }.into_any())
}

fn outside(words: String, url: String) -> AnyView {
    view! { <a href=url rel="noopener noreferrer external" dir="auto">{words}</a> }.into_any()
}

fn named_row(label: &'static str, links: Vec<AnyView>) -> Option<AnyView> {
    (!links.is_empty()).then(|| view! { <p class="row"><span>{label}{": "}</span>{links}</p> }.into_any())
}

/// Everyone and everything the document names.
fn named(named: Vec<NamedHere>) -> Option<AnyView> {
    if named.is_empty() {
        return None;
    }
    let rows: Vec<AnyView> = named
        .into_iter()
        .map(|entity| {
            let party = (!entity.party.is_empty()).then(|| view! { <bdi class="party">{entity.party}</bdi> }.into_any());
            let how = if entity.mentions > 0 { entity.mentions.to_string() } else { "declared".to_owned() };
            let says = (entity.mentions > 0 && entity.declared).then_some("Named in the text, and declared by the document");
            view! {
                <li data-kind=kind_word(entity.kind)>
                    {swatch(entity.colour)}<a href=entity.href><bdi>{entity.label}</bdi></a>{party}<span class="mentions" title=says>{how}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    Some(view! { <aside class="named" aria-label="Named in this document"><h3>{"Named here"}</h3><ul>{rows}</ul></aside> }.into_any())
}
