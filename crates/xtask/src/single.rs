//! The page in one file: program, script, stylesheet and documents in one HTML file that opens from disk by double-click.
//!
//! From disk a browser fetches nothing and loads no module, so all stands in the file itself. Its security policy names each
//! script and style by its hash and allows no request at all.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Outcome, archive_parts, digest, folders,
    html::{between, replaced_once},
    parts, script,
};

/// Beyond this, bytes: what cannot be sent by mail or opened at once on a telephone is better put on a host.
const MOST: usize = 5_000_000;
/// Writes the page of this folder into one file beside it, and says which.
pub fn write(dist: &Path) -> Outcome<PathBuf> {
    let file = dist.join(folders::SINGLE_FILE);
    // One that is left from before is not of this page.
    fs::remove_file(&file).ok();
    let html = fs::read_to_string(dist.join("index.html"))?;
    if html.contains(archive_parts::CORE) {
        return Err("the corpus is too large for a page in one file: its archive lies in parts beside the page".into());
    }
    let html = in_one(dist)?;
    if html.len() > MOST {
        return Err(format!(
            "the page in one file would have {}, more than the {} at which it stops being easy to send and to open; \
             dist/ on any host has no such limit",
            megabytes(html.len()),
            megabytes(MOST)
        )
        .into());
    }
    fs::write(&file, html)?;
    Ok(file)
}

fn in_one(dist: &Path) -> Outcome<String> {
    let html = fs::read_to_string(dist.join("index.html"))?;
    let text = |file: &str| fs::read_to_string(dist.join(file));

    let (link, css) = linked(&html, "<link rel=\"stylesheet\"", "href=\"./")?;
    let css = inline(&text(&css)?, "</style")?;
    let html = replaced_once(&html, &link, &format!("<style>{css}</style>"))?;

    let (link, icon) = linked(&html, "<link rel=\"icon\"", "href=\"./")?;
    let icon = digest::base64(text(&icon)?.as_bytes());
    let html = replaced_once(&html, &link, &format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">"))?;
    let (link, _) = linked(&html, "<link rel=\"manifest\"", "href=\"./")?;
    let html = replaced_once(&html, &link, "")?;

    let (link, _) = linked(&html, parts::PRELOAD, "href=\"./")?;
    let mut html = replaced_once(&html, &link, "")?;
    let mut held = String::new();
    for name in parts::names(&html) {
        let (part, file) = linked(&html, &format!("<meta name=\"{name}\""), "data-file=\"./")?;
        html = replaced_once(&html, &part, "")?;
        held += &packed(&name, &fs::read(dist.join(file))?);
    }
    let (element, file) = linked(&html, "<script src=\"./onrecord-", "src=\"./")?;
    let script = inline(&script::of_file(&text(&file)?)?, "</script")?;
    let html =
        replaced_once(&html, &format!("{element}</script>"), &format!("<script type=\"module\">{script}</script>"))?;

    // All is there at once: nothing is to be shown before.
    let (element, _) = linked(&html, "<script src=\"./first-", "src=\"./")?;
    let html = replaced_once(&html, &format!("{element}</script>"), "")?;

    let policy = between(&html, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"").ok_or("no policy")?;
    let html = replaced_once(&html, policy, &self::policy(&script, &css))?;

    replaced_once(&html, "</body>", &format!("{held}</body>"))
}

/// A part in the page, by its name, where static/single.js finds it.
fn packed(name: &str, bytes: &[u8]) -> String {
    let packed = digest::base64(&miniz_oxide::deflate::compress_to_vec(bytes, 10));
    let integrity = digest::for_integrity(bytes);
    format!("<script id=\"{name}\" type=\"text/plain\" data-integrity=\"{integrity}\">{packed}</script>\n")
}

/// Nothing but this script and this style runs, and nothing is asked of anyone. The icon is in the page.
fn policy(script: &str, css: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types default",
        digest::for_integrity(script.as_bytes()),
        digest::for_integrity(css.as_bytes())
    )
}

/// An element from its beginning to its `>`, and the file that one of its attributes names.
fn linked(html: &str, start: &str, attribute: &str) -> Outcome<(String, String)> {
    let rest = between(html, start, ">").ok_or_else(|| format!("the page has no {start}"))?;
    let element = format!("{start}{rest}>");
    let file = between(&element, attribute, "\"").ok_or_else(|| format!("{start} names no file"))?.to_owned();
    Ok((element, file))
}

/// A text that an HTML parser gives back as it was.
fn inline(text: &str, end: &str) -> Outcome<String> {
    if ["<!--", "\r", "\0", end].iter().any(|breaks| text.contains(breaks)) {
        return Err(format!("a script or style holds what HTML would not leave as it is, perhaps {end:?}").into());
    }
    Ok(text.to_owned())
}

fn megabytes(bytes: usize) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">\
        <link rel=\"icon\" href=\"./icon-1.svg\"><link rel=\"manifest\" href=\"./manifest-1.webmanifest\">\
        <link rel=\"stylesheet\" href=\"./onrecord-1.css\" integrity=\"sha256-\">\
        <script type=\"application/ld+json\">{}</script><link rel=\"preload\" href=\"./onrecord-1.wasm\"><meta name=\"program\" data-file=\"./onrecord-1.wasm\">\
        <meta name=\"desk\" data-file=\"./onrecord-1.wasm\"><script src=\"./first-1.js\" integrity=\"sha256-\"></script><script src=\"./onrecord-1.js\" async integrity=\"sha256-\" type=\"module\"></script></head><body>List</body>";

    fn dist(name: &str, wasm: &[u8]) -> PathBuf {
        let dist = folders::target().join("single-test").join(name);
        fs::create_dir_all(&dist).expect("target/ can be written");
        let glue = "function __wbg_init() {}\nonrecord: {\nregister('sw.js');\n}\n";
        let files =
            [("index.html", INDEX), ("icon-1.svg", "<svg/>"), ("onrecord-1.css", "a{}"), ("onrecord-1.js", glue)];
        for (file, text) in files {
            fs::write(dist.join(file), text).expect("a file");
        }
        fs::write(dist.join("onrecord-1.wasm"), wasm).expect("a file");
        dist
    }

    #[test]
    fn one_file_holds_all_and_names_no_other() {
        let file = write(&dist("small", b"program")).expect("a small page");
        let html = fs::read_to_string(file).expect("the file");
        assert!(!html.contains("\"./") && !html.contains("'self'") && !html.contains("connect-src"), "{html}");
        assert!(html.contains("<style>a{}</style>") && html.contains("<body>List"), "{html}");
        let script = between(&html, "<script type=\"module\">", "</script>").expect("a script");
        assert!(html.contains(&format!("script-src '{}'", digest::for_integrity(script.as_bytes()))));
        assert!(html.contains("<script type=\"application/ld+json\">{}</script>"), "{html}");
        assert!(script.starts_with("function __wbg_init() {}\n") && !script.contains("sw.js"), "{script}");
    }

    #[test]
    fn a_page_too_large_for_one_file_is_refused_with_its_size() {
        // Bytes that nothing makes smaller: digests of numbers.
        let noise: Vec<u8> = (0..240_000_u32).flat_map(|at| digest::for_name(&at.to_le_bytes()).into_bytes()).collect();
        let dist = dist("large", &[noise.as_slice(), &noise, &noise].concat());
        fs::write(dist.join(folders::SINGLE_FILE), "of before").expect("a file");
        let error = write(&dist).expect_err("it is too large").to_string();
        assert!(error.contains(" MB, more than the 5.0 MB"), "{error}");
        assert!(!dist.join(folders::SINGLE_FILE).is_file());
    }

    #[test]
    fn what_html_would_change_is_refused() {
        assert!(inline("if (a < b) c();", "</script").is_ok());
        for text in ["x = '</script>'", "<!-- x", "a\r\nb"] {
            assert!(inline(text, "</script").is_err(), "{text}");
        }
    }
}
