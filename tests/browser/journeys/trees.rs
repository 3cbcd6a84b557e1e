//! What is heard of every view, kept in files that people read: `tests/browser/trees/`. A change of the page that changes what is
//! heard changes them too, and is seen so.
//!
//! `ONRECORD_ACCEPT=1 cargo test --test browser -- heard` writes them anew; the difference is read before it is kept.

use std::{env, fs};

use xtask::{Outcome, folders};

use super::holds;
use crate::page::Page;

/// A file, and what is heard at an address: of the first all, of the others what they are about.
const TREES: &[(&str, &str)] = &[
    ("start", ""),
    ("search", "?q=ceasefire&person=chris-hipkins&not-party=act&in=passage"),
    ("nothing-found", "?q=zqxv"),
    ("notices", "?nonsense=1&person=nobody&from=2024-99"),
    ("timeline", "?view=timeline&party=labour"),
    ("network", "?view=network&topic=recognition&top=8"),
    ("matrix", "?view=matrix&topic=recognition&top=5"),
    ("pairs", "?view=pairs&topic=recognition&top=6"),
    ("evidence", "?pair=christopher-luxon~winston-peters&topic=recognition"),
    ("statements", "?view=statements&speaker=chris-hipkins&sure=only"),
    ("person", "?view=entity&focus=david-seymour"),
    ("reader", "?doc=oconnor-genocide-remark&person=damien-oconnor&at=3"),
    ("notes", "?view=notes"),
    ("concordance", "?view=concordance&q=recognition&context=5"),
    ("compare", "?view=compare&party=labour&with=%3Fparty%3Dnational"),
    ("batch", "?view=batch&list=Winston+Peters%0Agenocide%0Azqxv"),
    ("embedded", "?view=network&topic=recognition&top=8&embed=1"),
];
const ACCEPT: &str = "ONRECORD_ACCEPT";

pub(super) fn what_is_heard(page: &Page) -> Outcome<()> {
    let folder = folders::root().join("tests/browser/trees");
    let accepts = env::var_os(ACCEPT).is_some_and(|value| value == "1");
    let mut told = Vec::new();
    for (name, address) in TREES {
        page.open(address)?;
        // What comes after the page has started: a picture, and the line that says since when it is kept.
        page.until("a page at rest", || {
            Ok((!page
                .evaluate("return document.getElementById('kept')?.textContent ?? '-'")?
                .as_str()
                .unwrap_or_default()
                .is_empty())
            .then_some(()))
        })?;
        let tree = page.heard_tree()?;
        let tree = if address.is_empty() { tree } else { main_of(&tree) };
        let start = if address.is_empty() { "?" } else { address };
        let seen = format!("{start}\n\n{}", without_chance(page, &tree)?);
        let file = folder.join(format!("{name}.txt"));
        let kept = fs::read_to_string(&file).unwrap_or_default();
        if seen == kept {
            continue;
        }
        if accepts {
            fs::create_dir_all(&folder)?;
            fs::write(file, seen)?;
        } else {
            told.push(format!("{name}: {}", first_difference(&kept, &seen)));
        }
    }
    let how = format!("If that is as it should be: {ACCEPT}=1 cargo test --test browser -- heard");
    holds(&format!("{}\n    {how}", told.join("\n    ")), told.is_empty())
}

/// The page's own name, and the part of the tree that is its main region.
fn main_of(tree: &str) -> String {
    let name = tree.lines().take(1);
    let main = tree.lines().skip_while(|line| *line != "  main");
    let main = main.enumerate().take_while(|(at, line)| *at == 0 || line.starts_with("    ")).map(|(_, line)| line);
    name.chain(main).collect::<Vec<_>>().join("\n")
}

/// The tree without what is another each time: the port, the edition of the corpus, the age of the copy.
fn without_chance(page: &Page, tree: &str) -> Outcome<String> {
    let here = page.evaluate("return location.origin")?;
    let edition = page.evaluate("return document.querySelector('.about dl code')?.textContent ?? ''")?;
    let (here, edition) = (here.as_str().unwrap_or_default(), edition.as_str().unwrap_or_default());
    let mut lines: Vec<String> = Vec::new();
    for line in tree.lines() {
        // Its name is part of what its page says of it; it is kept some time after the page stands.
        if line.contains("offline use") {
            continue;
        }
        let line = line.replace(here, "https://example.org");
        lines.push(if edition.is_empty() { line } else { line.replace(edition, "<edition>") });
    }
    Ok(lines.join("\n") + "\n")
}

fn first_difference(kept: &str, seen: &str) -> String {
    if kept.is_empty() {
        return "there is no such file yet".to_owned();
    }
    let (mut kept, mut seen) = (kept.lines(), seen.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (kept.next(), seen.next()) {
            (Some(before), Some(now)) if before == now => {}
            (before, now) => {
                let words = |line: Option<&str>| line.unwrap_or("(the end)").trim().to_owned();
                return format!("line {number} was `{}` and is `{}`", words(before), words(now));
            }
        }
    }
}
