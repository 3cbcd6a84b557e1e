//! The measures as textbooks write them, the exact test by adding up its terms, and the false-discovery rate by its definition.

use std::sync::LazyLock;

/// Units with both, with the first only, with the second only, with neither.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Cells {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) c: usize,
    pub(crate) d: usize,
}

impl Cells {
    pub(crate) fn units(&self) -> usize {
        self.a + self.b + self.c + self.d
    }

    fn first(&self) -> usize {
        self.a + self.b
    }

    fn second(&self) -> usize {
        self.a + self.c
    }

    /// Whether one of the two is in every unit.
    pub(crate) fn is_everywhere(&self) -> bool {
        self.first() == self.units() || self.second() == self.units()
    }

    pub(crate) fn is_less_than_expected(&self) -> bool {
        self.a * self.units() < self.first() * self.second()
    }
}

/// Every measure of a pair by the names of the columns; what is undefined is `None`.
pub(crate) fn measures(cells: &Cells) -> Vec<(&'static str, Option<f64>)> {
    let [a, b, c, d] = [cells.a, cells.b, cells.c, cells.d].map(|count| count as f64);
    let (n, f1, f2) = (a + b + c + d, a + b, a + c);
    let expected = f1 * f2 / n;
    let meets = a > 0.0;
    let (has_first, has_second) = (f1 > 0.0, f2 > 0.0);
    // Of what occurs in every unit nothing can be said that compares with chance.
    let compares = !cells.is_everywhere();
    let when = |defined: bool, value: f64| defined.then_some(value);

    let pmi = (a / expected).log2();
    let npmi = if meets { pmi / -(a / n).log2() } else { -1.0 };
    let observed = [(a, f1 * f2), (b, f1 * (n - f2)), (c, (n - f1) * f2), (d, (n - f1) * (n - f2))];
    let g2: f64 = observed.iter().filter(|(o, _)| *o > 0.0).map(|(o, of_n)| 2.0 * o * (o / (of_n / n)).ln()).sum();
    let g2 = if a * n == f1 * f2 { 0.0 } else { g2.abs() * (a - expected).signum() };
    let logratio = (((a + 0.5) / (f1 + 1.0)) / ((c + 0.5) / (n - f1 + 1.0))).log2();
    let deltap_second = when(compares && has_first, a / f1 - c / (n - f1));
    let deltap_first = when(compares && has_second, a / f2 - b / (n - f2));
    let deltap = match (deltap_second, deltap_first) {
        (Some(second), Some(first)) => Some(second.max(first)),
        (second, first) => second.or(first),
    };
    vec![
        ("count", Some(a)),
        ("jaccard", when(has_first || has_second, a / (f1 + f2 - a))),
        ("logdice", when(meets, 14.0 + (2.0 * a / (f1 + f2)).log2())),
        ("cosine", when(has_first && has_second, a / (f1 * f2).sqrt())),
        ("lift", when(compares && has_first && has_second, a / expected)),
        ("pmi", when(compares && meets, pmi)),
        ("npmi", when(compares && has_first && has_second, npmi)),
        // Below six units no p comes down to .05, and the approximation would say otherwise.
        ("g2", when(compares && n >= 6.0, g2)),
        ("logratio", when(compares, logratio)),
        ("deltap_second", deltap_second),
        ("deltap_first", deltap_first),
        ("deltap", deltap),
    ]
}

pub(crate) fn measure(name: &str, cells: &Cells) -> Option<f64> {
    let found = measures(cells).into_iter().find(|(column, _)| *column == name);
    found.expect("every measure has its formula").1
}

/// More units than this make binomials that do not fit.
const MOST_UNITS: usize = 125;

/// n over k, by Pascal's triangle, in whole numbers.
fn binomial(n: usize, k: usize) -> u128 {
    static TRIANGLE: LazyLock<Vec<Vec<u128>>> = LazyLock::new(|| {
        let mut rows = vec![vec![1]];
        for length in 1..=MOST_UNITS {
            let above = &rows[length - 1];
            let inner = (1..length).map(|at| above[at - 1] + above[at]);
            rows.push(std::iter::once(1).chain(inner).chain([1]).collect());
        }
        rows
    });
    TRIANGLE[n].get(k).copied().unwrap_or(0)
}

/// P(X ≥ a): the ways to place the second's units so that at least as many are the first's, of all ways; exact until the division.
pub(crate) fn exact_p(cells: &Cells) -> f64 {
    let (n, f1, f2) = (cells.units(), cells.first(), cells.second());
    let ways = |both: usize| if both > f2 { 0 } else { binomial(f1, both) * binomial(n - f1, f2 - both) };
    let extreme: u128 = (cells.a..=f1.min(f2)).map(ways).sum();
    extreme as f64 / binomial(n, f2) as f64
}

/// Benjamini & Hochberg 1995: for each test the least rate at which it is accepted, that is over all tests with a p as large or
/// larger the least p·m/rank.
pub(crate) fn false_discovery_rates(p: &[f64]) -> Vec<f64> {
    let rate = |at: &f64| {
        let rank = p.iter().filter(|p| *p <= at).count();
        at * p.len() as f64 / rank as f64
    };
    p.iter().map(|own| p.iter().filter(|other| *other >= own).map(rate).fold(1.0, f64::min)).collect()
}
