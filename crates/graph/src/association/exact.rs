//! The exact test: how likely a pair would meet this often by chance, and the least such chance that can be had.

use super::Table;
use crate::bounds::bounded;
use crate::logarithm::{exp, ln_factorial};

/// The smallest exact p that any pair can reach in `units` units: 1/C(N, ⌊N/2⌋), where both are in the same half of
/// them. Where this is above .05, no pair can be significant.
pub fn smallest_p(units: u32) -> f64 {
    let half = units / 2;
    let mut p = 1.0;
    for k in 1..=half {
        p *= f64::from(k) / f64::from(units - half + k);
        if p == 0.0 {
            break;
        }
    }
    p
}

/// The smallest exact p that a pair with these single counts can reach, by meeting as often as it can; `None` if no
/// units can be so.
pub fn smallest_p_given(units: u32, first: u32, second: u32) -> Option<f64> {
    Table::from_counts(units, first, second, first.min(second))?.exact_p()
}

/// P(X ≥ a) for a table with at least one unit.
pub(super) fn upper_tail(table: &Table) -> f64 {
    let [a, b, c, d] = [table.a, table.b, table.c, table.d].map(u64::from);
    if a == 0 || d == 0 {
        // With these single counts they cannot meet less often.
        return 1.0;
    }
    let above = u128::from(a) * u128::from(table.units()) > u128::from(table.first()) * u128::from(table.second());
    if above {
        // Beyond the mean each term is smaller than the one before.
        let steps = (0..b.min(c)).map(|k| ratio(b - k, c - k, a + k + 1, d + k + 1));
        return (point(table) * series(steps)).min(1.0);
    }
    // Otherwise the other side is the smaller: sum P(X < a), from a − 1 downwards.
    let below = Table { a: table.a - 1, b: table.b + 1, c: table.c + 1, d: table.d - 1 };
    let [a, b, c, d] = [below.a, below.b, below.c, below.d].map(u64::from);
    let steps = (0..a.min(d)).map(|k| ratio(a - k, d - k, b + k + 1, c + k + 1));
    bounded(1.0 - point(&below) * series(steps), 0.0, 1.0)
}

/// P(X = a). The sums pair what swapping the two things would swap, so that no bit depends on their order.
fn point(table: &Table) -> f64 {
    let [a, b, c, d] = [table.a, table.b, table.c, table.d].map(u64::from);
    let [ab, ac, bd, cd] = [a + b, a + c, b + d, c + d].map(ln_factorial);
    let cells = (ln_factorial(a) + ln_factorial(d)) + (ln_factorial(b) + ln_factorial(c));
    exp((ab + ac) + (bd + cd) - cells - ln_factorial(a + b + c + d))
}

fn ratio(above: u64, above_too: u64, below: u64, below_too: u64) -> f64 {
    (above as f64 * above_too as f64) / (below as f64 * below_too as f64)
}

/// 1 + r1 + r1·r2 + …, until the terms no longer matter.
fn series(ratios: impl Iterator<Item = f64>) -> f64 {
    let mut sum = 1.0;
    let mut term = 1.0;
    for ratio in ratios {
        term *= ratio;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}
