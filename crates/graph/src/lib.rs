//! Numbers about networks: how often things meet, how strongly, how surely, and where to draw them.
//!
//! This crate knows no words and no documents. Units, values and nodes are numbers, and the same input gives the same
//! bits natively and in WebAssembly: only additions, multiplications, divisions and square roots are used, which
//! IEEE 754 rounds alike everywhere; logarithms and exponentials are built from them in `logarithm`.

pub mod cooccurrence;
pub mod strongest;

pub mod association;
pub mod false_discovery;

pub mod backbone;
pub mod layout;

pub mod bounds;
mod logarithm;
pub mod order;
