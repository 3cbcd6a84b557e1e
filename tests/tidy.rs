//! The rules of the house that a program can check. Each test is a rule; it names every file that breaks it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A file stops being one thought long before this.
const MOST_LINES: usize = 400;

#[test]
fn every_room_says_on_its_first_line_what_it_is_for() {
    let breaks = rust_files("").filter(|file| !read(file).lines().next().is_some_and(|line| line.starts_with("//! ")));
    none("begins without `//! `", breaks);
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let longer =
        |file: &String| read(file).lines().take_while(|line| line.trim() != "#[cfg(test)]").count() > MOST_LINES;
    none("is too long", rust_files("").filter(|file| !is_test(file)).filter(longer));
}

#[test]
fn no_file_is_named_for_being_useful() {
    let vague = ["utils", "util", "helpers", "helper", "common", "misc", "manager", "types"];
    let name = |file: &String| Path::new(file).file_stem().map(|name| name.to_string_lossy().into_owned());
    none(
        "is named for nothing",
        rust_files("").filter(|file| name(file).is_some_and(|name| vague.contains(&name.as_str()))),
    );
}

#[test]
fn no_crate_knows_of_a_browser() {
    let browser = ["leptos", "web-sys", "web_sys", "js-sys", "js_sys", "gloo", "wasm-bindgen", "wasm_bindgen"];
    // The bench against peers runs the engine in a browser, as a program of its own.
    let others = ["crates/xtask/", "crates/explore/benches/peers/"];
    let engine = |file: &String| file.starts_with("crates/") && !others.iter().any(|other| file.starts_with(other));
    let code = files().into_iter().filter(engine).filter(|file| file.ends_with(".rs") || file.ends_with("Cargo.toml"));
    none("names the browser", code.filter(|file| browser.iter().any(|word| code_of(file).contains(word))));
}

#[test]
fn only_the_address_bar_touches_location_and_history() {
    let words = ["location(", "history(", "push_state", "replace_state", "popstate"];
    let others = rust_files("src/").filter(|file| !file.starts_with("src/address_bar"));
    none("touches location or history", others.filter(|file| words.iter().any(|word| code_of(file).contains(word))));
}

#[test]
fn only_offline_touches_the_service_worker() {
    let scripts = files().into_iter().filter(|file| file.ends_with(".js"));
    let others = rust_files("src/").chain(scripts).filter(|file| !file.starts_with("src/offline/"));
    let words = ["service_worker(", "serviceWorker"];
    none("touches the service worker", others.filter(|file| words.iter().any(|word| code_of(file).contains(word))));
}

#[test]
fn corpus_text_never_becomes_html() {
    let words = ["inner_html", "outer_html", "insert_adjacent_html"];
    none(
        "builds HTML from text",
        rust_files("src/").filter(|file| words.iter().any(|word| code_of(file).contains(word))),
    );
}

#[test]
fn no_style_is_written_into_the_page() {
    // The security policy would drop it; `style:--name` goes through the CSSOM and is allowed.
    let views = files().into_iter().filter(|file| file.starts_with("src/") || file == "index.html");
    none("has a style attribute", views.filter(|file| read(file).contains(" style=")));
}

#[test]
fn every_panel_has_a_stylesheet_and_every_stylesheet_a_panel() {
    let names = |folder: &str, ending: &str| -> BTreeSet<String> {
        let inside = |file: &String| Some(file.strip_prefix(folder)?.strip_suffix(ending)?.to_owned());
        // What lies deeper is a piece of the panel that its folder is named for.
        files().iter().filter_map(inside).filter(|name| !name.contains('/')).collect()
    };
    let (panels, sheets) = (names("src/panel/", ".rs"), names("style/panel/", ".css"));
    none("is a panel without stylesheet, or the other way round", panels.symmetric_difference(&sheets).cloned());
}

#[test]
fn every_stylesheet_is_linked_and_the_layers_come_first() {
    let index = read("index.html");
    let linked: Vec<&str> = index
        .split("rel=\"css\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("href=\"")?.1.split_once('"').map(|(file, _)| file))
        .collect();
    assert_eq!(linked.first(), Some(&"style/layers.css"), "style/layers.css sets the order of all others");
    let there: BTreeSet<String> =
        files().into_iter().filter(|file| file.starts_with("style/") && file.ends_with(".css")).collect();
    let linked: BTreeSet<String> = linked.into_iter().map(str::to_owned).collect();
    none("is not linked, or is linked and not there", there.symmetric_difference(&linked).cloned());
}

#[test]
fn every_stylesheet_keeps_to_its_layer() {
    let sheets = files().into_iter().filter(|file| file.starts_with("style/") && file.ends_with(".css"));
    let broken = |file: &String| {
        let layer = file.strip_prefix("style/").and_then(|file| file.split(['/', '.']).next()).unwrap_or_default();
        let css = read(file);
        css.contains("!important") || (layer != "layers" && !css.contains(&format!("@layer {layer}")))
    };
    none("is outside its layer", sheets.filter(broken));
}

#[test]
fn no_file_names_somebodys_machine() {
    // Put together here, so that this file is not one of them.
    let folders = ["home", "Users", "root", "work"].map(|folder| format!("/{folder}/"));
    let named = |file: &String| {
        let text = String::from_utf8_lossy(&bytes(file)).into_owned();
        // At the start of a path, not as a part of a web address or of a longer path.
        let is_path =
            |at: usize| !text[..at].ends_with(|before: char| before.is_alphanumeric() || "._-~/}".contains(before));
        folders.iter().any(|folder| text.match_indices(folder.as_str()).any(|(at, _)| is_path(at)))
    };
    none("names a folder of one machine", files().into_iter().filter(named));
}

/// Fails with the names of those that break the rule.
fn none(how: &str, breaks: impl Iterator<Item = String>) {
    let breaks: Vec<String> = breaks.collect();
    assert!(breaks.is_empty(), "{how}:\n  {}", breaks.join("\n  "));
}

fn is_test(file: &str) -> bool {
    ["tests/", "benches/"].iter().any(|folder| file.starts_with(folder) || file.contains(&format!("/{folder}")))
}

fn rust_files(folder: &str) -> impl Iterator<Item = String> {
    files().into_iter().filter(move |file| file.starts_with(folder) && file.ends_with(".rs"))
}

/// A file without its comment lines: words about the browser are no use of it.
fn code_of(file: &str) -> String {
    let comment = if file.ends_with(".toml") { "#" } else { "//" };
    read(file).lines().filter(|line| !line.trim_start().starts_with(comment)).collect::<Vec<_>>().join("\n")
}

fn read(file: &str) -> String {
    String::from_utf8(bytes(file)).unwrap_or_else(|_| panic!("{file} is not UTF-8"))
}

fn bytes(file: &str) -> Vec<u8> {
    fs::read(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every file of the checkout, from its root, with `/` between the parts; not what is built or fetched.
fn files() -> Vec<String> {
    let (mut found, mut folders) = (Vec::new(), vec![root()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // `.git` is a file where a checkout has several working trees.
            if matches!(name.as_str(), ".git" | "target" | "dist" | "node_modules") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                let parts = path.strip_prefix(root()).unwrap_or(&path).iter();
                found.push(parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"));
            }
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
