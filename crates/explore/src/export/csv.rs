//! Comma-separated values after RFC 4180, that no spreadsheet takes for formulas.

use super::{DOCUMENT_COLUMNS, PAIR_COLUMNS, document_row, entity_id, kind_word, pair_rows};
use crate::cooccurrence::Counted;
use crate::query::Query;
use archive::{Archive, DocumentId, EntityId};

/// Documents, one a row; lists are joined by "; ".
pub fn documents(archive: &Archive, query: &Query, documents: &[DocumentId]) -> String {
    let mut csv = String::new();
    row(&DOCUMENT_COLUMNS.map(text), &mut csv);
    let names = |entities: &[EntityId]| {
        let names: Vec<&str> = entities.iter().map(|entity| archive.name(*entity)).collect();
        text(&names.join("; "))
    };
    for document in documents {
        let document = document_row(archive, query, *document);
        let cells = [
            text(document.id),
            text(document.title),
            text(&document.date),
            names(&document.outlets),
            text(document.url),
            names(&document.people),
            names(&document.parties),
            names(&document.topics),
        ];
        row(&cells, &mut csv);
    }
    csv
}

/// Pairs, one a row, in their order; what is undefined is empty.
pub fn pairs(archive: &Archive, counted: &Counted) -> String {
    let mut csv = String::new();
    row(&PAIR_COLUMNS.map(text), &mut csv);
    for pair in pair_rows(counted) {
        let names = [pair.first, pair.second].map(|entity| text(archive.name(entity)));
        let numbers = pair.numbers.iter().map(|cell| cell.map_or_else(String::new, number));
        row(&names.into_iter().chain(numbers).collect::<Vec<_>>(), &mut csv);
    }
    csv
}

/// Everyone who takes part, one a row, the most frequent first, with the units that hold each.
pub fn names(archive: &Archive, counted: &Counted) -> String {
    let mut csv = String::new();
    row(&["id", "name", "kind", "count"].map(text), &mut csv);
    for (entity, count) in &counted.entities {
        let id = entity_id(archive, *entity);
        let cells = [text(&id), text(archive.name(*entity)), text(kind_word(archive, *entity)), count.to_string()];
        row(&cells, &mut csv);
    }
    csv
}

/// A row, from cells that are ready.
pub(crate) fn row(cells: &[String], csv: &mut String) {
    csv.push_str(&cells.join(","));
    csv.push_str("\r\n");
}

/// A cell of text. What a spreadsheet would take for a formula gets an apostrophe before it (OWASP ASVS 5.0, 1.2.10).
pub fn text(text: &str) -> String {
    let guard = text.starts_with(|first: char| matches!(first, '=' | '+' | '-' | '@') || first.is_control());
    let guarded = format!("{}{text}", if guard { "'" } else { "" });
    if guarded.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

/// A cell of a number, to ten significant digits; nothing for what is no number.
pub fn number(number: f64) -> String {
    crate::number::significant(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for first in ["=", "+", "-", "@", "\t", "\0", "\u{85}"] {
            assert_eq!(text(&format!("{first}1")), format!("'{first}1"));
        }
        assert_eq!(text("\r=1"), "\"'\r=1\"");
        assert_eq!(text("1=-"), "1=-");
        assert_eq!(text(""), "");
    }

    #[test]
    fn what_would_part_cells_is_quoted() {
        assert_eq!(text("Labour, \"red\"\nparty"), "\"Labour, \"\"red\"\"\nparty\"");
        assert_eq!(text("=a,b"), "\"'=a,b\"");
    }
}
