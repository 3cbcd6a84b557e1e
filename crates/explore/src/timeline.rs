//! The timeline: results by month, or by year where the months would be too many to draw.
//!
//! A bar counts the documents whose date overlaps it, as choosing it would; so a document known only to its year stands in
//! each month of it, and a note says so. The timeline ignores the dates chosen (crossfilter's rule).

use crate::order::sort;
use crate::query::Query;
use crate::query::words::{count, date_words};
use crate::set::Set;
use crate::view::{Bar, Dates, Field, Notice, Timeline};
use archive::date::{self, Civil, Day, Precision, Span};
use archive::{Archive, DocumentId};

/// More months than this are drawn as years.
const MOST_MONTHS: usize = 240;
const MOST_YEARS: usize = 400;

/// The dates region: inputs and bars; no bars while nothing can be counted.
pub(crate) fn dates(archive: &Archive, query: &Query, without_dates: Option<&Set>) -> Dates {
    Dates {
        from: query.from.clone().unwrap_or_default(),
        to: query.to.clone().unwrap_or_default(),
        kept: kept(query, &["from", "to"]),
        clear: (query.from.is_some() || query.to.is_some())
            .then(|| query.link(|query| (query.from, query.to) = (None, None))),
        timeline: without_dates.map_or_else(Timeline::default, |documents| timeline(archive, query, documents)),
    }
}

/// The fields that keep an address, but for `keys`, the page, the reader and the evidence.
pub(crate) fn kept(query: &Query, keys: &[&str]) -> Vec<Field> {
    let mut fields: Vec<Field> = query
        .pairs()
        .into_iter()
        .filter(|(key, _)| {
            !keys.contains(&key.as_str()) && !["page", "doc", "at", "pair", "cell"].contains(&key.as_str())
        })
        .map(|(name, value)| Field { name, value })
        .collect();
    sort(&mut fields, |one, other| (&one.name, &one.value).cmp(&(&other.name, &other.value)));
    fields
}

/// The bars of `documents`.
pub(crate) fn timeline(archive: &Archive, query: &Query, documents: &Set) -> Timeline {
    let mut spans: Vec<Span> = Vec::new();
    documents.for_each(|document| spans.extend(archive.date(DocumentId(document))));
    let undated = documents.count() - spans.len();
    let mut notes = Vec::new();
    if undated > 0 {
        notes.push(format!("{} without a date: not drawn, and outside any dates chosen.", count(undated, "document")));
    }
    let Some(ends) = ends(&spans) else {
        return Timeline {
            bars: Vec::new(),
            most: 0,
            caption: "No dated documents.".to_owned(),
            notes: notices(notes),
        };
    };
    let (periods, precision, counts) = counted(&spans, ends);
    let several =
        spans.iter().filter(|span| precision == Precision::Month && span.precision == Precision::Year).count();
    if several > 0 {
        notes.push(format!("{} dated only to a year: counted in each of its months.", count(several, "document")));
    }
    let window = window(query);
    let bars: Vec<Bar> =
        periods.iter().zip(&counts).map(|(period, count)| bar(query, period, *count, window)).collect();
    let unit = if precision == Precision::Month { "month" } else { "year" };
    let range = match (periods.first(), periods.last()) {
        (Some(first), Some(last)) if first != last => {
            format!("{} to {}", date_words(first.first, precision), date_words(last.first, precision))
        }
        (Some(only), _) => date_words(only.first, precision),
        _ => String::new(),
    };
    Timeline {
        most: counts.iter().copied().max().unwrap_or_default(),
        caption: format!("{} by {unit}, {range}.", count(spans.len(), "dated document")),
        bars,
        notes: notices(notes),
    }
}

/// How many dated documents overlap each month or year there is: the days these begin with, and the numbers.
pub(crate) fn numbers(archive: &Archive, documents: &Set) -> Vec<(Day, usize)> {
    let mut spans: Vec<Span> = Vec::new();
    documents.for_each(|document| spans.extend(archive.date(DocumentId(document))));
    let Some(ends) = ends(&spans) else { return Vec::new() };
    let (periods, _, counts) = counted(&spans, ends);
    periods.into_iter().map(|period| period.first).zip(counts).collect()
}

/// The first and last day of these dates.
fn ends(spans: &[Span]) -> Option<(Day, Day)> {
    spans.iter().map(|span| span.first).min().zip(spans.iter().map(|span| span.last).max())
}

/// Periods, what each is, and for each the number of dates that overlap it.
fn counted(spans: &[Span], (first, last): (Day, Day)) -> (Vec<Span>, Precision, Vec<usize>) {
    let (periods, precision) = periods(first, last);
    let mut counts = vec![0_usize; periods.len()];
    // Documents stand in the order of their first days, so that the next one's bar is this one's or a later.
    let mut from = 0;
    for span in spans {
        if periods.get(from).is_some_and(|period| span.first < period.first) {
            from = 0;
        }
        from += periods[from..].iter().take_while(|period| period.last < span.first).count();
        let overlapped = periods[from..].iter().take_while(|period| period.first <= span.last);
        counts[from..].iter_mut().zip(overlapped).for_each(|(count, _)| *count += 1);
    }
    (periods, precision, counts)
}

fn notices(texts: Vec<String>) -> Vec<Notice> {
    texts.into_iter().map(|text| Notice { text, way_out: None, more: Vec::new() }).collect()
}

fn window(query: &Query) -> (Day, Day) {
    let day = |written: &Option<String>| written.as_deref().and_then(date::parse);
    (day(&query.from).map_or(Day::MIN, |span| span.first), day(&query.to).map_or(Day::MAX, |span| span.last))
}

/// The months (or years) that hold the days from `first` to `last`.
fn periods(first: Day, last: Day) -> (Vec<Span>, Precision) {
    let (first, last) = (date::civil_from_day(first), date::civil_from_day(last));
    let months = (last.year - first.year) * 12 + last.month as i32 - first.month as i32 + 1;
    if months as usize <= MOST_MONTHS {
        let months = (0..months).filter_map(|offset| {
            let month = first.month as i32 - 1 + offset;
            date::month_span(first.year + month / 12, (month % 12) as u32 + 1)
        });
        return (months.collect(), Precision::Month);
    }
    ((first.year..=last.year).take(MOST_YEARS * 30).map(date::year_span).collect(), Precision::Year)
}

fn bar(query: &Query, period: &Span, count: usize, window: (Day, Day)) -> Bar {
    let written = date::written(period.first, period.precision);
    let Civil { year, month, .. } = date::civil_from_day(period.first);
    let begins = match period.precision {
        Precision::Year => year % 10 == 0,
        _ => month == 1,
    };
    Bar {
        label: date_words(period.first, period.precision),
        href: query.link(|query| (query.from, query.to) = (Some(written.clone()), Some(written.clone()))),
        written,
        count,
        chosen: period.last >= window.0 && period.first <= window.1,
        tick: begins.then(|| year.to_string()),
    }
}
