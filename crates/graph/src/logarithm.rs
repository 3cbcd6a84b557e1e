//! Logarithms and exponentials that give the same bits on every machine.
//!
//! The standard library asks the platform for these, and platforms differ in the last bit, which is enough to swap two
//! pairs in a list. The series below are good to about two units in the last place.

use std::f64::consts::{LN_2, LOG2_E, SQRT_2, TAU};

/// The natural logarithm of a positive, finite number.
pub(crate) fn ln(x: f64) -> f64 {
    let (power, rest) = split(x);
    power * LN_2 + ln_near_one(rest)
}

/// The binary logarithm of a positive, finite number; exact for powers of two.
pub(crate) fn log2(x: f64) -> f64 {
    let (power, rest) = split(x);
    power + ln_near_one(rest) * LOG2_E
}

/// e to the power x; 0 below the smallest normal number (about 2·10⁻³⁰⁸), and x at most 700.
pub(crate) fn exp(x: f64) -> f64 {
    if x < -708.0 {
        return 0.0;
    }
    let power = (x.min(700.0) * LOG2_E).round();
    let rest = x.min(700.0) - power * LN_2;
    // |rest| ≤ ½·ln 2, so the 18th term of the Taylor series is below one part in 10²².
    let series = (1..=18).rev().fold(1.0, |sum, k| 1.0 + sum * rest / f64::from(k));
    series * f64::from_bits(((power as i64 + 1023) as u64) << 52)
}

/// ln(n!), by Stirling's series above the factorials that a float holds exactly.
pub(crate) fn ln_factorial(n: u64) -> f64 {
    if n <= 22 {
        return ln((2..=n).fold(1.0, |product, k| product * k as f64));
    }
    let n = n as f64;
    let inverse = 1.0 / n;
    let square = inverse * inverse;
    let series = inverse * (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0)));
    n * ln(n) - n + 0.5 * ln(TAU * n) + series
}

/// x = 2^power · rest, with rest between √½ and √2.
fn split(x: f64) -> (f64, f64) {
    if !x.is_normal() || x < 0.0 {
        return (0.0, 1.0);
    }
    let bits = x.to_bits();
    let power = (bits >> 52) as i64 - 1023;
    let rest = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    if rest > SQRT_2 { ((power + 1) as f64, rest / 2.0) } else { (power as f64, rest) }
}

/// ln x = 2·artanh((x−1)/(x+1)), by its series: for x between √½ and √2 the 13th term is below one part in 10²⁰.
fn ln_near_one(x: f64) -> f64 {
    let s = (x - 1.0) / (x + 1.0);
    let square = s * s;
    2.0 * s * (0..=12).rev().fold(0.0, |sum, k| sum * square + 1.0 / f64::from(2 * k + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_agree_with_the_platform() {
        for step in 1..4000 {
            let x = f64::from(step) * f64::from(step) * 0.000_37;
            assert!((ln(x) - x.ln()).abs() <= 4e-16 * x.ln().abs().max(1.0), "ln {x}");
            assert!((log2(x) - x.log2()).abs() <= 4e-16 * x.log2().abs().max(1.0), "log2 {x}");
            let y = f64::from(step) * 0.3 - 700.0;
            let expected = y.min(700.0).exp();
            assert!((exp(y) - expected).abs() <= 3e-13 * expected, "exp {y}");
        }
    }

    #[test]
    fn powers_of_two_are_exact() {
        for power in -40..40 {
            assert_eq!(log2(2.0_f64.powi(power)), f64::from(power));
        }
    }

    #[test]
    fn stirling_joins_the_exact_factorials() {
        let mut sum = 0.0_f64;
        for n in 1..500_u64 {
            sum += (n as f64).ln();
            assert!((ln_factorial(n) - sum).abs() < 1e-12 * sum.max(1.0), "{n}");
        }
    }
}
