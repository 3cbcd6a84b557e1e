//! What the archive knows of people, parties, organisations, places, topics and outlets.

use super::Archive;
use crate::date::{Day, Precision};
use crate::id::EntityId;
use crate::kind::EntityKind;
use crate::section::{ENTITY_COLUMNS, NO_DAY, Section, TENURE_COLUMNS};
use std::ops::Range;
use zerocopy::little_endian::U32;

/// A time in a party, an office or government. Of "from 2014 to 2016" the days are the first of 2014 and the last of 2016.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TenureRef<'a> {
    pub of: Held<'a>,
    pub from: Option<(Day, Precision)>,
    pub to: Option<(Day, Precision)>,
}

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held<'a> {
    Party(EntityId),
    Role(&'a str),
    Government,
}

impl Archive {
    /// Number of values: entities, then the parties twice more.
    pub fn values(&self) -> usize {
        self.range_of(EntityKind::PartyEither).end as usize
    }

    /// The numbers of a kind's values.
    pub fn range_of(&self, kind: EntityKind) -> Range<u32> {
        let start = |kind: usize| self.kind_starts.get(kind).copied().unwrap_or_default();
        let parties = start(2) - start(1);
        match kind {
            EntityKind::PartyOfPeople => start(6)..start(6) + parties,
            EntityKind::PartyEither => start(6) + parties..start(6) + 2 * parties,
            stored => start(stored as usize)..start(stored as usize + 1),
        }
    }

    /// What a value is; of a number that is none, an outlet.
    pub fn kind_of(&self, entity: EntityId) -> EntityKind {
        let holds = |kind: &&EntityKind| self.range_of(**kind).contains(&entity.0);
        EntityKind::ALL.iter().find(holds).copied().unwrap_or(EntityKind::Outlet)
    }

    /// The entity behind a value: itself, or the party that is counted in another way.
    pub fn entity_of(&self, value: EntityId) -> EntityId {
        let kind = self.kind_of(value);
        match kind {
            EntityKind::PartyOfPeople | EntityKind::PartyEither => {
                EntityId(value.0 - self.range_of(kind).start + self.range_of(EntityKind::Party).start)
            }
            _ => value,
        }
    }

    /// The value that counts the party `entity` in the way of `kind`. What is no party stays what it is.
    pub fn party_as(&self, entity: EntityId, kind: EntityKind) -> EntityId {
        let party = self.entity_of(entity);
        let counts_parties = matches!(kind, EntityKind::Party | EntityKind::PartyOfPeople | EntityKind::PartyEither);
        if self.kind_of(party) != EntityKind::Party || !counts_parties {
            return entity;
        }
        EntityId(party.0 - self.range_of(EntityKind::Party).start + self.range_of(kind).start)
    }

    /// The entity of a stored kind with this slug.
    pub fn entity(&self, kind: EntityKind, slug: &str) -> Option<EntityId> {
        let range = self.range_of(kind);
        let order = self.column(Section::EntitiesBySlug).get(range.start as usize..range.end as usize)?;
        let at = order.binary_search_by(|id| self.slug(EntityId(id.get())).cmp(slug)).ok()?;
        Some(EntityId(order[at].get()))
    }

    pub fn slug(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 0)
    }

    pub fn name(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 1)
    }

    pub fn sort_name(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 2)
    }

    /// The short form for display, else the name.
    pub fn label(&self, entity: EntityId) -> &str {
        match self.entity_column(entity, 3) {
            "" => self.name(entity),
            short => short,
        }
    }

    /// The gazetteer's own word for what it is: "politician", "court"; empty if it has none.
    pub fn sort(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 4)
    }

    pub fn country(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 5)
    }

    pub fn wikidata(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 6)
    }

    /// The editors' note, or a topic's scope.
    pub fn note(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 7)
    }

    pub fn colour(&self, entity: EntityId) -> &str {
        self.entity_column(entity, 8)
    }

    /// No gazetteer knows it: a document's front matter names it.
    pub fn is_declared_only(&self, entity: EntityId) -> bool {
        self.entity_number(entity, 9) == 1
    }

    /// The times of an entity in parties, offices and government, as its gazetteer has them.
    pub fn tenures(&self, entity: EntityId) -> impl Iterator<Item = TenureRef<'_>> {
        let tenures = self.list(Section::TenureOffsets, Section::Tenures, entity.index()).chunks_exact(TENURE_COLUMNS);
        tenures.map(|tenure| {
            let [shape, what] = [tenure[0], tenure[1]].map(U32::get);
            let day = |column: U32, precision: u32| {
                let precision = match precision & 15 {
                    0 => Precision::Year,
                    1 => Precision::Month,
                    _ => Precision::Day,
                };
                Some((column.get() as i32, precision)).filter(|(day, _)| *day != NO_DAY)
            };
            let of = match shape & 15 {
                0 => Held::Party(EntityId(what)),
                1 => Held::Role(self.string(what)),
                _ => Held::Government,
            };
            TenureRef { of, from: day(tenure[2], shape >> 4), to: day(tenure[3], shape >> 8) }
        })
    }

    fn entity_number(&self, entity: EntityId, column: usize) -> u32 {
        let row = self.row::<ENTITY_COLUMNS>(Section::Entities, self.entity_of(entity).index());
        row.map_or(0, |row| row[column].get())
    }

    fn entity_column(&self, entity: EntityId, column: usize) -> &str {
        self.string(self.entity_number(entity, column))
    }
}
