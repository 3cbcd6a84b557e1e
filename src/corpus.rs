//! The archive that is embedded in the program, opened once.

use archive::{Archive, OpenError};

pub(crate) static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.archive"));

/// The archive, for as long as the page lives. Call it once: it checks every byte.
pub(crate) fn archive() -> Result<&'static Archive, OpenError> {
    Archive::open(BYTES).map(|archive| &*Box::leak(Box::new(archive)))
}
