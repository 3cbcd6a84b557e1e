//! What the page says of its corpus before, or without, its program: the list of documents, for visitors without JavaScript.

use std::{cmp::Reverse, path::Path};

use archive::date::Span;
use compiler::{corpus::Document, folder::Folder};

use crate::Outcome;

/// Beyond this the list would keep the program waiting; the rest is told as a number.
const MOST: usize = 100;

/// A document as the list shows it.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    pub title: String,
    /// YYYY, YYYY-MM or YYYY-MM-DD; empty if it is not known.
    pub date: String,
    pub outlets: Vec<String>,
    /// Empty if there is none.
    pub source_url: String,
}

/// What the page says of a corpus before, or without, its program.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    pub title: String,
    pub description: String,
    pub language: String,
    pub licence: String,
    pub publisher: String,
    /// The publisher's; empty, or http(s).
    pub url: String,
    /// The first and the last date of a document, written as far as each is known; `None` if none has one.
    pub dates: Option<(String, String)>,
    /// As the page shows them: the latest first, those without a date last.
    pub documents: Vec<Listed>,
}

/// Reads a corpus folder. What is wrong in it is not said here: the build has said it, and would have failed.
pub fn listing(corpus: &Path) -> Outcome<Listing> {
    let (corpus, _) = compiler::read(&Folder::read(corpus)?);
    let about = corpus.about;
    let dated = || corpus.documents.iter().filter_map(|document| document.date);
    let first = dated().min_by_key(|date| date.first).map(written);
    let last = dated().max_by_key(|date| date.last).map(written);
    let mut documents: Vec<&Document> = corpus.documents.iter().collect();
    // No date is less than any date.
    documents.sort_by_key(|document| (Reverse(document.date.map(|date| date.first)), &document.id));
    let documents = documents.into_iter().map(listed).collect();
    Ok(Listing {
        title: about.title,
        description: about.description,
        language: about.language,
        licence: about.licence,
        publisher: about.publisher,
        url: about.url,
        dates: first.zip(last),
        documents,
    })
}

fn listed(document: &Document) -> Listed {
    Listed {
        title: document.title.clone(),
        date: document.date.map(written).unwrap_or_default(),
        outlets: document.outlets.iter().map(|outlet| outlet.text.clone()).collect(),
        source_url: document.source_url.clone(),
    }
}

fn written(date: Span) -> String {
    archive::date::written(date.first, date.precision)
}

/// The list as HTML. Everything in it is text from the corpus, so everything is escaped and keeps its direction to itself, and
/// only web links are links.
pub fn documents_html(documents: &[Listed]) -> String {
    if documents.is_empty() {
        return String::new();
    }
    let mut html = String::from("<ul>\n");
    for document in documents.iter().take(MOST) {
        html += &document_html(document);
    }
    html += "</ul>";
    if documents.len() > MOST {
        html += &format!("\n<p>And {} more.</p>", documents.len() - MOST);
    }
    html
}

fn document_html(document: &Listed) -> String {
    let title = isolated(&document.title);
    let title = if is_web_address(&document.source_url) {
        format!("<a href=\"{}\" rel=\"noopener noreferrer\">{title}</a>", escaped(&document.source_url))
    } else {
        title
    };
    let date = escaped(&document.date);
    let date = if date.is_empty() { date } else { format!("<time datetime=\"{date}\">{date}</time>") };
    let outlets = document.outlets.iter().map(|outlet| isolated(outlet));
    let facts: Vec<String> = [date].into_iter().chain(outlets).filter(|fact| !fact.is_empty()).collect();
    let rest = if facts.is_empty() { String::new() } else { format!("<br>{}", facts.join(", ")) };
    format!("<li>{title}{rest}</li>\n")
}

/// Text whose direction is its own.
fn isolated(text: &str) -> String {
    ["<bdi>", &escaped(text), "</bdi>"].concat()
}

pub fn is_web_address(url: &str) -> bool {
    let starts = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (starts("https://") || starts("http://"))
        && !url.chars().any(|letter| letter.is_control() || letter.is_whitespace())
}

/// Text as it stands in HTML, in an element or between the quotation marks of an attribute.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '"' => html += "&quot;",
            '\'' => html += "&#39;",
            // HTML knows no control characters but these.
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => html.push('\u{fffd}'),
            letter => html.push(letter),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: &str, source_url: &str) -> Listed {
        Listed { title: title.to_owned(), source_url: source_url.to_owned(), ..Listed::default() }
    }

    #[test]
    fn the_corpus_of_the_checkout_is_listed_latest_first() {
        let listing = listing(&crate::folders::root().join("corpus")).expect("the corpus is part of the checkout");
        assert!(!listing.title.is_empty() && !listing.description.is_empty());
        let dates: Vec<&str> = listing.documents.iter().map(|document| document.date.as_str()).collect();
        assert!(
            dates.len() > 1 && dates.is_sorted_by(|later, earlier| later.get(..7) >= earlier.get(..7)),
            "{dates:?}"
        );
    }

    #[test]
    fn a_document_is_its_title_with_its_source_its_date_and_its_outlets() {
        let outlets = vec!["RNZ".to_owned(), "Stuff".to_owned()];
        let listed =
            Listed { date: "2023-10".to_owned(), outlets, ..document("A truce", "https://example.org/?a=1&b=2") };
        assert_eq!(
            documents_html(&[listed]),
            "<ul>\n<li><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\"><bdi>A truce</bdi></a>\
             <br><time datetime=\"2023-10\">2023-10</time>, <bdi>RNZ</bdi>, <bdi>Stuff</bdi></li>\n</ul>"
        );
    }

    #[test]
    fn text_never_becomes_markup() {
        let html = documents_html(&[document("<script>alert('x')</script>", "https://example.org/\"><img src=x>")]);
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
        // Said with what a browser would make a new attribute of.
        assert!(!html.contains("org/\""), "{html}");
    }

    #[test]
    fn only_web_addresses_are_links() {
        for url in ["javascript:alert(1)", "data:text/html,x", "//example.org", "", " https://a.nz", "https://a.nz/\nx"]
        {
            assert!(!documents_html(&[document("Title", url)]).contains("href"), "{url:?}");
        }
        assert!(documents_html(&[document("Title", "HTTP://example.org")]).contains("href"));
    }

    #[test]
    fn a_long_list_says_how_much_is_left_out() {
        let html = documents_html(&vec![document("Title", ""); MOST + 3]);
        assert_eq!(html.matches("<li>").count(), MOST);
        assert!(html.contains("And 3 more."));
        assert_eq!(documents_html(&[]), "");
    }
}
