//! The page in the browser: an address in, a screen out. Two programs are made of it: the page's own (main.rs) and the desk
//! (desk/program.rs), which is fetched when something rare is first asked for. A third one (first/program.rs) runs where the page is built.

pub mod desk;
#[cfg(not(target_arch = "wasm32"))]
pub mod first;
pub mod page;

mod address_bar;
mod app;
mod corpus;
mod keyboard;
mod notes;
mod panel;
mod part;
