//! What makes a built page one that works without a connection: its service worker, with the list of files to keep, its
//! manifest and icons, and the script that starts both.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Outcome, archive_parts, digest, folders,
    html::{between, json_string, replaced_once},
    pages, script, slim,
};

/// Where the build fills in what the worker keeps.
const VERSION: &str = "const version = '';";
const FILES: &str = "const files = [];";
/// Where the manifest is named in the page, and the corpus in the manifest.
const MANIFEST: &str = "href=\"static/manifest.webmanifest\"";
const NAME: &str = "\"name\": \"Onrecord\"";

/// Whether a page is one to keep. One that is still being worked on would show what it was, not what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    Offline,
    Nothing,
}

/// The page with its one script, named by content: `glue` and ours, with what keeps the page behind them, and of a page whose
/// archive lies in parts what fetches them.
pub fn with_script(staging: &Path, html: &str, glue: &str, keeping: Keeping, in_parts: bool) -> Outcome<String> {
    let old = between(html, "<script src=\"./boot-", "</script>").ok_or("index.html lost its start script")?;
    fs::remove_file(staging.join(format!("boot-{}", old.split('"').next().unwrap_or_default())))?;
    let keeper = match keeping {
        Keeping::Offline => script::source("src/offline/register.js")?,
        Keeping::Nothing => String::new(),
    };
    let first = if in_parts { script::source("src/offline/parts.js")? } else { String::new() };
    let script = script::of_host(glue, &first, &keeper)?;
    let name = format!("onrecord-{}.js", digest::for_name(script.as_bytes()));
    fs::write(staging.join(&name), &script)?;
    let element = format!(
        "<script src=\"./{name}\" async integrity=\"{}\" type=\"module\"></script>",
        digest::for_integrity(script.as_bytes())
    );
    replaced_once(html, &format!("<script src=\"./boot-{old}</script>"), &element)
}

/// The page with a manifest that has the corpus' title and icons named by content.
pub fn with_manifest(staging: &Path, html: &str, title: &str) -> Outcome<String> {
    let folder = folders::root().join("static");
    let manifest = fs::read_to_string(folder.join("manifest.webmanifest"))?;
    let mut manifest = replaced_once(&manifest, NAME, &format!("\"name\": {}", json_string(title)))?;
    for icon in ["icon.svg", "icon-192.png", "icon-512.png"] {
        let bytes = fs::read(folder.join(icon))?;
        let (stem, ending) = icon.split_once('.').ok_or("an icon's file has no ending")?;
        let name = format!("{stem}-{}.{ending}", digest::for_name(&bytes));
        fs::write(staging.join(&name), bytes)?;
        manifest = replaced_once(&manifest, &format!("\"{icon}\""), &format!("\"{name}\""))?;
    }
    // The page's own icon is the same file; Trunk has copied it under another name.
    let svg = between(&manifest, "\"src\": \"icon-", "\"").ok_or("the manifest names no icon")?;
    let old = between(html, "<link rel=\"icon\"", ">").ok_or("index.html lost its icon")?;
    let old_file = between(old, "href=\"./", "\"").ok_or("the icon's link has no address")?;
    if old_file != format!("icon-{svg}") {
        fs::remove_file(staging.join(old_file))?;
    }
    let link = format!("<link rel=\"icon\" href=\"./icon-{svg}\" type=\"image/svg+xml\">");
    let html = replaced_once(html, &format!("<link rel=\"icon\"{old}>"), &link)?;

    let name = format!("manifest-{}.webmanifest", digest::for_name(manifest.as_bytes()));
    fs::write(staging.join(&name), manifest)?;
    replaced_once(&html, MANIFEST, &format!("href=\"./{name}\""))
}

/// Writes the worker of the page in this folder: to keep all that is there now, or to clear away what another one kept.
pub fn write_worker(folder: &Path, keeping: Keeping) -> Outcome<()> {
    let worker = match keeping {
        Keeping::Offline => filled(&slim::script(&script::source("src/offline/sw.js")?), &files(folder)?)?,
        Keeping::Nothing => slim::script(&script::source("src/offline/farewell.js")?),
    };
    fs::write(folder.join("sw.js"), worker)?;
    Ok(())
}

/// The worker with its list. The version is the digest of all of it, so that another list or another worker is another one.
fn filled(worker: &str, files: &[(String, String)]) -> Outcome<String> {
    let list: String = files.iter().map(|(path, hash)| format!("[{}, '{hash}'],\n", json_string(path))).collect();
    let worker = replaced_once(worker, FILES, &format!("const files = [\n{list}];"))?;
    let version = digest::for_name(worker.as_bytes());
    replaced_once(&worker, VERSION, &format!("const version = '{version}';"))
}

/// Every file of the page, from its folder, with its hash. What begins with a dot or an underline is for the host, which may
/// not give it out; the worker itself is kept by the browser; the page in one file is another page, and those of documents are many;
/// parts of the archive are kept when they are read (src/offline/parts.js).
fn files(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let (mut found, mut folders) = (Vec::new(), vec![PathBuf::new()]);
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inside))? {
            let path = inside.join(entry?.file_name());
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(['.', '_']) || name == "sw.js" {
                continue;
            }
            let others = [folders::SINGLE_FILE, pages::FOLDER, pages::SITEMAP, archive_parts::FOLDER];
            if others.iter().any(|other| path == Path::new(other)) {
                continue;
            }
            if folder.join(&path).is_dir() {
                folders.push(path);
            } else {
                let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                found.push((parts.join("/"), digest::for_integrity(&fs::read(folder.join(&path))?)));
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = folders::target().join("offline-test").join(name);
        fs::remove_dir_all(&folder).ok();
        for (file, text) in files {
            let file = folder.join(file);
            fs::create_dir_all(file.parent().expect("it has a folder")).expect("target/ can be written");
            fs::write(file, text).expect("a file");
        }
        folder
    }

    fn worker(folder: &Path) -> String {
        write_worker(folder, Keeping::Offline).expect("a folder of files");
        fs::read_to_string(folder.join("sw.js")).expect("the worker")
    }

    #[test]
    fn the_worker_lists_every_file_of_the_page_with_its_hash() {
        let page = [
            ("index.html", "page"),
            ("deep/a.js", ""),
            (".nojekyll", ""),
            ("_headers", ""),
            ("onrecord.html", ""),
            ("doc/a/index.html", "a"),
            ("sitemap.txt", "a"),
        ];
        let worker = worker(&folder("list", &page));
        let empty = digest::for_integrity(b"");
        assert!(worker.contains(&format!("[\"deep/a.js\", '{empty}'],\n[\"index.html\", 'sha256-")), "{worker}");
        for left_out in ["nojekyll", "_headers", "onrecord.html", "sw.js", "doc/", "sitemap"] {
            assert!(!worker.contains(left_out), "{left_out}");
        }
    }

    #[test]
    fn the_same_page_is_the_same_version_and_another_page_another_one() {
        let one = worker(&folder("one", &[("index.html", "page"), ("b.js", "b")]));
        let same = worker(&folder("same", &[("b.js", "b"), ("index.html", "page")]));
        let other = worker(&folder("other", &[("index.html", "page"), ("b.js", "c")]));
        assert_eq!(one, same);
        let version = |worker: &str| between(worker, "const version = '", "'").expect("a version").to_owned();
        assert_eq!(version(&one).len(), 16);
        assert_ne!(version(&one), version(&other));
        // Written again beside its own first writing, it is the same.
        assert_eq!(worker(&folders::target().join("offline-test/one")), one);
    }

    #[test]
    fn the_script_keeps_the_page_only_where_there_is_something_to_keep() {
        let boot = "<script src=\"./boot-1.js\" async integrity=\"sha384-x\" type=\"module\"></script>";
        let script = |keeping| {
            let staging = folder("start", &[("boot-1.js", "// why\n")]);
            let html =
                with_script(&staging, boot, "function __wbg_init() {}\n", keeping, false).expect("a start script");
            let name = between(&html, "src=\"./", "\"").expect("its name").to_owned();
            let script = fs::read_to_string(staging.join(name)).expect("the script");
            assert!(html.contains(&digest::for_integrity(script.as_bytes())), "{html}");
            assert!(!staging.join("boot-1.js").is_file());
            script
        };
        assert!(!script(Keeping::Nothing).contains("register('sw.js'"));
        assert!(script(Keeping::Offline).contains("register('sw.js'"));
    }
}
