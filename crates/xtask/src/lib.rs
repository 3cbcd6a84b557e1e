//! What the commands `cargo xtask …` are made of; the browser tests use its server and its tools too.

pub mod arguments;
pub mod first;
pub mod folders;
pub mod steps;

pub mod browsers;
mod chromium;
mod firefox;
pub mod node;
pub mod tools;
pub mod webkit;

pub mod archive_parts;
pub mod digest;
pub mod documents;
pub mod finish;
pub mod html;
pub mod locations;
pub mod metadata;
pub mod offline;
pub mod page;
pub mod pages;
pub mod parts;
pub mod script;
pub mod server;
pub mod single;
pub mod slim;

pub mod checks;
pub mod generated;
pub mod hostile;
pub mod peers;

/// Every step may fail for its own reason; the reason, in words, is all that anyone does with it.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
