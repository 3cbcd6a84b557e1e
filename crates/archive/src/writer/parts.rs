//! Archive → core and parts, for pages that fetch them: the core answers every question but those for texts and words.

use super::{ends, joined, numbers, slight};
use crate::id::{BlockId, DocumentId, PassageId};
use crate::reader::Archive;
use crate::section::{Late, MENTION_COLUMNS, PART_COLUMNS, Section};
use std::ops::Range;
use zerocopy::little_endian::U32;

/// A part as it was put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The beginning of the SHA-256 of its packed bytes, by which it is called.
    pub name: [u8; 16],
    /// Its packed bytes.
    pub bytes: u32,
}

/// How long parts become, in bytes unpacked: a part ends with the document (the block of words) with which it is as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartSizes {
    pub texts: usize,
    pub words: usize,
    pub titles: usize,
}

/// The core of a whole archive. `put_away` gets every part, unpacked. Of a core nothing can be parted.
pub fn split<E>(
    archive: &Archive,
    sizes: PartSizes,
    mut put_away: impl FnMut(&[u8]) -> Result<Packed, E>,
) -> Result<Vec<u8>, E> {
    let texts = text_ranges(archive, sizes.texts);
    let words = word_ranges(archive, sizes.words);
    let mut number = 0;
    let mut rows = |ranges: &[Range<usize>], part: &dyn Fn(Range<usize>, u32) -> Vec<u8>| {
        let mut rows: Vec<u32> = Vec::with_capacity(ranges.len() * PART_COLUMNS);
        for range in ranges {
            let part = part(range.clone(), number);
            let packed = put_away(&part)?;
            rows.extend([range.start as u32, packed.bytes, part.len() as u32]);
            rows.extend(packed.name.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)));
            number += 1;
        }
        Ok(numbers(&rows))
    };
    let text_rows = rows(&texts, &|blocks, number| text_part(archive, blocks, number))?;
    let word_rows = rows(&words, &|blocks, number| word_part(archive, blocks, number))?;
    let titles = ranges(title_ends(archive).into_iter().enumerate(), sizes.titles);
    let title_rows = rows(&titles, &|documents, number| title_part(archive, documents, number))?;
    let late_rows =
        rows(&Late::ALL.map(|late| late as usize..0), &|late, number| late_part(archive, late.start, number))?;

    let section = |section: &Section| match section {
        Section::TextOffsets => numbers(&[0]),
        Section::Text => Vec::new(),
        Section::TitleParts => title_rows.clone(),
        Section::TextParts => text_rows.clone(),
        Section::WordParts => word_rows.clone(),
        Section::LateParts => late_rows.clone(),
        Section::FirstSentences => numbers(&[archive.sentences() as u32]),
        section if Late::ALL.iter().any(|late| late.sections().contains(section)) => Vec::new(),
        Section::MentionOffsets | Section::Mentions | Section::SentenceEnds => Vec::new(),
        Section::TermOffsets | Section::TermData => Vec::new(),
        section => archive.bytes_of(*section).to_vec(),
    };
    // The corpus is the same, and so is its fingerprint.
    let fingerprint = archive.as_bytes()[24..32].try_into().unwrap_or_default();
    let sections = Section::ALL.iter().map(|one| vec![section(one)]).collect();
    Ok(joined(sections, |_| fingerprint).expect("it is shorter than the archive"))
}

/// The blocks of each part of texts: whole documents.
fn text_ranges(archive: &Archive, most: usize) -> Vec<Range<usize>> {
    let offsets = archive.column(Section::TextOffsets);
    let firsts = archive.column(Section::FirstBlocks).iter().map(|first| first.get() as usize);
    ranges(firsts.map(|first| (first, offsets[first].get() as usize)), most)
}

/// The blocks of words of each part of words.
fn word_ranges(archive: &Archive, most: usize) -> Vec<Range<usize>> {
    let offsets = archive.column(Section::TermOffsets).iter().map(|offset| offset.get() as usize);
    ranges(offsets.enumerate(), most)
}

/// Ranges that end where there is `most` in them. `places`: where one may end, with the bytes up to there.
fn ranges(places: impl Iterator<Item = (usize, usize)>, most: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let (mut open, mut last) = ((0, 0), (0, 0));
    for place in places {
        last = place;
        if place.1 - open.1 >= most && place.0 > open.0 {
            ranges.push(open.0..place.0);
            open = place;
        }
    }
    if last.0 > open.0 {
        ranges.push(open.0..last.0);
    }
    ranges
}

fn text_part(archive: &Archive, blocks: Range<usize>, number: u32) -> Vec<u8> {
    let offsets = &archive.column(Section::TextOffsets)[blocks.start..=blocks.end];
    let text = &archive.bytes_of(Section::Text)[span(offsets)];
    let mention_offsets = &archive.column(Section::MentionOffsets)[blocks.start..=blocks.end];
    let mentions = &archive.column(Section::Mentions)[span(mention_offsets)];
    debug_assert!(mentions.len().is_multiple_of(MENTION_COLUMNS));
    let passages = blocks.clone().filter_map(|block| archive.passage_of(BlockId(block as u32)));
    let sentences: Vec<u32> =
        passages.flat_map(|PassageId(passage)| archive.sentences_of(PassageId(passage))).collect();
    let ends = archive.column(Section::SentenceEnds);
    let ends: Vec<u32> = sentences.iter().map(|sentence| ends[*sentence as usize].get()).collect();

    let mut part = numbers(&[number, mentions.len() as u32, ends.len() as u32]);
    part.extend(numbers(&from_zero(offsets)));
    part.extend(numbers(&from_zero(mention_offsets)));
    part.extend(mentions.iter().flat_map(|number| number.get().to_le_bytes()));
    part.extend(numbers(&ends));
    part.extend_from_slice(text);
    part
}

fn word_part(archive: &Archive, blocks: Range<usize>, number: u32) -> Vec<u8> {
    let offsets = &archive.column(Section::TermOffsets)[blocks.start..=blocks.end];
    let mut part = numbers(&[number, 0, 0]);
    part.extend(numbers(&from_zero(offsets)));
    part.extend_from_slice(&archive.bytes_of(Section::TermData)[span(offsets)]);
    part
}

/// Where the title of each document ends, all laid end to end.
fn title_ends(archive: &Archive) -> Vec<usize> {
    let mut ends = vec![0];
    for document in 0..archive.documents() as u32 {
        ends.push(ends[document as usize] + archive.title(DocumentId(document)).len());
    }
    ends
}

fn title_part(archive: &Archive, documents: Range<usize>, number: u32) -> Vec<u8> {
    let titles = || documents.clone().map(|document| archive.title(DocumentId(document as u32)).as_bytes());
    let mut part = numbers(&[number, 0, 0]);
    part.extend(numbers(&ends(titles().map(<[u8]>::len))));
    part.extend(titles().flatten());
    part
}

fn late_part(archive: &Archive, late: usize, number: u32) -> Vec<u8> {
    let mut part = numbers(&[number]);
    part.extend(slight::late(archive, Late::ALL[late]));
    part
}

fn span(offsets: &[U32]) -> Range<usize> {
    offsets[0].get() as usize..offsets[offsets.len() - 1].get() as usize
}

fn from_zero(offsets: &[U32]) -> Vec<u32> {
    offsets.iter().map(|offset| offset.get() - offsets[0].get()).collect()
}
