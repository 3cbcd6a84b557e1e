//! Progress: how far compiling has come, on a terminal; where there is none, nothing.

use compiler::folder::Folder;
use compiler::{Compiled, Progress};
use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

/// Bytes written at once.
const PIECE: usize = 4 << 20;
/// How often a stage without a number is drawn.
const OFTEN: Duration = Duration::from_millis(100);

/// Compiles a folder. The line that tells of it is gone when it is done.
pub(crate) fn compile(folder: &Folder) -> Compiled {
    let line = line();
    let compiled = compiler::compile_watched(folder, &|progress| match progress {
        Progress::Reading { done: 0, of } => begin(&line, of, in_bytes("read")),
        Progress::Recognising { done: 0, of } => begin(&line, of, in_documents()),
        Progress::Reading { done, .. } | Progress::Recognising { done, .. } => line.set_position(done as u64),
        Progress::Indexing => stage(&line, "putting the words in order"),
        Progress::Writing => stage(&line, "laying out the archive"),
    });
    line.finish_and_clear();
    compiled
}

/// Writes a file. The line that tells of it is gone when it is done.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let line = line();
    begin(&line, bytes.len(), in_bytes("written"));
    let mut file = File::create(path)?;
    for piece in bytes.chunks(PIECE) {
        file.write_all(piece)?;
        line.inc(piece.len() as u64);
    }
    line.finish_and_clear();
    Ok(())
}

/// A line that draws nothing where standard error is no terminal.
fn line() -> ProgressBar {
    ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())
}

/// A stage that counts.
fn begin(line: &ProgressBar, of: usize, style: ProgressStyle) {
    line.disable_steady_tick();
    // Neither may the old numbers be drawn in the new style, nor the new ones in the old.
    line.set_style(ProgressStyle::with_template("{msg}").expect("the template is well formed"));
    line.set_message("");
    line.set_length(of as u64);
    line.reset();
    line.set_style(style);
}

/// A stage without a number.
fn stage(line: &ProgressBar, doing: &'static str) {
    line.set_style(ProgressStyle::with_template("{msg} …").expect("the template is well formed"));
    line.set_message(doing);
    // Nothing moves while it lasts, and what was drawn just before would keep a single line from being drawn.
    line.enable_steady_tick(OFTEN);
}

/// "3,400 of 10,000 documents, 2,100 a second, 3s left".
fn in_documents() -> ProgressStyle {
    style("{human_pos} of {human_len} documents, {rate} a second, {eta} left", |state, out| {
        // Where the line cannot be written there is nobody to tell.
        let _ = write!(out, "{:.0}", state.per_sec());
    })
}

/// "12.50 MiB of 35.71 MiB read, 40.02 MiB a second, 1s left".
fn in_bytes(done: &str) -> ProgressStyle {
    style(&format!("{{bytes}} of {{total_bytes}} {done}, {{rate}} a second, {{eta}} left"), |state, out| {
        let _ = write!(out, "{}", HumanBytes(state.per_sec() as u64));
    })
}

fn style(template: &str, rate: fn(&ProgressState, &mut dyn std::fmt::Write)) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is well formed").with_key("rate", rate)
}
