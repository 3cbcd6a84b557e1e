//! Reading: the files of a folder become a corpus as plain data, and a list of everything that is wrong with them.

mod about;
mod collected;
mod corrections;
mod dates;
mod documents;
pub(crate) mod editions;
mod facts;
mod fields;
mod front_matter;
mod gazetteers;
mod json;
mod markdown;
mod memberships;
mod names;
mod near;
mod odd;
mod plain;
mod records;
mod source;
mod toml;
mod value;
mod yaml;

use crate::corpus::Corpus;
use crate::folder::{EDITIONS, Folder};
use crate::problem::Problem;
use crate::progress::{Progress, Watch};
use collected::Collected;
use documents::Texts;

pub(crate) use documents::text_of_row;

/// Reads everything. Whatever could not be read is missing from the corpus and stands among the problems.
pub fn read(folder: &Folder) -> (Corpus, Vec<Problem>) {
    read_watched(folder, Texts::Held, &|_| ())
}

/// Reads everything but the texts of rows, which [`text_of_row`] reads when each is wanted.
pub(crate) fn read_for_archive(folder: &Folder, watch: Watch) -> (Corpus, Vec<Problem>) {
    // What has changed since another edition is told by comparing texts.
    let has_editions = folder.files.iter().any(|file| file.path == EDITIONS);
    read_watched(folder, if has_editions { Texts::Held } else { Texts::OfRowsLeft }, watch)
}

fn read_watched(folder: &Folder, texts: Texts, watch: Watch) -> (Corpus, Vec<Problem>) {
    let of = (0..folder.files.len()).map(|file| folder.length(file)).sum();
    watch(Progress::Reading { done: 0, of });
    let mut problems = Collected::of(folder);
    let about = about::about(folder, &mut problems);
    let gazetteers = gazetteers::gazetteers(folder, &mut problems);
    let documents =
        documents::documents(folder, &about, texts, &|done| watch(Progress::Reading { done, of }), &mut problems);
    let corrections = corrections::corrections(folder, &documents, &mut problems);
    let editions = editions::editions(folder, &mut problems);
    let (records, gazetteers_there) = (gazetteers.records, gazetteers.present);
    let corpus = Corpus { about, records, gazetteers: gazetteers_there, documents, corrections, editions };
    names::check(&corpus, &gazetteers.unreadable, &mut problems);
    (corpus, problems.told())
}
