//! A fixed corpus of two documents with a little of everything an archive can hold.

use archive::{
    Block, BlockKind, Contents, DatePrecision, Document, DocumentKind, Entity, EntityKind, Form, Membership, Mention,
    Place, Posting, Rights, Sentence, Statement, StatementKind, StatementMethod, StatementStatus, Tenure, TenureOf,
    Term, VerbKind, date,
};

const ANA: u32 = 0;
const BEN: u32 = 1;
const RED: u32 = 2;
const BLUE: u32 = 3;
const COURT: u32 = 4;
const TOWN: u32 = 5;
const LAW: u32 = 6;
const PAPER: u32 = 7;

pub(crate) fn contents() -> Contents {
    Contents {
        about: vec![("title".to_owned(), "Tiny".to_owned()), ("licence".to_owned(), "CC0".to_owned())],
        entities: entities(),
        documents: vec![dated(), undated()],
        forms: vec![form("Ana Šū", 3, ANA), form("Red", 9, RED), form("court", 20, COURT)],
        terms: vec![
            term("ana", &[(1, 1), (2, 2)]),
            term("law", &[(5, 1)]),
            term("maori", &[(2, 1), (6, 3)]),
            term("maori\u{1}māori", &[(2, 1)]),
            term("mā", &[(6, 1)]),
        ],
    }
}

fn entities() -> Vec<Entity> {
    let tenure = |of: TenureOf, from: &str, to: &str| Tenure { of, from: date::parse(from), to: date::parse(to) };
    let mut entities = vec![
        entity(EntityKind::Person, "ana", "Ana Šū"),
        entity(EntityKind::Person, "ben", "Ben"),
        entity(EntityKind::Party, "red", "Red Party"),
        entity(EntityKind::Party, "blue", "Blue Party"),
        entity(EntityKind::Organisation, "court", "High Court"),
        entity(EntityKind::Place, "town", "Town"),
        entity(EntityKind::Topic, "law", "Law and order"),
        entity(EntityKind::Outlet, "paper", "The Paper"),
    ];
    entities[0].tenures = vec![
        tenure(TenureOf::Party(RED), "2019", ""),
        tenure(TenureOf::Role("Minister".to_owned()), "2020-02", "2021"),
        tenure(TenureOf::Role("Mayor".to_owned()), "", "1969-12-31"),
    ];
    entities[2].tenures = vec![tenure(TenureOf::Government, "2020-01-05", "2023-06-30")];
    entities[2].colour = "#c00".to_owned();
    entities[2].short = "Red".to_owned();
    entities[1].declared_only = true;
    entities
}

fn dated() -> Document {
    Document {
        date: date::parse("2021-03-04"),
        date_note: "from the paper's own page".to_owned(),
        other_sources: vec!["https://example.org/2".to_owned()],
        via: vec!["Wire".to_owned()],
        outlets: vec![PAPER],
        speakers: vec![ANA],
        declared: vec![TOWN, LAW],
        parties_that_day: vec![Membership { person: ANA, party: RED }, Membership { person: BEN, party: BLUE }],
        entities: vec![ANA, RED, COURT, TOWN, LAW, PAPER],
        blocks: vec![
            block(BlockKind::Title, "Ana Šū speaks"),
            Block { level: 2, ..block(BlockKind::Heading, "Kōrero") },
            Block {
                mentions: vec![mention(0, 8, ANA, 0), mention(19, 22, RED, 1)],
                entities: vec![ANA, RED],
                sentences: vec![Sentence { end: 18, entities: vec![ANA] }, Sentence { end: 31, entities: vec![RED] }],
                ..block(BlockKind::Paragraph, "Ana Šū “ā”. Red — yes.")
            },
            block(BlockKind::Code, "1 + 1"),
        ],
        statements: vec![
            Statement {
                pieces: vec![(12, 14), (19, 22)],
                source: Some(Place { passage: 0, start: 0, end: 8 }),
                cue: Some(Place { passage: 0, start: 27, end: 30 }),
                verb: Some(("say".to_owned(), VerbKind::Says)),
                group: Some(0),
                entities: vec![RED, LAW],
                ..statement(Place { passage: 0, start: 12, end: 22 }, Some(ANA))
            },
            Statement {
                kind: StatementKind::Reported,
                status: StatementStatus::Unresolved,
                method: StatementMethod::Nobody,
                ..statement(Place { passage: 0, start: 19, end: 19 }, None)
            },
        ],
        length: 9,
        ..document("2021-03-04-ana", Rights::Full)
    }
}

fn undated() -> Document {
    Document {
        precision: DatePrecision::YearInferred,
        kind: DocumentKind::Speech,
        entities: vec![BEN, BLUE, COURT],
        blocks: vec![
            block(BlockKind::Title, ""),
            Block {
                entities: vec![BEN, BLUE],
                sentences: vec![Sentence { end: 0, entities: vec![BEN] }, Sentence { end: 0, entities: vec![BLUE] }],
                ..block(BlockKind::ListItem, "")
            },
            Block {
                mentions: vec![mention(2, 7, COURT, 2)],
                entities: vec![COURT],
                sentences: vec![Sentence { end: 10, entities: vec![COURT] }],
                ..block(BlockKind::Quotation, "a court…")
            },
            block(BlockKind::Table, "a | 日本"),
        ],
        statements: vec![Statement {
            method: StatementMethod::Speech,
            ..statement(Place { passage: 1, start: 0, end: 10 }, Some(BEN))
        }],
        length: 4,
        ..document("ben", Rights::Snippets)
    }
}

pub(crate) fn entity(kind: EntityKind, slug: &str, name: &str) -> Entity {
    Entity {
        kind,
        slug: slug.to_owned(),
        name: name.to_owned(),
        sort_name: name.to_lowercase(),
        short: String::new(),
        sort: "sort".to_owned(),
        country: "NZ".to_owned(),
        wikidata: "Q1".to_owned(),
        note: String::new(),
        colour: String::new(),
        declared_only: false,
        tenures: Vec::new(),
    }
}

pub(crate) fn document(id: &str, rights: Rights) -> Document {
    Document {
        id: id.to_owned(),
        date: None,
        precision: DatePrecision::Day,
        date_note: String::new(),
        author: "A. Writer".to_owned(),
        source_title: "Page".to_owned(),
        source_url: "https://example.org/".to_owned(),
        language: "en".to_owned(),
        kind: DocumentKind::Report,
        rights,
        other_sources: Vec::new(),
        via: Vec::new(),
        outlets: Vec::new(),
        speakers: Vec::new(),
        declared: Vec::new(),
        parties_that_day: Vec::new(),
        entities: Vec::new(),
        blocks: Vec::new(),
        statements: Vec::new(),
        length: 0,
    }
}

fn statement(place: Place, speaker: Option<u32>) -> Statement {
    Statement {
        place,
        pieces: Vec::new(),
        kind: StatementKind::Quote,
        status: StatementStatus::Stated,
        method: StatementMethod::Named,
        speaker,
        source: None,
        cue: None,
        verb: None,
        group: None,
        entities: Vec::new(),
    }
}

pub(crate) fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, level: 0, text: text.to_owned(), mentions: Vec::new(), entities: Vec::new(), sentences: Vec::new() }
}

fn mention(start: u32, end: u32, entity: u32, form: u32) -> Mention {
    Mention { start, end, entity, form }
}

fn form(text: &str, line: u32, entity: u32) -> Form {
    Form { text: text.to_owned(), file: "people.toml".to_owned(), line, entity }
}

fn term(word: &str, postings: &[(u32, u32)]) -> Term {
    let postings = postings.iter().map(|(block, count)| Posting { block: *block, count: *count }).collect();
    Term { word: word.to_owned(), postings }
}
