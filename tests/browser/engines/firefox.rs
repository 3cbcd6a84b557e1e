//! Firefox: geckodriver can be let into the browser's own window, whose scripts may do what a page's may not.

use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, RequestData, SessionId, common::command::FormatRequestData};
use xtask::{Outcome, browsers::Browser};

use super::Start;
use crate::{
    driver::{self, Driver},
    page::{Page, Scheme, Storage},
};

/// Starts geckodriver on a port that it chooses itself.
pub(crate) fn driver(browser: Browser) -> Outcome<Driver> {
    let mut command = Command::new(&browser.driver);
    command.args(["--port", "0", "--allow-system-access"]);
    // A window that every size asked for fits into.
    command.envs([("MOZ_HEADLESS_WIDTH", "1600"), ("MOZ_HEADLESS_HEIGHT", "1200")]);
    // Without it, a release does not let its own settings be fetched from nowhere.
    command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    let (process, port) = driver::started(&mut command, "Listening on 127.0.0.1:")?;
    Ok(Driver::new(browser, &port, vec![process]))
}

pub(super) fn capabilities(start: &Start<'_>) -> Outcome<Capabilities> {
    // The browser asks nothing of the network by itself, and no name of a host leads anywhere.
    let mut preferences = json!({
        "app.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "network.dns.disabled": true,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "toolkit.telemetry.enabled": false,
        "intl.accept_languages": "en-NZ",
    });
    if start.storage == Storage::Blocked {
        // Of all cookies, and with them of all storage.
        preferences["network.cookie.cookieBehavior"] = json!(2);
    }
    let options = json!({ "binary": start.browser.program, "args": ["-headless"], "prefs": preferences });
    let outside = start.outside.to_string();
    let proxy = json!({ "proxyType": "manual", "httpProxy": outside, "sslProxy": outside, "noProxy": ["127.0.0.1"] });
    let wanted = json!({ "browserName": "firefox", "moz:firefoxOptions": options, "proxy": proxy });
    Ok(serde_json::from_value(wanted)?)
}

/// A window has a least width; what is in it has none.
pub(super) fn resize(page: &Page, width: u32, height: u32) -> Outcome<()> {
    let script = "const { style } = gBrowser.selectedBrowser;
        [style.width, style.height] = [arguments[0] + 'px', arguments[1] + 'px']";
    in_window(page, script, vec![json!(width), json!(height)])?;
    page.until_size(width, height)
}

pub(super) fn scheme(page: &Page, scheme: Scheme) -> Outcome<()> {
    let preference = match scheme {
        Scheme::Dark => 0,
        Scheme::Light => 1,
    };
    let script = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";
    in_window(page, script, vec![json!(preference)]).map(drop)
}

/// What was thrown, and every breach of the security policy; what a page's script writes itself is not in it.
pub(super) fn console(page: &Page) -> Outcome<Vec<String>> {
    let script = "
        const { warningFlag, infoFlag } = Ci.nsIScriptError;
        const errors = Services.console.getMessageArray().filter(message => message instanceof Ci.nsIScriptError
            && !(message.flags & (warningFlag | infoFlag)) && !/^(chrome|resource|moz-extension):/.test(message.sourceName));
        Services.console.reset();
        return errors.map(error => `${error.category}: ${error.errorMessage} (${error.sourceName})`)";
    Ok(serde_json::from_value(in_window(page, script, Vec::new())?)?)
}

/// What a script returns, run in the browser's window instead of the page.
fn in_window(page: &Page, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
    page.wait(page.driver().handle().cmd(Context("chrome")))?;
    let done = page.evaluate_with(script, arguments);
    page.wait(page.driver().handle().cmd(Context("content")))?;
    done
}

/// geckodriver's own command: where scripts run from now on.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let post = "POST".parse().expect("POST is a method of HTTP");
        RequestData::new(post, format!("/session/{session}/moz/context")).add_body(json!({ "context": self.0 }))
    }
}
