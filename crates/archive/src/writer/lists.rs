//! Lists laid end to end.

/// Where each list begins, and the values of all.
#[derive(Clone, Debug)]
pub(super) struct Lists {
    pub(super) offsets: Vec<u32>,
    pub(super) values: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Lists {
        Lists { offsets: vec![0], values: Vec::new() }
    }
}

impl Lists {
    pub(super) fn of(lists: impl Iterator<Item = Vec<u32>>) -> Lists {
        let mut all = Lists::default();
        lists.for_each(|list| all.push(&list));
        all
    }

    pub(super) fn push(&mut self, list: &[u32]) {
        self.values.extend_from_slice(list);
        self.offsets.push(self.values.len() as u32);
    }

    pub(super) fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    pub(super) fn list(&self, at: usize) -> &[u32] {
        &self.values[self.offsets[at] as usize..self.offsets[at + 1] as usize]
    }

    /// Puts `numbers[5]` for 5; then each list is ascending, and holds a number once.
    pub(super) fn number(&mut self, numbers: &[u32]) {
        let mut kept = 0;
        let mut start = 0;
        for end in self.offsets.iter_mut().skip(1) {
            let list = &mut self.values[start..*end as usize];
            start = *end as usize;
            list.iter_mut().for_each(|value| *value = numbers[*value as usize]);
            list.sort_unstable();
            let first = kept;
            for at in start - list.len()..start {
                let value = self.values[at];
                if kept == first || self.values[kept - 1] != value {
                    self.values[kept] = value;
                    kept += 1;
                }
            }
            *end = kept as u32;
        }
        self.values.truncate(kept);
    }

    /// For each of `count` values the lists it stands in, ascending.
    pub(super) fn turned(&self, count: usize) -> Lists {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_lists_are_ascending_and_hold_a_number_once() {
        let mut lists = Lists::of([vec![0, 1, 2], vec![], vec![3, 0, 3], vec![2]].into_iter());
        lists.number(&[9, 4, 9, 1]);
        let found: Vec<&[u32]> = (0..lists.len()).map(|at| lists.list(at)).collect();
        assert_eq!(found, [&[4, 9][..], &[], &[1, 9], &[9]]);
    }
}
