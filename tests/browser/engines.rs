//! What each engine does in its own way: how its driver starts, what a session is, and what is beyond WebDriver's words.

pub(crate) mod chromium;
pub(crate) mod firefox;
pub(crate) mod webkit;

use std::{error::Error, fmt, net::SocketAddr};

use thirtyfour::Capabilities;
use xtask::{
    Outcome,
    browsers::{Browser, Engine},
};

use crate::page::{Page, Scheme, Storage};

/// What a browser is told when it starts.
pub(crate) struct Start<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) scheme: Scheme,
    pub(crate) storage: Storage,
    /// Where requests to any other host end, if the browser does not tell of them itself.
    pub(crate) outside: SocketAddr,
}

impl Start<'_> {
    pub(crate) fn capabilities(&self) -> Outcome<Capabilities> {
        match self.browser.engine {
            Engine::Chromium => chromium::capabilities(self),
            Engine::Firefox => firefox::capabilities(self),
            Engine::WebKit => webkit::capabilities(self),
        }
    }
}

/// What an engine has no means for: a journey that cannot do without is skipped, and says so.
#[derive(Debug)]
pub(crate) struct Unable {
    engine: Engine,
    what: String,
}

impl Error for Unable {}

impl fmt::Display for Unable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} cannot {}", self.engine.name(), self.what)
    }
}

impl Unable {
    pub(crate) fn to(engine: Engine, what: impl Into<String>) -> Box<dyn Error> {
        Box::new(Unable { engine, what: what.into() })
    }
}

/// Makes what is seen this wide and high, in CSS pixels.
pub(crate) fn resize(page: &Page, width: u32, height: u32) -> Outcome<()> {
    match page.engine() {
        Engine::Chromium => chromium::resize(page, width, height),
        Engine::Firefox => firefox::resize(page, width, height),
        Engine::WebKit => webkit::resize(page, width, height),
    }
}

/// Lets the visitor's system ask for light or dark.
pub(crate) fn scheme(page: &Page, scheme: Scheme) -> Outcome<()> {
    match page.engine() {
        Engine::Chromium => chromium::scheme(page, scheme),
        Engine::Firefox => firefox::scheme(page, scheme),
        // It is told when it starts, and not again.
        Engine::WebKit => page.start_anew(scheme),
    }
}

/// Called when a document has been loaded, and before it is left.
pub(crate) fn listen(page: &Page) -> Outcome<()> {
    match page.engine() {
        Engine::Chromium | Engine::Firefox => Ok(()),
        Engine::WebKit => webkit::listen(page),
    }
}

/// The errors in the console since it was last asked.
pub(crate) fn console(page: &Page) -> Outcome<Vec<String>> {
    match page.engine() {
        Engine::Chromium => chromium::console(page),
        Engine::Firefox => firefox::console(page),
        Engine::WebKit => webkit::console(page),
    }
}
