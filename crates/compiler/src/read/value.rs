//! Values that know where they stand: the one tree that TOML, YAML and JSON are read into.

use super::collected::Collected;
use super::near::quoted;
use crate::corpus::Span;
use std::collections::HashSet;

/// Deepest nesting of lists and tables that is read.
pub(super) const DEPTH_LIMIT: usize = 64;

/// How many repeated keys of a table are told.
const SHOWN: usize = 20;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Text(String),
    /// As it is written.
    Number(String),
    /// As it is written: TOML's dates and times.
    Date(String),
    Truth(bool),
    Nothing,
    List(Vec<Value>),
    Table(Vec<Field>),
}

/// A key and its value. The fields of a table stand in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) key: String,
    pub(super) key_span: Span,
    pub(super) value: Value,
}

/// Reports each key that stood before in the same table; the first one counts.
pub(super) fn report_repeated(fields: &[Field], code: &'static str, problems: &mut Collected) {
    let mut seen = HashSet::with_capacity(fields.len());
    let repeated = fields.iter().filter(|field| !seen.insert(field.key.as_str()));
    for field in repeated.take(SHOWN) {
        problems.error(code, field.key_span, format!("{} stands twice", quoted(&field.key)), "delete one of them");
    }
}

impl Kind {
    /// The kind in words, for messages.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Kind::Text(_) => "a text",
            Kind::Number(_) => "a number",
            Kind::Date(_) => "a date",
            Kind::Truth(_) => "true or false",
            Kind::Nothing => "nothing",
            Kind::List(_) => "a list",
            Kind::Table(_) => "a table",
        }
    }
}
