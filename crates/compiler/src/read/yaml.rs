//! YAML as values that know where they stand. Plain scalars that look like dates are texts, as YAML 1.2 has it.

use super::collected::Collected;
use super::source::Source;
use super::value::{DEPTH_LIMIT, Field, Kind, Value, report_repeated};
use crate::corpus::Span;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

/// The fields of a YAML text; `None`, with the parser's error, if it is none.
pub(super) fn fields(source: Source, problems: &mut Collected) -> Option<Vec<Field>> {
    let places = Places::of(source);
    let mut open: Vec<Open> = Vec::new();
    let mut root: Option<Value> = None;
    let mut parser = Parser::new_from_str(source.text);
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                broken(&places, &error, problems);
                return None;
            }
        };
        let span = places.span(span.start.index(), span.end.index());
        let done = match event {
            Event::Scalar(text, style, ..) => Some(Value { kind: scalar(&text, style), span: trimmed(span, &source) }),
            Event::SequenceStart(..) => {
                open.push(Open { start: span, kind: Kind::List(Vec::new()), key: None });
                None
            }
            Event::MappingStart(..) => {
                open.push(Open { start: span, kind: Kind::Table(Vec::new()), key: None });
                None
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|open| open.closed(span, problems)),
            Event::Alias(_) => {
                problems.error("broken-yaml", span, "YAML aliases (`*name`) are not read", "write the value out");
                return None;
            }
            _ => None,
        };
        if open.len() > DEPTH_LIMIT {
            problems.error(
                "nested-too-deep",
                span,
                format!("lists and tables nested more than {DEPTH_LIMIT} deep"),
                "",
            );
            return None;
        }
        let Some(value) = done else { continue };
        match open.last_mut() {
            Some(parent) => parent.take(value, problems),
            None => root = root.or(Some(value)),
        }
    }
    match root {
        Some(Value { kind: Kind::Table(fields), .. }) => Some(fields),
        None | Some(Value { kind: Kind::Nothing, .. }) => Some(Vec::new()),
        Some(other) => {
            let message = format!("the facts must be a table, not {}", other.kind.name());
            problems.error("broken-yaml", other.span, message, "write one `name: value` on each line");
            None
        }
    }
}

/// A list or table that is not closed yet.
struct Open {
    start: Span,
    kind: Kind,
    key: Option<Value>,
}

impl Open {
    fn take(&mut self, value: Value, problems: &mut Collected) {
        match (&mut self.kind, self.key.take()) {
            (Kind::List(list), _) => list.push(value),
            (Kind::Table(_), None) => self.key = Some(value),
            (Kind::Table(fields), Some(key)) => match key.kind {
                Kind::Text(name) | Kind::Number(name) => {
                    fields.push(Field { key: name, key_span: key.span, value });
                }
                other => {
                    let message = format!("the name of a field must be a text, not {}", other.name());
                    problems.error("broken-yaml", key.span, message, "");
                }
            },
            _ => {}
        }
    }

    fn closed(self, end: Span, problems: &mut Collected) -> Value {
        if let Kind::Table(fields) = &self.kind {
            report_repeated(fields, "broken-yaml", problems);
        }
        Value { kind: self.kind, span: Span { end: end.start.max(self.start.start), ..self.start } }
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Kind {
    if style != ScalarStyle::Plain {
        return Kind::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Nothing,
        "true" | "True" | "TRUE" => Kind::Truth(true),
        "false" | "False" | "FALSE" => Kind::Truth(false),
        _ if text.bytes().all(|byte| byte.is_ascii_digit()) => Kind::Number(text.to_owned()),
        _ => Kind::Text(text.to_owned()),
    }
}

fn trimmed(span: Span, source: &Source) -> Span {
    let text = source.at(span);
    Span { end: span.start + text.trim_end().len(), ..span }
}

fn broken(places: &Places, error: &ScanError, problems: &mut Collected) {
    let at = error.marker().index();
    let help = "texts with a colon or a quotation mark in them stand in quotation marks";
    let code = if error.info().starts_with("recursion limit") { "nested-too-deep" } else { "broken-yaml" };
    problems.error(code, places.span(at, at), format!("this is not YAML: {}", error.info()), help);
}

/// The way from the parser's places, which count characters, to bytes.
struct Places<'a> {
    source: Source<'a>,
    /// The byte of each character; none if all are ASCII.
    bytes: Vec<u32>,
}

impl<'a> Places<'a> {
    fn of(source: Source<'a>) -> Places<'a> {
        let bytes = if source.text.is_ascii() {
            Vec::new()
        } else {
            source.text.char_indices().map(|(at, _)| at as u32).collect()
        };
        Places { source, bytes }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let length = self.source.text.len();
        let byte = |character: usize| match self.bytes.is_empty() {
            true => character.min(length),
            false => self.bytes.get(character).map_or(length, |byte| *byte as usize),
        };
        let start = byte(start);
        self.source.span(start..byte(end).max(start))
    }
}
