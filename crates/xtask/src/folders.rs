//! Where things lie in the checkout.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The checkout: the folder that holds Trunk.toml.
pub fn root() -> PathBuf {
    // cargo says it anew at every start; what was true at compile time is not, in a checkout that was moved.
    let started = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let start = started.as_deref().unwrap_or(Path::new(env!("CARGO_MANIFEST_DIR")));
    start.ancestors().find(|folder| folder.join("Trunk.toml").is_file()).unwrap_or(start).to_owned()
}

/// The page as a static host gets it.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The page in one file; in `dist()`, beside the page in many.
pub const SINGLE_FILE: &str = "onrecord.html";

/// The page over an empty corpus: what the program alone weighs.
pub fn empty_dist() -> PathBuf {
    target().join("empty/dist")
}

/// An empty corpus, made when it is needed.
pub fn empty_corpus() -> PathBuf {
    target().join("empty/corpus")
}

/// A corpus that tries to be more than text, made when it is asked for.
pub fn hostile_corpus() -> PathBuf {
    target().join("hostile/corpus")
}

/// The page over it.
pub fn hostile_dist() -> PathBuf {
    target().join("hostile/dist")
}

/// An archive in parts, on its way into a page.
pub fn parts() -> PathBuf {
    target().join("parts/archive")
}

/// The page whose archive lies in parts however small it is.
pub fn dist_in_parts() -> PathBuf {
    target().join("parts/dist")
}

/// What may be thrown away at any time, and is made again.
pub fn target() -> PathBuf {
    root().join("target")
}

/// Pinned tools; nothing is installed outside the checkout but the wasm target and the browser.
pub fn tools() -> PathBuf {
    target().join("tools")
}
