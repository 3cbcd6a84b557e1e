//! The parts that the page's script fetches: its two programs, made smaller and checked, and its words in other languages.
//!
//! Trunk names files by what cargo made, before wasm-bindgen and wasm-opt; two different programs could then share a
//! name. Here they are named by the SHA-256 of their last bytes, so that a host may let browsers keep them for ever.

use std::{env, fs, path::Path, process::Command};

use crate::{
    Outcome, digest, folders,
    html::{between, replaced_once},
    locations, node, page, script, slim,
    steps::run,
    tools::on_path,
};

/// What Trunk calls the desk's files.
const DESK: [&str; 2] = ["onrecord-desk.js", "onrecord-desk_bg.wasm"];

/// What the page says of each part: its name, file, size and hash.
const PART: &str = "<meta name=\"";

/// How a line begins that has a browser fetch one of them at once.
pub const PRELOAD: &str = "<link rel=\"preload\"";

/// The names of the page's parts: the "program", the "desk", which is fetched when something rare is asked for, and "words-mi" and so on.
pub fn names(html: &str) -> Vec<String> {
    let parts = html.split(PART).filter_map(|rest| rest.split_once("\" data-file=\""));
    parts.map(|(name, _)| name.to_owned()).filter(|name| !name.contains('"')).collect()
}

/// The page with its programs under their last names, and the scripts that reach them, which are no files any more.
pub fn named_by_content(staging: &Path, html: &str) -> Outcome<(String, String)> {
    let placeholder = between(html, "<meta name=\"program\"", ">").ok_or("index.html lost the line of the program")?;
    let old_script = between(placeholder, "data-script=\"", "\"").ok_or("the line of the program names no script")?;
    let old_wasm = between(placeholder, "data-wasm=\"", "\"").ok_or("the line of the program names no wasm")?;
    let (line, glue) = named("program", staging, [old_script, old_wasm], script::glue)?;
    let (desk_line, desk_glue) = named("desk", staging, DESK, script::desk_glue)?;
    let program = between(&line, "data-file=\"", "\"").ok_or("the line of the program names no file")?;
    let mut lines = vec![preload(program), line, desk_line];
    for (language, catalogue) in catalogues()? {
        let file = format!("words-{language}-{}.tsv", digest::for_name(catalogue.as_bytes()));
        fs::write(staging.join(&file), &catalogue)?;
        lines.push(part(&format!("words-{language}"), &file, catalogue.as_bytes()));
    }
    let html = replaced_once(html, &format!("<meta name=\"program\"{placeholder}>"), &lines.join("\n  "))?;
    Ok((html, glue + &desk_glue))
}

/// The page's line about a program, and the script that reaches it. Both files are gone afterwards.
fn named(
    name: &str,
    staging: &Path,
    [old_script, old_wasm]: [&str; 2],
    glue: fn(&str) -> Outcome<String>,
) -> Outcome<(String, String)> {
    let (script_file, wasm_file) = (staging.join(old_script), staging.join(old_wasm));
    if let Some(optimiser) = env::var_os(page::OPTIMISER) {
        let mut program = fs::read(&wasm_file)?;
        locations::cleared(&mut program);
        fs::write(&wasm_file, program)?;
        optimise(Path::new(&optimiser), &wasm_file)?;
    }
    let glue = glue(&fs::read_to_string(&script_file)?)?;
    fs::remove_file(script_file)?;

    let (glue, bytes) = slim::shared_names(&glue, &fs::read(&wasm_file)?);
    fs::write(&wasm_file, &bytes)?;
    node::validate(&wasm_file)?;
    let wasm = match name {
        "program" => format!("onrecord-{}.wasm", digest::for_name(&bytes)),
        name => format!("{name}-{}.wasm", digest::for_name(&bytes)),
    };
    fs::rename(&wasm_file, staging.join(&wasm))?;
    Ok((part(name, &wasm, &bytes), glue.replace(old_wasm, &wasm)))
}

fn part(name: &str, file: &str, bytes: &[u8]) -> String {
    let (size, integrity) = (bytes.len(), digest::for_integrity(bytes));
    format!("{PART}{name}\" data-file=\"./{file}\" data-bytes=\"{size}\" data-integrity=\"{integrity}\">")
}

/// Has a browser fetch a file that the script will ask for, before it has the script. The host is the page's own, but in a frame
/// without an origin, hence the leave.
pub fn preload(file: &str) -> String {
    format!("{PRELOAD} href=\"{file}\" as=\"fetch\" crossorigin>")
}

/// The page's words in other languages, without what only translators need.
fn catalogues() -> Outcome<Vec<(String, String)>> {
    let mut catalogues = Vec::new();
    for entry in fs::read_dir(folders::root().join("crates/explore/languages"))? {
        let path = entry?.path();
        if let Some(language) = path.file_stem().filter(|_| path.extension().is_some_and(|ending| ending == "tsv")) {
            let text = fs::read_to_string(&path)?;
            let wordings: Vec<&str> =
                text.lines().filter(|line| !line.starts_with('#') && line.contains('\t')).collect();
            catalogues.push((language.to_string_lossy().into_owned(), wordings.join("\n")));
        }
    }
    catalogues.sort();
    Ok(catalogues)
}

/// Makes the program smaller, or takes what was made of the same program before.
fn optimise(optimiser: &Path, wasm: &Path) -> Outcome<()> {
    let kept = folders::tools().join("optimised").join(format!("{}.wasm", digest::for_name(&fs::read(wasm)?)));
    if !kept.is_file() {
        println!("wasm-opt: about 10 seconds ...");
        let folder = kept.parent().ok_or("target/tools has no folder")?;
        // Old ones are of no use to anyone; the few of late may be, when one goes back to them.
        if fs::read_dir(folder).is_ok_and(|files| files.count() > 10) {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        let unfinished = folder.join("unfinished");
        // -O3 compresses to the size of -Oz and is the faster program. No feature is named here: the file says which
        // it uses, and with `--all-features` wasm-opt writes what no browser reads.
        let node = on_path(&["node"]).ok_or("wasm-opt needs node")?;
        run(Command::new(node).arg(optimiser).arg("-O3").arg(wasm).arg("-o").arg(&unfinished))?;
        fs::rename(unfinished, &kept)?;
    }
    fs::copy(kept, wasm)?;
    Ok(())
}
