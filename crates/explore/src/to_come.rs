//! What of an archive in parts is still to come: asked for before anything is counted with it, and said where it would be counted.

use crate::Answer;
use crate::query::{Query, Scope, Sort};
use crate::view::Main;
use archive::{Archive, DocumentId, Late};

/// Asks for what every number and order of an answer stands on, so that all of it is fetched at once.
pub(crate) fn ask(archive: &Archive, query: &Query, answer: &Answer) {
    if archive.is_whole() {
        return;
    }
    // What is found is ranked by the lengths of documents.
    if !answer.found.wanted.is_empty() {
        archive.has(Late::Facts);
    }
    if answer.plan.scope == Scope::Passage {
        archive.has(Late::Passages);
    }
    if query.order_of_documents() == Sort::Title {
        answer.selection.documents.for_each(|document| {
            archive.title(DocumentId(document));
        });
    }
}

/// A region whose numbers are counted over what is here: else that it is being fetched.
pub(crate) fn counted(archive: &Archive, query: &Query, main: Main) -> Main {
    match main {
        // Nothing late is counted in these; where it belongs to a text, "…" stands.
        Main::Documents(_) | Main::Reader(_) => main,
        _ if archive.lacks_numbers() => Main::Absent(query.words.text("What this view needs is being fetched.")),
        _ => main,
    }
}
