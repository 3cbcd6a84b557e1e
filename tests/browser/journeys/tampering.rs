//! A program or a script that is not the one that was built: the page says so, or stays as it was, and runs nothing of it.

use std::fs;

use xtask::{Outcome, html::replaced_once, server::Site};

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
    holds("the list can still be read", page.count("#plain li")? == 67)?;
    nothing_is_kept(page)
}

pub(super) fn a_changed_script(page: &Page) -> Outcome<()> {
    for (start, said) in [("onrecord-", "The page could not be loaded"), ("boot-", "")] {
        let folder = builds::copy("changed-script")?;
        let file = builds::file(&folder, start, ".js")?;
        let script = fs::read_to_string(&file)? + "globalThis.changed = 1;\n";
        fs::write(file, script)?;
        page.serve(Site::under(FOLDER, folder));
        page.load("")?;
        if said.is_empty() {
            page.until("the browser to refuse it", || {
                Ok(page.console()?.iter().any(|it| is_refused(it)).then_some(()))
            })?;
        } else {
            page.until_text("#boot", said)?;
        }
        is("nothing of it ran", page.evaluate("return 'changed' in globalThis")?, false.into())?;
        is("it has not started", page.evaluate("return 'ready' in document.documentElement.dataset")?, false.into())?;
        holds("the list can still be read", page.count("#plain li")? == 67)?;
        if !said.is_empty() {
            nothing_is_kept(page)?;
        }
    }
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
    for breach in ["script-src-elem inline", "script-src-elem https://other.invalid/x.js", "img-src https://other"] {
        let told = format!("security policy: {breach}");
        holds(&format!("{told}: it is told"), errors.iter().any(|error| error.contains(&told)))?;
    }
    is("addresses that were refused", page.requests_elsewhere()?.len(), 2)
}

/// The worker takes no build whose files are not what they should be. The console is full of that, and is read.
fn nothing_is_kept(page: &Page) -> Outcome<()> {
    page.until_text("#kept", "Not ready for offline use.")?;
    is("caches", super::offline::caches(page)?, Vec::new())?;
    let errors = page.console()?;
    holds("the browser says why", !errors.is_empty())?;
    holds("the security policy is not why", !errors.iter().any(|error| error.contains("security policy")))
}

fn is_refused(error: &str) -> bool {
    error.contains("integrity")
}
