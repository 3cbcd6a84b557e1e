//! A document's statements as the archive keeps them: where they stand in what may be shown, whom they name, and which of them
//! quote the same words.

use crate::corpus::Document;
use crate::recognise::{Mention, Statement};
use crate::rights::Cut;
use archive::{Place, StatementKind, StatementMethod};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use text::Words;

/// Shorter quotations are the same by chance.
const FEWEST_WORDS: usize = 5;

/// What is known of a document's texts, the title's first, then each block's.
pub(super) struct Texts<'a> {
    pub(super) document: &'a Document,
    /// What may be shown of each.
    pub(super) cuts: &'a [Cut],
    pub(super) named: &'a [Vec<Mention>],
    /// Keywords of the document's topics.
    pub(super) keyed: &'a [Vec<Mention>],
}

/// The statements of a document with draft entities' indexes where numbers will stand, and what each quotes. Groups come later.
pub(super) fn kept(statements: &[Statement], texts: &Texts) -> Vec<(archive::Statement, Option<Quotation>)> {
    let mut passages = Vec::new();
    let mut passage = 0;
    for block in &texts.document.blocks {
        passages.push(passage);
        passage += u32::from(block.kind.is_passage());
    }
    let place = |block: usize, range: &Range<usize>| {
        let kept = texts.cuts[block + 1].kept(range);
        Place { passage: passages[block], start: kept.start as u32, end: kept.end as u32 }
    };
    let shown = |words: &Option<(usize, Range<usize>)>| {
        let place = words.as_ref().map(|(block, range)| place(*block, range));
        place.filter(|place| place.start < place.end)
    };
    let statement = |statement: &Statement| archive::Statement {
        place: place(statement.block, &statement.content),
        pieces: statement
            .pieces
            .iter()
            .map(|piece| place(statement.block, piece))
            .filter(|piece| piece.start < piece.end)
            .map(|piece| (piece.start, piece.end))
            .collect(),
        kind: statement.kind,
        status: statement.status,
        method: statement.method,
        speaker: statement.speaker.map(|speaker| speaker as u32),
        source: shown(&statement.source),
        cue: shown(&statement.cue),
        verb: statement.verb.map(|(verb, kind)| (verb.to_owned(), kind)),
        group: None,
        entities: entities(statement, texts),
    };
    let quoted = |one: &Statement| (statement(one), quotation(one, texts.document));
    let mut kept: Vec<_> = statements.iter().map(quoted).collect();
    kept.sort_by_key(|(statement, _)| statement.place);
    kept
}

/// Whom the words name, and the topics of their passage.
fn entities(statement: &Statement, texts: &Texts) -> Vec<u32> {
    let at = statement.block + 1;
    let spans = spans(statement);
    let is_said = |mention: &&Mention| spans.iter().any(|span| span.contains(&mention.range.start));
    let said = texts.named[at].iter().filter(is_said).chain(&texts.keyed[at]);
    said.map(|mention| mention.entity as u32).collect::<BTreeSet<u32>>().into_iter().collect()
}

/// The words themselves: the pieces of a quotation that is interrupted, else the whole.
fn spans(statement: &Statement) -> &[Range<usize>] {
    if statement.pieces.is_empty() { std::slice::from_ref(&statement.content) } else { &statement.pieces }
}

/// A hash of the words of a quotation, folded, and of its speaker: what two quotations must share to be the same.
pub(super) type Quotation = [u8; 16];

/// What a statement quotes; `None` if it is no quotation, or too short a one.
fn quotation(statement: &Statement, document: &Document) -> Option<Quotation> {
    if statement.kind != StatementKind::Quote || statement.method == StatementMethod::Speech {
        return None;
    }
    let text = &document.blocks[statement.block].text;
    let mut digest = Sha256::new();
    let mut count = 0;
    for words in spans(statement).iter().map(|span| Words::of(&text[span.clone()])) {
        for word in words.iter() {
            digest.update(word.folded);
            digest.update(b" ");
            count += 1;
        }
    }
    digest.update(format!("{:?}", statement.speaker));
    let digest = digest.finalize();
    (count >= FEWEST_WORDS).then(|| std::array::from_fn(|at| digest[at]))
}

/// Quotations of the same words by the same speaker.
#[derive(Default)]
pub(super) struct Groups {
    /// Groups are known by their index in `documents` until all are known.
    known: HashMap<Quotation, u32>,
    /// By group: the document that had it last, and how many had it.
    documents: Vec<(u32, u32)>,
    /// How many documents were taken in.
    taken: u32,
}

impl Groups {
    /// Takes in the next document's statements and what each of them quotes.
    pub(super) fn gather(&mut self, statements: &mut [archive::Statement], quotations: Vec<Option<Quotation>>) {
        self.taken += 1;
        for (statement, quotation) in statements.iter_mut().zip(quotations) {
            statement.group = quotation.map(|quotation| self.group(quotation));
        }
    }

    fn group(&mut self, quotation: Quotation) -> u32 {
        let group = *self.known.entry(quotation).or_insert_with(|| {
            self.documents.push((0, 0));
            self.documents.len() as u32 - 1
        });
        let (last, documents) = &mut self.documents[group as usize];
        if *last != self.taken {
            *last = self.taken;
            *documents += 1;
        }
        group
    }

    /// The numbers of the groups that several documents have, in the order in which they first came.
    pub(super) fn numbers(&self) -> Vec<Option<u32>> {
        let mut next = 0..;
        self.documents.iter().map(|(_, documents)| if *documents > 1 { next.next() } else { None }).collect()
    }
}
