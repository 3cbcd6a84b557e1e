//! The archive that lies beside the page: its core, which the script hands over before the program starts, and the parts that it
//! brings when the screen wants them (src/offline/parts.js).

use std::sync::OnceLock;

use archive::{Archive, OpenError, Want};
use leptos::prelude::*;
use web_sys::js_sys::{Reflect, Uint8Array};

static CORPUS: OnceLock<Corpus> = OnceLock::new();

/// The archive as it grows.
#[derive(Clone, Copy)]
pub(crate) struct Corpus(RwSignal<&'static Archive>);

impl Corpus {
    /// Another archive than that of the page.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn of(archive: &'static Archive) -> Corpus {
        Corpus(RwSignal::new(archive))
    }

    /// Whoever asks is drawn again when more has come.
    pub(crate) fn now(self) -> &'static Archive {
        self.0.get()
    }
}

/// Call it once: it checks every byte.
pub(crate) fn open() -> Result<Corpus, OpenError> {
    let core = Reflect::get(&window(), &"corpusCore".into()).unwrap_or_default();
    let archive = Archive::open(archive::whole(&Uint8Array::new(&core).to_vec())?)?;
    Ok(*CORPUS.get_or_init(|| Corpus(RwSignal::new(kept(archive)))))
}

/// Some kilobytes stay behind with each: what is drawn holds on to the archive it was drawn from. Texts and words are shared.
fn kept(archive: Archive) -> &'static Archive {
    Box::leak(Box::new(archive))
}

/// Tells the script what the screen lacks.
pub(crate) fn wanted(wants: &[Want]) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-wants", &listed(wants.iter()));
        // What the desk wants it says when it has drawn.
        let _ = root.remove_attribute("data-desk-wants");
    }
}

/// Adds parts that have come; an error says why one is none, and leaves all as it was.
pub(crate) fn add(parts: Vec<Vec<u8>>) -> Result<(), OpenError> {
    let Some(corpus) = CORPUS.get() else { return Ok(()) };
    corpus.0.set(kept(grown(corpus.0.get_untracked().clone(), parts)?));
    Ok(())
}

/// The archive with parts that have come.
pub(crate) fn grown(archive: Archive, parts: Vec<Vec<u8>>) -> Result<Archive, OpenError> {
    parts.into_iter().try_fold(archive, |archive, part| archive.with(part))
}

/// Every part there is, as the script reads them: name, bytes packed, bytes unpacked.
pub(crate) fn all_parts() -> String {
    let archive = CORPUS.get().map(|corpus| corpus.0.get_untracked());
    archive.map_or_else(String::new, |archive| listed(archive.all_parts().collect::<Vec<Want>>().iter()))
}

/// The parts that are here, for the desk.
pub(crate) fn parts_here() -> Vec<Vec<u8>> {
    let archive = CORPUS.get().map(|corpus| corpus.0.get_untracked());
    archive.map_or_else(Vec::new, |archive| archive.parts_here().map(<[u8]>::to_vec).collect())
}

pub(crate) fn bytes() -> Vec<u8> {
    CORPUS.get().map_or_else(Vec::new, |corpus| corpus.0.get_untracked().as_bytes().to_vec())
}

pub(crate) fn listed<'a>(wants: impl Iterator<Item = &'a Want>) -> String {
    let each = |want: &Want| [&want.name, ":", &want.packed.to_string(), ":", &want.unpacked.to_string()].concat();
    wants.map(each).collect::<Vec<_>>().join(" ")
}
