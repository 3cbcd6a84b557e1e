//! What is paired, how it is counted and how it is ordered: shared by the network and the pairs.

use explore::view::PairSettings;
use leptos::prelude::*;

use super::{choices, kept};

pub(crate) fn settings(settings: PairSettings) -> AnyView {
    let focus = settings.focus.map(|focus| {
        let says = ["All, not only those with ", &focus.text].concat();
        view! { <p class="focus"><bdi>{focus.text}</bdi>{" "}<a id="focus-off" href=focus.remove>{says}</a></p> }
            .into_any()
    });
    view! {
        <div class="settings">
            {choices("Counted in", "unit", settings.units)}
            {choices("Between", "kind", settings.kinds)}
            {choices("Ordered by", "measure", settings.measures)}
            <form method="get">
                {kept(settings.kept)}
                <label>
                    {"Together at least"}
                    <input id="min" type="number" name="min" min="0" inputmode="numeric" value=settings.min.to_string() />
                </label>
                <label>
                    {"Among the most frequent"}
                    <input id="top" type="number" name="top" min="1" inputmode="numeric" value=settings.top.to_string() />
                </label>
                <button id="pair-numbers">{"Apply"}</button>
            </form>
            <p class="caption">{settings.caption}</p>
            {focus}
        </div>
    }
    .into_any()
}
