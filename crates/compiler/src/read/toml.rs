//! TOML as values that know where they stand.

use super::collected::Collected;
use super::source::Source;
use super::value::{Field, Kind, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How many of a broken file's errors are told.
const ERRORS_SHOWN: usize = 20;

/// The fields of a TOML text; `None`, with every error the parser found, if it is none.
pub(super) fn fields(source: Source, problems: &mut Collected) -> Option<Vec<Field>> {
    let (table, errors) = DeTable::parse_recoverable(source.text);
    if errors.is_empty() {
        return Some(table_fields(table.get_ref(), &source));
    }
    let end = source.text.len();
    let mut last_line = None;
    for error in errors.into_iter().take(ERRORS_SHOWN) {
        let range = error.span().unwrap_or(end..end);
        // What the parser says of the rest of a broken line is seldom true.
        let line = source.text.bytes().take(range.start).filter(|byte| *byte == b'\n').count();
        if last_line.replace(line) == Some(line) {
            continue;
        }
        let message = format!("this is not TOML: {}", error.message());
        let help = "texts and dates stand in quotation marks, lists in square brackets: topics = [\"ceasefire\"]";
        let code = if error.message().contains("recursion") { "nested-too-deep" } else { "broken-toml" };
        problems.error(code, source.span(range), message, help);
    }
    None
}

fn table_fields(table: &DeTable, source: &Source) -> Vec<Field> {
    let mut fields: Vec<Field> = table
        .iter()
        .map(|(key, found)| Field {
            key: key.get_ref().clone().into_owned(),
            key_span: source.span(key.span()),
            value: value(found, source),
        })
        .collect();
    fields.sort_by_key(|field| field.key_span);
    fields
}

fn value(found: &Spanned<DeValue>, source: &Source) -> Value {
    let span = source.span(found.span());
    let kind = match found.get_ref() {
        DeValue::String(text) => Kind::Text(text.replace("\r\n", "\n")),
        DeValue::Integer(_) | DeValue::Float(_) => Kind::Number(source.at(span).to_owned()),
        DeValue::Boolean(truth) => Kind::Truth(*truth),
        DeValue::Datetime(_) => Kind::Date(source.at(span).to_owned()),
        DeValue::Array(list) => Kind::List(list.iter().map(|found| value(found, source)).collect()),
        DeValue::Table(table) => Kind::Table(table_fields(table, source)),
    };
    Value { kind, span }
}
