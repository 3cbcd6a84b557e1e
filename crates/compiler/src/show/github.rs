//! Problems for GitHub: workflow commands, which become annotations of the files.

use super::place::Places;
use crate::folder::Folder;
use crate::problem::Problem;
use std::fmt::Write;

/// The problems as workflow commands, one a line. `directory` is the corpus folder as seen from the repository's root.
pub fn github(problems: &[Problem], folder: &Folder, directory: &str) -> String {
    let mut places = Places::of(folder);
    let directory = match directory.trim_start_matches("./").trim_end_matches('/') {
        "" | "." => String::new(),
        directory => format!("{directory}/"),
    };
    let mut lines = String::new();
    for problem in problems {
        let place = problem.span.and_then(|span| places.find(span));
        lines.push_str("::");
        lines.push_str(problem.severity.word());
        lines.push(' ');
        if let Some(place) = place {
            let path = property(&format!("{directory}{}", place.path));
            let _ = write!(lines, "file={path},line={},col={},", place.line, place.column);
        }
        let mut message = problem.message.clone();
        if !problem.help.is_empty() {
            message.push_str("\nhelp: ");
            message.push_str(&problem.help);
        }
        let _ = writeln!(lines, "title={}::{}", property(problem.code), data(&message));
    }
    lines
}

// The escapes are those of actions/toolkit, packages/core/src/command.ts.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
