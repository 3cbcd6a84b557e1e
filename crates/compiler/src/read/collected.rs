//! The problems found so far. Those that repeat are told once, with the number of further places.

use crate::corpus::Span;
use crate::folder::Folder;
use crate::problem::{Problem, Severity};
use std::collections::HashMap;

/// How many problems of one kind a JSON Lines file shows, and how many notices of one kind a corpus.
const SHOWN: usize = 20;

#[derive(Debug)]
pub(super) struct Collected {
    /// Whether each file of the folder is JSON Lines, whose rows repeat their mistakes.
    has_rows: Vec<bool>,
    /// Each with the number of times it was found again.
    problems: Vec<(Problem, usize)>,
    by_message: HashMap<(&'static str, String, usize), usize>,
    /// How many of a kind were found, in a file or, of notices, in the corpus.
    by_code: HashMap<(&'static str, Option<usize>), usize>,
}

impl Collected {
    pub(super) fn of(folder: &Folder) -> Collected {
        Collected {
            has_rows: folder.files.iter().map(|file| file.path.ends_with(".jsonl")).collect(),
            problems: Vec::new(),
            by_message: HashMap::new(),
            by_code: HashMap::new(),
        }
    }

    pub(super) fn error(
        &mut self,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(code, Severity::Error, Some(span), message, help);
    }

    pub(super) fn warning(
        &mut self,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(code, Severity::Warning, Some(span), message, help);
    }

    pub(super) fn notice(
        &mut self,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(code, Severity::Notice, Some(span), message, help);
    }

    /// A problem that may have no place.
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
        let file = problem.span.map(|span| span.file);
        let rows = file.filter(|file| self.has_rows.get(*file).copied().unwrap_or_default());
        if let Some(file) = rows {
            let key = (problem.code, problem.message.clone(), file);
            if let Some(first) = self.by_message.get(&key) {
                self.problems[*first].1 += 1;
                return;
            }
        }
        if rows.is_some() || problem.severity == Severity::Notice {
            let found = self.by_code.entry((problem.code, counted_in(&problem))).or_default();
            *found += 1;
            if *found > SHOWN {
                return;
            }
        }
        if let Some(file) = rows {
            self.by_message.insert((problem.code, problem.message.clone(), file), self.problems.len());
        }
        self.problems.push((problem, 0));
    }

    pub(super) fn has_errors(&self) -> bool {
        self.problems.iter().any(|(problem, _)| problem.severity == Severity::Error)
    }

    /// All problems in the order of their places.
    pub(super) fn told(self) -> Vec<Problem> {
        let mut problems: Vec<Problem> =
            self.problems.into_iter().map(|(problem, more)| with_count(problem, more)).collect();
        problems.sort_by_key(|problem| problem.span);
        let mut beyond: Vec<_> = self.by_code.into_iter().filter(|(_, found)| *found > SHOWN).collect();
        beyond.sort_unstable();
        for ((code, file), found) in beyond {
            let is_last = |problem: &Problem| problem.code == code && counted_in(problem) == file;
            if let Some(last) = problems.iter().rposition(is_last) {
                let place = if file.is_some() { "in this file" } else { "in the corpus" };
                let message = format!("{} more problems of this kind {place}", found - SHOWN);
                let note =
                    Problem { message, help: String::new(), span: None, also: Vec::new(), ..problems[last].clone() };
                problems.insert(last + 1, note);
            }
        }
        problems
    }
}

/// The file in which problems of a kind are counted; notices are counted in the whole corpus.
fn counted_in(problem: &Problem) -> Option<usize> {
    problem.span.map(|span| span.file).filter(|_| problem.severity != Severity::Notice)
}

fn with_count(mut problem: Problem, more: usize) -> Problem {
    match more {
        0 => {}
        1 => problem.message.push_str(", here and once more in this file"),
        _ => problem.message.push_str(&format!(", here and {more} times more in this file")),
    }
    problem
}
