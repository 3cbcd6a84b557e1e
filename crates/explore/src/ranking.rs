//! What a search finds, the best first: scores of the documents selected alone, and of their order only as much as is shown.

use crate::order::sort;
use crate::search::Hits;
use crate::select::Found;
use archive::{Archive, DocumentId};
use std::cmp::Reverse;

/// So many are held beyond those wanted before the worst are dropped.
const HELD: usize = 64;

/// The first `most` of documents, which are given ascending: by how many words stand in the very spelling typed, then by score, then
/// the newest, the undated last; ties by id, in whose order documents of one day are numbered.
pub(crate) fn ranked(archive: &Archive, found: &Found, documents: &[DocumentId], most: usize) -> Vec<DocumentId> {
    let ranks = ranks(archive, found, documents);
    let mut held = Vec::with_capacity(most.min(documents.len()).saturating_add(HELD));
    let mut worst = None;
    // From the end: among equals the newest come first, and the rest is passed over.
    for (document, rank) in documents.iter().zip(ranks).rev() {
        let rank = Reverse(rank);
        if worst.is_some_and(|(worst, _)| rank > worst) {
            continue;
        }
        let key = (rank, (Reverse(archive.first_day(*document)), *document));
        if worst.is_some_and(|worst| key > worst) {
            continue;
        }
        held.push(key);
        if held.len() >= most.saturating_add(HELD) {
            sort(&mut held, Ord::cmp);
            held.truncate(most);
            worst = held.last().copied();
        }
    }
    sort(&mut held, Ord::cmp);
    held.iter().take(most).map(|(_, (_, document))| *document).collect()
}

/// Of each document how many words stand in the very spelling typed, times 2³², and its score in thousandths: BM25 (Robertson and
/// Zaragoza 2009; k1 = 1.2, b = 0.75) over its blocks, where a place in the title counts four times.
fn ranks(archive: &Archive, found: &Found, documents: &[DocumentId]) -> Vec<u64> {
    const K1: f64 = 1.2;
    const B: f64 = 0.75;
    let all = archive.documents();
    let mean = (archive.words() as f64 / all.max(1) as f64).max(1.0);
    let lengths = archive.lengths();
    let mut scores = vec![(0_u64, 0.0_f64); documents.len()];
    for Hits { documents: own, exact, .. } in found.wanted.iter().flatten() {
        let rarity = (1.0 + (all as f64 - own.len() as f64 + 0.5) / (own.len() as f64 + 0.5)).ln();
        let mut own = own.as_slice();
        for (document, (spelled, score)) in documents.iter().zip(&mut scores) {
            own = from(own, document.0);
            if let Some((_, count)) = own.first().filter(|(first, _)| *first == document.0) {
                let length = f64::from(lengths.get(document.index()).map_or(0, |length| length.get())) / mean;
                let count = f64::from(*count);
                *score += rarity * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length));
                *spelled += u64::from(exact.is_none());
            }
            if exact.as_ref().is_some_and(|exact| exact.binary_search(&document.0).is_ok()) {
                *spelled += 1;
            }
        }
    }
    scores.into_iter().map(|(spelled, score)| spelled << 32 | u64::from((score * 1000.0) as u32)).collect()
}

/// The rest of an ascending list from a document on: by steps that double, since the documents asked for may be few.
fn from(mut list: &[(u32, u32)], document: u32) -> &[(u32, u32)] {
    let is_before = |own: &(u32, u32)| own.0 < document;
    if !list.first().is_some_and(is_before) {
        return list;
    }
    let mut step = 1;
    while let Some(true) = list.get(step).map(is_before) {
        list = &list[step..];
        step *= 2;
    }
    let end = list.len().min(step);
    &list[list[..end].partition_point(is_before)..]
}
