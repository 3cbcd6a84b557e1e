//! Numbers in digits. The standard library's way to write floating-point numbers is exact to the last bit and weighs more than
//! the whole of a facet; here ten digits are enough.

/// To ten significant digits, without trailing zeros: "0.5", "-3", "1.25e-9". Empty for what is no finite number.
pub(crate) fn significant(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let (mut mantissa, mut exponent) = (number.abs(), 0_i32);
    if mantissa == 0.0 {
        return "0".to_owned();
    }
    while mantissa >= 10.0 {
        (mantissa, exponent) = (mantissa / 10.0, exponent + 1);
    }
    while mantissa < 1.0 {
        (mantissa, exponent) = (mantissa * 10.0, exponent - 1);
    }
    let mut digits = (mantissa * 1e9).round() as u64;
    if digits >= 10_000_000_000 {
        (digits, exponent) = (digits / 10, exponent + 1);
    }
    let sign = if number < 0.0 { "-" } else { "" };
    let digits = digits.to_string();
    let digits = digits.trim_end_matches('0');
    if !(-5..15).contains(&exponent) {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{sign}{first}{point}{rest}e{exponent}");
    }
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{sign}{digits}{}", "0".repeat(whole - digits.len()));
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}

/// To three decimals, half up: "0.500", "-1.000".
pub(crate) fn thousandths(number: f64) -> String {
    let thousandths = (number.abs() * 1000.0).round() as u64;
    let sign = if number < 0.0 && thousandths > 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// To one decimal, half up: "12.5".
pub(crate) fn tenths(number: f64) -> String {
    let tenths = (number.abs() * 10.0).round() as u64;
    let sign = if number < 0.0 && tenths > 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        for (number, written) in [
            (0.0, "0"),
            (-3.0, "-3"),
            (0.5, "0.5"),
            (1234.5, "1234.5"),
            (1e15, "1e15"),
            (0.00012, "0.00012"),
            (6.0e-9, "6e-9"),
            (-1.25e-9, "-1.25e-9"),
            (1.0 / 3.0, "0.3333333333"),
            (9.999_999_999_99, "10"),
            (f64::NAN, ""),
        ] {
            assert_eq!(significant(number), written);
        }
        assert_eq!(thousandths(0.0004), "0.000");
        assert_eq!(thousandths(-0.9996), "-1.000");
        assert_eq!(thousandths(12.0), "12.000");
        assert_eq!([tenths(0.04), tenths(-12.25), tenths(99.95)], ["0.0", "-12.3", "100.0"]);
    }

    #[test]
    fn ten_digits_are_kept() {
        for number in [1.0_f64, 0.1, 123_456.789, 2.0e-300, 7.0e250, -std::f64::consts::PI] {
            let back: f64 = significant(number).parse().expect("a number");
            assert!((back - number).abs() <= number.abs() * 1e-9, "{number} came back as {back}");
        }
    }
}
