//! How text is cut and folded: the same code for the writer of the archive and for its reader.

mod fold;
mod lower;
mod sentences;
mod words;

pub use fold::{Folded, fold, fold_with_origins, is_dropped};
pub use lower::lowered;
pub use sentences::sentences;
pub use words::{Word, Words, folded_words, slug};
