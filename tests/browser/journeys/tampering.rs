//! A program or a script that is not the one that was built: the page says so, or stays as it was, and runs nothing of it.

use std::fs;

use xtask::{Outcome, browsers::Engine, html::replaced_once, server::Site};

use super::{holds, is};
use crate::{
    builds,
    page::{FOLDER, Page},
};

pub(super) fn a_changed_program(page: &Page) -> Outcome<()> {
    let folder = builds::copy("changed-program")?;
    let file = builds::file(&folder, "onrecord-", ".wasm")?;
    let mut bytes = fs::read(&file)?;
    // In the middle of the text that comes with the program, where a change would show as other words.
    let last = bytes.len() - 1000;
    bytes[last] ^= 1;
    fs::write(file, bytes)?;
    page.serve(Site::under(FOLDER, folder));
    page.load("?view=network")?;
    page.until_text("#boot", "The page was changed on its way")?;
    is("it has not started", page.evaluate("return 'ready' in document.documentElement.dataset")?, false.into())?;
    holds("the list can still be read", page.count("#plain > ul > li")? == 67)?;
    nothing_is_kept(page)
}

pub(super) fn a_changed_script(page: &Page) -> Outcome<()> {
    let folder = builds::copy("changed-script")?;
    let file = builds::file(&folder, "onrecord-", ".js")?;
    let script = fs::read_to_string(&file)? + "globalThis.changed = 1;\n";
    fs::write(file, script)?;
    page.serve(Site::under(FOLDER, folder));
    page.load("")?;
    if page.has_log() {
        page.until("the browser to refuse it", || Ok(page.console()?.iter().any(|it| is_refused(it)).then_some(())))?;
    } else {
        page.leave_unchecked("that the browser says why it runs nothing");
        page.until("all that will load", || {
            Ok((page.evaluate("return document.readyState")? == "complete").then_some(()))
        })?;
    }
    is("nothing of it ran", page.evaluate("return 'changed' in globalThis")?, false.into())?;
    is("it has not started", page.evaluate("return 'ready' in document.documentElement.dataset")?, false.into())?;
    holds("the list can still be read", page.count("#plain > ul > li")? == 67)?;
    page.console().map(drop)
}

pub(super) fn an_inserted_script(page: &Page) -> Outcome<()> {
    let folder = builds::copy("inserted-script")?;
    let index = folder.join("index.html");
    let inserted = "<script>changed = 1</script><script src=\"https://other.invalid/x.js\"></script>\
        <img src=\"https://other.invalid/x.png\" onerror=\"changed = 1\"></body>";
    fs::write(&index, replaced_once(&fs::read_to_string(&index)?, "</body>", inserted)?)?;
    page.serve(Site::under(FOLDER, folder));
    page.open("")?;
    is("nothing of it ran", page.evaluate("return 'changed' in globalThis")?, false.into())?;
    let errors = page.console()?;
    if page.has_log() {
        let (script, image) = ("https://other.invalid/x.js", "https://other.invalid/x.png");
        for (rule, what) in [("script-src-elem", "inline"), ("script-src-elem", script), ("img-src", image)] {
            let is_told = errors.iter().any(|it| is_breach(it) && it.contains(rule) && it.contains(what));
            holds(&format!("{rule} {what}: it is told in {errors:?}"), is_told)?;
        }
    } else {
        page.leave_unchecked("that the browser says what it refused");
    }
    // Refused before they were asked for: only Chromium tells of such.
    let told = if page.engine() == Engine::Chromium { 2 } else { 0 };
    is("addresses that were refused", page.requests_elsewhere()?.len(), told)
}

/// The worker takes no build whose files are not what they should be. The console is full of that, and is read.
fn nothing_is_kept(page: &Page) -> Outcome<()> {
    page.until_text("#kept", "Not ready for offline use.")?;
    is("caches", super::offline::caches(page)?, Vec::new())?;
    let errors = page.console()?;
    // Firefox tells of it as a warning.
    if page.engine() == Engine::Chromium {
        holds("the browser says why", !errors.is_empty())?;
    } else {
        page.leave_unchecked("that the browser says why it keeps nothing");
    }
    holds("the security policy is not why", !errors.iter().any(|error| is_breach(error)))
}

fn is_refused(error: &str) -> bool {
    error.contains("integrity")
}

fn is_breach(error: &str) -> bool {
    error.contains("security policy") || error.contains("Content-Security-Policy")
}
