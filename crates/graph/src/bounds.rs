//! Keeping a number within bounds.

/// The number, or the bound it is beyond; `least` must not be above `most`.
#[expect(
    clippy::manual_clamp,
    reason = "the message of clamp's panic brings in all printing of floats, 16 KB of the page"
)]
pub fn bounded(number: f64, least: f64, most: f64) -> f64 {
    number.max(least).min(most)
}
