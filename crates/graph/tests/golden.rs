//! Published and independently calculated values that every measure must give.

use graph::association::{Measure, Table, smallest_p, smallest_p_given};
use graph::false_discovery::q_values;

/// N, f1, f2, a; then jaccard, logdice, cosine, pmi, npmi, g2, ΔP(2|1), ΔP(1|2). Calculated by hand, and checked against
/// the Python package association-measures 0.3.2 where it has the measure.
type Row = ([u32; 4], [Option<f64>; 8]);

#[rustfmt::skip]
const ROWS: [Row; 7] = [
    ([40, 12, 9, 7], [Some(0.5), Some(13.41504), Some(0.67358), Some(1.37440), Some(0.54657), Some(11.94263), Some(0.51190), Some(0.61649)]),
    ([40, 12, 9, 0], [Some(0.0), None, Some(0.0), None, Some(-1.0), Some(-7.48838), Some(-0.32143), Some(-0.38710)]),
    ([3, 2, 2, 2], [Some(1.0), Some(14.0), Some(1.0), Some(0.58496), Some(1.0), Some(3.81909), Some(1.0), Some(1.0)]),
    ([3, 3, 2, 2], [Some(0.66667), Some(13.67807), Some(0.81650), Some(0.0), Some(0.0), Some(0.0), None, Some(0.0)]),
    ([3, 1, 1, 1], [Some(1.0), Some(14.0), Some(1.0), Some(1.58496), Some(1.0), Some(3.81909), Some(1.0), Some(1.0)]),
    ([200, 50, 40, 10], [Some(0.125), Some(11.83007), Some(0.22361), Some(0.0), Some(0.0), Some(0.0), Some(0.0), Some(0.0)]),
    ([1000, 3, 3, 3], [Some(1.0), Some(14.0), Some(1.0), Some(8.38082), Some(1.0), Some(40.84585), Some(1.0), Some(1.0)]),
];

fn table([units, first, second, joint]: [u32; 4]) -> Table {
    Table::from_counts(units, first, second, joint).expect("the counts are possible")
}

#[test]
fn measures_give_the_golden_values() {
    for (counts, expected) in ROWS {
        let table = table(counts);
        let values = [
            table.jaccard(),
            table.logdice(),
            table.cosine(),
            table.pmi(),
            table.npmi(),
            table.g2(),
            table.deltap_second(),
            table.deltap_first(),
        ];
        for (place, (value, expected)) in values.into_iter().zip(expected).enumerate() {
            let near = match (value, expected) {
                (Some(value), Some(expected)) => (value - expected).abs() <= 5e-6 + 1e-12,
                (None, None) => true,
                _ => false,
            };
            assert!(near, "{counts:?}, measure {place}: {value:?} is not {expected:?}");
        }
    }
}

#[test]
fn the_exact_test_gives_three_digits_up_to_a_million_units() {
    // The first seven belong to the rows above; the others were summed with sixty digits.
    let expected = [
        ([40, 12, 9, 7], 1.146_347_59e-3),
        ([40, 12, 9, 0], 1.0),
        ([3, 2, 2, 2], 1.0 / 3.0),
        ([3, 3, 2, 2], 1.0),
        ([3, 1, 1, 1], 1.0 / 3.0),
        ([200, 50, 40, 10], 0.572_878_183),
        ([1000, 3, 3, 3], 6.018_042_09e-9),
        ([100_000, 40_000, 40_000, 16_300], 3.989_271_49e-5),
        ([1_000_000, 3000, 2000, 6], 0.554_722_256),
        ([1_000_000, 2000, 3000, 2], 0.982_834_159),
        ([1_000_000, 3000, 2000, 30], 2.023_860_96e-12),
        ([1_000_000, 3000, 2000, 60], 4.819_805_74e-39),
        ([1_000_000, 20_000, 30_000, 650], 2.004_964_81e-2),
    ];
    for (counts, expected) in expected {
        let p = table(counts).exact_p().expect("there are units");
        assert!((p / expected - 1.0).abs() < 1e-6, "{counts:?}: {p} is not {expected}");
    }
}

#[test]
fn the_smallest_p_is_known() {
    for (units, expected) in
        [(3, 0.333), (4, 0.167), (5, 0.100), (6, 0.050), (7, 0.0286), (10, 0.003_97), (14, 0.000_291)]
    {
        let p = smallest_p(units);
        assert!((p / expected - 1.0).abs() < 2.5e-3, "{units}: {p}");
        let same = smallest_p_given(units, units / 2, units / 2).expect("possible");
        assert!((p / same - 1.0).abs() < 1e-12, "{units}: {p} {same}");
    }
    assert_eq!((smallest_p(0), smallest_p(1), smallest_p(u32::MAX)), (1.0, 1.0, 0.0));
    assert_eq!(smallest_p_given(3, 4, 1), None);
}

#[test]
fn log_ratio_and_lift_follow_their_formulas() {
    let one = table([40, 12, 9, 7]);
    assert!((one.logratio().expect("defined") - 2.742_503_777_707_636).abs() < 1e-12);
    assert!((one.lift().expect("defined") - 7.0 / 2.7).abs() < 1e-12);
    let none = table([40, 12, 9, 0]);
    assert_eq!(none.lift(), Some(0.0));
    // (½/13) / (9½/29) = 29/247
    assert!((none.logratio().expect("defined") - (29.0_f64 / 247.0).log2()).abs() < 1e-12);
}

#[test]
fn what_occurs_everywhere_is_told_apart() {
    assert!(table([3, 3, 2, 2]).occurs_everywhere());
    assert!(table([3, 2, 3, 2]).occurs_everywhere());
    assert!(!table([3, 2, 2, 2]).occurs_everywhere());
    assert!(!Table::default().occurs_everywhere());
    assert_eq!(Measure::Deltap.value(&table([3, 3, 2, 2])), Some(0.0));
    assert_eq!(table([3, 3, 3, 3]).npmi(), None);
}

#[test]
fn without_units_all_is_undefined_but_the_count() {
    for measure in Measure::ALL {
        let expected = (measure == Measure::Count).then_some(0.0);
        assert_eq!(measure.value(&Table::default()), expected, "{}", measure.name());
    }
    assert_eq!(Table::default().exact_p(), None);
}

#[test]
fn impossible_counts_make_no_table() {
    for [units, first, second, joint] in [[3, 4, 1, 1], [3, 1, 4, 1], [3, 2, 2, 3], [3, 2, 2, 0], [3, 1, 2, 2]] {
        assert_eq!(Table::from_counts(units, first, second, joint), None);
    }
}

#[test]
fn q_values_follow_the_step_up_rule() {
    // Benjamini & Hochberg 1995, table of fifteen: the fourth is the last that is accepted at .05.
    let p = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0,
    ];
    let q = q_values(&p);
    assert_eq!(q.iter().filter(|&&q| q <= 0.05).count(), 4);
    assert!((q[3] - 0.0095 * 15.0 / 4.0).abs() < 1e-12);
    // The sixth takes the rate of the seventh, which is smaller than its own (0.0695).
    assert!((q[5] - 0.0298 * 15.0 / 7.0).abs() < 1e-12);
    assert_eq!(q_values(&[]), Vec::<f64>::new());
    assert_eq!(q_values(&[f64::NAN, 0.01]), [1.0, 0.02]);
}
