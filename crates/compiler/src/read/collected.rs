//! The problems found so far; at the end those that repeat are told once, with the number of further places.

use crate::corpus::Span;
use crate::folder::Folder;
use crate::problem::{Problem, Severity};
use std::collections::HashMap;

/// How many problems of one kind a JSON Lines file shows, and how many notices of one kind a corpus.
const SHOWN: usize = 20;

#[derive(Debug, Default)]
pub(super) struct Collected {
    problems: Vec<Problem>,
}

impl Collected {
    pub(super) fn error(&mut self, code: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.add(code, Severity::Error, Some(span), message, help);
    }

    pub(super) fn warning(&mut self, code: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.add(code, Severity::Warning, Some(span), message, help);
    }

    pub(super) fn notice(&mut self, code: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.add(code, Severity::Notice, Some(span), message, help);
    }

    /// A problem of the corpus as a whole.
    pub(super) fn add(
        &mut self,
        code: &'static str,
        severity: Severity,
        span: Option<Span>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(Problem { code, severity, span, message: message.into(), help: help.into(), also: Vec::new() });
    }

    pub(super) fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// All problems in the order of their places, the repeated ones folded.
    pub(super) fn folded(mut self, folder: &Folder) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.span);
        let has_rows: Vec<bool> = folder.files.iter().map(|file| file.path.ends_with(".jsonl")).collect();
        let file_of = |problem: &Problem| problem.span.map(|span| span.file);
        let mut kept: Vec<(Problem, usize)> = Vec::new();
        let mut by_message: HashMap<(&'static str, String, Option<usize>), usize> = HashMap::new();
        let mut by_code: HashMap<(&'static str, Option<usize>), usize> = HashMap::new();
        let mut beyond: HashMap<(&'static str, Option<usize>), usize> = HashMap::new();
        for problem in self.problems {
            let file = file_of(&problem);
            let in_rows = file.is_some_and(|file| has_rows.get(file).copied().unwrap_or_default());
            let is_odd = matches!(problem.code, "bidi-control" | "control-character" | "invisible-character");
            if in_rows || is_odd {
                let key = (problem.code, problem.message.clone(), file);
                if let Some(first) = by_message.get(&key) {
                    kept[*first].1 += 1;
                    continue;
                }
                by_message.insert(key, kept.len());
            }
            if in_rows || problem.severity == Severity::Notice {
                let key = (problem.code, file.filter(|_| problem.severity != Severity::Notice));
                let shown = by_code.entry(key).or_default();
                *shown += 1;
                if *shown > SHOWN {
                    *beyond.entry(key).or_default() += 1;
                    continue;
                }
            }
            kept.push((problem, 0));
        }
        let mut problems: Vec<Problem> = kept.into_iter().map(|(problem, more)| with_count(problem, more)).collect();
        let mut beyond: Vec<_> = beyond.into_iter().collect();
        beyond.sort_unstable();
        for ((code, file), more) in beyond {
            if let Some(last) = problems.iter().rposition(|problem| problem.code == code && (file.is_none() || file_of(problem) == file))
            {
                let place = if file.is_some() { "in this file" } else { "in the corpus" };
                let note = Problem {
                    message: format!("{more} more problems of this kind {place}"),
                    help: String::new(),
                    span: None,
                    also: Vec::new(),
                    ..problems[last].clone()
                };
                problems.insert(last + 1, note);
            }
        }
        problems
    }
}

fn with_count(mut problem: Problem, more: usize) -> Problem {
    match more {
        0 => {}
        1 => problem.message.push_str(", here and once more in this file"),
        _ => problem.message.push_str(&format!(", here and {more} times more in this file")),
    }
    problem
}
