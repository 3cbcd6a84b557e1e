//! The measures a visitor may choose from: their names, what they say, and their values.

use super::Table;

/// What pairs are ordered and weighted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Measure {
    #[default]
    Count,
    Jaccard,
    Logdice,
    Npmi,
    G2,
    Logratio,
    Deltap,
    Cosine,
    Lift,
}

impl Measure {
    /// All of them, in the order in which to offer them.
    pub const ALL: [Measure; 9] = [
        Measure::Count,
        Measure::Jaccard,
        Measure::Logdice,
        Measure::Npmi,
        Measure::G2,
        Measure::Logratio,
        Measure::Deltap,
        Measure::Cosine,
        Measure::Lift,
    ];

    /// The measure of that name, written exactly as `name` writes it.
    pub fn parse(name: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| measure.name() == name)
    }

    /// The name in addresses and column heads.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Count => "count",
            Measure::Jaccard => "jaccard",
            Measure::Logdice => "logdice",
            Measure::Npmi => "npmi",
            Measure::G2 => "g2",
            Measure::Logratio => "logratio",
            Measure::Deltap => "deltap",
            Measure::Cosine => "cosine",
            Measure::Lift => "lift",
        }
    }

    /// The name as people write it.
    pub fn label(self) -> &'static str {
        match self {
            Measure::Count => "Count",
            Measure::Jaccard => "Jaccard",
            Measure::Logdice => "logDice",
            Measure::Npmi => "NPMI",
            Measure::G2 => "G²",
            Measure::Logratio => "Log-ratio",
            Measure::Deltap => "ΔP",
            Measure::Cosine => "Cosine",
            Measure::Lift => "Lift",
        }
    }

    /// What it says, in one plain sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Measure::Count => "In how many units both are named.",
            Measure::Jaccard => "Of the units that name either, the share that name both: 0 never, 1 always.",
            Measure::Logdice => {
                "How closely two keep to each other, whatever the number of units: 14 is always, one less is half as closely."
            }
            Measure::Npmi => {
                "How far two meet more often than chance would have it: −1 never, 0 as by chance, 1 only together."
            }
            Measure::G2 => {
                "How badly chance explains how often two meet (evidence, not strength): beyond 10.83 is rare by chance in large samples, below 0 they meet less often than expected."
            }
            Measure::Logratio => {
                "How many times as common the second is with the first as without it, in doublings: 1 is twice, 2 four times."
            }
            Measure::Deltap => {
                "How much likelier one becomes where the other is named, from −1 to 1, in the direction in which that is more."
            }
            Measure::Cosine => {
                "The units that name both, against the geometric mean of those that name each: 0 never, 1 always together."
            }
            Measure::Lift => "How many times as often two meet as they would by chance: 1 is as by chance.",
        }
    }

    /// The formula, with a both, b the first only, c the second only, d neither, f1 = a+b, f2 = a+c, N = a+b+c+d.
    pub fn formula(self) -> &'static str {
        match self {
            Measure::Count => "a",
            Measure::Jaccard => "a / (a + b + c)",
            Measure::Logdice => "14 + log2(2a / (f1 + f2))",
            Measure::Npmi => "log2(a·N / (f1·f2)) / log2(N / a)",
            Measure::G2 => "2 · Σ O·ln(O / E) over the four cells, with the sign of a − f1·f2/N",
            Measure::Logratio => "log2(((a + ½) / (f1 + 1)) / ((c + ½) / (N − f1 + 1)))",
            Measure::Deltap => "the larger of a/f1 − c/(N − f1) and a/f2 − b/(N − f2)",
            Measure::Cosine => "a / √(f1·f2)",
            Measure::Lift => "a·N / (f1·f2)",
        }
    }

    /// The value for a pair; `None` where it is undefined. ΔP is the larger of its two directions, or the one that is
    /// defined.
    pub fn value(self, table: &Table) -> Option<f64> {
        match self {
            Measure::Count => Some(f64::from(table.a)),
            Measure::Jaccard => table.jaccard(),
            Measure::Logdice => table.logdice(),
            Measure::Npmi => table.npmi(),
            Measure::G2 => table.g2(),
            Measure::Logratio => table.logratio(),
            Measure::Deltap => match (table.deltap_second(), table.deltap_first()) {
                (Some(second), Some(first)) => Some(second.max(first)),
                (second, first) => second.or(first),
            },
            Measure::Cosine => table.cosine(),
            Measure::Lift => table.lift(),
        }
    }
}
