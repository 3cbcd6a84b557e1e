//! A visitor's first wait: the archive opened and checked, then the whole View of the bare address. Budget: 50 ms natively on the corpus of a
//! newsroom, 5 ms on the project's own.
//!
//! `ONRECORD_ARCHIVE=FILE cargo bench -p explore --bench first_view` measures an archive that `onrecord compile` wrote.

use archive::Archive;
use compiler::folder::Folder;
use explore::{Query, numbers, view};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const ROUNDS: usize = 15;

fn main() {
    let bytes = match std::env::var_os("ONRECORD_ARCHIVE") {
        Some(file) => std::fs::read(file).expect("ONRECORD_ARCHIVE can be read"),
        None => {
            let folder =
                Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")).expect("the corpus is there");
            compiler::compile(&folder).archive.expect("it compiles")
        }
    };
    println!("{} bytes", bytes.len());
    println!("{:>9} {:>9}", "median ms", "most ms");
    let query = Query::parse("");
    let archive = Archive::open(bytes.clone()).expect("it is an archive");
    told("opened and checked", || {
        black_box(Archive::open(bytes.clone()).expect("it is an archive"));
    });
    told("numbers of the bare address", || {
        black_box(numbers(&archive, black_box(&query), 20));
    });
    told("its whole View", || {
        black_box(view(&archive, black_box(&query)));
    });
}

fn told(what: &str, mut doing: impl FnMut()) {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            doing();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{:>9.3} {:>9.3}  {what}", times[ROUNDS / 2], times[ROUNDS - 1]);
}
