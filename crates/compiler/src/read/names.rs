//! Names that must agree: what documents declare with what the gazetteers know, aliases with one another.

use super::collected::Collected;
use super::near::{Words, quoted};
use crate::corpus::{Corpus, EntityKind, Form, Named, Record, Span};
use crate::problem::{Problem, Severity};
use std::collections::{BTreeMap, HashMap, HashSet};
use text::{fold, slug};

/// How alike an unknown name must be to a known one to be taken for a slip.
const LIKENESS: f64 = 0.8;

/// Checks a whole corpus. Of kinds that could not be read whole, an unknown name is no problem.
pub(super) fn check(corpus: &Corpus, unreadable: &[EntityKind], problems: &mut Collected) {
    clashes(&corpus.records, problems);
    let mut declared: BTreeMap<(EntityKind, &str), (Span, usize)> = BTreeMap::new();
    for (kind, named) in declarations(corpus) {
        declared.entry((kind, &named.text)).or_insert((named.span, 0)).1 += 1;
    }
    let mut known: HashMap<EntityKind, Known> = HashMap::new();
    for kind in &corpus.gazetteers {
        known.insert(*kind, Known::of(corpus.records.iter().filter(|record| record.kind == *kind)));
    }
    let mut spellings: HashMap<(EntityKind, String), (&str, Span)> = HashMap::new();
    let mut in_order: Vec<_> = declared.into_iter().collect();
    in_order.sort_by_key(|((kind, text), (span, _))| (*span, *kind, *text));
    for ((kind, text), (span, count)) in in_order {
        let list = known.get(&kind);
        if list.is_some_and(|list| list.resolves(text)) {
            continue;
        }
        if let Some(list) = list
            && !unreadable.contains(&kind)
        {
            unknown(kind, text, span, count, list, problems);
        }
        let (first, place) = *spellings.entry((kind, slug(text))).or_insert((text, span));
        if first != text {
            problems.push(Problem {
                code: "two-spellings",
                severity: Severity::Notice,
                span: Some(span),
                message: format!("{} and {} are taken for one {}", quoted(first), quoted(text), kind.word()),
                help: "write it always in the same way".to_owned(),
                also: vec![(place, "first written here".to_owned())],
            });
        }
    }
}

/// Everything that documents and memberships name by id or name.
fn declarations(corpus: &Corpus) -> impl Iterator<Item = (EntityKind, &Named)> {
    let of = |kind, names| std::iter::repeat(kind).zip::<&[Named]>(names);
    let documents = corpus.documents.iter().flat_map(move |document| {
        of(EntityKind::Person, &document.people)
            .chain(of(EntityKind::Person, &document.speakers))
            .chain(of(EntityKind::Party, &document.parties))
            .chain(of(EntityKind::Party, document.speakers_party.as_slice()))
            .chain(of(EntityKind::Topic, &document.topics))
            .chain(of(EntityKind::Outlet, &document.outlets))
    });
    let memberships = corpus.records.iter().flat_map(|record| &record.parties).map(|membership| &membership.party);
    documents.chain(std::iter::repeat(EntityKind::Party).zip(memberships))
}

/// What a gazetteer knows.
struct Known<'a> {
    ids: HashSet<&'a str>,
    /// Folded names, aliases and short names, with the id they stand for.
    names: HashMap<String, &'a str>,
    /// The ids and names again, to find what an unknown one was meant to be.
    ids_near: Words,
    names_near: Words,
}

impl<'a> Known<'a> {
    fn of(records: impl Iterator<Item = &'a Record>) -> Known<'a> {
        let mut known = Known {
            ids: HashSet::new(),
            names: HashMap::new(),
            ids_near: Words::default(),
            names_near: Words::default(),
        };
        for record in records {
            known.ids.insert(&record.id);
            let forms = record.forms.iter().map(|form| &form.text);
            for name in forms.chain([&record.name, &record.short]).filter(|name| !name.is_empty()) {
                known.names.entry(fold(name)).or_insert(&record.id);
            }
        }
        let mut ids: Vec<&str> = known.ids.iter().copied().collect();
        let mut names: Vec<&str> = known.names.keys().map(String::as_str).collect();
        ids.sort_unstable();
        names.sort_unstable();
        known.ids_near = Words::of(ids);
        known.names_near = Words::of(names);
        known
    }

    fn resolves(&self, text: &str) -> bool {
        self.ids.contains(text) || self.names.contains_key(&fold(text.trim())) || self.ids.contains(slug(text).as_str())
    }

    /// The id that was probably meant.
    fn nearest(&self, text: &str) -> Option<&str> {
        let by_name = || self.names_near.nearest(&fold(text), LIKENESS).and_then(|name| self.names.get(name)).copied();
        self.ids_near.nearest(&slug(text), LIKENESS).or_else(by_name)
    }
}

/// Reports a name that the gazetteer of its kind does not know: an id with a slip in it is an error.
fn unknown(kind: EntityKind, text: &str, span: Span, count: usize, known: &Known, problems: &mut Collected) {
    let more = match count - 1 {
        0 => String::new(),
        1 => ", here and in one more place".to_owned(),
        more => format!(", here and in {more} more places"),
    };
    let (what, text_quoted) = (kind.word(), quoted(text));
    match known.nearest(text) {
        Some(near) => {
            let message = format!("unknown {what} {text_quoted}{more}");
            let severity = if slug(text) == text { Severity::Error } else { Severity::Warning };
            let code = if severity == Severity::Error { "unknown-id" } else { "unknown-name" };
            problems.add(code, severity, Some(span), message, format!("did you mean `{near}`?"));
        }
        None => {
            let message = format!(
                "the {what} {text_quoted} stands in no gazetteer and is taken as declared by the documents{more}"
            );
            problems.notice(
                "declared-only",
                span,
                message,
                "add a record if it has other names, or if that is not what was meant",
            );
        }
    }
}

/// Reports each form that two entities claim. Topics are found by keywords, which may overlap.
fn clashes(records: &[Record], problems: &mut Collected) {
    let mut claims: HashMap<String, Vec<(&Record, &Form)>> = HashMap::new();
    for record in records.iter().filter(|record| record.kind != EntityKind::Topic) {
        for form in &record.forms {
            let claimed = claims.entry(fold(&form.text)).or_default();
            let first = claimed.iter().find(|(other, first)| !std::ptr::eq(*other, record) && can_meet(first, form));
            if let Some((other, first)) = first {
                problems.push(Problem {
                    code: "name-claimed-twice",
                    severity: Severity::Error,
                    span: Some(form.span),
                    message: format!(
                        "{} and {} both claim {}",
                        quoted(&other.id),
                        quoted(&record.id),
                        quoted(&form.text)
                    ),
                    help:
                        "delete one of the two, or make it longer; a surname alone is understood without being listed"
                            .to_owned(),
                    also: vec![(first.span, "first claimed here".to_owned())],
                });
            }
            claimed.push((record, form));
        }
    }
}

/// Whether one text can match both. Forms that need exact letters meet only if these are the same.
fn can_meet(one: &Form, other: &Form) -> bool {
    !(one.exact_case && other.exact_case) || one.text == other.text
}
