//! Query ⇄ "?person=…&topic=…": total and canonical; defaults left out, keys and values sorted, decoded exactly once.

use super::sides::DEEPEST;
use super::{
    Asked, Cell, FACETS, Filter, Frame, Keys, Language, MOST_CONTEXT, PartyAs, Query, Scope, Show, Sort, Sure, Tie,
    Unit, ViewName, takes_part,
};
use crate::order::sort;
use archive::{EntityKind, date};
use graph::association::Measure;

/// Keys and values as given, in plain form, in order, each once.
type Given = Vec<(String, String)>;

impl Query {
    /// Reads an address, with or without its `?`. Total: what means nothing becomes `unknown`. An empty value of a known key is
    /// as if the key were absent; of several values of a key that takes one, the first in order is taken.
    pub fn parse(address: &str) -> Query {
        Query::parse_at(address, 0)
    }

    /// The same for an address that stands `depth` deep in others.
    fn parse_at(address: &str, depth: usize) -> Query {
        let mut given = given(address, depth);
        let mut unknown = Vec::new();
        let mut query = Query::default();
        let mut take = Take { given: &mut given, unknown: &mut unknown };

        query.q = take.one("q", |text| (!text.is_empty()).then(|| text.to_owned()), &String::new()).unwrap_or_default();
        for (kind, filter) in FACETS.iter().zip(&mut query.filters) {
            take.filter(kind.word(), *kind, filter);
        }
        for (key, filter) in Asked::ALL.iter().zip(&mut query.statements) {
            filter.chosen = take.many(key.word(), &|text| key.reads(text));
            filter.excluded = take.many(&["not-", key.word()].concat(), &|text| key.reads(text));
        }
        let default = Query::default();
        query.sure = take.one("sure", Sure::from_word, &default.sure).unwrap_or_default();
        query.tie = take.one("tie", Tie::from_word, &default.tie).unwrap_or_default();
        query.party_as = take.one("party-as", PartyAs::from_word, &default.party_as).unwrap_or_default();
        query.scope = take.one("in", Scope::from_word, &default.scope).unwrap_or_default();
        let written = |text: &str| date::parse(text).map(|_| Some(text.to_owned()));
        query.from = take.one("from", written, &None).flatten();
        query.to = take.one("to", written, &None).flatten();
        let within = |text: &str| selection(text, depth).map(|query| Some(Box::new(query)));
        query.outside = take.one("outside", within, &None).flatten();
        query.with = take.one("with", within, &None).flatten();
        query.view = take.one("view", ViewName::from_word, &default.view).unwrap_or_default();
        query.unit = take.one("unit", Unit::from_word, &default.unit).unwrap_or_default();
        query.measure = take.one("measure", Measure::parse, &default.measure).unwrap_or(default.measure);
        query.show = take.one("show", Show::from_word, &default.show).unwrap_or_default();
        let kind = |word: &str| EntityKind::from_word(word).filter(|kind| takes_part(*kind));
        let mut kinds: Vec<EntityKind> =
            take.many("kind", &|word| kind(word).is_some()).iter().filter_map(|word| kind(word)).collect();
        if !kinds.is_empty() {
            sort(&mut kinds, Ord::cmp);
            query.kinds = kinds;
        }
        query.min = take.one("min", number(0), &default.min).unwrap_or(default.min);
        query.top = take.one("top", number(1), &default.top).unwrap_or(default.top);
        let slug = |text: &str| Some(Some(text.to_owned()));
        query.focus = take.one("focus", slug, &None).flatten();
        query.pair = take.one("pair", |text| pair(text).map(Some), &None).flatten();
        query.cell = take.one("cell", Cell::from_word, &default.cell).unwrap_or_default();
        query.document = take.one("doc", slug, &None).flatten();
        query.at = take.one("at", |text| number(1)(text).map(Some), &None).flatten();
        query.quotation = take.one("quote", slug, &None).flatten();
        query.edition = take.one("v", slug, &None).flatten();
        let usual = Query { q: query.q.clone(), ..Query::default() }.sort_or_default();
        query.sort = take.one("sort", Sort::from_word, &usual).filter(|sort| *sort != usual);
        query.frame = take.one("embed", Frame::from_word, &default.frame).unwrap_or_default();
        query.keys = take.one("keys", Keys::from_word, &default.keys).unwrap_or_default();
        query.language = take.one("lang", Language::from_word, &default.language).unwrap_or_default();
        query.page = take.one("page", number(1), &default.page).unwrap_or(default.page);
        let words = |text: &str| number(1)(text).filter(|words| *words <= MOST_CONTEXT);
        query.context = take.one("context", words, &default.context).unwrap_or(default.context);
        query.list = take.one("list", |text| Some(text.to_owned()), &default.list).unwrap_or_default();
        query.form = take.one("form", slug, &None).flatten();

        unknown.append(&mut given);
        sort(&mut unknown, Ord::cmp);
        query.unknown = unknown;
        query
    }

    /// The canonical address, from its `?` on; `?` alone for the bare address.
    pub fn to_url(&self) -> String {
        let mut pairs = self.pairs();
        sort(&mut pairs, Ord::cmp);
        let mut url = String::from("?");
        for (key, value) in &pairs {
            if url.len() > 1 {
                url.push('&');
            }
            encode(key, &mut url);
            url.push('=');
            encode(value, &mut url);
        }
        url
    }

    /// The keys and values of the address, defaults left out, in no order.
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        let default = Query::default();
        let mut pairs = self.unknown.clone();
        let mut put = |key: &str, value: &str| pairs.push((key.to_owned(), value.to_owned()));
        if !self.q.is_empty() {
            put("q", &self.q);
        }
        let kinds = FACETS.iter().map(|kind| kind.word());
        let filters = kinds.zip(&self.filters).chain(Asked::ALL.iter().map(|key| key.word()).zip(&self.statements));
        for (key, filter) in filters {
            filter.chosen.iter().for_each(|slug| put(key, slug));
            filter.excluded.iter().for_each(|slug| put(&["not-", key].concat(), slug));
        }
        for (kind, filter) in FACETS.iter().zip(&self.filters).filter(|(_, filter)| filter.switched) {
            put(&["match-", kind.word()].concat(), if filter.is_any(*kind) { "any" } else { "all" });
        }
        let words = [
            ("party-as", self.party_as.word(), default.party_as.word()),
            ("in", self.scope.word(), default.scope.word()),
            ("view", self.view.word(), default.view.word()),
            ("unit", self.unit.word(), default.unit.word()),
            ("measure", self.measure.name(), default.measure.name()),
            ("show", self.show.word(), default.show.word()),
            ("cell", self.cell.word(), default.cell.word()),
            ("sure", self.sure.word(), default.sure.word()),
            ("tie", self.tie.word(), default.tie.word()),
            ("embed", self.frame.word(), default.frame.word()),
            ("keys", self.keys.word(), default.keys.word()),
            ("lang", self.language.word(), default.language.word()),
        ];
        words.iter().filter(|(_, word, usual)| word != usual).for_each(|(key, word, _)| put(key, word));
        let texts = [
            ("from", &self.from),
            ("to", &self.to),
            ("focus", &self.focus),
            ("doc", &self.document),
            ("quote", &self.quotation),
            ("v", &self.edition),
            ("form", &self.form),
        ];
        texts.iter().for_each(|(key, text)| {
            if let Some(text) = text {
                put(key, text);
            }
        });
        if self.kinds != default.kinds {
            self.kinds.iter().for_each(|kind| put("kind", kind.word()));
        }
        if !self.list.is_empty() {
            put("list", &self.list);
        }
        for (key, inner) in [("outside", &self.outside), ("with", &self.with)] {
            if let Some(inner) = inner {
                put(key, &Query { unknown: inner.unknown.clone(), ..inner.selecting() }.to_url());
            }
        }
        let numbers = [
            ("min", self.min, default.min),
            ("top", self.top, default.top),
            ("page", self.page, default.page),
            ("context", self.context, default.context),
        ];
        numbers
            .iter()
            .filter(|(_, number, usual)| number != usual)
            .for_each(|(key, number, _)| put(key, &number.to_string()));
        if let Some((first, second)) = &self.pair {
            put("pair", &format!("{first}~{second}"));
        }
        if let Some(at) = self.at {
            put("at", &at.to_string());
        }
        if let Some(sort) = self.sort {
            put("sort", sort.word());
        }
        pairs
    }
}

struct Take<'a> {
    given: &'a mut Given,
    unknown: &'a mut Vec<(String, String)>,
}

/// What a value of a key is.
enum Reading {
    Unreadable,
    /// What holds without it.
    Usual,
    Readable,
}

impl Take<'_> {
    /// The value of a key that takes one. Unreadable values, and more values than one, become unknown.
    fn one<T: PartialEq>(&mut self, key: &str, read: impl Fn(&str) -> Option<T>, usual: &T) -> Option<T> {
        let reading = |text: &str| match read(text) {
            None => Reading::Unreadable,
            Some(value) if value == *usual => Reading::Usual,
            Some(_) => Reading::Readable,
        };
        read(self.readable(key, 1, &reading).first()?)
    }

    /// The values of a key that takes many, ascending.
    fn many(&mut self, key: &str, is_readable: &dyn Fn(&str) -> bool) -> Vec<String> {
        let reading = |text: &str| if is_readable(text) { Reading::Readable } else { Reading::Unreadable };
        self.readable(key, usize::MAX, &reading)
    }

    /// Takes a key's values: up to `most` readable ones, in order. Empty values say nothing.
    fn readable(&mut self, key: &str, most: usize, reading: &dyn Fn(&str) -> Reading) -> Vec<String> {
        let mut taken = Vec::new();
        let mut rest = Vec::with_capacity(self.given.len());
        for (other, value) in self.given.drain(..) {
            if other != key {
                rest.push((other, value));
                continue;
            }
            match reading(&value) {
                Reading::Unreadable if value.is_empty() => {}
                Reading::Usual => {}
                Reading::Readable if taken.len() < most => taken.push(value),
                _ => self.unknown.push((other, value)),
            }
        }
        *self.given = rest;
        taken
    }

    fn filter(&mut self, key: &str, kind: EntityKind, filter: &mut Filter) {
        filter.chosen = self.many(key, &|text| !text.is_empty());
        filter.excluded = self.many(&["not-", key].concat(), &|text| !text.is_empty());
        let usual = kind == EntityKind::Outlet;
        let any = |word: &str| match word {
            "any" => Some(true),
            "all" => Some(false),
            _ => None,
        };
        filter.switched = self.one(&["match-", key].concat(), any, &usual).is_some();
    }
}

fn number(least: u32) -> impl Fn(&str) -> Option<u32> {
    move |text| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|number| digits && *number >= least)
    }
}

fn pair(text: &str) -> Option<(String, String)> {
    let (first, second) = text.split_once('~')?;
    if first.is_empty() || second.is_empty() || second.contains('~') {
        return None;
    }
    let (first, second) = if first < second { (first, second) } else { (second, first) };
    Some((first.to_owned(), second.to_owned()))
}

fn given(address: &str, depth: usize) -> Given {
    let query = address.strip_prefix('?').unwrap_or(address);
    let parts = query.split('&').filter(|part| !part.is_empty());
    let mut given: Given = parts
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(key, value)| (decoded(key), decoded(value)))
        .map(|(key, value)| match plain(&key, &value, depth) {
            Some(value) => (key, value),
            None => (key, value),
        })
        .collect();
    sort(&mut given, Ord::cmp);
    given.dedup();
    given
}

/// How the page itself writes the value of a key that can be written in more ways than one: of "min=7&min=007" one is left,
/// and which of two numbers comes first does not change when they are written back.
fn plain(key: &str, value: &str, depth: usize) -> Option<String> {
    match key {
        "min" | "top" | "page" | "at" | "context" => number(0)(value).map(|number| number.to_string()),
        "outside" | "with" => selection(value, depth).map(|query| query.to_url()),
        // Forms write line ends in one way, people and other programs in others.
        "list" => Some(value.replace("\r\n", "\n").replace('\r', "\n")),
        "pair" => pair(value).map(|(first, second)| [&first, "~", &second].concat()),
        _ => None,
    }
}

/// What of an address within an address selects, with what it does not understand; `None` if it stands too deep, or says nothing.
fn selection(address: &str, depth: usize) -> Option<Query> {
    if address.is_empty() || depth >= DEEPEST {
        return None;
    }
    let query = Query::parse_at(address, depth + 1);
    Some(Query { unknown: query.unknown.clone(), ..query.selecting() })
}

/// Percent-decoded once, `+` as a space; bytes that are no UTF-8 become U+FFFD.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        let hex = |at: usize| after.get(at).and_then(|digit| (*digit as char).to_digit(16));
        match (*byte, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &after[2..];
            }
            (b'+', _, _) => bytes.push(b' '),
            _ => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|wrong| String::from_utf8_lossy(wrong.as_bytes()).into_owned())
}

pub(crate) fn encode(text: &str, url: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'*' | b':' => url.push(byte as char),
            b' ' => url.push('+'),
            _ => {
                url.push('%');
                url.push(HEX[usize::from(byte >> 4)] as char);
                url.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
}
