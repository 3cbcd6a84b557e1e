//! The text: blocks, those of them that are passages, their sentences, and what is mentioned where.

use super::Archive;
use crate::id::{BlockId, DocumentId, EntityId, NONE, PassageId, SentenceId};
use crate::kind::BlockKind;
use crate::section::{FORM_COLUMNS, Late, MENTION_COLUMNS, Section};
use std::ops::Range;

/// A mention as the archive keeps it: bytes of its block's text, entity, and the form that found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MentionRef {
    pub start: usize,
    pub end: usize,
    pub entity: EntityId,
    pub form: u32,
}

impl Archive {
    pub fn blocks(&self) -> usize {
        self.places.block_documents.len()
    }

    pub fn passages(&self) -> usize {
        self.places.passage_blocks.len()
    }

    pub fn sentences(&self) -> usize {
        self.column(Section::FirstSentences).last().map_or(0, |count| count.get() as usize)
    }

    /// The blocks of a document, the title first.
    pub fn blocks_of(&self, document: DocumentId) -> Range<u32> {
        self.stretch(Section::FirstBlocks, document.index())
    }

    pub fn passages_of(&self, document: DocumentId) -> Range<u32> {
        let blocks = self.blocks_of(document);
        let passage = |block: u32| self.places.block_passages.get(block as usize).copied().unwrap_or_default();
        passage(blocks.start)..passage(blocks.end)
    }

    pub fn sentences_of(&self, passage: PassageId) -> Range<u32> {
        self.has(Late::Passages);
        self.stretch(Section::FirstSentences, passage.index())
    }

    pub fn document_of_block(&self, block: BlockId) -> DocumentId {
        DocumentId(self.places.block_documents.get(block.index()).copied().unwrap_or(NONE))
    }

    pub fn document_of(&self, passage: PassageId) -> DocumentId {
        self.document_of_block(self.block_of(passage))
    }

    pub fn passage_of_sentence(&self, sentence: SentenceId) -> PassageId {
        self.has(Late::Passages);
        let starts = self.column(Section::FirstSentences);
        PassageId((starts.partition_point(|start| start.get() <= sentence.0) as u32).saturating_sub(1))
    }

    pub fn block_of(&self, passage: PassageId) -> BlockId {
        BlockId(self.places.passage_blocks.get(passage.index()).copied().unwrap_or(NONE))
    }

    /// The passage that a block is; `None` for titles, headings, tables and code.
    pub fn passage_of(&self, block: BlockId) -> Option<PassageId> {
        let passage = *self.places.block_passages.get(block.index())?;
        self.places
            .passage_blocks
            .get(passage as usize)
            .is_some_and(|own| *own == block.0)
            .then_some(PassageId(passage))
    }

    pub fn block_kind(&self, block: BlockId) -> BlockKind {
        let byte = self.bytes_of(Section::BlockKinds).get(block.index()).copied().unwrap_or_default();
        BlockKind::from_byte(byte & 15).unwrap_or(BlockKind::Code)
    }

    /// Of a heading, 1 to 6.
    pub fn heading_level(&self, block: BlockId) -> u8 {
        self.bytes_of(Section::BlockKinds).get(block.index()).map_or(0, |byte| byte >> 4)
    }

    /// A block's text as far as it may be shown. Of an archive in parts, nothing where [`Archive::is_here`] says so.
    pub fn text(&self, block: BlockId) -> &str {
        if self.is_whole() {
            return self.text_of(Section::TextOffsets, Section::Text, block.index());
        }
        self.part_of_block(block).map_or("", |(part, at)| part.text(at))
    }

    /// The part of its passage's text that a sentence is.
    pub fn sentence_range(&self, sentence: SentenceId) -> Range<usize> {
        let passage = self.passage_of_sentence(sentence);
        let own = self.sentences_of(passage);
        let (ends, first) = match self.part_of_block(self.block_of(passage)) {
            Some((part, _)) => (part.sentence_ends(), self.first_sentence_of(part)),
            None => (self.column(Section::SentenceEnds), 0),
        };
        let at = |sentence: u32| (sentence as usize).checked_sub(first);
        let ends = at(own.start).zip(at(sentence.0)).and_then(|(start, end)| ends.get(start..=end));
        let Some(ends) = ends else { return 0..0 };
        match ends {
            [.., start, end] => start.get() as usize..end.get() as usize,
            [end] => 0..end.get() as usize,
            [] => 0..0,
        }
    }

    /// By start; topics' keywords among them.
    pub fn mentions(&self, block: BlockId) -> impl Iterator<Item = MentionRef> {
        let columns = if self.is_whole() {
            self.list(Section::MentionOffsets, Section::Mentions, block.index())
        } else {
            self.part_of_block(block).map_or(&[][..], |(part, at)| part.mentions(at))
        };
        columns.chunks_exact(MENTION_COLUMNS).map(|mention| MentionRef {
            start: mention[0].get() as usize,
            end: mention[1].get() as usize,
            entity: EntityId(mention[2].get()),
            form: mention[3].get(),
        })
    }

    /// How many forms there are.
    pub fn forms(&self) -> usize {
        self.has(Late::Facts);
        self.column(Section::Forms).len() / FORM_COLUMNS
    }

    /// The entity that a form names.
    pub fn entity_of_form(&self, form: u32) -> Option<EntityId> {
        self.row::<FORM_COLUMNS>(Section::Forms, form as usize).map(|columns| EntityId(columns[3].get()))
    }

    /// The form a mention was found by: its text, and the file and line that give it.
    pub fn form(&self, form: u32) -> (&str, &str, u32) {
        self.has(Late::Facts);
        match self.row::<FORM_COLUMNS>(Section::Forms, form as usize) {
            Some(columns) => (self.string(columns[0].get()), self.string(columns[1].get()), columns[2].get()),
            None => ("", "", 0),
        }
    }
}
