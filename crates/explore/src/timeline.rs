//! The timeline: results by month, or by year where the months would be too many to draw.
//!
//! A bar counts the documents whose date overlaps it, as choosing it would; so a document known only to its year stands in
//! each month of it, and a note says so. The timeline ignores the dates chosen (crossfilter's rule).

use crate::language::wording;
use crate::order::sort;
use crate::query::Query;
use crate::query::words::{date_words, documents as number_of_documents};
use crate::set::Set;
use crate::view::{Bar, Dates, Field, Notice, Timeline};
use archive::date::{self, Civil, Day, Precision, Span};
use archive::{Archive, DocumentId};

/// More months than this are drawn as years.
const MOST_MONTHS: usize = 240;
const MOST_YEARS: usize = 400;
/// So many years at most are written below the bars: on a telephone more would run into each other.
const MOST_TICKS: i32 = 8;

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
    let words = query.words;
    let mut notes = Vec::new();
    let Counted { periods, precision, counts, dated, several } = counted(archive, documents);
    let undated = documents.count() - dated;
    if undated > 0 {
        let undated = number_of_documents(words, undated);
        notes.push(words.fill("{} without a date: not drawn, and outside any dates chosen.", &[&undated]));
    }
    if dated == 0 {
        return Timeline {
            bars: Vec::new(),
            most: 0,
            caption: words.text("No dated documents."),
            notes: notices(notes),
        };
    }
    if several > 0 {
        let several = number_of_documents(words, several);
        notes.push(words.fill("{} dated only to a year: counted in each of its months.", &[&several]));
    }
    let window = window(query);
    let every = ticks(&periods);
    let bars: Vec<Bar> =
        periods.iter().zip(&counts).map(|(period, count)| bar(query, period, *count, window, every)).collect();
    let name = |period: &Span| date_words(words, period.first, precision);
    let range = match (periods.first(), periods.last()) {
        (Some(first), Some(last)) if first != last => words.fill("{} to {}", &[&name(first), &name(last)]),
        (Some(only), _) => name(only),
        _ => String::new(),
    };
    let dated = words.count(dated, "{} dated document", "{} dated documents");
    let caption = if precision == Precision::Month { wording("{} by month, {}.") } else { wording("{} by year, {}.") };
    Timeline {
        most: counts.iter().copied().max().unwrap_or_default(),
        caption: words.fill(caption, &[&dated, &range]),
        bars,
        notes: notices(notes),
    }
}

/// How many dated documents overlap each month or year there is: the days these begin with, and the numbers.
pub(crate) fn numbers(archive: &Archive, documents: &Set) -> Vec<(Day, usize)> {
    let Counted { periods, counts, .. } = counted(archive, documents);
    periods.into_iter().map(|period| period.first).zip(counts).collect()
}

struct Counted {
    periods: Vec<Span>,
    precision: Precision,
    /// By period: the dates that overlap it.
    counts: Vec<usize>,
    /// Documents with a date.
    dated: usize,
    /// Those of them that are dated to a year where periods are months.
    several: usize,
}

fn counted(archive: &Archive, documents: &Set) -> Counted {
    let months: Vec<(i32, usize)> = archive
        .months()
        .map(|(month, range)| (month, documents.count_in(range)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let long = || archive.long_dates().iter().filter(|document| documents.contains(**document));
    let long = long().filter_map(|document| archive.date(DocumentId(*document)));
    // First and last month, and whether the date is a year.
    let long: Vec<(i32, i32, bool)> =
        long.map(|date| (month(date.first), month(date.last), date.precision == Precision::Year)).collect();
    let first = months.first().map_or(0, |(month, _)| *month);
    let last = long.iter().map(|(_, last, _)| *last).chain(months.last().map(|(month, _)| *month)).max();
    let (periods, precision, length) = periods(first, last.unwrap_or(first - 1));
    let mut counts = vec![0; periods.len()];
    let place = |month: i32| (month / length - first / length) as usize;
    let mut dated = 0;
    for (month, count) in months {
        dated += count;
        if let Some(sum) = counts.get_mut(place(month)) {
            *sum += count;
        }
    }
    // What begins in a period was counted there.
    for (first, last, _) in &long {
        for at in place(*first) + 1..=place(*last) {
            if let Some(sum) = counts.get_mut(at) {
                *sum += 1;
            }
        }
    }
    let several = long.iter().filter(|(.., year)| *year && precision == Precision::Month).count();
    Counted { periods, precision, counts, dated, several }
}

/// Months since the year 0.
fn month(day: Day) -> i32 {
    let Civil { year, month, .. } = date::civil_from_day(day);
    year * 12 + month as i32 - 1
}

fn notices(texts: Vec<String>) -> Vec<Notice> {
    texts.into_iter().map(|text| Notice { text, way_out: None, more: Vec::new() }).collect()
}

fn window(query: &Query) -> (Day, Day) {
    let day = |written: &Option<String>| written.as_deref().and_then(date::parse);
    (day(&query.from).map_or(Day::MIN, |span| span.first), day(&query.to).map_or(Day::MAX, |span| span.last))
}

/// The months (or years) from one month to another, what each is, and how many months it has.
fn periods(first: i32, last: i32) -> (Vec<Span>, Precision, i32) {
    if last - first < MOST_MONTHS as i32 {
        let months = (first..=last).filter_map(|month| date::month_span(month / 12, (month % 12) as u32 + 1));
        return (months.collect(), Precision::Month, 1);
    }
    ((first / 12..=last / 12).take(MOST_YEARS * 30).map(date::year_span).collect(), Precision::Year, 12)
}

/// Which years are written below the bars: every so many.
fn ticks(periods: &[Span]) -> i32 {
    let year = |period: Option<&Span>| period.map_or(0, |period| date::civil_from_day(period.first).year);
    let years = year(periods.last()) - year(periods.first());
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
    steps.into_iter().find(|every| years / every < MOST_TICKS).unwrap_or(1_000)
}

fn bar(query: &Query, period: &Span, count: usize, window: (Day, Day), every: i32) -> Bar {
    let written = date::written(period.first, period.precision);
    let Civil { year, month, .. } = date::civil_from_day(period.first);
    let begins = year % every == 0 && (period.precision == Precision::Year || month == 1);
    Bar {
        label: date_words(query.words, period.first, period.precision),
        href: query.link(|query| (query.from, query.to) = (Some(written.clone()), Some(written.clone()))),
        written,
        count,
        chosen: period.last >= window.0 && period.first <= window.1,
        tick: begins.then(|| year.to_string()),
    }
}
