//! Small pieces that panels share.

mod bars;
mod choices;
mod date;
mod empty;
mod link;
mod pager;
mod region;
mod segments;
mod settings;
mod show;
mod snippet;
mod swatch;

pub(crate) use bars::{bars, bars_as_table};
pub(crate) use choices::choices;
pub(crate) use date::date;
pub(crate) use empty::empty;
pub(crate) use link::{count, kept, link, links};
pub(crate) use pager::pager;
pub(crate) use region::region;
pub(crate) use segments::{linked, marked};
pub(crate) use settings::settings;
pub(crate) use show::{element, focus_in_place, show};
pub(crate) use snippet::snippet;
pub(crate) use swatch::{kind_word, swatch};
