//! Address → Query → View → the screen. Everything here is derived from the address; nothing is kept.

use explore::{
    Query,
    view::{Main, View},
};
use leptos::prelude::*;

use crate::{
    address_bar,
    corpus::{self, Corpus},
    desk, keyboard,
    notes::Notes,
    panel::{self, Lists},
    part::{self, Element, copy_when_asked, element, live, redrawn},
};

/// The whole page. It is drawn anew for each query and patched in place, so that only what changed is touched.
pub(crate) fn app(corpus: Corpus) -> AnyView {
    let address = address_bar::address();
    let query = Memo::new(move |_| address.with(|address| part::query(address)));
    keyboard::listen();
    copy_when_asked();

    // What a reload may lose: whether the filters are shown on a narrow screen, and which lists are shown whole.
    let filters = RwSignal::new(false);
    let notes = Notes::of(corpus.now());
    let lists = Lists::new();
    let arrivals = desk::arrivals();
    redrawn(move || {
        arrivals.track();
        let view = query.with(|query| explore::view_apart(corpus.now(), query));
        document().set_title(&view.title);
        corpus::wanted(&view.wants);
        let whole = address_bar::whole(&view.share);
        Some(screen(view, Some(whole), filters, lists.clone(), notes, corpus, query))
    })
}

/// `whole`: the address of this view, to pass on; without it what is about that is left out.
pub(crate) fn screen(
    view: View,
    whole: Option<String>,
    filters: RwSignal<bool>,
    lists: Lists,
    notes: Notes,
    corpus: Corpus,
    query: Memo<Query>,
) -> Element {
    let main = element("main")
        .set("id", "main")
        .add(panel::chips(view.chips, view.clear))
        .add(panel::heading(view.heading, &view.main))
        .add(element("p").class("found").set("role", "status").add(view.summary))
        .add(panel::notices(view.notices))
        .add(panel::questions(view.questions))
        .add(panel::dates(view.dates))
        .add(panel::tabs(view.tabs));
    let page = element("div").class("page").set("data-main", panel::main_name(&view.main));
    let region = match view.main {
        Main::Apart => desk::screen(&view.address),
        main => panel::main(main, notes, &view.share),
    };
    if view.embedded {
        let main = main.add(region).add(panel::way_to_whole(view.about, whole.unwrap_or_default()));
        return element("div").add(page.mark("data-embedded", true).add(main));
    }
    let page = page
        .add(panel::search(view.search, view.scope))
        .add(live(move || Some(filter_button(filters))))
        .add(panel::facets(view.facets, lists, corpus, query))
        .add(main.add(region));
    element("div")
        .add(element("a").class("skip").set("href", "#heading").add("Skip to the results"))
        .add(panel::masthead(&view.about, view.languages, view.notes))
        .add(page)
        .mark("data-keys", view.keys.current)
        .add(whole.map(|whole| panel::about(view.about, whole, view.keys)))
}

fn filter_button(shown: RwSignal<bool>) -> Element {
    element("button")
        .set("type", "button")
        .class("filter-button")
        .set("aria-expanded", if shown.get() { "true" } else { "false" })
        .set("aria-controls", "facets dates")
        .on("click", move |_| shown.update(|shown| *shown = !*shown))
        .add("Filter")
}

/// What stands in the page's place when its archive cannot be read: why, and what to do, in the archive's own words.
pub(crate) fn unreadable(why: String) -> AnyView {
    element("main")
        .class("broken")
        .set("role", "alert")
        .add(element("h1").add("The documents could not be opened"))
        .add(element("p").add(why))
        .into_any()
}
