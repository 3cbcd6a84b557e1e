//! Fields: reads a table's fields by name and type, reports what has the wrong type, and in the end what nobody asked for.

use super::collected::Collected;
use super::near::{did_you_mean, quoted};
use super::odd;
use super::source::Source;
use super::value::{Field, Kind, Value};
use crate::corpus::{Named, Span};
use std::collections::BTreeSet;

/// How many of a table's unknown fields are told.
const UNKNOWN_SHOWN: usize = 100;

/// A table being read. Every name that is asked for counts as known.
pub(super) struct Fields<'a, 'p> {
    fields: &'a [Field],
    pub(super) source: Source<'a>,
    known: Vec<&'static str>,
    pub(super) problems: &'p mut Collected,
}

impl<'a, 'p> Fields<'a, 'p> {
    pub(super) fn new(fields: &'a [Field], source: Source<'a>, problems: &'p mut Collected) -> Fields<'a, 'p> {
        Fields { fields, source, known: Vec::new(), problems }
    }

    /// The value of a field, if it is given: an empty text or list is not.
    pub(super) fn value(&mut self, name: &'static str) -> Option<&'a Value> {
        self.known.push(name);
        let value = &self.fields.iter().find(|field| field.key == name)?.value;
        let is_given = match &value.kind {
            Kind::Nothing => false,
            Kind::Text(text) => !text.trim().is_empty(),
            Kind::List(list) => !list.is_empty(),
            _ => true,
        };
        is_given.then_some(value)
    }

    /// Whether the field stands there, even if it is empty.
    pub(super) fn stands(&mut self, name: &'static str) -> bool {
        self.known.push(name);
        self.fields.iter().any(|field| field.key == name)
    }

    /// A text on one line: trimmed, without odd characters. A number will do.
    pub(super) fn text(&mut self, name: &'static str) -> Option<Named> {
        let value = self.value(name)?;
        self.plain_text(name, "a text", value)
    }

    /// A text exactly as it is given.
    pub(super) fn verbatim(&mut self, name: &'static str) -> Option<&'a str> {
        let value = self.value(name)?;
        match &value.kind {
            Kind::Text(text) => {
                self.warn_of_odd(text, value.span);
                Some(text)
            }
            other => {
                self.wrong_type(name, "a text", other, value.span);
                None
            }
        }
    }

    /// A list of texts, or one text. Empty ones are left out, and so are those without a letter or digit.
    pub(super) fn texts(&mut self, name: &'static str) -> Vec<Named> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let values = match &value.kind {
            Kind::List(list) => list.as_slice(),
            _ => std::slice::from_ref(value),
        };
        values.iter().filter_map(|value| self.plain_text(name, "a text or a list of texts", value)).collect()
    }

    /// Names of entities: a list of texts, or one text. Those without a letter or digit are left out with a warning.
    pub(super) fn names(&mut self, name: &'static str) -> Vec<Named> {
        let mut names = self.texts(name);
        names.retain(|named| self.is_name(&named.text, named.span));
        names
    }

    /// Whether a text can name anything; one without a letter or digit cannot, and is told of.
    pub(super) fn is_name(&mut self, text: &str, span: Span) -> bool {
        let has_letter = text.chars().any(char::is_alphanumeric);
        if !has_letter {
            let message = format!("{} has no letter or digit; it was left out", quoted(text));
            self.problems.warning("empty-name", span, message, "");
        }
        has_letter
    }

    /// A number that counts something.
    pub(super) fn count(&mut self, name: &'static str) -> Option<usize> {
        let value = self.value(name)?;
        match &value.kind {
            Kind::Number(number) if number.parse::<u16>().is_ok() => number.parse().ok(),
            Kind::Number(number) => {
                let message = format!("`{name}` must be a whole number from 0 to {}, not {}", u16::MAX, quoted(number));
                self.problems.error("wrong-type", value.span, message, "");
                None
            }
            other => {
                self.wrong_type(name, "a number", other, value.span);
                None
            }
        }
    }

    /// True or false.
    pub(super) fn truth(&mut self, name: &'static str) -> Option<bool> {
        let value = self.value(name)?;
        match &value.kind {
            Kind::Truth(truth) => Some(*truth),
            other => {
                self.wrong_type(name, "true or false", other, value.span);
                None
            }
        }
    }

    /// A table in the table.
    pub(super) fn table(&mut self, name: &'static str) -> Option<&'a [Field]> {
        let value = self.value(name)?;
        match &value.kind {
            Kind::Table(fields) => Some(fields),
            other => {
                self.wrong_type(name, "a table", other, value.span);
                None
            }
        }
    }

    /// A list of tables, each with its place.
    pub(super) fn tables(&mut self, name: &'static str) -> Vec<(&'a [Field], Span)> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let Kind::List(list) = &value.kind else {
            self.wrong_type(name, "a list of tables", &value.kind, value.span);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in list {
            match &value.kind {
                Kind::Table(fields) => tables.push((fields.as_slice(), value.span)),
                other => self.wrong_type(name, "a list of tables", other, value.span),
            }
        }
        tables
    }

    /// Warns of each field that nobody asked for.
    pub(super) fn warn_of_unknown(self) {
        let Fields { fields, known, problems, .. } = self;
        let unknown = fields.iter().filter(|field| !known.contains(&field.key.as_str()));
        for field in unknown.take(UNKNOWN_SHOWN) {
            let help = did_you_mean(&field.key, &known);
            let message = format!("unknown field {}", quoted(&field.key));
            problems.warning("unknown-field", field.key_span, message, help);
        }
    }

    pub(super) fn plain_text(&mut self, name: &'static str, wanted: &str, value: &'a Value) -> Option<Named> {
        let text = match &value.kind {
            Kind::Text(text) => text,
            Kind::Number(text) | Kind::Date(text) => text,
            Kind::Nothing => return None,
            other => {
                self.wrong_type(name, wanted, other, value.span);
                return None;
            }
        };
        self.warn_of_odd(text, value.span);
        let text = odd::removed(text).trim().to_owned();
        (!text.is_empty()).then_some(Named { text, span: value.span })
    }

    pub(super) fn wrong_type(&mut self, name: &str, wanted: &str, found: &Kind, span: Span) {
        let message = format!("`{name}` must be {wanted}, not {}", found.name());
        let help = match found {
            Kind::Table(_) if wanted == "a list of tables" => {
                format!("write `[[{name}]]`, or square brackets round the braces")
            }
            _ => String::new(),
        };
        self.problems.error("wrong-type", span, message, help);
    }

    fn warn_of_odd(&mut self, text: &str, span: Span) {
        let mut seen = BTreeSet::new();
        for (_, letter) in odd::characters(text).filter(|(_, letter)| seen.insert(*letter)) {
            let at = self.source.at(span).find(letter);
            let place = at.map(|at| Span { start: span.start + at, end: span.start + at + letter.len_utf8(), ..span });
            odd::warn(letter, 1, place.unwrap_or(span), self.problems);
        }
    }
}
