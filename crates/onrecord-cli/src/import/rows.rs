//! Rows: the cells of one row as the document they hold.

use super::columns::{Columns, Field, Shape};
use super::complaints::{Complaint, Complaints};
use super::dates::date;
use super::table::SAVE_AS_UTF8;
use csv::ByteRecord;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// What reading rows needs to know.
pub(super) struct Reading<'a> {
    pub(super) columns: &'a Columns,
    /// Ids of rows without one begin with it.
    pub(super) name: &'a str,
    pub(super) date_format: Option<&'a str>,
    /// Rows so far.
    pub(super) rows: u64,
    /// Ids so far, and the lines where they stand.
    ids: HashMap<String, u64>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(columns: &'a Columns, name: &'a str, date_format: Option<&'a str>) -> Reading<'a> {
        Reading { columns, name, date_format, rows: 0, ids: HashMap::new() }
    }

    /// The document of a row that begins in a line; `None` if there is none, which is told.
    pub(super) fn document(&mut self, row: &ByteRecord, line: u64, complaints: &mut Complaints) -> Option<Value> {
        self.rows += 1;
        let cells = self.cells(row, line, complaints)?;
        let text = |name: &str| {
            let (_, column) = self.columns.taken.iter().find(|(field, _)| field.name == name)?;
            Some(cells[*column].text.trim()).filter(|text| !text.is_empty())
        };
        if text("text").is_none() {
            let message = format!("row {} has no text; it was left out", self.rows);
            let shown = cells.iter().map(|cell| cell.text).collect::<Vec<_>>().join(" ");
            complaints.warning(Complaint { code: "no-text", line, text: &shown, message, help: "" });
            return None;
        }
        let id = text("id").map_or_else(|| format!("{}-{}", self.name, self.rows), str::to_owned);
        let mut is_whole = self.is_new(&id, line, complaints);
        let mut document = Map::from_iter([("id".to_owned(), Value::from(id))]);
        for (field, column) in self.columns.taken.iter().filter(|(field, _)| field.name != "id") {
            match self.value(field, &cells[*column], complaints) {
                Ok(Some(value)) => drop(document.insert(field.name.to_owned(), value)),
                Ok(None) => {}
                Err(Wrong) => is_whole = false,
            }
        }
        if document.contains_key("speakers") && !document.contains_key("kind") {
            document.insert("kind".to_owned(), Value::from("speech"));
        }
        is_whole.then_some(Value::Object(document))
    }

    /// As many cells as the table has columns.
    fn cells<'r>(&self, row: &'r ByteRecord, line: u64, complaints: &mut Complaints) -> Option<Vec<Cell<'r>>> {
        let all = || row.iter().map(String::from_utf8_lossy).collect::<Vec<_>>().join(",");
        let columns = self.columns.headings.len();
        if row.len() != columns {
            let cells = if row.len() == 1 { "cell" } else { "cells" };
            let message = format!("row {} has {} {cells}, the header has {columns}", self.rows, row.len());
            let help = if row.iter().any(|cell| line_ends(cell) > 0) {
                "close every quotation mark, and write one inside a quoted cell twice: \"\""
            } else {
                "a cell that holds the separator stands between quotation marks"
            };
            complaints.error(Complaint { code: "wrong-cells", line, text: &all(), message, help });
            return None;
        }
        let mut line = line;
        let mut cells = Vec::with_capacity(columns);
        for (cell, heading) in row.iter().zip(&self.columns.headings) {
            let Ok(text) = str::from_utf8(cell) else {
                let message = format!("`{heading}` of row {} is not UTF-8", self.rows);
                let help = SAVE_AS_UTF8;
                complaints.error(Complaint {
                    code: "not-utf-8",
                    line,
                    text: &String::from_utf8_lossy(cell),
                    message,
                    help,
                });
                return None;
            };
            cells.push(Cell { line, text });
            line += line_ends(cell);
        }
        Some(cells)
    }

    fn is_new(&mut self, id: &str, line: u64, complaints: &mut Complaints) -> bool {
        if let Some(first) = self.ids.get(id) {
            let message = format!("row {} has the id of the row in line {first}: `{id}`", self.rows);
            let help = "give each row an id of its own, or take the ids from another column: --column id=COLUMN; \
                        with --column id= rows are numbered";
            complaints.error(Complaint { code: "duplicate-id", line, text: id, message, help });
            return false;
        }
        self.ids.insert(id.to_owned(), line);
        true
    }

    /// What a cell says of a field; of an empty cell nothing.
    fn value(&self, field: &Field, cell: &Cell, complaints: &mut Complaints) -> Result<Option<Value>, Wrong> {
        let (line, trimmed) = (cell.line, cell.text.trim());
        if trimmed.is_empty() {
            return Ok(None);
        }
        Ok(match field.shape {
            Shape::Paragraphs => Some(Value::from(paragraphs(trimmed))),
            Shape::Text => Some(Value::from(trimmed)),
            Shape::List => {
                let several: Vec<&str> =
                    trimmed.split([';', '|']).map(str::trim).filter(|one| !one.is_empty()).collect();
                (!several.is_empty()).then(|| Value::from(several))
            }
            Shape::Date => {
                let date = date(trimmed, self.date_format);
                if date.is_none() {
                    let message = format!("`{trimmed}` is no date that reads in one way only; the row has none now");
                    let help =
                        "write 2024, 2024-04 or 2024-04-02, or say how dates are written: --date-format %d/%m/%Y";
                    complaints.warning(Complaint { code: "bad-date", line, text: trimmed, message, help });
                }
                date.map(Value::from)
            }
            Shape::Word(words) => {
                let word = trimmed.to_lowercase();
                if !words().contains(&word.as_str()) {
                    let message = format!("`{trimmed}` is no `{}`", field.name);
                    let help =
                        format!("write {}; with --column {}= the column is not read", words().join(", "), field.name);
                    complaints.error(Complaint { code: "unknown-value", line, text: trimmed, message, help: &help });
                    return Err(Wrong);
                }
                Some(Value::from(word))
            }
        })
    }
}

/// A cell, and the line it begins in.
struct Cell<'a> {
    line: u64,
    text: &'a str,
}

/// A cell that cannot stand, which has been told.
struct Wrong;

/// Paragraphs parted by a blank line each. As in plain text, where no line is blank each line is a paragraph.
fn paragraphs(cell: &str) -> String {
    let text = cell.replace("\r\n", "\n");
    if text.lines().any(|line| line.trim().is_empty()) { text } else { text.replace('\n', "\n\n") }
}

fn line_ends(cell: &[u8]) -> u64 {
    cell.iter().filter(|byte| **byte == b'\n').count() as u64
}
