//! Columns: which column of a table holds which field of a document, by its name or as the one importing says.

use crate::failure::Failure;
use archive::{DatePrecision, DocumentKind, Rights};
use compiler::slug;

/// A field of a document, how a cell becomes its value, and what columns are called that obviously hold it, likeliest first.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    headings: &'static [&'static str],
}

/// How a cell becomes a value.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// The document's text, with its paragraphs.
    Paragraphs,
    Date,
    Text,
    /// Several texts, parted by `;` or `|`.
    List,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
}

const fn field(name: &'static str, shape: Shape, headings: &'static [&'static str]) -> Field {
    Field { name, shape, headings }
}

/// In the order in which they are written. Headings are slugs.
static FIELDS: [Field; 20] = [
    field("id", Shape::Text, &["id", "document-id", "doc-id", "article-id", "identifier", "uuid", "guid"]),
    field("title", Shape::Text, &["title", "headline", "heading"]),
    field(
        "date",
        Shape::Date,
        &[
            "date",
            "published",
            "published-at",
            "published-date",
            "date-published",
            "publication-date",
            "publish-date",
            "pub-date",
            "pubdate",
            "datetime",
            "created-at",
        ],
    ),
    field("date_precision", Shape::Word(|| words(DatePrecision::ALL, DatePrecision::word)), &["date-precision"]),
    field("date_note", Shape::Text, &["date-note"]),
    field("outlet", Shape::List, &["outlet", "source", "publisher", "publication", "newspaper", "media", "journal"]),
    field("via", Shape::List, &["via"]),
    field("author", Shape::List, &["author", "authors", "byline", "writer", "journalist"]),
    field("source_title", Shape::Text, &["source-title", "original-title"]),
    field("source_url", Shape::Text, &["source-url", "url", "link", "permalink", "web-url"]),
    field("other_sources", Shape::List, &["other-sources"]),
    field("language", Shape::Text, &["language", "lang"]),
    field("kind", Shape::Word(|| words(DocumentKind::ALL, DocumentKind::word)), &["kind"]),
    field("speakers", Shape::List, &["speakers", "speaker", "speaker-name"]),
    field("people", Shape::List, &["people", "persons", "person", "politicians"]),
    field("party", Shape::List, &["party"]),
    field("parties", Shape::List, &["parties"]),
    field("topics", Shape::List, &["topics", "topic", "tags", "subjects", "categories", "category"]),
    field("rights", Shape::Word(|| words(Rights::ALL, Rights::word)), &["rights"]),
    field(
        "text",
        Shape::Paragraphs,
        &["text", "body", "content", "full-text", "fulltext", "article-text", "body-text", "transcript", "speech"],
    ),
];

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(word).collect()
}

/// `--column FIELD=COLUMN`; without a COLUMN the field is taken from none.
#[derive(Clone)]
pub(super) struct Choice {
    field: &'static str,
    column: String,
}

/// Reads a choice as it is typed.
pub(super) fn choice(typed: &str) -> Result<Choice, String> {
    let (name, column) = typed.split_once('=').ok_or("it is written FIELD=COLUMN, as in text=Body")?;
    let known = FIELDS.iter().find(|field| field.name == name.trim());
    let names = || FIELDS.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    let field = known.ok_or_else(|| format!("`{name}` is no field; the fields are {}", names()))?;
    Ok(Choice { field: field.name, column: column.trim().to_owned() })
}

/// The columns of a table that are read.
pub(super) struct Columns {
    /// Each field and the number of its column.
    pub(super) taken: Vec<(&'static Field, usize)>,
    /// The headings, of all columns.
    pub(super) headings: Vec<String>,
}

impl Columns {
    /// The names of the columns that no field is taken from.
    pub(super) fn unused(&self) -> impl Iterator<Item = &str> {
        let is_unused = |column: &usize| !self.taken.iter().any(|(_, taken)| taken == column);
        (0..self.headings.len()).filter(is_unused).map(|column| self.headings[column].as_str())
    }
}

/// The columns by their headings. What was chosen goes before what is obvious.
pub(super) fn columns(headings: Vec<String>, choices: &[Choice]) -> Result<Columns, Failure> {
    let mut taken: Vec<(&'static Field, usize)> = Vec::new();
    let slugs: Vec<String> = headings.iter().map(|heading| slug(heading)).collect();
    for field in &FIELDS {
        let chosen = choices.iter().rev().find(|choice| choice.field == field.name);
        let column = match chosen {
            Some(choice) if choice.column.is_empty() => None,
            Some(choice) => Some(chosen_column(&choice.column, &headings, &slugs)?),
            None => {
                let by_heading = |heading: &&str| slugs.iter().position(|slug| slug == heading);
                let is_free = |column: &usize| !choices.iter().any(|choice| slug(&choice.column) == slugs[*column]);
                field.headings.iter().filter_map(by_heading).find(is_free)
            }
        };
        taken.extend(column.map(|column| (field, column)));
    }
    if !taken.iter().any(|(field, _)| field.name == "text") {
        return Err(Failure::Use(format!(
            "no column is known to hold the text; say which one does: --column text=COLUMN\n{}",
            there(&headings)
        )));
    }
    Ok(Columns { taken, headings })
}

/// By its exact name, else by a name that differs in case and punctuation only.
fn chosen_column(name: &str, headings: &[String], slugs: &[String]) -> Result<usize, Failure> {
    let exact = headings.iter().position(|heading| heading == name);
    let alike = || slugs.iter().position(|heading| !heading.is_empty() && *heading == slug(name));
    let none = || Failure::Use(format!("there is no column `{name}`\n{}", there(headings)));
    exact.or_else(alike).ok_or_else(none)
}

fn there(headings: &[String]) -> String {
    let quoted: Vec<String> = headings.iter().map(|heading| format!("`{heading}`")).collect();
    format!("the columns are {}", quoted.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(headings: &[&str], choices: &[&str]) -> Result<String, String> {
        let choices: Vec<Choice> = choices.iter().map(|typed| choice(typed).expect("it is well formed")).collect();
        let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
        match columns(headings, &choices) {
            Ok(columns) => {
                let taken = columns.taken.iter().map(|(field, column)| format!("{}={column}", field.name));
                Ok(taken.collect::<Vec<_>>().join(" "))
            }
            Err(Failure::Use(message)) => Err(message),
            Err(Failure::Corpus) => Err(String::new()),
        }
    }

    #[test]
    fn obvious_headings_are_understood_in_any_case() {
        assert_eq!(
            found(&["Headline", "Published At", "PUBLISHER", "Body", "words"], &[]),
            Ok("title=0 date=1 outlet=2 text=3".to_owned())
        );
        assert_eq!(found(&["content", "text"], &[]), Ok("text=1".to_owned()), "the likeliest");
        assert_eq!(found(&["text", "text"], &[]), Ok("text=0".to_owned()), "the first");
    }

    #[test]
    fn what_is_chosen_goes_before_what_is_obvious() {
        assert_eq!(found(&["text", "Beitrag"], &["text=Beitrag"]), Ok("text=1".to_owned()));
        assert_eq!(found(&["text", "BEITRAG"], &["text=beitrag"]), Ok("text=1".to_owned()));
        assert_eq!(found(&["text", "topic"], &["topics="]), Ok("text=0".to_owned()));
        assert_eq!(found(&["text", "source"], &["via=source"]), Ok("via=1 text=0".to_owned()), "it serves one field");
    }

    #[test]
    fn a_column_that_is_missing_is_told_with_those_that_are_there() {
        let message = found(&["headline", "Beitrag"], &[]).expect_err("no text");
        assert!(message.contains("--column text=COLUMN") && message.contains("`headline`, `Beitrag`"), "{message}");
        let message = found(&["text"], &["title=Titel"]).expect_err("no such column");
        assert!(message.contains("`Titel`") && message.contains("`text`"), "{message}");
        assert!(choice("titel=text").is_err_and(|message| message.contains("title")));
        assert!(choice("text").is_err());
    }
}
