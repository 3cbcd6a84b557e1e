//! How many of the pairs that look significant are flukes, when many were tested at once.

use crate::bounds::bounded;
use crate::order::sort;

/// The false discovery rate at which each test would just be accepted (its q-value), in the order of `p`: never below
/// its p, at most 1, and in the same order as p. What is no number counts as 1. Benjamini & Hochberg 1995.
pub fn q_values(p: &[f64]) -> Vec<f64> {
    let p_at = |index: usize| if p[index].is_nan() { 1.0 } else { bounded(p[index], 0.0, 1.0) };
    let mut largest_first: Vec<usize> = (0..p.len()).collect();
    sort(&mut largest_first, &|one, other| p_at(other).total_cmp(&p_at(one)));
    let mut q = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (larger, &index) in largest_first.iter().enumerate() {
        let rank = p.len() - larger;
        // The quotient is at least 1, so rounding cannot take q below p.
        least = least.min(p_at(index) * (p.len() as f64 / rank as f64));
        q[index] = least;
    }
    q
}
