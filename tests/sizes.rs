//! What a first visit loads, compressed as good hosts do, against tests/budget.toml. `cargo xtask test` builds what is weighed.
//!
//! The service worker counts, though it is fetched when the page stands. What it alone fetches does not: larger icons, and the
//! desk, which has a budget of its own.

use std::{fs, path::Path};

use xtask::folders;

#[test]
fn the_program_alone_is_within_its_budget() {
    weigh(&folders::empty_dist(), "empty");
}

#[test]
fn the_page_with_its_own_corpus_is_within_its_budget() {
    weigh(&folders::dist(), "own");
}

#[test]
fn the_desk_is_within_its_budget() {
    let most = budget("desk");
    let mut files = fs::read_dir(folders::empty_dist()).expect("the page is not built: cargo xtask test builds it");
    let desk = files.find_map(|entry| entry.ok().map(|entry| entry.path()).filter(|file| is_desk(file)));
    let desk = desk.expect("a page with a desk");
    let size = compressed(&fs::read(desk).expect("a file of the page"));
    println!("{size:>9}  desk, of {most} bytes");
    assert!(i64::try_from(size).expect("a size") <= most, "the desk: {size} bytes after Brotli, the budget is {most}");
}

fn budget(name: &str) -> i64 {
    let budget =
        fs::read_to_string(folders::root().join("tests/budget.toml")).expect("the budget is part of the checkout");
    let budget: toml::Table = budget.parse().expect("the budget is TOML");
    budget[name].as_integer().expect("the budget is a number of bytes")
}

fn is_desk(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("desk-"))
}

fn weigh(dist: &Path, name: &str) {
    let most = budget(name);
    let mut files: Vec<_> = fs::read_dir(dist)
        .expect("the page is not built: cargo xtask test builds it")
        .map(|entry| entry.expect("a file of the page").path())
        .filter(|file| {
            let counts = ["html", "css", "js", "wasm", "svg", "webmanifest"];
            counts.iter().any(|ending| file.extension().is_some_and(|it| it == *ending))
        })
        // The page in one file is another page, and the desk comes when it is asked for.
        .filter(|file| file.file_name().is_some_and(|name| name != folders::SINGLE_FILE) && !is_desk(file))
        .map(|file| (compressed(&fs::read(&file).expect("a file of the page")), file))
        .collect();
    files.sort();
    assert!(
        files.iter().any(|(_, file)| file.extension().is_some_and(|ending| ending == "wasm")),
        "no program in {}",
        dist.display()
    );

    let mut sum = 0;
    for (size, file) in &files {
        println!("{size:>9}  {}", file.file_name().unwrap_or_default().to_string_lossy());
        sum += i64::try_from(*size).expect("a size");
    }
    println!("{sum:>9}  {name}, of {most} bytes");
    assert!(sum <= most, "{name}: {sum} bytes after Brotli, the budget is {most}");
}

/// Bytes after Brotli at its highest level, 11.
fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters).expect("memory does not fail");
    out.len()
}
