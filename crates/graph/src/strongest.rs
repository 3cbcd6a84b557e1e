//! The strongest pairs among many nodes, without keeping the others: row by row (Gustavson 1978), scored where they are read.
//!
//! Beside the lists that the caller walks it takes two rows of counts and a few hundred pairs, however many pairs there are.

use crate::cooccurrence::Pair;
use crate::order::sort;
use std::cmp::Ordering;

/// A row of counts that is being filled: how often a node meets each later one.
pub struct Row {
    counts: Vec<u32>,
    touched: Vec<u32>,
}

impl Row {
    /// The node meets this one once more. A number that is no node is passed over.
    #[inline(always)]
    pub fn meet(&mut self, other: u32) {
        if let Some(count) = self.counts.get_mut(other as usize) {
            if *count == 0 {
                self.touched.push(other);
            }
            *count += 1;
        }
    }
}

/// The `most` pairs of the greatest score, ties by numbers, among those that meet at least `least` times (0 is as 1). `singles`
/// says of each node in how many units it stands, `fill` puts into the row of a node the later nodes that it meets, and
/// `score` values a pair, or leaves it out.
pub fn strongest(
    singles: &[u32],
    least: u32,
    most: usize,
    mut fill: impl FnMut(u32, &mut Row),
    score: impl Fn(&Pair) -> Option<f64>,
) -> Vec<(Pair, f64)> {
    let mut row = Row { counts: vec![0; singles.len()], touched: Vec::new() };
    let mut held: Vec<(Pair, f64)> = Vec::new();
    let mut worst = f64::NEG_INFINITY;
    // A node meets no other more often than it stands.
    for first in (0..singles.len() as u32).filter(|node| singles[*node as usize] >= least.max(1)) {
        fill(first, &mut row);
        for second in row.touched.drain(..) {
            let count = std::mem::take(&mut row.counts[second as usize]);
            let pair = Pair { first, second, count };
            let Some(score) = (count >= least).then(|| score(&pair)).flatten() else { continue };
            if score >= worst {
                held.push((pair, score));
            }
        }
        if held.len() > 4 * most {
            worst = cut(&mut held, most);
        }
    }
    cut(&mut held, most);
    held
}

/// Keeps the first `most` in order; the last one's score, where there are so many.
fn cut(held: &mut Vec<(Pair, f64)>, most: usize) -> f64 {
    let mut order: Vec<usize> = (0..held.len()).collect();
    sort(&mut order, &|one, other| {
        let ((one, ones), (other, others)) = (&held[one], &held[other]);
        others.partial_cmp(ones).unwrap_or(Ordering::Equal).then_with(|| one.cmp(other))
    });
    *held = order.into_iter().take(most).map(|place| held[place]).collect();
    match held.last() {
        Some((_, score)) if held.len() == most => *score,
        _ => f64::NEG_INFINITY,
    }
}
