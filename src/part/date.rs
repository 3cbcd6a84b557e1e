//! A date in words, with how certain it is.

use explore::view::WrittenDate;

use super::{
    element::{Element, element},
    fill,
};

pub(crate) fn date(date: WrittenDate) -> Element {
    let certainty = (!date.certainty.is_empty()).then(|| {
        element("span").class("certainty").set_given("title", date.note).add(fill(" ({})", &[&date.certainty]))
    });
    let time = element("time").set_given("datetime", date.iso).add(date.text);
    element("span").class("date").add(time).add(certainty)
}
