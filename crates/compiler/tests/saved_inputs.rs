//! What the fuzzers have found so far, run again: each saved input goes through the function it was found with.

#[path = "../fuzz/any_files.rs"]
mod any_files;

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
