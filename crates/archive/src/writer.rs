//! Contents → bytes.

use crate::contents::{Contents, Document, Entity, Form, TenureOf};
use crate::date::{Precision, Span};
use crate::kind::EntityKind;
use crate::section::{MAGIC, NO_DAY, Section, TABLE, VERSION, WHOLE};
use crate::strings::{StringPool, checksum};
use blocks::Blocks;
use lists::Lists;
use statements::Statements;
use std::fmt;
use words::{WordIndex, WordSections};

mod blocks;
mod lists;
pub(crate) mod parts;
pub(crate) mod slight;
mod statements;
pub(crate) mod words;

/// The archive of `contents`. `fingerprint` makes the corpus's fingerprint from the bytes that follow it.
/// The same contents give the same bytes. What would be longer than 4 GiB is refused.
pub fn write(contents: &Contents, fingerprint: impl Fn(&[u8]) -> [u8; 8]) -> Result<Vec<u8>, TooLarge> {
    let mut writer = Writer::default();
    contents.documents.iter().for_each(|document| writer.add(document.clone()));
    let Contents { about, entities, forms, .. } = contents.clone();
    let words = words::sections_of(&contents.terms);
    writer.laid_down(Frame { about, entities, forms }, words, fingerprint)
}

/// An archive that grows document by document. Of each it keeps what will lie in the archive, in columns and without a copy,
/// so that a corpus needs little more memory than its archive.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    /// Without their blocks and statements.
    documents: Vec<Document>,
    blocks: Blocks,
    statements: Statements,
}

/// What an archive holds beside documents and words; see [`Contents`].
#[derive(Clone, Debug, Default)]
pub struct Frame {
    pub about: Vec<(String, String)>,
    pub entities: Vec<Entity>,
    pub forms: Vec<Form>,
}

impl Writer {
    /// Takes the next document in the order of the archive.
    pub fn add(&mut self, mut document: Document) {
        let first_passage = self.blocks.passages();
        self.blocks.add(std::mem::take(&mut document.blocks));
        let passages = self.blocks.passages() - first_passage;
        self.statements.add(std::mem::take(&mut document.statements), first_passage, passages);
        self.documents.push(document);
    }

    /// Puts the numbers of entities and of groups of quotations where others stood in for them while documents were still to
    /// come: `entities[5]` for 5. A group that has no number is none. `forms` keep theirs.
    pub fn number(&mut self, entities: &[u32], groups: &[Option<u32>]) {
        let number = |entity: &mut u32| *entity = entities[*entity as usize];
        for document in &mut self.documents {
            document.outlets.iter_mut().chain(&mut document.speakers).for_each(number);
            for list in [&mut document.declared, &mut document.entities] {
                list.iter_mut().for_each(number);
                list.sort_unstable();
                list.dedup();
            }
            for pair in &mut document.parties_that_day {
                number(&mut pair.person);
                number(&mut pair.party);
            }
            document.parties_that_day.sort_unstable();
        }
        self.blocks.number(entities);
        self.statements.number(entities, groups);
    }

    /// The archive. `fingerprint` makes the corpus's fingerprint from the bytes that follow it.
    pub fn finish(
        self,
        frame: Frame,
        words: WordIndex,
        fingerprint: impl Fn(&[u8]) -> [u8; 8],
    ) -> Result<Vec<u8>, TooLarge> {
        self.laid_down(frame, words.sections(), fingerprint)
    }

    fn laid_down(
        self,
        frame: Frame,
        words: WordSections,
        fingerprint: impl Fn(&[u8]) -> [u8; 8],
    ) -> Result<Vec<u8>, TooLarge> {
        let mut sections: Vec<Pieces> = vec![Vec::new(); WHOLE];
        self.fill(frame, words, &mut sections);
        joined(sections, fingerprint)
    }
}

/// A section, end to end: a long one is freed piece by piece while it is copied.
type Pieces = Vec<Vec<u8>>;

/// The offsets in an archive are of four bytes: a corpus of more must be published in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// How long the archive would be, in bytes.
    pub bytes: u64,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let megabytes = self.bytes / 1_000_000;
        write!(
            out,
            "the archive would have {megabytes} MB, and can have no more than 4,294; part the corpus in several"
        )
    }
}

impl std::error::Error for TooLarge {}

/// The archive of these sections, which go as they are laid down, so that they are held once.
fn joined(sections: Vec<Pieces>, fingerprint: impl Fn(&[u8]) -> [u8; 8]) -> Result<Vec<u8>, TooLarge> {
    let mut head = MAGIC.to_vec();
    head.extend_from_slice(&VERSION.to_le_bytes());
    head.extend_from_slice(&(sections.len() as u32).to_le_bytes());
    head.resize(TABLE, 0);
    let lengths = sections.iter().map(|pieces| pieces.iter().map(Vec::len).sum()).collect::<Vec<usize>>();
    let mut bytes = end_to_end(&head, &lengths, sections.into_iter().flatten())?;
    let print = fingerprint(&bytes[TABLE..]);
    bytes[24..32].copy_from_slice(&print);
    let sum = checksum(&bytes[24..]);
    bytes[16..24].copy_from_slice(&sum.to_le_bytes());
    Ok(bytes)
}

/// The same, with what stands before the offsets as it is given.
fn joined_under(head: &[u8], sections: Vec<Vec<u8>>) -> Result<Vec<u8>, TooLarge> {
    let lengths = sections.iter().map(Vec::len).collect::<Vec<usize>>();
    end_to_end(head, &lengths, sections.into_iter())
}

/// A head, the offsets of sections of these lengths, and what the sections are made of.
fn end_to_end(head: &[u8], lengths: &[usize], pieces: impl Iterator<Item = Vec<u8>>) -> Result<Vec<u8>, TooLarge> {
    let mut bytes = Vec::with_capacity(length(lengths.iter().copied())?);
    bytes.extend_from_slice(head);
    bytes.extend(numbers(&ends(lengths.iter().copied())));
    for piece in pieces {
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

/// How long an archive of such sections is, in bytes.
fn length(sections: impl ExactSizeIterator<Item = usize>) -> Result<usize, TooLarge> {
    let head = TABLE + (sections.len() + 1) * 4;
    let bytes = sections.map(|section| section as u64).sum::<u64>() + head as u64;
    u32::try_from(bytes).map(|bytes| bytes as usize).map_err(|_| TooLarge { bytes })
}

impl Writer {
    fn fill(self, frame: Frame, words: WordSections, sections: &mut [Pieces]) {
        let mut put = |section: Section, bytes: Vec<u8>| sections[section as usize] = vec![bytes];
        let mut strings = StringPool::new();
        let values = Values::of(&frame.entities);
        let wide = values.count > usize::from(u16::MAX);

        let about = frame.about.iter();
        let about = about.flat_map(|(key, value)| [strings.number(key), strings.number(value)]).collect::<Vec<_>>();
        put(Section::About, numbers(&about));

        put(Section::KindStarts, numbers(&values.kind_starts));
        let entities =
            frame.entities.iter().flat_map(|entity| entity_columns(entity, &mut strings)).collect::<Vec<_>>();
        put(Section::Entities, numbers(&entities));
        let mut by_slug: Vec<u32> = (0..frame.entities.len() as u32).collect();
        by_slug.sort_by_key(|id| (frame.entities[*id as usize].kind, &frame.entities[*id as usize].slug));
        put(Section::EntitiesBySlug, numbers(&by_slug));
        let tenures = Lists::of(frame.entities.iter().map(|entity| tenure_columns(entity, &mut strings)));
        put(Section::TenureOffsets, numbers(&tenures.offsets));
        put(Section::Tenures, numbers(&tenures.values));

        let documents =
            self.documents.iter().flat_map(|document| document_columns(document, &mut strings)).collect::<Vec<_>>();
        put(Section::Documents, numbers(&documents));
        let mut by_id: Vec<u32> = (0..self.documents.len() as u32).collect();
        by_id.sort_by_key(|id| &self.documents[*id as usize].id);
        put(Section::DocumentsById, numbers(&by_id));
        let mut put_lists = |offsets: Section, section: Section, lists: Lists, wide: bool| {
            put(offsets, numbers(&lists.offsets));
            put(section, if wide { numbers(&lists.values) } else { narrow_numbers(&lists.values) });
        };
        let documents = || self.documents.iter();
        let mut string_lists = |list: fn(&Document) -> &Vec<String>| {
            Lists::of(documents().map(|document| list(document).iter().map(|string| strings.number(string)).collect()))
        };
        let other_sources = string_lists(|document| &document.other_sources);
        put_lists(Section::OtherSourceOffsets, Section::OtherSources, other_sources, true);
        put_lists(Section::ViaOffsets, Section::Via, string_lists(|document| &document.via), true);
        let outlets = Lists::of(documents().map(|document| document.outlets.clone()));
        put_lists(Section::OutletOffsets, Section::Outlets, outlets, true);
        let speakers = Lists::of(documents().map(|document| document.speakers.clone()));
        put_lists(Section::SpeakerOffsets, Section::Speakers, speakers, true);
        let declared = Lists::of(documents().map(|document| document.declared.clone()));
        put_lists(Section::DeclaredOffsets, Section::Declared, declared, true);
        let memberships =
            |document: &Document| document.parties_that_day.iter().flat_map(|pair| [pair.person, pair.party]).collect();
        put_lists(Section::PartyThatDayOffsets, Section::PartyThatDay, Lists::of(documents().map(memberships)), true);

        let document_values = Lists::of(documents().map(|document| values.present(&document.entities, document)));
        put_lists(Section::ValueDocumentOffsets, Section::ValueDocuments, document_values.turned(values.count), true);
        put_lists(Section::DocumentValueOffsets, Section::DocumentValues, document_values, wide);
        let blocks = self.blocks.fill(&self.documents, &values, &mut put_lists);
        blocks.into_iter().for_each(|(section, pieces)| sections[section as usize] = pieces);

        let mut put = |section: Section, bytes: Vec<u8>| sections[section as usize] = vec![bytes];
        let forms = frame.forms.iter();
        let forms = forms
            .flat_map(|form| [strings.number(&form.text), strings.number(&form.file), form.line, form.entity])
            .collect::<Vec<_>>();
        put(Section::Forms, numbers(&forms));

        self.statements.fill(&self.documents, &values, &mut strings, &mut put);
        put(Section::TermFirstOffsets, numbers(&words.first_offsets));
        put(Section::TermFirstBytes, words.first_bytes);
        put(Section::TermOffsets, numbers(&words.offsets));
        put(Section::TermData, words.data);
        put(Section::DocumentLengths, numbers(&documents().map(|document| document.length).collect::<Vec<_>>()));

        put(Section::StringOffsets, numbers(&strings.offsets));
        put(Section::StringBytes, strings.bytes);
    }
}

/// What a facet counts: the entities, then the parties twice more.
struct Values {
    kind_starts: Vec<u32>,
    parties: std::ops::Range<u32>,
    entities: u32,
    count: usize,
}

impl Values {
    fn of(entities: &[Entity]) -> Values {
        let start = |kind: EntityKind| entities.partition_point(|entity| entity.kind < kind) as u32;
        let mut kind_starts: Vec<u32> = EntityKind::ALL[..6].iter().map(|kind| start(*kind)).collect();
        kind_starts.push(entities.len() as u32);
        let parties = kind_starts[1]..kind_starts[2];
        Values { count: entities.len() + 2 * parties.len(), entities: entities.len() as u32, parties, kind_starts }
    }

    /// `entities` with, for every party named and every person's party that day, the values that stand for them.
    fn present(&self, entities: &[u32], document: &Document) -> Vec<u32> {
        let mut values = entities.to_vec();
        let as_people = |party: u32| self.entities + (party - self.parties.start);
        let as_either = |party: u32| as_people(party) + self.parties.len() as u32;
        values.extend(entities.iter().filter(|entity| self.parties.contains(entity)).map(|party| as_either(*party)));
        for pair in &document.parties_that_day {
            if entities.binary_search(&pair.person).is_ok() {
                values.extend([as_people(pair.party), as_either(pair.party)]);
            }
        }
        values.sort_unstable();
        values.dedup();
        values
    }
}

fn entity_columns(entity: &Entity, strings: &mut StringPool) -> [u32; crate::section::ENTITY_COLUMNS] {
    [
        strings.number(&entity.slug),
        strings.number(&entity.name),
        strings.number(&entity.sort_name),
        strings.number(&entity.short),
        strings.number(&entity.sort),
        strings.number(&entity.country),
        strings.number(&entity.wikidata),
        strings.number(&entity.note),
        strings.number(&entity.colour),
        u32::from(entity.declared_only),
    ]
}

fn document_columns(document: &Document, strings: &mut StringPool) -> [u32; crate::section::DOCUMENT_COLUMNS] {
    let (first, last) = document.date.map_or((NO_DAY, NO_DAY), |date| (date.first, date.last));
    [
        strings.number(&document.id),
        first as u32,
        last as u32,
        precision_word(document.date),
        document.precision as u32,
        strings.number(&document.date_note),
        strings.number(&document.author),
        strings.number(&document.source_title),
        strings.number(&document.source_url),
        strings.number(&document.language),
        document.kind as u32,
        document.rights as u32,
    ]
}

fn tenure_columns(entity: &Entity, strings: &mut StringPool) -> Vec<u32> {
    // Of the start the first day it covers, of the end the last.
    let from = |span: Option<Span>| span.map_or(NO_DAY, |span| span.first) as u32;
    let to = |span: Option<Span>| span.map_or(NO_DAY, |span| span.last) as u32;
    let columns = entity.tenures.iter().flat_map(|tenure| {
        let (of, what) = match &tenure.of {
            TenureOf::Party(party) => (0, *party),
            TenureOf::Role(title) => (1, strings.number(title)),
            TenureOf::Government => (2, 0),
        };
        let shape = of | precision_word(tenure.from) << 4 | precision_word(tenure.to) << 8;
        [shape, what, from(tenure.from), to(tenure.to)]
    });
    columns.collect()
}

fn precision_word(date: Option<Span>) -> u32 {
    match date.map(|date| date.precision) {
        Some(Precision::Year) => 0,
        Some(Precision::Month) => 1,
        Some(Precision::Day) | None => 2,
    }
}

fn ends(lengths: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut ends = vec![0_u32];
    for length in lengths {
        // What does not fit is refused in the end, by the length of it all.
        ends.push(ends[ends.len() - 1].wrapping_add(length as u32));
    }
    ends
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn narrow_numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| (*number as u16).to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_four_bytes_cannot_count_is_refused() {
        let most = u32::MAX as usize - TABLE - 3 * 4;
        assert_eq!(length([most - 7, 7].into_iter()), Ok(u32::MAX as usize));
        let refused = length([most, 1].into_iter());
        assert_eq!(refused, Err(TooLarge { bytes: 1 << 32 }));
        assert!(TooLarge { bytes: 5_000_000_000 }.to_string().contains("5000 MB"));
    }
}
