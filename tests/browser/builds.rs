//! Other builds than the one in dist/: a later one, a changed one, several on one host. Made of copies, in target/.

use std::{
    fs,
    path::{Path, PathBuf},
};

use xtask::{
    Outcome, digest, folders,
    html::{between, replaced_once},
    offline::{Keeping, write_worker},
    pages,
};

/// A copy of dist/ under this name.
pub(crate) fn copy(name: &str) -> Outcome<PathBuf> {
    let folder = folders::target().join("browser/builds").join(name);
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    copy_into(&folder)?;
    Ok(folder)
}

/// Copies dist/ into a folder, which may hold other things.
pub(crate) fn copy_into(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folders::dist())? {
        let entry = entry?;
        if ![folders::SINGLE_FILE, pages::FOLDER].iter().any(|other| entry.file_name() == *other) {
            fs::copy(entry.path(), folder.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// A later build, as its page says in `data-build`, with another stylesheet: some files are new, some are not.
pub(crate) fn later(name: &str) -> Outcome<PathBuf> {
    let folder = copy(name)?;
    make_later(&folder, name)?;
    Ok(folder)
}

/// Makes a later build of the one in a folder.
pub(crate) fn make_later(folder: &Path, name: &str) -> Outcome<()> {
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index)?;
    let link = between(&html, "<link rel=\"stylesheet\"", ">").ok_or("the page has no stylesheet")?;
    let old = between(link, "href=\"./", "\"").ok_or("the stylesheet has no address")?;
    let mut css = fs::read_to_string(folder.join(old))?;
    css += &format!("@layer part {{ .{name} {{ color: red }} }}\n");
    let new = format!("onrecord-{}.css", digest::for_name(css.as_bytes()));
    let new_link = format!(" href=\"./{new}\" integrity=\"{}\"", digest::for_integrity(css.as_bytes()));
    let html = replaced_once(&html, link, &new_link)?;
    let html = replaced_once(&html, "<html lang=\"en\">", &format!("<html lang=\"en\" data-build=\"{name}\">"))?;
    fs::remove_file(folder.join(old))?;
    fs::write(folder.join(new), css)?;
    fs::write(index, html)?;
    write_worker(folder, Keeping::Offline)
}

/// The one file of a build whose name begins and ends so.
pub(crate) fn file(folder: &Path, start: &str, end: &str) -> Outcome<PathBuf> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(start) && name.ends_with(end) {
            return Ok(folder.join(&*name));
        }
    }
    Err(format!("no {start}…{end} in {}", folder.display()).into())
}
