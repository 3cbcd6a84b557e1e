//! Dates as editors write them, how sure they are, and spans of time.

use super::fields::Fields;
use super::near::{did_you_mean, quoted};
use super::value::Kind;
use crate::corpus::{DatePrecision, DateSpan, Span};
use archive::date::{self, Precision};

/// The date of a field and its place.
pub(super) fn date(fields: &mut Fields, name: &'static str) -> Option<(DateSpan, Span)> {
    let value = fields.value(name)?;
    let written = match &value.kind {
        Kind::Text(text) | Kind::Number(text) | Kind::Date(text) => text.trim(),
        other => {
            fields.wrong_type(name, "a date", other, value.span);
            return None;
        }
    };
    let read = date::parse(written);
    if read.is_none() {
        let begins = written.get(..10).filter(|first| date::parse(first).is_some());
        let help = match begins {
            Some(day) => format!("write the day alone: `{day}`"),
            None => "write the year, the month or the day: `2024`, `2024-04`, `2024-04-02`".to_owned(),
        };
        fields.problems.error("bad-date", value.span, format!("{} is no date", quoted(written)), help);
    }
    read.map(|span| (span, value.span))
}

/// `from` and `to`; the end may not stand before the beginning.
pub(super) fn time(fields: &mut Fields) -> (Option<DateSpan>, Option<DateSpan>) {
    let from = date(fields, "from");
    let to = date(fields, "to");
    if let (Some((from, _)), Some((to, place))) = (from, to)
        && to.last < from.first
    {
        fields.problems.error("dates-reversed", place, "`to` is before `from`", "");
    }
    (from.map(|(date, _)| date), to.map(|(date, _)| date))
}

/// A document's date and how sure it is: `date`, `date_precision`, `date_note`.
pub(super) fn document_date(fields: &mut Fields) -> (Option<DateSpan>, DatePrecision, String) {
    let date = date(fields, "date");
    let note = fields.text("date_note").map(|note| note.text).unwrap_or_default();
    let said = fields.text("date_precision");
    let precision = said.as_ref().and_then(|said| {
        let precision = DatePrecision::from_word(&said.text);
        if precision.is_none() {
            let words: Vec<&str> = DatePrecision::ALL.iter().map(|precision| precision.word()).collect();
            let message = format!("{} is no precision of a date", quoted(&said.text));
            fields.problems.error("unknown-value", said.span, message, did_you_mean(&said.text, &words));
        }
        precision.map(|precision| (precision, said.span))
    });
    match (date, precision) {
        (None, None) => (None, DatePrecision::Day, note),
        (None, Some((precision, place))) => {
            if !fields.stands("date") {
                fields.problems.warning("precision-without-date", place, "`date_precision` without a `date`", "");
            }
            (None, precision, note)
        }
        (Some((date, _)), None) => (Some(date), as_written(date), note),
        (Some((date, _)), Some((precision, place))) => {
            let date = agreed(date, precision, place, fields);
            if is_inferred(precision) && note.is_empty() {
                let help = "add a `date_note`: one sentence on how the date was worked out";
                fields.problems.notice("inferred-without-note", place, "an inferred date without a note", help);
            }
            (Some(date), precision, note)
        }
    }
}

/// The date as far as its precision goes. A date that says less than its precision is an error; one that says more is cut.
fn agreed(date: DateSpan, precision: DatePrecision, place: Span, fields: &mut Fields) -> DateSpan {
    let wanted = match precision {
        DatePrecision::Year | DatePrecision::YearInferred => Precision::Year,
        DatePrecision::Month | DatePrecision::MonthInferred => Precision::Month,
        DatePrecision::Day | DatePrecision::DayInferred | DatePrecision::WeekInferred => Precision::Day,
    };
    if date.precision == wanted {
        return date;
    }
    let written = date::written(date.first, date.precision);
    let message = format!("`{}` contradicts the date `{written}`", precision.word());
    if date.precision < wanted {
        let help = "write the date as precisely as that, or another `date_precision`";
        fields.problems.error("precision-contradicts-date", place, message, help);
        return date;
    }
    let cut = date::written(date.first, wanted);
    let help = format!("write `{cut}`, which is what was taken");
    fields.problems.warning("precision-contradicts-date", place, message, help);
    date::parse(&cut).unwrap_or(date)
}

fn as_written(date: DateSpan) -> DatePrecision {
    match date.precision {
        Precision::Year => DatePrecision::Year,
        Precision::Month => DatePrecision::Month,
        Precision::Day => DatePrecision::Day,
    }
}

fn is_inferred(precision: DatePrecision) -> bool {
    !matches!(precision, DatePrecision::Day | DatePrecision::Month | DatePrecision::Year)
}
