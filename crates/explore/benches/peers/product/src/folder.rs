//! The generated corpus as an editor would hand it in: a folder for the compiler, which finds the very names in it that the archive
//! made directly has (`contents`).

use crate::contents::slug;
use crate::corpus::Corpus;
use archive::EntityKind;
use archive::date::{Precision, written};
use std::fs::{File, create_dir_all, write};
use std::io::{BufWriter, Result, Write};
use std::path::Path;

/// Documents as JSON Lines, names as gazetteers. Names are plain letters, so nothing has to be escaped.
pub(crate) fn write_folder(corpus: &Corpus, folder: &Path) -> Result<()> {
    create_dir_all(folder.join("documents"))?;
    create_dir_all(folder.join("gazetteers"))?;
    for (kind, file) in [
        (EntityKind::Person, "people"),
        (EntityKind::Party, "parties"),
        (EntityKind::Place, "places"),
        (EntityKind::Topic, "topics"),
    ] {
        let mut gazetteer = BufWriter::new(File::create(folder.join(format!("gazetteers/{file}.toml")))?);
        for (value, name) in corpus.names.iter().enumerate() {
            let (own, id) = slug(value);
            if own != kind {
                continue;
            }
            // A topic is found by its keywords.
            let found_by = if kind == EntityKind::Topic {
                format!("label = \"{name}\"\nkeywords = [\"{name}\"]")
            } else {
                format!("name = \"{name}\"")
            };
            writeln!(gazetteer, "[[{file}]]\nid = \"{id}\"\n{found_by}\n")?;
        }
        gazetteer.flush()?;
    }
    let mut documents = BufWriter::new(File::create(folder.join("documents/generated.jsonl"))?);
    for document in &corpus.documents {
        let mut paragraphs = corpus.text(document).into_iter().map(|paragraph| paragraph.text);
        let title = paragraphs.next().unwrap_or_default();
        let text = paragraphs.collect::<Vec<_>>().join("\\n\\n");
        let (number, date) = (document.number, written(document.day, Precision::Day));
        writeln!(documents, r#"{{"id":"d{number:07}","title":"{title}","date":"{date}","text":"{text}"}}"#)?;
    }
    documents.flush()?;
    let many = corpus.documents.len();
    // Last, so that what was interrupted is written anew.
    write(
        folder.join("corpus.toml"),
        format!("[corpus]\nid = \"generated-{many}\"\ntitle = \"Generated\"\nlanguage = \"en\"\n"),
    )
}
