//! An archive whose numbers were changed behind the checksum's back: it is refused, or every view of it can be asked for.

use crate::seal::seal;
use crate::small_corpus::SMALL;
use crate::support;
use archive::Archive;
use explore::{Query, export, view};

/// Bytes of one change: where (two), how, and the number (four).
const CHANGE: usize = 7;

thread_local! {
    static BYTES: Vec<u8> = support::archive(SMALL).as_bytes().to_vec();
}

/// The first byte says how many changes follow; what stands behind them is an address.
pub(crate) fn damaged_archive(input: &[u8]) {
    let Some((count, rest)) = input.split_first() else { return };
    let (changes, address) = rest.split_at(rest.len().min(usize::from(count % 16) * CHANGE));
    let mut bytes = BYTES.with(Vec::clone);
    for change in changes.as_chunks::<CHANGE>().0 {
        apply(change, &mut bytes);
    }
    seal(&mut bytes);
    let Ok(archive) = Archive::open(bytes) else { return };
    let query = Query::parse(&String::from_utf8_lossy(address));
    std::hint::black_box(view(&archive, &query));
    let key =
        ["documents.csv", "pairs.csv", "names.csv", "network.gexf", "network.graphml", "concordance.csv", "batch.csv"]
            [address.len() % 7];
    assert!(export::file(&archive, &query, key).is_some(), "{key} is offered");
    let ending = ["bib", "ris", "json"][address.len() % 3];
    assert!(export::file(&archive, &query, &format!("documents.{ending}")).is_some(), "{ending} is offered");
    std::hint::black_box(export::file(&archive, &query, &format!("document.{ending}")));
}

/// Magic, version and checksum are left alone: they are refused before anything else is looked at.
fn apply(change: &[u8; CHANGE], bytes: &mut [u8]) {
    let [high, low, how, number @ ..] = *change;
    let at = 24 + usize::from(u16::from_be_bytes([high, low])) % (bytes.len() - 24 - 4);
    let place = &mut bytes[at..at + 4];
    match how % 4 {
        0 => place[0] = number[0],
        1 => place[..2].copy_from_slice(&number[..2]),
        2 => place.copy_from_slice(&number),
        _ => {
            let old = u32::from_le_bytes([place[0], place[1], place[2], place[3]]);
            let new = old.wrapping_add_signed(i32::from(number[0].cast_signed()));
            place.copy_from_slice(&new.to_le_bytes());
        }
    }
}
