//! Dates as tables write them: only what can be read in one way is read.

use jiff::civil::Date;
use jiff::fmt::rfc2822;

/// Year first, or the month as a word: no doubt which number is the day.
const CLEAR: [&str; 6] = ["%Y/%m/%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"];

/// The date of a cell as documents write it: YYYY, YYYY-MM or YYYY-MM-DD. `format` is tried first.
pub(super) fn date(cell: &str, format: Option<&str>) -> Option<String> {
    let by = |format: &str| Date::strptime(format, cell).ok().map(|date| date.to_string());
    let by_format = || format.and_then(by);
    let as_it_is = || is_date(cell).then(|| cell.to_owned());
    let date = by_format().or_else(as_it_is).or_else(|| of_timestamp(cell));
    let date = date.or_else(|| CLEAR.into_iter().find_map(by));
    // Feeds write "Tue, 02 Apr 2024 10:00:00 +0000".
    let date = date.or_else(|| rfc2822::parse(cell).ok().map(|moment| moment.date().to_string()));
    date.filter(|date| is_date(date))
}

fn is_date(written: &str) -> bool {
    archive::date::parse(written).is_some()
}

/// The day that a timestamp begins with, as it stands there, whatever its time zone.
fn of_timestamp(cell: &str) -> Option<String> {
    let (day, time) = cell.split_at_checked(10)?;
    (is_date(day) && time.starts_with(['T', ' '])).then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_date_is_read_where_it_can_mean_one_day_only() {
        for (cell, day) in [
            ("2024", "2024"),
            ("2024-04", "2024-04"),
            ("2024-04-02", "2024-04-02"),
            ("2024-04-02T23:59:00+13:00", "2024-04-02"),
            ("2024-04-02 10:00", "2024-04-02"),
            ("2024/04/02", "2024-04-02"),
            ("20240402", "2024-04-02"),
            ("2 April 2024", "2024-04-02"),
            ("Apr 2, 2024", "2024-04-02"),
            ("Tue, 02 Apr 2024 10:00:00 +0000", "2024-04-02"),
        ] {
            assert_eq!(date(cell, None).as_deref(), Some(day), "{cell}");
        }
        for cell in ["", "02/04/2024", "2.4.24", "2024-02-30", "yesterday", "2024-04-02x", "1712016000", "-2024/04/02"]
        {
            assert_eq!(date(cell, None), None, "{cell}");
        }
        assert_eq!(date("02/04/2024", Some("%d/%m/%Y")).as_deref(), Some("2024-04-02"));
        assert_eq!(date("2024", Some("%d/%m/%Y")).as_deref(), Some("2024"), "what needs no format");
    }
}
