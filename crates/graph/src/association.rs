//! How strongly, and how surely, two things belong together, from the four cells of one pair.
//!
//! What is counted is the unit (a document, a passage, a sentence), by presence only: a unit in which a name stands
//! three times counts once. Strength (jaccard, logdice, cosine, lift, pmi, npmi, logratio, ΔP) says how closely two
//! things keep company; evidence (g2, exact p) says how badly chance explains it. Neither stands for the other.

mod exact;
mod measure;

pub use exact::{smallest_p, smallest_p_given};
pub use measure::Measure;

use crate::logarithm::{ln, log2};

/// The four cells of a pair; they add up to the units in scope. Any four numbers are a valid table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Table {
    /// Units with both.
    pub a: u32,
    /// Units with the first only.
    pub b: u32,
    /// Units with the second only.
    pub c: u32,
    /// Units with neither.
    pub d: u32,
}

impl Table {
    /// The table of `units` units, of which `first` hold the first, `second` the second, and `joint` both;
    /// `None` if no units can be so.
    pub fn from_counts(units: u32, first: u32, second: u32, joint: u32) -> Option<Table> {
        let b = first.checked_sub(joint)?;
        let c = second.checked_sub(joint)?;
        let d = units.checked_sub(first)?.checked_sub(c)?;
        Some(Table { a: joint, b, c, d })
    }

    /// N, the units in scope.
    pub fn units(&self) -> u64 {
        self.first() + u64::from(self.c) + u64::from(self.d)
    }

    /// f1, the units with the first.
    pub fn first(&self) -> u64 {
        u64::from(self.a) + u64::from(self.b)
    }

    /// f2, the units with the second.
    pub fn second(&self) -> u64 {
        u64::from(self.a) + u64::from(self.c)
    }

    /// Whether one of the two is in every unit. Then nothing can be said of their association: the formulas below may
    /// still yield a number (0, mostly), which is better not shown.
    pub fn occurs_everywhere(&self) -> bool {
        self.units() > 0 && (self.first() == self.units() || self.second() == self.units())
    }

    /// The share of units with both among those with either, 0 to 1. Undefined if neither occurs.
    /// Jaccard 1901; van Eck & Waltman 2009.
    pub fn jaccard(&self) -> Option<f64> {
        quotient(f64::from(self.a), (self.first() + u64::from(self.c)) as f64)
    }

    /// 14 + log2 of Dice's coefficient, at most 14; one more is twice as close, and N plays no part.
    /// Undefined if the two never meet. Rychlý 2008.
    pub fn logdice(&self) -> Option<f64> {
        let dice = quotient(2.0 * f64::from(self.a), (self.first() + self.second()) as f64)?;
        (self.a > 0).then(|| 14.0 + log2(dice))
    }

    /// a/√(f1·f2), 0 to 1, also called Ochiai's coefficient. Undefined if either never occurs.
    /// Ochiai 1957; Zhou & Leydesdorff 2016.
    pub fn cosine(&self) -> Option<f64> {
        quotient(f64::from(self.a), (self.first() as f64 * self.second() as f64).sqrt())
    }

    /// Joint units over those that independence would give: 1 is as expected, 2 twice as many. Undefined if either
    /// never occurs. Also called association strength; van Eck & Waltman 2009.
    pub fn lift(&self) -> Option<f64> {
        quotient(f64::from(self.a) * self.units() as f64, self.first() as f64 * self.second() as f64)
    }

    /// Pointwise mutual information in bits (log2 of lift); inflated for rare things. Undefined if the two never meet.
    /// Church & Hanks 1990.
    pub fn pmi(&self) -> Option<f64> {
        (self.a > 0).then(|| self.lift().map(log2)).flatten()
    }

    /// PMI over its largest possible value, −1 (never together) to 1 (only together); 0 is independence. Undefined if
    /// either never occurs or both always do. Bouma 2009.
    pub fn npmi(&self) -> Option<f64> {
        let lift = self.lift()?;
        if self.a == 0 {
            return Some(-1.0);
        }
        let most = self.units() as f64 / f64::from(self.a);
        quotient(ln(lift), ln(most)).map(|npmi| crate::bounds::bounded(npmi, -1.0, 1.0))
    }

    /// Dunning's log-likelihood ratio, negative where the two meet less often than expected; evidence, not strength.
    /// In large samples 3.84, 6.63 and 10.83 answer to p = .05, .01 and .001. Undefined without units. Dunning 1993.
    pub fn g2(&self) -> Option<f64> {
        let units = self.units();
        if units == 0 {
            return None;
        }
        let observed = u128::from(self.a) * u128::from(units);
        let expected = u128::from(self.first()) * u128::from(self.second());
        if observed == expected {
            return Some(0.0);
        }
        let (first, second) = (self.first(), self.second());
        let cell = |count: u32, row: u64, column: u64| match count {
            0 => 0.0,
            _ => f64::from(count) * ln(f64::from(count) * units as f64 / (row as f64 * column as f64)),
        };
        // b and c are added to each other first, so that swapping the two things swaps two summands and no bit.
        let unlike = cell(self.b, first, units - second) + cell(self.c, units - first, second);
        let alike = cell(self.a, first, second) + cell(self.d, units - first, units - second);
        let size = (2.0 * (alike + unlike)).max(0.0);
        Some(if observed > expected { size } else { -size })
    }

    /// log2 of how many times as common the second is with the first as without it: 1 is twice as common. Half a unit
    /// is added to each cell, so that it stays finite. Undefined without units. Hardie 2014.
    pub fn logratio(&self) -> Option<f64> {
        let (units, first) = (self.units() as f64, self.first() as f64);
        let with = (f64::from(self.a) + 0.5) / (first + 1.0);
        let without = (f64::from(self.c) + 0.5) / (units - first + 1.0);
        (self.units() > 0).then(|| log2(with / without))
    }

    /// ΔP(2|1): the share of the second with the first, less its share without it, −1 to 1. Undefined if the first is
    /// in no unit or in all. Gries 2013.
    pub fn deltap_second(&self) -> Option<f64> {
        let without = u64::from(self.c) + u64::from(self.d);
        Some(quotient(f64::from(self.a), self.first() as f64)? - quotient(f64::from(self.c), without as f64)?)
    }

    /// ΔP(1|2): the share of the first with the second, less its share without it, −1 to 1. Undefined if the second
    /// is in no unit or in all. Gries 2013.
    pub fn deltap_first(&self) -> Option<f64> {
        Table { b: self.c, c: self.b, ..*self }.deltap_second()
    }

    /// The chance that two things as common as these, strewn independently, would meet at least as often: the upper
    /// tail of the hypergeometric distribution (Fisher's exact test, one-sided). 0 to 1; values below 10⁻³⁰⁰ may come
    /// as 0. Undefined without units. Fisher 1935.
    pub fn exact_p(&self) -> Option<f64> {
        (self.units() > 0).then(|| exact::upper_tail(self))
    }
}

fn quotient(above: f64, below: f64) -> Option<f64> {
    (below > 0.0).then(|| above / below)
}
