//! Strings in few bytes: a slug that its name makes is left out, and of what begins like one of the last three only the rest is
//! there. Three lists: what each begins like, how long its rest is, the rests.

use crate::postings::{push_long, take_long};

/// The next string makes it.
const SLUG: u64 = 255;
/// It begins like one of so many before it, in so many bytes at most.
const BACK: usize = 3;
const MOST: usize = 60;

/// Strings that lie end to end, by their offsets.
pub(super) fn push_strings(offsets: &[u32], bytes: &[u8], slight: &mut Vec<u8>) {
    let strings: Vec<&[u8]> =
        offsets.windows(2).map(|ends| bytes.get(ends[0] as usize..ends[1] as usize).unwrap_or_default()).collect();
    let (mut starts, mut lengths, mut rests) = (Vec::new(), Vec::new(), Vec::new());
    let mut follows_slug = false;
    for (at, string) in strings.iter().enumerate() {
        if !string.is_empty() && strings.get(at + 1).is_some_and(|name| slug(name) == *string) {
            push_long(SLUG, &mut starts);
            follows_slug = true;
            continue;
        }
        let shared = |back: &usize| {
            // A slug is known when its name is.
            let is_known = *back > 1 || !follows_slug;
            let other = at.checked_sub(*back).filter(|_| is_known).map_or(&[][..], |other| strings[other]);
            string.iter().zip(other).take(MOST).take_while(|(one, other)| one == other).count()
        };
        let back = (1..=BACK).rev().max_by_key(shared).unwrap_or(1);
        let shared = shared(&back);
        follows_slug = false;
        push_long((shared << 2 | back) as u64, &mut starts);
        push_long((string.len() - shared) as u64, &mut lengths);
        rests.extend_from_slice(&string[shared..]);
    }
    for list in [starts, lengths, rests] {
        push_long(list.len() as u64, slight);
        slight.extend_from_slice(&list);
    }
}

/// The offsets and the strings. A string is no longer than what is there and what it begins like, so that the memory they take is bounded.
pub(super) fn take_strings(slight: &mut &[u8]) -> Option<(Vec<u32>, Vec<u8>)> {
    let mut list = || {
        let length = usize::try_from(take_long(slight)?).ok()?;
        let (list, rest) = slight.split_at_checked(length)?;
        *slight = rest;
        Some(list)
    };
    let (mut starts, mut lengths, mut rests) = (list()?, list()?, list()?);
    let mut strings: Vec<Vec<u8>> = Vec::new();
    let mut slug_waits = false;
    while !starts.is_empty() {
        let start = take_long(&mut starts)?;
        if start == SLUG {
            slug_waits = true;
            strings.push(Vec::new());
            continue;
        }
        let (shared, back) = (usize::try_from(start >> 2).ok()?.min(MOST), start as usize & 3);
        let other = strings.len().checked_sub(back).and_then(|other| strings.get(other));
        let mut string = other.and_then(|other| other.get(..shared)).unwrap_or_default().to_vec();
        let (rest, others) = rests.split_at_checked(usize::try_from(take_long(&mut lengths)?).ok()?)?;
        string.extend_from_slice(rest);
        rests = others;
        if std::mem::take(&mut slug_waits)
            && let Some(waiting) = strings.last_mut()
        {
            *waiting = slug(&string);
        }
        strings.push(string);
    }
    let mut offsets = vec![0];
    let mut bytes = Vec::new();
    for string in strings {
        bytes.extend_from_slice(&string);
        offsets.push(u32::try_from(bytes.len()).ok()?);
    }
    Some((offsets, bytes))
}

/// Letters and digits of ASCII in lower case, of all else between them one hyphen: what the compiler makes of most names.
fn slug(name: &[u8]) -> Vec<u8> {
    let mut slug = Vec::with_capacity(name.len());
    for byte in name {
        if byte.is_ascii_alphanumeric() {
            slug.push(byte.to_ascii_lowercase());
        } else if slug.last().is_some_and(|last| *last != b'-') {
            slug.push(b'-');
        }
    }
    if slug.last() == Some(&b'-') {
        slug.pop();
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn taken_again(strings: &[&str]) -> (Vec<u8>, bool) {
        let mut offsets = vec![0];
        let bytes = strings.concat().into_bytes();
        for string in strings {
            offsets.push(offsets[offsets.len() - 1] + string.len() as u32);
        }
        let mut slight = Vec::new();
        push_strings(&offsets, &bytes, &mut slight);
        let mut rest = slight.as_slice();
        let is_same = take_strings(&mut rest) == Some((offsets, bytes)) && rest.is_empty();
        (slight, is_same)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_taken_out_is_what_was_put_in(strings in prop::collection::vec("[ab A-]{0,4}|\\PC{0,90}", 0..30)) {
            let mut strings: Vec<&str> = strings.iter().map(String::as_str).collect();
            // Each stands once in an archive.
            strings.dedup();
            prop_assert!(taken_again(&strings).1);
        }

        #[test]
        fn any_bytes_are_strings_or_none(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Some((offsets, strings)) = take_strings(&mut bytes.as_slice()) {
                prop_assert!(offsets.is_sorted() && offsets.last() == Some(&(strings.len() as u32)));
                prop_assert!(strings.len() <= bytes.len() * (MOST + 1));
            }
        }
    }

    #[test]
    fn a_slug_and_what_begins_alike_cost_little() {
        let (slight, is_same) = taken_again(&["ann-o-hill", "Ann O\u{2019}Hill", "speech-1001", "speech-1002"]);
        assert!(is_same && slight.len() < 45, "{} bytes", slight.len());
        assert!(!String::from_utf8_lossy(&slight).contains("ann"));
    }
}
