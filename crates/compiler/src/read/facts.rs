//! Facts: the fields of a document, alike in TOML, YAML and JSON.

use super::dates::document_date;
use super::fields::Fields;
use super::near::{did_you_mean, quoted};
use crate::corpus::{About, Document, DocumentKind, Named, Rights, Span};

/// Where a document's fields come from: a row also has the short names `source`, `url` and `party`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    FrontMatter,
    Row,
}

/// A document without its text. Its `id` and `title` are empty if they are not given; `id` comes with its place.
pub(super) fn facts(fields: &mut Fields, form: Form, about: &About, span: Span) -> (Document, Option<Span>) {
    let id = fields.text("id");
    if let Some(id) = &id {
        check_id(id, form, fields);
    }
    let title = one_line(&text(fields, "title"));
    let (date, precision, date_note) = document_date(fields);
    let mut outlets = fields.names("outlet");
    let via = fields.texts("via").into_iter().map(|via| via.text).collect();
    let author = fields.texts("author").into_iter().map(|author| author.text).collect::<Vec<_>>().join(", ");
    let source_title = text(fields, "source_title");
    let mut source_url = address(fields, "source_url");
    let other_sources =
        fields.texts("other_sources").into_iter().filter(|url| is_address(url, fields)).map(|url| url.text).collect();
    let language = language(fields);
    let kind = closed(fields, "kind", DocumentKind::ALL, DocumentKind::word).unwrap_or(about.default_kind);
    let mut speakers = fields.names("speakers");
    let mut people = fields.names("people");
    let mut parties = fields.names("parties");
    let topics = fields.names("topics");
    let rights = closed(fields, "rights", Rights::ALL, Rights::word).unwrap_or(Rights::Full);
    let mut speakers_party = None;
    if form == Form::Row {
        let source = fields.names("source");
        if outlets.is_empty() {
            outlets = source;
        }
        let url = address(fields, "url");
        if source_url.is_empty() {
            source_url = url;
        }
        let mut party = fields.names("party");
        if kind == DocumentKind::Speech {
            if speakers.is_empty() {
                speakers = std::mem::take(&mut people);
            }
            // Nobody speaks: then the party is only declared.
            speakers_party = (!party.is_empty() && !speakers.is_empty()).then(|| party.remove(0));
        }
        parties.append(&mut party);
    }
    let (id, id_span) = id.map(|id| (id.text, id.span)).unzip();
    let document = Document {
        id: id.unwrap_or_default(),
        title,
        date,
        precision,
        date_note,
        outlets,
        via,
        author,
        source_title,
        source_url,
        other_sources,
        language: if language.is_empty() { about.language.clone() } else { language },
        kind,
        speakers,
        people,
        parties,
        topics,
        speakers_party,
        rights,
        blocks: Vec::new(),
        span,
        row: None,
    };
    (document, id_span)
}

/// A field whose value is one of a closed list of words.
pub(super) fn closed<T: Copy>(
    fields: &mut Fields,
    name: &'static str,
    all: &[T],
    word: fn(T) -> &'static str,
) -> Option<T> {
    let said = fields.text(name)?;
    let found = all.iter().copied().find(|value| word(*value) == said.text);
    if found.is_none() {
        let words: Vec<&str> = all.iter().map(|value| word(*value)).collect();
        let message = format!("{} is no `{name}`", quoted(&said.text));
        fields.problems.error("unknown-value", said.span, message, did_you_mean(&said.text, &words));
    }
    found
}

/// A web address; anything else is reported and dropped.
pub(super) fn address(fields: &mut Fields, name: &'static str) -> String {
    fields.text(name).filter(|url| is_address(url, fields)).map(|url| url.text).unwrap_or_default()
}

fn is_address(url: &Named, fields: &mut Fields) -> bool {
    let lower = url.text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let is_address = rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_alphanumeric() || first == '['))
        && !url.text.contains(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '\\'));
    if !is_address {
        let message = format!("{} is no web address; it was dropped", quoted(&url.text));
        fields.problems.warning(
            "bad-url",
            url.span,
            message,
            "an address begins with `https://` or `http://`, without spaces",
        );
    }
    is_address
}

/// A language tag (BCP 47, by its form); anything else is reported and dropped.
pub(super) fn language(fields: &mut Fields) -> String {
    let Some(said) = fields.text("language") else { return String::new() };
    let is_subtag = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    let first = said.text.split('-').next().unwrap_or_default();
    let is_tag = (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_alphabetic())
        && said.text.split('-').all(is_subtag);
    if is_tag {
        return said.text;
    }
    let message = format!("{} is no language; it was dropped", quoted(&said.text));
    fields.problems.warning("bad-language", said.span, message, "write a language tag: `en`, `en-NZ` or `mi`");
    String::new()
}

/// An id stands in links as it is: small letters and digits, with hyphens, dots or underscores between them.
/// Rows come from elsewhere, with ids of their own, which are kept.
fn check_id(id: &Named, form: Form, fields: &mut Fields) {
    let is_plain = |letter: char| letter.is_alphanumeric() && !letter.is_uppercase();
    let is_id = id.text.starts_with(is_plain)
        && id.text.chars().all(|letter| is_plain(letter) || matches!(letter, '-' | '.' | '_'));
    if is_id {
        return;
    }
    let slug = text::slug(&id.text);
    let help = match slug.is_empty() {
        true => "write small letters, digits and hyphens".to_owned(),
        false => format!("write `{slug}`: small letters, digits and hyphens"),
    };
    match form {
        Form::FrontMatter => fields.problems.error("bad-id", id.span, format!("{} is no id", quoted(&id.text)), help),
        Form::Row => {
            let message = format!("{} is no plain id; links will hold it escaped", quoted(&id.text));
            fields.problems.warning("bad-id", id.span, message, help);
        }
    }
}

/// A title, which stands on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")
}

fn text(fields: &mut Fields, name: &'static str) -> String {
    fields.text(name).map(|text| text.text).unwrap_or_default()
}
