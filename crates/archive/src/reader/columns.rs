//! How a section is looked into: as bytes, numbers, rows, texts or lists. What is out of range is empty.

use super::Archive;
use crate::id::{Ids, List, Lists};
use crate::section::Section;
use std::ops::Range;
use zerocopy::FromBytes;
use zerocopy::little_endian::{U16, U32};

impl Archive {
    pub(crate) fn bytes_of(&self, section: Section) -> &[u8] {
        self.sections.get(section as usize).and_then(|range| self.bytes.get(range.clone())).unwrap_or_default()
    }

    pub(crate) fn column(&self, section: Section) -> &[U32] {
        <[U32]>::ref_from_bytes(self.bytes_of(section)).unwrap_or_default()
    }

    pub(crate) fn narrow_column(&self, section: Section) -> &[U16] {
        <[U16]>::ref_from_bytes(self.bytes_of(section)).unwrap_or_default()
    }

    pub(crate) fn rows<const COLUMNS: usize>(&self, section: Section) -> &[[U32; COLUMNS]] {
        self.column(section).as_chunks().0
    }

    pub(super) fn row<const COLUMNS: usize>(&self, section: Section, row: usize) -> Option<&[U32; COLUMNS]> {
        self.rows(section).get(row)
    }

    /// From the offset numbered `at` to the next.
    pub(super) fn stretch(&self, offsets: Section, at: usize) -> Range<u32> {
        match self.column(offsets).get(at..) {
            Some([start, end, ..]) => start.get()..end.get(),
            _ => 0..0,
        }
    }

    pub(super) fn text_of(&self, offsets: Section, texts: Section, text: usize) -> &str {
        let stretch = self.stretch(offsets, text);
        let bytes = self.bytes_of(texts).get(stretch.start as usize..stretch.end as usize);
        std::str::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    }

    pub(super) fn string(&self, string: u32) -> &str {
        self.text_of(Section::StringOffsets, Section::StringBytes, string as usize)
    }

    pub(super) fn list(&self, offsets: Section, values: Section, list: usize) -> List<'_> {
        let stretch = self.stretch(offsets, list);
        self.column(values).get(stretch.start as usize..stretch.end as usize).unwrap_or_default()
    }

    pub(super) fn lists(&self, offsets: Section, values: Section) -> Lists<'_> {
        let ids = if self.wide { Ids::Wide(self.column(values)) } else { Ids::Narrow(self.narrow_column(values)) };
        Lists { offsets: self.column(offsets), ids }
    }
}
