//! What is wrong with a corpus, as data: collected over the whole run, shown all at once.

use crate::corpus::Span;

/// How grave a problem is: an error fails the build, a warning does not, a notice is for the editor's information.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    Notice,
}

/// One thing to mend, with the place, the message and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// A stable code, documented in corpus/README.md: "unknown-field".
    pub code: &'static str,
    pub severity: Severity,
    pub span: Option<Span>,
    pub message: String,
    /// What to do about it; empty if the message says all.
    pub help: String,
    /// Other places that belong to it ("first used here").
    pub also: Vec<(Span, String)>,
}
