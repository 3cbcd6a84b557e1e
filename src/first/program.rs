//! The program that the build runs: over the archive in the first file it is given it writes the beginning of the page into the
//! second.

use archive::Archive;
use std::{env, error::Error, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = env::args_os().skip(1);
    let (archive, html) = files.next().zip(files.next()).ok_or(io::Error::from(io::ErrorKind::InvalidInput))?;
    fs::write(html, onrecord_app::first::html(Archive::open(fs::read(archive)?)?))?;
    Ok(())
}
