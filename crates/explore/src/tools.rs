//! Tools for a closer look: the concordance, two selections compared, a list looked up. The page draws them with a program of
//! its own, which is fetched when one of them is asked for; so nothing outside of this room calls into it but by way of `main`
//! and `file`.

mod batch;
mod compare;
mod concordance;

use crate::Answer;
use crate::facets::Counter;
use crate::order::first_by;
use crate::query::{Query, ViewName, insert};
use crate::view::{Link, Main};
use archive::{Archive, EntityId, EntityKind};

/// The main region of one of these views.
pub(crate) fn main(archive: &Archive, query: &Query, answer: &Answer) -> Main {
    let main = match query.view {
        ViewName::Compare => Main::Compare(compare::compare(archive, query, answer)),
        ViewName::Batch => Main::Batch(batch::batch(archive, query, answer)),
        _ => Main::Concordance(concordance::concordance(archive, query, answer)),
    };
    // What was counted over texts that are still to come is no number.
    if archive.wants().is_empty() {
        main
    } else {
        Main::Absent(query.words.text("What this view needs is being fetched."))
    }
}

/// The text of one of their files, by its key.
pub(crate) fn file(archive: &Archive, query: &Query, key: &str) -> Option<String> {
    match key {
        "concordance.csv" => Some(concordance::csv(archive, query, &Answer::of(archive, query))),
        "batch.csv" => Some(batch::csv(archive, query, &Answer::of(archive, query))),
        _ => None,
    }
}

/// The query for those of its documents that carry a value as well; `None` where no address can say that: one of several
/// values and this one besides.
fn narrowed(query: &Query, kind: EntityKind, slug: &str) -> Option<Query> {
    // One more than a plan takes would be set aside.
    const MOST: usize = 63;
    let mut narrowed = query.begun_anew();
    let filter = narrowed.filter_mut(kind);
    let holds = filter.chosen.iter().any(|chosen| chosen == slug);
    match filter.chosen.len() {
        1.. if filter.is_any(kind) && holds => filter.chosen = vec![slug.to_owned()],
        1 if filter.is_any(kind) => filter.switched = kind == EntityKind::Outlet,
        2.. if filter.is_any(kind) => return None,
        MOST.. => return None,
        _ => {}
    }
    // An exclusion stays: then nothing is left, as it should be.
    insert(&mut narrowed.filter_mut(kind).chosen, slug);
    Some(narrowed)
}

/// For whoever has asked for nothing yet: the person, the topic and the place that most of the selected documents carry, in
/// words that `say` makes, with the links that choose them.
fn suggestions(archive: &Archive, query: &Query, answer: &Answer, say: &dyn Fn(&str) -> String) -> Vec<Link> {
    let counter = Counter::new(archive, query, &answer.plan, &answer.found, &answer.selection);
    let first = |kind: EntityKind| {
        let tie = |one: &(EntityId, u32), other: &(EntityId, u32)| archive.slug(one.0).cmp(archive.slug(other.0));
        let (value, _) = first_by(counter.present(kind), 1, |(_, count)| *count, tie).pop()?;
        let choose = |query: &mut Query| query.filter_mut(kind).choose(archive.slug(value));
        Some(Link { text: say(archive.label(value)), href: query.link(choose) })
    };
    [EntityKind::Person, EntityKind::Topic, EntityKind::Place].into_iter().filter_map(first).collect()
}
