//! Complaints: what is wrong with a table's rows, told as they are read, as `onrecord check` tells it.

use crate::output;
use compiler::problem::Severity;
use std::collections::BTreeMap;

/// How many of a kind are told; the rest is counted.
const SHOWN: usize = 20;

/// Characters of a row that are shown.
const WIDTH: usize = 120;

/// One thing to mend.
pub(super) struct Complaint<'a> {
    pub(super) code: &'static str,
    /// Of the file, from 1.
    pub(super) line: u64,
    /// What stands there.
    pub(super) text: &'a str,
    pub(super) message: String,
    /// What to do; empty if the message says all.
    pub(super) help: &'a str,
}

/// The complaints so far.
pub(super) struct Complaints {
    /// The table, as it was typed.
    file: String,
    by_code: BTreeMap<&'static str, usize>,
    pub(super) errors: usize,
}

impl Complaints {
    pub(super) fn new(file: String) -> Complaints {
        Complaints { file, by_code: BTreeMap::new(), errors: 0 }
    }

    /// The row cannot be imported, and so the table is not.
    pub(super) fn error(&mut self, complaint: Complaint) {
        self.errors += 1;
        self.tell(Severity::Error, &complaint);
    }

    /// The row is imported with less than it says, or left out.
    pub(super) fn warning(&mut self, complaint: Complaint) {
        self.tell(Severity::Warning, &complaint);
    }

    fn tell(&mut self, severity: Severity, complaint: &Complaint) {
        let told = self.by_code.entry(complaint.code).or_default();
        *told += 1;
        if *told > SHOWN {
            return;
        }
        let Complaint { code, line, text, message, help } = complaint;
        let margin = " ".repeat(line.to_string().len());
        let mut told = format!("{}[{code}]: {}\n", severity.word(), beginning(message));
        told.push_str(&format!(
            "{margin}--> {}:{line}\n{margin} |\n{line} | {}\n{margin} |\n",
            self.file,
            beginning(text)
        ));
        if !help.is_empty() {
            told.push_str(&format!("{margin} = help: {help}\n"));
        }
        output::say(&told);
        output::say("");
    }

    /// Tells how many more there were than were told.
    pub(super) fn tell_the_rest(&self) {
        for (code, found) in self.by_code.iter().filter(|(_, found)| **found > SHOWN) {
            output::say(&format!("{}: {} more of the kind {code}", self.file, found - SHOWN));
        }
    }
}

/// The first line's worth of a text, without what a terminal would obey.
fn beginning(text: &str) -> String {
    let visible = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut shown: String = text.trim().chars().take(WIDTH).map(visible).collect();
    if text.trim().chars().nth(WIDTH).is_some() {
        shown.push('…');
    }
    shown
}
