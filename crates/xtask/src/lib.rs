//! What the commands `cargo xtask …` are made of; the browser tests use its server and its tools too.

pub mod arguments;
pub mod folders;
pub mod steps;

pub mod tools;
pub mod node;
pub mod chromium;

pub mod page;
pub mod finish;
pub mod documents;
pub mod digest;
pub mod server;

pub mod checks;

/// Every step may fail for its own reason; the reason, in words, is all that anyone does with it.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
