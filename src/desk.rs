//! The desk: a second program, for what few visitors ask for. The page fetches it when something of it is first asked for
//! (static/desk.js), hands it the archive, and puts on the screen what it draws up.

use std::sync::OnceLock;

use archive::{Archive, OpenError};
use explore::{Query, export};

use crate::part::{learn, words};
static ARCHIVE: OnceLock<Archive> = OnceLock::new();

/// At the desk: opens the archive, once, and takes the words of the page's language, if it is another than English.
pub fn open(bytes: Vec<u8>, catalogue: Option<&str>) -> Result<(), OpenError> {
    if let Some(catalogue) = catalogue {
        learn(catalogue);
    }
    let archive = Archive::open(bytes)?;
    // A second one would be the same: the page has one archive.
    let _ = ARCHIVE.set(archive);
    Ok(())
}

/// At the desk: the file of that key, for what an address shows: its name, its media type, its text.
pub fn file(address: &str, key: &str) -> Option<Vec<String>> {
    let file = export::file(ARCHIVE.get()?, &query(address), key)?;
    Some(vec![file.name, file.media_type.to_owned(), file.text])
}

fn query(address: &str) -> Query {
    Query { words: words(), ..Query::parse(address) }
}
