//! Progress: how far compiling has come, for whoever waits.

/// What is being done. Stages come in this order, each at least once; documents are recognised, and their words indexed, on several threads, so that
/// `done` may be told out of order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Files become documents: so many bytes of all.
    Reading { done: usize, of: usize },
    /// Names and statements are found: so many documents of all.
    Recognising { done: usize, of: usize },
    /// Words are put in their order.
    Indexing,
    /// The archive's bytes are laid out.
    Writing,
}

/// Who is told.
pub type Watch<'a> = &'a (dyn Fn(Progress) + Sync);
