//! `onrecord import`: the rows of a table (CSV) become documents of a corpus, one at a time.

mod columns;
mod complaints;
mod dates;
mod parts;
mod rows;
mod table;

use crate::failure::Failure;
use crate::new_file::NewFile;
use crate::output;
use clap::Args;
use columns::{Choice, Columns, choice, columns};
use complaints::Complaints;
use parts::{LONGEST, Parts, refuse_if_imported};
use rows::Reading;
use std::fs;
use std::path::{Path, PathBuf};
use table::Table;

#[derive(Args)]
pub(crate) struct Arguments {
    /// The table: CSV or TSV in UTF-8, its first row naming the columns.
    file: PathBuf,
    /// The corpus folder, made if it is not there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The column that holds a field, as in text=Body; without a COLUMN the field is taken from none. Repeatable.
    #[arg(long = "column", value_name = "FIELD=COLUMN", value_parser = choice)]
    choices: Vec<Choice>,
    /// How dates are written, if not year first or with the month's name: %d/%m/%Y.
    #[arg(long, value_name = "FORMAT")]
    date_format: Option<String>,
    /// Writes anew what an earlier import of the table wrote.
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (file, documents) = (&arguments.file, arguments.out.join("documents"));
    let name = name(file);
    refuse_loose_documents(&arguments.out)?;
    if !arguments.force {
        refuse_if_imported(&documents, &name)?;
    }
    let mut table = Table::open(file)?;
    let columns = columns(table.headings.clone(), &arguments.choices)?;
    let mut out = Parts::create(&documents, &name, LONGEST)?;
    let mut complaints = Complaints::new(file.display().to_string());
    let mut reading = Reading::new(&columns, &name, arguments.date_format.as_deref());
    let mut imported = 0;
    while let Some((row, line)) = table.next()? {
        if let Some(document) = reading.document(row, line, &mut complaints) {
            out.write_line(&document.to_string())?;
            imported += 1;
        }
    }
    complaints.tell_the_rest();
    let rows = reading.rows;
    if complaints.errors > 0 {
        output::say(&format!("{}: {} errors in {rows} rows; nothing was written", file.display(), complaints.errors));
        return Err(Failure::Corpus);
    }
    if imported == 0 {
        let what = if rows == 0 { "the table has no rows below its header" } else { "no row has a text" };
        output::say(&format!("{}: {what}; nothing was written", file.display()));
        return Err(Failure::Corpus);
    }
    let written = out.finish()?;
    let corpus = arguments.out.join("corpus.toml");
    if !corpus.exists() {
        let mut about = NewFile::create(corpus)?;
        about.write(about_corpus(&arguments.out).as_bytes())?;
        about.finish()?;
    }
    tell(&columns);
    let written: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
    output::say(&format!("{imported} documents of {rows} rows in {}", written.join(", ")));
    Ok(())
}

/// Tells where each field comes from, and which columns were passed over.
fn tell(columns: &Columns) {
    let taken =
        columns.taken.iter().map(|(field, column)| format!("{} from `{}`", field.name, columns.headings[*column]));
    output::say(&format!("columns: {}", taken.collect::<Vec<_>>().join(", ")));
    let unused: Vec<String> = columns.unused().map(|heading| format!("`{heading}`")).collect();
    if !unused.is_empty() {
        output::say(&format!("not used: {} (--column FIELD=COLUMN takes one)", unused.join(", ")));
    }
}

/// What documents and their file are called.
fn name(file: &Path) -> String {
    let slug = compiler::slug(&file.file_stem().unwrap_or_default().to_string_lossy());
    if slug.is_empty() { "imported".to_owned() } else { slug }
}

/// A folder without `documents/` is a corpus of the files that lie in it: a new `documents/` would put them out of sight.
fn refuse_loose_documents(out: &Path) -> Result<(), Failure> {
    let is_document =
        |path: &Path| path.extension().is_some_and(|ending| ["md", "txt", "jsonl"].iter().any(|read| ending == *read));
    let has_loose =
        || fs::read_dir(out).is_ok_and(|mut all| all.any(|entry| entry.is_ok_and(|entry| is_document(&entry.path()))));
    if out.is_file() {
        return Err(Failure::Use(format!("{} is a file; a corpus is a folder", out.display())));
    }
    if !out.join("documents").exists() && !out.join("corpus.toml").exists() && has_loose() {
        let out = out.display();
        return Err(Failure::Use(format!("{out} holds documents outside of {out}/documents; move them there first")));
    }
    Ok(())
}

/// The least that `corpus.toml` says.
fn about_corpus(out: &Path) -> String {
    let folder = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    let title = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let slug = compiler::slug(&title);
    let id = if slug.is_empty() { "corpus" } else { &slug };
    // JSON's texts are TOML's.
    let title = serde_json::Value::from(if title.is_empty() { id } else { title.as_str() });
    format!("[corpus]\nid = \"{id}\"\ntitle = {title}\n")
}
