//! The view in somebody else's page, and the keys that are listed.

use std::fs;

use thirtyfour::Key;
use xtask::{Outcome, server::Site};

use super::{holds, is};
use crate::{
    builds,
    page::{FOLDER, Page},
};

pub(super) fn a_view_in_an_article(page: &Page) -> Outcome<()> {
    page.open("?view=network&topic=recognition")?;
    let code = page.evaluate("return document.getElementById('frame').textContent")?;
    let code = code.as_str().unwrap_or_default();

    let folder = builds::copy("article")?;
    let article = "<!doctype html><html lang=en><title>Article</title><link rel=icon href=data:,><h1>Article</h1>";
    fs::write(folder.join("article.html"), [article, code].concat())?;
    // The strictest frame: no storage, no origin.
    fs::write(folder.join("bare.html"), [article, &code.replace(" allow-same-origin", "")].concat())?;
    page.serve(Site::under(FOLDER, folder));
    page.resize(360, 800)?;
    page.load("article.html")?;
    is("a plain link beside it", page.count("p > a[href*='view=network']")?, 1)?;
    page.in_frame(|| {
        page.until_ready()?;
        page.until_text("h1", "Who is named with whom")?;
        is("the masthead", page.count(".masthead")?, 0)?;
        is("pixels too wide", super::looks::pixels_too_wide(page)?, 0)?;
        page.is_accessible()?;
        let whole = page.attribute(".whole a", "href")?.unwrap_or_default();
        holds(&format!("the whole is at {whole}"), whole.contains("view=network") && !whole.contains("embed"))
    })
}

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
