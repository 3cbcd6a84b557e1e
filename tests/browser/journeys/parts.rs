//! A page whose archive lies in parts beside it: the same as the page that holds it all, also without a connection, and plain about
//! what it lacks.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;
use xtask::{Outcome, folders, server::Site};

use super::{holds, is, looks::VIEWS, offline::until_kept};
use crate::page::{FOLDER, Page};

const PAGE: &str = "/in/parts/";

/// Opens an address and waits until the screen wants nothing more.
pub(super) fn open_whole(page: &Page, address: &str) -> Outcome<()> {
    page.open(address)?;
    until_whole(page)
}

pub(super) fn until_whole(page: &Page) -> Outcome<()> {
    // Between two wants the main region may stand empty: what draws it is fetched as well.
    page.until("all that is wanted", || Ok((wants(page)? == 0 && page.count("#main .absent")? == 0).then_some(())))
}

/// How many parts the screen wants.
fn wants(page: &Page) -> Outcome<usize> {
    let found = page.evaluate(
        "const {wants, deskWants} = document.documentElement.dataset; return (wants ?? '') + (deskWants ?? '')",
    )?;
    Ok(found.as_str().ok_or("the screen does not say what it wants")?.split_whitespace().count())
}

/// What stands on the screen, but for the folder that the page is in.
fn screen(page: &Page) -> Outcome<String> {
    let text = "return document.querySelector('#app').innerText.replaceAll(location.pathname, '/')";
    Ok(page.evaluate(text)?.as_str().unwrap_or_default().to_owned())
}

fn site() -> Outcome<Site> {
    let dist = folders::dist_in_parts();
    holds("it was built by `cargo xtask test`", dist.join("index.html").is_file())?;
    Ok(Site::under(PAGE, dist))
}

/// The screens of the page that holds all of the archive.
fn expected(page: &Page, addresses: &[&str]) -> Outcome<Vec<String>> {
    page.serve(Site::under(FOLDER, folders::dist()));
    let seen = |address: &&str| {
        page.open(address)?;
        screen(page)
    };
    addresses.iter().map(seen).collect()
}

/// The page of a name is another one: it leaves out the forms that found it, which it would have to count in every text.
fn views() -> Vec<&'static str> {
    VIEWS.iter().copied().filter(|view| !view.contains("view=entity")).collect()
}

pub(super) fn every_view_is_the_same(page: &Page) -> Outcome<()> {
    let views = views();
    let whole = expected(page, &views)?;
    page.serve(site()?);
    for (address, whole) in views.iter().zip(whole) {
        open_whole(page, address)?;
        is(address, screen(page)?, whole)?;
    }
    page.open("?q=ceasefire")?;
    until_whole(page)?;
    page.click_at(".documents article h2 a")?;
    page.until("the reader", || Ok((page.count(".reader mark")? > 0).then_some(())))?;
    page.is_accessible()
}

pub(super) fn nothing_read_goes_once_more(page: &Page) -> Outcome<()> {
    page.serve(site()?);
    // In every frame: whether a text that could be read is to come again.
    let look = "window.frames_seen = 0; window.gone = 0;
        const look = () => {
            const texts = [...document.querySelectorAll('#app .snippet p')];
            frames_seen += texts.length > 0;
            gone += texts.some(text => text.textContent.includes('…') && text.textContent.length < 3);
            requestAnimationFrame(look);
        };
        look();";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": look }))?;
    open_whole(page, "")?;
    page.until("frames", || Ok((page.evaluate("return frames_seen")?.as_u64() > Some(3)).then_some(())))?;
    is("frames in which a text had gone", page.evaluate("return gone")?, json!(0))
}

pub(super) fn what_was_read_stays(page: &Page) -> Outcome<()> {
    let read = ["", "?person=chris-hipkins", "?doc=oconnor-genocide-remark"];
    let whole = expected(page, &read)?;
    page.open("?q=officer")?;
    let officers = page.text(".found")?;
    page.serve(site()?);
    page.open("")?;
    until_kept(page)?;
    for address in read {
        open_whole(page, address)?;
    }
    page.stop_server();
    for (address, whole) in read.iter().zip(whole) {
        open_whole(page, address)?;
        is(&format!("{address}, without a connection"), screen(page)?, whole)?;
    }
    // What was not read says so, and shows no number.
    page.open("?q=officer")?;
    page.until_text("#parts", "could not be fetched")?;
    is("what is said of the search", page.text(".found")?, "Counting …".to_owned())?;
    is("numbers beside values", page.count(".facets li")?, 0)?;
    page.start_server()?;
    page.click("Try again")?;
    page.until_text(".found", &officers)?;
    // The browser says itself that it had no connection.
    page.console().map(drop)
}

pub(super) fn everything_can_be_kept(page: &Page) -> Outcome<()> {
    let views = views();
    let whole = expected(page, &views)?;
    page.serve(site()?);
    page.open("")?;
    until_kept(page)?;
    page.until_text("#keep", "Keep everything for offline (")?;
    page.is_accessible()?;
    page.click_at("#keep button")?;
    page.until_text("#keep", "Every document is kept here for offline use")?;
    page.stop_server();
    for (address, whole) in views.iter().zip(whole) {
        open_whole(page, address)?;
        is(&format!("{address}, without a connection"), screen(page)?, whole)?;
    }
    page.until_text("#keep", "Every document is kept here for offline use")?;
    page.start_server()
}

pub(super) fn damaged_parts(page: &Page) -> Outcome<()> {
    let folder = folders::target().join("browser/builds/damaged-parts");
    fs::remove_dir_all(&folder).ok();
    copy(&folders::dist_in_parts(), &folder)?;
    let parts = folder.join("parts");
    let files: Vec<PathBuf> = fs::read_dir(&parts)?.map(|entry| Ok(entry?.path())).collect::<Outcome<_>>()?;
    for file in &files {
        let mut bytes = fs::read(file)?;
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(file, bytes)?;
    }
    page.serve(Site::under(PAGE, folder));
    // Numbers do not depend on the texts; those stay out, and that is said.
    page.open("")?;
    page.until_text("#parts", "missing or damaged")?;
    is("what is found", page.text(".found")?, "67 of 67 documents".to_owned())?;
    holds("texts that are to come", page.text(".documents")?.contains('…'))?;
    page.is_accessible()?;
    page.open("?q=ceasefire")?;
    page.until_text("#parts", "missing or damaged")?;
    is("what is said of the search", page.text(".found")?, "Counting …".to_owned())?;
    is("numbers beside values", page.count(".facets li")?, 0)?;
    is("bars", page.count(".bars a")?, 0)?;
    // The publisher mends it.
    for file in &files {
        let name = file.file_name().ok_or("a file without a name")?;
        fs::copy(folders::dist_in_parts().join("parts").join(name), file)?;
    }
    page.click("Try again")?;
    page.until("results", || Ok((page.count(".documents article")? > 0).then_some(())))?;
    until_whole(page)?;
    is("what is said of parts", page.text("#parts")?, String::new())
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (from, to) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if from.is_dir() { copy(&from, &to)? } else { fs::copy(&from, &to).map(drop)? }
    }
    Ok(())
}
