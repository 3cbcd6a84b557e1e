//! What is selected, each with the way to take it off.

use explore::view::Chip;
use leptos::prelude::*;

pub(crate) fn chips((chips, clear): (Vec<Chip>, Option<String>)) -> AnyView {
    if chips.is_empty() && clear.is_none() {
        return ().into_any();
    }
    let chips: Vec<AnyView> = chips
        .into_iter()
        .map(|chip| {
            let says = ["Take off: ", &chip.text].concat();
            view! {
                <li data-key=chip.key>
                    <a href=chip.remove aria-label=says.clone() title=says>
                        <bdi>{chip.text}</bdi>
                        <span aria-hidden="true">{"×"}</span>
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    let clear = clear.map(|href| view! { <li><a class="clear" href=href>{"Clear all"}</a></li> }.into_any());
    view! { <ul class="chips" aria-label="Selected">{chips}{clear}</ul> }.into_any()
}
