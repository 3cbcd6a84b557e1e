//! A party's colour, always beside its name, and the word that styles a kind of entity.

use archive::EntityKind;

use super::element::{Element, element};

/// A small square; nothing if there is no colour.
pub(crate) fn swatch(colour: String) -> Option<Element> {
    (!colour.is_empty()).then(|| element("span").class("swatch").set("--party", colour))
}

/// A party is a party, whichever way it is counted.
pub(crate) fn kind_word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::PartyOfPeople | EntityKind::PartyEither => "party",
        kind => kind.word(),
    }
}
