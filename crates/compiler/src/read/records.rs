//! Records: one table of a gazetteer as a person, party, organisation, place or topic.

use super::fields::Fields;
use super::memberships::{memberships, offices, roles};
use super::near::quoted;
use super::value::{Kind, Value};
use crate::corpus::{EntityKind, Form, Record, Span};

/// The record of a table, and the place of its id; `None`, with an error, if it has no name.
pub(super) fn record(fields: &mut Fields, kind: EntityKind, span: Span) -> Option<(Record, Span)> {
    let is_topic = kind == EntityKind::Topic;
    let id = fields.text("id");
    let given_name = fields.text("name");
    let label = if is_topic { fields.text("label") } else { None };
    let short = if kind == EntityKind::Party { fields.text("short") } else { label.clone() };
    let name = given_name.or(label).filter(|name| {
        let is_name = name.text.chars().any(char::is_alphanumeric);
        if !is_name {
            let message = format!("{} has no letter or digit", quoted(&name.text));
            fields.problems.warning("empty-name", name.span, message, "");
        }
        is_name
    });
    let mut text = |name| fields.text(name).map(|text| text.text).unwrap_or_default();
    let (sort_name, sort, country, mut note) = (text("sort_name"), text("kind"), text("country"), text("note"));
    if is_topic {
        note = Some(text("scope")).filter(|scope| !scope.is_empty()).unwrap_or(note);
    }
    let wikidata = wikidata(fields);
    let not_after = words(fields, "not_after");
    let not_before = words(fields, "not_before");
    let mut aliases = forms(fields, "aliases");
    let mut keywords = if is_topic { forms(fields, "keywords") } else { Vec::new() };
    if is_topic {
        keywords.append(&mut aliases);
    } else if let Some(name) = &name {
        aliases.insert(0, plain_form(name.text.clone(), name.span));
    }
    for form in aliases.iter_mut().chain(&mut keywords) {
        form.not_after.extend(not_after.iter().cloned());
        form.not_before.extend(not_before.iter().cloned());
    }
    let (parties, roles) = match kind {
        EntityKind::Person => (memberships(fields), roles(fields)),
        _ => (Vec::new(), Vec::new()),
    };
    let (colour, in_government) = match kind {
        EntityKind::Party => (colour(fields), offices(fields)),
        _ => (String::new(), Vec::new()),
    };
    let Some(name) = name else {
        let help = if is_topic { "add a `label`" } else { "add a `name`" };
        fields.problems.error("missing-name", span, "a record without a name", help);
        return None;
    };
    let slug = text::slug(&name.text);
    if let Some(id) = &id
        && text::slug(&id.text) != id.text
    {
        let slug = Some(text::slug(&id.text)).filter(|slug| !slug.is_empty()).unwrap_or(slug.clone());
        let help = format!("write `{slug}`: small letters, digits and hyphens");
        fields.problems.error("bad-id", id.span, format!("{} is no id", quoted(&id.text)), help);
    }
    let place = id.as_ref().map_or(name.span, |id| id.span);
    let record = Record {
        kind,
        id: id.map_or(slug, |id| id.text),
        name: name.text,
        sort_name,
        short: short.map(|short| short.text).unwrap_or_default(),
        sort,
        country,
        wikidata,
        note,
        colour,
        forms: aliases,
        keywords,
        parties,
        roles,
        in_government,
        span,
    };
    Some((record, place))
}

fn plain_form(text: String, span: Span) -> Form {
    Form { text, exact_case: false, not_after: Vec::new(), not_before: Vec::new(), span }
}

/// Aliases or keywords: each a text, or a table with conditions.
fn forms(fields: &mut Fields, name: &'static str) -> Vec<Form> {
    let Some(value) = fields.value(name) else { return Vec::new() };
    let values = match &value.kind {
        Kind::List(list) => list.as_slice(),
        _ => std::slice::from_ref(value),
    };
    let mut forms: Vec<Form> = values.iter().filter_map(|value| form(fields, name, value)).collect();
    forms.retain(|form| fields.is_name(&form.text, form.span));
    forms
}

fn form<'a>(fields: &mut Fields<'a, '_>, name: &'static str, value: &'a Value) -> Option<Form> {
    let Kind::Table(table) = &value.kind else {
        if let Kind::Text(text) = &value.kind
            && text.trim().is_empty()
        {
            fields.problems.warning("empty-name", value.span, format!("an empty text among the `{name}`"), "delete it");
        }
        let text = fields.plain_text(name, "a list of texts and tables", value)?;
        return Some(plain_form(text.text, text.span));
    };
    let mut inner = Fields::new(table, fields.source, fields.problems);
    let text = inner.text("text");
    let case = inner.text("case");
    if let Some(case) = &case
        && case.text != "exact"
    {
        let message = format!("{} is no `case`", quoted(&case.text));
        inner.problems.error("unknown-value", case.span, message, "write `case = \"exact\"`, or leave it out");
    }
    let not_after = words(&mut inner, "not_after");
    let not_before = words(&mut inner, "not_before");
    if text.is_none() {
        inner.problems.error("missing-field", value.span, format!("one of the `{name}` without a `text`"), "");
    }
    inner.warn_of_unknown();
    let text = text?;
    let exact_case = case.is_some_and(|case| case.text == "exact");
    Some(Form { text: text.text, exact_case, not_after, not_before, span: text.span })
}

fn words(fields: &mut Fields, name: &'static str) -> Vec<String> {
    fields.texts(name).into_iter().map(|word| word.text).collect()
}

/// An identifier of Wikidata; anything else is dropped.
fn wikidata(fields: &mut Fields) -> String {
    let Some(text) = fields.text("wikidata") else { return String::new() };
    let is_id = text.text.strip_prefix('Q').is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0')
    });
    if !is_id {
        let message = format!("{} is no Wikidata identifier; it was dropped", quoted(&text.text));
        fields.problems.warning("bad-wikidata", text.span, message, "write the letter Q and a number: `Q664`");
    }
    if is_id { text.text } else { String::new() }
}

/// A colour as the page can use it; anything else is dropped.
fn colour(fields: &mut Fields) -> String {
    let Some(text) = fields.text("colour") else { return String::new() };
    let is_colour = text
        .text
        .strip_prefix('#')
        .is_some_and(|digits| matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if !is_colour {
        let message = format!("{} is no colour; it was dropped", quoted(&text.text));
        fields.problems.warning("bad-colour", text.span, message, "write `#` and six hexadecimal digits: `#3A72A8`");
    }
    if is_colour { text.text } else { String::new() }
}
