//! Links from other editions of the corpus: what has changed since, as far as it is known.
//!
//! The archive keeps its earlier editions as lines of a text, the newest last: fingerprint, date, and the ids of the documents
//! added, changed and removed since, each list joined by spaces; tabs between.

use crate::documents::open;
use crate::language::wording;
use crate::query::Query;
use crate::query::words::written_date_words;
use crate::view::{Link, Notice};
use archive::Archive;

/// Documents named in a notice.
const NAMED: usize = 20;

/// What a visitor should know who came by a link from another edition.
pub(crate) fn notice(archive: &Archive, query: &Query) -> Option<Notice> {
    let from = query.edition.as_deref().filter(|edition| *edition != archive.fingerprint())?;
    let words = query.words;
    let way_out = Link { text: words.text("Link to this edition"), href: query.shared(&archive.fingerprint()) };
    let way_out = Some(way_out);
    let known = archive.about("versions").lines().rev().find_map(|line| {
        let mut parts = line.split('\t');
        (parts.next()? == from).then(|| (parts.next().unwrap_or_default(), parts.next(), parts.next(), parts.next()))
    });
    let Some((date, added, changed, removed)) = known else {
        let text = words.text("This link was made with another edition of these documents; counts may differ.");
        return Some(Notice { text, way_out, more: Vec::new() });
    };
    let lists = [added, changed, removed].map(|list| list.unwrap_or_default().split(' ').filter(|id| !id.is_empty()));
    let [added, changed, removed] = lists.map(Iterator::collect::<Vec<&str>>);
    let all = added.len() + changed.len() + removed.len();
    let date = written_date_words(words, date);
    let text = match all {
        0 => words.fill(
            "This link was made with the edition of {}. No document differs; names may be recognised anew.",
            &[&date],
        ),
        _ => words.fill(
            "This link was made with the edition of {}. {} since: {} added, {} changed, {} removed; counts may differ.",
            &[
                &date,
                &words.count(all, "{} document differs", "{} documents differ"),
                &added.len().to_string(),
                &changed.len().to_string(),
                &removed.len().to_string(),
            ],
        ),
    };
    let documents = added.iter().map(|id| (id, wording("added: {}")));
    let documents = documents.chain(changed.iter().map(|id| (id, wording("changed: {}"))));
    let more = documents.filter_map(|(id, how)| {
        let document = archive.document(id)?;
        let href = open(archive, &query.bare(), document, None);
        Some(Link { text: words.fill(how, &[archive.title(document)]), href })
    });
    Some(Notice { text, way_out, more: more.take(NAMED).collect() })
}
