//! Chromium: its devtools do all that is asked of them.

use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel};
use xtask::{
    Outcome,
    browsers::{self, Browser},
};

use super::Start;
use crate::{
    driver::{self, Driver},
    page::{Page, Scheme, Source, Storage},
};

/// Starts ChromeDriver on a port that it chooses itself.
pub(crate) fn driver(browser: Browser) -> Outcome<Driver> {
    let said = "ChromeDriver was started successfully on port ";
    let (process, port) = driver::started(Command::new(&browser.driver).arg("--port=0"), said)?;
    Ok(Driver::new(browser, port.trim_end_matches('.'), vec![process]))
}

pub(super) fn capabilities(start: &Start<'_>) -> Outcome<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary(&start.browser.program.to_string_lossy())?;
    for argument in ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--lang=en-NZ"] {
        wanted.add_arg(argument)?;
    }
    // The browser asks little of the network by itself, and no name of a host leads anywhere.
    for argument in [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A frame without an origin would be a process of its own, whose console the driver does not read.
        "--disable-features=IsolateSandboxedIframes",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ] {
        wanted.add_arg(argument)?;
    }
    if browsers::is_root() {
        wanted.add_arg("--no-sandbox")?;
    }
    if start.storage == Storage::Blocked {
        // Of all that a visitor can forbid, the most: no cookies, no storage, no service worker, for anyone.
        let blocked =
            json!({ "profile.default_content_setting_values.cookies": 2, "profile.block_third_party_cookies": true });
        wanted.add_experimental_option("prefs", blocked)?;
    }
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    // Every request of the page is in it.
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(wanted.into())
}

/// What a new session wants before its first page.
pub(crate) fn prepare(page: &Page, source: Source) -> Outcome<()> {
    if source == Source::File {
        let nothing = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        page.devtools("Network.emulateNetworkConditions", nothing)?;
    }
    // A breach of the security policy is an error in the console, which fails the journey.
    let told = "addEventListener('securitypolicyviolation', breach => console.error(
        `security policy: ${breach.effectiveDirective} ${breach.blockedURI} ${breach.sample}`));";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": told })).map(drop)
}

pub(super) fn resize(page: &Page, width: u32, height: u32) -> Outcome<()> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", size).map(drop)
}

pub(super) fn scheme(page: &Page, scheme: Scheme) -> Outcome<()> {
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme.name() }] });
    page.devtools("Emulation.setEmulatedMedia", media).map(drop)
}

pub(super) fn console(page: &Page) -> Outcome<Vec<String>> {
    let entries = page.wait(page.driver().browser_log())?;
    Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
}

/// Every address that was to be loaded, those refused to the page among them, since it was last asked.
pub(crate) fn requests(page: &Page) -> Outcome<Vec<String>> {
    let mut urls = Vec::new();
    for entry in page.wait(page.driver().get_log("performance"))? {
        let event: Value = serde_json::from_str(&entry.message)?;
        urls.extend(event["message"]["params"]["request"]["url"].as_str().map(str::to_owned));
    }
    Ok(urls)
}
