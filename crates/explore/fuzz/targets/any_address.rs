//! The fuzzer's way into `any_address`.
#![no_main]

#[path = "../address_laws.rs"]
mod address_laws;
#[path = "../any_address.rs"]
mod any_address;
#[path = "../small_corpus.rs"]
mod small_corpus;
#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| any_address::any_address(bytes));
