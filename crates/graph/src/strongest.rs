//! The strongest pairs among many nodes, without keeping the others.
//!
//! Pairs of the 1,024 most frequent nodes, which are most of what meets, are counted unit by unit in a dense triangle (2 MB). For each
//! rarer one the units that hold it are walked, and their nodes added into one row (Gustavson 1978), of which only what was touched is
//! read and cleared. Pairs are valued where they are read; two thirds and more of them by a comparison instead of two logarithms.

use crate::association::Table;
use crate::cooccurrence::{DENSE, NO_NODE, Pair, add_to_triangle, triangle};
use crate::logarithm::{exp, ln};
use crate::order::{sort, sort_numbers};
use std::cmp::Ordering;

/// Takes the nodes of a unit, ascending and each once.
pub type Taking<'a> = dyn FnMut(&[u32]) + 'a;

/// The `most` pairs of the greatest NPMI, ties by numbers, among those that meet at least `least` times (0 is as 1), in so many
/// `units`. `singles` says of each node in how many of them it stands; `all` hands on every unit, `with` every unit that holds a node.
pub fn strongest(
    units: u32,
    singles: &[u32],
    (least, most): (u32, usize),
    all: impl FnOnce(&mut Taking),
    mut with: impl FnMut(u32, &mut Taking),
) -> Vec<(Pair, f64)> {
    let least = least.max(1);
    let (nodes, dense) = columns(singles, least);
    let mut column_of = vec![NO_NODE; singles.len()];
    for (column, node) in nodes.iter().enumerate() {
        column_of[*node as usize] = column as u32;
    }
    let column_of = column_of.as_slice();
    let mut held = Held { units, singles, most, pairs: Vec::new(), worst: f64::NEG_INFINITY, lifts: [0.0; LIFTS] };

    let mut counts = vec![0_u32; triangle(dense)];
    let mut present = Vec::new();
    all(&mut |unit| {
        present.resize(present.len().max(unit.len()), 0);
        let mut many = 0;
        for node in unit {
            if let Some(column) = column_of.get(*node as usize)
                && (*column as usize) < dense
                && let Some(place) = present.get_mut(many)
            {
                *place = *column;
                many += 1;
            }
        }
        add_to_triangle(&mut counts, &present[..many]);
    });
    let mut rest = counts.as_slice();
    for second in 0..dense {
        let (row, below) = rest.split_at(second);
        rest = below;
        for (first, count) in row.iter().enumerate() {
            if *count >= least {
                held.add(nodes[first], nodes[second], *count);
            }
        }
    }

    // Room is taken beforehand, for a push is a call where the program is compiled for size.
    let mut row = vec![0_u32; nodes.len()];
    let mut touched = vec![0_u32; nodes.len()];
    for own in dense..nodes.len() {
        // The columns before its own: each pair once.
        let (row, touched) = (&mut row[..own], &mut touched[..own]);
        let mut many = 0;
        with(nodes[own], &mut |unit| {
            for node in unit {
                if let Some(column) = column_of.get(*node as usize)
                    && let Some(count) = row.get_mut(*column as usize)
                {
                    if *count == 0
                        && let Some(place) = touched.get_mut(many)
                    {
                        *place = *column;
                        many += 1;
                    }
                    *count += 1;
                }
            }
        });
        for column in &touched[..many] {
            let count = std::mem::take(&mut row[*column as usize]);
            if count >= least {
                held.add(nodes[*column as usize], nodes[own], count);
            }
        }
    }
    held.cut();
    held.pairs
}

/// The nodes that stand often enough to be in a pair: first, ascending, the most frequent, so many as the number beside says, then,
/// ascending, the others.
fn columns(singles: &[u32], least: u32) -> (Vec<u32>, usize) {
    let nodes: Vec<u32> = (0..singles.len() as u32).filter(|node| singles[*node as usize] >= least).collect();
    if nodes.len() <= DENSE {
        let dense = nodes.len();
        return (nodes, dense);
    }
    let mut frequencies: Vec<u32> = nodes.iter().map(|node| singles[*node as usize]).collect();
    sort_numbers(&mut frequencies);
    let limit = frequencies[frequencies.len() - DENSE];
    // Of those that stand as often as the last of them, the first.
    let mut level = DENSE - frequencies.iter().filter(|frequency| **frequency > limit).count();
    let (mut frequent, mut rare) = (Vec::with_capacity(nodes.len()), Vec::new());
    for node in nodes {
        let single = singles[node as usize];
        if single > limit || single == limit && level > 0 {
            level -= usize::from(single == limit);
            frequent.push(node);
        } else {
            rare.push(node);
        }
    }
    frequent.append(&mut rare);
    (frequent, DENSE)
}

/// For joint counts below this the least lift is held ready.
const LIFTS: usize = 1024;

/// The best pairs so far, and some more.
struct Held<'a> {
    units: u32,
    singles: &'a [u32],
    most: usize,
    pairs: Vec<(Pair, f64)>,
    /// What a pair must reach to be among the best.
    worst: f64,
    /// By joint count the lift that comes to `worst`, a hair less; 0 where that was not asked for since `worst` last changed.
    lifts: [f64; LIFTS],
}

impl Held<'_> {
    fn add(&mut self, one: u32, other: u32, count: u32) {
        let [first, second] = [one, other].map(|node| self.singles[node as usize]);
        let above = f64::from(count) * f64::from(self.units);
        if above < self.least_lift(count) * (f64::from(first) * f64::from(second)) {
            return;
        }
        let pair = Pair { first: one.min(other), second: one.max(other), count };
        let table = Table::from_counts(
            self.units,
            self.singles[pair.first as usize],
            self.singles[pair.second as usize],
            count,
        );
        if let Some(npmi) = table.and_then(|table| table.npmi()).filter(|npmi| *npmi >= self.worst) {
            self.pairs.push((pair, npmi));
            if self.pairs.len() > self.most.saturating_mul(4) {
                self.cut();
            }
        }
    }

    /// ln lift ≥ worst · ln (units / count), solved for the lift.
    fn least_lift(&mut self, count: u32) -> f64 {
        let Some(lift) = self.lifts.get_mut(count as usize).filter(|_| self.worst.is_finite()) else { return 0.0 };
        if *lift == 0.0 {
            *lift = exp(self.worst * ln(f64::from(self.units) / f64::from(count))) * (1.0 - 1e-9);
        }
        *lift
    }

    /// Keeps the best, in order.
    fn cut(&mut self) {
        let held = &self.pairs;
        let mut order: Vec<usize> = (0..held.len()).collect();
        sort(&mut order, &|one, other| {
            let ((one, ones), (other, others)) = (&held[one], &held[other]);
            others.partial_cmp(ones).unwrap_or(Ordering::Equal).then_with(|| one.cmp(other))
        });
        self.pairs = order.into_iter().take(self.most).map(|place| held[place]).collect();
        if let Some((_, score)) = self.pairs.last().filter(|_| self.pairs.len() == self.most) {
            self.worst = *score;
            self.lifts = [0.0; LIFTS];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Units of nodes after chance: node k in about one of k / `fall` + 2, and with its neighbour more often than that.
    fn units(many: u32, nodes: u32, fall: u32) -> Vec<Vec<u32>> {
        let drawn = |unit: u32, node: u32| (unit * 7919 + node * 104_729).wrapping_mul(2_654_435_761) >> 8;
        let stands = |unit: u32, node: &u32| {
            drawn(unit, node / 2).is_multiple_of(node / fall + 2) && drawn(unit, node + nodes) % 9 > 1
        };
        (0..many).map(|unit| (0..nodes).filter(|node| stands(unit, node)).collect()).collect()
    }

    #[test]
    fn the_strongest_are_those_that_sorting_all_would_put_first() {
        // The second has more nodes than the triangle takes.
        for (units, nodes) in [(units(300, 30, 3), 30_u32), (units(60, 1300, 40), 1300), (Vec::new(), 3)] {
            let mut singles = vec![0; nodes as usize];
            units.iter().flatten().for_each(|node| singles[*node as usize] += 1);
            let mut met = std::collections::BTreeMap::new();
            for unit in &units {
                for (place, second) in unit.iter().enumerate() {
                    unit[..place].iter().for_each(|first| *met.entry((*first, *second)).or_insert(0) += 1);
                }
            }
            let mut everything: Vec<(Pair, f64)> = Vec::new();
            for ((first, second), count) in met {
                let (one, other) = (singles[first as usize], singles[second as usize]);
                let table = Table::from_counts(units.len() as u32, one, other, count).expect("it was counted");
                everything.extend(table.npmi().map(|npmi| (Pair { first, second, count }, npmi)));
            }
            everything.sort_by(|(one, ones), (other, others)| others.total_cmp(ones).then(one.cmp(other)));
            for (least, most) in [(0, 5), (1, 1), (3, 40), (20, 40), (300, 5), (1, 100_000)] {
                let mut expected = everything.clone();
                expected.retain(|(pair, _)| pair.count >= least);
                expected.truncate(most);
                let all = |take: &mut Taking| units.iter().for_each(|unit| take(unit));
                let with = |node: u32, take: &mut Taking| {
                    units.iter().filter(|unit| unit.contains(&node)).for_each(|unit| take(unit));
                };
                let found = strongest(units.len() as u32, &singles, (least, most), all, with);
                assert_eq!(found, expected, "{nodes} nodes, {least} {most}");
            }
        }
    }
}
