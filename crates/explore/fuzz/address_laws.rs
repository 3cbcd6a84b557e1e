//! What holds of every address, whoever wrote it: reading is total, one query has one address, and nothing is lost in silence.

use archive::Archive;
use explore::{FACETS, Query, Sort, view};

/// Keys that the page knows and whose empty value says nothing, beside those of the facets.
const KEYS: [&str; 28] = [
    "q", "party-as", "in", "from", "to", "view", "unit", "measure", "show", "kind", "min", "top", "focus", "pair",
    "cell", "doc", "at", "quote", "v", "sort", "embed", "keys", "lang", "context", "with", "outside", "list", "form",
];

/// The query of an address, after all the laws have been found to hold.
pub(crate) fn lawful(address: &str) -> Query {
    let query = Query::parse(address);
    let url = query.to_url();
    let again = Query::parse(&url);
    assert_eq!(again, query, "{address:?} is read as {url:?}, which is read otherwise");
    assert_eq!(again.to_url(), url, "{address:?} has two addresses");
    let kept = pairs(&url);
    assert!(kept.is_sorted(), "{url:?} is not in order");
    assert_eq!(
        Query::parse(url.trim_start_matches('?')),
        query,
        "{url:?} means something else without its question mark"
    );
    for (key, value) in pairs(address) {
        assert!(is_kept(&query, &kept, &key, &value), "{key:?} = {value:?} of {address:?} was lost in {url:?}");
    }
    query
}

/// Asks for the view, and for a notice about each thing in the address that it cannot follow.
pub(crate) fn answered(archive: &Archive, query: &Query) {
    let view = view(archive, query);
    let notices = view.notices.len();
    lawful(&view.address);
    lawful(&view.share);
    let strangers = FACETS.iter().zip(&query.filters).flat_map(|(kind, filter)| {
        let slugs = filter.chosen.iter().chain(&filter.excluded);
        slugs.filter(|slug| archive.entity(*kind, slug).is_none())
    });
    let mut unmet = query.unknown.len() + strangers.count();
    unmet += usize::from(query.document.as_ref().is_some_and(|id| archive.document(id).is_none()));
    // Many of a sort share one notice.
    assert!(notices >= unmet.min(64), "{unmet} things of {} are not understood, {notices} notices", query.to_url());
}

/// Whether a key and value that were given are in the canonical address, mean what would hold without them, or say nothing.
fn is_kept(query: &Query, kept: &[(String, String)], key: &str, value: &str) -> bool {
    let has = |key: &str, value: &str| kept.iter().any(|(other, held)| other == key && held == value);
    if has(key, value) || value.is_empty() && is_known(key) {
        return true;
    }
    // How it is written where it stands alone.
    let alone = Query::parse(&["?", &encoded(key), "=", &encoded(value)].concat());
    let written = pairs(&alone.to_url());
    match key {
        // Which order is the usual one depends on the words of the search.
        "sort" => {
            let usual = Query { q: query.q.clone(), ..Query::default() }.sort_or_default();
            Sort::from_word(value) == Some(usual)
        }
        // The usual kinds are left out, but only together.
        "kind" => query.kinds == Query::default().kinds && alone.unknown.is_empty(),
        _ => written.iter().all(|(key, value)| has(key, value)),
    }
}

fn is_known(key: &str) -> bool {
    let facet = key.strip_prefix("not-").or(key.strip_prefix("match-")).unwrap_or(key);
    key == "page" || KEYS.contains(&key) || FACETS.iter().any(|kind| kind.word() == facet)
}

/// The keys and values of an address, read by the letter of its grammar.
fn pairs(address: &str) -> Vec<(String, String)> {
    let parts = address.strip_prefix('?').unwrap_or(address).split('&').filter(|part| !part.is_empty());
    parts
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(key, value)| (decoded(key), decoded(value)))
        .collect()
}

fn decoded(text: &str) -> String {
    let (mut bytes, mut at, text) = (Vec::new(), 0, text.as_bytes());
    while at < text.len() {
        let hex = text.get(at + 1..at + 3).filter(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        let byte = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (text[at], byte) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                at += 2;
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(other),
        }
        at += 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

pub(crate) fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
