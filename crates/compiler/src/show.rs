//! Showing problems: for people as rustc does it, for programs as JSON Lines, for GitHub as annotations.

mod github;
mod human;
mod json;
mod place;

pub use github::github;
pub use human::{human, human_in_colour};
pub use json::json;

use crate::problem::{Problem, Severity};

/// "3 errors, 1 warning in 67 documents".
pub fn summary(problems: &[Problem], documents: usize) -> String {
    let counted = |count: usize, word: &str| match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    };
    let kinds = [Severity::Error, Severity::Warning, Severity::Notice].map(|severity| {
        let count = problems.iter().filter(|problem| problem.severity == severity).count();
        (count > 0).then(|| counted(count, severity.word()))
    });
    let found = kinds.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let found = if found.is_empty() { "no problems".to_owned() } else { found };
    format!("{found} in {}", counted(documents, "document"))
}

impl Severity {
    /// The word for it: "error", "warning", "notice".
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }
}
