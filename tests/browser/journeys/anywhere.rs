//! Journeys that know nothing of the documents: over the project's own, and with `--site` over any page that was built. What they
//! ask for they find on the screen.

use std::time::Duration;

use serde_json::json;
use xtask::Outcome;

use super::{
    holds, is,
    looks::pixels_too_wide,
    numbers,
    offline::until_kept,
    parts::{open_whole, until_whole},
    walks,
};
use crate::page::Page;

/// Numbers followed of a view.
const FOLLOWED: usize = 8;
/// For keeping tens of megabytes.
const LONG: Duration = Duration::from_secs(300);

/// What the first screen offers to ask for.
struct Subject {
    /// The address of the first value of the first list of filters, and its slug.
    value: String,
    slug: String,
    /// The address of the newest document, and a word and two neighbours of its text.
    document: String,
    word: String,
    phrase: String,
}

impl Subject {
    fn found(page: &Page) -> Outcome<Subject> {
        open_whole(page, "")?;
        let script = r#"
            const value = document.querySelector('#facets .toggle').getAttribute('href');
            const card = document.querySelector('.documents h2 a');
            const text = document.querySelector('.documents .snippet p').textContent;
            const words = text.match(/[A-Za-z]+/g);
            const word = words.reduce((longest, word) => word.length > longest.length ? word : longest, '');
            const phrase = text.match(/[A-Za-z]{2,} [A-Za-z]{2,}/)?.[0] ?? word;
            return [value, value.split('=')[1], card.getAttribute('href'), word.toLowerCase(), phrase]"#;
        let [value, slug, document, word, phrase]: [String; 5] = serde_json::from_value(page.evaluate(script)?)?;
        Ok(Subject { value, slug, document, word, phrase })
    }

    /// Every view there is.
    fn views(&self) -> Vec<String> {
        let Subject { value, slug, document, word, phrase } = self;
        let phrase = phrase.replace(' ', "+");
        vec![
            String::new(),
            value.clone(),
            format!("?q={word}"),
            format!("?q=%22{phrase}%22&in=passage"),
            format!("?q={}*", &word[..word.len().min(4)]),
            "?q=zqxvzqxv".to_owned(),
            document.clone(),
            format!("?view=timeline&q={word}"),
            "?view=network".to_owned(),
            format!("{value}&view=network"),
            "?view=matrix".to_owned(),
            "?view=pairs&measure=npmi".to_owned(),
            format!("{value}&view=statements"),
            format!("?view=entity&focus={slug}"),
            format!("?view=concordance&q={word}"),
            format!("{value}&view=compare"),
            format!("?view=batch&list={word}%0Azqxvzqxv"),
            "?view=notes".to_owned(),
        ]
    }
}

fn stands(page: &Page, address: &str) -> Outcome<()> {
    open_whole(page, address).map_err(|error| format!("{address}: {error}"))?;
    is(&format!("{address}: headings"), page.count("h1")?, 1)?;
    holds(&format!("{address}: there is something to read"), page.text("#main")?.len() > 60)?;
    // What is to come stands as "…" alone.
    let waits = "return [...document.querySelectorAll('#main *')].filter(one => one.textContent === '…').length";
    is(&format!("{address}: what is still to come"), page.evaluate(waits)?, json!(0))?;
    is(&format!("{address}: pixels too wide"), pixels_too_wide(page)?, 0)
}

pub(super) fn every_view_stands(page: &Page) -> Outcome<()> {
    for width in [1440, 360] {
        page.resize(width, 800)?;
        for address in Subject::found(page)?.views() {
            stands(page, &address)?;
        }
    }
    Ok(())
}

pub(super) fn numbers_open_their_lists(page: &Page) -> Outcome<()> {
    let subject = Subject::found(page)?;
    let counts = "return [...document.querySelectorAll('#facets .facet')].map(facet => facet.querySelector('.count'))
        .concat([...document.querySelectorAll('.bars-table .count')].slice(0, 3)).filter(Boolean)
        .map(link => [link.getAttribute('href'), Number(link.textContent.replace(/,/g, ''))])";
    for address in ["".to_owned(), format!("?q={}", subject.word)] {
        open_whole(page, &address)?;
        let counts: Vec<(String, usize)> = serde_json::from_value(page.evaluate(counts)?)?;
        holds("there are numbers", counts.len() > 3)?;
        for (href, number) in counts {
            open_whole(page, &href)?;
            let found = page.text(".found")?.replace(',', "");
            holds(&format!("{href} was said to be {number}: {found}"), found.starts_with(&format!("{number} of ")))?;
        }
    }
    for view in ["?view=pairs&top=12", "?view=network&top=12&unit=document"] {
        open_whole(page, view)?;
        for (href, number) in numbers::seen(page)?.into_iter().filter(|(_, number)| *number < 200).take(FOLLOWED) {
            open_whole(page, view)?;
            is(&format!("{view}: the list behind {href}"), numbers::listed(page, &href)?, number)?;
        }
    }
    Ok(())
}

pub(super) fn from_a_search_to_a_citation(page: &Page) -> Outcome<()> {
    let subject = Subject::found(page)?;
    page.fill("#q", &subject.word)?;
    page.until_text("h1", &format!("“{}”", subject.word))?;
    until_whole(page)?;
    let title = page.text(".documents article h2 a")?;
    page.click_at(".documents article h2 a")?;
    page.until_text("h1", &title)?;
    until_whole(page)?;
    let marks = page.count("[id^=hit-]")?;
    page.until_text(".hits", &format!("{marks} hit"))?;
    page.evaluate(walks::KEEP_FILES)?;
    page.click_at(".reader .save[data-file$='.bib']")?;
    let bibtex = walks::saved(page)?;
    holds(&format!("the document is cited in {bibtex}"), bibtex.contains(&format!("doc={}", walks::document(page)?)))?;
    page.back()?;
    page.until_text("h1", &format!("“{}”", subject.word))
}

pub(super) fn all_without_a_connection(page: &Page) -> Outcome<()> {
    let subject = Subject::found(page)?;
    until_kept(page)?;
    if page.count("#keep button")? > 0 {
        page.click_at("#keep button")?;
        page.until_within(LONG, "everything to be kept", || {
            Ok(page.text("#keep")?.contains("Every document is kept here").then_some(()))
        })?;
    }
    page.stop_server();
    for address in subject.views() {
        stands(page, &address).map_err(|error| format!("without a connection, {error}"))?;
    }
    page.start_server()
}
