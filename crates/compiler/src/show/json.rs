//! Problems for programs: one JSON object a line.

use super::place::Places;
use crate::folder::Folder;
use crate::problem::Problem;
use serde_json::{Value, json};

/// The problems as JSON Lines: `code`, `severity`, `file`, `line`, `column` (both from 1; null where a problem has no
/// place), `text` (what stands there), `message`, `help`, and `also`, the other places.
pub fn json(problems: &[Problem], folder: &Folder) -> String {
    let mut places = Places::of(folder);
    let mut lines = String::new();
    for problem in problems {
        let place = problem.span.and_then(|span| places.find(span));
        let also: Vec<Value> = problem
            .also
            .iter()
            .filter_map(|(span, note)| {
                let place = places.find(*span)?;
                Some(json!({ "file": place.path, "line": place.line, "column": place.column, "message": note }))
            })
            .collect();
        let object = json!({
            "code": problem.code,
            "severity": problem.severity.word(),
            "file": place.as_ref().map(|place| place.path),
            "line": place.as_ref().map(|place| place.line),
            "column": place.as_ref().map(|place| place.column),
            "text": place.as_ref().map(|place| place.text.as_str()),
            "message": problem.message,
            "help": problem.help,
            "also": also,
        });
        lines.push_str(&object.to_string());
        lines.push('\n');
    }
    lines
}
