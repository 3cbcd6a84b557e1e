//! The fuzzer's way into `damaged_archive`.
#![no_main]

#[path = "../damaged_archive.rs"]
mod damaged_archive;
#[path = "../../../archive/tests/seal/mod.rs"]
mod seal;
#[path = "../small_corpus.rs"]
mod small_corpus;
#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| damaged_archive::damaged_archive(bytes));
