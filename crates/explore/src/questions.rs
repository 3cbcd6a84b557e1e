//! Questions to begin with: plain ones, about those whom the corpus names most, each with an answer.

use crate::cooccurrence::slug_of_value;
use crate::query::{Asked, Query, ViewName};
use crate::statements::slug_of_entity;
use crate::view::{Facet, Link};
use archive::{Archive, EntityKind};

/// None unless the visitor is at the beginning.
pub(crate) fn questions(archive: &Archive, query: &Query, facets: &[Facet]) -> Vec<Link> {
    let (words, begin) = (query.words, query.bare());
    if (Query { edition: None, ..query.clone() }) != begin {
        return Vec::new();
    }
    let first = |kind: EntityKind| {
        let facet = facets.iter().find(|facet| facet.key == kind.word())?;
        archive.entity(kind, &facet.values.first()?.slug)
    };
    let (person, topic) = (first(EntityKind::Person), first(EntityKind::Topic));
    let mut questions = Vec::new();
    let mut ask = |text: String, href: String| questions.push(Link { text, href });
    if let Some(person) = person {
        let name = archive.name(person);
        if archive.speaks(person) {
            let speaker = slug_of_entity(archive, Asked::Speaker, person);
            let said = begin.link(|query| {
                query.view = ViewName::Statements;
                query.asked_mut(Asked::Speaker).choose(&speaker);
            });
            ask(words.fill("What is {} on record as saying?", &[name]), said);
        }
        let focus = slug_of_value(archive, &begin, person);
        ask(
            words.fill("Who is named with {}?", &[name]),
            begin.link(|query| {
                query.view = ViewName::Network;
                query.focus = Some(focus);
            }),
        );
    }
    if let Some(topic) = topic {
        ask(
            words.fill("When was this reported: {}?", &[archive.name(topic)]),
            begin.link(|query| {
                query.view = ViewName::Timeline;
                query.filter_mut(EntityKind::Topic).choose(archive.slug(topic));
            }),
        );
    }
    questions
}
