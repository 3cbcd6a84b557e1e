//! One file a region of the screen: a slice of the View in, HTML out.

mod about;
mod batch;
mod chips;
mod compare;
mod concordance;
mod dates;
mod documents;
mod entity;
mod evidence;
mod facets;
mod heading;
mod masthead;
mod matrix;
mod network;
mod notes;
mod notices;
mod pairs;
mod questions;
mod reader;
mod search;
mod statements;
mod tabs;
mod timeline;

use explore::view::Main;

use crate::{
    notes::Notes,
    part::{Element, element},
};

pub(crate) use about::{about, way_to_whole};
pub(crate) use chips::chips;
pub(crate) use dates::dates;
pub(crate) use facets::{Lists, facets};
pub(crate) use heading::heading;
pub(crate) use masthead::masthead;
pub(crate) use notices::notices;
pub(crate) use questions::questions;
pub(crate) use search::search;
pub(crate) use tabs::tabs;

/// The main region.
pub(crate) fn main(main: Main, kept: Notes, shared: &str) -> Element {
    match main {
        Main::Documents(documents) => documents::documents(documents),
        Main::Reader(reader) => reader::reader(reader, kept, shared),
        Main::Timeline(timeline) => timeline::timeline(timeline),
        Main::Network(network) => network::network(network),
        Main::Matrix(matrix) => matrix::matrix(matrix),
        Main::Evidence(evidence) => evidence::evidence(evidence),
        Main::Notes => notes::notes(kept),
        Main::Absent(why) => absent(why),
        // The desk draws the others.
        _ => element("div"),
    }
}

/// The main region, where the desk draws it.
pub(crate) fn apart(main: Main) -> Element {
    match main {
        Main::Pairs(pairs) => pairs::pairs(pairs),
        Main::Statements(statements) => statements::statements(statements),
        Main::Entity(entity) => entity::entity(entity),
        Main::Concordance(concordance) => concordance::concordance(concordance),
        Main::Compare(compare) => compare::compare(compare),
        Main::Batch(batch) => batch::batch(batch),
        Main::Absent(why) => absent(why),
        // The page draws the others.
        _ => element("div"),
    }
}

fn absent(why: String) -> Element {
    element("p").class("absent").add(why)
}

/// Its name in the page's stylesheet.
pub(crate) fn main_name(main: &Main) -> &'static str {
    match main {
        Main::Documents(_) => "documents",
        Main::Reader(_) => "reader",
        Main::Timeline(_) => "timeline",
        Main::Network(_) => "network",
        Main::Matrix(_) => "matrix",
        Main::Pairs(_) => "pairs",
        Main::Evidence(_) => "evidence",
        Main::Statements(_) => "statements",
        Main::Entity(_) => "entity",
        Main::Notes => "notes",
        Main::Concordance(_) => "concordance",
        Main::Compare(_) => "compare",
        Main::Batch(_) => "batch",
        Main::Apart => "apart",
        Main::Absent(_) => "absent",
    }
}
