//! A party's colour, always beside its name, and the word that styles a kind of entity.

use archive::EntityKind;
use leptos::prelude::*;

/// A small square; nothing if there is no colour.
pub(crate) fn swatch(colour: String) -> Option<AnyView> {
    (!colour.is_empty()).then(|| view! { <span class={"swatch"} style=("--party", colour)></span> }.into_any())
}

/// A party is a party, whichever way it is counted.
pub(crate) fn kind_word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::PartyOfPeople | EntityKind::PartyEither => "party",
        kind => kind.word(),
    }
}
