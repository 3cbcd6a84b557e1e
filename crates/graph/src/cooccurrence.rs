//! How often things occur, and meet, in the selected units.
//!
//! Presence counts once: values that stand for the same node, or stand in a unit twice, are one. Up to 1,024 nodes the
//! pairs are counted in a dense triangle (2 MB). Beyond that they are counted row by row (Gustavson 1978): for each
//! node the units that hold it are walked and their later nodes added into one row. Units are taken in batches, and
//! the sorted results merged, so that the scratch stays below 8 MB however many units there are.

use crate::order::sort_numbers;

/// Which values each unit holds: unit u holds `values[offsets[u]..offsets[u + 1]]`. Broken offsets make empty units.
#[derive(Debug, Clone, Copy)]
pub struct Units<'a> {
    pub offsets: &'a [u32],
    pub values: &'a [u32],
}

/// Two nodes, first < second, and the number of units that hold both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair {
    pub first: u32,
    pub second: u32,
    pub count: u32,
}

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cooccurrences {
    /// N: the selected units that exist, whatever they hold.
    pub units: u32,
    /// For each node, the selected units that hold it.
    pub singles: Vec<u32>,
    /// The pairs that meet, sorted by first, then second.
    pub pairs: Vec<Pair>,
}

/// The node number of a value that takes no part.
pub const NO_NODE: u32 = u32::MAX;

/// Counts nodes and pairs of nodes in the selected units, each of which should be named once. `node_of_value` maps a
/// value to a node below `nodes`; values it does not reach, nodes that are not below `nodes` (such as `NO_NODE`) and
/// units that do not exist are passed over.
pub fn cooccurrences(
    units: Units,
    selected: impl IntoIterator<Item = u32>,
    node_of_value: &[u32],
    nodes: usize,
) -> Cooccurrences {
    let mut counted = Cooccurrences { singles: vec![0; nodes], ..Cooccurrences::default() };
    let mut present = Vec::new();
    let mut counter = if nodes <= DENSE { Counter::Dense(vec![0; triangle(nodes)]) } else { Counter::Rows(Vec::new()) };
    for unit in selected {
        let Some(values) = values_of(units, unit) else { continue };
        counted.units = counted.units.saturating_add(1);
        present.clear();
        present.extend(values.iter().filter_map(|&value| node_of_value.get(value as usize)));
        present.retain(|&node| node != NO_NODE && (node as usize) < nodes);
        if !present.is_sorted_by(|one, other| one < other) {
            sort_numbers(&mut present);
            present.dedup();
        }
        for &node in &present {
            counted.singles[node as usize] += 1;
        }
        match &mut counter {
            Counter::Dense(counts) => add_to_triangle(counts, &present),
            Counter::Rows(batch) if present.len() > 1 => {
                if batch.len() + present.len() >= BATCH && !batch.is_empty() {
                    counted.pairs = merged(std::mem::take(&mut counted.pairs), pairs_by_row(batch, nodes));
                    batch.clear();
                }
                batch.extend_from_slice(&present);
                batch.push(NO_NODE);
            }
            Counter::Rows(_) => {}
        }
    }
    counted.pairs = match counter {
        Counter::Dense(counts) => pairs_of_triangle(&counts, nodes),
        Counter::Rows(batch) => merged(counted.pairs, pairs_by_row(&batch, nodes)),
    };
    counted
}

/// The pairs among the given nodes that are not in `pairs` (sorted, as counted), with count 0, sorted; at most `limit`.
pub fn pairs_that_never_meet(nodes: &[u32], pairs: &[Pair], limit: usize) -> Vec<Pair> {
    let mut nodes = nodes.to_vec();
    sort_numbers(&mut nodes);
    nodes.dedup();
    let mut apart = Vec::new();
    for (place, &first) in nodes.iter().enumerate() {
        let start = pairs.partition_point(|pair| pair.first < first);
        let mut met = pairs[start..].iter().take_while(|pair| pair.first == first).map(|pair| pair.second).peekable();
        for &second in &nodes[place + 1..] {
            while met.next_if(|&other| other < second).is_some() {}
            if met.next_if_eq(&second).is_some() {
                continue;
            }
            if apart.len() == limit {
                return apart;
            }
            apart.push(Pair { first, second, count: 0 });
        }
    }
    apart
}

/// The most nodes that get a dense triangle.
pub(crate) const DENSE: usize = 1024;

/// The most entries of a batch: 4 bytes each, and 4 more to find them by node.
const BATCH: usize = 900_000;

enum Counter {
    /// A count for every pair of nodes.
    Dense(Vec<u32>),
    /// The nodes of the units of one batch, each unit closed by `NO_NODE`.
    Rows(Vec<u32>),
}

fn values_of<'a>(units: Units<'a>, unit: u32) -> Option<&'a [u32]> {
    let unit = unit as usize;
    let start = *units.offsets.get(unit)? as usize;
    let end = *units.offsets.get(unit.checked_add(1)?)? as usize;
    Some(units.values.get(start..end).unwrap_or(&[]))
}

/// Pairs below row n: the row of node n starts here and holds the nodes before it.
pub(crate) fn triangle(node: usize) -> usize {
    node * node.saturating_sub(1) / 2
}

/// Counts the pairs of a unit, whose nodes ascend.
pub(crate) fn add_to_triangle(counts: &mut [u32], present: &[u32]) {
    for (place, &second) in present.iter().enumerate() {
        let start = triangle(second as usize);
        let row = &mut counts[start..start + second as usize];
        for &first in &present[..place] {
            row[first as usize] += 1;
        }
    }
}

fn pairs_of_triangle(counts: &[u32], nodes: usize) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(counts.iter().filter(|&&count| count > 0).count());
    for first in 0..nodes {
        for second in first + 1..nodes {
            let count = counts[triangle(second) + first];
            if count > 0 {
                pairs.push(Pair { first: first as u32, second: second as u32, count });
            }
        }
    }
    pairs
}

fn pairs_by_row(batch: &[u32], nodes: usize) -> Vec<Pair> {
    // For each node, where in the batch it stands: a counting sort.
    let mut ends = vec![0_u32; nodes + 1];
    for &node in batch.iter().filter(|&&node| node != NO_NODE) {
        ends[node as usize + 1] += 1;
    }
    for node in 0..nodes {
        ends[node + 1] += ends[node];
    }
    let mut places = vec![0_u32; ends[nodes] as usize];
    for (place, &node) in batch.iter().enumerate().filter(|&(_, &node)| node != NO_NODE) {
        let end = &mut ends[node as usize];
        places[*end as usize] = place as u32;
        *end += 1;
    }
    let mut pairs = Vec::new();
    let mut row = vec![0_u32; nodes];
    let mut touched = Vec::new();
    let mut start = 0;
    for (first, &end) in ends[..nodes].iter().enumerate() {
        for &place in &places[start..end as usize] {
            for &second in batch[place as usize + 1..].iter().take_while(|&&node| node != NO_NODE) {
                if row[second as usize] == 0 {
                    touched.push(second);
                }
                row[second as usize] += 1;
            }
        }
        start = end as usize;
        sort_numbers(&mut touched);
        for second in touched.drain(..) {
            let count = std::mem::take(&mut row[second as usize]);
            pairs.push(Pair { first: first as u32, second, count });
        }
    }
    pairs
}

/// Two sorted lists as one, adding the counts of pairs that stand in both.
fn merged(one: Vec<Pair>, other: Vec<Pair>) -> Vec<Pair> {
    if one.is_empty() || other.is_empty() {
        return if one.is_empty() { other } else { one };
    }
    let mut both = Vec::with_capacity(one.len().max(other.len()));
    let (mut one, mut other) = (one.into_iter().peekable(), other.into_iter().peekable());
    while let (Some(left), Some(right)) = (one.peek(), other.peek()) {
        let order = (left.first, left.second).cmp(&(right.first, right.second));
        let left = if order.is_le() { one.next() } else { None };
        let right = if order.is_ge() { other.next() } else { None };
        let count = left.map_or(0, |pair| pair.count) + right.map_or(0, |pair| pair.count);
        both.extend(left.or(right).map(|pair| Pair { count, ..pair }));
    }
    both.extend(one.chain(other));
    both
}
