//! Writes a generated corpus for the bench against peers: the archive, the same data for everyone else, and what is asked.
//!
//! `peers-corpus DOCUMENTS FOLDER`; above 200,000 documents without text, up to 10,000 also as a folder for the compiler.

mod chance;
mod contents;
mod corpus;
mod folder;
mod workload;

use corpus::{Corpus, KINDS};
use std::fs::{File, create_dir_all, write};
use std::io::{BufWriter, Result, Write};
use std::path::Path;
use workload::{State, address};

/// More documents than this have no text.
const MOST_WITH_TEXT: usize = 200_000;
/// More documents than this are not made a page of.
const MOST_AS_PAGE: usize = 10_000;
const NETWORKS: [usize; 3] = [200, 1000, 5000];

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let usage = || std::io::Error::other("peers-corpus DOCUMENTS FOLDER");
    let documents: usize = words.next().and_then(|word| word.parse().ok()).ok_or_else(usage)?;
    let folder = words.next().ok_or_else(usage)?;
    let folder = Path::new(&folder);
    create_dir_all(folder)?;
    let corpus = Corpus::new(documents);
    write_facets(&corpus, folder)?;
    let has_text = documents <= MOST_WITH_TEXT;
    if has_text {
        write_texts(&corpus, folder)?;
    }
    write(folder.join("names.json"), format!("[\"{}\"]", corpus.names.join("\",\"")))?;
    if documents <= MOST_AS_PAGE {
        folder::write_folder(&corpus, &folder.join("site"))?;
    }
    for nodes in NETWORKS {
        let edges = workload::network(&corpus, nodes).into_iter().flat_map(|(one, other, count)| [one, other, count]);
        write(folder.join(format!("network-{nodes}.u32")), bytes(edges.map(u32::to_le_bytes)))?;
    }
    write_workload(&corpus, has_text, folder)?;
    let contents = if has_text { contents::with_text(&corpus) } else { contents::names_only(&corpus) };
    drop(corpus);
    // Last, so that what was interrupted is written anew.
    write(folder.join("corpus.archive"), archive::write(&contents, |_| *b"peers   ").expect("a million documents fit"))
}

/// Lists by document: offsets and values; days.
fn write_facets(corpus: &Corpus, folder: &Path) -> Result<()> {
    let mut offsets = vec![0_u32];
    for document in &corpus.documents {
        offsets.push(offsets[offsets.len() - 1] + document.values.len() as u32);
    }
    let values = corpus.documents.iter().flat_map(|document| &document.values);
    write(folder.join("offsets.u32"), bytes(offsets.into_iter().map(u32::to_le_bytes)))?;
    write(folder.join("values.u16"), bytes(values.map(|value| value.to_le_bytes())))?;
    write(folder.join("days.i32"), bytes(corpus.documents.iter().map(|document| document.day.to_le_bytes())))
}

/// A document a line, title and paragraphs parted by tabs.
fn write_texts(corpus: &Corpus, folder: &Path) -> Result<()> {
    let mut file = BufWriter::new(File::create(folder.join("texts.txt"))?);
    for document in &corpus.documents {
        let text: Vec<String> = corpus.text(document).into_iter().map(|paragraph| paragraph.text).collect();
        writeln!(file, "{}", text.join("\t"))?;
    }
    file.flush()
}

fn write_workload(corpus: &Corpus, has_text: bool, folder: &Path) -> Result<()> {
    let states = workload::states(corpus);
    let pairs = workload::pairs(corpus, &states);
    let list = |states: &[State]| format!("[{}]", states.iter().map(state).collect::<Vec<_>>().join(",\n"));
    let searches = if has_text { workload::searches(corpus) } else { Vec::new() };
    let searches: Vec<String> = searches
        .iter()
        .map(|search| {
            let star = if search.prefix { "*" } else { "" };
            let address = format!("q={}{star}", search.words.join("+"));
            let (kind, words, prefix) = (search.kind, search.words.join("\",\""), search.prefix);
            format!("{{\"kind\":\"{kind}\",\"words\":[\"{words}\"],\"prefix\":{prefix},\"address\":\"{address}\"}}")
        })
        .collect();
    let mut start = 0;
    let kinds: Vec<String> = KINDS
        .iter()
        .map(|(kind, many)| {
            start += many;
            format!("{{\"name\":\"{}\",\"start\":{},\"length\":{many}}}", kind.word(), start - many)
        })
        .collect();
    let mut file = BufWriter::new(File::create(folder.join("workload.json"))?);
    write!(
        file,
        "{{\"documents\":{},\"kinds\":[{}],\"states\":{},\"brush\":{},\"pairs\":{},\"searches\":[{}]}}",
        corpus.documents.len(),
        kinds.join(","),
        list(&states),
        list(&workload::brush()),
        list(&pairs),
        searches.join(",\n")
    )?;
    file.flush()
}

fn state(state: &State) -> String {
    let values: Vec<String> = state.values.iter().map(u16::to_string).collect();
    let window = state.window.map_or("null".to_owned(), |(first, last)| format!("[{first},{last}]"));
    format!("{{\"values\":[{}],\"window\":{window},\"address\":\"{}\"}}", values.join(","), address(state))
}

fn bytes<const WIDTH: usize>(numbers: impl Iterator<Item = [u8; WIDTH]>) -> Vec<u8> {
    numbers.flatten().collect()
}
