//! The journeys: what a visitor does, and what must then be seen. Only what needs a browser is here.

use xtask::Outcome;

use crate::page::Page;

/// A journey gets a new session; it fails with what was not as it should be, or if the console shows an error.
type Journey = fn(&Page) -> Outcome<()>;

/// Their names are told, and the pictures of failures are named by them.
pub(crate) const JOURNEYS: &[(&str, Journey)] =
    &[("the page starts", the_page_starts), ("a reload keeps the address", a_reload_keeps_the_address)];

fn the_page_starts(page: &Page) -> Outcome<()> {
    page.open("")?;
    is("headings", page.count("h1")?, 1)?;
    is("lists for visitors without JavaScript", page.count("#plain")?, 0)?;
    is("messages about loading", page.count("#boot")?, 0)?;
    page.is_accessible()
}

fn a_reload_keeps_the_address(page: &Page) -> Outcome<()> {
    let address = "?q=%22two+words%22&view=network";
    page.open(address)?;
    page.until_address(address)?;
    page.reload()?;
    is("address", page.address()?, address.to_owned())
}

/// Fails unless the two are the same.
fn is<T: PartialEq + std::fmt::Debug>(what: &str, seen: T, expected: T) -> Outcome<()> {
    if seen == expected { Ok(()) } else { Err(format!("{what}: expected {expected:?}, saw {seen:?}").into()) }
}
