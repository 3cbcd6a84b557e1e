//! The page's one script: what wasm-bindgen writes to reach the program, then ours in a block of its own, so that no name of one
//! is a name of the other. One file, because only what an element of the page names is checked by every browser before it runs;
//! WebKit fetches what is imported once more, unchecked.

use std::fs;

use crate::{Outcome, folders, html::replaced_once, slim};

/// How the script that wasm-bindgen writes names what starts it.
const START: &str = "__wbg_init as default };";
/// Where ours begins.
const OURS: &str = "\nonrecord: {\n";
/// Where boot.js is cut.
const CUT: &str = "// From here on it is about files of a host.";

/// What wasm-bindgen has written for the page's program, without its exports: what stands behind it in the same file needs none.
pub fn glue(written: &str) -> Outcome<String> {
    let glue = slim::script(written);
    let exports = glue.lines().rev().find(|line| line.ends_with(START)).ok_or("the program's script has no start")?;
    let kept = glue.lines().filter(|line| *line != exports).map(|line| line.trim_start_matches("export "));
    Ok(kept.flat_map(|line| [line, "\n"]).collect())
}

/// What it has written for the desk's, under a name of its own.
pub fn desk_glue(written: &str) -> Outcome<String> {
    replaced_once(&slim::script(written), "let wasm_bindgen = (", "const onrecord_desk = (")
}

/// The script of a page that came from a host: `first` fetches the archive, if that lies in parts, `keeper` keeps the page for
/// offline use; or they are empty.
pub fn of_host(glue: &str, first: &str, keeper: &str) -> Outcome<String> {
    let (desk, picture) = (source("static/desk.js")?, source("static/picture.js")?);
    // The desk before what waits for the program: its first screen may be one of the desk's.
    Ok(joined(glue, &[first, &desk, &source("static/boot.js")?, &picture, keeper]))
}

/// The script of the page in one file, made of that of a host.
pub fn of_file(of_host: &str) -> Outcome<String> {
    let (glue, _) = of_host.split_once(OURS).ok_or("the page's script has lost the line where ours begins")?;
    let boot = source("static/boot.js")?;
    let (boot, _) = boot.split_once(CUT).ok_or("boot.js has lost the line at which it is cut")?;
    Ok(joined(glue, &[&source("static/desk.js")?, boot, &source("static/single.js")?, &source("static/picture.js")?]))
}

/// One of our scripts, as it is written.
pub fn source(file: &str) -> Outcome<String> {
    Ok(fs::read_to_string(folders::root().join(file))?)
}

fn joined(glue: &str, ours: &[&str]) -> String {
    let ours: String = ours.iter().map(|script| slim::script(script)).collect();
    [glue.trim_end(), OURS, &ours, "}\n"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str =
        "// made\nexport function corpus() {}\nfunction __wbg_init() {}\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_programs_script_comes_first_and_exports_nothing() {
        let glue = glue(WRITTEN).expect("a start");
        assert_eq!(glue, "function corpus() {}\nfunction __wbg_init() {}\n");
        let script = of_host(&glue, "", "// why\nkeep();\n").expect("our scripts");
        assert!(script.starts_with(&[&glue, "onrecord: {\n"].concat()) && script.ends_with("keep();\n}\n"));
        assert!(super::glue("function f() {}\n").is_err());
        let desk = "// made\nlet wasm_bindgen = (function(exports) {\n})({});\n";
        assert_eq!(desk_glue(desk).expect("a name"), "const onrecord_desk = (function(exports) {\n})({});\n");
    }

    #[test]
    fn in_one_file_nothing_is_fetched_or_kept() {
        let host = of_host("function __wbg_init() {}\n", "", "keep();\n").expect("our scripts");
        let file = of_file(&host).expect("a script of a host");
        assert!(file.starts_with("function __wbg_init() {}\nonrecord: {\n"), "{file}");
        assert!(file.contains("DecompressionStream") && !file.contains("fetch(") && !file.contains("keep()"), "{file}");
        assert!(of_file("function __wbg_init() {}\n").is_err());
    }
}
