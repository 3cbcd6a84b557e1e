//! Marks: which stretches of a text answer the query, and which name somebody.

use crate::order::sort_by_key;
use crate::plan::Plan;
use crate::query::{FACETS, Query};
use crate::view::{Mark, MarkedEntity, Segment};
use archive::{Archive, BlockId, DocumentId, EntityId, EntityKind, MentionRef};
use std::ops::Range;
use text::Words;

/// What is marked as an answer: search terms, and the entities that are chosen.
pub(crate) struct Wanted<'a> {
    archive: &'a Archive,
    query: &'a Query,
    plan: &'a Plan,
    entities: Vec<EntityId>,
    /// Chosen parties whose people of the day count too.
    parties: Vec<EntityId>,
}

/// A block's text with what is known of it.
pub(crate) struct MarkedText<'a> {
    pub(crate) text: &'a str,
    /// Places that answer the query, by start, not overlapping.
    pub(crate) hits: Vec<Range<usize>>,
    /// How many different wanted things stand here.
    pub(crate) kinds_of_hits: usize,
    mentions: Vec<MentionRef>,
}

impl<'a> Wanted<'a> {
    pub(crate) fn new(archive: &'a Archive, query: &'a Query, plan: &'a Plan) -> Wanted<'a> {
        let chosen =
            || plan.filters.iter().flat_map(|filter| filter.chosen.iter().map(move |value| (filter.counted, *value)));
        let named = chosen().filter(|(counted, _)| *counted != EntityKind::PartyOfPeople);
        let of_people =
            chosen().filter(|(counted, _)| matches!(counted, EntityKind::PartyOfPeople | EntityKind::PartyEither));
        Wanted {
            archive,
            query,
            plan,
            entities: named.map(|(_, value)| archive.entity_of(value)).collect(),
            parties: of_people.map(|(_, value)| archive.entity_of(value)).collect(),
        }
    }

    /// The same, with these entities wanted instead: for the evidence of a pair.
    pub(crate) fn only(archive: &'a Archive, query: &'a Query, plan: &'a Plan, values: &[EntityId]) -> Wanted<'a> {
        let (parties, entities) =
            values.iter().partition::<Vec<&EntityId>, _>(|value| archive.kind_of(**value) == EntityKind::PartyOfPeople);
        let of = |values: Vec<&EntityId>| values.into_iter().map(|value| archive.entity_of(*value)).collect();
        Wanted { archive, query, plan, entities: of(entities), parties: of(parties) }
    }

    /// Whether anything is wanted at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.entities.is_empty() && self.parties.is_empty() && self.plan.search.wanted.is_empty()
    }

    /// The entities wanted in a document: the chosen, and the people of chosen parties that day.
    pub(crate) fn entities_in(&self, document: DocumentId) -> Vec<EntityId> {
        let members = self
            .archive
            .parties_that_day(document)
            .filter(|(_, party)| self.parties.contains(party))
            .map(|(person, _)| person);
        self.entities.iter().copied().chain(members).collect()
    }

    /// A block with its hits.
    pub(crate) fn marked(&self, block: BlockId, entities: &[EntityId]) -> MarkedText<'a> {
        let is_searched = self.plan.search.terms().next().is_some();
        let words = if is_searched { Words::of(self.archive.text(block)) } else { Words::default() };
        self.marked_in(block, entities, &words)
    }

    /// The same of a block whose words are known already.
    pub(crate) fn marked_in(&self, block: BlockId, entities: &[EntityId], words: &Words) -> MarkedText<'a> {
        let text = self.archive.text(block);
        let mentions: Vec<MentionRef> = self.archive.mentions(block).collect();
        let mut hits: Vec<(Range<usize>, usize)> = Vec::new();
        for mention in mentions.iter().filter(|mention| entities.contains(&mention.entity)) {
            hits.push((mention.start..mention.end, mention.entity.index()));
        }
        for (at, term) in self.plan.search.terms().enumerate() {
            hits.extend(term.places(text, words).into_iter().map(|place| (place, usize::MAX - at)));
        }
        let is_first = |(at, hit): &(usize, &(Range<usize>, usize))| hits[..*at].iter().all(|before| before.1 != hit.1);
        let kinds_of_hits = hits.iter().enumerate().filter(is_first).count();
        sort_by_key(&mut hits, |(place, _)| (place.start, std::cmp::Reverse(place.end)));
        let mut places: Vec<Range<usize>> = Vec::new();
        for (place, _) in hits {
            if places.last().is_none_or(|last| last.end <= place.start) {
                places.push(place);
            }
        }
        MarkedText {
            text,
            hits: places,
            kinds_of_hits,
            mentions: mentions.into_iter().filter(|mention| self.is_shown(mention)).collect(),
        }
    }

    /// Topics' keywords are hits when wanted, never names.
    fn is_shown(&self, mention: &MentionRef) -> bool {
        self.archive.kind_of(mention.entity) != EntityKind::Topic
    }

    /// The segments of a range of a marked text. `number` counts hits on; `None` leaves them without numbers (0).
    pub(crate) fn segments(
        &self,
        marked: &MarkedText<'a>,
        range: Range<usize>,
        number: Option<&mut u32>,
    ) -> Vec<Segment> {
        self.segments_at(marked, range, number, &[]).0
    }

    /// The same, cut at further places too; and where each segment begins.
    pub(crate) fn segments_at(
        &self,
        marked: &MarkedText<'a>,
        range: Range<usize>,
        mut number: Option<&mut u32>,
        places: &[usize],
    ) -> (Vec<Segment>, Vec<usize>) {
        let mut cuts: Vec<usize> = vec![range.start, range.end];
        cuts.extend(places.iter().filter(|place| range.contains(place)));
        let spans = marked.mentions.iter().map(|mention| mention.start..mention.end).chain(marked.hits.iter().cloned());
        cuts.extend(spans.flat_map(|span| [span.start, span.end]).filter(|cut| range.contains(cut)));
        sort_by_key(&mut cuts, |cut| *cut);
        cuts.dedup();
        let mut segments = Vec::with_capacity(cuts.len());
        for ends in cuts.windows(2) {
            let (start, end) = (ends[0], ends[1]);
            let hit =
                marked.hits.iter().find(|hit| hit.start <= start && end <= hit.end).map(|hit| match &mut number {
                    Some(number) if hit.start == start => {
                        **number += 1;
                        **number
                    }
                    _ => 0,
                });
            let mention = marked.mentions.iter().find(|mention| mention.start <= start && end <= mention.end);
            let entity = mention.map(|mention| self.entity(mention));
            let mark = (hit.is_some() || entity.is_some()).then_some(Mark { hit, entity });
            segments.push(Segment { text: marked.text.get(start..end).unwrap_or_default().to_owned(), mark });
        }
        (segments, cuts)
    }

    fn entity(&self, mention: &MentionRef) -> MarkedEntity {
        let archive = self.archive;
        let kind = archive.kind_of(mention.entity);
        let slug = archive.slug(mention.entity);
        let (form, file, line) = archive.form(mention.form);
        let file = file.rsplit('/').next().unwrap_or(file);
        MarkedEntity {
            kind,
            slug: slug.to_owned(),
            label: archive.name(mention.entity).to_owned(),
            href: self.query.link(|query| {
                if FACETS.contains(&kind) {
                    query.filter_mut(kind).choose(slug);
                }
            }),
            found_by: self
                .query
                .words
                .fill("{}: found by “{}”, {} line {}", &[archive.name(mention.entity), form, file, &line.to_string()]),
        }
    }
}

/// A text without marks.
pub(crate) fn plain(text: &str) -> Vec<Segment> {
    vec![Segment { text: text.to_owned(), mark: None }]
}

/// A range of `text` of about `most` bytes round `middle`, cut between words.
pub(crate) fn window(text: &str, middle: &Range<usize>, most: usize) -> Range<usize> {
    if text.len() <= most + most / 4 {
        return 0..text.len();
    }
    let before = most.saturating_sub(middle.len()) / 3;
    let mut start = middle.start.saturating_sub(before);
    let mut end = (start + most).max(middle.end).min(text.len());
    if end == text.len() {
        start = start.min(text.len().saturating_sub(most)).min(middle.start);
    }
    if start > 0 {
        let boundary =
            (start..=middle.start).find(|at| text.is_char_boundary(*at) && text[..*at].ends_with(char::is_whitespace));
        start = boundary.unwrap_or(middle.start);
    }
    if end < text.len() {
        let boundary = (middle.end..=end)
            .rev()
            .find(|at| text.is_char_boundary(*at) && text[*at..].starts_with(char::is_whitespace));
        end = boundary.unwrap_or(middle.end);
    }
    start..end
}
