//! Address → Query → View → panels. Everything here is derived from the address; nothing is kept.

use archive::Archive;
use explore::Query;
use leptos::prelude::*;

use crate::{address_bar, keyboard, panel, part::region};

/// The whole page.
pub(crate) fn app(archive: &'static Archive) -> AnyView {
    let address = address_bar::address();
    let query = Memo::new(move |_| address.with(|address| Query::parse(address)));
    let view = Memo::new(move |_| query.with(|query| explore::view(archive, query)));
    Effect::new(move |_| view.with(|view| document().set_title(&view.title)));
    keyboard::listen();

    // On a narrow screen the filters wait behind a button.
    let filters = RwSignal::new(false);
    let shown = move || if filters.get() { "true" } else { "false" };
    let main = Memo::new(move |_| view.with(|view| panel::main_name(&view.main)));
    view! {
        <a class="skip" href="#heading">{"Skip to the results"}</a>
        {region(view, |view| view.about.clone(), panel::masthead)}
        <div class="page" data-filters=shown data-main=main>
            {region(view, |view| (view.search.clone(), view.scope.clone()), panel::search)}
            <button
                type="button"
                class="filter-button"
                aria-expanded=shown
                aria-controls="facets dates"
                on:click=move |_| filters.update(|shown| *shown = !*shown)
            >
                {"Filter"}
            </button>
            {panel::facets(archive, query, view)}
            <main id="main">
                <h1 id="heading" tabindex="-1" dir="auto">{move || view.with(|view| view.heading.clone())}</h1>
                <p class="found" role="status">{move || view.with(|view| view.summary.clone())}</p>
                {region(view, |view| (view.chips.clone(), view.clear.clone()), panel::chips)}
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

/// What stands in the page's place when its archive cannot be read: why, and what to do, in the archive's own words.
pub(crate) fn unreadable(why: String) -> AnyView {
    view! {
        <main class="broken" role="alert">
            <h1>{"The documents could not be opened"}</h1>
            <p>{why}</p>
        </main>
    }
    .into_any()
}
