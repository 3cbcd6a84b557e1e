//! What is counted beforehand: sums along the documents, months, and places by slug, each against the slow and obvious way.

use archive::date::Civil;
use archive::date::{Precision, Span, civil_from_day, day_from_civil, month_span, year_span};
use archive::{
    Archive, Block, BlockKind, Contents, DatePrecision, Document, DocumentId, DocumentKind, Entity, EntityKind, Rights,
    write,
};

const DOCUMENTS: u32 = 3000;
const PEOPLE: u32 = 40;

fn corpus() -> Archive {
    let start = day_from_civil(Civil { year: 1999, month: 11, day: 20 });
    let date = |number: u32| {
        let day = start + number as i32 / 3;
        let Civil { year, month, .. } = civil_from_day(day);
        match number % 97 {
            0 => month_span(year, month).expect("a month"),
            1 => year_span(year),
            _ => Span { first: day, last: day, precision: Precision::Day },
        }
    };
    let mut documents: Vec<Document> = (0..DOCUMENTS)
        .map(|number| Document {
            id: format!("d{number:04}"),
            date: (number < DOCUMENTS - 50).then(|| date(number)),
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
            entities: (0..PEOPLE)
                .filter(|person| number.wrapping_mul(2_654_435_761) >> 7 & person == *person)
                .collect(),
            blocks: vec![Block {
                kind: BlockKind::Title,
                level: 0,
                text: "title".to_owned(),
                mentions: Vec::new(),
                entities: Vec::new(),
                sentences: Vec::new(),
            }],
            statements: Vec::new(),
            length: 1,
        })
        .collect();
    documents.sort_by_key(|document| (document.date.map_or(i32::MAX, |date| date.first), document.id.clone()));
    let entity = |person: u32| Entity {
        kind: EntityKind::Person,
        slug: format!("p{}", person * 7 % PEOPLE),
        name: "name".to_owned(),
        sort_name: String::new(),
        short: String::new(),
        sort: String::new(),
        country: String::new(),
        wikidata: String::new(),
        note: String::new(),
        colour: String::new(),
        declared_only: false,
        tenures: Vec::new(),
    };
    let contents = Contents { entities: (0..PEOPLE).map(entity).collect(), documents, ..Contents::default() };
    Archive::open(write(&contents, |_| [0; 8]).expect("it is small")).expect("it opens")
}

#[test]
fn sums_between_marks_are_those_of_the_documents() {
    let archive = corpus();
    for (start, end) in [(0, DOCUMENTS), (0, 1), (5, 4), (700, 2900), (255, 257), (256, 1024), (1, 2999), (2000, 3000)]
    {
        let mut counts = vec![0_u32; archive.values()];
        (start..end).for_each(|document| {
            archive.values_of_document(DocumentId(document)).for_each(|value| counts[value as usize] += 1);
        });
        assert_eq!(archive.counts_between(start..end), counts, "{start}..{end}");
    }
}

#[test]
fn months_hold_the_documents_that_begin_in_them() {
    let archive = corpus();
    let month = |day: i32| civil_from_day(day).year * 12 + civil_from_day(day).month as i32 - 1;
    let mut expected: Vec<(i32, u32)> = Vec::new();
    let mut long = Vec::new();
    for document in 0..DOCUMENTS {
        let Some(date) = archive.date(DocumentId(document)) else { continue };
        expected.push((month(date.first), document));
        if date.last > date.first {
            long.push(document);
        }
    }
    let found: Vec<(i32, u32)> =
        archive.months().flat_map(|(month, documents)| documents.map(move |document| (month, document))).collect();
    assert_eq!(found, expected);
    assert!(archive.months().map(|(month, _)| month).is_sorted_by(|one, other| one < other));
    assert_eq!(archive.long_dates(), long);
    for day in [i32::MIN, 0, 10_915, 10_916, 11_000, 12_000, i32::MAX] {
        let before =
            expected.iter().filter(|(_, at)| archive.first_day(DocumentId(*at)).is_some_and(|first| first < day));
        assert_eq!(archive.documents_before(day) as usize, before.count(), "{day}");
    }
}

#[test]
fn places_by_slug_lead_there_and_back() {
    let archive = corpus();
    let people = archive.by_slug(EntityKind::Person);
    assert_eq!(people.len() as u32, PEOPLE);
    for (entity, place) in archive.places_by_slug(EntityKind::Person).iter().enumerate() {
        assert_eq!(people[*place as usize].get() as usize, entity);
    }
    assert!(archive.by_slug(EntityKind::PartyEither).is_empty());
}
