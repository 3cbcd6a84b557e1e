//! What holds for every network: laws of the measures, the counting, the layout and the tests.

use graph::association::{Measure, Table, smallest_p};
use graph::backbone::alphas;
use graph::cooccurrence::{Cooccurrences, NO_NODE, Pair, Units, cooccurrences, pairs_that_never_meet};
use graph::false_discovery::q_values;
use graph::layout::{Edge, Layout, Position, layout};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn tables() -> impl Strategy<Value = Table> {
    let small = || 0..60_u32;
    let large = || 0..300_000_u32;
    prop_oneof![
        (small(), small(), small(), small()).prop_map(|(a, b, c, d)| Table { a, b, c, d }),
        (large(), large(), large(), large()).prop_map(|(a, b, c, d)| Table { a, b, c, d }),
    ]
}

fn binomial(n: u64, k: u64) -> f64 {
    (1..=k).map(|i| (n - k + i) as f64 / i as f64).product()
}

proptest! {
    #[test]
    fn the_cells_add_up_and_come_back(table in tables()) {
        prop_assert_eq!(table.units(), u64::from(table.a) + u64::from(table.b) + u64::from(table.c) + u64::from(table.d));
        let [units, first, second] = [table.units(), table.first(), table.second()].map(|count| count as u32);
        prop_assert_eq!(Table::from_counts(units, first, second, table.a), Some(table));
    }

    #[test]
    fn symmetric_measures_do_not_know_which_is_first(table in tables()) {
        let swapped = Table { b: table.c, c: table.b, ..table };
        for measure in Measure::ALL.into_iter().filter(|&measure| measure != Measure::Logratio) {
            prop_assert_eq!(measure.value(&table), measure.value(&swapped), "{}", measure.name());
        }
        prop_assert_eq!(table.pmi(), swapped.pmi());
        prop_assert_eq!(table.exact_p(), swapped.exact_p());
        prop_assert_eq!(table.deltap_first(), swapped.deltap_second());
    }

    #[test]
    fn values_stay_in_their_ranges(table in tables()) {
        let within = |value: Option<f64>, least: f64, most: f64| value.is_none_or(|value| (least..=most).contains(&value));
        prop_assert!(within(table.jaccard(), 0.0, 1.0));
        prop_assert!(within(table.logdice(), -100.0, 14.0));
        prop_assert!(within(table.cosine(), 0.0, 1.0 + 1e-15));
        prop_assert!(within(table.lift(), 0.0, f64::MAX));
        prop_assert!(within(table.npmi(), -1.0, 1.0));
        prop_assert!(within(table.g2(), f64::MIN, f64::MAX));
        prop_assert!(within(table.logratio(), -100.0, 100.0));
        prop_assert!(within(table.deltap_first(), -1.0, 1.0));
        prop_assert!(within(table.exact_p(), 0.0, 1.0));
    }

    #[test]
    fn the_exact_test_equals_the_sum_over_all_tables(a in 0..12_u32, b in 0..12_u32, c in 0..12_u32, d in 1..12_u32) {
        let table = Table { a, b, c, d };
        let (n, f1, f2) = (table.units(), table.first(), table.second());
        let ways = |k: u64| if k > f1 || f2 - k > n - f1 { 0.0 } else { binomial(f1, k) * binomial(n - f1, f2 - k) };
        let p: f64 = (u64::from(a)..=f2).map(ways).sum::<f64>() / binomial(n, f2);
        let exact = table.exact_p().expect("there are units");
        prop_assert!((exact - p).abs() < 1e-11 * p, "{exact} {p}");
        prop_assert!(exact >= smallest_p(n as u32) * (1.0 - 1e-12));
    }

    #[test]
    fn meeting_as_often_and_meeting_less_often_share_out_all_chance(table in tables()) {
        prop_assume!(table.a > 0 && table.d > 0);
        // The second without the first, one time more than here.
        let rest = Table { a: table.c + 1, b: table.d - 1, c: table.a - 1, d: table.b + 1 };
        let sum = table.exact_p().expect("units") + rest.exact_p().expect("units");
        prop_assert!((sum - 1.0).abs() < 1e-6, "{sum}");
    }

    #[test]
    fn q_is_never_below_p_and_keeps_its_order(p in vec(0.0..=1.0_f64, 0..60)) {
        let q = q_values(&p);
        for (one, &p_one) in p.iter().enumerate() {
            prop_assert!(p_one <= q[one] && q[one] <= 1.0);
            for (other, &p_other) in p.iter().enumerate() {
                prop_assert!(p_one > p_other || q[one] <= q[other]);
            }
        }
    }

    #[test]
    fn counting_equals_the_slow_obvious_way(
        units in vec(vec(0..14_u32, 0..9), 0..20),
        map in vec(prop_oneof![3 => 0..9_u32, 1 => Just(NO_NODE), 1 => 8..3000_u32], 0..14),
        selected in vec(0..24_u32, 0..24),
        wide in any::<bool>(),
    ) {
        let nodes = if wide { 2000 } else { 8 };
        let mut offsets = vec![0];
        let mut values = Vec::new();
        for unit in &units {
            values.extend(unit);
            offsets.push(values.len() as u32);
        }
        let counted = cooccurrences(Units { offsets: &offsets, values: &values }, selected.iter().copied(), &map, nodes);
        prop_assert_eq!(counted, slowly_counted(&units, &selected, &map, nodes));
    }

    #[test]
    fn no_input_makes_the_counting_panic(
        offsets in vec(any::<u32>(), 0..9), near in vec(0..9_u32, 0..9), values in vec(any::<u32>(), 0..9),
        map in vec(any::<u32>(), 0..9), selected in vec(prop_oneof![0..9_u32, any::<u32>()], 0..9), nodes in 0..1100_usize,
    ) {
        for offsets in [&offsets, &near] {
            let counted = cooccurrences(Units { offsets, values: &values }, selected.iter().copied(), &map, nodes);
            prop_assert!(counted.units as usize <= selected.len());
        }
    }

    #[test]
    fn every_pair_either_meets_or_never_does(nodes in vec(0..12_u32, 0..12), met in vec((0..12_u32, 0..12_u32), 0..40)) {
        let met: BTreeSet<(u32, u32)> = met.into_iter().filter(|(first, second)| first < second).collect();
        let pairs: Vec<Pair> = met.iter().map(|&(first, second)| Pair { first, second, count: 1 }).collect();
        let nodes_once: BTreeSet<u32> = nodes.iter().copied().collect();
        let mut expected = Vec::new();
        for &first in &nodes_once {
            for &second in nodes_once.range(first + 1..) {
                if !met.contains(&(first, second)) {
                    expected.push(Pair { first, second, count: 0 });
                }
            }
        }
        prop_assert_eq!(&pairs_that_never_meet(&nodes, &pairs, usize::MAX), &expected);
        expected.truncate(5);
        prop_assert_eq!(pairs_that_never_meet(&nodes, &pairs, 5), expected);
    }

    #[test]
    fn a_layout_is_the_same_again_in_slices_too_inside_the_frame_and_without_collisions(
        nodes in 0..40_usize,
        edges in vec((0..44_u32, 0..44_u32, prop_oneof![0.0..9.0_f32, any::<f32>()]), 0..90),
        steps in 0..30_usize,
        slice in 1..9_usize,
        ratio in prop_oneof![0.5..3.0_f32, any::<f32>()],
    ) {
        let edges: Vec<Edge> = edges.into_iter().map(|(first, second, weight)| Edge { first, second, weight }).collect();
        let positions = layout(nodes, &edges, steps, ratio);
        prop_assert_eq!(&positions, &layout(nodes, &edges, steps, ratio));
        let mut sliced = Layout::new(nodes, &edges, steps, ratio);
        while !sliced.is_at_rest() {
            sliced.advance(slice);
        }
        prop_assert_eq!(&positions, &sliced.positions());
        prop_assert_eq!(positions.len(), nodes);
        for position in &positions {
            prop_assert!((0.0..=1.0).contains(&position.x) && (0.0..=1.0).contains(&position.y));
        }
        let distinct: BTreeSet<(u32, u32)> = positions.iter().map(|place| (place.x.to_bits(), place.y.to_bits())).collect();
        prop_assert_eq!(distinct.len(), nodes);
    }

    #[test]
    fn alphas_are_chances(edges in vec((0..9_u32, 0..9_u32, prop_oneof![0.0..9.0_f32, any::<f32>()]), 0..30)) {
        let edges: Vec<Edge> = edges.into_iter().map(|(first, second, weight)| Edge { first, second, weight }).collect();
        let alphas = alphas(8, &edges);
        prop_assert_eq!(alphas.len(), edges.len());
        prop_assert!(alphas.iter().all(|alpha| (0.0..=1.0).contains(alpha)));
    }
}

fn slowly_counted(units: &[Vec<u32>], selected: &[u32], map: &[u32], nodes: usize) -> Cooccurrences {
    let mut counted = Cooccurrences { singles: vec![0; nodes], ..Cooccurrences::default() };
    let mut pairs: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for unit in selected.iter().filter_map(|&unit| units.get(unit as usize)) {
        counted.units += 1;
        let present: BTreeSet<u32> = unit
            .iter()
            .filter_map(|&value| map.get(value as usize).copied())
            .filter(|&node| (node as usize) < nodes)
            .collect();
        for &first in &present {
            counted.singles[first as usize] += 1;
            for &second in present.range(first + 1..) {
                *pairs.entry((first, second)).or_default() += 1;
            }
        }
    }
    counted.pairs = pairs.into_iter().map(|((first, second), count)| Pair { first, second, count }).collect();
    counted
}

#[test]
fn batches_of_units_add_up() {
    // 2,000 nodes, 40 a unit, 30,000 units: more than one batch, in which the same pairs come again.
    let (nodes, units) = (2000_u32, 30_000_u32);
    let offsets: Vec<u32> = (0..=units).map(|unit| unit * 40).collect();
    let values: Vec<u32> = (0..units).flat_map(|unit| (0..40).map(move |k| (unit % 50) * 40 + k)).collect();
    let map: Vec<u32> = (0..nodes).collect();
    let counted = cooccurrences(Units { offsets: &offsets, values: &values }, 0..units, &map, nodes as usize);
    assert_eq!(counted.pairs.len(), 50 * 40 * 39 / 2);
    assert!(counted.pairs.is_sorted() && counted.pairs.iter().all(|pair| pair.count == units / 50));
    assert!(counted.singles.iter().all(|&single| single == units / 50));
}

#[test]
fn names_of_measures_read_back() {
    for measure in Measure::ALL {
        assert_eq!(Measure::parse(measure.name()), Some(measure));
        assert!(measure.sentence().ends_with('.') && !measure.formula().is_empty() && !measure.label().is_empty());
    }
    assert_eq!(Measure::parse("Jaccard"), None);
    assert_eq!(Measure::default(), Measure::Count);
}

fn distance(one: Position, other: Position) -> f32 {
    (one.x - other.x).hypot(one.y - other.y)
}

/// Groups of nodes, each joined within, and each joined to the next by one weak edge.
fn groups(groups: u32, size: u32) -> Vec<Edge> {
    let mut edges = Vec::new();
    for group in 0..groups {
        for first in 0..size {
            for second in first + 1..size {
                edges.push(Edge { first: group * size + first, second: group * size + second, weight: 3.0 });
            }
        }
        edges.push(Edge { first: group * size, second: (group + 1) % groups * size, weight: 1.0 });
    }
    edges
}

#[test]
fn groups_stand_apart_in_a_layout() {
    for (count, size) in [(4, 10), (8, 50)] {
        let positions = layout((count * size) as usize, &groups(count, size), 300, 1.5);
        let nearest_is_kin = positions.iter().enumerate().filter(|&(node, &place)| {
            let others = positions.iter().enumerate().filter(|&(other, _)| other != node);
            let nearest = others.min_by(|one, other| distance(place, *one.1).total_cmp(&distance(place, *other.1)));
            nearest.is_some_and(|(other, _)| other as u32 / size == node as u32 / size)
        });
        let kin = nearest_is_kin.count();
        assert!(kin * 100 >= positions.len() * 98, "{kin} of {}", positions.len());
    }
}

#[test]
fn pieces_without_a_connection_stay_near() {
    // Two cliques that nothing joins, and a few nodes on their own: each clique keeps a fair part of the frame.
    let mut edges = groups(1, 12);
    edges.extend(groups(1, 12).iter().map(|edge| Edge { first: edge.first + 12, second: edge.second + 12, ..*edge }));
    let positions = layout(28, &edges, 1000, 1.5);
    for clique in [&positions[..12], &positions[12..24]] {
        let xs = clique.iter().map(|place| place.x);
        let ys = clique.iter().map(|place| place.y);
        let width = xs.clone().fold(0.0, f32::max) - xs.fold(1.0, f32::min);
        let height = ys.clone().fold(0.0, f32::max) - ys.fold(1.0, f32::min);
        assert!(width * height > 0.1, "a clique has shrunk to {width} by {height}");
    }
}

#[test]
fn names_have_room_beside_and_below_each_other() {
    // A close group of fifteen, each with three that hang on by little: the forces alone leave some of those at .03.
    let mut edges = groups(1, 15);
    edges.extend((15..60).map(|second| Edge { first: second % 15, second, weight: 0.02 }));
    let positions = layout(60, &edges, 300, 1.5);
    let mut nearest = f32::INFINITY;
    for (node, &one) in positions.iter().enumerate() {
        for &other in &positions[..node] {
            nearest = nearest.min(((one.x - other.x) * 1.5 / 2.0).hypot(one.y - other.y));
        }
    }
    assert!(nearest > 0.065, "two nodes stand {nearest} of the height apart, where a name is twice as wide as high");
}

#[test]
fn small_layouts_are_what_one_expects() {
    assert_eq!(layout(0, &[], 300, 1.0), []);
    assert_eq!(layout(1, &[], 300, 1.0), [Position { x: 0.5, y: 0.5 }]);
    let two = layout(2, &[Edge { first: 0, second: 1, weight: 1.0 }], 300, 2.0);
    assert!(distance(two[0], two[1]) > 0.3, "{two:?}");
}

#[test]
fn an_edge_that_takes_most_of_a_node_stands_out() {
    let star = |weights: [f32; 4]| -> Vec<Edge> {
        weights.iter().zip(1..).map(|(&weight, second)| Edge { first: 0, second, weight }).collect()
    };
    // (1 − p)^(k − 1), by the hub; the leaves have one edge each and say nothing.
    let alphas_of_star = alphas(5, &star([7.0, 1.0, 1.0, 1.0]));
    assert!((alphas_of_star[0] - 0.3_f64.powi(3)).abs() < 1e-12);
    assert!((alphas_of_star[1] - 0.9_f64.powi(3)).abs() < 1e-12);
    assert_eq!(
        alphas(2, &[Edge { first: 0, second: 1, weight: 5.0 }, Edge { first: 0, second: 9, weight: 5.0 }]),
        [1.0, 1.0]
    );
}
