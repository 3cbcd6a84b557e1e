//! What a line of a list means: somebody's slug, name, label or alias, in this order; folded, so that capitals and diacritics
//! do not matter.

use crate::query::FACETS;
use archive::{Archive, EntityId, EntityKind};
use text::fold;

/// Everybody by what they are called.
pub(super) struct Names {
    /// Folded, in the order of kinds, then of the archive.
    names: Vec<(String, EntityId)>,
    labels: Vec<(String, EntityId)>,
    /// Names, aliases and surnames as they were found; not what only stands for a topic.
    forms: Vec<(String, EntityId)>,
}

impl Names {
    pub(super) fn of(archive: &Archive) -> Names {
        let entities = || FACETS.iter().flat_map(|kind| archive.range_of(*kind)).map(EntityId);
        let form = |form: u32| {
            let entity = archive.entity_of_form(form)?;
            let is_name = archive.kind_of(entity) != EntityKind::Topic;
            is_name.then(|| (fold(archive.form(form).0), entity))
        };
        Names {
            names: entities().map(|entity| (fold(archive.name(entity)), entity)).collect(),
            labels: entities().map(|entity| (fold(archive.label(entity)), entity)).collect(),
            forms: (0..archive.forms() as u32).filter_map(form).collect(),
        }
    }

    /// The entity that a line means; of an alias that several have, none.
    pub(super) fn find(&self, archive: &Archive, line: &str) -> Option<EntityId> {
        let by_kind = line.split_once(':').and_then(|(kind, slug)| {
            let kind = EntityKind::from_word(kind).filter(|kind| FACETS.contains(kind))?;
            archive.entity(kind, slug)
        });
        let folded = fold(line);
        let first = |names: &[(String, EntityId)]| Some(names.iter().find(|(name, _)| *name == folded)?.1);
        let by_form = || {
            let mut meant = self.forms.iter().filter(|(form, _)| *form == folded).map(|(_, entity)| *entity);
            let one = meant.next()?;
            meant.all(|other| other == one).then_some(one)
        };
        by_kind
            .or_else(|| FACETS.iter().find_map(|kind| archive.entity(*kind, line)))
            .or_else(|| first(&self.names))
            .or_else(|| first(&self.labels))
            .or_else(by_form)
    }
}
