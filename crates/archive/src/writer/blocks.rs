//! The sections of blocks: their texts, passages, sentences and mentions, in columns that grow document by document.

use super::{Lists, Pieces, Values, numbers};
use crate::contents::{Block, Document};
use crate::section::{MENTION_COLUMNS, Section};

/// How long a piece of the texts becomes, in bytes: so long that the system gets its memory back when it is freed.
const PIECE: usize = 64 << 20;

#[derive(Clone, Debug)]
pub(super) struct Blocks {
    /// By document, where its blocks begin.
    firsts: Vec<u32>,
    kinds: Vec<u8>,
    text_offsets: Vec<u32>,
    text: Pieces,
    /// By document, where its passages begin.
    first_passages: Vec<u32>,
    passage_entities: Lists,
    /// By passage, where its sentences begin.
    first_sentences: Vec<u32>,
    sentence_ends: Vec<u32>,
    sentence_entities: Lists,
    mentions: Lists,
}

impl Default for Blocks {
    fn default() -> Blocks {
        Blocks {
            firsts: vec![0],
            kinds: Vec::new(),
            text_offsets: vec![0],
            text: Vec::new(),
            first_passages: vec![0],
            passage_entities: Lists::default(),
            first_sentences: vec![0],
            sentence_ends: Vec::new(),
            sentence_entities: Lists::default(),
            mentions: Lists::default(),
        }
    }
}

impl Blocks {
    pub(super) fn passages(&self) -> u32 {
        self.passage_entities.len() as u32
    }

    /// Takes the blocks of the next document.
    pub(super) fn add(&mut self, blocks: Vec<Block>) {
        let mut columns = Vec::new();
        for block in blocks {
            self.kinds.push(block.kind as u8 | block.level << 4);
            self.add_text(&block.text);
            columns.clear();
            for mention in &block.mentions {
                columns.extend([mention.start, mention.end, mention.entity, mention.form]);
            }
            self.mentions.push(&columns);
            if block.kind.is_passage() {
                self.passage_entities.push(&block.entities);
                for sentence in &block.sentences {
                    self.sentence_ends.push(sentence.end);
                    self.sentence_entities.push(&sentence.entities);
                }
                self.first_sentences.push(self.sentence_ends.len() as u32);
            }
        }
        self.firsts.push(self.kinds.len() as u32);
        self.first_passages.push(self.passages());
    }

    fn add_text(&mut self, text: &str) {
        match self.text.last_mut() {
            Some(piece) if piece.len() < PIECE => piece.extend_from_slice(text.as_bytes()),
            _ => self.text.push(text.as_bytes().to_vec()),
        }
        // What does not fit is refused in the end, by the length of it all.
        let end = self.text_offsets[self.text_offsets.len() - 1].wrapping_add(text.len() as u32);
        self.text_offsets.push(end);
    }

    /// Puts the numbers of entities where others stood in for them.
    pub(super) fn number(&mut self, entities: &[u32]) {
        self.passage_entities.number(entities);
        self.sentence_entities.number(entities);
        for mention in self.mentions.values.chunks_exact_mut(MENTION_COLUMNS) {
            mention[2] = entities[mention[2] as usize];
        }
    }

    /// The sections; lists of values go through `put_lists`, which knows how wide these are.
    pub(super) fn fill(
        self,
        documents: &[Document],
        values: &Values,
        mut put_lists: impl FnMut(Section, Section, Lists, bool),
    ) -> [(Section, Pieces); 8] {
        let wide = values.count > usize::from(u16::MAX);
        let passages = |document: usize| self.first_passages[document]..self.first_passages[document + 1];
        let mut passage_values = Lists::default();
        let mut sentence_values = Lists::default();
        for (number, document) in documents.iter().enumerate() {
            for passage in passages(number) {
                let passage = passage as usize;
                passage_values.push(&values.present(self.passage_entities.list(passage), document));
                for sentence in self.first_sentences[passage]..self.first_sentences[passage + 1] {
                    let entities = self.sentence_entities.list(sentence as usize);
                    sentence_values.push(&values.present(entities, document));
                }
            }
        }
        drop((self.passage_entities, self.sentence_entities));
        put_lists(Section::ValuePassageOffsets, Section::ValuePassages, passage_values.turned(values.count), true);
        put_lists(Section::PassageValueOffsets, Section::PassageValues, passage_values, wide);
        put_lists(Section::SentenceValueOffsets, Section::SentenceValues, sentence_values, wide);
        [
            (Section::FirstBlocks, vec![numbers(&self.firsts)]),
            (Section::BlockKinds, vec![self.kinds]),
            (Section::TextOffsets, vec![numbers(&self.text_offsets)]),
            (Section::Text, self.text),
            (Section::FirstSentences, vec![numbers(&self.first_sentences)]),
            (Section::SentenceEnds, vec![numbers(&self.sentence_ends)]),
            (Section::MentionOffsets, vec![numbers(&self.mentions.offsets)]),
            (Section::Mentions, vec![numbers(&self.mentions.values)]),
        ]
    }
}
