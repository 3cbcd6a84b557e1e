//! What npm alone carries: wasm-opt, which makes the published program smaller, and axe-core for the tests.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome, folders,
    steps::{Steps, run},
    tools::on_path,
};

/// How many steps `install` says.
pub const STEPS: usize = 1;

/// The folder the packages were installed into.
pub struct Packages {
    folder: PathBuf,
}

impl Packages {
    /// binaryen's optimiser, a script for node. Debian's own is too old: what it writes does not start.
    pub fn wasm_opt(&self) -> PathBuf {
        self.folder.join("node_modules/binaryen/bin/wasm-opt")
    }

    /// The accessibility checks, as one script for a page.
    pub fn axe(&self) -> PathBuf {
        self.folder.join("node_modules/axe-core/axe.min.js")
    }
}

/// Installs the packages of the lock file, unless they are there; without npm there are none.
pub fn install(steps: &mut Steps) -> Outcome<Option<Packages>> {
    if let Some(packages) = installed()? {
        steps.say("npm packages (binaryen 132, axe-core 4.14): there");
        return Ok(Some(packages));
    }
    let (Some(npm), Some(_)) = (on_path(&["npm"]), on_path(&["node"])) else {
        steps.say("npm packages: no npm here, so the program is not made smaller by wasm-opt (about 2 %); all else is the same");
        return Ok(None);
    };
    steps.say("npm packages (binaryen 132, axe-core 4.14): installing, about 10 seconds ...");
    let folder = folder();
    install_locked(&npm, &source(), &folder)?;
    Ok(Some(Packages { folder }))
}

/// Installs the packages of the lock file in `source` into `folder`.
pub fn install_locked(npm: &Path, source: &Path, folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder)?;
    for file in FILES {
        fs::copy(source.join(file), folder.join(file))?;
    }
    run(Command::new(npm).current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]))?;
    // Written last: an install that was broken off is no install.
    fs::copy(source.join(LOCK), folder.join(DONE))?;
    Ok(())
}

/// Whether the packages of the present lock file in `source` are in `folder`.
pub fn is_installed(source: &Path, folder: &Path) -> Outcome<bool> {
    let wanted = fs::read(source.join(LOCK))?;
    Ok(fs::read(folder.join(DONE)).is_ok_and(|done| done == wanted))
}

/// The packages, if those of the present lock file are there.
pub fn installed() -> Outcome<Option<Packages>> {
    let folder = folder();
    Ok(is_installed(&source(), &folder)?.then_some(Packages { folder }))
}

const LOCK: &str = "package-lock.json";
const FILES: [&str; 2] = ["package.json", LOCK];
const DONE: &str = "installed-lock.json";

fn source() -> PathBuf {
    folders::root().join("crates/xtask/npm")
}

fn folder() -> PathBuf {
    folders::tools().join("npm")
}

/// Asks node's engine whether a browser would take this program; says so if there is no node to ask.
pub fn validate(wasm: &Path) -> Outcome<()> {
    let Some(node) = on_path(&["node"]) else {
        println!("no node here: {} is not validated", wasm.display());
        return Ok(());
    };
    let question = "process.exit(WebAssembly.validate(require('fs').readFileSync(process.argv[1])) ? 0 : 1)";
    run(Command::new(node).args(["-e", question]).arg(wasm))
        .map_err(|error| format!("{} is no valid WebAssembly: {error}", wasm.display()).into())
}
