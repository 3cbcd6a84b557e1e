//! The inputs that fuzzing has saved, for the crate whose test this is part of.

use std::fs;
use std::path::Path;

/// Runs a target's function over each of its inputs.
pub(crate) fn each_saved(target: &str, run: fn(&[u8])) {
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
