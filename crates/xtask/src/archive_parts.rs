//! A corpus that is too large for the program to hold: its archive as a core and parts, packed and named by content, beside the
//! page, which fetches the core at once and parts when they are needed.

use std::{
    convert::Infallible,
    fs,
    path::{Path, PathBuf},
    thread,
};

use archive::{Archive, Packed, PartSizes, Want, slight, split};
use compiler::{folder::Folder, problem::Severity};
use explore::{Query, view};
use sha2::{Digest, Sha256};

use crate::{Outcome, digest, folders, html::replaced_once, parts};

/// An archive up to so many bytes is part of the program.
pub const EMBEDDED: usize = 4_000_000;
/// Where the parts lie, in the page's folder.
pub const FOLDER: &str = "parts";
/// What a program is built with that fetches its archive.
pub const FEATURE: &str = "parts";
/// Tells the hook where the core and the parts lie.
pub const VARIABLE: &str = "ONRECORD_PARTS";
/// The line of the page that says where the core is, on its way there.
const META: &str = "core.html";
/// The whole archive, on its way to whoever draws the beginning of the page.
pub const WHOLE: &str = "whole.archive";
/// How that line begins.
pub const CORE: &str = "<meta name=\"corpus\"";
/// Of their files: neutral, so that no host packs them once more.
const ENDING: &str = "part";

/// How long a part of words is, in bytes unpacked: a search for one word fetches one.
const WORDS: usize = 40_000;
/// The same of titles, where they are shown without their text: those of some hundred documents.
const TITLES: usize = 16_000;
/// Parts of texts are so long at least and at most, and in between so that there are about so many: a page of results
/// fetches one a result, and hosts count files.
const TEXTS: [usize; 2] = [32_000, 256_000];
const TEXT_PARTS: usize = 2_048;

/// Compiles a corpus. If its archive has more than `most` bytes, it is written in parts into the folder that is given back.
/// Problems are left for the build to tell.
pub fn prepared(corpus: &Path, most: usize) -> Outcome<Option<PathBuf>> {
    let Ok(folder) = Folder::read(corpus) else { return Ok(None) };
    let compiled = compiler::compile(&folder);
    let warnings = compiled.problems.iter().filter(|problem| problem.severity == Severity::Warning).count();
    let Some(archive) = compiled.archive.filter(|archive| archive.len() > most) else { return Ok(None) };
    if warnings > 0 {
        println!("the corpus has {warnings} warnings: `onrecord check {}` shows them", corpus.display());
    }
    let place = folders::parts();
    write(archive, &place)?;
    Ok(Some(place))
}

/// Writes an archive in parts into a folder, and nothing else is in there afterwards.
pub fn write(archive: Vec<u8>, place: &Path) -> Outcome<()> {
    let length = archive.len();
    let archive = Archive::open(archive)?;
    let texts = (length / TEXT_PARTS).clamp(TEXTS[0], TEXTS[1]);
    let sizes = PartSizes { texts, words: WORDS, titles: TITLES };
    // Twice: parts are packed by all cores at once, and only then does the core know their names.
    let mut parts = Vec::new();
    let Ok(_) = split(&archive, sizes, |part| {
        parts.push(part.to_vec());
        Ok::<_, Infallible>(Packed { name: [0; 16], bytes: 0 })
    });
    let packed = packed(&parts);
    let mut next = packed.iter();
    let core = split(&archive, sizes, |_| next.next().map(|(packed, _)| *packed).ok_or("a part more than before"))?;

    fs::remove_dir_all(place).ok();
    fs::create_dir_all(place.join(FOLDER))?;
    fs::write(place.join(WHOLE), archive.as_bytes())?;
    let mut sum = 0;
    for (part, bytes) in &packed {
        sum += bytes.len();
        fs::write(place.join(FOLDER).join(file(&part.name)), bytes)?;
    }
    // What the page wants first, where its address asks for nothing.
    let first = view(&Archive::open(core.clone())?, &Query::default()).wants;
    let each = |want: &Want| format!("{}:{}:{}", want.name, want.packed, want.unpacked);
    let first = first.iter().map(each).collect::<Vec<_>>().join(" ");
    let core = slight(&core)?;
    let (_, bytes) = pack(&core);
    let name = format!("corpus-{}.{ENDING}", digest::for_name(&bytes));
    // As of every part of the page (crate::parts), and what it becomes unpacked, and how much there is in all.
    let line = format!(
        "{}\n  {CORE} data-file=\"./{name}\" data-bytes=\"{}\" data-integrity=\"{}\" data-unpacked=\"{}\" \
         data-all=\"{}\" data-first=\"{first}\">",
        parts::preload(&format!("./{name}")),
        bytes.len(),
        digest::for_integrity(&bytes),
        core.len(),
        sum + bytes.len(),
    );
    fs::write(place.join(&name), &bytes)?;
    fs::write(place.join(META), line)?;
    let megabytes = |bytes: usize| format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10);
    println!(
        "the archive of {} is written in parts: a core of {} and {} parts of {} in all, packed",
        megabytes(length),
        megabytes(bytes.len()),
        packed.len(),
        megabytes(sum),
    );
    Ok(())
}

/// Puts core and parts beside a page, and the line into it that says where they are.
pub fn placed(from: &Path, staging: &Path, html: &str) -> Outcome<String> {
    for inside in ["", FOLDER] {
        fs::create_dir_all(staging.join(inside))?;
        for entry in fs::read_dir(from.join(inside))? {
            let file = entry?.path();
            if file.extension().is_some_and(|ending| ending == ENDING) {
                fs::copy(&file, staging.join(inside).join(file.file_name().unwrap_or_default()))?;
            }
        }
    }
    let line = fs::read_to_string(from.join(META))?;
    replaced_once(html, "<meta name=\"program\"", &format!("{line}\n  <meta name=\"program\""))
}

fn file(name: &[u8; 16]) -> String {
    format!("{}.{ENDING}", digest::hex(name))
}

/// Every part packed, in their order, by all cores.
fn packed(parts: &[Vec<u8>]) -> Vec<(Packed, Vec<u8>)> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = parts.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = parts
            .chunks(share)
            .map(|parts| scope.spawn(|| parts.iter().map(|part| pack(part)).collect::<Vec<_>>()))
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("packing does not panic")).collect()
    })
}

/// Deflate as it is (RFC 1951), which browsers unpack themselves, and the name that its SHA-256 begins with.
fn pack(part: &[u8]) -> (Packed, Vec<u8>) {
    let bytes = miniz_oxide::deflate::compress_to_vec(part, 9);
    let digest = Sha256::digest(&bytes);
    (Packed { name: std::array::from_fn(|at| digest[at]), bytes: bytes.len() as u32 }, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::between;

    #[test]
    fn what_is_written_in_parts_is_the_whole_archive_again() {
        let folder = Folder::read(&folders::root().join("corpus")).expect("the corpus is part of the checkout");
        let bytes = compiler::compile(&folder).archive.expect("it has no errors");
        let whole = Archive::open(bytes.clone()).expect("it opens");
        let place = folders::target().join("parts-test/written");
        write(bytes, &place).expect("target/ can be written");

        let staging = folders::target().join("parts-test/staging");
        let html = placed(&place, &staging, "<meta name=\"program\" data-file>").expect("a place for the line");
        assert!(html.ends_with(">\n  <meta name=\"program\" data-file>"), "{html}");
        let fact = |name: &str| between(&html, &format!("data-{name}=\""), "\"").expect("a fact").to_owned();
        let unpacked = |bytes: &[u8], length: usize| {
            let part = miniz_oxide::inflate::decompress_to_vec_with_limit(bytes, length).expect("it unpacks");
            assert_eq!(part.len(), length);
            part
        };
        let core = fs::read(staging.join(fact("file"))).expect("the core");
        assert_eq!((core.len().to_string(), digest::for_integrity(&core)), (fact("bytes"), fact("integrity")));
        let core = unpacked(&core, fact("unpacked").parse().expect("a size"));
        let core = Archive::open(archive::whole(&core).expect("it was slight")).expect("the core opens");
        assert_eq!((core.fingerprint(), core.is_whole()), (whole.fingerprint(), false));
        let first: Vec<String> = view(&core, &Query::default()).wants.into_iter().map(|want| want.name).collect();
        let told = fact("first");
        let told: Vec<&str> = told.split(' ').filter_map(|part| part.split(':').next()).collect();
        assert!(first.len() > 1 && told == first, "{told:?}");
        assert!(html.starts_with(&parts::preload(&fact("file"))), "{html}");
        let mut archive = core.clone();
        for part in core.all_parts() {
            let bytes = fs::read(staging.join(FOLDER).join(format!("{}.part", part.name))).expect("the part");
            assert_eq!(bytes.len(), part.packed as usize);
            assert_eq!(digest::hex(&Sha256::digest(&bytes)[..16]), part.name);
            archive = archive.with(unpacked(&bytes, part.unpacked as usize)).expect("its own part");
        }
        for block in (0..whole.blocks() as u32).map(archive::BlockId) {
            assert_eq!(archive.text(block), whole.text(block));
        }
        for document in (0..whole.documents() as u32).map(archive::DocumentId) {
            assert_eq!(archive.title(document), whole.title(document));
        }
        let words = |archive: &Archive| archive.terms_from("").map(|term| (term.word, term.blocks)).collect::<Vec<_>>();
        assert_eq!(words(&archive), words(&whole));
        fs::remove_dir_all(folders::target().join("parts-test")).expect("it was made here");
    }
}
