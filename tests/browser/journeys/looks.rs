//! What is to be seen, whatever the visitor has: no script, a phone, the dark, a screen reader.

use serde_json::Value;
use xtask::Outcome;

use super::{holds, is};
use crate::page::Page;

/// One address of each view, with something chosen, something searched, something empty.
pub(crate) const VIEWS: &[&str] = &[
    "",
    "?q=ceasefire&person=chris-hipkins&not-party=act&in=passage",
    "?q=zqxv",
    "?view=timeline&party=labour",
    "?view=network&topic=recognition",
    "?view=matrix&topic=recognition",
    "?view=pairs&measure=npmi&focus=chris-hipkins",
    "?pair=christopher-luxon~winston-peters",
    "?view=network&tie=about&topic=recognition",
    "?view=statements&speaker=chris-hipkins&sure=only",
    "?view=entity&focus=david-seymour",
    "?doc=oconnor-genocide-remark&person=damien-oconnor&at=3",
    "?nonsense=1&person=nobody&from=2024-99",
    "?view=notes",
    "?view=concordance&q=recognition&context=5",
    "?view=compare&party=labour&with=%3Fparty%3Dnational",
    "?view=batch&list=Winston+Peters%0Agenocide%0Azqxv",
];

pub(super) fn the_page_starts(page: &Page) -> Outcome<()> {
    page.open("")?;
    is("headings", page.count("h1")?, 1)?;
    is("documents on the first page", page.count(".documents article")?, 20)?;
    is("lists for visitors without JavaScript", page.count("#plain")?, 0)?;
    is("messages about loading", page.count("#boot")?, 0)?;
    is("title", page.title()?.starts_with("All documents · "), true)
}

pub(super) fn visitors_without_javascript_have_a_list(page: &Page) -> Outcome<()> {
    page.open("")?;
    let html = page.evaluate("return fetch('./').then(answer => answer.text())")?;
    let html = html.as_str().unwrap_or_default();
    let plain =
        html.split("<main id=\"plain\"").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default();
    let (counts, plain) = plain.split_once("</div>").unwrap_or_default();
    holds("counts before the program", counts.contains("Winston Peters</bdi> 36"))?;
    let links: Vec<&str> = plain.split("href=\"").skip(1).collect();
    is("entries", plain.matches("<li").count(), 67)?;
    is("links to anything but the web", links.iter().filter(|link| !link.starts_with("http")).count(), 0)?;
    holds("there are links to the sources", links.len() >= 60)
}

pub(super) fn nothing_is_asked_of_anyone_else(page: &Page) -> Outcome<()> {
    for view in VIEWS {
        page.open(view)?;
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => new URL(name).origin !== location.origin);";
        is(view, page.evaluate(script)?, Value::Array(Vec::new()))?;
    }
    Ok(())
}

/// How far the page could be scrolled sideways.
pub(super) fn pixels_too_wide(page: &Page) -> Outcome<i64> {
    let wider = page.evaluate("return document.documentElement.scrollWidth - document.documentElement.clientWidth")?;
    wider.as_i64().ok_or_else(|| "the page has no width".into())
}
