//! Firefox, from the distribution, and geckodriver, which is in no distribution that we know: it is one of our tools.

use std::{path::PathBuf, process::Command};

use crate::{
    browsers::{Browser, Engine, is_ubuntu},
    steps::answer,
    tools::{self, on_path},
};

pub(crate) fn found() -> Option<Browser> {
    let program = program()?;
    let driver = tools::geckodriver()?;
    let version = answer(Command::new(&program).arg("--version"))?.trim().to_owned();
    Some(Browser { engine: Engine::Firefox, program, driver, version })
}

pub(crate) fn missing_packages() -> Vec<&'static str> {
    match program() {
        Some(_) => Vec::new(),
        None if is_ubuntu() => vec!["firefox"],
        None => vec!["firefox-esr"],
    }
}

fn program() -> Option<PathBuf> {
    on_path(&["firefox-esr", "firefox"])
}
