//! The whole journey, from a question to a citation, by whoever has no mouse: by keyboard alone, and with a finger on a telephone.

use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::Outcome;

use super::{holds, is};
use crate::page::Page;

/// Keeps what would be saved, instead of putting it into a folder: the text of each file, in their order.
pub(super) const KEEP_FILES: &str = "
    window.saved = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return make(blob) };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this) };";

/// Waits for the file that a button was to save.
pub(super) fn saved(page: &Page) -> Outcome<String> {
    page.until("a file", || {
        let files: Vec<String> = serde_json::from_value(page.evaluate("return window.saved")?)?;
        Ok(files.into_iter().next())
    })
}

/// One entry, of this document, with its passage.
fn is_citation(bibtex: &str, document: &str) -> Outcome<()> {
    is("entries", bibtex.matches("\n@").count() + usize::from(bibtex.starts_with('@')), 1)?;
    holds(&format!("{document} is cited in {bibtex}"), bibtex.contains(&format!("doc={document}")))?;
    holds("the passage too", bibtex.contains(":passage-") && bibtex.contains("note = {passage "))?;
    holds("it is whole", bibtex.trim_end().ends_with('}') && bibtex.contains("title = {{"))
}

/// The document that the address opens.
pub(super) fn document(page: &Page) -> Outcome<String> {
    let id = page.evaluate("return new URLSearchParams(location.search).get('doc') ?? ''")?;
    Ok(id.as_str().unwrap_or_default().to_owned())
}

pub(super) fn by_keyboard(page: &Page) -> Outcome<()> {
    page.open("")?;
    page.evaluate(KEEP_FILES)?;
    page.press(Key::Tab)?;
    page.until("the skip link first", || Ok(page.focused()?.contains("Skip").then_some(())))?;
    page.press(Key::Enter)?;
    page.until("the heading has the focus", || Ok((page.focused()? == "All documents").then_some(())))?;

    tab_to(page, "#q", Way::Back)?;
    page.press("recognition")?;
    page.press(Key::Enter)?;
    page.until_text("h1", "“recognition”")?;
    focus_is_kept(page)?;
    tab_to(page, "#party-labour", Way::On)?;
    page.press(Key::Enter)?;
    page.until_address("?party=labour&q=recognition")?;
    page.until("the facet keeps the focus", || Ok(has_focus(page, "#party-labour")?.then_some(())))?;

    tab_to(page, ".documents article h2 a", Way::On)?;
    let title = page.text(".documents article h2 a")?;
    page.press(Key::Enter)?;
    page.until_text("h1", &title)?;
    page.until("the focus in the reader", || Ok(focus(page)?["lost"].as_bool().filter(|lost| !lost).map(drop)))?;
    tab_to(page, ".close a", Way::Back)?;
    page.press(Key::Enter)?;
    page.until_address("?party=labour&q=recognition")?;
    focus_is_kept(page)?;

    tab_to(page, ".tabs a[href*='view=network']", Way::On)?;
    page.press(Key::Enter)?;
    page.until("the network", || Ok((page.count(".network .canvas svg")? == 1).then_some(())))?;
    focus_is_kept(page)?;
    // The picture is one stop, in which the arrows go from tie to tie.
    tab_to(page, ".canvas [tabindex='0']", Way::On)?;
    let name = page.focused()?;
    page.press(Key::Right)?;
    page.until("the strongest tie", || Ok((page.focused()? != name).then_some(())))?;
    focus_is_seen(page)?;
    page.press(Key::Escape)?;
    page.until("back at the name", || Ok((page.focused()? == name).then_some(())))?;

    // The lines themselves, with their numbers, are in the list that says the same.
    tab_to(page, ".network .as-list summary", Way::On)?;
    page.press(Key::Space)?;
    tab_to(page, ".network .as-list li a", Way::On)?;
    let count = page.text(".network .as-list li a")?.rsplit(": ").next().unwrap_or_default().to_owned();
    page.press(Key::Enter)?;
    page.until_text("h1", &count)?;
    focus_is_kept(page)?;
    let units: usize = count.split(' ').next().unwrap_or_default().parse()?;
    is("passages listed", page.count(".evidence .units > li")?, units)?;

    tab_to(page, ".evidence .units .place", Way::On)?;
    page.press(Key::Enter)?;
    page.until(
        "the passage in the reader",
        || Ok((page.count(".reader [aria-current=location]")? == 1).then_some(())),
    )?;
    focus_is_kept(page)?;
    let id = document(page)?;
    tab_to(page, ".reader .save[data-file$='.bib']", Way::Back)?;
    page.press(Key::Space)?;
    is_citation(&saved(page)?, &id)?;
    focus_is_kept(page)?;
    is("where it is saved", has_focus(page, ".reader .save[data-file$='.bib']")?, true)
}

pub(super) fn on_a_touch_screen(page: &Page) -> Outcome<()> {
    page.be_a_phone(360, 740)?;
    page.open("")?;
    page.evaluate(KEEP_FILES)?;
    is(
        "what the page is told of the screen",
        page.evaluate("return matchMedia('(pointer: coarse)').matches")?,
        json!(true),
    )?;

    page.tap_at("#q")?;
    page.until("the focus in the search field", || Ok(has_focus(page, "#q")?.then_some(())))?;
    page.press("recognition")?;
    page.press(Key::Enter)?;
    page.until_text("h1", "“recognition”")?;
    targets_are_large(page, "the list")?;

    page.tap_at(".filter-button")?;
    page.until_text("#facets", "People")?;
    targets_are_large(page, "the filters")?;
    page.tap_at("#party-labour")?;
    page.until_address("?party=labour&q=recognition")?;

    let title = page.text(".documents article h2 a")?;
    page.tap_at(".documents article h2 a")?;
    page.until_text("h1", &title)?;
    targets_are_large(page, "the reader")?;
    page.tap_at(".close a")?;
    page.until_address("?party=labour&q=recognition")?;

    page.tap_at(".tabs a[href*='view=network']")?;
    page.until("the network", || Ok((page.count(".network .canvas svg")? == 1).then_some(())))?;
    is("pixels too wide", super::looks::pixels_too_wide(page)?, 0)?;
    page.tap("As a list")?;
    page.until("the list", || Ok((!page.text(".network .as-list li a")?.is_empty()).then_some(())))?;
    targets_are_large(page, "the network")?;
    let count = page.text(".network .as-list li a")?.rsplit(": ").next().unwrap_or_default().to_owned();
    page.tap_at(".network .as-list li a")?;
    page.until_text("h1", &count)?;
    targets_are_large(page, "the passages")?;

    page.tap_at(".evidence .units .place")?;
    page.until(
        "the passage in the reader",
        || Ok((page.count(".reader [aria-current=location]")? == 1).then_some(())),
    )?;
    let id = document(page)?;
    page.tap_at(".reader .save[data-file$='.bib']")?;
    is_citation(&saved(page)?, &id)?;
    is("pixels too wide", super::looks::pixels_too_wide(page)?, 0)
}

/// Every visible link and button is 24 pixels high and wide, or has as much room around it; links within a sentence may be as they
/// are (WCAG 2.2, 2.5.8).
fn targets_are_large(page: &Page, where_: &str) -> Outcome<()> {
    let script = "
        const shown = e => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip') && !e.closest('svg, table');
        const targets = [...document.querySelectorAll('a[href], button, summary, input, select')].filter(shown);
        const inline = e => getComputedStyle(e).display === 'inline';
        const flows = e => {
            if (!inline(e)) return false;
            let line = e.parentElement;
            while (inline(line)) line = line.parentElement;
            const linked = [...line.querySelectorAll('a, button')].reduce((sum, link) => sum + link.textContent.length, 0);
            return line.textContent.length > linked + 20;
        };
        const boxes = targets.map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
        const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
        const small = boxes.filter(([e, box]) => (box.width < 24 || box.height < 24) && !flows(e));
        const crowded = small.filter(([e, box]) => boxes.some(([other, its]) => {
            if (other === e || other.contains(e) || e.contains(other)) return false;
            const [x, y] = middle(box);
            const [dx, dy] = [Math.max(its.x - x, x - its.right, 0), Math.max(its.y - y, y - its.bottom, 0)];
            return Math.hypot(dx, dy) < 12;
        }));
        return crowded.map(([e, box]) => `${e.outerHTML.slice(0, 80)} (${Math.round(box.width)} by ${Math.round(box.height)})`)";
    let small: Vec<String> = serde_json::from_value(page.evaluate(script)?)?;
    match small.as_slice() {
        [] => Ok(()),
        some => {
            Err(format!("{where_}: {} targets too small: {}", some.len(), some[..some.len().min(5)].join(" | ")).into())
        }
    }
}

#[derive(Clone, Copy)]
enum Way {
    On,
    Back,
}

/// Presses Tab until the first element of a selector has the focus, which is to be seen at each stop.
fn tab_to(page: &Page, selector: &str, way: Way) -> Outcome<()> {
    for _ in 0..400 {
        match way {
            Way::On => page.press(Key::Tab)?,
            Way::Back => page.press_with_shift(Key::Tab)?,
        }
        focus_is_seen(page).map_err(|error| format!("on the way to {selector}: {error}"))?;
        if has_focus(page, selector)? {
            return Ok(());
        }
    }
    Err(format!("{selector} was not reached by keyboard; the focus ended at {}", page.focused()?).into())
}

fn has_focus(page: &Page, selector: &str) -> Outcome<bool> {
    let script = "return document.activeElement === document.querySelector(arguments[0])";
    Ok(page.evaluate_with(script, vec![selector.into()])?.as_bool() == Some(true))
}

/// What has the focus, whether it is lost, marked, and in sight.
fn focus(page: &Page) -> Outcome<Value> {
    page.evaluate(
        "const e = document.activeElement;
        const style = getComputedStyle(e);
        const marks = [style, ...[...e.querySelectorAll('*')].map(inner => getComputedStyle(inner))];
        const marked = marks.some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0);
        const box = [...e.getClientRects()].find(box => box.bottom > 0 && box.top < innerHeight);
        const inside = (low, high, most) => Math.min(Math.max((low + high) / 2, 1), most - 1);
        const hit = box && document.elementFromPoint(inside(box.left, box.right, innerWidth), inside(box.top, box.bottom, innerHeight));
        return {
            lost: e === document.body || e === document.documentElement,
            marked,
            seen: !!hit && (e.contains(hit) || hit.contains(e)),
            what: e.outerHTML.slice(0, 160),
        }",
    )
}

fn focus_is_seen(page: &Page) -> Outcome<()> {
    let focus = page.until("the focus to settle", || {
        let focus = focus(page)?;
        // The page may still be scrolling to it.
        Ok((focus["seen"] == json!(true) || focus["lost"] == json!(true)).then_some(focus))
    });
    let focus = focus.or_else(|_| self::focus(page))?;
    holds(&format!("the focus is somewhere: {}", focus["what"]), focus["lost"] == json!(false))?;
    holds(&format!("the focus is in sight at {}", focus["what"]), focus["seen"] == json!(true))?;
    holds(&format!("the focus is marked at {}", focus["what"]), focus["marked"] == json!(true))
}

/// After a step the focus is somewhere, not at the top of the page again.
fn focus_is_kept(page: &Page) -> Outcome<()> {
    page.until("the focus after a step", || Ok((focus(page)?["lost"] == json!(false)).then_some(())))
}
