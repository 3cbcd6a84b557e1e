//! Who is named with whom: the matrix and the network by keyboard, and what is taken away from them.

use thirtyfour::Key;
use xtask::Outcome;

use super::{holds, is};
use crate::page::Page;

/// Gives the focus to the first element of a selector, as the Tab key would.
fn focus(page: &Page, selector: &str) -> Outcome<()> {
    page.until(selector, || {
        let script = "document.querySelector(arguments[0]).focus(); return true";
        Ok(page.evaluate_with(script, vec![selector.into()])?.as_bool().map(drop))
    })
}

/// How many elements a selector has, in a picture too, where they have no text of their own.
fn drawn_count(page: &Page, selector: &str) -> Outcome<u64> {
    let count = page.evaluate_with("return document.querySelectorAll(arguments[0]).length", vec![selector.into()])?;
    Ok(count.as_u64().unwrap_or_default())
}

pub(super) fn the_matrix_by_arrow_keys(page: &Page) -> Outcome<()> {
    page.open("?view=matrix&topic=recognition")?;
    is("stops of the Tab key", page.count(".matrix table [tabindex='0']")?, 1)?;
    focus(page, ".matrix table [tabindex='0']")?;
    let (first, second) =
        (page.text(".matrix tbody tr:nth-child(1) th")?, page.text(".matrix tbody tr:nth-child(2) th")?);
    is("where it begins", page.focused()?, first.clone())?;
    page.press(Key::Down)?;
    is("the cell of a name and itself", page.focused()?, first.clone())?;
    page.press(Key::Right)?;
    let cell = page.focused()?;
    holds("the cell names both", cell.contains(&first) && cell.contains(&second))?;
    page.press(Key::Down)?;
    page.press(Key::Left)?;
    is("the same pair on the other side", page.focused()?, cell.clone())?;
    page.press(Key::End)?;
    page.press(Key::Home)?;
    is("the head of the row", page.focused()?, second)?;
    page.press(Key::Left)?;
    page.press(Key::Right)?;
    page.press(Key::Enter)?;
    let count = cell.rsplit(": ").next().unwrap_or_default().to_owned();
    page.until_text("h1", &count)?;
    let units: usize = count.split(' ').next().unwrap_or_default().parse()?;
    is("passages listed", page.count(".evidence .units > li")?, units)
}

pub(super) fn a_walk_through_the_network(page: &Page) -> Outcome<()> {
    page.open("?view=network&topic=recognition")?;
    page.until("one stop of the Tab key", || Ok((drawn_count(page, ".canvas [tabindex='0']")? == 1).then_some(())))?;
    focus(page, ".canvas [tabindex='0']")?;
    let start = page.focused()?;
    page.press(Key::Right)?;
    let tie = page.focused()?;
    let strongest = start.rsplit("strongest: ").next().unwrap_or_default();
    is("the strongest tie", tie.split(',').next(), Some(strongest))?;
    page.press(Key::Right)?;
    let next = page.focused()?;
    holds("another tie of the same name", next != tie && next != start)?;
    page.press(Key::Left)?;
    is("back to the one before", page.focused()?, tie.clone())?;
    page.press(Key::Down)?;
    let strongest = tie.rsplit("strongest: ").next().unwrap_or_default();
    is("on from there", page.focused()?.split(',').next(), Some(strongest))?;
    page.press(Key::Escape)?;
    is("back at the name reached", page.focused()?, tie.clone())?;
    page.press(Key::Escape)?;
    is("back at the start", page.focused()?, start.clone())?;
    page.press(Key::Right)?;
    page.press(Key::Enter)?;
    page.until_text(".settings .focus", "All, not only with")
}

pub(super) fn files_to_take_away(page: &Page) -> Outcome<()> {
    // What would be saved is kept here instead of in a folder.
    let catch = "window.saved = [];
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return make(blob) };
        HTMLAnchorElement.prototype.click = function () {};";
    let saved = |at: usize| {
        page.until("a file", || {
            Ok(page.evaluate_with("return saved[arguments[0]]", vec![at.into()])?.as_str().map(str::to_owned))
        })
    };
    page.open("?view=network&topic=recognition")?;
    page.evaluate(catch)?;
    page.click("Pairs as CSV")?;
    holds("pairs by their columns", saved(0)?.starts_with("first,second,a,b"))?;
    page.open("?topic=recognition")?;
    page.evaluate(catch)?;
    page.click("CSV")?;
    let found = page.text(".found")?;
    let lines = saved(0)?.lines().count();
    holds("a line for each document, and the heads", found.starts_with(&(lines - 1).to_string()))?;
    page.click("CSL-JSON")?;
    let cited: Vec<serde_json::Value> = serde_json::from_str(&saved(1)?)?;
    is("a citation for each document", cited.len(), lines - 1)?;
    page.open("?doc=oconnor-genocide-remark&at=2")?;
    page.evaluate(catch)?;
    page.click("BibTeX")?;
    let cited = saved(0)?;
    holds("the passage pointed at", cited.starts_with("@article{oconnor-genocide-remark:passage-2,"))
}

pub(super) fn a_picture_to_take_away(page: &Page) -> Outcome<()> {
    page.open("?view=network&topic=recognition")?;
    // What would be saved is kept here instead of in a folder.
    page.evaluate(
        "window.saved = {};
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = blob => { saved[blob.type] = blob; return make(blob) };
        HTMLAnchorElement.prototype.click = function () {};",
    )?;
    page.click("SVG")?;
    let drawn = "
        const done = arguments[arguments.length - 1];
        saved['image/svg+xml'].text().then(text => {
            const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
            const names = root => [...root.querySelectorAll('text')].map(name => name.textContent).sort().join();
            const all = [...svg.querySelectorAll('*')];
            done({
                names: names(svg) === names(document.querySelector('.canvas svg')) && svg.querySelectorAll('text').length,
                lines: svg.querySelectorAll('path').length === document.querySelectorAll('.canvas .line').length,
                quiet: !/script|href|url\\(/.test(text) && all.every(element => !element.matches('a, foreignObject, image')),
                looks: all.some(element => element.getAttribute('stroke')?.startsWith('rgb')),
            });
        })";
    let seen = page.evaluate_later(drawn)?;
    holds("every name as text", seen["names"].as_u64().unwrap_or_default() > 5)?;
    is("every line", &seen["lines"], &true.into())?;
    is("no script, no link", &seen["quiet"], &true.into())?;
    is("its looks", &seen["looks"], &true.into())?;
    page.click("PNG")?;
    let size = page.until("a picture", || {
        let size = "
            const done = arguments[arguments.length - 1];
            const png = saved['image/png'];
            if (png) createImageBitmap(png).then(image => done([image.width, image.height])); else done(null)";
        let size = page.evaluate_later(size)?;
        Ok((!size.is_null()).then_some(size))
    })?;
    holds("a picture of some size", size[0].as_u64().unwrap_or_default() > 900)?;
    page.click("GraphML")?;
    // The desk makes it, once it is fetched.
    page.until("a file", || Ok(page.evaluate("return 'application/xml' in saved")?.as_bool().filter(|is| *is)))?;
    let graph = "
        const done = arguments[arguments.length - 1];
        saved['application/xml'].text().then(text => {
            const graph = new DOMParser().parseFromString(text, 'application/xml');
            done([graph.querySelectorAll('node').length, graph.querySelectorAll('edge').length]);
        })";
    let graph = page.evaluate_later(graph)?;
    is("nodes", graph[0].as_u64(), Some(drawn_count(page, ".canvas .node")?))?;
    is("edges", graph[1].as_u64(), Some(drawn_count(page, ".canvas .edge")?))
}

pub(super) fn a_name_put_in_the_middle(page: &Page) -> Outcome<()> {
    page.open("?view=pairs&topic=recognition")?;
    focus(page, "[name=focus]")?;
    page.press("Win")?;
    page.click("Find")?;
    page.until_text(".settings .focus", "Winston Peters")?;
    let chosen = page.evaluate("return document.querySelector('[name=focus]').value")?;
    is("chosen in the list", chosen, "winston-peters".into())?;
    page.click("How this is counted")?;
    page.click("Copy")?;
    page.until("what became of it", || {
        let said = page.text(".methods [role=status]")?;
        Ok(["Copied", "Selected, ready to copy"].contains(&said.as_str()).then_some(()))
    })
}
