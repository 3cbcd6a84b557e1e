//! The archive of the page: embedded in its program, or a core to which parts are added as they come.

#[cfg(not(feature = "parts"))]
#[path = "corpus/embedded.rs"]
mod held;
#[cfg(feature = "parts")]
#[path = "corpus/in_parts.rs"]
mod held;

pub(crate) use held::{Corpus, bytes, open, wanted};
#[cfg(feature = "parts")]
pub(crate) use held::{add, all_parts, grown, listed, parts_here};
