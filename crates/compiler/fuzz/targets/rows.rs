//! The fuzzer's way into `rows`.
#![no_main]

#[path = "../any_files.rs"]
mod any_files;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| any_files::rows(bytes));
