//! The page of one entity: who it is, what it says and on what, who speaks of it, what others of its party say.

mod found;

use crate::language::wording;
use crate::marks::Wanted;
use crate::order::first_by;
use crate::plan::Plan;
use crate::query::words::date_words;
use crate::query::{Asked, Query, ViewName};
use crate::select::{Found, Selection};
use crate::statements::{Said, Sayings, asking, entity_link, order, row, slug_of_entity, spoken_of, sure};
use crate::view::{self, Part, TenureLine};
use archive::date::{Day, Precision};
use archive::{Archive, EntityId, EntityKind, Held, TenureRef};

const SHOWN: usize = 12;
const NEWEST: usize = 5;

/// The page of `entity` over a selection; nothing else is asked of statements than that they be sure, if that is asked.
pub(crate) fn entity(
    archive: &Archive,
    query: &Query,
    plan: &Plan,
    found: &Found,
    selection: &Selection,
    entity: EntityId,
) -> view::Entity {
    let words = query.words;
    let bare = Query { statements: Default::default(), sort: None, ..query.clone() };
    let sayings = Sayings::of(archive, &bare, selection);
    let page = Page { archive, query: &bare, sayings: &sayings, entity, value: spoken_of(archive, query, entity) };
    let name = archive.name(entity);
    let own = |said: &Said| said.it.speaker == Some(entity);
    let newest = order(&sayings, found);
    let wanted = Wanted::new(archive, query, plan);
    let newest = newest.into_iter().filter(|said| own(said)).take(NEWEST);
    let documents = named(archive, query, plan, found, selection, entity);
    let (passages, newest_passages) = found::passages(archive, &bare, plan, selection, entity).unzip();
    view::Entity {
        kind: archive.kind_of(entity),
        slug: archive.slug(entity).to_owned(),
        name: name.to_owned(),
        colour: archive.colour(entity).to_owned(),
        note: archive.note(entity).to_owned(),
        wikidata: match archive.wikidata(entity) {
            "" => String::new(),
            item => format!("https://www.wikidata.org/wiki/{item}"),
        },
        tenures: archive.tenures(entity).map(|tenure| line(archive, query, &tenure)).collect(),
        sure: sure(query),
        caption: String::new(),
        forms: found::forms(archive, &bare, selection, entity),
        outlets: found::outlets(archive, &documents),
        passages,
        newest_passages: newest_passages.unwrap_or_default(),
        named: documents,
        said: page.part(words.fill("said by {}", &[name]), &own, &|query| page.by(query)),
        topics: page.parts(Asked::About, &own, &|value| archive.kind_of(value) == EntityKind::Topic, &|query| {
            page.by(query);
        }),
        speaks_of: page.parts(Asked::About, &own, &|value| page.is_spoken_of(value), &|query| page.by(query)),
        verbs: page.parts(Asked::Verb, &own, &|_| true, &|query| page.by(query)),
        spoken_of: page.part(words.fill("said of {} by others", &[name]), &|said| page.is_of_others(said), &|query| {
            page.of_others(query)
        }),
        spoken_of_by: page.parts(Asked::Speaker, &|said| page.is_of_others(said), &|_| true, &|query| {
            page.of_others(query);
        }),
        party: page.party(),
        newest: newest.map(|said| row(archive, &bare, &wanted, said)).collect(),
        close: query.link(|query| (query.view, query.focus) = (ViewName::Statements, None)),
    }
}

struct Page<'a> {
    archive: &'a Archive,
    query: &'a Query,
    sayings: &'a Sayings<'a>,
    entity: EntityId,
    /// By which it is counted where it is spoken of.
    value: EntityId,
}

impl Page<'_> {
    fn slug(&self, key: Asked) -> String {
        slug_of_entity(self.archive, key, self.entity)
    }

    fn by(&self, query: &mut Query) {
        query.asked_mut(Asked::Speaker).choose(&self.slug(Asked::Speaker));
    }

    fn of_others(&self, query: &mut Query) {
        query.asked_mut(Asked::About).choose(&self.slug(Asked::About));
        query.asked_mut(Asked::Speaker).exclude(&self.slug(Asked::Speaker));
    }

    fn is_of_others(&self, said: &Said) -> bool {
        said.it.speaker != Some(self.entity) && self.archive.values_of_statement(said.number).contains(self.value.0)
    }

    /// Whether a value is somebody else, counted as parties are here.
    fn is_spoken_of(&self, value: EntityId) -> bool {
        let entity = self.archive.entity_of(value);
        entity != self.entity
            && !matches!(self.archive.kind_of(entity), EntityKind::Topic | EntityKind::Outlet)
            && spoken_of(self.archive, self.query, entity) == value
    }

    /// The statements that meet a condition, with the link to them.
    fn part(&self, label: String, holds: &dyn Fn(&Said) -> bool, ask: &dyn Fn(&mut Query)) -> Part {
        let count = self.sayings.all.iter().filter(|said| holds(said)).count();
        Part { label, count, href: asking(self.query, ask) }
    }

    /// The same for each value of a key that fits, the most frequent first.
    fn parts(
        &self,
        key: Asked,
        holds: &dyn Fn(&Said) -> bool,
        fits: &dyn Fn(EntityId) -> bool,
        ask: &dyn Fn(&mut Query),
    ) -> Vec<Part> {
        let mut counts: Vec<u32> = Vec::new();
        for said in self.sayings.all.iter().filter(|said| holds(said)) {
            self.sayings.each_value(key, said, &mut |value| {
                if counts.len() <= value as usize {
                    counts.resize(value as usize + 1, 0);
                }
                counts[value as usize] += 1;
            });
        }
        let word = |value: &u32| self.sayings.word(key, *value);
        let values = (0..counts.len() as u32)
            .filter(|value| counts[*value as usize] > 0 && fits(EntityId(*value)) && !word(value).is_empty());
        let number = |value: &u32| counts[*value as usize];
        let first = first_by(values.collect(), SHOWN, number, |one, other| word(one).cmp(&word(other)));
        let part = |value: u32| Part {
            label: self.sayings.label(key, value),
            count: counts[value as usize] as usize,
            href: asking(self.query, |query| {
                ask(query);
                query.asked_mut(key).choose(&word(&value));
            }),
        };
        first.into_iter().map(part).collect()
    }

    /// What others said who were of one of its parties when they said it; of a party, what its people said.
    fn party(&self) -> Vec<Part> {
        let mut parties: Vec<EntityId> = Vec::new();
        let held = self.archive.tenures(self.entity).filter_map(|tenure| match tenure.of {
            Held::Party(party) => Some(party),
            Held::Role(_) | Held::Government => None,
        });
        let own = (self.archive.kind_of(self.entity) == EntityKind::Party).then_some(self.entity);
        for party in held.chain(own) {
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        let part = |party: &EntityId| {
            let name = self.archive.label(*party);
            let label = if own.is_some() { wording("said by people of {}") } else { wording("said by others of {}") };
            let label = self.query.words.fill(label, &[name]);
            let is_meant = |said: &Said| {
                said.it.speaker != Some(self.entity)
                    && crate::statements::parties(self.archive, said).any(|known| known == *party)
            };
            self.part(label, &is_meant, &|query| {
                query.asked_mut(Asked::Party).choose(self.archive.slug(*party));
                query.asked_mut(Asked::Speaker).exclude(&self.slug(Asked::Speaker));
            })
        };
        parties.iter().map(part).collect()
    }
}

/// The documents that name the entity, with the link to them.
fn named(
    archive: &Archive,
    query: &Query,
    plan: &Plan,
    found: &Found,
    selection: &Selection,
    entity: EntityId,
) -> Part {
    let documents = Query { view: ViewName::Documents, focus: None, ..query.clone() };
    let kind = archive.kind_of(entity);
    let counter = crate::facets::Counter::new(archive, &documents, plan, found, selection);
    let (count, href) = counter.one(kind, entity);
    Part { label: query.words.fill("documents naming {}", &[archive.name(entity)]), count, href }
}

fn line(archive: &Archive, query: &Query, tenure: &TenureRef) -> TenureLine {
    let words = query.words;
    let (what, href) = match tenure.of {
        Held::Party(party) => (archive.name(party), Some(entity_link(archive, query, party))),
        Held::Role(title) => (title, None),
        Held::Government => (words.say("in government"), None),
    };
    let day = |day: Option<(Day, Precision)>| day.map(|(day, precision)| date_words(words, day, precision));
    let when = match (day(tenure.from), day(tenure.to)) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => words.fill("{} to {}", &[&from, &to]),
        (Some(from), None) => words.fill("since {}", &[&from]),
        (None, Some(to)) => words.fill("until {}", &[&to]),
        (None, None) => String::new(),
    };
    TenureLine { what: what.to_owned(), when, href }
}
