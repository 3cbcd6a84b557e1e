//! What no visitor sees: the console, and what is asked of other hosts.

use xtask::{Outcome, browsers::Engine};

use super::{Page, Source};
use crate::engines::{self, chromium};

#[allow(dead_code, reason = "the words journeys are told in; not each is in use at any time")]
impl Page {
    /// Fails if the console holds an error: a panic, a breach of the security policy, a file that is not there.
    pub(crate) fn console_is_quiet(&self) -> Outcome<()> {
        let errors = self.console()?;
        if errors.is_empty() { Ok(()) } else { Err(format!("the console says:\n    {}", errors.join("\n    ")).into()) }
    }

    /// The errors in the console since it was last asked.
    pub(crate) fn console(&self) -> Outcome<Vec<String>> {
        engines::console(self)
    }

    /// Keeps what a page has told of errors.
    pub(crate) fn hear(&self, errors: Vec<String>) {
        self.heard.borrow_mut().extend(errors);
    }

    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.take()
    }

    /// Fails if the page asked anything of anyone but the place that it came from.
    pub(crate) fn all_requests_stay_home(&self) -> Outcome<()> {
        let abroad = self.requests_elsewhere()?;
        if abroad.is_empty() { Ok(()) } else { Err(format!("asked elsewhere: {}", abroad.join(" ")).into()) }
    }

    /// Addresses elsewhere that were asked for since it was last asked. Chromium tells of those refused to the page too; of
    /// the others we know what has left them.
    pub(crate) fn requests_elsewhere(&self) -> Outcome<Vec<String>> {
        let home = match self.source {
            Source::Host => format!("http://127.0.0.1:{}/", self.port.get()),
            Source::File => "file:///".to_owned(),
        };
        // What has no host is in the page itself.
        let hosts = self.hosts.borrow();
        let is_known = |url: &str| hosts.iter().any(|host| url.starts_with(host.as_str()));
        let is_home = |url: &str| {
            [&home, "data:", "blob:", "about:"].iter().any(|start| url.starts_with(*start)) || is_known(url)
        };
        if self.engine() == Engine::Chromium {
            return Ok(chromium::requests(self)?.into_iter().filter(|url| !is_home(url)).collect());
        }
        let asked = self.outside.asked();
        let told = self.outside_told.replace(asked.len());
        Ok(asked[told..].to_vec())
    }

    /// From here on this host ("http://127.0.0.1:8080/") is part of the journey.
    pub(crate) fn knows(&self, host: &str) {
        self.hosts.borrow_mut().push(host.to_owned());
    }
}
