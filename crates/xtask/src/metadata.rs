//! What the page says of its corpus to machines: Open Graph for those who draw a link, schema.org for those who list data sets.
//!
//! The page does not know where it will stand, so no address of its own is in it.

use crate::{
    documents::{Listing, escaped, is_web_address},
    html::json_string,
};

/// Elements for the head.
pub fn metadata(listing: &Listing) -> String {
    let mut html = property("type", "website");
    html += &property("title", &listing.title);
    html += &property("description", &listing.description);
    html + "<script type=\"application/ld+json\">" + &data_set(listing) + "</script>"
}

fn property(name: &str, text: &str) -> String {
    match text.is_empty() {
        true => String::new(),
        false => format!("<meta property=\"og:{name}\" content=\"{}\">\n  ", escaped(text)),
    }
}

/// The corpus as a Dataset (schema.org), which Google and others list. What is not known is left out.
fn data_set(listing: &Listing) -> String {
    let mut facts = vec![("@context", json_string("https://schema.org")), ("@type", json_string("Dataset"))];
    let texts = [
        ("name", listing.title.as_str()),
        ("description", &listing.description),
        ("inLanguage", &listing.language),
        ("license", &licence(&listing.licence)),
        ("temporalCoverage", &coverage(listing.dates.as_ref())),
        ("size", &size(listing.documents.len())),
    ];
    facts.extend(texts.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (*name, json_string(text))));
    if !listing.publisher.is_empty() {
        let mut maker = vec![("@type", json_string("Organization")), ("name", json_string(&listing.publisher))];
        if is_web_address(&listing.url) {
            maker.push(("url", json_string(&listing.url)));
        }
        facts.push(("creator", object(&maker)));
    }
    object(&facts)
}

/// As an address where there is one: SPDX lists the licences of Creative Commons by the names they are written with.
pub(crate) fn licence(written: &str) -> String {
    let is_plain = written.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    let is_listed = ["CC-", "CC0-"].iter().any(|start| written.starts_with(start));
    if is_plain && is_listed { format!("https://spdx.org/licenses/{written}") } else { written.to_owned() }
}

/// From the first day to the last (ISO 8601).
fn coverage(dates: Option<&(String, String)>) -> String {
    match dates {
        Some((first, last)) if first == last => first.clone(),
        Some((first, last)) => format!("{first}/{last}"),
        None => String::new(),
    }
}

fn size(documents: usize) -> String {
    if documents == 1 { "1 document".to_owned() } else { format!("{documents} documents") }
}

pub(crate) fn object(facts: &[(&str, String)]) -> String {
    let facts: Vec<String> = facts.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", facts.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{documents, folders, hostile, html::between, slim};
    use serde_json::Value;

    /// The data of a page, read as a browser and a crawler would.
    fn data(html: &str) -> Value {
        let data = between(html, "<script type=\"application/ld+json\">", "</script").expect("a block of data");
        serde_json::from_str(data).expect("JSON")
    }

    #[test]
    fn the_corpus_of_the_checkout_is_a_data_set() {
        let listing = documents::listing(&folders::root().join("corpus")).expect("the corpus is part of the checkout");
        let html = metadata(&listing);
        let data = data(&html);
        assert_eq!(data["@context"], "https://schema.org");
        assert_eq!(data["@type"], "Dataset");
        assert_eq!(data["name"], listing.title);
        assert_eq!(data["license"], "https://spdx.org/licenses/CC-BY-4.0");
        assert_eq!(data["creator"]["name"], "Onrecord");
        let (first, last) =
            data["temporalCoverage"].as_str().and_then(|dates| dates.split_once('/')).expect("two dates");
        let day = |date: &str| archive::date::parse(date).expect("a date").first;
        assert!(day(first) < day(last), "{first} {last}");
        assert_eq!(data["size"], format!("{} documents", listing.documents.len()));
        assert!(
            html.contains(&format!("<meta property=\"og:title\" content=\"{}\">", escaped(&listing.title))),
            "{html}"
        );
    }

    #[test]
    fn no_text_ends_its_element() {
        let title = format!("</script>{}<!-- {} ]]> \\ \u{2028}\n", hostile::SCRIPT, hostile::ELEMENT);
        let listing = Listing {
            title: title.clone(),
            description: title.clone(),
            licence: title.clone(),
            publisher: title.clone(),
            url: "javascript:alert(1)".to_owned(),
            ..Listing::default()
        };
        let html = metadata(&listing);
        assert_eq!(html.matches("<script").count(), 1, "{html}");
        assert_eq!(html.matches('<').count(), 5, "three properties, a script and its end: {html}");
        assert_eq!(slim::page(&html), html, "nothing is taken for a comment");
        let data = data(&html);
        for name in ["name", "description", "license"] {
            assert_eq!(data[name], title);
        }
        assert_eq!(data["creator"]["name"], title);
        assert_eq!(data["creator"]["url"], Value::Null);
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let html = metadata(&Listing::default());
        assert_eq!(
            html,
            "<meta property=\"og:type\" content=\"website\">\n  <script type=\"application/ld+json\">\
             {\"@context\":\"https://schema.org\",\"@type\":\"Dataset\",\"size\":\"0 documents\"}</script>"
        );
        let dates = |first: &str, last: &str| coverage(Some(&(first.to_owned(), last.to_owned())));
        assert_eq!((dates("2023", "2023").as_str(), dates("2023", "2024-05").as_str()), ("2023", "2023/2024-05"));
        assert_eq!(licence("All rights reserved"), "All rights reserved");
    }
}
