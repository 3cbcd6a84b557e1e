//! Lines that say what is being done and how far it is: "[2/5] trunk 0.21.14: there".

use std::{
    io::{self, Write},
    process::{Command, Stdio},
};

use crate::Outcome;

/// A run of steps whose number is known beforehand.
pub struct Steps {
    done: usize,
    all: usize,
}

impl Steps {
    pub fn new(all: usize) -> Steps {
        Steps { done: 0, all }
    }

    /// Says the next step.
    pub fn say(&mut self, text: &str) {
        self.done += 1;
        println!("[{}/{}] {text}", self.done, self.all);
        // Before what the step's own commands print.
        io::stdout().flush().ok();
    }
}

/// Runs a command to its end; what it prints is seen.
pub fn run(command: &mut Command) -> Outcome<()> {
    let status = command.status().map_err(|error| format!("{}: {error}", words(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", words(command)).into()) }
}

/// What a command prints on standard output, or nothing if it cannot be run or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

fn words(command: &Command) -> String {
    let arguments = command.get_args().map(|word| word.to_string_lossy());
    [command.get_program().to_string_lossy()].into_iter().chain(arguments).collect::<Vec<_>>().join(" ")
}
