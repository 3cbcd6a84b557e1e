//! Arbitrary corpora, as well formed as the compiler makes them: read off a row of numbers, so that fewer and smaller
//! numbers are a simpler corpus.

use archive::date::{self, Span};
use archive::{
    Block, BlockKind, Contents, DatePrecision, Document, DocumentKind, EXACT, Entity, EntityKind, Form, Membership,
    Mention, Place, Posting, Rights, Sentence, Statement, StatementKind, StatementMethod, StatementStatus, Tenure,
    TenureOf, Term, VerbKind,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Pieces of one to four bytes a character, and characters of several.
const PIECES: [&str; 10] = ["a", " ", "Māori", "straße", "日本", "🦀", "e\u{301}", "\n", "zz", "“’”"];

pub(crate) fn contents() -> impl Strategy<Value = Contents> {
    prop::collection::vec(any::<u16>(), 0..700).prop_map(|numbers| Row { numbers, next: 0 }.contents())
}

/// Numbers yet to be read; zeros behind the last.
struct Row {
    numbers: Vec<u16>,
    next: usize,
}

impl Row {
    fn below(&mut self, limit: usize) -> usize {
        let number = self.numbers.get(self.next).map_or(0, |number| usize::from(*number));
        self.next += 1;
        number % limit.max(1)
    }

    fn several<T>(&mut self, most: usize, mut one: impl FnMut(&mut Row) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| one(self)).collect()
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn text(&mut self) -> String {
        self.several(6, |row| row.one_of(&PIECES)).concat()
    }

    /// Ascending numbers of `range`.
    fn set(&mut self, range: std::ops::Range<u32>) -> Vec<u32> {
        if range.is_empty() {
            return Vec::new();
        }
        let picked: BTreeSet<u32> =
            self.several(5, |row| range.start + row.below(range.len()) as u32).into_iter().collect();
        picked.into_iter().collect()
    }

    fn date(&mut self) -> Option<Span> {
        let days = [date::parse("0001-01-01")?.first, date::parse("9999-12-31")?.first, -1, 0, 18_690];
        let near = self.one_of(&days) as i64 + self.below(800) as i64 - 400;
        let civil = date::civil_from_day(near as i32);
        match self.below(4) {
            0 => None,
            1 => Some(date::year_span(civil.year)),
            2 => date::month_span(civil.year, civil.month),
            _ => date::parse(&date::written(near as i32, date::Precision::Day)),
        }
    }

    fn contents(mut self) -> Contents {
        let about = self.several(3, |row| (format!("{}{}", row.text(), row.next), row.text()));
        let entities = self.entities();
        let forms = if entities.is_empty() { Vec::new() } else { self.several(4, |row| row.form(entities.len())) };
        // Before the documents, which may use up the row.
        let (shape, seed) = (self.below(4), self.below(1000));
        let mut documents = self.several(6, |row| row.document(&entities, forms.len()));
        documents.sort_by_key(|document| (document.date.map_or(i32::MAX, |date| date.first), document.id.clone()));
        let blocks = documents.iter().map(|document| document.blocks.len()).sum::<usize>();
        let terms = terms([0, 3, 130, 300][shape], seed as u32, blocks as u32);
        Contents { about, entities, documents, forms, terms }
    }

    fn entities(&mut self) -> Vec<Entity> {
        let counts: Vec<usize> = (0..6).map(|_| self.below(4)).collect();
        let parties = counts[0] as u32..(counts[0] + counts[1]) as u32;
        let kinds = EntityKind::ALL.iter().zip(counts).flat_map(|(kind, count)| vec![*kind; count]);
        kinds.enumerate().map(|(number, kind)| self.entity(number, kind, &parties)).collect()
    }

    fn entity(&mut self, number: usize, kind: EntityKind, parties: &std::ops::Range<u32>) -> Entity {
        Entity {
            kind,
            slug: format!("{}-{}", self.one_of(&PIECES), number / 2 * 2 + 1 - number % 2),
            name: self.text(),
            sort_name: self.text(),
            short: self.text(),
            sort: self.text(),
            country: self.text(),
            wikidata: self.text(),
            note: self.text(),
            colour: self.text(),
            declared_only: self.below(2) == 1,
            tenures: self.several(2, |row| Tenure {
                of: match row.below(3) {
                    0 if !parties.is_empty() => TenureOf::Party(parties.start + row.below(parties.len()) as u32),
                    1 => TenureOf::Government,
                    _ => TenureOf::Role(row.text()),
                },
                from: row.date(),
                to: row.date(),
            }),
        }
    }

    fn form(&mut self, entities: usize) -> Form {
        Form {
            text: self.text(),
            file: self.text(),
            line: self.below(90) as u32 + 1,
            entity: self.below(entities) as u32,
        }
    }

    fn document(&mut self, entities: &[Entity], forms: usize) -> Document {
        let of_kind = |kind: EntityKind| {
            entities.partition_point(|entity| entity.kind < kind) as u32
                ..entities.partition_point(|entity| entity.kind <= kind) as u32
        };
        let all = 0..entities.len() as u32;
        let parties = of_kind(EntityKind::Party);
        let people = if parties.is_empty() { Vec::new() } else { self.set(of_kind(EntityKind::Person)) };
        let membership = |row: &mut Row, person| Membership {
            person,
            party: row.set(parties.clone()).pop().unwrap_or(parties.start),
        };
        let mut blocks = vec![self.block(BlockKind::Title, entities.len(), forms)];
        blocks.extend(self.several(5, |row| {
            let kind = row.one_of(BlockKind::ALL);
            row.block(kind, entities.len(), forms)
        }));
        let statements = self.statements(&blocks, entities.len());
        Document {
            id: format!("{}{}", self.one_of(&PIECES), self.next),
            date: self.date(),
            precision: self.one_of(DatePrecision::ALL),
            date_note: self.text(),
            author: self.text(),
            source_title: self.text(),
            source_url: self.text(),
            language: self.text(),
            kind: self.one_of(DocumentKind::ALL),
            rights: self.one_of(Rights::ALL),
            other_sources: self.several(2, Row::text),
            via: self.several(2, Row::text),
            outlets: self.set(of_kind(EntityKind::Outlet)),
            speakers: self.set(of_kind(EntityKind::Person)),
            declared: self.set(all.clone()),
            parties_that_day: people.into_iter().map(|person| membership(self, person)).collect(),
            entities: self.set(all),
            blocks,
            statements,
            length: self.below(1000) as u32,
        }
    }

    fn statements(&mut self, blocks: &[Block], entities: usize) -> Vec<Statement> {
        let texts: Vec<&str> =
            blocks.iter().filter(|block| block.kind.is_passage()).map(|block| block.text.as_str()).collect();
        if texts.is_empty() {
            return Vec::new();
        }
        let mut statements = self.several(3, |row| {
            let passage = row.below(texts.len());
            let has_verb = row.below(2) == 1;
            Statement {
                place: row.place(&texts, passage),
                pieces: row.several(2, |row| row.place(&texts, passage)).iter().map(|it| (it.start, it.end)).collect(),
                kind: row.one_of(StatementKind::ALL),
                status: row.one_of(StatementStatus::ALL),
                method: row.one_of(StatementMethod::ALL),
                speaker: row.set(0..entities as u32).pop(),
                source: row.several(1, |row| row.anywhere(&texts)).pop(),
                cue: row.several(1, |row| row.anywhere(&texts)).pop(),
                verb: has_verb.then(|| (row.text(), row.one_of(VerbKind::ALL))),
                group: row.several(1, |_| 0).pop(),
                entities: row.set(0..entities as u32),
            }
        });
        statements.sort_by_key(|statement| statement.place);
        statements
    }

    fn anywhere(&mut self, texts: &[&str]) -> Place {
        let passage = self.below(texts.len());
        self.place(texts, passage)
    }

    fn place(&mut self, texts: &[&str], passage: usize) -> Place {
        let text = texts[passage];
        let edges: Vec<u32> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).map(|at| at as u32).collect();
        let (one, other) = (self.one_of(&edges), self.one_of(&edges));
        Place { passage: passage as u32, start: one.min(other), end: one.max(other) }
    }

    fn block(&mut self, kind: BlockKind, entities: usize, forms: usize) -> Block {
        let text = self.text();
        let edges: Vec<u32> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).map(|at| at as u32).collect();
        let mut mentions = Vec::new();
        if edges.len() > 1 && forms > 0 {
            mentions = self.several(3, |row| {
                let start = row.below(edges.len() - 1);
                let end = start + 1 + row.below(edges.len() - 1 - start);
                let (entity, form) = (row.below(entities) as u32, row.below(forms) as u32);
                Mention { start: edges[start], end: edges[end], entity, form }
            });
            mentions.sort_by_key(|mention| mention.start);
        }
        let all = 0..entities as u32;
        let mut sentences = Vec::new();
        if kind.is_passage() {
            sentences = self.several(3, |row| Sentence { end: row.one_of(&edges), entities: row.set(all.clone()) });
            let mut ends: Vec<u32> = sentences.iter().map(|sentence| sentence.end).collect();
            ends.sort_unstable();
            sentences.iter_mut().zip(ends).for_each(|(sentence, end)| sentence.end = end);
        }
        Block {
            kind,
            level: if kind == BlockKind::Heading { self.below(6) as u8 + 1 } else { 0 },
            text,
            mentions,
            entities: if kind.is_passage() { self.set(all) } else { Vec::new() },
            sentences,
        }
    }
}

/// `count` words that share beginnings, each in some of the blocks.
fn terms(count: u32, seed: u32, blocks: u32) -> Vec<Term> {
    let word = |number: u32| {
        let mixed = (number + seed).wrapping_mul(2_654_435_761) >> 7;
        let (first, second) = (PIECES[mixed as usize % 10], PIECES[mixed as usize / 10 % 10]);
        match number % 4 {
            0 => format!("{first}{second}{number}"),
            // Neighbours that share half a character.
            2 => format!("m{}", char::from_u32(0x101 + number).expect("letters up to U+0300")),
            1 => format!("{first}{number}{second}"),
            _ => format!("maori{number}{EXACT}māori{number}"),
        }
    };
    let words: BTreeSet<String> = (0..count).map(word).collect();
    let postings = |number: u32| {
        let stands = (0..blocks).filter(|block| (block + number + seed).is_multiple_of(3));
        stands.map(|block| Posting { block, count: 1 + (block * number + seed) % 5 * 1000 % 3001 }).collect()
    };
    words.into_iter().zip(0..).map(|(word, number)| Term { word, postings: postings(number) }).collect()
}
