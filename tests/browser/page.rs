//! The page as a visitor has it: open, look, click, press keys, go back, wait until something is so.

mod acting;
mod going;
mod hearing;
mod heeding;
mod looking;
mod screen;
mod serving;

use std::{
    cell::{Cell, RefCell},
    future::Future,
    path::Path,
    time::{Duration, Instant},
};

use serde_json::Value;
use thirtyfour::{WebDriver, error::WebDriverResult};
use tokio::runtime::{self, Runtime};
use xtask::{
    Outcome,
    browsers::{Browser, Engine},
    folders,
    server::{Server, Site},
};

use crate::{
    driver::Driver,
    engines::{self, Start, Unable, chromium},
};

pub(crate) use screen::{Mode, Scheme};

/// Not at the root: the page must work in any folder of a host.
pub(crate) const FOLDER: &str = "/some/folder/";
/// How long anything may take before a journey gives up on it.
const PATIENCE: Duration = Duration::from_secs(15);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(20);

/// Where the page is opened from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A server on this machine, as any host would give it out.
    Host,
    /// The one file, from disk, with the network off.
    File,
}

/// Whether pages may keep anything on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Storage {
    Kept,
    Blocked,
}

/// One browser session with the page in it, and the server it came from.
pub(crate) struct Page {
    runtime: Runtime,
    browser: Browser,
    /// Where the driver takes commands.
    url: String,
    driver: RefCell<WebDriver>,
    source: Source,
    scheme: Cell<Scheme>,
    storage: Cell<Storage>,
    size: Cell<(u32, u32)>,
    server: RefCell<Option<Server>>,
    site: RefCell<Site>,
    port: Cell<u16>,
    /// Where requests to other hosts end. It answers none, and keeps note.
    outside: Server,
    outside_told: Cell<usize>,
    heard: RefCell<Vec<String>>,
    /// Other hosts that are part of a journey.
    hosts: RefCell<Vec<String>>,
    unchecked: RefCell<Vec<&'static str>>,
}

#[allow(dead_code, reason = "the words journeys are told in; not each is in use at any time")]
impl Page {
    /// A new session, nothing opened yet, 1440 pixels wide; the page is the one in the folder `dist`.
    pub(crate) fn start(driver: &Driver, source: Source, dist: &Path) -> Outcome<Page> {
        let (file, command) = match source {
            Source::Host => ("index.html", "cargo xtask build"),
            Source::File => (folders::SINGLE_FILE, "cargo xtask build --single-file"),
        };
        if !dist.join(file).is_file() {
            return Err(format!("there is no {file} in {}: `{command}` first", dist.display()).into());
        }
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let outside = Server::start(0, Site::at_root(dist.to_owned()))?;
        let (browser, url, scheme) = (driver.browser.clone(), driver.url.clone(), Scheme::Light);
        let start = Start { browser: &browser, scheme, storage: Storage::Kept, outside: outside.address };
        let driver = runtime.block_on(WebDriver::new(url.as_str(), start.capabilities()?))?;
        let page = Page {
            runtime,
            browser,
            url,
            driver: RefCell::new(driver),
            source,
            scheme: Cell::new(scheme),
            storage: Cell::new(Storage::Kept),
            size: Cell::default(),
            server: RefCell::default(),
            site: RefCell::new(Site::under(FOLDER, dist.to_owned())),
            port: Cell::default(),
            outside,
            outside_told: Cell::default(),
            heard: RefCell::default(),
            hosts: RefCell::default(),
            unchecked: RefCell::default(),
        };
        if source == Source::Host {
            page.start_server()?;
        }
        if page.engine() == Engine::Chromium {
            chromium::prepare(&page, source)?;
        }
        page.resize(1440, 900)?;
        Ok(page)
    }

    /// A new session in the place of this one, for a browser that takes no other scheme while it runs.
    pub(crate) fn start_anew(&self, scheme: Scheme) -> Outcome<()> {
        if self.scheme.replace(scheme) == scheme { Ok(()) } else { self.restart() }
    }

    /// A new session in the place of this one, in a browser that keeps nothing for any page.
    pub(crate) fn start_without_storage(&self) -> Outcome<()> {
        self.storage.set(Storage::Blocked);
        self.restart()
    }

    fn restart(&self) -> Outcome<()> {
        engines::listen(self)?;
        self.wait(self.driver().quit())?;
        let (scheme, storage) = (self.scheme.get(), self.storage.get());
        let start = Start { browser: &self.browser, scheme, storage, outside: self.outside.address };
        let driver = self.wait(WebDriver::new(self.url.as_str(), start.capabilities()?))?;
        self.driver.replace(driver);
        if self.engine() == Engine::Chromium {
            chromium::prepare(self, self.source)?;
        }
        let (width, height) = self.size.get();
        self.resize(width, height)
    }

    pub(crate) fn quit(self) -> Outcome<()> {
        Ok(self.runtime.block_on(self.driver.into_inner().quit())?)
    }

    pub(crate) fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// Says that this engine has no means to check something, in a journey that can be taken without.
    pub(crate) fn leave_unchecked(&self, what: &'static str) {
        self.unchecked.borrow_mut().push(what);
    }

    pub(crate) fn unchecked(&self) -> Vec<&'static str> {
        self.unchecked.borrow().clone()
    }

    /// Whether the console can be read from the moment that a page begins to load.
    pub(crate) fn has_log(&self) -> bool {
        self.engine() != Engine::WebKit
    }

    /// What a script returns, run in the page.
    pub(crate) fn evaluate(&self, script: &str) -> Outcome<Value> {
        self.evaluate_with(script, Vec::new())
    }

    pub(crate) fn evaluate_with(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.wait(self.driver().execute(script, arguments))?.json().clone())
    }

    /// What a script hands to its last argument, sooner or later.
    pub(crate) fn evaluate_later(&self, script: &str) -> Outcome<Value> {
        self.evaluate_later_with(script, Vec::new())
    }

    pub(crate) fn evaluate_later_with(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.wait(self.driver().execute_async(script, arguments))?.json().clone())
    }

    /// Looks again and again until there is something; what goes wrong meanwhile (an element that has just been
    /// replaced) is only told when time is up.
    pub(crate) fn until<T>(&self, what: &str, look: impl Fn() -> Outcome<Option<T>>) -> Outcome<T> {
        self.until_within(PATIENCE, what, look)
    }

    /// The same, for what may take longer than anything else.
    pub(crate) fn until_within<T>(
        &self,
        patience: Duration,
        what: &str,
        look: impl Fn() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let start = Instant::now();
        loop {
            let seen = look();
            if let Ok(Some(found)) = seen {
                return Ok(found);
            }
            if start.elapsed() > patience {
                let last = seen.err().map(|error| format!(" (last: {error})")).unwrap_or_default();
                return Err(format!("waited {} seconds for {what}{last}", patience.as_secs()).into());
            }
            self.runtime.block_on(async { tokio::time::sleep(GLANCE).await });
        }
    }

    /// Chromium's own; for what no other words are there.
    pub(crate) fn devtools(&self, method: &str, parameters: Value) -> Outcome<Value> {
        if self.engine() != Engine::Chromium {
            return Err(Unable::to(self.engine(), format!("do what {method} does in Chromium")));
        }
        self.wait(self.driver().cdp().send_raw(method, parameters))
    }

    /// The session, as WebDriver has it.
    pub(crate) fn driver(&self) -> WebDriver {
        self.driver.borrow().clone()
    }

    fn url(&self, address: &str) -> String {
        match self.source {
            Source::Host => format!("http://127.0.0.1:{}{}{address}", self.port.get(), self.site.borrow().prefix),
            Source::File => format!("file://{}{address}", folders::dist().join(folders::SINGLE_FILE).display()),
        }
    }

    pub(crate) fn wait<T>(&self, doing: impl Future<Output = WebDriverResult<T>>) -> Outcome<T> {
        Ok(self.runtime.block_on(doing)?)
    }
}
