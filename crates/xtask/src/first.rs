//! What is seen of the page before its program has come: the beginning of the unfiltered view, and the script that shows it where
//! that is what the address asks for.

use compiler::folder::Folder;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Outcome, archive_parts, digest, folders, html::replaced_once, page, script, slim, steps::run};

/// Where the script is named in the page.
const SCRIPT: &str = "<script src=\"static/first.js\">";

/// The beginning of the page over a corpus. Empty if that cannot be compiled: the build says why.
pub fn of_corpus(corpus: &Path) -> Outcome<String> {
    let Some(bytes) = compiler::compile(&Folder::read(corpus)?).archive else { return Ok(String::new()) };
    let archive = place()?.join("corpus.archive");
    fs::write(&archive, bytes)?;
    drawn(&archive)
}

/// The beginning of the page over the archive in a file, as the page's own code draws it.
pub fn drawn(archive: &Path) -> Outcome<String> {
    let html = place()?.join("first.html");
    run(drawing().arg(archive).arg(&html))?;
    Ok(fs::read_to_string(html)?)
}

fn place() -> Outcome<PathBuf> {
    let place = folders::target().join("first");
    fs::create_dir_all(&place)?;
    Ok(place)
}

/// The command that draws it. It is the same program for every corpus, so the one that the page is built over does not reach it.
fn drawing() -> Command {
    let cargo = env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    let mut command = Command::new(cargo);
    command.current_dir(folders::root()).env_remove(page::CORPUS).env_remove(archive_parts::VARIABLE);
    command.args(["run", "--quiet", "--package", "onrecord-app", "--bin", "onrecord-first", "--"]);
    command
}

/// The page with the script, named by content.
pub fn with_script(staging: &Path, html: &str) -> Outcome<String> {
    let script = slim::script(&script::source("static/first.js")?);
    let name = format!("first-{}.js", digest::for_name(script.as_bytes()));
    fs::write(staging.join(&name), &script)?;
    let integrity = digest::for_integrity(script.as_bytes());
    // In a frame without an origin the page's own host is another one: what has an integrity is then read only with leave.
    replaced_once(html, SCRIPT, &format!("<script src=\"./{name}\" crossorigin integrity=\"{integrity}\">"))
}
