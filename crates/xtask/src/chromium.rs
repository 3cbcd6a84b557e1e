//! Chromium and ChromeDriver, from the distribution.

use std::{path::PathBuf, process::Command};

use crate::{
    browsers::{Browser, Engine, is_ubuntu},
    steps::answer,
    tools::on_path,
};

pub(crate) fn found() -> Option<Browser> {
    let program = on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])?;
    let beside = ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"].map(PathBuf::from);
    let driver = on_path(&["chromedriver"]).or_else(|| beside.into_iter().find(|driver| driver.is_file()))?;
    let version = answer(Command::new(&program).arg("--version"))?.trim().to_owned();
    Some(Browser { engine: Engine::Chromium, program, driver, version })
}

pub(crate) fn missing_packages() -> Vec<&'static str> {
    match found() {
        Some(_) => Vec::new(),
        None if is_ubuntu() => vec!["chromium-browser", "chromium-chromedriver"],
        None => vec!["chromium", "chromium-driver"],
    }
}
