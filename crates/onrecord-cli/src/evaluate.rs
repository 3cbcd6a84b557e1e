//! `onrecord evaluate`: how much of what people marked in texts is found, and how much of what is found they marked.

mod labels;

use crate::failure::Failure;
use crate::output;
use crate::source::read;
use clap::Args;
use compiler::statement::{FoundStatement, StatementKind};
use labels::{Labels, labels};
use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The corpus folder that holds the labelled texts.
    dir: PathBuf,
    /// Files of labels.
    #[arg(required = true)]
    gold: Vec<PathBuf>,
    /// The folder of the raw texts that labels in JSON Lines speak of.
    #[arg(long)]
    texts: Option<PathBuf>,
}

/// A mention found: passage, place, entity.
type Found = (usize, Range<usize>, String);

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let folder = read(&arguments.dir)?;
    let (corpus, _) = compiler::read(&folder);
    let passages = corpus.documents.iter().map(|document| {
        let blocks = document.blocks.iter().filter(|block| block.kind.is_passage());
        (document.id.clone(), blocks.map(|block| block.text.clone()).collect())
    });
    let files: Vec<&Path> = arguments.gold.iter().map(PathBuf::as_path).collect();
    let labels = labels(&files, arguments.texts.as_deref(), &passages.collect())?;
    let ids = ids(&corpus);
    let mut mentions: HashMap<String, Vec<Found>> = HashMap::new();
    for mention in compiler::mentions(&folder) {
        mentions.entry(mention.document).or_default().push((
            mention.passage,
            mention.start..mention.end,
            mention.entity,
        ));
    }
    let mut statements: HashMap<String, Vec<FoundStatement>> = HashMap::new();
    for statement in compiler::statements(&folder).0 {
        statements.entry(statement.document.clone()).or_default().push(statement);
    }
    let mut scores = Scores::default();
    let mut documents: Vec<(&String, &Labels)> = labels.iter().collect();
    documents.sort_by_key(|(id, _)| *id);
    for (id, labels) in documents {
        if !labels.is_spans {
            score_mentions(labels, mentions.get(id).map_or(&[], Vec::as_slice), &ids, &mut scores);
        }
        score_statements(labels, statements.get(id).map_or(&[], Vec::as_slice), &ids, &mut scores);
    }
    output::write_text(&scores.table())
}

/// Counts by measure, in the order in which they are first met.
#[derive(Default)]
struct Scores {
    measures: Vec<(&'static str, usize, usize)>,
}

impl Scores {
    fn count(&mut self, measure: &'static str, is_right: bool) {
        let known = self.measures.iter().position(|(name, ..)| *name == measure);
        let at = known.unwrap_or_else(|| {
            self.measures.push((measure, 0, 0));
            self.measures.len() - 1
        });
        self.measures[at].1 += usize::from(is_right);
        self.measures[at].2 += 1;
    }

    fn table(&self) -> String {
        let mut table = "measure,count,of,share\n".to_owned();
        for (measure, count, of) in &self.measures {
            table.push_str(&format!("{measure},{count},{of},{:.3}\n", *count as f64 / *of as f64));
        }
        table
    }
}

/// The ids that names of the gazetteers mean.
fn ids(corpus: &compiler::corpus::Corpus) -> HashMap<String, String> {
    let mut ids = HashMap::new();
    for record in &corpus.records {
        let names = record.forms.iter().map(|form| &form.text).chain([&record.name, &record.short, &record.id]);
        for name in names.filter(|name| !name.is_empty()) {
            ids.entry(compiler::slug(name)).or_insert_with(|| record.id.clone());
        }
    }
    ids
}

fn meant<'a>(names: &[String], ids: &'a HashMap<String, String>) -> Vec<&'a str> {
    names.iter().filter_map(|name| ids.get(&compiler::slug(name))).map(String::as_str).collect()
}

fn score_mentions(labels: &Labels, found: &[Found], ids: &HashMap<String, String>, scores: &mut Scores) {
    let fits = |label: &labels::Mention, (passage, range, entity): &Found, least: f64| {
        label.passage == *passage
            && overlap(&label.range, range) >= least
            && meant(&label.names, ids).contains(&entity.as_str())
    };
    for label in labels.mentions.iter().filter(|label| !label.is_optional && !meant(&label.names, ids).is_empty()) {
        scores.count("mentions found (exact)", found.iter().any(|found| fits(label, found, 1.0)));
        scores.count("mentions found (overlap 0.5)", found.iter().any(|found| fits(label, found, 0.5)));
    }
    for found in found {
        let is_right = labels.mentions.iter().any(|label| fits(label, found, f64::MIN_POSITIVE));
        scores.count("mentions right (any overlap)", is_right);
    }
}

fn score_statements(labels: &Labels, found: &[FoundStatement], ids: &HashMap<String, String>, scores: &mut Scores) {
    for label in labels.statements.iter().filter(|label| !label.is_optional) {
        let near = |least: f64| {
            found.iter().filter(move |found| {
                found.passage == label.passage && overlap(&label.range, &(found.start..found.end)) >= least
            })
        };
        scores.count("statements found (exact)", near(1.0).next().is_some());
        scores.count("statements found (overlap 0.8)", near(0.8).next().is_some());
        scores.count("statements found (overlap 0.5)", near(0.5).next().is_some());
        if !label.speakers.is_empty() {
            let speakers = meant(&label.speakers, ids);
            let is_right =
                |found: &FoundStatement| found.speaker.as_deref().is_some_and(|speaker| speakers.contains(&speaker));
            scores.count("with the right speaker (overlap 0.8)", near(0.8).any(is_right));
        }
        if !label.sources.is_empty() && near(0.5).next().is_some() {
            let is_named = |found: &FoundStatement| {
                found.speaker_place.is_some_and(|(passage, start, end)| {
                    passage == label.passage && label.sources.iter().any(|source| overlap(source, &(start..end)) > 0.0)
                })
            };
            scores.count("source named (any overlap; of those found)", near(0.5).any(is_named));
        }
    }
    for found in found {
        let range = found.start..found.end;
        let is_right = labels.statements.iter().filter(|label| label.passage == found.passage).any(|label| {
            let both = common(&label.range, &range) as f64;
            both / (range.len().max(1) as f64) >= 0.8 || overlap(&label.range, &range) >= 0.5
        });
        scores.count("statements right", is_right);
        let measure = match found.kind {
            StatementKind::Quote => "quotations right",
            StatementKind::Reported | StatementKind::Mixed => "reported right",
        };
        scores.count(measure, is_right);
    }
}

fn common(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// What two spans share, of what either covers: from 0 to 1.
fn overlap(one: &Range<usize>, other: &Range<usize>) -> f64 {
    let all = one.end.max(other.end) - one.start.min(other.start);
    if all == 0 { 0.0 } else { common(one, other) as f64 / all as f64 }
}
