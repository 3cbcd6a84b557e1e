//! Without a connection, and from one version to the next.

use std::fs;

use serde_json::{Value, json};
use xtask::{
    Outcome,
    browsers::Engine,
    folders,
    offline::{Keeping, write_worker},
    server::Site,
};

use super::{holds, is, looks::VIEWS};
use crate::{
    builds,
    page::{FOLDER, Page},
};

const READY: &str = "Ready for offline use. This copy is from today.";

/// The names of what the origin keeps.
pub(super) fn caches(page: &Page) -> Outcome<Vec<String>> {
    let found = page.evaluate("return caches.keys()")?;
    Ok(serde_json::from_value(found)?)
}

/// Which build is seen; empty: the one in dist/.
fn build(page: &Page) -> Outcome<String> {
    let found = page.evaluate("return document.documentElement.dataset.build ?? ''")?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

pub(super) fn until_kept(page: &Page) -> Outcome<()> {
    page.until_text("#kept", READY)
}

/// What a browser does when one comes back to a tab: the page then asks for a new version.
fn come_back(page: &Page) -> Outcome<()> {
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))").map(drop)
}

fn is_offered(page: &Page) -> Outcome<()> {
    page.until_text("#update", "There is a new version of this page.")
}

/// Accepts the new version and waits until it is seen.
fn accept(page: &Page, name: &str) -> Outcome<()> {
    page.click("Reload")?;
    page.until(&format!("the build {name}"), || Ok((build(page)? == name).then_some(())))?;
    page.until_ready()
}

/// With nothing to answer, the page opens at an address it has never been at.
fn opens_alone(page: &Page, address: &str, expected: &str) -> Outcome<()> {
    page.stop_server();
    page.open(address)?;
    is("build", build(page)?, expected.to_owned())?;
    is("headings", page.count("h1")?, 1)?;
    page.start_server()
}

pub(super) fn every_view_works(page: &Page) -> Outcome<()> {
    // The second stands inside the first's scope, on the same origin, as copies on one host may.
    for prefix in ["/", "/some/sub/folder/"] {
        page.serve(Site::under(prefix, folders::dist()));
        page.open("")?;
        until_kept(page)?;
        page.stop_server();
        page.reload()?;
        until_kept(page)?;
        for view in VIEWS {
            page.open(view)?;
            is(&format!("{view}: headings"), page.count("h1")?, 1)?;
        }
        page.open("index.html?q=ceasefire&utm=7#about")?;
        page.until_text("h1", "“ceasefire”")?;
        page.click_at(".documents article h2 a")?;
        page.until("the reader", || Ok((page.count(".reader")? == 1).then_some(())))?;
        page.start_server()?;
    }
    is("caches", caches(page)?.len(), 2)
}

pub(super) fn a_new_version_waits(page: &Page) -> Outcome<()> {
    for prefix in [FOLDER, "/"] {
        page.serve(Site::under(prefix, folders::dist()));
        page.open("")?;
        until_kept(page)?;
        let before = caches(page)?;

        page.serve(Site::under(prefix, builds::later("second")?));
        come_back(page)?;
        is_offered(page)?;
        // Nothing has changed yet, in the open page or in one loaded now.
        page.click_at("#party-labour")?;
        page.until_address("?party=labour")?;
        is("build", build(page)?, String::new())?;
        page.click("Pairs")?;
        page.until_address("?party=labour&view=pairs")?;
        page.reload()?;
        is("build", build(page)?, String::new())?;
        is_offered(page)?;
        is("no request for anything but the worker's own files", asked_again(page), Vec::<String>::new())?;
        page.is_accessible()?;

        accept(page, "second")?;
        page.until_address("?party=labour&view=pairs")?;
        until_kept(page)?;
        is("what is offered", page.text("#update")?, String::new())?;
        let after = caches(page)?;
        is("caches", after.len(), before.len())?;
        is(
            "caches that were there before",
            after.iter().filter(|name| before.contains(name)).count(),
            before.len() - 1,
        )?;
        opens_alone(page, "?doc=oconnor-genocide-remark", "second")?;
    }
    Ok(())
}

/// Requests for the program, after the first: an update takes what has not changed from the version before.
fn asked_again(page: &Page) -> Vec<String> {
    let asked = page.asked().into_iter().filter(|path| path.contains("/onrecord-") && path.ends_with(".wasm"));
    // Once by the page, once by its worker.
    asked.skip(2).filter(|path| path.starts_with(FOLDER)).collect()
}

pub(super) fn an_update_that_breaks_off(page: &Page) -> Outcome<()> {
    page.open("")?;
    until_kept(page)?;
    let before = caches(page)?;

    let later = builds::later("second")?;
    let stylesheets = || page.asked().iter().filter(|path| path.ends_with(".css")).count();
    let asked = stylesheets();
    page.serve(Site { broken: ".css".to_owned(), ..Site::under(FOLDER, later.clone()) });
    come_back(page)?;
    // Once as it is, once past what the browser may hold, which Firefox leaves out.
    let broken = if page.engine() == Engine::Firefox { 1 } else { 2 };
    page.until("broken answers", || Ok((stylesheets() == asked + broken).then_some(())))?;
    page.until("the half version to go", || Ok((caches(page)? == before).then_some(())))?;
    is("what is offered", page.text("#update")?, String::new())?;
    opens_alone(page, "?view=timeline&party=labour", "")?;
    until_kept(page)?;

    // The server goes while the new version is being fetched.
    page.open("")?;
    come_back(page)?;
    page.until("the new version being fetched", || {
        Ok(page.asked().iter().any(|path| path.ends_with(".css")).then_some(()))
    })?;
    opens_alone(page, "?q=truce&view=network", "")?;

    page.serve(Site::under(FOLDER, later));
    page.open("?view=pairs")?;
    come_back(page)?;
    is_offered(page)?;
    accept(page, "second")
}

pub(super) fn a_first_visit_that_breaks_off(page: &Page) -> Outcome<()> {
    page.serve(Site { broken: ".png".to_owned(), ..Site::under(FOLDER, folders::dist()) });
    page.open("")?;
    page.until_text("#kept", "Not ready for offline use.")?;
    is("caches", caches(page)?, Vec::new())?;
    page.serve(Site::under(FOLDER, folders::dist()));
    page.reload()?;
    until_kept(page)?;
    // What a browser throws away is fetched again, on the next visit with a connection.
    page.evaluate(
        "return caches.keys().then(keys => caches.open(keys[0]))
        .then(cache => cache.keys().then(kept => Promise.all(kept.slice(2).map(file => cache.delete(file)))))",
    )?;
    page.reload()?;
    until_kept(page)?;
    opens_alone(page, "?view=matrix", "")
}

pub(super) fn others_stay_themselves(page: &Page) -> Outcome<()> {
    let host = builds::copy("host")?;
    let second = host.join("second");
    builds::copy_into(&second)?;
    builds::make_later(&second, "second")?;
    for folder in [&host, &second] {
        fs::write(
            folder.join("other.html"),
            "<!doctype html><title>Other</title><link rel=icon href=data:,><h1>Other</h1>",
        )?;
    }
    // Other pages are no part of the page: its worker was written before they came.
    page.serve(Site::at_root(host.clone()));
    page.open("")?;
    until_kept(page)?;
    page.load("second/other.html?q=a")?;
    is("another page in the scope", page.text("h1")?, "Other".to_owned())?;
    page.open("second/?view=pairs")?;
    is("another copy in the scope", build(page)?, "second".to_owned())?;
    until_kept(page)?;
    is("caches", caches(page)?.len(), 2)?;
    page.load("other.html")?;
    is("another page in the scope", page.text("h1")?, "Other".to_owned())?;

    opens_alone(page, "second/?view=network&q=a", "second")?;
    opens_alone(page, "?view=network&q=b", "")?;

    // A new version of the outer one leaves the inner one as it is.
    let before = caches(page)?;
    builds::make_later(&host, "third")?;
    page.open("")?;
    come_back(page)?;
    is_offered(page)?;
    accept(page, "third")?;
    let after = caches(page)?;
    is("caches that stayed", after.iter().filter(|name| before.contains(name)).count(), 1)?;
    is("caches", after.len(), 2)?;
    opens_alone(page, "second/?q=c", "second")
}

pub(super) fn a_page_being_worked_on(page: &Page) -> Outcome<()> {
    page.open("?view=pairs")?;
    until_kept(page)?;
    // What `cargo xtask dev` serves under the address at which `cargo xtask serve` has just served.
    let draft = builds::later("draft")?;
    write_worker(&draft, Keeping::Nothing)?;
    page.serve(Site::under(FOLDER, draft));
    come_back(page)?;
    page.until("the draft", || Ok((build(page)? == "draft").then_some(())))?;
    page.until_address("?view=pairs")?;
    page.until("nothing to be kept", || Ok(caches(page)?.is_empty().then_some(())))
}

pub(super) fn the_page_can_be_installed(page: &Page) -> Outcome<()> {
    page.open("")?;
    until_kept(page)?;
    let manifest = page.devtools("Page.getAppManifest", json!({}))?;
    is("errors in the manifest", manifest["errors"].clone(), json!([]))?;
    let manifest: Value = serde_json::from_str(manifest["data"].as_str().unwrap_or_default())?;
    let title = page.title()?;
    holds("it has the collection's name", title.ends_with(manifest["name"].as_str().unwrap_or("no name")))?;
    let found = page.devtools("Page.getInstallabilityErrors", json!({}))?;
    is("what stands against installing", found["installabilityErrors"].clone(), json!([]))
}
