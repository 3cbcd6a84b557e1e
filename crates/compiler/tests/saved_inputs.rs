//! What the fuzzers have found so far, run again: each saved input goes through the function it was found with.

#[path = "../fuzz/any_files.rs"]
mod any_files;
#[path = "../../archive/tests/saved/mod.rs"]
mod saved;

use saved::each_saved;

#[test]
fn front_matter() {
    each_saved("front_matter", any_files::front_matter);
}

#[test]
fn markdown() {
    each_saved("markdown", any_files::markdown);
}

#[test]
fn rows() {
    each_saved("rows", any_files::rows);
}

#[test]
fn lists() {
    each_saved("lists", any_files::lists);
}
