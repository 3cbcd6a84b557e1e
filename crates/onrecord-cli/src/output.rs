//! Data to standard output, messages to standard error; a reader who has seen enough ends neither in a panic.

use crate::failure::Failure;
use compiler::folder::Folder;
use compiler::problem::Problem;
use compiler::show;
use std::env;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

/// Writes data. A closed pipe (`onrecord … | head`) is a quiet end.
pub(crate) fn write(data: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match data(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::Use(format!("the output could not be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes a JSON array, one element a line.
pub(crate) fn write_array(elements: impl Iterator<Item = serde_json::Value>) -> Result<(), Failure> {
    write(|out| {
        out.write_all(b"[")?;
        for (at, element) in elements.enumerate() {
            out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer(&mut *out, &element)?;
        }
        out.write_all(b"\n]\n")
    })
}

/// Writes text.
pub(crate) fn write_text(text: &str) -> Result<(), Failure> {
    write(|out| out.write_all(text.as_bytes()))
}

/// Says something to the person typing. Where nobody listens there is nobody to tell.
pub(crate) fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{}", message.trim_end());
}

/// Says what should be known beside the data. It may hold words of the address: control characters are shown as such.
pub(crate) fn note(text: &str) {
    let shown: String = text.chars().map(|letter| if letter.is_control() { '\u{FFFD}' } else { letter }).collect();
    say(&format!("note: {shown}"));
}

/// Problems for people; in colour where a terminal shows them and its owner does not object (no-color.org).
pub(crate) fn human(problems: &[Problem], folder: &Folder, shown_on: &impl IsTerminal) -> String {
    let plain = !shown_on.is_terminal() || env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if plain { show::human(problems, folder) } else { show::human_in_colour(problems, folder) }
}
