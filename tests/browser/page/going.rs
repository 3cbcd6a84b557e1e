//! Going about: opening addresses, back and forward, into a frame and out of it.

use serde_json::json;
use xtask::Outcome;

use super::Page;
use crate::engines;

#[allow(dead_code, reason = "the words journeys are told in; not each is in use at any time")]
impl Page {
    /// Opens an address ("", "?view=network", "?doc=a#p2") as if it had been typed, and waits until the page stands.
    pub(crate) fn open(&self, address: &str) -> Outcome<()> {
        self.load(address)?;
        self.until_ready()
    }

    /// Opens an address, whether or not the page starts there.
    pub(crate) fn load(&self, address: &str) -> Outcome<()> {
        self.visit(&self.url(address))
    }

    /// Opens any page, of this host or of another one.
    pub(crate) fn visit(&self, url: &str) -> Outcome<()> {
        // From another page: without one, an address that differs in its fragment alone would open nothing anew.
        engines::listen(self)?;
        self.wait(self.driver().goto("about:blank"))?;
        self.wait(self.driver().goto(url))?;
        engines::listen(self)
    }

    /// Does something in the first frame of the page, and comes back to the page.
    pub(crate) fn in_frame(&self, doing: impl FnOnce() -> Outcome<()>) -> Outcome<()> {
        self.wait(self.driver().enter_frame(0))?;
        let done = doing();
        self.wait(self.driver().enter_default_frame())?;
        done
    }

    pub(crate) fn reload(&self) -> Outcome<()> {
        // By script: Firefox's driver would reload past the service worker.
        engines::listen(self)?;
        self.evaluate("window.left = true; location.reload()")?;
        self.until("the page loaded again", || {
            Ok((self.evaluate("return !window.left && document.readyState === 'complete'")? == json!(true))
                .then_some(()))
        })?;
        engines::listen(self)?;
        self.until_ready()
    }

    pub(crate) fn back(&self) -> Outcome<()> {
        self.wait(self.driver().back())
    }

    pub(crate) fn forward(&self) -> Outcome<()> {
        self.wait(self.driver().forward())
    }

    /// What the address bar says behind the page's own path: "?view=network#p2", or "".
    pub(crate) fn address(&self) -> Outcome<String> {
        let url = self.evaluate("return location.href")?;
        let url = url.as_str().unwrap_or_default();
        url.strip_prefix(&self.url(""))
            .map(str::to_owned)
            .ok_or_else(|| format!("the page has left its folder for {url}").into())
    }

    /// Waits until the address bar says this.
    pub(crate) fn until_address(&self, address: &str) -> Outcome<()> {
        self.until(&format!("the address \"{address}\""), || Ok((self.address()? == address).then_some(())))
    }

    /// Waits until the page has started; its own words are the error, if it says why it cannot.
    pub(crate) fn until_ready(&self) -> Outcome<()> {
        let script = "
            const failed = document.querySelector('#boot[data-failed]');
            // What the second program draws comes when that is fetched; until then the page says so in this place.
            const waits = document.querySelector('main .absent[role=status]');
            return failed ? failed.innerText : document.documentElement.hasAttribute('data-ready') && !waits";
        let state = self
            .until("the page to start", || Ok(Some(self.evaluate(script)?).filter(|state| *state != json!(false))))?;
        state.as_str().map_or(Ok(()), |words| Err(format!("the page says \"{words}\"").into()))
    }
}
