//! Where an entity is found in the selection: by which words, from which outlets, in which passages.

use crate::Answer;
use crate::cooccurrence::{kind_in_pairs, slug_of_value};
use crate::evidence::unit_shown;
use crate::facets::Counter;
use crate::marks::Wanted;
use crate::order::sort_by_key;
use crate::pairs::evidence_link;
use crate::plan::Plan;
use crate::query::{Cell, Query, Unit, ViewName, takes_part};
use crate::select::Selection;
use crate::view::{EvidenceUnit, Part};
use archive::{Archive, BlockId, DocumentId, EntityId, EntityKind};

const NEWEST: usize = 3;

/// The forms that found it in the text, each with its lines of the concordance, the commonest first; before them all together.
/// None of an archive in parts: they stand with the texts, and to count them would fetch them all.
pub(super) fn forms(archive: &Archive, query: &Query, selection: &Selection, entity: EntityId) -> Vec<Part> {
    if !archive.is_whole() {
        return Vec::new();
    }
    let (words, mut all) = (query.words, 0);
    // The same words may stand in the gazetteer twice.
    let mut forms: Vec<(&str, String, usize)> = Vec::new();
    let documents = archive.documents_with(entity).iter().map(|document| document.get());
    for document in documents.filter(|document| selection.documents.contains(*document)).map(DocumentId) {
        let blocks = archive.blocks_of(document).skip(1).map(BlockId);
        let mentions = blocks.flat_map(|block| archive.mentions(block));
        for mention in mentions.filter(|mention| mention.entity == entity && mention.start < mention.end) {
            let (text, file, line) = archive.form(mention.form);
            let file = file.rsplit('/').next().unwrap_or(file);
            let place = words.fill("{} line {}", &[file, &line.to_string()]);
            all += 1;
            match forms.iter_mut().find(|(known, ..)| *known == text) {
                Some((_, places, count)) => {
                    *count += 1;
                    if !places.contains(&place) {
                        *places = [places.as_str(), words.say(", "), &place].concat();
                    }
                }
                None => forms.push((text, place, 1)),
            }
        }
    }
    sort_by_key(&mut forms, |(text, _, count)| (std::cmp::Reverse(*count), *text));
    let part = |label: String, count: usize, form: &str| Part {
        label,
        count,
        href: query.link(|query| (query.view, query.form) = (ViewName::Concordance, Some(form.to_owned()))),
    };
    let first = (all > 0).then(|| part(words.text("all places in the text"), all, "*"));
    first
        .into_iter()
        .chain(forms.iter().map(|(text, place, count)| part(words.fill("“{}”, {}", &[text, place]), *count, text)))
        .collect()
}

/// The documents of `named`, which is the link to those that name it, by outlet.
pub(super) fn outlets(archive: &Archive, named: &Part) -> Vec<Part> {
    let query = Query::parse(&named.href);
    let Answer { plan, found, selection, .. } = Answer::of(archive, &query);
    let facets = Counter::new(archive, &query, &plan, &found, &selection).facets();
    let outlets =
        facets.into_iter().filter(|facet| facet.key == EntityKind::Outlet.word()).flat_map(|facet| facet.values);
    outlets.map(|value| Part { label: value.label, count: value.count, href: value.only }).collect()
}

/// The passages that name it, with the link to them, and the newest of them.
pub(super) fn passages(
    archive: &Archive,
    query: &Query,
    plan: &Plan,
    selection: &Selection,
    entity: EntityId,
) -> Option<(Part, Vec<EvidenceUnit>)> {
    let kind = archive.kind_of(entity);
    if !takes_part(kind) {
        return None;
    }
    let value = archive.party_as(entity, kind_in_pairs(kind, query));
    let passages = archive.passages_with(value).iter().map(|passage| passage.get());
    let passages: Vec<u32> = passages.filter(|passage| selection.passages.contains(*passage)).collect();
    let query = Query { unit: Unit::Passage, ..query.clone() };
    let slug = slug_of_value(archive, &query, value);
    let part = Part {
        label: query.words.fill("passages naming {}", &[archive.name(entity)]),
        count: passages.len(),
        href: evidence_link(&query, (&slug, &slug), Cell::Both),
    };
    let pair = [value, value];
    let wanted = Wanted::only(archive, &query, plan, &pair);
    let is_dated = |passage: &&u32| archive.first_day(archive.document_of(archive::PassageId(**passage))).is_some();
    let newest = passages.iter().rev().filter(is_dated).take(NEWEST);
    let newest = newest.map(|passage| unit_shown(archive, &query, &wanted, &pair, *passage)).collect();
    Some((part, newest))
}
