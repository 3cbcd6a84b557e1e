//! What the fuzzers have found so far, run again: each saved input goes through the function it was found with.

#[path = "../fuzz/address_laws.rs"]
mod address_laws;
#[path = "../fuzz/any_address.rs"]
mod any_address;
#[path = "../fuzz/damaged_archive.rs"]
mod damaged_archive;
#[path = "../../archive/tests/seal/mod.rs"]
mod seal;
#[path = "../fuzz/small_corpus.rs"]
mod small_corpus;
mod support;

use std::fs;
use std::path::Path;

fn each_saved(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/saved").join(target);
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("the saved inputs are there") {
        let path = entry.expect("an entry").path();
        println!("{}", path.display());
        run(&fs::read(&path).expect("a saved input can be read"));
        count += 1;
    }
    assert!(count > 0, "no inputs in {}", folder.display());
}

#[test]
fn addresses() {
    each_saved("any_address", any_address::any_address);
}

#[test]
fn damaged_archives() {
    each_saved("damaged_archive", damaged_archive::damaged_archive);
}
