//! What the fuzzer has found so far, run again: each saved input is opened, and whatever opens is asked everything.

#[path = "../fuzz/any_bytes.rs"]
mod any_bytes;
mod questions;
mod saved;
mod seal;

#[test]
fn bytes() {
    saved::each_saved("any_bytes", any_bytes::any_bytes);
}
