//! corpus/ → archive: reads a folder of documents and gazetteers, recognises who and what is named, and writes the archive.

mod assemble;
pub mod corpus;
pub mod editions;
mod entities;
pub mod folder;
mod parallel;
pub mod problem;
mod progress;
mod read;
mod recognise;
mod rights;
pub mod show;
pub mod statement;
mod statements;
mod words;

use archive::TooLarge;
use assemble::Assembled;
use corpus::{About, Corpus};
use folder::Folder;
use problem::{Problem, Severity};
use sha2::{Digest, Sha256};

pub use progress::{Progress, Watch};
pub use read::read;
pub use statements::{FoundMention, mentions, statements};
pub use text::slug;

/// Fact about the corpus under which the archive keeps the program's version.
pub const PROGRAM: &str = concat!("Onrecord ", env!("CARGO_PKG_VERSION"));

/// Where the fingerprint stands in the archive.
const FINGERPRINT: usize = 24;

/// What compiling gives: the archive, unless an error stands among the problems.
#[derive(Clone, Debug)]
pub struct Compiled {
    pub archive: Option<Vec<u8>>,
    pub problems: Vec<Problem>,
}

/// The archive of a folder, and everything that is wrong with it. Any files give an answer.
pub fn compile(folder: &Folder) -> Compiled {
    compile_watched(folder, &|_| ())
}

/// The same; `watch` is told how far it has come, on whichever thread is at work.
pub fn compile_watched(folder: &Folder, watch: Watch) -> Compiled {
    let (corpus, mut problems) = read::read_for_archive(folder, watch);
    let (bytes, mut unsettled) = archive(corpus, folder, watch);
    problems.append(&mut unsettled);
    let bytes = bytes.map_err(|error| problems.push(too_large(&error))).ok();
    let fails = problems.iter().any(|problem| problem.severity == Severity::Error);
    Compiled { archive: bytes.filter(|_| !fails), problems }
}

fn too_large(error: &TooLarge) -> Problem {
    Problem {
        code: "too-large",
        severity: Severity::Error,
        span: None,
        message: error.to_string(),
        help: "`onrecord export` writes the documents as JSON Lines for a search engine of its own".to_owned(),
        also: Vec::new(),
    }
}

/// The archive of a corpus that was read, and the problems that only recognition finds.
fn archive(corpus: Corpus, folder: &Folder, watch: Watch) -> (Result<Vec<u8>, TooLarge>, Vec<Problem>) {
    let entities = entities::Entities::gather(&corpus);
    let assembled = assemble::assemble(&corpus, &entities, folder, facts(&corpus.about), watch);
    watch(Progress::Writing);
    let Assembled { writer, mut frame, words, unsettled, problems: mut found } = assembled;
    let surnames = unsettled.into_iter().map(|(surname, documents)| {
        let people: Vec<&str> = surname.people.iter().map(|person| entities.drafts[*person].slug.as_str()).collect();
        let first = &corpus.documents[documents[0]];
        Problem {
            code: "unsettled-surname",
            severity: Severity::Warning,
            span: Some(first.span),
            message: format!(
                "`{}` could be {}{}; it was left unmarked",
                surname.surname,
                people.join(" or "),
                if documents.len() > 1 { format!(" here and in {} more documents", documents.len() - 1) } else { String::new() },
            ),
            help: "name the person in full earlier in the document, or add an alias with `not_after` or `not_before` to one of them".to_owned(),
            also: Vec::new(),
        }
    });
    let mut problems: Vec<Problem> = surnames.collect();
    problems.append(&mut found);
    let since = (!corpus.editions.is_empty()).then(|| editions::since(&corpus));
    // All that is wanted of it is laid down.
    drop(entities);
    drop(corpus);
    let digest = |body: &[u8]| {
        let digest = Sha256::digest(body);
        std::array::from_fn(|at| digest[at])
    };
    let Some(since) = since else { return (writer.finish(frame, words, digest), problems) };
    // What is kept of other editions is no part of this one, or none could be known by its fingerprint.
    let bytes = writer.clone().finish(frame.clone(), words.clone(), digest).and_then(|written| {
        let fingerprint = std::array::from_fn(|at| written[FINGERPRINT + at]);
        drop(written);
        frame.about.push(("versions".to_owned(), since));
        writer.finish(frame, words, |_| fingerprint)
    });
    (bytes, problems)
}

fn facts(about: &About) -> Vec<(String, String)> {
    [
        ("id", &about.id),
        ("title", &about.title),
        ("description", &about.description),
        ("language", &about.language),
        ("licence", &about.licence),
        ("publisher", &about.publisher),
        ("url", &about.url),
        ("method", &about.method),
        ("credits", &about.credits),
        ("evaluation", &about.evaluation),
        ("view", &about.start_view),
        ("unit", &about.start_unit),
        ("measure", &about.start_measure),
        ("program", &PROGRAM.to_owned()),
    ]
    .map(|(key, value)| (key.to_owned(), value.clone()))
    .to_vec()
}
