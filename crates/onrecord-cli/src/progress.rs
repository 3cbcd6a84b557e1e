//! Progress: how far compiling has come, on a terminal; where there is none, nothing.

use compiler::folder::Folder;
use compiler::{Compiled, Progress};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::Write;

/// Compiles a folder. The line that tells of it is gone when it is done.
pub(crate) fn compile(folder: &Folder) -> Compiled {
    // Draws nothing where standard error is no terminal.
    let line = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let compiled = compiler::compile_watched(folder, &|progress| match progress {
        Progress::Reading => stage(&line, "reading the documents"),
        Progress::Recognising { done: 0, of } => {
            line.reset();
            line.set_length(of as u64);
            line.set_style(counted());
        }
        Progress::Recognising { done, .. } => line.set_position(done as u64),
        Progress::Indexing => stage(&line, "indexing the words"),
        Progress::Writing => stage(&line, "laying out the archive"),
    });
    line.finish_and_clear();
    compiled
}

/// A stage without a number.
fn stage(line: &ProgressBar, doing: &'static str) {
    line.set_style(ProgressStyle::with_template("{msg} …").expect("the template is well formed"));
    line.set_message(doing);
    line.tick();
}

/// "3,400 of 10,000 documents, 2,100 a second, 3s left".
fn counted() -> ProgressStyle {
    ProgressStyle::with_template("{human_pos} of {human_len} documents, {rate} a second, {eta} left")
        .expect("the template is well formed")
        .with_key("rate", |state: &ProgressState, out: &mut dyn Write| {
            // Where the line cannot be written there is nobody to tell.
            let _ = write!(out, "{:.0}", state.per_sec());
        })
}
