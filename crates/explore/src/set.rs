//! Sets of documents, passages or blocks: one bit a member, so that filters are word-wise AND and OR.

use archive::List;

/// A set of numbers below a fixed length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    words: Vec<u64>,
    length: usize,
}

impl Set {
    pub(crate) fn empty(length: usize) -> Set {
        Set { words: vec![0; length.div_ceil(64)], length }
    }

    pub(crate) fn full(length: usize) -> Set {
        let mut set = Set { words: vec![u64::MAX; length.div_ceil(64)], length };
        if let Some(last) = set.words.last_mut()
            && !length.is_multiple_of(64)
        {
            *last = (1 << (length % 64)) - 1;
        }
        set
    }

    pub(crate) fn from_list(length: usize, list: List<'_>) -> Set {
        Set::of(length, list.iter().map(|member| member.get()))
    }

    /// Of numbers below `length`.
    // In a plain loop over a slice: where the program is compiled for size, all else is a call for each number.
    #[inline(always)]
    pub(crate) fn of(length: usize, members: impl Iterator<Item = u32>) -> Set {
        let mut set = Set::empty(length);
        let words = set.words.as_mut_slice();
        for member in members {
            if let Some(word) = words.get_mut(member as usize / 64) {
                *word |= 1 << (member % 64);
            }
        }
        set
    }

    pub(crate) fn contains(&self, member: u32) -> bool {
        self.words.get(member as usize / 64).is_some_and(|word| word >> (member % 64) & 1 == 1)
    }

    pub(crate) fn insert(&mut self, member: u32) {
        if (member as usize) < self.length {
            self.words[member as usize / 64] |= 1 << (member % 64);
        }
    }

    /// Numbers from `start` to before `end`.
    pub(crate) fn insert_range(&mut self, range: std::ops::Range<u32>) {
        let (mut at, end) = (range.start as usize, (range.end as usize).min(self.length));
        while at < end {
            let (word, bit) = (at / 64, at % 64);
            let many = (64 - bit).min(end - at);
            self.words[word] |= (u64::MAX >> (64 - many)) << bit;
            at += many;
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many members lie in a range.
    pub(crate) fn count_in(&self, range: std::ops::Range<u32>) -> usize {
        let (mut at, end) = (range.start as usize, (range.end as usize).min(self.length));
        let mut count = 0;
        while at < end {
            let (word, bit) = (at / 64, at % 64);
            let many = (64 - bit).min(end - at);
            count += (self.words[word] >> bit << (64 - many)).count_ones() as usize;
            at += many;
        }
        count
    }

    /// The members as a range, if they are one.
    pub(crate) fn as_range(&self) -> Option<std::ops::Range<u32>> {
        let first = self.words.iter().position(|word| *word != 0)?;
        let start = first as u32 * 64 + self.words[first].trailing_zeros();
        let end = start + self.count() as u32;
        (self.count_in(start..end) == (end - start) as usize).then_some(start..end)
    }

    pub(crate) fn keep(&mut self, other: &Set) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    pub(crate) fn add(&mut self, other: &Set) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    pub(crate) fn take(&mut self, other: &Set) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Ascending; where members are many, quicker than the iterator.
    pub(crate) fn for_each(&self, mut each: impl FnMut(u32)) {
        for (at, word) in self.words.iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                each(at as u32 * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// Ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                (bit < 64).then(|| {
                    rest &= rest - 1;
                    at as u32 * 64 + bit
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_its_numbers() {
        for (length, range) in [(200, 0..200), (200, 3..5), (200, 63..64), (200, 60..140), (100, 64..900)] {
            let (mut one, mut other) = (Set::empty(length), Set::empty(length));
            one.insert_range(range.clone());
            range.for_each(|number| other.insert(number));
            assert_eq!(one, other);
            let mut members = Vec::new();
            one.for_each(|member| members.push(member));
            assert_eq!(members, other.iter().collect::<Vec<u32>>());
            assert_eq!(one.as_range(), members.first().map(|first| *first..members[members.len() - 1] + 1));
            for part in [0..200, 0..1, 61..67, 5..64, 64..128, 90..300] {
                let inside = members.iter().filter(|member| part.contains(*member)).count();
                assert_eq!(one.count_in(part), inside);
            }
            one.insert(199);
            one.insert(0);
            assert_eq!(one.as_range().is_some(), one.count() == length || one.count() == 1);
        }
    }
}
