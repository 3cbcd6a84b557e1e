//! What the archive knows of documents: their facts, as their own front matter and the build give them.

use super::Archive;
use crate::date::{Precision, Span};
use crate::id::{DocumentId, EntityId, List};
use crate::kind::{DatePrecision, DocumentKind, Rights};
use crate::section::{DOCUMENT_COLUMNS, Late, NO_DAY, Section};
use zerocopy::little_endian::U32;

impl Archive {
    pub fn documents(&self) -> usize {
        self.column(Section::Documents).len() / DOCUMENT_COLUMNS
    }

    /// The document with this id.
    pub fn document(&self, id: &str) -> Option<DocumentId> {
        let order = self.column(Section::DocumentsById);
        let at = order.binary_search_by(|document| self.id(DocumentId(document.get())).cmp(id)).ok()?;
        Some(DocumentId(order[at].get()))
    }

    pub fn id(&self, document: DocumentId) -> &str {
        self.document_string(document, 0)
    }

    /// Of an archive in parts "…" where neither the text is here nor the part with the title, which is then noted as wanted.
    pub fn title(&self, document: DocumentId) -> &str {
        if !self.is_whole() {
            return self.title_in_parts(document).unwrap_or("…");
        }
        let title = self.blocks_of(document).next();
        title.map_or("", |title| self.text_of(Section::TextOffsets, Section::Text, title as usize))
    }

    pub fn date(&self, document: DocumentId) -> Option<Span> {
        let row = self.document_row(document)?;
        let (first, last) = (row[1].get() as i32, row[2].get() as i32);
        let precision = match row[3].get() {
            0 => Precision::Year,
            1 => Precision::Month,
            _ => Precision::Day,
        };
        (first != NO_DAY).then_some(Span { first, last, precision })
    }

    /// The day a document's date begins with; ascending over the numbers of documents.
    pub fn first_day(&self, document: DocumentId) -> Option<i32> {
        self.document_row(document).map(|row| row[1].get() as i32).filter(|day| *day != NO_DAY)
    }

    pub fn precision(&self, document: DocumentId) -> DatePrecision {
        DatePrecision::from_byte(self.document_number(document, 4) as u8).unwrap_or(DatePrecision::Day)
    }

    pub fn date_note(&self, document: DocumentId) -> &str {
        self.document_string(document, 5)
    }

    pub fn author(&self, document: DocumentId) -> &str {
        self.document_string(document, 6)
    }

    pub fn source_title(&self, document: DocumentId) -> &str {
        self.document_string(document, 7)
    }

    pub fn source_url(&self, document: DocumentId) -> &str {
        self.document_string(document, 8)
    }

    pub fn language(&self, document: DocumentId) -> &str {
        self.document_string(document, 9)
    }

    pub fn document_kind(&self, document: DocumentId) -> DocumentKind {
        DocumentKind::from_byte(self.document_number(document, 10) as u8).unwrap_or(DocumentKind::Report)
    }

    pub fn rights(&self, document: DocumentId) -> Rights {
        Rights::from_byte(self.document_number(document, 11) as u8).unwrap_or(Rights::Metadata)
    }

    pub fn other_sources(&self, document: DocumentId) -> impl Iterator<Item = &str> {
        self.list(Section::OtherSourceOffsets, Section::OtherSources, document.index())
            .iter()
            .map(|string| self.string(string.get()))
    }

    pub fn via(&self, document: DocumentId) -> impl Iterator<Item = &str> {
        self.list(Section::ViaOffsets, Section::Via, document.index()).iter().map(|string| self.string(string.get()))
    }

    pub fn outlets(&self, document: DocumentId) -> impl Iterator<Item = EntityId> {
        entities(self.list(Section::OutletOffsets, Section::Outlets, document.index()))
    }

    pub fn speakers(&self, document: DocumentId) -> impl Iterator<Item = EntityId> {
        self.has(Late::Facts);
        entities(self.list(Section::SpeakerOffsets, Section::Speakers, document.index()))
    }

    /// Entities that the document's own facts declare, ascending.
    pub fn declared(&self, document: DocumentId) -> impl Iterator<Item = EntityId> {
        self.has(Late::Passages);
        entities(self.list(Section::DeclaredOffsets, Section::Declared, document.index()))
    }

    /// The people of the document with their party that day.
    pub fn parties_that_day(&self, document: DocumentId) -> impl Iterator<Item = (EntityId, EntityId)> {
        self.has(Late::Facts);
        let pairs = self.list(Section::PartyThatDayOffsets, Section::PartyThatDay, document.index()).chunks_exact(2);
        pairs.map(|pair| (EntityId(pair[0].get()), EntityId(pair[1].get())))
    }

    /// Words indexed in the document.
    pub fn length(&self, document: DocumentId) -> u32 {
        self.has(Late::Facts);
        self.column(Section::DocumentLengths).get(document.index()).map_or(0, |length| length.get())
    }

    /// By document the words indexed in it.
    pub fn lengths(&self) -> List<'_> {
        self.has(Late::Facts);
        self.column(Section::DocumentLengths)
    }

    fn document_row(&self, document: DocumentId) -> Option<&[U32; DOCUMENT_COLUMNS]> {
        self.row(Section::Documents, document.index())
    }

    fn document_number(&self, document: DocumentId, column: usize) -> u32 {
        self.document_row(document).map_or(0, |row| row[column].get())
    }

    fn document_string(&self, document: DocumentId, column: usize) -> &str {
        self.string(self.document_number(document, column))
    }
}

fn entities(list: List<'_>) -> impl Iterator<Item = EntityId> + '_ {
    list.iter().map(|entity| EntityId(entity.get()))
}
