//! Links to passages that outlive edits: a link carries the passage's first words (after the TextQuoteSelector of the W3C's
//! Web Annotation), by which the passage is found again when others were put before it, or is said to be gone.

use crate::plan::short;
use crate::query::Query;
use crate::view::Notice;
use archive::{Archive, BlockId, DocumentId, PassageId};
use text::{Words, fold};

/// Words of a quotation, unless more are needed to tell the passage from its document's others.
const FEWEST: usize = 8;
const MOST: usize = 40;
/// Words of a search for a passage at its publisher's.
const SEARCHED: usize = 10;

/// Where the passage of a link stands now, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Same,
    Moved(u32),
    Gone,
}

/// The first words of a passage (`at` from 1), as many as no other passage of the document begins with; none if its text
/// may not be shown.
pub(crate) fn quotation(archive: &Archive, document: DocumentId, at: u32) -> Option<String> {
    let texts = texts(archive, document);
    let text = *texts.get(at.checked_sub(1)? as usize)?;
    let others: Vec<String> =
        texts.iter().enumerate().filter(|(place, _)| *place + 1 != at as usize).map(|(_, text)| fold(text)).collect();
    let mut words = FEWEST;
    loop {
        let quoted = first_words(text, words);
        let is_alone = !others.iter().any(|other| other.starts_with(&fold(quoted)));
        if is_alone || words >= MOST || quoted.len() == text.trim_end().len() {
            return (!quoted.is_empty()).then(|| quoted.to_owned());
        }
        words += FEWEST;
    }
}

/// Where the passage that a link quotes stands: where the link says, else where the quotation is found, the nearest first.
pub(crate) fn place(archive: &Archive, document: DocumentId, at: u32, quoted: &str) -> Place {
    let quoted = fold(quoted);
    let holds: Vec<u32> = texts(archive, document)
        .iter()
        .zip(1..)
        .filter(|(text, _)| fold(text).contains(quoted.trim()))
        .map(|(_, number)| number)
        .collect();
    match holds.iter().min_by_key(|number| number.abs_diff(at)) {
        Some(number) if *number == at => Place::Same,
        Some(number) => Place::Moved(*number),
        None => Place::Gone,
    }
}

/// The address of a document's publisher, made to show what a passage quotes there, or else its first words (a text fragment,
/// which browsers that do not know it pass over).
pub(crate) fn at_publisher(archive: &Archive, document: DocumentId, at: u32, url: &str) -> Option<String> {
    let text = *texts(archive, document).get(at.checked_sub(1)? as usize)?;
    let quoted = text.split(['“', '”']).skip(1).step_by(2).find(|quoted| Words::of(quoted).iter().count() >= 4);
    let words = first_words(quoted.unwrap_or(text).trim(), SEARCHED);
    if words.is_empty() || url.is_empty() {
        return None;
    }
    let mut address = url.split('#').next().unwrap_or_default().to_owned() + "#:~:text=";
    for byte in words.trim_end_matches([',', '.']).bytes() {
        // A dash or a comma would have a meaning of its own.
        match byte.is_ascii_alphanumeric() {
            true => address.push(byte as char),
            false => address.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(address)
}

fn texts(archive: &Archive, document: DocumentId) -> Vec<&str> {
    archive.passages_of(document).map(|passage| archive.text(archive.block_of(PassageId(passage)))).collect()
}

fn first_words(text: &str, most: usize) -> &str {
    let end = Words::of(text).iter().take(most).next_back().map_or(0, |word| word.original.end);
    text.get(..end).unwrap_or_default()
}

/// The query at the passage that it quotes, wherever that stands now.
pub(crate) fn found_again(archive: &Archive, query: &Query, notices: &mut Vec<Notice>) -> Query {
    let words = query.words;
    let mut query = query.clone();
    let document = query.document.as_ref().and_then(|id| archive.document(id));
    // Where its text is still to come, it is looked for when that is here.
    let document = document.filter(|document| archive.is_here(BlockId(archive.blocks_of(*document).start)));
    if let (Some(document), Some(at), Some(quoted)) = (document, query.at, query.quotation.take()) {
        let text = match place(archive, document, at, &quoted) {
            Place::Same => return query,
            Place::Moved(now) => {
                query.at = Some(now);
                words.fill(
                    "The passage this link points to was number {}; it is number {} now.",
                    &[&at.to_string(), &now.to_string()],
                )
            }
            Place::Gone => {
                query.at = None;
                words
                    .fill("The passage this link points to is not in this document any more: “{}”.", &[&short(&quoted)])
            }
        };
        notices.push(Notice { text, way_out: None, more: Vec::new() });
    }
    query
}
