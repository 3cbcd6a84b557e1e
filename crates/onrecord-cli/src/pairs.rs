//! `onrecord pairs`: the pairs that an address counts, as a table or as a network.

use crate::failure::Failure;
use crate::output::{self, note};
use crate::source::{Asked, open};
use archive::Archive;
use clap::{Args, ValueEnum};
use explore::export::{PAIR_COLUMNS, PairRow, WHOLE_COLUMNS, csv, gexf, graphml, limits, pair_rows};
use serde_json::{Map, Value};

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    asked: Asked,
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Json,
    Gexf,
    Graphml,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (archive, query) = open(&arguments.asked)?;
    let counted = explore::counted_pairs(&archive, &query);
    limits(&query, &counted).iter().for_each(|limit| note(limit));
    match arguments.format {
        Format::Csv => output::write_text(&csv::pairs(&archive, &counted)),
        Format::Json => output::write_array(pair_rows(&counted).iter().map(|pair| object(&archive, pair))),
        Format::Gexf => output::write_text(&gexf::network(&archive, &query, &counted)),
        Format::Graphml => output::write_text(&graphml::network(&archive, &query, &counted)),
    }
}

fn object(archive: &Archive, pair: &PairRow) -> Value {
    let names = [
        ("first", archive.name(pair.first)),
        ("second", archive.name(pair.second)),
        ("first_id", archive.slug(pair.first)),
        ("second_id", archive.slug(pair.second)),
        ("first_kind", explore::export::kind_word(archive, pair.first)),
        ("second_kind", explore::export::kind_word(archive, pair.second)),
    ];
    let number = |(at, number): (usize, &Option<f64>)| match number {
        Some(number) if at < WHOLE_COLUMNS => Value::from(*number as u64),
        number => Value::from(*number),
    };
    let numbers = PAIR_COLUMNS[2..].iter().zip(pair.numbers.iter().enumerate().map(number));
    let names = names.map(|(key, name)| (key.to_owned(), Value::from(name)));
    Value::Object(
        names.into_iter().chain(numbers.map(|(key, number)| ((*key).to_owned(), number))).collect::<Map<_, _>>(),
    )
}
