//! The page as a visitor has it: open, look, click, press keys, go back, wait until something is so.

use std::{
    cell::{Cell, RefCell},
    fs,
    future::Future,
    path::Path,
    time::{Duration, Instant},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebDriver, WebElement, error::WebDriverResult};
use tokio::runtime::{self, Runtime};
use xtask::{
    Outcome,
    browsers::{Browser, Engine},
    folders, node,
    server::{Server, Site},
};

use crate::{
    driver::Driver,
    engines::{self, Start, Unable, chromium},
};

/// Not at the root: the page must work in any folder of a host.
pub(crate) const FOLDER: &str = "/some/folder/";
/// How long anything may take before a journey gives up on it.
const PATIENCE: Duration = Duration::from_secs(15);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(20);

/// Light or dark, as the visitor's system asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// Where the page is opened from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A server on this machine, as any host would give it out.
    Host,
    /// The one file, from disk, with the network off.
    File,
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
    size: Cell<(u32, u32)>,
    server: RefCell<Option<Server>>,
    site: RefCell<Site>,
    port: Cell<u16>,
    /// Where requests to other hosts end. It answers none, and keeps note.
    outside: Server,
    outside_told: Cell<usize>,
    heard: RefCell<Vec<String>>,
    unchecked: RefCell<Vec<&'static str>>,
}

#[allow(dead_code, reason = "the words journeys are told in; not each is in use at any time")]
impl Page {
    /// A new session, nothing opened yet, 1440 pixels wide.
    pub(crate) fn start(driver: &Driver, source: Source) -> Outcome<Page> {
        let (file, command) = match source {
            Source::Host => ("index.html", "cargo xtask build"),
            Source::File => (folders::SINGLE_FILE, "cargo xtask build --single-file"),
        };
        if !folders::dist().join(file).is_file() {
            return Err(format!("there is no {file} in dist/: `{command}` first").into());
        }
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let outside = Server::start(0, Site::at_root(folders::dist()))?;
        let (browser, url, scheme) = (driver.browser.clone(), driver.url.clone(), Scheme::Light);
        let start = Start { browser: &browser, scheme, outside: outside.address };
        let driver = runtime.block_on(WebDriver::new(url.as_str(), start.capabilities()?))?;
        let page = Page {
            runtime,
            browser,
            url,
            driver: RefCell::new(driver),
            source,
            scheme: Cell::new(scheme),
            size: Cell::default(),
            server: RefCell::default(),
            site: RefCell::new(Site::under(FOLDER, folders::dist())),
            port: Cell::default(),
            outside,
            outside_told: Cell::default(),
            heard: RefCell::default(),
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
        if self.scheme.replace(scheme) == scheme {
            return Ok(());
        }
        engines::listen(self)?;
        self.wait(self.driver().quit())?;
        let start = Start { browser: &self.browser, scheme, outside: self.outside.address };
        let driver = self.wait(WebDriver::new(self.url.as_str(), start.capabilities()?))?;
        self.driver.replace(driver);
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

    /// Opens an address ("", "?view=network", "?doc=a#p2") as if it had been typed, and waits until the page stands.
    pub(crate) fn open(&self, address: &str) -> Outcome<()> {
        self.load(address)?;
        self.until_ready()
    }

    /// Opens an address, whether or not the page starts there.
    pub(crate) fn load(&self, address: &str) -> Outcome<()> {
        // From another page: without one, an address that differs in its fragment alone would open nothing anew.
        engines::listen(self)?;
        self.wait(self.driver().goto("about:blank"))?;
        self.wait(self.driver().goto(self.url(address)))?;
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

    pub(crate) fn title(&self) -> Outcome<String> {
        self.wait(self.driver().title())
    }

    /// The text that is seen in the first element of this selector.
    pub(crate) fn text(&self, selector: &str) -> Outcome<String> {
        let found =
            self.evaluate_with("return document.querySelector(arguments[0])?.innerText", vec![json!(selector)])?;
        found.as_str().map(|text| text.trim().to_owned()).ok_or_else(|| format!("nothing matches {selector}").into())
    }

    /// The texts of all elements of this selector.
    pub(crate) fn texts(&self, selector: &str) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())";
        let found = self.evaluate_with(script, vec![json!(selector)])?;
        Ok(serde_json::from_value(found)?)
    }

    pub(crate) fn count(&self, selector: &str) -> Outcome<usize> {
        Ok(self.texts(selector)?.len())
    }

    /// An attribute of the first element of this selector; none if it has no such attribute.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Outcome<Option<String>> {
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        let found = self.evaluate_with(script, vec![json!(selector), json!(name)])?;
        Ok(found.as_str().map(str::to_owned))
    }

    /// Clicks the first visible link, button, label or summary of this name, once there is one.
    pub(crate) fn click(&self, name: &str) -> Outcome<()> {
        let script = "
            const said = e => (e.getAttribute('aria-label') ?? e.innerText).replace(/\\s+/g, ' ').trim();
            return [...document.querySelectorAll('a[href], button, label, summary')]
                .find(e => e.checkVisibility() && said(e) === arguments[0]) ?? null";
        self.click_found(&format!("a link or button named \"{name}\""), script, name)
    }

    /// Clicks the first visible element of this selector, once there is one.
    pub(crate) fn click_at(&self, selector: &str) -> Outcome<()> {
        let script = "return [...document.querySelectorAll(arguments[0])].find(e => e.checkVisibility()) ?? null";
        self.click_found(selector, script, selector)
    }

    fn click_found(&self, what: &str, script: &str, argument: &str) -> Outcome<()> {
        self.until(&format!("{what} that can be clicked"), || {
            let Some(element) = self.element(script, argument)? else { return Ok(None) };
            if self.engine() == Engine::WebKit {
                // Its driver does not come to what is below the window's edge.
                self.wait(element.scroll_into_view())?;
            }
            self.wait(element.click()).map(Some)
        })
    }

    fn element(&self, script: &str, argument: &str) -> Outcome<Option<WebElement>> {
        let found = self.wait(self.driver().execute(script, vec![json!(argument)]))?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// Drags with the pointer from the middle of one element to the middle of another.
    pub(crate) fn drag(&self, from: &str, to: &str) -> Outcome<()> {
        let script = "return document.querySelector(arguments[0])";
        let there = |selector: &str| self.until(selector, || self.element(script, selector));
        let (from, to) = (there(from)?, there(to)?);
        let drag = self.driver().action_chain().move_to_element_center(&from).click_and_hold();
        self.wait(drag.move_to_element_center(&to).release().perform())
    }

    /// Types where the focus is; `Key::Tab` and words alike.
    pub(crate) fn press(&self, keys: impl Into<TypingData>) -> Outcome<()> {
        self.wait(self.driver().action_chain().send_keys(keys).perform())
    }

    /// Presses a key while Shift is held down; sent as one word with it, Firefox takes it without.
    pub(crate) fn press_with_shift(&self, key: Key) -> Outcome<()> {
        let held = self.driver().action_chain().key_down(Key::Shift).key_down(key.clone());
        self.wait(held.key_up(key).key_up(Key::Shift).perform())
    }

    /// Replaces what stands in a field.
    pub(crate) fn fill(&self, selector: &str, text: &str) -> Outcome<()> {
        let field = self.until(&format!("the field {selector}"), || {
            self.element("return document.querySelector(arguments[0])", selector)
        })?;
        self.wait(field.clear())?;
        self.wait(field.send_keys(text))
    }

    /// Name of the element that has the focus: its label or text, else its tag.
    pub(crate) fn focused(&self) -> Outcome<String> {
        let script = "
            const e = document.activeElement;
            const label = e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? (e === document.body ? '' : e.innerText);
            return (label ?? '').replace(/\\s+/g, ' ').trim() || e.tagName.toLowerCase()";
        Ok(self.evaluate(script)?.as_str().unwrap_or_default().to_owned())
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
        let start = Instant::now();
        loop {
            let seen = look();
            if let Ok(Some(found)) = seen {
                return Ok(found);
            }
            if start.elapsed() > PATIENCE {
                let last = seen.err().map(|error| format!(" (last: {error})")).unwrap_or_default();
                return Err(format!("waited {} seconds for {what}{last}", PATIENCE.as_secs()).into());
            }
            self.runtime.block_on(async { tokio::time::sleep(GLANCE).await });
        }
    }

    /// Waits until the first element of this selector shows this text somewhere.
    pub(crate) fn until_text(&self, selector: &str, text: &str) -> Outcome<()> {
        self.until(&format!("\"{text}\" in {selector}"), || Ok(self.text(selector)?.contains(text).then_some(())))
    }

    /// Waits until the address bar says this.
    pub(crate) fn until_address(&self, address: &str) -> Outcome<()> {
        self.until(&format!("the address \"{address}\""), || Ok((self.address()? == address).then_some(())))
    }

    /// Waits until the page has started; its own words are the error, if it says why it cannot.
    pub(crate) fn until_ready(&self) -> Outcome<()> {
        let script = "
            const failed = document.querySelector('#boot[data-failed]');
            return failed ? failed.innerText : document.documentElement.hasAttribute('data-ready')";
        let state = self
            .until("the page to start", || Ok(Some(self.evaluate(script)?).filter(|state| *state != json!(false))))?;
        state.as_str().map_or(Ok(()), |words| Err(format!("the page says \"{words}\"").into()))
    }

    /// Width and height of what is seen, in CSS pixels; narrower than a window can be made.
    pub(crate) fn resize(&self, width: u32, height: u32) -> Outcome<()> {
        self.size.set((width, height));
        engines::resize(self, width, height)
    }

    /// Waits until what is seen is of this size: windows take their time.
    pub(crate) fn until_size(&self, width: u32, height: u32) -> Outcome<()> {
        self.until(&format!("a page of {width} by {height} pixels"), || {
            Ok((self.evaluate("return [innerWidth, innerHeight]")? == json!([width, height])).then_some(()))
        })
    }

    pub(crate) fn scheme(&self, scheme: Scheme) -> Outcome<()> {
        engines::scheme(self, scheme)
    }

    /// Runs axe-core over all that is shown; each violation is told with the elements that it is about.
    pub(crate) fn is_accessible(&self) -> Outcome<()> {
        let packages = node::installed()?.ok_or("axe-core is not installed: `cargo xtask build` does, where npm is")?;
        if self.evaluate("return typeof axe")? != json!("object") {
            self.evaluate(&fs::read_to_string(packages.axe())?)?;
        }
        let script = "
            const done = arguments[arguments.length - 1];
            axe.run(document).then(
                found => done(found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(' | ')}`)),
                error => done([String(error)]))";
        let violations: Vec<String> = serde_json::from_value(self.evaluate_later(script)?)?;
        if violations.is_empty() {
            Ok(())
        } else {
            Err(format!("accessibility:\n    {}", violations.join("\n    ")).into())
        }
    }

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
        let is_home = |url: &str| [&home, "data:", "blob:", "about:"].iter().any(|start| url.starts_with(*start));
        if self.engine() == Engine::Chromium {
            return Ok(chromium::requests(self)?.into_iter().filter(|url| !is_home(url)).collect());
        }
        let asked = self.outside.asked();
        let told = self.outside_told.replace(asked.len());
        Ok(asked[told..].to_vec())
    }

    /// What is seen now, as a PNG file.
    pub(crate) fn picture(&self, file: &Path) -> Outcome<()> {
        self.wait(self.driver().screenshot(file))
    }

    /// The page from its top to `most` pixels below, as a PNG file.
    pub(crate) fn whole_picture(&self, file: &Path, most: u64) -> Outcome<()> {
        let size = self.evaluate("const e = document.documentElement; return [e.clientWidth, e.scrollHeight]")?;
        let (width, height) = (size[0].as_u64().unwrap_or(0), size[1].as_u64().unwrap_or(0).min(most));
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let taken = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.devtools("Page.captureScreenshot", taken)?;
        fs::write(file, BASE64_STANDARD.decode(picture["data"].as_str().unwrap_or_default())?)?;
        Ok(())
    }

    /// From here on nothing answers: the visitor is offline.
    pub(crate) fn stop_server(&self) {
        self.server.borrow_mut().take();
    }

    /// The same server again, under the same address.
    pub(crate) fn start_server(&self) -> Outcome<()> {
        let server = Server::start(self.port.get(), self.site.borrow().clone())?;
        self.port.set(server.address.port());
        *self.server.borrow_mut() = Some(server);
        Ok(())
    }

    /// From here on the server has another site; `open` opens what is under that site's path.
    pub(crate) fn serve(&self, site: Site) {
        *self.site.borrow_mut() = site.clone();
        if let Some(server) = &*self.server.borrow() {
            server.change(site);
        }
    }

    /// What the server was asked for since it was last started.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.server.borrow().as_ref().map(Server::asked).unwrap_or_default()
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
