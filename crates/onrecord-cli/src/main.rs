//! `onrecord`: checks and compiles a corpus, and answers the page's addresses in files, from the same engine.

mod arguments;
mod check;
mod compile;
mod documents;
mod evaluate;
mod export;
mod failure;
mod import;
mod mentions;
mod new_file;
mod output;
mod pairs;
mod progress;
mod source;
mod statements;
mod versions;
mod view;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Compile(arguments) => compile::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::View(asked) => view::run(&asked),
        Command::Documents(arguments) => documents::run(&arguments),
        Command::Mentions(asked) => mentions::run(&asked),
        Command::Pairs(arguments) => pairs::run(&arguments),
        Command::Versions(arguments) => versions::run(&arguments),
        Command::Statements(asked) => statements::run(&asked),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Corpus) => ExitCode::from(1),
        Err(Failure::Use(message)) => {
            output::say(&format!("onrecord: {message}"));
            ExitCode::from(2)
        }
    }
}
