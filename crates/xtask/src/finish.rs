//! What Trunk's hook does to a built page: final names, integrity, one stylesheet, what the page says of its corpus, offline use.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    Outcome, archive_parts, digest,
    documents::{documents_html, escaped, listing},
    first, folders,
    html::{between, replaced_once},
    metadata::metadata,
    offline::{self, Keeping},
    page, parts, slim,
};

/// Where the corpus says its name, twice, and its documents.
const TITLE: &str = "<title>Onrecord</title>";
const HEADING: &str = "<h1>Onrecord</h1>";
const LIST: &str = "<!-- documents -->";
const FIRST: &str = "<!-- first -->";

/// The hook: Trunk says in variables where the page stands before it becomes dist/.
pub fn finish_dist() -> Outcome<()> {
    let staging =
        env::var_os("TRUNK_STAGING_DIR").ok_or("finish-dist is called by Trunk, as the hook of Trunk.toml")?;
    let staging = PathBuf::from(staging);
    let index = staging.join("index.html");
    let html = fs::read_to_string(&index)?;

    let (html, glue) = parts::named_by_content(&staging, &html)?;
    let html = with_one_stylesheet(&staging, &html)?;
    let html = without_inline_scripts(&staging, &html)?;
    // Trunk calls what is to be published "release", and what one works on "debug".
    let is_release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    let keeping = if is_release { Keeping::Offline } else { Keeping::Nothing };
    let archive_in_parts = env::var_os(archive_parts::VARIABLE).filter(|folder| !folder.is_empty());
    let html = offline::with_script(&staging, &html, &glue, keeping, archive_in_parts.is_some())?;
    let html = match &archive_in_parts {
        Some(folder) => archive_parts::placed(Path::new(folder), &staging, &html)?,
        None => html,
    };
    let corpus = match env::var_os(page::CORPUS).filter(|corpus| !corpus.is_empty()) {
        Some(corpus) => folders::root().join(corpus),
        None => folders::root().join("corpus"),
    };
    let mut listing = listing(&corpus)?;
    if listing.title.is_empty() {
        listing.title = "Onrecord".to_owned();
    }
    let title = &listing.title;
    let html = offline::with_manifest(&staging, &html, title)?;
    let title = escaped(title);
    let head = format!("<title>{title}</title>\n  {}", metadata(&listing));
    let html = replaced_once(&html, TITLE, &head)?;
    let html =
        replaced_once(&html, HEADING, &format!("<h1>{title}</h1>\n    <p>{}</p>", escaped(&listing.description)))?;
    let html = first::with_script(&staging, &html)?;
    let first = match &archive_in_parts {
        Some(folder) => first::drawn(&Path::new(folder).join(archive_parts::WHOLE))?,
        None => first::of_corpus(&corpus)?,
    };
    let html = replaced_once(&html, FIRST, &first)?;
    let html = replaced_once(&html, LIST, &documents_html(&listing.documents))?;
    fs::write(index, slim::page(&html))?;
    // GitHub Pages would read the folder as a blog's sources.
    fs::write(staging.join(".nojekyll"), "")?;
    offline::write_worker(&staging, keeping)
}

/// The page with one stylesheet, made of all in their order: thirty requests fewer, and it compresses better.
fn with_one_stylesheet(staging: &Path, html: &str) -> Outcome<String> {
    const LINK: &str = "<link rel=\"stylesheet\"";
    let (mut css, mut page, mut rest) = (String::new(), String::new(), html);
    while let Some((before, after)) = rest.split_once(LINK) {
        let (link, after) = after.split_once('>').ok_or("a stylesheet's link has no end")?;
        let file = staging.join(between(link, "href=\"./", "\"").ok_or("a stylesheet's link has no address")?);
        css += &fs::read_to_string(&file)?;
        css.push('\n');
        fs::remove_file(file)?;
        // The first link's place is that of the one to come.
        page += if page.is_empty() { before } else { before.trim_end() };
        if !page.contains(LINK) {
            page += LINK;
            page.push('>');
        }
        rest = after;
    }
    page += rest;
    let css = slim::stylesheet(&css);
    let name = format!("onrecord-{}.css", digest::for_name(css.as_bytes()));
    fs::write(staging.join(&name), &css)?;
    // In a frame without an origin the page's own host is another one: what has an integrity is then read only with leave.
    let integrity = digest::for_integrity(css.as_bytes());
    let link = format!("{LINK} crossorigin href=\"./{name}\" integrity=\"{integrity}\">");
    replaced_once(&page, &format!("{LINK}>"), &link)
}

/// `trunk serve` writes its reloading script into the page, where the page's security policy forbids it; so it becomes
/// a file. What Trunk would fill in when it serves the page is filled in here.
fn without_inline_scripts(staging: &Path, html: &str) -> Outcome<String> {
    let Some(script) = between(html, "<script>", "</script>") else { return Ok(html.to_owned()) };
    let text = script.replace("'{{__TRUNK_ADDRESS__}}'", "location.host").replace("{{__TRUNK_WS_BASE__}}", "/");
    let name = format!("reload-{}.js", digest::for_name(text.as_bytes()));
    fs::write(staging.join(&name), text)?;
    replaced_once(html, &format!("<script>{script}</script>"), &format!("<script src=\"./{name}\"></script>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheets_become_one_in_their_order() {
        let staging = folders::target().join("finish-test");
        fs::create_dir_all(&staging).expect("target/ can be written");
        fs::write(staging.join("a.css"), "@layer x, y;").expect("a file");
        fs::write(staging.join("b.css"), "@layer y {}").expect("a file");
        let html = "<title>T</title>\n  <link rel=\"stylesheet\" href=\"./a.css\" integrity=\"i\"/>\n  \
                    <link rel=\"stylesheet\" href=\"./b.css\" integrity=\"j\"/>\n<script>";
        let page = with_one_stylesheet(&staging, html).expect("two stylesheets");
        let file = between(&page, "href=\"./", "\"").expect("a link").to_owned();
        assert_eq!(fs::read_to_string(staging.join(&file)).expect("the file"), "@layer x, y;\n@layer y {}\n");
        assert!(
            page.starts_with("<title>T</title>\n  <link rel=\"stylesheet\" crossorigin href=\"./onrecord-"),
            "{page}"
        );
        assert!(page.ends_with("\">\n<script>") && page.matches("<link").count() == 1, "{page}");
        fs::remove_dir_all(staging).expect("it was made here");
    }

    #[test]
    fn the_page_has_the_places_that_are_filled_in() {
        let root = folders::root();
        let index = fs::read_to_string(root.join("index.html")).expect("index.html is the page");
        for place in [TITLE, HEADING, FIRST, LIST] {
            assert_eq!(index.matches(place).count(), 1, "{place}");
        }
        let trunk = fs::read_to_string(root.join("Trunk.toml")).expect("Trunk.toml says how it is built");
        assert!(trunk.contains("<meta name=\"program\" data-script=\"{js}\" data-wasm=\"{wasm}\">"));
    }
}
