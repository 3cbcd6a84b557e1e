//! Bytes → answers, without copying: opened and checked once, then every access is a look into a column.

use crate::error::OpenError;
use crate::id::DocumentId;
use crate::kind::BlockKind;
use crate::section::{Late, MAGIC, Section, TABLE, VERSION, WHOLE};
use crate::strings::checksum;
use crate::verify::verify;
use parts::{Asked, Part};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;
use zerocopy::FromBytes;
use zerocopy::little_endian::U32;

mod columns;
mod documents;
pub(crate) mod entities;
mod marks;
pub(crate) mod parts;
pub(crate) mod passages;
pub(crate) mod statements;
mod values;
mod words;

/// An archive, checked. Cheap to look into and to clone; numbers out of range answer with nothing rather than panic.
///
/// It is whole, or a core to which parts are added: see [`Archive::with`].
#[derive(Clone, Debug)]
pub struct Archive {
    bytes: Arc<Cow<'static, [u8]>>,
    sections: Arc<[Range<usize>]>,
    pub(crate) kind_starts: [u32; 7],
    pub(crate) wide: bool,
    places: Arc<Places>,
    /// One for each row of `TextParts`, then of `WordParts` and `TitleParts`: those that are here.
    parts: Arc<[Option<Arc<Part>>]>,
    asked: Asked,
    /// By `Late`: whether it is here.
    late: [bool; Late::ALL.len()],
    marks: Arc<marks::Marks>,
}

/// Which document a block is of, and which passage it is.
#[derive(Debug, Default)]
struct Places {
    block_documents: Vec<u32>,
    /// Number of the first passage at or after each block, then the number of passages.
    block_passages: Vec<u32>,
    passage_blocks: Vec<u32>,
}

impl Archive {
    /// Checks everything once: magic, version, checksum, every offset, every number, every text. Any bytes give an answer
    /// or an error.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Archive, OpenError> {
        let bytes = bytes.into();
        let number =
            |at: usize| bytes.get(at..at + 4).map(|four| u32::from_le_bytes(four.try_into().unwrap_or_default()));
        if bytes.get(..8) != Some(MAGIC) || bytes.len() < TABLE {
            return Err(OpenError::NotAnArchive);
        }
        let version = number(8).unwrap_or_default();
        if version != VERSION {
            return Err(OpenError::OtherVersion { found: version, wanted: VERSION });
        }
        let sum = u64::from_le_bytes(bytes[16..24].try_into().unwrap_or_default());
        let count = number(12).unwrap_or_default() as usize;
        if checksum(&bytes[24..]) != sum || count != WHOLE && (!parts::PARTS || count != Section::COUNT) {
            return Err(OpenError::Damaged);
        }
        let Some(sections) = sections(&bytes, count) else {
            return Err(OpenError::Contradiction {
                section: "Sections".to_owned(),
                what: "offsets that fall or do not reach the end",
            });
        };
        let mut archive = Archive {
            bytes: Arc::new(bytes),
            sections: sections.into(),
            kind_starts: [0; 7],
            wide: false,
            places: Arc::default(),
            parts: Arc::default(),
            asked: Asked::default(),
            late: Default::default(),
            marks: Arc::default(),
        };
        archive.late = archive.late_here();
        verify(&mut archive)?;
        archive.places = Arc::new(archive.numbered());
        archive.marks = Arc::new(marks::Marks::of(&archive));
        archive.await_parts();
        Ok(archive)
    }

    fn numbered(&self) -> Places {
        let documents = (0..self.documents() as u32)
            .flat_map(|document| self.blocks_of(DocumentId(document)).map(move |_| document));
        let block_documents: Vec<u32> = documents.collect();
        let mut passages = Vec::with_capacity(block_documents.len() + 1);
        let mut blocks = Vec::new();
        for (block, kind) in self.bytes_of(Section::BlockKinds).iter().enumerate() {
            passages.push(blocks.len() as u32);
            if BlockKind::from_byte(kind & 15).is_some_and(BlockKind::is_passage) {
                blocks.push(block as u32);
            }
        }
        passages.push(blocks.len() as u32);
        Places { block_documents, block_passages: passages, passage_blocks: blocks }
    }

    /// A fact about the corpus by name ("title"); empty if it is not there.
    pub fn about(&self, key: &str) -> &str {
        let facts = self.column(Section::About).chunks_exact(2);
        facts.into_iter().find(|fact| self.string(fact[0].get()) == key).map_or("", |fact| self.string(fact[1].get()))
    }

    /// The corpus's fingerprint: sixteen hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        self.bytes.get(24..32).unwrap_or_default().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The archive as bytes; of one in parts, its core.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Where each section lies; `None` unless they follow each other without gaps up to the end.
pub(crate) fn sections(bytes: &[u8], count: usize) -> Option<Vec<Range<usize>>> {
    let start = TABLE + (count + 1) * 4;
    let offsets = <[U32]>::ref_from_bytes(bytes.get(TABLE..start)?).ok()?;
    let whole = offsets.first()?.get() == 0
        && offsets.last()?.get() as usize == bytes.len() - start
        && offsets.is_sorted_by_key(|offset| offset.get());
    let range = |ends: &[U32]| start + ends[0].get() as usize..start + ends[1].get() as usize;
    whole.then(|| offsets.windows(2).map(range).collect())
}
