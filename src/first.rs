//! The beginning of the page as HTML, drawn where the page is built: it can be read before the program has come, which then
//! draws the same in its place. Of the list of documents and what stands below it there is only what is seen without scrolling.

use archive::Archive;
use explore::{
    Query,
    view::{Main, View},
};
use leptos::prelude::*;

use crate::{app, corpus::Corpus, notes::Notes, panel::Lists};

/// Documents of the list: more than fit on a large screen below what stands above them.
const DOCUMENTS: usize = 4;

/// The view of an archive that nothing has been asked of.
pub fn html(archive: Archive) -> String {
    let draw = || {
        let archive: &'static Archive = Box::leak(Box::new(archive));
        let view = beginning(explore::view(archive, &Query::default()));
        let query = Memo::new(|_| Query::default());
        let (filters, lists, notes) = (RwSignal::new(false), Lists::new(), Notes::none(archive));
        app::screen(view, None, filters, lists, notes, Corpus::of(archive), query).html()
    };
    // Nothing here is drawn again.
    Owner::new().with(|| untrack(draw))
}

fn beginning(mut view: View) -> View {
    if let Main::Documents(documents) = &mut view.main {
        documents.results.truncate(DOCUMENTS);
        documents.files.clear();
        documents.pages.next = None;
    }
    view
}
