//! The page of one document: what is known of it, the text that may be shown, who and what is named, and the way to its publisher
//! and into the program.

use archive::{Archive, BlockId, BlockKind, DatePrecision, DocumentId, DocumentKind, EntityId, EntityKind, Rights};

use super::{FOLDER, Site, file_name, known};
use crate::{
    documents::{escaped, is_web_address},
    metadata::licence,
};

/// What names are listed, under which heading, and what each is in schema.org.
pub(super) const NAMED: [(EntityKind, &str, &str); 4] = [
    (EntityKind::Person, "People", "Person"),
    (EntityKind::Party, "Parties", "Organization"),
    (EntityKind::Organisation, "Organisations", "Organization"),
    (EntityKind::Place, "Places", "Place"),
];

pub(super) fn document_html(site: &Site, document: DocumentId) -> String {
    let archive = site.archive;
    let (title, collection) = (escaped(archive.title(document)), escaped(archive.about("title")));
    let own = own_address(site, document);
    let canonical = if own.is_empty() { "./".to_owned() } else { escaped(&own) };
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title} · {collection}</title>\n{}\
         <link rel=\"canonical\" href=\"{canonical}\">\n",
        site.head
    );
    html += &known::open_graph(site, document, &own);
    html += &format!(
        "<script type=\"application/ld+json\">{}</script>\n</head>\n<body>\n",
        known::data(site, document, &own)
    );
    let language = escaped(language(archive, document));
    let language = if language.is_empty() { language } else { format!(" lang=\"{language}\"") };
    html += &format!(
        "<header class=\"way\"><a href=\"../../\"><bdi>{collection}</bdi></a></header>\n<main>\n<article{language}>\n"
    );
    html += &format!("<header>\n<h1 dir=\"auto\">{title}</h1>\n{}", facts(archive, document));
    html += &format!(
        "<p class=\"way\" lang=\"en\"><a href=\"{}\">Read it with every name marked, and search</a></p>\n</header>\n",
        in_program("doc", archive.id(document)),
    );
    html += &text(archive, document);
    html += "</article>\n";
    html += &named(archive, document);
    html + "</main>\n" + &footer(archive) + "</body>\n</html>\n"
}

/// Where the page will stand; empty if nobody says.
fn own_address(site: &Site, document: DocumentId) -> String {
    match site.address {
        "" => String::new(),
        address => format!("{address}{FOLDER}/{}/", file_name(site.archive.id(document))),
    }
}

/// An address of the program that asks for one thing.
fn in_program(key: &str, value: &str) -> String {
    let mut address = format!("../../?{key}=");
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => address.push(char::from(byte)),
            _ => address += &format!("%{byte:02X}"),
        }
    }
    address
}

/// The document's language, which is that of the corpus unless it says otherwise.
pub(super) fn language(archive: &Archive, document: DocumentId) -> &str {
    match archive.language(document) {
        "" => archive.about("language"),
        language => language,
    }
}

/// As far as it is known; empty if it is not.
pub(super) fn date(archive: &Archive, document: DocumentId) -> String {
    archive.date(document).map(|date| archive::date::written(date.first, date.precision)).unwrap_or_default()
}

pub(super) fn outlets(archive: &Archive, document: DocumentId) -> Vec<&str> {
    archive.outlets(document).map(|outlet| archive.name(outlet)).collect()
}

pub(super) fn names(archive: &Archive, document: DocumentId, kind: EntityKind) -> Vec<EntityId> {
    let values = archive.values_of_document(document).iter().map(EntityId);
    values.filter(|value| archive.kind_of(*value) == kind).collect()
}

/// What is known of the document, as a list of terms. What is not known is left out.
fn facts(archive: &Archive, document: DocumentId) -> String {
    let mut html = "<dl lang=\"en\">\n".to_owned();
    let mut fact = |name: &str, values: Vec<String>| {
        if !values.is_empty() {
            html += &format!("<dt>{name}</dt><dd>{}</dd>\n", values.join("; "));
        }
    };
    let texts = |texts: &[&str]| {
        texts.iter().filter(|text| !text.is_empty()).map(|text| isolated(text)).collect::<Vec<String>>()
    };
    fact("Date", written_date(archive, document));
    fact("Published by", texts(&outlets(archive, document)));
    fact("Via", texts(&archive.via(document).collect::<Vec<_>>()));
    fact("Author", texts(&[archive.author(document)]));
    if archive.document_kind(document) == DocumentKind::Speech {
        fact("Kind", vec!["Speech".to_owned()]);
    }
    fact("Spoken by", archive.speakers(document).map(|speaker| chooser(archive, speaker)).collect());
    let (source, url) = (archive.source_title(document), archive.source_url(document));
    let words = if source.is_empty() { url } else { source };
    fact("Source", if words.is_empty() { Vec::new() } else { vec![outside(words, url)] });
    fact("Other sources", archive.other_sources(document).map(|url| outside(url, url)).collect());
    fact("Topics", names(archive, document, EntityKind::Topic).iter().map(|topic| chooser(archive, *topic)).collect());
    let rights = match archive.rights(document) {
        Rights::Full => "",
        Rights::Snippets => "Only the words round the names may be shown here; the rest is at the publisher’s.",
        Rights::Metadata => "Its text may not be shown here: only who is named in each passage.",
    };
    fact("Rights", texts(&[rights]));
    html + "</dl>\n"
}

/// The date, and what is doubtful in it.
fn written_date(archive: &Archive, document: DocumentId) -> Vec<String> {
    let date = date(archive, document);
    if date.is_empty() {
        return vec!["undated".to_owned()];
    }
    let doubt = match archive.precision(document) {
        DatePrecision::Day | DatePrecision::Month | DatePrecision::Year => "",
        DatePrecision::DayInferred => "inferred",
        DatePrecision::WeekInferred => "inferred, to the week",
        DatePrecision::MonthInferred => "month inferred",
        DatePrecision::YearInferred => "year inferred",
    };
    let note = archive.date_note(document);
    let rest = [doubt, note].iter().filter(|text| !text.is_empty()).map(|text| isolated(text)).collect::<Vec<_>>();
    vec![[vec![format!("<time datetime=\"{date}\">{date}</time>")], rest].concat().join(", ")]
}

/// Text whose direction is its own.
fn isolated(text: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(text))
}

/// A link out of the collection, if that is what it is.
fn outside(words: &str, url: &str) -> String {
    match is_web_address(url) {
        true => format!("<a href=\"{}\" rel=\"noopener noreferrer external\">{}</a>", escaped(url), isolated(words)),
        false => isolated(words),
    }
}

/// A name that chooses what it names, in the program.
fn chooser(archive: &Archive, entity: EntityId) -> String {
    let address = in_program(archive.kind_of(entity).word(), archive.slug(entity));
    format!("<a href=\"{address}\">{}</a>", isolated(archive.name(entity)))
}

/// The text as far as it may be shown. Passages can be pointed at, by their numbers in the program.
fn text(archive: &Archive, document: DocumentId) -> String {
    let (mut html, mut number) = ("<div class=\"text\">\n".to_owned(), 0);
    // The title is the first block, and the heading of the page.
    for block in archive.blocks_of(document).skip(1).map(BlockId) {
        let kind = archive.block_kind(block);
        let element = match (kind, archive.heading_level(block)) {
            (BlockKind::Heading, 0..=2) => "h2",
            (BlockKind::Heading, 3) => "h3",
            (BlockKind::Heading, _) => "h4",
            (BlockKind::Table | BlockKind::Code, _) => "pre",
            (BlockKind::Quotation, _) => "blockquote",
            (BlockKind::Title | BlockKind::Paragraph | BlockKind::ListItem, _) => "p",
        };
        let mut attributes = " dir=\"auto\"".to_owned();
        if let Some(passage) = archive.passage_of(block) {
            number += 1;
            attributes += &format!(" id=\"p{number}\"");
            if kind == BlockKind::ListItem {
                attributes += " class=\"item\"";
            }
            if archive.text(block).is_empty() {
                html += &names_only(archive, passage, number);
                continue;
            }
        }
        let words = escaped(archive.text(block));
        if !words.is_empty() {
            html += &format!("<{element}{attributes}>{words}</{element}>\n");
        }
    }
    html + "</div>\n"
}

/// A passage whose words may not be shown: whom it names.
fn names_only(archive: &Archive, passage: archive::PassageId, number: usize) -> String {
    let values = archive.values_of_passage(passage).iter().map(EntityId);
    let shown = values.filter(|value| NAMED.iter().any(|(kind, ..)| *kind == archive.kind_of(*value)));
    let names: Vec<String> = shown.map(|value| chooser(archive, value)).collect();
    if names.is_empty() {
        return String::new();
    }
    format!("<p id=\"p{number}\" class=\"names\" lang=\"en\">Text not shown. It names {}.</p>\n", names.join(", "))
}

/// Everyone and everything the document names, by kind.
fn named(archive: &Archive, document: DocumentId) -> String {
    let mut html = String::new();
    let parties: Vec<(EntityId, EntityId)> = archive.parties_that_day(document).collect();
    for (kind, heading, _) in NAMED {
        let names = names(archive, document, kind);
        if names.is_empty() {
            continue;
        }
        html += &format!("<h3>{heading}</h3>\n<ul>\n");
        for name in names {
            let party = parties.iter().rev().find(|(person, _)| *person == name);
            let party = party.map(|(_, party)| format!(" ({})", isolated(archive.label(*party)))).unwrap_or_default();
            html += &format!("<li>{}{party}</li>\n", chooser(archive, name));
        }
        html += "</ul>\n";
    }
    match html.as_str() {
        "" => html,
        list => format!("<section class=\"named\">\n<h2>Named here</h2>\n{list}</section>\n"),
    }
}

fn footer(archive: &Archive) -> String {
    let publisher = match (archive.about("publisher"), archive.about("url")) {
        ("", "") => String::new(),
        ("", url) => format!(", made by {}", outside(url, url)),
        (publisher, url) => format!(", made by {}", outside(publisher, url)),
    };
    let licence = match archive.about("licence") {
        "" => String::new(),
        words if licence(words) != words => format!(" Licence: {}.", outside(words, &licence(words))),
        words => format!(" Licence: {}.", isolated(words)),
    };
    format!(
        "<footer>\n<p>From <a href=\"../../\">{}</a>{publisher}, edition {}.{licence} <a href=\"../\">All documents</a></p>\n\
         </footer>\n",
        isolated(archive.about("title")),
        archive.fingerprint(),
    )
}
