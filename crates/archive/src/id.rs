//! The numbers by which documents, blocks, passages, sentences and values are known, and lists of them.

use zerocopy::little_endian::{U16, U32};

/// A number that nothing has: the answer where there is none.
pub(crate) const NONE: u32 = u32::MAX;

macro_rules! ids {
    ($($(#[$note:meta])* $name:ident),+) => {
        $($(#[$note])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            pub fn index(self) -> usize {
                self.0 as usize
            }
        })+
    };
}

ids! {
    /// A document: its rank by date.
    DocumentId,
    /// A block of text: title, passage, heading, table or code.
    BlockId,
    /// A passage: paragraph, list item or quotation.
    PassageId,
    /// A sentence of a passage.
    SentenceId,
    /// A statement: its rank by passage and place.
    StatementId,
    /// A value of a facet: an entity, or one of the parties' two further countings.
    EntityId
}

/// Numbers of one list: two bytes each where all values fit, else four.
#[derive(Clone, Copy, Debug)]
pub enum Ids<'a> {
    Narrow(&'a [U16]),
    Wide(&'a [U32]),
}

/// Many lists of numbers, for whoever goes through all of them.
#[derive(Clone, Copy, Debug)]
pub struct Lists<'a> {
    pub(crate) offsets: &'a [U32],
    pub(crate) ids: Ids<'a>,
}

/// Numbers of one list, four bytes each.
pub type List<'a> = &'a [U32];

impl<'a> Ids<'a> {
    pub fn len(&self) -> usize {
        match self {
            Ids::Narrow(ids) => ids.len(),
            Ids::Wide(ids) => ids.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn for_each(self, mut each: impl FnMut(u32)) {
        match self {
            Ids::Narrow(ids) => ids.iter().for_each(|id| each(u32::from(id.get()))),
            Ids::Wide(ids) => ids.iter().for_each(|id| each(id.get())),
        }
    }

    /// Adds `more`, going round at 2³², to the count of every number of the list; numbers beyond the counts are passed over.
    // In plain loops: where the program is compiled for size, closures and indices are a call for each number.
    pub fn add_to(self, counts: &mut [u32], more: u32) {
        match self {
            Ids::Narrow(ids) => {
                for id in ids {
                    if let Some(count) = counts.get_mut(usize::from(id.get())) {
                        *count = count.wrapping_add(more);
                    }
                }
            }
            Ids::Wide(ids) => {
                for id in ids {
                    if let Some(count) = counts.get_mut(id.get() as usize) {
                        *count = count.wrapping_add(more);
                    }
                }
            }
        }
    }

    /// Ascending.
    pub fn iter(self) -> impl Iterator<Item = u32> + 'a {
        let (narrow, wide): (&[U16], &[U32]) = match self {
            Ids::Narrow(ids) => (ids, &[]),
            Ids::Wide(ids) => (&[], ids),
        };
        narrow.iter().map(|id| u32::from(id.get())).chain(wide.iter().map(|id| id.get()))
    }

    pub fn contains(self, id: u32) -> bool {
        match self {
            Ids::Narrow(ids) => ids.binary_search_by_key(&id, |id| u32::from(id.get())).is_ok(),
            Ids::Wide(ids) => ids.binary_search_by_key(&id, |id| id.get()).is_ok(),
        }
    }
}

impl<'a> Lists<'a> {
    /// The list of this number; empty if there is none.
    pub fn get(&self, list: usize) -> Ids<'a> {
        self.between(list..list.saturating_add(1))
    }

    /// The numbers of these lists, which stand side by side.
    pub fn between(&self, lists: std::ops::Range<usize>) -> Ids<'a> {
        let range = match (self.offsets.get(lists.start), self.offsets.get(lists.end)) {
            (Some(start), Some(end)) => start.get() as usize..end.get() as usize,
            _ => 0..0,
        };
        match self.ids {
            Ids::Narrow(ids) => Ids::Narrow(ids.get(range).unwrap_or_default()),
            Ids::Wide(ids) => Ids::Wide(ids.get(range).unwrap_or_default()),
        }
    }
}
