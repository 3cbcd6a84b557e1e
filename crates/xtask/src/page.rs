//! The page: built by Trunk, or served by Trunk while someone works on it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Outcome, archive_parts, folders, steps::run, tools::Tools};

/// Tells the hook `finish-dist`, which Trunk starts, where the optimiser is.
pub const OPTIMISER: &str = "ONRECORD_WASM_OPT";
/// Tells `build.rs` and the hook which corpus is meant.
pub const CORPUS: &str = "ONRECORD_CORPUS";

/// What is built, from what, into which folder.
pub struct Plan<'a> {
    /// `None`: the project's own.
    pub corpus: Option<&'a Path>,
    /// `wasm-opt`, for a page that is published; without it the program is a little larger.
    pub optimiser: Option<&'a Path>,
    pub dist: &'a Path,
}

/// The release page in `plan.dist`. A large archive lies in parts beside it.
pub fn build(tools: &Tools, plan: &Plan) -> Outcome<()> {
    build_holding(tools, plan, archive_parts::EMBEDDED)
}

/// The same, with its archive in parts however small that is: for tests.
pub fn build_in_parts(tools: &Tools, plan: &Plan) -> Outcome<()> {
    build_holding(tools, plan, 0)
}

/// `most`: bytes of the archive that the program holds.
fn build_holding(tools: &Tools, plan: &Plan, most: usize) -> Outcome<()> {
    let mut trunk = trunk(tools, plan.corpus);
    trunk.args(["build", "--release", "--dist"]).arg(plan.dist);
    let own = folders::root().join("corpus");
    if let Some(parts) = archive_parts::prepared(plan.corpus.unwrap_or(&own), most)? {
        trunk.env(archive_parts::VARIABLE, parts).args(["--features", archive_parts::FEATURE]);
    }
    if let Some(optimiser) = plan.optimiser {
        trunk.env(OPTIMISER, optimiser);
    }
    run(&mut trunk).map_err(|error| format!("the page was not built; what is wrong stands above ({error})").into())
}

/// Serves the page as it is being written, until it is ended.
pub fn dev(tools: &Tools, corpus: Option<&Path>, port: u16) -> Outcome<()> {
    let mut trunk = trunk(tools, corpus);
    // Not into dist/: a page with a reloading script is none to publish.
    trunk.args(["serve", "--port", &port.to_string(), "--dist"]).arg(folders::target().join("dev/dist"));
    if let Some(corpus) = corpus {
        // Trunk watches what it is told instead of the checkout, so both are told.
        trunk.arg("--watch").arg(folders::root()).arg("--watch").arg(corpus);
    }
    run(&mut trunk)
}

/// A corpus folder with as little in it as a corpus may have: one document of one word.
pub fn empty_corpus() -> Outcome<PathBuf> {
    let folder = folders::empty_corpus();
    fs::create_dir_all(folder.join("documents"))?;
    let about = "[corpus]\nid = \"empty\"\ntitle = \"Empty\"\ndescription = \"One word.\"\nlanguage = \"en\"\n";
    for (file, text) in [("corpus.toml", about), ("documents/one.txt", "Empty.\n")] {
        let file = folder.join(file);
        // Not written anew each time: the build asks when a file was changed.
        if fs::read_to_string(&file).is_ok_and(|there| there == text) {
            continue;
        }
        fs::write(file, text)?;
    }
    Ok(folder)
}

fn trunk(tools: &Tools, corpus: Option<&Path>) -> Command {
    let mut trunk = Command::new(&tools.trunk);
    // The crates are fetched, the tools are on the path: nothing is left to be had from the network.
    trunk.current_dir(folders::root()).env("PATH", &tools.path).env("TRUNK_BUILD_OFFLINE", "true");
    // Some continuous-integration services set NO_COLOR=1, which Trunk takes for a wrong value of its own switch.
    trunk.env_remove("NO_COLOR").env_remove(OPTIMISER).env_remove(CORPUS).env_remove(archive_parts::VARIABLE);
    // What is wrong is said by cargo; where in Trunk it was noticed is no help to anyone.
    trunk.env("RUST_BACKTRACE", "0");
    if let Some(corpus) = corpus {
        trunk.env(CORPUS, corpus);
    }
    trunk
}
