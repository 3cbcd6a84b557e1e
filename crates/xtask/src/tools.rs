//! The tools a build of the page needs, each in one pinned version, under target/tools.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome, folders,
    steps::{Steps, answer, run},
};

pub const TRUNK: &str = "0.21.14";
/// Must equal the library's version in Cargo.lock: the two halves of the glue code are made for each other.
pub const WASM_BINDGEN: &str = "0.2.130";
/// It drives Firefox.
pub const GECKODRIVER: &str = "0.37.1";
const TARGET: &str = "wasm32-unknown-unknown";

/// How many steps `install` says.
pub const STEPS: usize = 4;

/// Where the tools are.
pub struct Tools {
    pub trunk: PathBuf,
    /// Trunk finds wasm-bindgen through it.
    pub path: OsString,
}

/// Installs what is missing and says so; what is there is not touched.
pub fn install(steps: &mut Steps) -> Outcome<Tools> {
    install_target(steps)?;
    let trunk = install_trunk(steps)?;
    let wasm_bindgen = install_wasm_bindgen(steps)?;
    steps.say("crates: fetching what Cargo.lock names and is not here yet");
    run(cargo().args(["fetch", "--locked", "--quiet"]))?;

    let folders = wasm_bindgen.parent().map(Path::to_owned).into_iter().chain(path_folders());
    Ok(Tools { trunk, path: env::join_paths(folders)? })
}

fn install_target(steps: &mut Steps) -> Outcome<()> {
    let mut question = Command::new("rustc");
    question.current_dir(folders::root()).args(["--print", "target-libdir", "--target", TARGET]);
    if answer(&mut question).is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        steps.say(&format!("{TARGET}: there"));
        return Ok(());
    }
    steps.say(&format!("{TARGET}: adding it to the Rust toolchain"));
    run(Command::new("rustup").current_dir(folders::root()).args(["target", "add", TARGET])).map_err(|error| {
        format!("{error}\nThe Rust standard library for {TARGET} is needed; rustup installs it").into()
    })
}

fn install_trunk(steps: &mut Steps) -> Outcome<PathBuf> {
    if let Some(trunk) = found("trunk", TRUNK) {
        steps.say(&format!("trunk {TRUNK}: there"));
        return Ok(trunk);
    }
    steps.say(&format!("trunk {TRUNK}: compiling once, about 3 minutes on 2 cores ..."));
    // Not optimised: it halves the wait, and nobody notices it afterwards.
    install_crate(&["--debug", "--locked", "--no-default-features", "trunk", "--version", TRUNK])?;
    found("trunk", TRUNK).ok_or_else(|| "trunk was installed but does not answer with its version".into())
}

fn install_wasm_bindgen(steps: &mut Steps) -> Outcome<PathBuf> {
    if let Some(wasm_bindgen) = found("wasm-bindgen", WASM_BINDGEN) {
        steps.say(&format!("wasm-bindgen {WASM_BINDGEN}: there"));
        return Ok(wasm_bindgen);
    }
    steps.say(&format!("wasm-bindgen {WASM_BINDGEN}: compiling once, about a minute ..."));
    let shim = folders::root().join("crates/xtask/wasm-bindgen-shim");
    install_crate(&["--debug", "--locked", "--force", "--path", &shim.to_string_lossy()])?;
    found("wasm-bindgen", WASM_BINDGEN).ok_or_else(|| "wasm-bindgen was installed but does not answer".into())
}

/// Not part of `install`: only Firefox wants it.
pub(crate) fn install_geckodriver(steps: &mut Steps) -> Outcome<()> {
    if geckodriver().is_some() {
        steps.say(&format!("geckodriver {GECKODRIVER}: there"));
        return Ok(());
    }
    steps.say(&format!("geckodriver {GECKODRIVER}: compiling once, about a minute ..."));
    install_crate(&["--debug", "--locked", "geckodriver", "--version", GECKODRIVER])
}

pub(crate) fn geckodriver() -> Option<PathBuf> {
    found("geckodriver", GECKODRIVER)
}

fn install_crate(arguments: &[&str]) -> Outcome<()> {
    // A folder that stays until all is done: an install that was broken off goes on where it stopped.
    let build = folders::tools().join("build");
    let mut install = cargo();
    install.arg("install").args(arguments).arg("--root").arg(folders::tools()).arg("--target-dir").arg(&build);
    install.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
    // On a terminal cargo shows how far it is in one line; elsewhere it would write hundreds.
    if !io::stderr().is_terminal() {
        install.arg("--quiet");
    }
    run(&mut install)?;
    fs::remove_dir_all(&build).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })?;
    Ok(())
}

/// The tool of this very version, from target/tools or from PATH.
fn found(name: &str, version: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let mut candidates =
        [folders::tools().join("bin")].into_iter().chain(path_folders()).map(|folder| folder.join(&file));
    candidates.find(|tool| {
        let said = tool.is_file().then(|| answer(Command::new(tool).arg("--version"))).flatten();
        said.is_some_and(|said| said.split_whitespace().nth(1) == Some(version))
    })
}

/// The folders of PATH.
pub fn path_folders() -> Vec<PathBuf> {
    env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default()
}

/// The first program of these names on PATH.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders = path_folders();
    names.iter().find_map(|name| found_in(folders.iter().cloned(), name))
}

/// The program of this name in the first of the folders that has it.
pub fn found_in(mut folders: impl Iterator<Item = PathBuf>, name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    folders.find_map(|folder| Some(folder.join(&file)).filter(|program| program.is_file()))
}

/// cargo, in the checkout.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folders::root());
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_and_the_library_are_of_one_version() {
        let lock = fs::read_to_string(folders::root().join("Cargo.lock")).expect("Cargo.lock is committed");
        assert!(lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{WASM_BINDGEN}\"")));
        let shim = folders::root().join("crates/xtask/wasm-bindgen-shim/Cargo.toml");
        let shim = fs::read_to_string(shim).expect("the shim is part of the checkout");
        assert!(shim.contains(&format!("version = \"{WASM_BINDGEN}\"")));
    }

    #[test]
    fn a_tool_of_another_version_is_not_found() {
        assert!(found("cargo", "0.0.0").is_none());
    }
}
