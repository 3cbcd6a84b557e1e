//! The archive that is embedded in the program, opened once.

use archive::{Archive, OpenError, Want};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.archive"));

/// The archive, for as long as the page lives.
#[derive(Clone, Copy)]
pub(crate) struct Corpus(&'static Archive);

impl Corpus {
    /// Another archive than that of the page.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn of(archive: &'static Archive) -> Corpus {
        Corpus(archive)
    }

    pub(crate) fn now(self) -> &'static Archive {
        self.0
    }
}

/// Call it once: it checks every byte.
pub(crate) fn open() -> Result<Corpus, OpenError> {
    Archive::open(BYTES).map(|archive| Corpus(Box::leak(Box::new(archive))))
}

/// Nothing is wanted of an archive that is whole.
pub(crate) fn wanted(_: &[Want]) {}

pub(crate) fn bytes() -> Vec<u8> {
    BYTES.to_vec()
}
