//! The strongest pairs among many nodes, without keeping the others: row by row (Gustavson 1978), scored where they are read.
//!
//! Beside the lists that the caller walks it takes one row of counts and a few hundred pairs, however many pairs there are.

use crate::cooccurrence::Pair;
use crate::order::sort;
use std::cmp::Ordering;

/// The `most` pairs of the greatest score, ties by numbers, among those that meet at least `least` times (0 is as 1). `singles`
/// says of each node in how many units it stands, `fill` adds to the row of a node how often it meets each later one, and
/// `score` values a pair, or leaves it out.
pub fn strongest(
    singles: &[u32],
    least: u32,
    most: usize,
    mut fill: impl FnMut(u32, &mut [u32]),
    score: impl Fn(&Pair) -> Option<f64>,
) -> Vec<(Pair, f64)> {
    let mut row = vec![0_u32; singles.len()];
    let row = row.as_mut_slice();
    let mut held: Vec<(Pair, f64)> = Vec::new();
    let mut worst = f64::NEG_INFINITY;
    // A node meets no other more often than it stands: neither row nor place of a pair is for those that stand too rarely.
    let least = least.max(1);
    let frequent: Vec<u32> = (0..singles.len() as u32).filter(|node| singles[*node as usize] >= least).collect();
    for (place, &first) in frequent.iter().enumerate() {
        fill(first, row);
        for &second in &frequent[place + 1..] {
            let count = row[second as usize];
            if count < least {
                continue;
            }
            let pair = Pair { first, second, count };
            if let Some(score) = score(&pair).filter(|score| *score >= worst) {
                held.push((pair, score));
            }
        }
        row.fill(0);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_are_those_that_sorting_all_would_put_first() {
        let units: Vec<Vec<u32>> = (0..300_u32)
            .map(|unit| (0..30).filter(|node| unit.wrapping_mul(2_654_435_761) >> (node % 20) & 3 == 0).collect())
            .collect();
        let mut singles = vec![0; 30];
        units.iter().flatten().for_each(|node| singles[*node as usize] += 1);
        let score = |pair: &Pair| (pair.first + pair.second != 17).then(|| f64::from(pair.count * 7 % 11));
        for (least, most) in [(0, 5), (1, 1), (20, 40), (300, 5), (1, 1000)] {
            let mut all = Vec::new();
            for first in 0..30 {
                for second in first + 1..30 {
                    let both = |unit: &&Vec<u32>| unit.contains(&first) && unit.contains(&second);
                    let pair = Pair { first, second, count: units.iter().filter(both).count() as u32 };
                    if pair.count >= least.max(1) {
                        all.extend(score(&pair).map(|score| (pair, score)));
                    }
                }
            }
            all.sort_by(|(one, ones), (other, others)| others.total_cmp(ones).then(one.cmp(other)));
            all.truncate(most);
            let fill = |first: u32, row: &mut [u32]| {
                for unit in units.iter().filter(|unit| unit.contains(&first)) {
                    unit.iter().filter(|node| **node > first).for_each(|node| row[*node as usize] += 1);
                }
            };
            assert_eq!(strongest(&singles, least, most, fill, score), all, "{least} {most}");
        }
    }
}
