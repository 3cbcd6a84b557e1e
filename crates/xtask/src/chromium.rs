//! The browser and its driver, from the distribution.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{
    Outcome,
    steps::{Steps, answer, run},
    tools::on_path,
};

/// How many steps `install` says.
pub const STEPS: usize = 1;

/// A browser that a program can drive.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
    /// "Chromium 156.0.8078.79 …"
    pub version: String,
}

/// The browser of this machine, if it has one with a driver.
pub fn found() -> Option<Chromium> {
    let browser = on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])?;
    let beside = ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"].map(PathBuf::from);
    let driver = on_path(&["chromedriver"]).or_else(|| beside.into_iter().find(|driver| driver.is_file()))?;
    let version = answer(Command::new(&browser).arg("--version"))?;
    Some(Chromium { browser, driver, version: version.trim().to_owned() })
}

/// Installs browser and driver (and npm, where it is missing) by apt, if we may; else says what to type.
pub fn install(steps: &mut Steps) -> Outcome<Chromium> {
    if let (Some(chromium), Some(_)) = (found(), on_path(&["npm"])) {
        steps.say(&format!("browser: {}", chromium.version));
        return Ok(chromium);
    }
    let mut packages = Vec::new();
    if found().is_none() {
        packages.extend(browser_packages());
    }
    if on_path(&["npm"]).is_none() {
        packages.extend(["nodejs", "npm"]);
    }
    let line = format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "));
    if on_path(&["apt-get"]).is_none() {
        steps.say("browser: not here");
        return Err("install Chromium, its ChromeDriver and npm, so that they are on PATH, and call this again".into());
    }
    if !is_root() {
        steps.say("browser: not here");
        return Err(format!("this has to be installed first, by root:\n\n  sudo sh -c '{line}'\n").into());
    }
    steps.say(&format!("browser: installing {}, about a minute ...", packages.join(", ")));
    for arguments in
        [vec!["update", "-qq"], [vec!["install", "-y", "-qq", "--no-install-recommends"], packages].concat()]
    {
        let mut apt = Command::new("apt-get");
        // What it unpacks is no news; what goes wrong comes on standard error.
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).stdout(Stdio::null());
        run(&mut apt)?;
    }
    let chromium = found().ok_or("the packages were installed, but no chromium with a chromedriver is on PATH")?;
    println!("      {}", chromium.version);
    Ok(chromium)
}

/// Chromium keeps its sandbox, unless it runs as root, where it would not start with one.
pub fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

fn browser_packages() -> [&'static str; 2] {
    let release = fs::read_to_string(Path::new("/etc/os-release")).unwrap_or_default();
    if release.lines().any(|line| line == "ID=ubuntu") {
        ["chromium-browser", "chromium-chromedriver"]
    } else {
        ["chromium", "chromium-driver"]
    }
}
