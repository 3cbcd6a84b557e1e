//! A corpus that tries to be more than text, in the page.

use xtask::{
    Outcome, folders,
    hostile::{SCRIPT, long_word},
    server::Site,
};

use super::{holds, is, looks::pixels_too_wide};
use crate::page::{FOLDER, Page};

pub(super) fn a_corpus_stays_text(page: &Page) -> Outcome<()> {
    let dist = folders::hostile_dist();
    holds("it was built by `cargo xtask test`", dist.join("index.html").is_file())?;
    page.serve(Site::under(FOLDER, dist));
    let long = format!("?doc={}", &long_word("word")[..200]);
    let views = [
        "",
        "?q=plain",
        "?view=timeline",
        "?view=network&focus=person:long",
        "?view=matrix",
        "?view=pairs",
        "?pair=arabic~plain",
        "?doc=script",
        "?doc=turned",
        "?doc=right-to-left",
        "?doc=megabyte",
        &long,
    ];
    page.resize(360, 800)?;
    for view in views {
        page.open(view)?;
        is(&format!("{view}: headings"), page.count("h1")?, 1)?;
        is(&format!("{view}: pixels too wide"), pixels_too_wide(page)?, 0)?;
        let title = page.title()?;
        holds(&format!("{view}: the title is \"{title}\""), title.ends_with(&format!("Hostile {SCRIPT}")))?;
        is(&format!("{view}: elements out of a text"), page.count("[onerror], [src='x'], main script")?, 0)?;
        let script = "return [...document.links].filter(link => !/^https?:/.test(link.href)).map(link => link.href)";
        is(&format!("{view}: links to anything but the web"), page.evaluate(script)?, serde_json::json!([]))?;
    }
    page.open("?doc=script")?;
    page.is_accessible()
}
