//! Why a command ends without its answer, which is what its exit status says.

/// An end without an answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The corpus has errors, which have been told: exit status 1.
    Corpus,
    /// What was asked cannot be done, and why: exit status 2.
    Use(String),
}
