//! Personal notes: kept on the device, taken along as a file, read again.

use serde_json::json;
use xtask::Outcome;

use super::{holds, is};
use crate::page::Page;

const WRITTEN: &str = "Compare with the report of <b>May</b>: “ceasefire” – Māori\nsecond line";

pub(super) fn kept_and_taken_along(page: &Page) -> Outcome<()> {
    page.open("?q=ceasefire")?;
    page.click_at(".documents article h2 a, .documents h2 a")?;
    page.until("a document", || Ok((page.count(".reader")? == 1).then_some(())))?;
    is("no note without a passage", page.count(".note-here")?, 0)?;
    page.click_at("#passage-2")?;
    page.click("Keep this passage")?;
    page.until("a star", || Ok((page.text("#passage-2")? == "2★").then_some(())))?;
    page.fill(".note-here textarea", WRITTEN)?;

    page.reload()?;
    is("the star after a reload", page.text("#passage-2")?.as_str(), "2★")?;
    is("what was written", written(page, ".note-here")?, json!(WRITTEN))?;
    page.click("Your notes")?;
    page.until_text("h1", "Your notes")?;
    is("the note in the list", written(page, ".notes li")?, json!(WRITTEN))?;
    page.is_accessible()?;

    // What would be saved is kept here instead of in a folder.
    page.evaluate(
        "const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = blob => { window.saved = blob; return make(blob) };
        HTMLAnchorElement.prototype.click = function () {};",
    )?;
    page.click("Save them as a file")?;
    page.until("a file", || Ok(page.evaluate("return window.saved !== undefined")?.as_bool().filter(|is| *is)))?;
    let before = stored(page)?;
    page.click("Forget this note")?;
    page.until("no note", || Ok((page.count(".notes li")? == 0).then_some(())))?;
    is("none is stored", stored(page)?, json!("[]"))?;
    page.evaluate(
        "const files = new DataTransfer();
        files.items.add(new File([window.saved], 'notes.json'));
        const field = document.getElementById('notes-file');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));",
    )?;
    page.until_text(".notes [role=status]", "The notes were read.")?;
    is("read again, they are the same", stored(page)?, before)?;
    page.click_at(".notes h2 a")?;
    page.until("the passage", || Ok((page.text(".passage[aria-current] .number")? == "2★").then_some(())))?;

    page.open("?view=notes")?;
    page.evaluate(
        "const files = new DataTransfer();
        files.items.add(new File(['[[\"javascript:alert(1)\", \"\", \"\", \"\"], 7, [\"?doc=x\"]]'], 'x.json'));
        const field = document.getElementById('notes-file');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));",
    )?;
    page.until_text(".notes [role=status]", "This file holds no notes")?;
    holds("a foreign file changes nothing", page.count(".notes li")? == 1)
}

fn written(page: &Page, within: &str) -> Outcome<serde_json::Value> {
    page.evaluate_with("return document.querySelector(arguments[0] + ' textarea').value", vec![within.into()])
}

fn stored(page: &Page) -> Outcome<serde_json::Value> {
    page.evaluate("return localStorage[Object.keys(localStorage).find(name => name.startsWith('onrecord notes '))]")
}
