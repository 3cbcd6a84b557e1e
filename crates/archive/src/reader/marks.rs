//! What is known beforehand, so that no question walks through all documents: where months begin, which dates are longer than a
//! day, how many words there are, and how often every value occurs up to each mark along the documents.

use super::Archive;
use crate::date::{Day, civil_from_day, month_span};
use crate::id::{DocumentId, List};
use crate::kind::EntityKind;
use crate::section::{DOCUMENT_COLUMNS, NO_DAY, Section};
use std::ops::Range;

/// A mark is no nearer to the next than this.
const NEAREST: usize = 256;
/// Counts held, at most: four bytes each.
const MOST_COUNTS: usize = 1 << 20;

/// Made once, at opening.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// By month that documents begin in: its number (year × 12 + month of the year from 0), its first document.
    months: Vec<(i32, u32)>,
    /// Documents whose date is longer than a day.
    long: Vec<u32>,
    /// Words indexed in all documents.
    words: u64,
    /// By entity: its place among the slugs of its kind.
    slugs: Vec<u32>,
    /// Documents between two marks.
    step: usize,
    /// By mark and value: documents before the mark that carry the value. Empty where documents are few.
    counts: Vec<u32>,
}

impl Marks {
    pub(super) fn of(archive: &Archive) -> Marks {
        let (documents, values) = (archive.documents(), archive.values());
        let most = MOST_COUNTS.checked_div(values).unwrap_or_default().max(1);
        let mut marks = Marks { step: (documents / most).max(NEAREST), ..Marks::default() };
        marks.words = archive.lengths().iter().map(|length| u64::from(length.get())).sum();
        marks.slugs = vec![0; archive.column(Section::EntitiesBySlug).len()];
        for kind in EntityKind::ALL {
            for (place, entity) in archive.by_slug(*kind).iter().enumerate() {
                if let Some(slug) = marks.slugs.get_mut(entity.get() as usize) {
                    *slug = place as u32;
                }
            }
        }
        let mut end = Day::MIN;
        for document in 0..documents as u32 {
            let Some(date) = archive.date(DocumentId(document)) else { break };
            if date.first > end || document == 0 {
                let civil = civil_from_day(date.first);
                end = month_span(civil.year, civil.month).map_or(date.first, |month| month.last);
                marks.months.push((civil.year * 12 + civil.month as i32 - 1, document));
            }
            if date.last > date.first {
                marks.long.push(document);
            }
        }
        if documents > 2 * marks.step {
            let (lists, mut counts) = (archive.values_of_documents(), vec![0; values]);
            for start in (0..documents).step_by(marks.step) {
                marks.counts.extend_from_slice(&counts);
                lists.between(start..(start + marks.step).min(documents)).add_to(&mut counts, 1);
            }
        }
        marks
    }
}

impl Archive {
    /// A kind's entities in the order of their slugs. Of the further countings of parties, those of parties.
    pub fn by_slug(&self, kind: EntityKind) -> List<'_> {
        let range = self.range_of_entities(kind);
        self.column(Section::EntitiesBySlug).get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// By entity of a kind, in the order of numbers: its place in `by_slug`.
    pub fn places_by_slug(&self, kind: EntityKind) -> &[u32] {
        let range = self.range_of_entities(kind);
        self.marks.slugs.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    fn range_of_entities(&self, kind: EntityKind) -> Range<u32> {
        match kind {
            EntityKind::PartyOfPeople | EntityKind::PartyEither => self.range_of(EntityKind::Party),
            kind => self.range_of(kind),
        }
    }

    /// The months that documents begin in, ascending: year × 12 + month of the year from 0, and the documents.
    pub fn months(&self) -> impl Iterator<Item = (i32, Range<u32>)> {
        let months = &self.marks.months;
        let ends = months.iter().skip(1).map(|(_, start)| *start).chain([self.documents_before(NO_DAY)]);
        months.iter().zip(ends).map(|((month, start), end)| (*month, *start..end))
    }

    /// Words indexed in all documents together.
    pub fn words(&self) -> u64 {
        self.marks.words
    }

    /// The documents whose date is longer than a day, ascending.
    pub fn long_dates(&self) -> &[u32] {
        &self.marks.long
    }

    /// How many documents have a date that begins before this day; they are the first.
    pub fn documents_before(&self, day: Day) -> u32 {
        let rows = self.rows::<DOCUMENT_COLUMNS>(Section::Documents);
        rows.partition_point(|row| (row[1].get() as i32) < day) as u32
    }

    /// By value: how many of these documents, which stand side by side, carry it.
    pub fn counts_between(&self, documents: Range<u32>) -> Vec<u32> {
        let (lists, mut counts) = (self.values_of_documents(), vec![0_u32; self.values()]);
        let Marks { step, counts: marked, .. } = &*self.marks;
        let (start, end) = (documents.start as usize, documents.end as usize);
        if marked.is_empty() || end.saturating_sub(start) <= 2 * step {
            lists.between(start..end).add_to(&mut counts, 1);
            return counts;
        }
        // One less is the greatest number: counts go round.
        for (place, way) in [(end, 1_u32), (start, u32::MAX)] {
            let mark = ((place + step / 2) / step).min(marked.len() / counts.len() - 1);
            for (count, before) in counts.iter_mut().zip(&marked[mark * self.values()..]) {
                *count = count.wrapping_add(before.wrapping_mul(way));
            }
            let mark = mark * step;
            lists.between(mark.min(place)..place).add_to(&mut counts, way);
            lists.between(place..mark.max(place)).add_to(&mut counts, way.wrapping_neg());
        }
        counts
    }
}
