//! Which values are present where, in both directions.

use super::Archive;
use crate::id::{DocumentId, EntityId, Ids, List, PassageId, SentenceId};
use crate::section::Section;

impl Archive {
    /// Values present in a document, ascending.
    pub fn values_of_document(&self, document: DocumentId) -> Ids<'_> {
        self.ids(Section::DocumentValueOffsets, Section::DocumentValues, document.index())
    }

    /// Values present in a passage, ascending.
    pub fn values_of_passage(&self, passage: PassageId) -> Ids<'_> {
        self.ids(Section::PassageValueOffsets, Section::PassageValues, passage.index())
    }

    /// Values present in a sentence, ascending.
    pub fn values_of_sentence(&self, sentence: SentenceId) -> Ids<'_> {
        self.ids(Section::SentenceValueOffsets, Section::SentenceValues, sentence.index())
    }

    /// Documents in which a value is present, ascending.
    pub fn documents_with(&self, value: EntityId) -> List<'_> {
        self.list(Section::ValueDocumentOffsets, Section::ValueDocuments, value.index())
    }

    /// Passages in which a value is present, ascending.
    pub fn passages_with(&self, value: EntityId) -> List<'_> {
        self.list(Section::ValuePassageOffsets, Section::ValuePassages, value.index())
    }
}
