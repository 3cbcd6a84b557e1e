//! What the fuzzer has found so far, run again: each saved input is opened, and whatever opens is asked everything.

#[path = "../fuzz/any_bytes.rs"]
mod any_bytes;
mod questions;
mod seal;

use std::fs;
use std::path::Path;

#[test]
fn bytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/saved/any_bytes");
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("the saved inputs are there") {
        let path = entry.expect("an entry").path();
        println!("{}", path.display());
        any_bytes::any_bytes(&fs::read(&path).expect("a saved input can be read"));
        count += 1;
    }
    assert!(count > 0, "no inputs in {}", folder.display());
}
