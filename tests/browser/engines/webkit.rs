//! WebKit: a small browser on a screen of its own. It has no log that could be read, so the page is listened to by script.

use std::{fs, process::Command};

use serde_json::json;
use thirtyfour::Capabilities;
use xtask::{
    Outcome,
    browsers::{Browser, Engine},
    folders,
    webkit::SCREEN,
};

use super::{Start, Unable};
use crate::{
    driver::{self, Driver},
    page::{Page, Scheme, Storage},
};

/// The bar above the page would keep the window from becoming as narrow as a phone.
const NARROW: &str = "* { min-width: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px }\n";

/// Starts a screen that nobody sees, and WebKitWebDriver on it.
pub(crate) fn driver(browser: Browser) -> Outcome<Driver> {
    let mut command = Command::new(SCREEN);
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"]);
    let (screen, display) = driver::started(&mut command, "")?;
    let display = format!(":{display}");

    let home = folders::target().join("browser/webkit");
    fs::remove_dir_all(&home).ok();
    for edition in ["gtk-3.0", "gtk-4.0"] {
        fs::create_dir_all(home.join(edition))?;
        fs::write(home.join(edition).join("gtk.css"), NARROW)?;
    }
    let settings = ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"].map(|name| (name, home.as_os_str()));
    let said = Command::new(&browser.program).arg("--version").env("DISPLAY", &display).envs(settings).output()?;
    let version = String::from_utf8_lossy(&said.stdout).trim().to_owned();

    let mut command = Command::new(&browser.driver);
    command.envs(settings).env("DISPLAY", &display).env("NO_AT_BRIDGE", "1");
    let (process, port) = driver::listening(&mut command)?;
    Ok(Driver::new(Browser { version, ..browser }, &port, vec![process, screen]))
}

pub(super) fn capabilities(start: &Start<'_>) -> Outcome<Capabilities> {
    if start.storage == Storage::Blocked {
        return Err(Unable::to(Engine::WebKit, "be told to keep nothing"));
    }
    // As a capability, a proxy with exceptions makes WebKitGTK 2.50 fall over when it starts, now and then.
    let proxy = format!("--proxy=http://{}", start.outside);
    let mut arguments = vec!["--automation", &proxy, "--ignore-host=127.0.0.1"];
    if start.scheme == Scheme::Dark {
        arguments.push("--dark-mode");
    }
    let options = json!({ "binary": start.browser.program, "args": arguments });
    Ok(serde_json::from_value(json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options }))?)
}

/// The bar is part of the window's height.
pub(super) fn resize(page: &Page, width: u32, height: u32) -> Outcome<()> {
    let bar = page.evaluate("return outerHeight - innerHeight")?.as_u64().unwrap_or_default();
    page.wait(page.driver().set_window_rect(0, 0, width, height + u32::try_from(bar)?))?;
    page.until_size(width, height)
}

/// What went wrong is kept in the page, from here on; what the page that is left has kept goes to the console.
pub(super) fn listen(page: &Page) -> Outcome<()> {
    let script = "
        if (!window.heard) {
            window.heard = [];
            const told = console.error;
            console.error = (...words) => { heard.push(words.join(' ')); told.apply(console, words) };
            addEventListener('error', event => heard.push(event.message), true);
            addEventListener('unhandledrejection', event => heard.push(String(event.reason)));
            addEventListener('securitypolicyviolation', breach => heard.push(
                `security policy: ${breach.effectiveDirective} ${breach.blockedURI} ${breach.sample}`));
        }
        return heard.splice(0)";
    let heard: Vec<String> = serde_json::from_value(page.evaluate(script)?)?;
    page.hear(heard);
    Ok(())
}

pub(super) fn console(page: &Page) -> Outcome<Vec<String>> {
    listen(page)?;
    Ok(page.heard())
}
