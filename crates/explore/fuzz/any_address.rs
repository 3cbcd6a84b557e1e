//! Any address: its laws hold, and the page answers it; what it cannot understand it says.

use crate::address_laws::{answered, lawful};
use crate::small_corpus::SMALL;
use crate::support;
use archive::Archive;
use explore::export;

thread_local! {
    static ARCHIVE: Archive = support::archive(SMALL);
}

pub(crate) fn any_address(bytes: &[u8]) {
    let query = lawful(&String::from_utf8_lossy(bytes));
    ARCHIVE.with(|archive| {
        answered(archive, &query);
        // One file an address: they cost more than the view.
        let key = [
            "documents.csv",
            "pairs.csv",
            "names.csv",
            "network.gexf",
            "network.graphml",
            "concordance.csv",
            "batch.csv",
        ][bytes.len() % 7];
        assert!(export::file(archive, &query, key).is_some(), "{key} is offered");
        let ending = ["bib", "ris", "json"][bytes.len() % 3];
        assert!(export::file(archive, &query, &format!("documents.{ending}")).is_some(), "{ending} is offered");
        let is_read = query.document.as_ref().is_some_and(|id| archive.document(id).is_some());
        assert_eq!(export::file(archive, &query, &format!("document.{ending}")).is_some(), is_read, "{ending}");
    });
}
