//! Values that know where they stand: the one tree that TOML, YAML and JSON are read into.

use crate::corpus::Span;

/// Deepest nesting of lists and tables that is read.
pub(super) const DEPTH_LIMIT: usize = 64;

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
