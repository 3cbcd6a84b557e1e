//! Query → View: start here.

pub mod view;
