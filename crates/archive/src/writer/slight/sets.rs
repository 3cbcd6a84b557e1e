//! Sets of numbers in few bits: the middle number of each within the range that is left to it, then the halves on either side
//! (binary interpolative coding: Moffat and Stuiver 2000). Common values cost little, and what stands together costs less.
//!
//! All sets are of numbers below one limit. How many each has stands elsewhere; a set of all there are takes no bits at all.

/// Bits, the lowest of a byte first.
#[derive(Default)]
pub(super) struct Bits {
    bytes: Vec<u8>,
    /// Not yet in bytes, and how many.
    rest: u64,
    count: u32,
}

impl Bits {
    /// The lowest `count` bits of `number`, at most 32.
    fn push(&mut self, number: u32, count: u32) {
        self.rest |= u64::from(number) << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.rest as u8);
            self.rest >>= 8;
            self.count -= 8;
        }
    }

    /// Puts in an ascending set of numbers from `low` to `high`.
    pub(super) fn push_set(&mut self, set: &[u32], low: u32, high: u32) {
        let Some((range, at)) = middle(set.len(), low, high) else { return };
        let (number, turn) = (set[at], Turn::of(range));
        let place = turn.forth(number - low - at as u32);
        if place < turn.short {
            self.push(place, turn.bits - 1);
        } else {
            // One bit more, whose first are those of no short one.
            let place = place - turn.short;
            self.push(turn.short + place / 2, turn.bits - 1);
            self.push(place % 2, 1);
        }
        self.push_set(&set[..at], low, number.wrapping_sub(1));
        self.push_set(&set[at + 1..], number + 1, high);
    }

    /// What was put in.
    pub(super) fn finished(mut self) -> Vec<u8> {
        let missing = (8 - self.count % 8) % 8;
        self.push(0, missing);
        self.bytes
    }
}

/// What is read of bits; beyond their end there are none but zeros.
pub(super) struct Read<'a> {
    bytes: &'a [u8],
    rest: u64,
    count: u32,
    is_beyond: bool,
}

impl<'a> Read<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Read<'a> {
        Read { bytes, rest: 0, count: 0, is_beyond: false }
    }

    /// Whether as many bytes were read as there are.
    pub(super) fn is_at_end(&self) -> bool {
        self.bytes.is_empty() && !self.is_beyond
    }

    fn take(&mut self, count: u32) -> u32 {
        while self.count < count {
            match self.bytes.split_first() {
                Some((byte, rest)) => {
                    self.rest |= u64::from(*byte) << self.count;
                    self.bytes = rest;
                }
                None => self.is_beyond = true,
            }
            self.count += 8;
        }
        let taken = self.rest & ((1 << count) - 1);
        self.rest >>= count;
        self.count -= count;
        taken as u32
    }

    /// The set that `push_set` has put in. Whatever the bits are, its numbers ascend and none is above `high`.
    pub(super) fn take_set(&mut self, set: &mut [u32], low: u32, high: u32) {
        let Some((range, at)) = middle(set.len(), low, high) else {
            set.iter_mut().zip(low..).for_each(|(number, all)| *number = all);
            return;
        };
        let turn = Turn::of(range);
        let mut place = self.take(turn.bits - 1);
        if place >= turn.short {
            place = turn.short + ((place - turn.short) * 2 + self.take(1));
        }
        let number = low + at as u32 + turn.back(place.min(range - 1));
        set[at] = number;
        let (before, after) = set.split_at_mut(at);
        self.take_set(before, low, number.wrapping_sub(1));
        self.take_set(&mut after[1..], number.saturating_add(1), high);
    }
}

/// Of the middle number of a set of so many numbers: how many it can be, and its place; `None` where all of them follow.
fn middle(count: usize, low: u32, high: u32) -> Option<(u32, usize)> {
    if count == 0 {
        return None;
    }
    let spare = (high - low + 1).checked_sub(count as u32).filter(|spare| *spare > 0)?;
    Some((spare + 1, count / 2))
}

/// A number below a range in as few bits as go: those in the middle, which are likelier, in one less.
struct Turn {
    range: u32,
    bits: u32,
    /// How many have one bit less.
    short: u32,
    /// The first of these.
    first: u32,
}

impl Turn {
    /// `range` is two at least.
    fn of(range: u32) -> Turn {
        let bits = u32::BITS - (range - 1).leading_zeros();
        let short = ((1_u64 << bits) - u64::from(range)) as u32;
        Turn { range, bits, short, first: (range - short) / 2 }
    }

    fn forth(&self, number: u32) -> u32 {
        let place = number + self.range - self.first;
        if place >= self.range { place - self.range } else { place }
    }

    fn back(&self, place: u32) -> u32 {
        let number = place + self.first;
        if number >= self.range { number - self.range } else { number }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_taken_out_is_what_was_put_in(
            sets in prop::collection::vec(prop::collection::btree_set(0..300_u32, 0..300), 0..6), limit in 300..70_000_u32,
        ) {
            let mut bits = Bits::default();
            let sets: Vec<Vec<u32>> = sets.into_iter().map(|set| set.into_iter().collect()).collect();
            sets.iter().for_each(|set| bits.push_set(set, 0, limit - 1));
            let bytes = bits.finished();
            let mut read = Read::of(&bytes);
            for set in sets {
                let mut taken = vec![0; set.len()];
                read.take_set(&mut taken, 0, limit - 1);
                prop_assert_eq!(taken, set);
            }
            prop_assert!(read.is_at_end());
        }

        #[test]
        fn any_bits_are_a_set(bytes in prop::collection::vec(any::<u8>(), 0..200), count in 0..500_usize, more in 0..900_u32) {
            let high = (count as u32 + more).saturating_sub(1);
            let mut taken = vec![0; count];
            Read::of(&bytes).take_set(&mut taken, 0, high);
            prop_assert!(taken.is_sorted_by(|one, other| one < other) && taken.iter().all(|number| *number <= high));
        }
    }

    #[test]
    fn a_set_of_all_takes_no_bits() {
        let mut bits = Bits::default();
        bits.push_set(&[0, 1, 2, 3], 0, 3);
        assert!(bits.finished().is_empty());
    }
}
