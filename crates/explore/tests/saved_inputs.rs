//! What the fuzzers have found so far, run again: each saved input goes through the function it was found with.

#[path = "../fuzz/address_laws.rs"]
mod address_laws;
#[path = "../fuzz/any_address.rs"]
mod any_address;
#[path = "../fuzz/damaged_archive.rs"]
mod damaged_archive;
#[path = "../../archive/tests/saved/mod.rs"]
mod saved;
#[path = "../../archive/tests/seal/mod.rs"]
mod seal;
#[path = "../fuzz/small_corpus.rs"]
mod small_corpus;
mod support;

use saved::each_saved;

#[test]
fn addresses() {
    each_saved("any_address", any_address::any_address);
}

#[test]
fn damaged_archives() {
    each_saved("damaged_archive", damaged_archive::damaged_archive);
}
