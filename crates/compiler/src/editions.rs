//! Editions: what of a corpus has changed since it was published before, for links that were made then.

use crate::corpus::{Corpus, Document, Edition};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The corpus as it is now, to be kept when it is published. `date`: YYYY-MM-DD.
pub fn edition(corpus: &Corpus, fingerprint: &str, date: &str) -> Edition {
    Edition { fingerprint: fingerprint.to_owned(), date: date.to_owned(), documents: hashes(corpus) }
}

/// An edition as a line of `versions.jsonl`.
pub fn line(edition: &Edition) -> String {
    serde_json::json!({
        "fingerprint": edition.fingerprint,
        "date": edition.date,
        "documents": edition.documents,
    })
    .to_string()
}

/// What the archive keeps of the earlier editions: a line each, as `explore` reads them.
pub(crate) fn since(corpus: &Corpus) -> String {
    let now = hashes(corpus);
    let mut lines = String::new();
    for edition in &corpus.editions {
        let then = &edition.documents;
        let ids = |ids: Vec<&String>| ids.into_iter().map(String::as_str).collect::<Vec<&str>>().join(" ");
        let added = now.keys().filter(|id| !then.contains_key(*id)).collect();
        let changed = now.iter().filter(|(id, hash)| then.get(*id).is_some_and(|before| before != *hash));
        let removed = then.keys().filter(|id| !now.contains_key(*id)).collect();
        let changed = changed.map(|(id, _)| id).collect();
        let parts = [edition.fingerprint.clone(), edition.date.clone(), ids(added), ids(changed), ids(removed)];
        lines += &(parts.join("\t") + "\n");
    }
    lines
}

fn hashes(corpus: &Corpus) -> BTreeMap<String, String> {
    corpus.documents.iter().map(|document| (document.id.clone(), hash(document))).collect()
}

/// Eight hexadecimal digits of the SHA-256 over all that a document says, its facts and its text.
fn hash(document: &Document) -> String {
    let mut digest = Sha256::new();
    let mut add = |text: &str| {
        digest.update(text);
        digest.update([0]);
    };
    [&document.title, &document.date_note, &document.author, &document.source_title, &document.source_url]
        .into_iter()
        .for_each(|text| add(text));
    add(&format!("{:?} {:?} {:?} {:?}", document.date, document.precision, document.kind, document.rights));
    let names = [&document.outlets, &document.speakers, &document.people, &document.parties, &document.topics];
    for list in names {
        list.iter().for_each(|name| add(&name.text));
        add("");
    }
    document.via.iter().chain(&document.other_sources).for_each(|text| add(text));
    for block in &document.blocks {
        add(&format!("{:?} {}", block.kind, block.level));
        add(&block.text);
    }
    digest.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
