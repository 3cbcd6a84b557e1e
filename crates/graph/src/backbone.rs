//! Which edges of a weighted network stand out: the disparity filter.

use crate::layout::Edge;

/// For each edge the chance (alpha, 0 to 1) that one of its ends, spreading its weight over its edges at random, would
/// give this one so large a share: the smaller of the two ends' chances. Keeping edges with alpha below .05, say,
/// leaves the backbone. An end with a single edge says nothing (alpha 1); edges whose weight is not positive and
/// finite, loops, and edges that leave the network have alpha 1 and take no part. Serrano, Boguñá & Vespignani 2009.
pub fn alphas(nodes: usize, edges: &[Edge]) -> Vec<f64> {
    let mut strength = vec![0.0_f64; nodes];
    let mut degree = vec![0_u32; nodes];
    for (first, second, weight) in edges.iter().filter_map(|edge| edge.ends(nodes)) {
        for end in [first, second] {
            strength[end] += weight;
            degree[end] += 1;
        }
    }
    let alpha = |edge: &Edge| {
        let (first, second, weight) = edge.ends(nodes)?;
        let at = |end: usize| power((1.0 - weight / strength[end]).max(0.0), degree[end].saturating_sub(1));
        Some(at(first).min(at(second)))
    };
    edges.iter().map(|edge| alpha(edge).unwrap_or(1.0)).collect()
}

/// By repeated squaring; the platform's own power is not the same everywhere.
fn power(base: f64, mut exponent: u32) -> f64 {
    let (mut product, mut square) = (1.0, base);
    while exponent > 0 {
        if exponent & 1 == 1 {
            product *= square;
        }
        square *= square;
        exponent >>= 1;
    }
    product
}
