//! The program that the build runs: over the archive in one file it writes the beginning of the page into another.

use archive::Archive;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = env::args_os().skip(1);
    let (Some(archive), Some(html)) = (files.next(), files.next()) else {
        return Err("say the file of an archive, and the file to be written".into());
    };
    fs::write(html, onrecord_app::first::html(Archive::open(fs::read(archive)?)?))?;
    Ok(())
}
