//! The fuzzer's way into `any_bytes`.
#![no_main]

#[path = "../any_bytes.rs"]
mod any_bytes;
#[path = "../../tests/questions/mod.rs"]
mod questions;
#[path = "../../tests/seal/mod.rs"]
mod seal;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| any_bytes::any_bytes(bytes));
