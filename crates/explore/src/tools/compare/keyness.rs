//! Keyness: the names and words that set one side apart from the other, by evidence (signed G²), with their effect (log-ratio) and
//! the exact test.

use super::side::Side;
use crate::cooccurrence::value;
use crate::language::{Words, wording};
use crate::number::{tenths, thousandths};
use crate::order::sort;
use crate::pairs::probability;
use crate::query::{FACETS, takes_part};
use crate::view::{CompareRow, CompareTable, Part};
use archive::{Archive, EXACT, EntityId, EntityKind, Posting};
use graph::association::{Measure, Table, smallest_p_given};

/// Rows of each table.
const ROWS: usize = 20;
/// Words in fewer documents of both sides together are left out: so few show nothing, and there are very many of them.
const LEAST: u32 = 5;
/// Where no p is below this, nothing can be told from chance.
const SIGNIFICANT: f64 = 0.05 + 1e-9;

/// The sizes of both sides: what shares and tests are reckoned from.
#[derive(Clone, Copy)]
pub(super) struct Shares {
    first: u32,
    second: u32,
}

impl Shares {
    pub(super) fn of(first: usize, second: usize) -> Shares {
        Shares { first: first as u32, second: second as u32 }
    }

    fn share(count: u32, size: u32) -> f64 {
        f64::from(count) * 100.0 / f64::from(size.max(1))
    }

    /// In percentage points.
    pub(super) fn difference(self, first: u32, second: u32) -> f64 {
        Shares::share(first, self.first) - Shares::share(second, self.second)
    }

    /// The table of the first side and what so many documents of each have.
    fn table(self, first: u32, second: u32) -> Table {
        Table { a: first, b: self.first.saturating_sub(first), c: second, d: self.second.saturating_sub(second) }
    }

    /// The smallest p there can be, in words, where even that is no evidence.
    pub(super) fn too_small(self) -> Option<String> {
        let p = smallest_p_given(self.first + self.second, self.first, self.first)?;
        (p > SIGNIFICANT).then(|| thousandths(p))
    }

    /// A row without a test.
    pub(super) fn row(self, label: &str, kind: EntityKind, colour: &str, (first, second): (Part, Part)) -> CompareRow {
        let (a, c) = (first.count as u32, second.count as u32);
        let percent = |count: u32, size: u32| [&tenths(Shares::share(count, size)), " %"].concat();
        CompareRow {
            label: label.to_owned(),
            kind: kind.word().to_owned(),
            colour: colour.to_owned(),
            first_share: percent(a, self.first),
            second_share: percent(c, self.second),
            difference: signed(self.difference(a, c), tenths),
            first,
            second,
            logratio: String::new(),
            g2: String::new(),
            p: String::new(),
            corrected: String::new(),
        }
    }
}

/// A name or a word, and how many documents of each side have it.
struct Tested {
    what: What,
    first: u32,
    second: u32,
    /// Signed G².
    g2: f64,
}

enum What {
    Name(EntityId),
    Word(String),
}

/// Names of the first side and of the second, then words of each.
pub(super) fn keyness(archive: &Archive, words: Words, own: &Side, other: &Side) -> Vec<CompareTable> {
    let shares = Shares::of(own.size, other.size);
    let names = names(archive, own, other, shares);
    let found = self::words(archive, own, other, shares);
    let of_words = words
        .fill("{} in at least {} documents", &[&words.count(found.len(), "{} word", "{} words"), &LEAST.to_string()]);
    let of_names = words.count(names.len(), "{} name", "{} names");
    let labels = [[wording("Names of A"), wording("Names of B")], [wording("Words of A"), wording("Words of B")]];
    let both = labels.into_iter().zip([(names, of_names), (found, of_words)]);
    let tables = both.flat_map(|(labels, (tested, of))| {
        let all = tested.len().to_string();
        labels.map(|label| CompareTable {
            label: words.text(label),
            tested: words.fill(
                "{} tested; by G², what the sides are chosen by left out. Corrected: p × {} (Bonferroni).",
                &[&of, &all],
            ),
            rows: rows(archive, (own, other), shares, &tested, label == labels[0]),
        })
    });
    tables.filter(|table| !table.rows.is_empty()).collect()
}

fn names(archive: &Archive, own: &Side, other: &Side, shares: Shares) -> Vec<Tested> {
    let entities =
        FACETS.iter().filter(|kind| takes_part(**kind)).flat_map(|kind| archive.range_of(*kind)).map(EntityId);
    let counted = entities.filter_map(|entity| {
        let (first, second) = (own.count(archive, entity), other.count(archive, entity));
        let is_tested = first + second > 0
            && ![own, other].iter().any(|side| side.is_chosen_by(archive, entity))
            && [own, other].iter().all(|side| side.can_say(archive, entity));
        is_tested.then(|| tested(What::Name(entity), first, second, shares))
    });
    counted.collect()
}

fn words(archive: &Archive, own: &Side, other: &Side, shares: Shares) -> Vec<Tested> {
    let mut words = Vec::new();
    if ![own, other].iter().all(|side| side.takes_word()) {
        return words;
    }
    for entry in archive.terms_from("").filter(|entry| !entry.word.contains(EXACT)) {
        let postings: Vec<Posting> = entry.postings.collect();
        let (first, second) = (own.count_of_word(archive, &postings), other.count_of_word(archive, &postings));
        if first + second >= LEAST && ![own, other].iter().any(|side| side.is_searched_by(&entry.word)) {
            words.push(tested(What::Word(entry.word), first, second, shares));
        }
    }
    words
}

fn tested(what: What, first: u32, second: u32, shares: Shares) -> Tested {
    Tested { what, first, second, g2: shares.table(first, second).g2().unwrap_or_default() }
}

/// The strongest evidence first; those that are commoner in the other side are not listed.
fn rows(
    archive: &Archive,
    (own, other): (&Side, &Side),
    shares: Shares,
    tested: &[Tested],
    is_first: bool,
) -> Vec<CompareRow> {
    let sign = if is_first { 1.0 } else { -1.0 };
    let name = |tested: &Tested| match &tested.what {
        What::Name(entity) => (archive.kind_of(*entity), archive.slug(*entity).to_owned()),
        What::Word(word) => (EntityKind::Outlet, word.clone()),
    };
    let mut listed: Vec<&Tested> = tested.iter().filter(|tested| tested.g2 * sign > 0.0).collect();
    sort(&mut listed, |one, two| {
        let by_evidence = (two.g2 * sign).partial_cmp(&(one.g2 * sign)).unwrap_or(std::cmp::Ordering::Equal);
        let by_size = || (two.first + two.second).cmp(&(one.first + one.second));
        by_evidence.then_with(by_size).then_with(|| name(one).cmp(&name(two)))
    });
    let row = |one: &&Tested| {
        let mut row = match &one.what {
            What::Name(entity) => {
                let parts = (own.carrying(archive, *entity, one.first)?, other.carrying(archive, *entity, one.second)?);
                shares.row(archive.label(*entity), archive.kind_of(*entity), archive.colour(*entity), parts)
            }
            What::Word(word) => {
                let parts = (own.holding(word, one.first), other.holding(word, one.second));
                CompareRow { kind: "word".to_owned(), ..shares.row(word, EntityKind::Topic, "", parts) }
            }
        };
        let table = shares.table(one.first, one.second);
        let turned = Table { a: table.c, b: table.d, c: table.a, d: table.b };
        let measured = |measure: Measure| value(measure, &table).zip(value(measure, &turned));
        // Half of both ways, so that to exchange the sides changes the sign and no digit.
        row.logratio = measured(Measure::Logratio)
            .map_or_else(String::new, |(here, there)| signed((here - there) / 2.0, thousandths));
        row.g2 = measured(Measure::G2).map_or_else(String::new, |(g2, _)| signed(g2, thousandths));
        let p = if is_first { table.exact_p() } else { turned.exact_p() };
        row.p = p.map_or_else(String::new, probability);
        row.corrected = p.map_or_else(String::new, |p| probability((p * tested.len() as f64).min(1.0)));
        Some(row)
    };
    listed.iter().filter_map(row).take(ROWS).collect()
}

/// With its sign in front; what is written as nothing has none.
fn signed(number: f64, written: fn(f64) -> String) -> String {
    let digits = written(number.abs());
    let sign = match () {
        () if digits.bytes().all(|byte| matches!(byte, b'0' | b'.')) => "",
        () if number < 0.0 => "−",
        () => "+",
    };
    [sign, &digits].concat()
}
