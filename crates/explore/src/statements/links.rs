//! Links to statements, and the names in them.

use super::Said;
use crate::cooccurrence::kind_in_pairs;
use crate::language::{Words, wording};
use crate::plan::short;
use crate::query::{Asked, Query, Sure, ViewName};
use crate::view::{Chip, Link, Notice};
use archive::{Archive, EntityId, EntityKind, StatementKind, StatementStatus, VerbKind};

/// The kinds a key's slugs may mean, in the order in which they are tried.
pub(crate) fn spoken_kinds(key: Asked) -> &'static [EntityKind] {
    const SPOKEN: [EntityKind; 5] =
        [EntityKind::Person, EntityKind::Party, EntityKind::Organisation, EntityKind::Place, EntityKind::Topic];
    match key {
        // A topic never speaks, but has a page, which links to what it says.
        Asked::Speaker | Asked::About => &SPOKEN,
        Asked::Party => &SPOKEN[1..2],
        Asked::Verb | Asked::VerbKind | Asked::Kind | Asked::Status => &[],
    }
}

/// The entity that a slug of a key means; "party:labour" says of which kind.
pub(crate) fn entity_of_slug(archive: &Archive, key: Asked, slug: &str) -> Option<EntityId> {
    let kinds = spoken_kinds(key);
    match slug.split_once(':') {
        Some((kind, slug)) => archive.entity(EntityKind::from_word(kind).filter(|kind| kinds.contains(kind))?, slug),
        None => kinds.iter().find_map(|kind| archive.entity(*kind, slug)),
    }
}

/// The slug that leads back to an entity: with its kind where another's would be found first.
pub(crate) fn slug_of_entity(archive: &Archive, key: Asked, entity: EntityId) -> String {
    let entity = archive.entity_of(entity);
    let slug = archive.slug(entity);
    if entity_of_slug(archive, key, slug) == Some(entity) {
        return slug.to_owned();
    }
    format!("{}:{slug}", archive.kind_of(entity).word())
}

/// The link to statements that `change` asks for, nothing else being asked of them; what is sure stays.
pub(crate) fn asking(query: &Query, change: impl FnOnce(&mut Query)) -> String {
    query.link(|query| {
        query.view = ViewName::Statements;
        query.focus = None;
        query.statements = Default::default();
        change(query);
    })
}

/// The link to all that is known of an entity.
pub(crate) fn entity_link(archive: &Archive, query: &Query, entity: EntityId) -> String {
    query.link(|query| {
        query.view = ViewName::Entity;
        query.statements = Default::default();
        query.focus = Some(crate::cooccurrence::slug_of_value(archive, query, archive.entity_of(entity)));
    })
}

/// Which of the statements are meant: by the first or not, about the second or not.
#[derive(Clone, Copy)]
pub(crate) struct Cells {
    pub(crate) by: (EntityId, bool),
    pub(crate) about: (EntityId, bool),
}

impl Cells {
    /// The link to them, among the statements of a query whose speaker is known.
    pub(crate) fn link(&self, archive: &Archive, query: &Query) -> String {
        query.link(|query| {
            query.view = ViewName::Statements;
            query.focus = None;
            let (speaker, speaks) = self.by;
            let of_people = archive.kind_of(speaker) == EntityKind::PartyOfPeople;
            let key = if of_people { Asked::Party } else { Asked::Speaker };
            let by = query.asked_mut(key);
            // Those chosen are met by any; the one meant stands alone.
            if speaks {
                by.chosen.clear();
            }
            add(if speaks { &mut by.chosen } else { &mut by.excluded }, slug_of_entity(archive, key, speaker));
            let (value, is_named) = self.about;
            let about = query.asked_mut(Asked::About);
            let slug = slug_of_entity(archive, Asked::About, value);
            add(if is_named { &mut about.chosen } else { &mut about.excluded }, slug);
            // An unknown speaker is nobody in particular: neither the one meant nor another.
            if !speaks {
                let unresolved = StatementStatus::Unresolved.word();
                add(&mut query.asked_mut(Asked::Status).excluded, unresolved.to_owned());
            }
        })
    }
}

fn add(list: &mut Vec<String>, slug: String) {
    if let Err(at) = list.binary_search(&slug) {
        list.insert(at, slug);
    }
}

/// The value that a party is counted by among those spoken of.
pub(crate) fn spoken_of(archive: &Archive, query: &Query, entity: EntityId) -> EntityId {
    archive.party_as(entity, kind_in_pairs(archive.kind_of(entity), query))
}

/// Names asked of statements that lead nowhere.
pub(crate) fn notices(archive: &Archive, query: &Query) -> Vec<Notice> {
    let mut notices = Vec::new();
    for key in [Asked::Speaker, Asked::Party, Asked::About] {
        let filter = query.asked(key);
        for slug in filter.chosen.iter().chain(&filter.excluded) {
            if entity_of_slug(archive, key, slug).is_none() {
                notices.push(Notice {
                    text: query
                        .words
                        .fill("“{}” is no name of this corpus; “{}” was set aside.", &[&short(slug), key.word()]),
                    way_out: Some(Link {
                        text: query.words.text("Take it out"),
                        href: query.link(|query| query.asked_mut(key).release(slug)),
                    }),
                    more: Vec::new(),
                });
            }
        }
    }
    notices
}

/// The passage of a statement in its document, from 1.
pub(crate) fn passage_number(archive: &Archive, said: &Said) -> u32 {
    said.it.passage.0 - archive.passages_of(said.document).start + 1
}

/// What is asked of statements, in words, with the link that takes each off.
pub(crate) fn chips(archive: &Archive, query: &Query) -> Vec<Chip> {
    let words = query.words;
    let mut chips = Vec::new();
    for key in Asked::ALL {
        let filter = query.asked(*key);
        for (values, is_chosen) in [(&filter.chosen, true), (&filter.excluded, false)] {
            for value in values {
                let known = entity_of_slug(archive, *key, value);
                if known.is_none() && !spoken_kinds(*key).is_empty() {
                    continue;
                }
                let text = match known {
                    Some(entity) => words.fill(asked(*key), &[&short(archive.label(entity))]),
                    None => asked_in_words(words, *key, value),
                };
                chips.push(Chip {
                    text: if is_chosen { text } else { words.fill("not {}", &[&text]) },
                    key: key.word().to_owned(),
                    remove: query.link(|query| {
                        let filter = query.asked_mut(*key);
                        let list = if is_chosen { &mut filter.chosen } else { &mut filter.excluded };
                        list.retain(|other| other != value);
                    }),
                });
            }
        }
    }
    if query.sure == Sure::Only {
        chips.push(Chip {
            text: words.text("only sure speakers"),
            key: "sure".to_owned(),
            remove: query.link(|query| query.sure = Sure::Any),
        });
    }
    chips
}

/// What is asked by a key that is met by names.
fn asked(key: Asked) -> &'static str {
    match key {
        Asked::Speaker => wording("said by {}"),
        Asked::Party => wording("said by people of {}"),
        Asked::About => wording("speaking of {}"),
        Asked::Verb | Asked::VerbKind | Asked::Kind | Asked::Status => wording("verb: {}"),
    }
}

/// What is asked by a key of another kind.
fn asked_in_words(words: Words, key: Asked, value: &str) -> String {
    let known = match key {
        Asked::Kind => StatementKind::from_word(value).map(|kind| match kind {
            StatementKind::Quote => wording("quote words"),
            StatementKind::Reported => wording("reported words"),
            StatementKind::Mixed => wording("mixed words"),
        }),
        Asked::Status => StatementStatus::from_word(value).map(|status| match status {
            StatementStatus::Stated => wording("speaker stated"),
            StatementStatus::Likely => wording("speaker likely"),
            StatementStatus::Unresolved => wording("speaker unresolved"),
            StatementStatus::Corrected => wording("speaker corrected"),
        }),
        Asked::VerbKind => {
            let kind = VerbKind::from_word(value).map(|kind| words.say(verb_kind(kind)));
            return words.fill(asked(key), &[kind.unwrap_or(value)]);
        }
        _ => None,
    };
    match known {
        Some(known) => words.text(known),
        None => words.fill(asked(key), &[&short(&value.replace('-', " "))]),
    }
}

/// What a reporting verb does.
pub(crate) fn verb_kind(kind: VerbKind) -> &'static str {
    match kind {
        VerbKind::Says => wording("says"),
        VerbKind::Claims => wording("claims"),
        VerbKind::Concedes => wording("concedes"),
        VerbKind::Asks => wording("asks"),
        VerbKind::CallsFor => wording("calls for"),
        VerbKind::Promises => wording("promises"),
        VerbKind::Warns => wording("warns"),
        VerbKind::Denies => wording("denies"),
        VerbKind::Criticises => wording("criticises"),
        VerbKind::Supports => wording("supports"),
        VerbKind::Describes => wording("describes"),
        VerbKind::Believes => wording("believes"),
        VerbKind::Shows => wording("shows"),
    }
}
