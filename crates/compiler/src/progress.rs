//! Progress: how far compiling has come, for whoever waits.

/// What is being done. Stages come in this order, each at least once; documents are recognised on several threads, so that
/// `done` may be told out of order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Files become documents.
    Reading,
    /// Names and statements are found: so many documents of all.
    Recognising { done: usize, of: usize },
    /// Words are indexed.
    Indexing,
    /// The archive's bytes are laid out.
    Writing,
}

/// Who is told.
pub type Watch<'a> = &'a (dyn Fn(Progress) + Sync);
