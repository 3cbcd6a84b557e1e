//! onrecord-cli
fn main() {}
