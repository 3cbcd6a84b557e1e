//! The journeys: what a visitor does, and what must then be seen. Only what needs a browser is here.

mod looks;
mod pairs;
mod reading;
mod steps;

use xtask::Outcome;

use crate::page::Page;

/// A journey gets a new session; it fails with what was not as it should be, or if the console shows an error.
type Journey = fn(&Page) -> Outcome<()>;

/// Their names are told, and the pictures of failures are named by them.
pub(crate) const JOURNEYS: &[(&str, Journey)] = &[
    ("the page starts", looks::the_page_starts),
    ("visitors without JavaScript have a list", looks::visitors_without_javascript_have_a_list),
    ("nothing is asked of anyone else", looks::nothing_is_asked_of_anyone_else),
    ("every view is accessible in light and dark", looks::every_view_is_accessible),
    ("no view scrolls sideways on a phone", looks::no_view_scrolls_sideways),
    ("a reload keeps the address", steps::a_reload_keeps_the_address),
    ("typing searches and makes one step of history", steps::typing_searches),
    ("a number opens a list of its length", steps::a_number_opens_its_list),
    ("excluding and taking off", steps::excluding_and_taking_off),
    ("dragging over the bars chooses dates", steps::dragging_chooses_dates),
    ("a long list of values can be searched", steps::a_long_facet_can_be_searched),
    ("a hostile address becomes notices", steps::a_hostile_address_becomes_notices),
    ("from a search to its hits in the reader and back", reading::from_a_search_to_its_hits_and_back),
    ("from the network to the passages behind a line", reading::from_the_network_to_its_passages),
    ("the matrix by arrow keys to what a cell counts", pairs::the_matrix_by_arrow_keys),
    ("a walk through the network and back", pairs::a_walk_through_the_network),
    ("a list and a picture to take away", pairs::files_to_take_away),
    ("a name put in the middle", pairs::a_name_put_in_the_middle),
    ("the whole way by keyboard alone", reading::the_whole_way_by_keyboard),
];

/// Fails unless the two are the same.
fn is<T: PartialEq + std::fmt::Debug>(what: &str, seen: T, expected: T) -> Outcome<()> {
    if seen == expected { Ok(()) } else { Err(format!("{what}: expected {expected:?}, saw {seen:?}").into()) }
}

/// Fails with these words unless it holds.
fn holds(what: &str, it: bool) -> Outcome<()> {
    if it { Ok(()) } else { Err(what.into()) }
}
