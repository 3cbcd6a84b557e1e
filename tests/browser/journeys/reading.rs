//! Reading: from a list, a number or a line to the words behind it, and back.

use thirtyfour::Key;
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

pub(super) fn the_whole_way_by_keyboard(page: &Page) -> Outcome<()> {
    page.open("")?;
    page.press(Key::Tab)?;
    page.until("the skip link first", || Ok(page.focused()?.contains("Skip").then_some(())))?;
    page.press(Key::Enter)?;
    page.until("the heading has the focus", || Ok((page.focused()? == "All documents").then_some(())))?;
    tab_to(page, "#q", Way::Back)?;
    page.press("recognition")?;
    page.press(Key::Enter)?;
    page.until_text("h1", "“recognition”")?;
    tab_to(page, "#party-labour", Way::On)?;
    page.press(Key::Enter)?;
    page.until_address("?party=labour&q=recognition")?;
    tab_to(page, ".documents article h2 a", Way::On)?;
    page.press(Key::Enter)?;
    page.until("the reader", || Ok((page.count(".reader")? == 1).then_some(())))?;
    tab_to(page, ".close a", Way::Back)?;
    page.press(Key::Enter)?;
    page.until_address("?party=labour&q=recognition")
}

#[derive(Clone, Copy)]
enum Way {
    On,
    Back,
}

/// Presses Tab until the first element of a selector has the focus.
fn tab_to(page: &Page, selector: &str, way: Way) -> Outcome<()> {
    for _ in 0..400 {
        let script = "return document.activeElement === document.querySelector(arguments[0])";
        if page.evaluate_with(script, vec![selector.into()])?.as_bool() == Some(true) {
            return Ok(());
        }
        match way {
            Way::On => page.press(Key::Tab)?,
            Way::Back => page.press_with_shift(Key::Tab)?,
        }
    }
    let here = page.evaluate("return document.activeElement.outerHTML.slice(0, 200)")?;
    Err(format!("{selector} was not reached by keyboard; the focus ended at {here}").into())
}
