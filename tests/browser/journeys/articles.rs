//! The view in somebody else's page, on another host: with the code that the page offers, with all storage refused, in the strictest
//! frame.

use std::fs;

use serde_json::json;
use xtask::{
    Outcome, folders,
    server::{Server, Site},
};

use super::{holds, is};
use crate::page::{FOLDER, Page};

/// What lets a frame without an origin have the files; README says so too.
const OPEN: &str = "Access-Control-Allow-Origin: *";

/// A host of its own, with an article that holds this code.
fn article(page: &Page, name: &str, code: &str) -> Outcome<Server> {
    let folder = folders::target().join("browser/articles").join(name);
    fs::create_dir_all(&folder)?;
    let start = "<!doctype html><html lang=en><title>Article</title><link rel=icon href=data:,><h1>Article</h1>";
    fs::write(folder.join("index.html"), [start, code].concat())?;
    let host = Server::start(0, Site::at_root(folder))?;
    let url = format!("http://{}/", host.address);
    page.knows(&url);
    page.visit(&url)?;
    Ok(host)
}

/// The code that the page offers for a view.
fn code(page: &Page, view: &str) -> Outcome<String> {
    page.open(view)?;
    let code = page.evaluate("return document.getElementById('frame').textContent")?;
    Ok(code.as_str().unwrap_or_default().to_owned())
}

/// That the frame holds the view, and that what is in it can be used.
fn is_the_view(page: &Page) -> Outcome<()> {
    page.until_ready()?;
    page.until_text("h1", "Who is named with whom")?;
    is("the masthead", page.count(".masthead")?, 0)?;
    is("pixels too wide", super::looks::pixels_too_wide(page)?, 0)?;
    page.is_accessible()?;
    let whole = page.attribute(".whole a", "href")?.unwrap_or_default();
    holds(&format!("the whole is at {whole}"), whole.contains("view=network") && !whole.contains("embed"))?;
    // A filter, and back again.
    let address = || page.evaluate("return new URLSearchParams(location.search).getAll('topic')");
    is("the filter", address()?, json!(["recognition"]))?;
    page.click_at(".chips a")?;
    page.until("another view", || Ok((address()? == json!([])).then_some(())))?;
    page.until_text("h1", "Who is named with whom")?;
    is("the masthead, after a step", page.count(".masthead")?, 0)?;
    page.evaluate("history.back()")?;
    page.until("the view before", || Ok((address()? == json!(["recognition"])).then_some(())))
}

pub(super) fn a_view_in_an_article(page: &Page) -> Outcome<()> {
    let code = code(page, "?view=network&topic=recognition")?;
    page.resize(360, 800)?;
    let _host = article(page, "plain", &code)?;
    is("a plain link beside it", page.count("p > a[href*='view=network']")?, 1)?;
    page.in_frame(|| is_the_view(page))
}

pub(super) fn a_view_in_an_article_that_may_store_nothing(page: &Page) -> Outcome<()> {
    let code = code(page, "?view=network&topic=recognition")?;
    page.console_is_quiet()?;
    page.all_requests_stay_home()?;
    page.start_without_storage()?;
    page.resize(360, 800)?;
    let _host = article(page, "stored-nothing", &code)?;
    page.in_frame(|| {
        is_the_view(page)?;
        let kept = "try { return localStorage.length } catch (error) { return error.name }";
        is("what may be stored", page.evaluate(kept)?, json!("SecurityError"))
    })
}

pub(super) fn a_view_in_a_frame_without_an_origin(page: &Page) -> Outcome<()> {
    let code = code(page, "?view=network&topic=recognition")?;
    let bare = code.replace(" allow-same-origin", "");
    holds("the frame is stricter than the code", bare.len() < code.len())?;
    page.resize(360, 800)?;

    // As most hosts are: the script may not be read, the documents are listed all the same, and there is the link.
    let _host = article(page, "without-origin", &bare)?;
    page.in_frame(|| {
        page.until("the list of documents", || Ok((page.count("#plain li")? > 60).then_some(())))?;
        is("the program", page.evaluate("return document.documentElement.hasAttribute('data-ready')")?, json!(false))
    })?;
    is("a plain link beside it", page.count("p > a[href*='view=network']")?, 1)?;
    let said = page.console()?;
    holds(&format!("what is refused is said: {said:?}"), said.iter().any(|error| error.contains("origin 'null'")))?;

    // A host that lets everyone have its files.
    page.serve(Site { headers: vec![OPEN.to_owned()], ..Site::under(FOLDER, folders::dist()) });
    let _host = article(page, "without-origin", &bare)?;
    page.in_frame(|| {
        is_the_view(page)?;
        is("its origin", page.evaluate("return origin")?, json!("null"))
    })
}
