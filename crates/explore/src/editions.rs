//! Links from other editions of the corpus: what has changed since, as far as it is known.
//!
//! The archive keeps its earlier editions as lines of a text, the newest last: fingerprint, date, and the ids of the documents
//! added, changed and removed since, each list joined by spaces; tabs between.

use crate::documents::open;
use crate::query::Query;
use crate::query::words::{count, written_date_words};
use crate::view::{Link, Notice};
use archive::Archive;

/// Documents named in a notice.
const NAMED: usize = 20;

/// What a visitor should know who came by a link from another edition.
pub(crate) fn notice(archive: &Archive, query: &Query) -> Option<Notice> {
    let from = query.edition.as_deref().filter(|edition| *edition != archive.fingerprint())?;
    let way_out = Some(Link { text: "Link to this edition".to_owned(), href: query.shared(&archive.fingerprint()) });
    let known = archive.about("versions").lines().rev().find_map(|line| {
        let mut parts = line.split('\t');
        (parts.next()? == from).then(|| (parts.next().unwrap_or_default(), parts.next(), parts.next(), parts.next()))
    });
    let Some((date, added, changed, removed)) = known else {
        let text = "This link was made with another edition of these documents; counts may differ.".to_owned();
        return Some(Notice { text, way_out, more: Vec::new() });
    };
    let lists = [added, changed, removed].map(|list| list.unwrap_or_default().split(' ').filter(|id| !id.is_empty()));
    let [added, changed, removed] = lists.map(Iterator::collect::<Vec<&str>>);
    let all = added.len() + changed.len() + removed.len();
    let date = written_date_words(date);
    let text = match all {
        0 => {
            format!("This link was made with the edition of {date}. No document differs; names may be recognised anew.")
        }
        _ => format!(
            "This link was made with the edition of {date}. {} since: {} added, {} changed, {} removed; counts may differ.",
            count(all, "document") + if all == 1 { " differs" } else { " differ" },
            added.len(),
            changed.len(),
            removed.len(),
        ),
    };
    let documents = added.iter().map(|id| (id, "added")).chain(changed.iter().map(|id| (id, "changed")));
    let more = documents.filter_map(|(id, how)| {
        let document = archive.document(id)?;
        let href = open(archive, &query.bare(), document, None);
        Some(Link { text: format!("{how}: {}", archive.title(document)), href })
    });
    Some(Notice { text, way_out, more: more.take(NAMED).collect() })
}
