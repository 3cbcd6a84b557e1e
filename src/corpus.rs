//! The archive of the page: embedded in its program, or a core to which parts are added as they come.

#[cfg(not(in_parts))]
#[path = "corpus/embedded.rs"]
mod held;
#[cfg(in_parts)]
#[path = "corpus/in_parts.rs"]
mod held;

pub(crate) use held::{Corpus, bytes, open, wanted};
#[cfg(in_parts)]
pub(crate) use held::{add, all_parts, grown, listed, parts_here};
