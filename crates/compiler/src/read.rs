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
use crate::folder::Folder;
use crate::problem::Problem;
use collected::Collected;

/// Reads everything. Whatever could not be read is missing from the corpus and stands among the problems.
pub fn read(folder: &Folder) -> (Corpus, Vec<Problem>) {
    let mut problems = Collected::of(folder);
    let about = about::about(folder, &mut problems);
    let gazetteers = gazetteers::gazetteers(folder, &mut problems);
    let documents = documents::documents(folder, &about, &mut problems);
    let corrections = corrections::corrections(folder, &documents, &mut problems);
    let editions = editions::editions(folder, &mut problems);
    let (records, gazetteers_there) = (gazetteers.records, gazetteers.present);
    let corpus = Corpus { about, records, gazetteers: gazetteers_there, documents, corrections, editions };
    names::check(&corpus, &gazetteers.unreadable, &mut problems);
    (corpus, problems.told())
}
