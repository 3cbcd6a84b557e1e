//! Small pieces that panels share.

mod bars;
mod call;
mod choices;
mod copy;
mod date;
mod element;
mod empty;
mod files;
mod link;
mod methods;
mod pager;
mod roving;
mod segments;
mod settings;
mod show;
mod snippet;
mod swatch;
mod typed;

pub(crate) use bars::{bars, bars_as_table};
pub(crate) use call::call;
pub(crate) use choices::choices;
pub(crate) use copy::copy;
pub(crate) use date::date;
pub(crate) use element::{Content, Element, Piece, element, live};
pub(crate) use empty::empty;
pub(crate) use files::files;
pub(crate) use link::{anchor, count, documents_word, isolated, kept, link, links};
pub(crate) use pager::pager;
pub(crate) use roving::{one_stop, pressed, rove};
pub(crate) use segments::{linked, marked};
pub(crate) use settings::settings;
pub(crate) use show::{focus_in_place, named, show};
pub(crate) use snippet::snippet;
pub(crate) use swatch::{kind_word, swatch};
pub(crate) use typed::typed;
