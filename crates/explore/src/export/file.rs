//! The files a page offers for what it shows, by name.

use super::citations::{self, Format};
use super::{csv, gexf, graphml};
use crate::query::Query;
use crate::tools;
use crate::view::FileChoice;
use crate::{counted_pairs, selected_documents};
use archive::{Archive, Want};

/// A file to save.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    pub name: String,
    /// "text/csv".
    pub media_type: &'static str,
    pub text: String,
}

/// The file of a key, and the parts of the archive that it wants: as long as it wants any there is no file.
pub fn file_and_wants(archive: &Archive, query: &Query, key: &str) -> (Option<File>, Vec<Want>) {
    let archive = &archive.clone();
    let file = file(archive, query, key);
    let wants = archive.wants();
    (file.filter(|_| wants.is_empty()), wants)
}

/// The file of a key for what a query shows: "documents.csv", the citations "documents.bib", "documents.ris" and
/// "documents.json", "pairs.csv", "names.csv", "network.gexf", "network.graphml", "concordance.csv", "batch.csv"; with a
/// document in the reader its citations "document.bib" and so on, and those of its third passage "passage-3.bib" and so on. `None` if
/// there is no such file. Its name begins with the corpus's id.
pub fn file(archive: &Archive, query: &Query, key: &str) -> Option<File> {
    let counted = || counted_pairs(archive, query);
    let (what, ending) = key.split_once('.')?;
    let format = Format::from_ending(ending);
    let mut name = what;
    let text = if what == "documents" {
        let documents = selected_documents(archive, query);
        match format {
            Some(format) => citations::of_documents(archive, &documents, format),
            None if ending == "csv" => csv::documents(archive, query, &documents),
            None => return None,
        }
    } else if let Some(format) = format {
        // The files of two documents are not to take each other's place.
        name = query.document.as_deref()?;
        let document = archive.document(name)?;
        match what.strip_prefix("passage-") {
            Some(passage) => citations::of_passage(archive, document, passage.parse().ok()?, format)?,
            None if what == "document" => citations::of_documents(archive, &[document], format),
            None => return None,
        }
    } else {
        match key {
            "pairs.csv" => csv::pairs(archive, &counted()),
            "names.csv" => csv::names(archive, &counted()),
            "network.gexf" => gexf::network(archive, query, &counted()),
            "network.graphml" => graphml::network(archive, query, &counted()),
            _ => tools::file(archive, query, key)?,
        }
    };
    let media_type = match format {
        Some(format) => format.media_type(),
        None if ending == "csv" => "text/csv",
        None => "application/xml",
    };
    let id = text::slug(archive.about("id"));
    let id = if id.is_empty() { "corpus" } else { &id };
    Some(File { name: [id, "-", name, ".", ending].concat(), media_type, text })
}

/// Files to offer, each by its label and the end of its key, which begins with `what`.
#[inline(never)]
pub(crate) fn choices(what: &str, files: &[(&str, &str)]) -> Vec<FileChoice> {
    let mut choices = Vec::new();
    for (label, end) in files {
        let mut key = what.to_owned();
        key.push_str(end);
        choices.push(FileChoice { label: (*label).to_owned(), key });
    }
    choices
}
