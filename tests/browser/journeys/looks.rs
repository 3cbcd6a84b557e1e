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
        html.split("<section id=\"plain\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap_or_default();
    let links: Vec<&str> = plain.split("href=\"").skip(1).collect();
    is("entries", plain.matches("<li").count(), 67)?;
    is("links to anything but the web", links.iter().filter(|link| !link.starts_with("http")).count(), 0)?;
    holds("there are links to the sources", links.len() >= 60)
}

pub(super) fn the_program_takes_over_without_a_jump(page: &Page) -> Outcome<()> {
    // What is seen of the page, piece by piece: its words, and where it stands.
    let seen = "const pieces = ['.masthead', '.search', '.facets h2', '.facets li', 'h1', '.found', '.questions', '.dates', '.bars li',
                                '.tabs', '.documents > .choices', '.documents li:nth-child(-n + 4)'];
        const words = piece => piece.matches('.dates') ? '' : piece.textContent;
        const seen = root => pieces.flatMap(name => [...root.querySelectorAll(name)].map(piece => {
            const { x, y, width, height } = piece.getBoundingClientRect();
            return [name, words(piece), x, y, width, height].join(' ');
        }));
        const request = new XMLHttpRequest();
        request.open('GET', './');
        request.responseType = 'document';
        request.send();
        return new Promise(come => request.onload = come).then(() => {
            const drawn = seen(document.getElementById('app'));
            document.body.prepend(document.adoptNode(request.response.getElementById('first')));
            document.getElementById('app').style.display = 'none';
            const first = seen(document.getElementById('first'));
            return [first.length, first.map((piece, at) => piece === drawn[at] ? '' : `${piece} instead of ${drawn[at]}`).filter(Boolean)];
        });";
    for width in [1440, 360] {
        page.resize(width, 900)?;
        page.open("")?;
        let seen = page.evaluate(seen)?;
        holds("there is a beginning", seen[0].as_u64().is_some_and(|pieces| pieces > 80))?;
        is("what moves when the program comes", seen[1].clone(), Value::Array(Vec::new()))?;
    }
    Ok(())
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
