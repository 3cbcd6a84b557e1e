//! The page's own words, in the language that its address asks for. static/boot.js fetches the catalogue before the program starts.

use std::sync::OnceLock;

use explore::{
    Query,
    language::{Catalogue, Words},
};

static WORDS: OnceLock<Words> = OnceLock::new();

/// Takes the catalogue, once: a link to another language loads the page anew.
pub(crate) fn learn(catalogue: &str) {
    WORDS.get_or_init(|| Words::of(Box::leak(Box::new(Catalogue::parse(catalogue)))));
}

/// The words in force.
pub(crate) fn words() -> Words {
    WORDS.get().copied().unwrap_or_default()
}

/// What an address asks, in the words in force.
pub(crate) fn query(address: &str) -> Query {
    Query { words: words(), ..Query::parse(address) }
}

/// A wording as it is.
pub(crate) fn say(english: &'static str) -> &'static str {
    words().say(english)
}

/// A number as it is written.
pub(crate) fn figure(number: usize) -> String {
    words().number(number)
}

/// A wording with what is given in its places.
pub(crate) fn fill(english: &'static str, given: &[&str]) -> String {
    words().fill(english, given)
}
