//! WebKitGTK's small browser and its driver, and a screen for them that nobody sees, from the distribution.

use std::{fs, path::PathBuf};

use crate::{
    browsers::{Browser, Engine},
    tools::on_path,
};

/// The program that makes such a screen.
pub const SCREEN: &str = "Xvfb";

pub(crate) fn found() -> Option<Browser> {
    let driver = on_path(&["WebKitWebDriver"])?;
    on_path(&[SCREEN])?;
    // It tells its version on a screen only.
    Some(Browser { engine: Engine::WebKit, program: program()?, driver, version: "WebKitGTK".to_owned() })
}

pub(crate) fn missing_packages() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if on_path(&["WebKitWebDriver"]).is_none() || program().is_none() {
        packages.push("webkit2gtk-driver");
    }
    if on_path(&[SCREEN]).is_none() {
        packages.push("xvfb");
    }
    packages
}

/// It is no command for people, so it lies where each distribution keeps such: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1".
fn program() -> Option<PathBuf> {
    let folders = ["/usr/lib", "/usr/libexec"].map(PathBuf::from);
    let deeper = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut places = folders
        .into_iter()
        .chain(deeper)
        .flat_map(|folder| ["webkit2gtk-4.1", "webkitgtk-6.0"].map(|edition| folder.join(edition).join("MiniBrowser")));
    places.find(|program| program.is_file())
}
