//! A row of JSON as values that know where they stand. The parser judges the row; the walk only notes places.

use super::collected::Collected;
use super::source::Source;
use super::value::{Field, Kind, Value, report_repeated};

/// The fields of a row; `None`, with the parser's error, if it is no JSON object.
pub(super) fn fields(row: Source, problems: &mut Collected) -> Option<Vec<Field>> {
    // The parser also limits the depth, so that the walk may recurse.
    if let Err(error) = serde_json::from_str::<serde_json::Value>(row.text) {
        let at = byte_of_column(row.text, error.line(), error.column());
        let told = error.to_string();
        let message = told.split(" at line ").next().unwrap_or(&told);
        let code = if told.starts_with("recursion limit") { "nested-too-deep" } else { "broken-json" };
        let help = "each line is one object in braces; keys and texts stand in double quotation marks";
        problems.error(code, row.span(at..at), format!("this is not JSON: {message}"), help);
        return None;
    }
    let value = Walk { row, at: 0, problems }.value();
    match value.kind {
        Kind::Table(fields) => Some(fields),
        other => {
            let help = "each line is one object in braces";
            problems.error("broken-json", value.span, format!("a row must be an object, not {}", other.name()), help);
            None
        }
    }
}

/// The fields of a row that was read before, so that the parser has judged it.
pub(super) fn fields_again(row: Source, problems: &mut Collected) -> Vec<Field> {
    match (Walk { row, at: 0, problems }).value().kind {
        Kind::Table(fields) => fields,
        _ => Vec::new(),
    }
}

/// The parser counts bytes from 1 in each line; a row can hold a lone carriage return, but no line feed.
fn byte_of_column(text: &str, line: usize, column: usize) -> usize {
    let mut at = if line > 1 { text.len() } else { column.saturating_sub(1).min(text.len()) };
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

struct Walk<'a, 'p> {
    row: Source<'a>,
    at: usize,
    problems: &'p mut Collected,
}

impl Walk<'_, '_> {
    fn value(&mut self) -> Value {
        let first = self.next();
        let start = self.at;
        let kind = match first {
            b'"' => Kind::Text(self.text()),
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                while self.goes_on(b']') {
                    list.push(self.value());
                }
                Kind::List(list)
            }
            b'{' => {
                self.at += 1;
                let mut fields = Vec::new();
                while self.goes_on(b'}') {
                    self.field(&mut fields);
                }
                report_repeated(&fields, "broken-json", self.problems);
                Kind::Table(fields)
            }
            _ => {
                let rest = &self.row.text.as_bytes()[start..];
                let ends = |byte: &u8| matches!(byte, b',' | b']' | b'}') || byte.is_ascii_whitespace();
                self.at += rest.iter().position(ends).unwrap_or(rest.len());
                match &self.row.text[start..self.at] {
                    "true" => Kind::Truth(true),
                    "false" => Kind::Truth(false),
                    "null" => Kind::Nothing,
                    number => Kind::Number(number.to_owned()),
                }
            }
        };
        Value { kind, span: self.row.span(start..self.at) }
    }

    fn field(&mut self, fields: &mut Vec<Field>) {
        self.next();
        let start = self.at;
        let key = self.text();
        let key_span = self.row.span(start..self.at);
        if self.next() == b':' {
            self.at += 1;
        }
        let value = self.value();
        fields.push(Field { key, key_span, value });
    }

    /// The text that begins here, unescaped.
    fn text(&mut self) -> String {
        let bytes = self.row.text.as_bytes();
        let start = self.at;
        self.at = (start + 1).min(bytes.len());
        let mut is_escaped = false;
        while let Some(step) = bytes[self.at..].iter().position(|byte| matches!(byte, b'"' | b'\\')) {
            self.at += step;
            if bytes[self.at] == b'"' {
                self.at += 1;
                break;
            }
            is_escaped = true;
            self.at = (self.at + 2).min(bytes.len());
        }
        let written = self.row.text.get(start..self.at).unwrap_or_default();
        if is_escaped {
            serde_json::from_str(written).unwrap_or_default()
        } else {
            written.trim_matches('"').to_owned()
        }
    }

    /// Whether another element stands before the closing bracket; passes over commas and the bracket.
    fn goes_on(&mut self, closing: u8) -> bool {
        if self.next() == b',' {
            self.at += 1;
        }
        let next = self.next();
        if next == closing {
            self.at += 1;
        }
        next != closing && next != 0
    }

    /// The next byte that is no white space; 0 at the end.
    fn next(&mut self) -> u8 {
        let bytes = self.row.text.as_bytes();
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        bytes.get(self.at).copied().unwrap_or_default()
    }
}
