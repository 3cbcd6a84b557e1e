//! One keystroke → the whole View. Budget: a frame (16 ms) on the corpus of a newsroom, 4 ms on the project's own.
//!
//! `cargo bench -p explore` measures the project's corpus; `ONRECORD_ARCHIVE=FILE cargo bench -p explore` an archive that
//! `onrecord compile` wrote.

use archive::Archive;
use compiler::folder::Folder;
use explore::{Query, view};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// A visit: typing a search, choosing, reading, looking at who meets whom.
const VISIT: &[&str] = &[
    "",
    "q=c",
    "q=ce",
    "q=cea",
    "q=peace",
    "q=peac*",
    "q=%22prime+minister%22",
    "q=peace+-war",
    "q=peace&in=passage",
    "from=2020&to=2024",
    "view=timeline",
    "view=pairs",
    "view=pairs&unit=document&measure=npmi",
    "view=network",
    "view=network&top=200",
    "view=pairs&top=200&measure=npmi",
    "view=matrix&top=200",
    "view=concordance&q=peace",
    "view=concordance&q=the",
    "view=concordance&q=the&sort=left",
    "view=concordance&q=%22prime+minister%22&sort=right",
    "view=compare&q=peace",
    "view=compare&from=2020&with=%3Fto%3D2019",
    "view=batch&list=peace%0Awar%0A%22prime+minister%22%0AEurope%0Atax*%0Anobody",
];

const ROUNDS: usize = 15;

fn main() {
    let archive = match std::env::var_os("ONRECORD_ARCHIVE") {
        Some(file) => {
            Archive::open(std::fs::read(file).expect("ONRECORD_ARCHIVE can be read")).expect("it is an archive")
        }
        None => {
            let folder =
                Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")).expect("the corpus is there");
            Archive::open(compiler::compile(&folder).archive.expect("it compiles")).expect("it opens")
        }
    };
    println!("{} documents, {} passages, {} bytes", archive.documents(), archive.passages(), archive.as_bytes().len());
    println!("{:>9} {:>9}  address", "median ms", "most ms");
    let mut medians = Vec::new();
    for address in VISIT {
        let query = Query::parse(address);
        let mut times: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                black_box(view(&archive, black_box(&query)));
                start.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{:>9.3} {:>9.3}  ?{address}", times[ROUNDS / 2], times[ROUNDS - 1]);
        medians.push(times[ROUNDS / 2]);
    }
    medians.sort_by(f64::total_cmp);
    println!("median of the visit: {:.3} ms", medians[medians.len() / 2]);
}
