//! Reading: from a list, a number or a line to the words behind it, and back.

use xtask::Outcome;

use super::{holds, is};
use crate::page::Page;

/// Whether the first element of a selector lies in what is seen.
fn is_in_sight(page: &Page, selector: &str) -> Outcome<bool> {
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;";
    Ok(page.evaluate_with(script, vec![selector.into()])?.as_bool() == Some(true))
}

pub(super) fn from_a_search_to_its_hits_and_back(page: &Page) -> Outcome<()> {
    page.open("?q=genocide")?;
    let first = page.text(".documents article h2 a")?;
    page.click_at(".documents article h2 a")?;
    page.until_text("h1", &first)?;
    let marks = page.count("[id^=hit-]")?;
    page.until_text(".hits", &format!("{marks} hit"))?;
    page.until("the first hit in sight", || Ok(is_in_sight(page, "#hit-1")?.then_some(())))?;
    holds("there is a second hit to go to", marks > 1)?;
    page.press("n")?;
    page.until_text(".hits", &format!("2 of {marks}"))?;
    page.until("the second hit in sight", || Ok(is_in_sight(page, "#hit-2")?.then_some(())))?;
    page.press("p")?;
    page.until_text(".hits", &format!("1 of {marks}"))?;
    page.back()?;
    page.until_text("h1", "“genocide”")?;
    page.until("the link that was followed has the focus", || Ok((page.focused()? == first).then_some(())))
}

pub(super) fn from_the_network_to_its_passages(page: &Page) -> Outcome<()> {
    page.open("?view=network&topic=recognition")?;
    page.click("As a list")?;
    let line = page.text(".network .as-list li a")?;
    let count = line.rsplit(": ").next().unwrap_or_default().to_owned();
    page.click_at(".network .as-list li a")?;
    page.until_text("h1", &count)?;
    let units: usize = count.split(' ').next().unwrap_or_default().parse()?;
    is("passages listed", page.count(".evidence .units > li")?, units)?;
    for unit in page.texts(".evidence .units > li")? {
        holds("each passage has words", unit.len() > 40)?;
    }
    is("units whose two names are marked", page.count(".evidence .units > li:has(mark ~ mark, mark a)")? > 0, true)?;
    page.click_at(".evidence .units h2 a")?;
    page.until("the reader", || Ok((page.count(".reader")? == 1).then_some(())))?;
    page.back()?;
    page.until_text("h1", &count)
}
