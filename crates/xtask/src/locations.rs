//! The program without the places in its own source that its faults would name: two kilobytes of a first visit for paths of files on
//! the machine that built it. What went wrong is still said; a page that one works on keeps its places.

use std::ops::Range;

/// What rustc writes for a place: address and length of the path, line, column.
const WORDS: usize = 4;
const SIZE: usize = 4 * WORDS;
/// The section of a WebAssembly module that holds what its memory begins with.
const DATA: u8 = 11;

/// Puts zeros for the places and their paths, and says how many places there were. Bytes that are no module stay as they are.
pub fn cleared(program: &mut [u8]) -> usize {
    segments(program).unwrap_or_default().into_iter().map(|(address, bytes)| clear(&mut program[bytes], address)).sum()
}

fn clear(bytes: &mut [u8], address: usize) -> usize {
    let first = address.wrapping_neg() % 4;
    let starts = (first..bytes.len().saturating_sub(SIZE - 1)).step_by(4);
    let places: Vec<(usize, Range<usize>)> =
        starts.filter_map(|start| Some((start, path(bytes, address, start)?))).collect();
    for (start, path) in &places {
        bytes[*start..start + SIZE].fill(0);
        bytes[path.clone()].fill(0);
    }
    places.len()
}

/// Where the path stands, if this is a place.
fn path(bytes: &[u8], address: usize, start: usize) -> Option<Range<usize>> {
    let word = |at: usize| {
        let word = bytes[start + 4 * at..][..4].try_into().expect("four bytes");
        u32::from_le_bytes(word) as usize
    };
    let path = word(0).checked_sub(address)?;
    let path = path..path.checked_add(word(1))?;
    let is_place = (8..300).contains(&path.len()) && (1..100_000).contains(&word(2)) && (1..1_000).contains(&word(3));
    let text = bytes.get(path.clone()).filter(|_| is_place)?;
    (text.ends_with(b".rs") && text.contains(&b'/') && text.iter().all(u8::is_ascii_graphic)).then_some(path)
}

/// The segments of the data section: the address each is put to, and where its bytes stand in the file.
fn segments(program: &[u8]) -> Option<Vec<(usize, Range<usize>)>> {
    let mut at = 8;
    while at < program.len() {
        let section = program[at];
        at += 1;
        let size = number(program, &mut at)?;
        let end = at.checked_add(size)?;
        if section != DATA {
            at = end;
            continue;
        }
        let mut found = Vec::new();
        for _ in 0..number(program, &mut at)? {
            // Only what is put to a fixed address of the first memory: 0, `i32.const`, the address, `end`.
            let [0, 0x41] = program.get(at..at + 2)? else { return Some(found) };
            at += 2;
            let address = number(program, &mut at)?;
            at += 1;
            let length = number(program, &mut at)?;
            program.get(at..at.checked_add(length)?)?;
            found.push((address, at..at + length));
            at += length;
        }
        return Some(found);
    }
    None
}

/// A number in LEB128, seven bits a byte, the lowest first.
fn number(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &[u8] = b"src/page.rs.";

    /// A module of nothing but a data segment at an address: a path, a place that names it, and one that does not.
    fn module(address: u8) -> Vec<u8> {
        let mut data = PATH.to_vec();
        for word in [u32::from(address), 11, 40, 7, u32::from(address) + 1, 11, 40, 7] {
            data.extend(word.to_le_bytes());
        }
        let segment = [&[1, 0, 0x41, address, 0x0b, data.len() as u8], data.as_slice()].concat();
        [b"\0asm\x01\0\0\0\x01\x01\0".as_slice(), &[DATA, segment.len() as u8], &segment].concat()
    }

    #[test]
    fn places_go_and_all_else_stays() {
        let before = module(16);
        let mut after = before.clone();
        assert_eq!(cleared(&mut after), 1);
        let start = before.len() - 32 - PATH.len();
        assert_eq!(after[..start], before[..start]);
        assert_eq!(after[start..start + 12], *b"\0\0\0\0\0\0\0\0\0\0\0.");
        assert_eq!(after[start + 12..start + 28], [0; 16]);
        assert_eq!(after[start + 28..], before[start + 28..]);
    }

    #[test]
    fn what_is_no_module_stays() {
        for mut bytes in [vec![], b"\0asm\x01\0\0\0\x0b\xff\xff\xff\xff\xff".to_vec(), module(16)[..40].to_vec()] {
            let before = bytes.clone();
            cleared(&mut bytes);
            assert_eq!(bytes, before);
        }
    }
}
