//! Contents → bytes.

use crate::contents::{Block, Contents, Document, Entity, TenureOf};
use crate::date::{Precision, Span};
use crate::kind::EntityKind;
use crate::postings;
use crate::section::{MAGIC, NO_DAY, Section, TABLE, VERSION, WHOLE};
use crate::strings::{StringPool, checksum};
use std::fmt;

pub(crate) mod parts;
pub(crate) mod slight;
mod statements;

/// The archive of `contents`. `fingerprint` makes the corpus's fingerprint from the bytes that follow it.
/// The same contents give the same bytes. What would be longer than 4 GiB is refused.
pub fn write(contents: &Contents, fingerprint: impl Fn(&[u8]) -> [u8; 8]) -> Result<Vec<u8>, TooLarge> {
    let mut sections: Vec<Vec<u8>> = vec![Vec::new(); Section::COUNT];
    fill(contents, &mut sections);
    sections.truncate(WHOLE);
    joined(sections, fingerprint)
}

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
fn joined(sections: Vec<Vec<u8>>, fingerprint: impl Fn(&[u8]) -> [u8; 8]) -> Result<Vec<u8>, TooLarge> {
    let mut head = MAGIC.to_vec();
    head.extend_from_slice(&VERSION.to_le_bytes());
    head.extend_from_slice(&(sections.len() as u32).to_le_bytes());
    head.resize(TABLE, 0);
    let mut bytes = joined_under(&head, sections)?;
    let print = fingerprint(&bytes[TABLE..]);
    bytes[24..32].copy_from_slice(&print);
    let sum = checksum(&bytes[24..]);
    bytes[16..24].copy_from_slice(&sum.to_le_bytes());
    Ok(bytes)
}

/// The same, with what stands before the offsets as it is given.
fn joined_under(head: &[u8], sections: Vec<Vec<u8>>) -> Result<Vec<u8>, TooLarge> {
    let mut bytes = Vec::with_capacity(length(sections.iter().map(Vec::len))?);
    bytes.extend_from_slice(head);
    bytes.extend(numbers(&ends(sections.iter().map(Vec::len))));
    for section in sections {
        bytes.extend_from_slice(&section);
    }
    Ok(bytes)
}

/// How long an archive of such sections is, in bytes.
fn length(sections: impl ExactSizeIterator<Item = usize>) -> Result<usize, TooLarge> {
    let head = TABLE + (sections.len() + 1) * 4;
    let bytes = sections.map(|section| section as u64).sum::<u64>() + head as u64;
    u32::try_from(bytes).map(|bytes| bytes as usize).map_err(|_| TooLarge { bytes })
}

fn fill(contents: &Contents, sections: &mut [Vec<u8>]) {
    let mut put = |section: Section, bytes: Vec<u8>| sections[section as usize] = bytes;
    let mut strings = StringPool::new();
    let values = Values::of(&contents.entities);
    let wide = values.count > usize::from(u16::MAX);

    let about =
        contents.about.iter().flat_map(|(key, value)| [strings.number(key), strings.number(value)]).collect::<Vec<_>>();
    put(Section::About, numbers(&about));

    put(Section::KindStarts, numbers(&values.kind_starts));
    let entities = contents.entities.iter().flat_map(|entity| entity_columns(entity, &mut strings)).collect::<Vec<_>>();
    put(Section::Entities, numbers(&entities));
    let mut by_slug: Vec<u32> = (0..contents.entities.len() as u32).collect();
    by_slug.sort_by_key(|id| (contents.entities[*id as usize].kind, &contents.entities[*id as usize].slug));
    put(Section::EntitiesBySlug, numbers(&by_slug));
    let tenures = Lists::of(contents.entities.iter().map(|entity| tenure_columns(entity, &mut strings)));
    put(Section::TenureOffsets, numbers(&tenures.offsets));
    put(Section::Tenures, numbers(&tenures.values));

    let documents =
        contents.documents.iter().flat_map(|document| document_columns(document, &mut strings)).collect::<Vec<_>>();
    put(Section::Documents, numbers(&documents));
    let mut by_id: Vec<u32> = (0..contents.documents.len() as u32).collect();
    by_id.sort_by_key(|id| &contents.documents[*id as usize].id);
    put(Section::DocumentsById, numbers(&by_id));
    let mut put_lists = |offsets: Section, section: Section, lists: Lists, wide: bool| {
        put(offsets, numbers(&lists.offsets));
        put(section, if wide { numbers(&lists.values) } else { narrow_numbers(&lists.values) });
    };
    let documents = || contents.documents.iter();
    let mut string_lists = |list: fn(&Document) -> &Vec<String>| {
        Lists::of(documents().map(|document| list(document).iter().map(|string| strings.number(string)).collect()))
    };
    put_lists(
        Section::OtherSourceOffsets,
        Section::OtherSources,
        string_lists(|document| &document.other_sources),
        true,
    );
    put_lists(Section::ViaOffsets, Section::Via, string_lists(|document| &document.via), true);
    put_lists(
        Section::OutletOffsets,
        Section::Outlets,
        Lists::of(documents().map(|document| document.outlets.clone())),
        true,
    );
    put_lists(
        Section::SpeakerOffsets,
        Section::Speakers,
        Lists::of(documents().map(|document| document.speakers.clone())),
        true,
    );
    put_lists(
        Section::DeclaredOffsets,
        Section::Declared,
        Lists::of(documents().map(|document| document.declared.clone())),
        true,
    );
    let memberships =
        |document: &Document| document.parties_that_day.iter().flat_map(|pair| [pair.person, pair.party]).collect();
    put_lists(Section::PartyThatDayOffsets, Section::PartyThatDay, Lists::of(documents().map(memberships)), true);

    let blocks =
        || contents.documents.iter().flat_map(|document| document.blocks.iter().map(move |block| (document, block)));
    let passages = || blocks().filter(|(_, block)| block.kind.is_passage());
    let document_values = Lists::of(documents().map(|document| values.present(&document.entities, document)));
    let passage_values = Lists::of(passages().map(|(document, passage)| values.present(&passage.entities, document)));
    let sentence_values = Lists::of(passages().flat_map(|(document, passage)| {
        let values = &values;
        passage.sentences.iter().map(move |sentence| values.present(&sentence.entities, document))
    }));
    put_lists(Section::ValueDocumentOffsets, Section::ValueDocuments, document_values.turned(values.count), true);
    put_lists(Section::ValuePassageOffsets, Section::ValuePassages, passage_values.turned(values.count), true);
    put_lists(Section::DocumentValueOffsets, Section::DocumentValues, document_values, wide);
    put_lists(Section::PassageValueOffsets, Section::PassageValues, passage_values, wide);
    put_lists(Section::SentenceValueOffsets, Section::SentenceValues, sentence_values, wide);

    put(Section::FirstBlocks, numbers(&ends(documents().map(|document| document.blocks.len()))));
    put(Section::BlockKinds, blocks().map(|(_, block)| block.kind as u8 | block.level << 4).collect());
    let text = || blocks().map(|(_, block)| block.text.as_bytes());
    put(Section::TextOffsets, numbers(&ends(text().map(<[u8]>::len))));
    put(Section::Text, text().flatten().copied().collect());
    put(Section::FirstSentences, numbers(&ends(passages().map(|(_, passage)| passage.sentences.len()))));
    let sentence_ends =
        passages().flat_map(|(_, passage)| passage.sentences.iter().map(|sentence| sentence.end)).collect::<Vec<_>>();
    put(Section::SentenceEnds, numbers(&sentence_ends));
    let mentions = Lists::of(blocks().map(|(_, block)| mention_columns(block)));
    put(Section::MentionOffsets, numbers(&mentions.offsets));
    put(Section::Mentions, numbers(&mentions.values));
    let forms = contents.forms.iter();
    let forms = forms
        .flat_map(|form| [strings.number(&form.text), strings.number(&form.file), form.line, form.entity])
        .collect::<Vec<_>>();
    put(Section::Forms, numbers(&forms));

    statements::fill(contents, &values, &mut strings, &mut put);
    let words = postings::encode(&contents.terms);
    put(Section::TermFirstOffsets, numbers(&words.first_offsets));
    put(Section::TermFirstBytes, words.first_bytes);
    put(Section::TermOffsets, numbers(&words.offsets));
    put(Section::TermData, words.data);
    put(Section::DocumentLengths, numbers(&documents().map(|document| document.length).collect::<Vec<_>>()));

    put(Section::StringOffsets, numbers(&strings.offsets));
    put(Section::StringBytes, strings.bytes);
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

/// Lists laid end to end.
struct Lists {
    offsets: Vec<u32>,
    values: Vec<u32>,
}

impl Lists {
    fn of(lists: impl Iterator<Item = Vec<u32>>) -> Lists {
        let mut all = Lists { offsets: vec![0], values: Vec::new() };
        for mut list in lists {
            all.values.append(&mut list);
            all.offsets.push(all.values.len() as u32);
        }
        all
    }

    /// For each of `count` values the lists it stands in, ascending.
    fn turned(&self, count: usize) -> Lists {
        let mut offsets = vec![0_u32; count + 1];
        for value in &self.values {
            offsets[*value as usize + 1] += 1;
        }
        for at in 0..count {
            offsets[at + 1] += offsets[at];
        }
        let mut next = offsets.clone();
        let mut values = vec![0; self.values.len()];
        for (list, ends) in self.offsets.windows(2).enumerate() {
            for value in &self.values[ends[0] as usize..ends[1] as usize] {
                values[next[*value as usize] as usize] = list as u32;
                next[*value as usize] += 1;
            }
        }
        Lists { offsets, values }
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

fn mention_columns(block: &Block) -> Vec<u32> {
    block.mentions.iter().flat_map(|mention| [mention.start, mention.end, mention.entity, mention.form]).collect()
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
