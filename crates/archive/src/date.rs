//! Dates as the archive keeps them: days since 1970-01-01, and the spans that a year, a month or a day covers.
//!
//! The civil calendar arithmetic is Howard Hinnant's `days_from_civil` ("chrono-Compatible Low-Level Date Algorithms").

use std::ops::RangeInclusive;

/// Days since 1970-01-01 in the proleptic Gregorian calendar; negative before.
pub type Day = i32;

/// The days of the years 1 to 9999, the only ones that can be written.
pub(crate) const DAYS: RangeInclusive<Day> = -719_162..=2_932_896;

/// How much of a date was written: a year, a month of a year, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    Year,
    Month,
    Day,
}

/// A written date and the days it covers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    pub first: Day,
    pub last: Day,
    pub precision: Precision,
}

/// Year (1 to 9999), month (1 to 12) and day (1 to 31).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

impl Span {
    /// Whether the two spans share a day.
    pub fn overlaps(&self, other: &Span) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (years 0001 to 9999); `None` for anything else, and for days that do not exist.
pub fn parse(written: &str) -> Option<Span> {
    let mut parts = written.split('-');
    let year = digits(parts.next()?, 4)? as i32;
    let month = parts.next().map(|part| digits(part, 2));
    let day = parts.next().map(|part| digits(part, 2));
    if parts.next().is_some() || year == 0 {
        return None;
    }
    match (month, day) {
        (None, _) => Some(year_span(year)),
        (Some(month), None) => month_span(year, month?),
        (Some(month), Some(day)) => {
            let (month, day) = (month?, day?);
            if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
                return None;
            }
            let first = day_from_civil(Civil { year, month, day });
            Some(Span { first, last: first, precision: Precision::Day })
        }
    }
}

/// The whole of a year.
pub fn year_span(year: i32) -> Span {
    Span {
        first: day_from_civil(Civil { year, month: 1, day: 1 }),
        last: day_from_civil(Civil { year, month: 12, day: 31 }),
        precision: Precision::Year,
    }
}

/// The whole of a month; `None` unless `month` is 1 to 12.
pub fn month_span(year: i32, month: u32) -> Option<Span> {
    if !(1..=12).contains(&month) {
        return None;
    }
    Some(Span {
        first: day_from_civil(Civil { year, month, day: 1 }),
        last: day_from_civil(Civil { year, month, day: days_in_month(year, month) }),
        precision: Precision::Month,
    })
}

/// The date in the form that `parse` reads, cut to its precision.
pub fn written(first: Day, precision: Precision) -> String {
    let Civil { year, month, day } = civil_from_day(first);
    match precision {
        Precision::Year => format!("{year:04}"),
        Precision::Month => format!("{year:04}-{month:02}"),
        Precision::Day => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// Days since 1970-01-01 of a civil date.
pub fn day_from_civil(date: Civil) -> Day {
    let year = if date.month <= 2 { date.year - 1 } else { date.year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month = (date.month as i32 + 9) % 12;
    let day_of_year = (153 * month + 2) / 5 + date.day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The civil date of a day; total over all of `i32` that a span of years 1 to 9999 can hold, saturating outside it.
pub fn civil_from_day(day: Day) -> Civil {
    let shifted = day.clamp(*DAYS.start(), *DAYS.end()) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u32;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 } as u32;
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    Civil { year, month, day }
}

/// Days in a month of the Gregorian calendar.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn digits(part: &str, length: usize) -> Option<u32> {
    (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_ten_thousand_years_survives_the_round_trip() {
        let mut previous = civil_from_day(*DAYS.start());
        assert_eq!(previous, Civil { year: 1, month: 1, day: 1 });
        for day in DAYS.skip(1) {
            let civil = civil_from_day(day);
            assert!(civil > previous, "{civil:?} follows {previous:?}");
            assert_eq!(day_from_civil(civil), day);
            previous = civil;
        }
        assert_eq!(previous, Civil { year: 9999, month: 12, day: 31 });
    }

    #[test]
    fn a_written_date_covers_its_days() {
        assert_eq!(parse("1970-01-01"), Some(Span { first: 0, last: 0, precision: Precision::Day }));
        assert_eq!(parse("2024-02").map(|span| span.last - span.first), Some(28));
        assert_eq!(parse("2023").map(|span| span.last - span.first), Some(364));
        for wrong in
            ["", "23", "2023-2", "2023-13", "2023-02-29", "2023-01-01-01", "0000", "+023", "2023-00-10", "２０２３"]
        {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
