//! Who is named in the selection and never quoted or reported in it.

use super::Sayings;
use crate::facets::Counter;
use crate::order::first_by;
use crate::plan::Plan;
use crate::query::{Query, ViewName};
use crate::select::{Found, Selection};
use crate::view::{Part, Silent};
use archive::{Archive, EntityId, EntityKind};

const SHOWN: usize = 12;

/// The people whom selected documents name and to whom none of the statements in them is given, whatever else is asked of
/// statements but that they be sure; those named most first.
pub(super) fn silent(
    archive: &Archive,
    query: &Query,
    plan: &Plan,
    found: &Found,
    selection: &Selection,
    sayings: &Sayings,
) -> Silent {
    let mut speaks = vec![false; archive.values()];
    for speaker in sayings.all.iter().filter_map(|said| said.it.speaker) {
        speaks[speaker.index()] = true;
    }
    let documents = Query { view: ViewName::Documents, statements: Default::default(), ..query.clone() };
    let counter = Counter::new(archive, &documents, plan, found, selection);
    let mut people = counter.present(EntityKind::Person);
    people.retain(|(person, _)| !speaks[person.index()]);
    let total = people.len();
    let slug = |person: &EntityId| archive.slug(*person);
    let people = first_by(people, SHOWN, |(_, count)| *count, |(one, _), (other, _)| slug(one).cmp(slug(other)));
    let part = |(person, _): (EntityId, u32)| {
        let (count, href) = counter.one(EntityKind::Person, person);
        Part { label: archive.label(person).to_owned(), count, href }
    };
    Silent { people: people.into_iter().map(part).collect(), total }
}
