//! Other people's texts, where `ONRECORD_SAMPLES` names a folder that holds them: they compile unchanged and give the numbers known.

use std::fs;
use std::path::{Path, PathBuf};

use archive::Archive;
use compiler::folder::{File, Folder};

/// The folder of samples; without it the test says so and passes over.
fn samples() -> Option<PathBuf> {
    let folder = std::env::var_os("ONRECORD_SAMPLES").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: ONRECORD_SAMPLES names no folder of samples");
    }
    folder
}

fn with_gazetteers(documents: Vec<File>) -> Archive {
    let own = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).expect("the corpus can be read");
    let gazetteers = own.files.into_iter().filter(|file| file.path.starts_with("gazetteers/"));
    let folder = Folder::from_files(documents.into_iter().chain(gazetteers).collect());
    let compiled = compiler::compile(&folder);
    let bytes = compiled.archive.unwrap_or_else(|| panic!("{}", compiler::show::human(&compiled.problems, &folder)));
    Archive::open(bytes).expect("what was written can be opened")
}

#[test]
fn each_raw_seed_is_a_corpus_of_its_own() {
    let Some(samples) = samples() else { return };
    let mut seeds: Vec<PathBuf> =
        fs::read_dir(samples.join("seeds")).expect("seeds/").map(|entry| entry.expect("an entry").path()).collect();
    seeds.sort();
    assert!(!seeds.is_empty(), "no seeds in the samples");
    for seed in seeds {
        let name = seed.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::read(&seed).expect("a seed can be read");
        let archive = with_gazetteers(vec![File { path: format!("documents/{name}"), bytes }]);
        assert_eq!(archive.documents(), 1, "{name}");
        if name.starts_with("000") {
            assert_eq!(archive.passages(), 17, "{name}");
        }
    }
}
