//! Which values are present where, in both directions.

use super::Archive;
use crate::id::{DocumentId, EntityId, Ids, List, Lists, PassageId, SentenceId};
use crate::section::{Late, Section};

impl Archive {
    /// By document: the values present in it, ascending.
    pub fn values_of_documents(&self) -> Lists<'_> {
        self.lists(Section::DocumentValueOffsets, Section::DocumentValues)
    }

    /// By passage: the values present in it, ascending.
    pub fn values_of_passages(&self) -> Lists<'_> {
        self.has(Late::Passages);
        self.lists(Section::PassageValueOffsets, Section::PassageValues)
    }

    /// By sentence: the values present in it, ascending.
    pub fn values_of_sentences(&self) -> Lists<'_> {
        self.has(Late::Passages);
        self.lists(Section::SentenceValueOffsets, Section::SentenceValues)
    }

    /// Values present in a document, ascending.
    pub fn values_of_document(&self, document: DocumentId) -> Ids<'_> {
        self.values_of_documents().get(document.index())
    }

    /// Values present in a passage, ascending.
    pub fn values_of_passage(&self, passage: PassageId) -> Ids<'_> {
        self.values_of_passages().get(passage.index())
    }

    /// Values present in a sentence, ascending.
    pub fn values_of_sentence(&self, sentence: SentenceId) -> Ids<'_> {
        self.values_of_sentences().get(sentence.index())
    }

    /// Documents in which a value is present, ascending.
    pub fn documents_with(&self, value: EntityId) -> List<'_> {
        self.list(Section::ValueDocumentOffsets, Section::ValueDocuments, value.index())
    }

    /// Passages in which a value is present, ascending.
    pub fn passages_with(&self, value: EntityId) -> List<'_> {
        self.has(Late::Passages);
        self.list(Section::ValuePassageOffsets, Section::ValuePassages, value.index())
    }
}
