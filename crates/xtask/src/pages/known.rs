//! What the page of a document says to machines: Open Graph for those who draw a link, schema.org for those who collect.

use archive::{Archive, DatePrecision, DocumentId, DocumentKind, EntityId, EntityKind, PassageId};

use super::{
    Site,
    document::{NAMED, date, language, names, outlets},
};
use crate::{
    documents::{escaped, is_web_address},
    html::json_string,
    metadata::{licence, object},
};

/// Letters of the summary that those see who are sent a link.
const SUMMARY: usize = 200;

/// The first words that may be shown; else who published it, and when.
fn summary(archive: &Archive, document: DocumentId) -> String {
    let passages = archive.passages_of(document).map(|passage| archive.text(archive.block_of(PassageId(passage))));
    let first = passages.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    let mut summary: String = first.chars().take(SUMMARY).collect();
    if summary.len() < first.len() {
        let end = summary.rfind(' ').unwrap_or(summary.len());
        summary.truncate(end);
        summary.push('…');
    }
    if summary.is_empty() {
        let facts = [outlets(archive, document).join(", "), date(archive, document)];
        summary = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ");
    }
    summary
}

pub(super) fn open_graph(site: &Site, document: DocumentId, own: &str) -> String {
    let archive = site.archive;
    let published = published(archive, document);
    // Which is to be a whole date.
    let published = if published.len() == 10 { published.as_str() } else { "" };
    let summary = summary(archive, document);
    let properties = [
        ("og:type", "article"),
        ("og:title", archive.title(document)),
        ("og:description", &summary),
        ("og:site_name", archive.about("title")),
        ("og:url", own),
        ("article:published_time", published),
    ];
    let mut html = match summary.as_str() {
        "" => String::new(),
        summary => format!("<meta name=\"description\" content=\"{}\">\n", escaped(summary)),
    };
    for (name, content) in properties.iter().filter(|(_, content)| !content.is_empty()) {
        html += &format!("<meta property=\"{name}\" content=\"{}\">\n", escaped(content));
    }
    html
}

/// The date of publication, if it is known and not inferred.
fn published(archive: &Archive, document: DocumentId) -> String {
    match archive.precision(document) {
        DatePrecision::Day | DatePrecision::Month | DatePrecision::Year => date(archive, document),
        _ => String::new(),
    }
}

/// The document in schema.org's words: the text as this collection has it, and the report or speech behind it. What is not known is
/// left out.
pub(super) fn data(site: &Site, document: DocumentId, own: &str) -> String {
    let archive = site.archive;
    let is_speech = archive.document_kind(document) == DocumentKind::Speech;
    let genre = if is_speech { json_string("Speech") } else { String::new() };
    let sort = json_string(if is_speech { "CreativeWork" } else { "Article" });
    let text = |text: &str| if text.is_empty() { String::new() } else { json_string(text) };
    let list = |values: Vec<String>| if values.is_empty() { String::new() } else { format!("[{}]", values.join(",")) };
    let called = |name: &&str| object(&[("@type", json_string("Organization")), ("name", json_string(name))]);

    let speakers = list(archive.speakers(document).map(|who| entity(archive, who, "Person")).collect());
    let author = match archive.author(document) {
        "" => speakers.clone(),
        // A person or an office: nobody says which.
        author => list(vec![object(&[("name", json_string(author))])]),
    };
    let source = Some(archive.source_url(document)).filter(|url| is_web_address(url)).unwrap_or_default();
    let behind = stated(vec![
        ("@type", sort.clone()),
        ("genre", genre.clone()),
        ("headline", text(archive.source_title(document))),
        ("url", text(source)),
        ("datePublished", text(&published(archive, document))),
        ("author", author),
        ("publisher", list(outlets(archive, document).iter().map(called).collect())),
    ]);
    let named = NAMED.iter().flat_map(|(kind, _, sort)| {
        names(archive, document, *kind).into_iter().map(|name| entity(archive, name, sort)).collect::<Vec<_>>()
    });
    let topics = names(archive, document, EntityKind::Topic);
    let whole = vec![
        ("@type", json_string("Dataset")),
        ("name", json_string(archive.about("title"))),
        ("url", text(site.address)),
    ];
    stated(vec![
        ("@context", json_string("https://schema.org")),
        ("@type", sort),
        ("genre", genre),
        ("headline", text(archive.title(document))),
        ("identifier", text(archive.id(document))),
        ("url", text(own)),
        ("temporalCoverage", text(&date(archive, document))),
        ("inLanguage", text(language(archive, document))),
        ("author", if is_speech { speakers } else { String::new() }),
        (
            "publisher",
            Some(archive.about("publisher"))
                .filter(|name| !name.is_empty())
                .map_or(String::new(), |name| called(&name)),
        ),
        ("license", text(&licence(archive.about("licence")))),
        ("isBasedOn", behind),
        ("about", list(topics.iter().map(|topic| entity(archive, *topic, "Thing")).collect())),
        ("mentions", list(named.collect())),
        ("isPartOf", stated(whole)),
    ])
}

fn stated(facts: Vec<(&str, String)>) -> String {
    let known: Vec<(&str, String)> = facts.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    object(&known)
}

/// A name, with its page at Wikidata where the gazetteer gives one.
fn entity(archive: &Archive, entity: EntityId, sort: &str) -> String {
    let mut facts = vec![("@type", json_string(sort)), ("name", json_string(archive.name(entity)))];
    let number = archive.wikidata(entity).strip_prefix('Q').unwrap_or_default();
    if !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()) {
        facts.push(("sameAs", json_string(&format!("https://www.wikidata.org/entity/Q{number}"))));
    }
    object(&facts)
}
