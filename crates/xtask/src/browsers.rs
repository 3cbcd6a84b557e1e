//! The browsers that the journeys are taken in, with what drives them: which there are, and how they get here.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{
    Outcome, chromium, firefox,
    steps::{Steps, answer, run},
    tools::{self, on_path},
    webkit,
};

/// What makes a page of HTML; every browser is one of these three within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKit",
        }
    }

    /// "firefox", however it is written.
    pub fn named(word: &str) -> Option<Engine> {
        Engine::ALL.into_iter().find(|engine| engine.name().eq_ignore_ascii_case(word))
    }
}

/// A browser that a program can drive.
#[derive(Clone, Debug)]
pub struct Browser {
    pub engine: Engine,
    pub program: PathBuf,
    pub driver: PathBuf,
    /// "Chromium 156.0.8078.79 …"
    pub version: String,
}

/// The browser of this engine on this machine, if it has one with a driver.
pub fn found(engine: Engine) -> Outcome<Browser> {
    let browser = match engine {
        Engine::Chromium => chromium::found(),
        Engine::Firefox => firefox::found(),
        Engine::WebKit => webkit::found(),
    };
    browser
        .ok_or_else(|| format!("{} is not here with its driver; `cargo xtask test` installs it", engine.name()).into())
}

/// How many steps `install` says.
pub fn steps(engines: &[Engine]) -> usize {
    1 + usize::from(engines.contains(&Engine::Firefox))
}

/// Installs browsers and drivers (and npm, where it is missing) by apt, if we may; else says what to type.
pub fn install(steps: &mut Steps, engines: &[Engine]) -> Outcome<()> {
    install_packages(steps, engines)?;
    if engines.contains(&Engine::Firefox) {
        tools::install_geckodriver(steps)?;
    }
    engines.iter().try_for_each(|&engine| found(engine).map(drop))
}

fn install_packages(steps: &mut Steps, engines: &[Engine]) -> Outcome<()> {
    let mut packages = Vec::new();
    for engine in engines {
        packages.extend(match engine {
            Engine::Chromium => chromium::missing_packages(),
            Engine::Firefox => firefox::missing_packages(),
            Engine::WebKit => webkit::missing_packages(),
        });
    }
    if on_path(&["npm"]).is_none() {
        packages.extend(["nodejs", "npm"]);
    }
    let names: Vec<&str> = engines.iter().map(|engine| engine.name()).collect();
    let names = names.join(", ");
    if packages.is_empty() {
        steps.say(&format!("browsers ({names}): there"));
        return Ok(());
    }
    let line = format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "));
    if on_path(&["apt-get"]).is_none() {
        steps.say(&format!("browsers ({names}): not all here"));
        return Err(format!("install npm and these browsers with their drivers, so that they are on PATH, and call this again: {names} (on Debian: {})", packages.join(", ")).into());
    }
    if !is_root() {
        steps.say(&format!("browsers ({names}): not all here"));
        return Err(format!("this has to be installed first, by root:\n\n  sudo sh -c '{line}'\n").into());
    }
    steps.say(&format!("browsers: installing {}, about a minute ...", packages.join(", ")));
    for arguments in
        [vec!["update", "-qq"], [vec!["install", "-y", "-qq", "--no-install-recommends"], packages].concat()]
    {
        let mut apt = Command::new("apt-get");
        // What it unpacks is no news; what goes wrong comes on standard error.
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).stdout(Stdio::null());
        run(&mut apt)?;
    }
    Ok(())
}

/// Chromium keeps its sandbox, unless it runs as root, where it would not start with one.
pub fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

/// Ubuntu's packages have other names than Debian's.
pub(crate) fn is_ubuntu() -> bool {
    let release = fs::read_to_string(Path::new("/etc/os-release")).unwrap_or_default();
    release.lines().any(|line| line == "ID=ubuntu")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_is_known_by_its_name_however_written() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.name()), Some(engine));
            assert_eq!(Engine::named(&engine.name().to_lowercase()), Some(engine));
        }
        assert_eq!(Engine::named("lynx"), None);
    }
}
