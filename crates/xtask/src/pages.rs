//! One plain HTML page a document, for archives, search engines and those who draw links: `cargo xtask build --pages`.
//!
//! They are written from the archive, so that they hold nothing which the compiler left out for want of rights. They lie in
//! `doc/` beside the page, without a script, and the service worker does not keep them.

mod document;
mod known;

use std::{
    fs,
    io::{BufWriter, Write},
    path::Path,
};

use archive::{Archive, DocumentId};
use compiler::folder::Folder;

use crate::{
    Outcome, digest,
    documents::{escaped, is_web_address},
    html::between,
};
use document::document_html;

/// The folder of the pages, in dist/.
pub const FOLDER: &str = "doc";
/// The addresses of all of them, for crawlers; in dist/.
pub const SITEMAP: &str = "sitemap.txt";
/// Bytes. Longer names of files are refused here and there; this leaves room for what a host adds.
const LONGEST_NAME: usize = 100;
/// Most addresses in a file of its kind (sitemaps.org).
const MOST_ADDRESSES: usize = 50_000;
const STYLESHEET: &str = include_str!("pages/document.css");
/// As strict as the page's own, without its program.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// What all pages of documents have in common.
struct Site<'a> {
    archive: &'a Archive,
    /// Where dist/ will stand, with a slash at its end; empty if nobody says.
    address: &'a str,
    /// Elements for the head: policy, stylesheet and icon, for a page so many folders below dist/.
    head: String,
}

/// Writes the pages of a corpus into dist/, and says how many. With the address of dist/ they name their own, and a list of
/// addresses lies beside the page.
pub fn write(corpus: &Path, dist: &Path, address: Option<&str>) -> Outcome<usize> {
    let compiled = compiler::compile(&Folder::read(corpus)?);
    let bytes = compiled.archive.ok_or("the corpus has errors: `onrecord check` tells them")?;
    let archive = Archive::open(bytes).map_err(|error| format!("the archive just made: {error}"))?;
    let address = address.map(with_slash).transpose()?.unwrap_or_default();
    write_all(&archive, dist, &address)
}

fn write_all(archive: &Archive, dist: &Path, address: &str) -> Outcome<usize> {
    let folder = dist.join(FOLDER);
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let style = format!("style-{}.css", digest::for_name(STYLESHEET.as_bytes()));
    fs::write(folder.join(&style), STYLESHEET)?;
    let index = fs::read_to_string(dist.join("index.html"))?;
    let icon = between(&index, "<link rel=\"icon\" href=\"./", "\"").unwrap_or_default();
    let integrity = digest::for_integrity(STYLESHEET.as_bytes());

    let site = Site { archive, address, head: head(&format!("../{style}"), &integrity, "../../", icon) };
    // By date, the latest first, as the page lists them.
    let documents = || (0..archive.documents() as u32).rev().map(DocumentId);
    for document in documents() {
        let folder = folder.join(file_name(archive.id(document)));
        // Two names are never made one; if they were, a page would be lost in silence.
        fs::create_dir(&folder)?;
        fs::write(folder.join("index.html"), document_html(&site, document))?;
    }
    let site = Site { head: head(&style, &integrity, "../", icon), ..site };
    fs::write(folder.join("index.html"), list_html(&site, documents()))?;
    write_sitemap(archive, dist, address, documents())?;
    Ok(archive.documents())
}

fn head(style: &str, integrity: &str, up: &str, icon: &str) -> String {
    let icon = if icon.is_empty() { "data:,".to_owned() } else { [up, icon].concat() };
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"{style}\" integrity=\"{integrity}\">\n\
         <link rel=\"icon\" href=\"{icon}\">\n"
    )
}

/// Every document by its title and date, so that what begins at `doc/` comes to all of them.
fn list_html(site: &Site, documents: impl Iterator<Item = DocumentId>) -> String {
    let archive = site.archive;
    let (title, language) = (escaped(archive.about("title")), escaped(archive.about("language")));
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>All documents · {title}</title>\n{}\
         <link rel=\"canonical\" href=\"{}\">\n</head>\n<body>\n<main>\n<h1>All documents</h1>\n<p><a href=\"../\">\
         <bdi>{title}</bdi></a></p>\n<ul lang=\"{language}\">\n",
        site.head,
        if site.address.is_empty() { "./".to_owned() } else { format!("{}{FOLDER}/", escaped(site.address)) },
    );
    for document in documents {
        let date = archive.date(document).map(|date| archive::date::written(date.first, date.precision));
        let date = date.map(|date| format!(" <time datetime=\"{date}\">{date}</time>")).unwrap_or_default();
        let (name, title) = (file_name(archive.id(document)), escaped(archive.title(document)));
        html += &format!("<li><a href=\"{name}/\"><bdi>{title}</bdi></a>{date}</li>\n");
    }
    html + "</ul>\n</main>\n</body>\n</html>\n"
}

/// None without an address: every line of it is a whole one. One that is left from before is not of these pages.
fn write_sitemap(
    archive: &Archive,
    dist: &Path,
    address: &str,
    documents: impl Iterator<Item = DocumentId>,
) -> Outcome<()> {
    let file = dist.join(SITEMAP);
    fs::remove_file(&file).ok();
    if address.is_empty() {
        return Ok(());
    }
    let mut out = BufWriter::new(fs::File::create(file)?);
    writeln!(out, "{address}\n{address}{FOLDER}/")?;
    for document in documents.take(MOST_ADDRESSES - 2) {
        writeln!(out, "{address}{FOLDER}/{}/", file_name(archive.id(document)))?;
    }
    Ok(out.flush()?)
}

/// A document's id as the name of a folder on any disk and in any address: the id itself where it is short and plain. Where it is
/// not, its plain letters, an underline, which no id has, and a hash.
fn file_name(id: &str) -> String {
    // Names of devices, which Windows gives to no file.
    const TAKEN: [&str; 4] = ["con", "prn", "aux", "nul"];
    let is_plain = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let is_device = TAKEN.contains(&id)
        || ["com", "lpt"].iter().any(|port| id.strip_prefix(port).is_some_and(|rest| rest.parse::<u8>().is_ok()));
    if is_plain && !is_device && !id.is_empty() && id.len() <= LONGEST_NAME {
        return id.to_owned();
    }
    let plain = id.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').take(LONGEST_NAME / 2);
    let plain: String = plain.collect::<String>().to_ascii_lowercase();
    format!("{plain}_{}", digest::for_name(id.as_bytes()))
}

/// An address of a folder: a web address without a question or a fragment.
fn with_slash(address: &str) -> Result<String, String> {
    if !is_web_address(address) || address.contains(['?', '#', '"', '<', '>', '\\']) {
        return Err(format!("--address takes where dist/ will stand (https://example.org/collection/), not {address}"));
    }
    Ok(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") })
}

#[cfg(test)]
mod tests;
