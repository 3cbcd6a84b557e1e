//! Address → Query → View → panels. Everything here is derived from the address; nothing is kept.

use archive::Archive;
use explore::Query;
use leptos::prelude::*;

use crate::{
    address_bar, keyboard, panel,
    part::{Element, element, live, region},
    saving,
};

/// The whole page.
pub(crate) fn app(archive: &'static Archive) -> AnyView {
    let address = address_bar::address();
    let query = Memo::new(move |_| address.with(|address| Query::parse(address)));
    let view = Memo::new(move |_| query.with(|query| explore::view(archive, query)));
    Effect::new(move |_| view.with(|view| document().set_title(&view.title)));
    keyboard::listen();
    saving::listen(archive, query);

    // On a narrow screen the filters wait behind a button.
    let filters = RwSignal::new(false);
    view! {
        <a class="skip" href="#heading">{"Skip to the results"}</a>
        {region(view, |view| view.about.clone(), panel::masthead)}
        <div
            class="page"
            data-filters=move || if filters.get() { "shown" } else { "hidden" }
            data-main=move || view.with(|view| panel::main_name(&view.main))
        >
            {region(view, |view| (view.search.clone(), view.scope.clone()), panel::search)}
            {live(move || Some(filter_button(filters)))}
            {panel::facets(archive, query, view)}
            <main id="main">
                {region(view, |view| (view.chips.clone(), view.clear.clone()), panel::chips)}
                {region(view, panel::heading_of, panel::heading)}
                <p class="found" role="status">{move || view.with(|view| view.summary.clone())}</p>
                {region(view, |view| view.notices.clone(), panel::notices)}
                {region(view, |view| view.dates.clone(), panel::dates)}
                {region(view, |view| view.tabs.clone(), panel::tabs)}
                {region(view, |view| view.main.clone(), panel::main)}
            </main>
        </div>
        {region(view, |view| (view.about.clone(), view.address.clone()), panel::about)}
    }
    .into_any()
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
