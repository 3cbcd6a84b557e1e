//! An editor's wait: a folder read, then compiled into an archive. Budget: a second natively on the project's corpus; ten thousand speeches in
//! seconds.
//!
//! `ONRECORD_CORPUS=DIR cargo bench -p explore --bench compile` measures another folder. It stands here because the crate of the benches
//! knows both compiler and engine.

use compiler::folder::Folder;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

const ROUNDS: usize = 5;

fn main() {
    let own = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let corpus = std::env::var_os("ONRECORD_CORPUS").map_or_else(own, PathBuf::from);
    let (mut reading, mut compiling) = (Vec::new(), Vec::new());
    let mut length = 0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let folder = Folder::read(&corpus).expect("the corpus is there");
        reading.push(start.elapsed().as_secs_f64() * 1000.0);
        let start = Instant::now();
        length = black_box(compiler::compile(&folder)).archive.expect("it compiles").len();
        compiling.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    println!("{length} bytes of archive");
    println!("{:>9} {:>9}", "median ms", "most ms");
    for (what, mut times) in [("the folder read", reading), ("compiled", compiling)] {
        times.sort_by(f64::total_cmp);
        println!("{:>9.1} {:>9.1}  {what}", times[ROUNDS / 2], times[ROUNDS - 1]);
    }
}
