//! A question to begin with, the keys that are listed, and documents on pages of their own.

use thirtyfour::Key;
use xtask::{Outcome, folders, hostile::SCRIPT, pages, server::Site};

use super::{holds, is, looks::pixels_too_wide};
use crate::{
    builds,
    page::{FOLDER, Mode, Page},
};

pub(super) fn listed_keys_do_what_they_say(page: &Page) -> Outcome<()> {
    page.open("?q=ceasefire")?;
    page.press("/")?;
    page.until("the focus in the search field", || Ok((page.focused()? == "Search the documents").then_some(())))?;
    page.press(Key::Tab)?;
    page.press("?")?;
    page.until_text(".keys", "next and previous hit")?;
    page.click("Switch single keys off")?;
    page.until_address("?keys=off&q=ceasefire")?;
    page.evaluate("document.getElementById('heading').focus()")?;
    page.press("/")?;
    is("the focus", page.focused()?.starts_with("Documents with"), true)?;
    page.click("Switch single keys on")?;
    page.until_address("?q=ceasefire")
}

pub(super) fn a_question_to_begin_with(page: &Page) -> Outcome<()> {
    page.open("")?;
    holds("three questions or more", page.count(".questions a")? >= 3)?;
    page.click_at(".questions a")?;
    page.until("its answer", || Ok((page.count(".statements .said > li")? > 0).then_some(())))?;
    is("questions", page.count(".questions a")?, 0)
}

pub(super) fn a_document_on_a_page_of_its_own(page: &Page) -> Outcome<()> {
    let folder = builds::copy("documents")?;
    pages::write(&folders::root().join("corpus"), &folder, None)?;
    page.serve(Site::under(FOLDER, folder.clone()));
    page.resize(320, 600)?;
    page.load("doc/")?;
    is("documents", page.count("main li a")?, 67)?;
    page.is_accessible()?;
    page.load("doc/oconnor-genocide-remark/")?;
    let title = page.text("h1")?;
    is("scripts that run", page.count("script:not([type='application/ld+json'])")?, 0)?;
    holds("it has a look", page.evaluate("return getComputedStyle(document.querySelector('dl')).display")? == "grid")?;
    is("pixels too wide", pixels_too_wide(page)?, 0)?;
    page.is_accessible()?;
    page.mode(Mode::Dark)?;
    page.has_contrast()?;
    page.mode(Mode::Print)?;
    is(
        "ways elsewhere on paper",
        page.evaluate("return [...document.querySelectorAll('.way')].some(e => e.checkVisibility())")?,
        false.into(),
    )?;
    page.mode(Mode::Light)?;
    page.click("Read it with every name marked, and search")?;
    page.until_ready()?;
    page.until_text("h1", &title)?;
    is("the reader", page.count(".reader")?, 1)?;

    pages::write(&folders::hostile_corpus(), &folder, None)?;
    page.resize(360, 800)?;
    for document in ["script", "turned", "right-to-left", "megabyte"] {
        page.load(&format!("doc/{document}/"))?;
        holds(document, page.title()?.ends_with(&format!("Hostile {SCRIPT}")))?;
        is(&format!("{document}: elements out of a text"), page.count("[onerror], [src='x'], main script")?, 0)?;
        is(&format!("{document}: pixels too wide"), pixels_too_wide(page)?, 0)?;
    }
    page.load("doc/right-to-left/")?;
    let direction = "return getComputedStyle(document.querySelector('h1')).direction";
    is("the way it is read", page.evaluate(direction)?, "rtl".into())?;
    page.is_accessible()
}
