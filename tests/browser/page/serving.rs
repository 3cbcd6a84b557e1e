//! The server that the page comes from.

use xtask::{
    Outcome,
    server::{Server, Site},
};

use super::Page;

#[allow(dead_code, reason = "the words journeys are told in; not each is in use at any time")]
impl Page {
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
}
