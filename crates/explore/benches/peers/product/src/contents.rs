//! The generated corpus as an archive takes it.

use crate::corpus::{Corpus, Document, KINDS, PARAGRAPHS, Paragraph};
use archive::date::{Precision, Span};
use archive::{
    Block, BlockKind, Contents, DatePrecision, DocumentKind, Entity, EntityKind, Form, Mention, Posting, Rights,
    Sentence, Term,
};
use std::collections::HashMap;

/// What is told of a name in addresses: its kind and its number within it.
pub(crate) fn slug(value: usize) -> (EntityKind, String) {
    let mut start = 0;
    for (kind, many) in KINDS {
        if value < start + many {
            return (kind, format!("{}-{:04}", kind.word(), value - start));
        }
        start += many;
    }
    (EntityKind::Outlet, String::new())
}

/// Whole documents, with their paragraphs and words.
pub(crate) fn with_text(corpus: &Corpus) -> Contents {
    let mut terms: HashMap<String, Vec<Posting>> = HashMap::new();
    let mut block = 0;
    let mut documents = Vec::with_capacity(corpus.documents.len());
    for document in &corpus.documents {
        let paragraphs = corpus.text(document);
        let mut length = 0;
        for paragraph in &paragraphs {
            for word in paragraph.text.split(' ') {
                length += 1;
                let postings = terms.entry(word.to_ascii_lowercase()).or_default();
                match postings.last_mut() {
                    Some(last) if last.block == block => last.count += 1,
                    _ => postings.push(Posting { block, count: 1 }),
                }
            }
            block += 1;
        }
        let blocks = paragraphs.into_iter().enumerate().map(|(at, paragraph)| whole_block(at, paragraph)).collect();
        documents.push(facts(document, blocks, length));
    }
    let mut terms: Vec<Term> = terms.into_iter().map(|(word, postings)| Term { word, postings }).collect();
    terms.sort_by(|one, other| one.word.cmp(&other.word));
    Contents { documents, terms, ..names(corpus) }
}

/// Documents without words: a title and the paragraphs' names.
pub(crate) fn names_only(corpus: &Corpus) -> Contents {
    let passage = |document: &Document, at: usize| {
        let mut entities: Vec<u32> = document
            .mentions
            .iter()
            .filter(|(paragraph, _)| usize::from(*paragraph) == at)
            .map(|(_, value)| u32::from(*value))
            .collect();
        entities.sort_unstable();
        entities.dedup();
        block(BlockKind::Paragraph, String::new(), Vec::new(), entities)
    };
    let of = |document: &Document| {
        let title = block(BlockKind::Title, String::new(), Vec::new(), Vec::new());
        let passages = (0..PARAGRAPHS).map(|at| passage(document, at)).filter(|passage| !passage.entities.is_empty());
        facts(document, std::iter::once(title).chain(passages).collect(), 0)
    };
    Contents { documents: corpus.documents.iter().map(of).collect(), ..names(corpus) }
}

fn names(corpus: &Corpus) -> Contents {
    let entity = |(value, name): (usize, &String)| {
        let (kind, slug) = slug(value);
        Entity {
            kind,
            slug,
            name: name.clone(),
            sort_name: name.clone(),
            short: String::new(),
            sort: String::new(),
            country: String::new(),
            wikidata: String::new(),
            note: String::new(),
            colour: String::new(),
            declared_only: false,
            tenures: Vec::new(),
        }
    };
    let form = |(value, name): (usize, &String)| Form {
        text: name.clone(),
        file: "names.toml".to_owned(),
        line: value as u32 + 1,
        entity: value as u32,
    };
    Contents {
        about: vec![("title".to_owned(), "Generated".to_owned())],
        entities: corpus.names.iter().enumerate().map(entity).collect(),
        forms: corpus.names.iter().enumerate().map(form).collect(),
        ..Contents::default()
    }
}

fn facts(document: &Document, blocks: Vec<Block>, length: u32) -> archive::Document {
    archive::Document {
        id: format!("d{:07}", document.number),
        date: Some(Span { first: document.day, last: document.day, precision: Precision::Day }),
        precision: DatePrecision::Day,
        date_note: String::new(),
        author: String::new(),
        source_title: String::new(),
        source_url: String::new(),
        language: String::new(),
        kind: DocumentKind::Report,
        rights: Rights::Full,
        other_sources: Vec::new(),
        via: Vec::new(),
        outlets: Vec::new(),
        speakers: Vec::new(),
        declared: Vec::new(),
        parties_that_day: Vec::new(),
        entities: document.values.iter().map(|value| u32::from(*value)).collect(),
        blocks,
        statements: Vec::new(),
        length,
    }
}

fn whole_block(at: usize, paragraph: Paragraph) -> Block {
    let mention = |(start, end, value): &(usize, usize, u16)| Mention {
        start: *start as u32,
        end: *end as u32,
        entity: u32::from(*value),
        form: u32::from(*value),
    };
    let mentions: Vec<Mention> = paragraph.names.iter().map(mention).collect();
    let mut entities: Vec<u32> = mentions.iter().map(|mention| mention.entity).collect();
    entities.sort_unstable();
    entities.dedup();
    let kind = if at == 0 { BlockKind::Title } else { BlockKind::Paragraph };
    block(kind, paragraph.text, mentions, entities)
}

fn block(kind: BlockKind, text: String, mentions: Vec<Mention>, entities: Vec<u32>) -> Block {
    let sentences = match kind {
        BlockKind::Title => Vec::new(),
        _ => vec![Sentence { end: text.len() as u32, entities: entities.clone() }],
    };
    Block { kind, level: 0, text, mentions, entities, sentences }
}
