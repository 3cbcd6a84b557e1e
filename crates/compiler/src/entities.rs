//! Everyone and everything that can be counted: the gazetteers' records, and what documents declare beyond them.

use crate::corpus::{Corpus, DateSpan, Document, EntityKind, Membership, Named, Record, Span};
use crate::recognise::{Form, FormKind, surname};
use std::collections::HashMap;
use text::{fold, slug};

/// An entity before it has its number.
#[derive(Clone, Debug)]
pub(crate) struct Draft<'a> {
    pub(crate) kind: EntityKind,
    pub(crate) slug: String,
    pub(crate) name: String,
    /// The gazetteer's record; `None` if only documents name it.
    pub(crate) record: Option<&'a Record>,
    /// Where it was first named.
    pub(crate) span: Span,
}

/// All drafts, and the ways to them.
pub(crate) struct Entities<'a> {
    pub(crate) drafts: Vec<Draft<'a>>,
    by_slug: HashMap<(EntityKind, String), usize>,
    /// Folded names and aliases of gazetteers' records.
    by_form: HashMap<(EntityKind, String), usize>,
}

impl<'a> Entities<'a> {
    /// Gathers the records and everything the documents and memberships name besides.
    pub(crate) fn gather(corpus: &'a Corpus) -> Entities<'a> {
        let mut entities = Entities { drafts: Vec::new(), by_slug: HashMap::new(), by_form: HashMap::new() };
        for record in &corpus.records {
            let draft = entities.drafts.len();
            if entities.by_slug.contains_key(&(record.kind, record.id.clone())) {
                continue; // reported where records are read
            }
            entities.by_slug.insert((record.kind, record.id.clone()), draft);
            entities.drafts.push(Draft {
                kind: record.kind,
                slug: record.id.clone(),
                name: record.name.clone(),
                record: Some(record),
                span: record.span,
            });
            for form in record.forms.iter().map(|form| &form.text).chain([&record.name, &record.short]) {
                entities.by_form.entry((record.kind, fold(form))).or_insert(draft);
            }
        }
        entities.add_surnames();
        for membership in corpus.records.iter().flat_map(|record| &record.parties) {
            entities.declare(EntityKind::Party, &membership.party);
        }
        for document in &corpus.documents {
            let named = |kind, names: &'a [Named]| names.iter().map(move |name| (kind, name));
            let all = named(EntityKind::Person, &document.people)
                .chain(named(EntityKind::Person, &document.speakers))
                .chain(named(EntityKind::Party, &document.parties))
                .chain(document.speakers_party.iter().map(|name| (EntityKind::Party, name)))
                .chain(named(EntityKind::Topic, &document.topics))
                .chain(named(EntityKind::Outlet, &document.outlets));
            for (kind, name) in all {
                entities.declare(kind, name);
            }
        }
        entities
    }

    /// A document may declare a person by the surname that only one of the gazetteer bears.
    fn add_surnames(&mut self) {
        let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
        for (draft, entity) in self.drafts.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person) {
            if let Some(surname) = surname(&entity.name) {
                bearers.entry(fold(surname)).or_default().push(draft);
            }
        }
        for (surname, drafts) in bearers {
            if let [only] = drafts.as_slice() {
                self.by_form.entry((EntityKind::Person, surname)).or_insert(*only);
            }
        }
    }

    /// The draft that an id or a name of a document stands for; `None` only of a text without a letter.
    pub(crate) fn named(&self, kind: EntityKind, name: &str) -> Option<usize> {
        let by_id = self.by_slug.get(&(kind, name.to_owned()));
        let by_form = || self.by_form.get(&(kind, fold(name.trim())));
        by_id.or_else(by_form).or_else(|| self.by_slug.get(&(kind, slug(name)))).copied()
    }

    fn declare(&mut self, kind: EntityKind, name: &Named) {
        let slug = slug(&name.text);
        if slug.is_empty() || self.named(kind, &name.text).is_some() {
            return;
        }
        self.by_slug.insert((kind, slug.clone()), self.drafts.len());
        self.drafts.push(Draft { kind, slug, name: name.text.trim().to_owned(), record: None, span: name.span });
    }

    /// The names to look for.
    pub(crate) fn forms(&self) -> Vec<Form> {
        let mut forms = Vec::new();
        for (entity, draft) in self.drafts.iter().enumerate() {
            match (draft.kind, draft.record) {
                (EntityKind::Topic | EntityKind::Outlet, _) => {}
                (_, Some(record)) => forms.extend(forms_of_record(entity, record)),
                (_, None) => forms.extend(forms_of_declared(entity, draft)),
            }
        }
        // A surname that is somebody's whole name stands for that one.
        // What a document declares never takes a surname from a gazetteer's person.
        let whole: HashMap<String, bool> = forms
            .iter()
            .filter(|form| form.kind == FormKind::Whole)
            .map(|form| (form.folded.clone(), form.is_known))
            .collect();
        let is_taken = |form: &Form| whole.get(&form.folded).is_some_and(|known| *known || !form.is_known);
        forms.retain(|form| form.kind == FormKind::Whole || form.is_explicit || !is_taken(form));
        forms
    }

    /// The keywords to look for.
    pub(crate) fn keyword_forms(&self) -> Vec<Form> {
        let topics = self.drafts.iter().enumerate().filter_map(|(entity, draft)| Some((entity, draft.record?)));
        let keywords = topics.flat_map(|(entity, record)| record.keywords.iter().map(move |keyword| (entity, keyword)));
        keywords
            .map(|(entity, keyword)| {
                Form::new(&keyword.text, FormKind::Keyword, entity, keyword.span).with_rules(keyword)
            })
            .collect()
    }

    /// The parties of a person on the days of a date: those the document gives for that day, else the memberships that hold.
    /// A membership whose end is not recorded holds at any date; an undated document takes only those without dates.
    pub(crate) fn parties_at(&self, person: usize, date: Option<DateSpan>) -> Vec<usize> {
        let memberships = self.drafts[person].record.map(|record| record.parties.as_slice()).unwrap_or_default();
        let held = memberships.iter().filter(|membership| holds_at(membership, date));
        let mut parties: Vec<usize> =
            held.filter_map(|membership| self.named(EntityKind::Party, &membership.party.text)).collect();
        parties.sort_unstable();
        parties.dedup();
        parties
    }

    /// The people that the facts of a document declare.
    pub(crate) fn declared_people(&self, document: &Document) -> Vec<usize> {
        let names = document.people.iter().chain(&document.speakers);
        names.filter_map(|name| self.named(EntityKind::Person, &name.text)).collect()
    }
}

fn holds_at(membership: &Membership, date: Option<DateSpan>) -> bool {
    match date {
        None => membership.from.is_none() && membership.to.is_none(),
        Some(date) => {
            membership.from.is_none_or(|from| from.first <= date.last)
                && membership.to.is_none_or(|to| to.last >= date.first)
        }
    }
}

fn forms_of_record(entity: usize, record: &Record) -> Vec<Form> {
    let is_person = record.kind == EntityKind::Person;
    let surname = if is_person { surname(&record.name) } else { None };
    let mut forms: Vec<Form> = Vec::new();
    for form in &record.forms {
        let is_one_word = !form.text.trim().contains(char::is_whitespace);
        // A person's one-word alias needs the same company as a surname; a one-word name is all there is.
        let kind = if is_person && is_one_word && fold(&form.text) != fold(&record.name) {
            FormKind::Surname
        } else {
            FormKind::Whole
        };
        forms.push(Form {
            is_person,
            is_common_party: record.kind == EntityKind::Party && is_one_word,
            is_full_name: is_person && kind == FormKind::Whole,
            ..Form::new(&form.text, kind, entity, form.span).with_rules(form)
        });
    }
    if let Some(surname) = surname
        && !forms.iter().any(|form| form.folded == fold(surname))
        && let Some(name) = record.forms.first()
    {
        forms.push(Form {
            is_person,
            is_explicit: false,
            ..Form::new(surname, FormKind::Surname, entity, name.span).with_rules(name)
        });
    }
    forms
}

/// A declared name is looked for whole; a declared person's surname only where the whole name stands earlier.
fn forms_of_declared(entity: usize, draft: &Draft) -> Vec<Form> {
    let is_person = draft.kind == EntityKind::Person;
    let declared = |text: &str, kind| Form {
        is_person,
        is_known: false,
        is_explicit: false,
        ..Form::new(text, kind, entity, draft.span)
    };
    let mut forms = vec![Form { is_full_name: is_person, ..declared(&draft.name, FormKind::Whole) }];
    if is_person && let Some(surname) = surname(&draft.name) {
        forms.push(declared(surname, FormKind::Surname));
    }
    forms
}
