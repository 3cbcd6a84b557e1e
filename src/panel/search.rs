//! The search form, which answers while one types.

use explore::view::{Choice, Search};
use leptos::prelude::*;

use crate::part::{choices, kept};

pub(crate) fn search((search, scope): (Search, Vec<Choice>)) -> AnyView {
    view! {
        <div class="search">
            <form method="get" role="search" data-live="">
                {kept(search.kept)}
                <label for="q">{"Search the documents"}</label>
                <input
                    id="q"
                    type="search"
                    name="q"
                    value=search.text
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    placeholder="words, “a phrase”, begin*, -without"
                />
                <button id="find">{"Search"}</button>
            </form>
            {choices("All in one", "in", scope)}
        </div>
    }
    .into_any()
}
