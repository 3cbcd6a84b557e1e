//! Keeping a number within bounds.

/// The number, or the bound it is beyond; `least` must not be above `most`. In place of `f64::clamp`, whose message for bad
/// bounds brings all printing of floats into the page, 16 KB.
pub fn bounded(number: f64, least: f64, most: f64) -> f64 {
    number.max(least).min(most)
}
