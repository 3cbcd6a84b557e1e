//! The files a page offers for what it shows, by name.

use super::{csv, gexf, graphml};
use crate::query::Query;
use crate::{counted_pairs, selected_documents};
use archive::Archive;

/// A file to save.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    pub name: String,
    /// "text/csv".
    pub media_type: &'static str,
    pub text: String,
}

/// The file of a key ("documents.csv", "pairs.csv", "names.csv", "network.gexf", "network.graphml") for what a query
/// shows; `None` if there is no such file. Its name begins with the corpus's id.
pub fn file(archive: &Archive, query: &Query, key: &str) -> Option<File> {
    let counted = || counted_pairs(archive, query);
    let text = match key {
        "documents.csv" => csv::documents(archive, query, &selected_documents(archive, query)),
        "pairs.csv" => csv::pairs(archive, &counted()),
        "names.csv" => csv::names(archive, &counted()),
        "network.gexf" => gexf::network(archive, query, &counted()),
        "network.graphml" => graphml::network(archive, query, &counted()),
        _ => return None,
    };
    let media_type = if key.ends_with(".csv") { "text/csv" } else { "application/xml" };
    let id = text::slug(archive.about("id"));
    let id = if id.is_empty() { "corpus" } else { &id };
    Some(File { name: format!("{id}-{key}"), media_type, text })
}
