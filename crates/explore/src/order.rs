//! Sorting by way of the one sort of indices there is (see `graph::order`).

use std::cmp::Ordering;

/// Sorts stably.
pub(crate) fn sort<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for (one, other) in swaps(items.len(), &|one, other| compare(&items[one], &items[other])) {
        items.swap(one, other);
    }
}

/// Sorts stably by a key that is made once for each item.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    for (one, other) in swaps(items.len(), &|one, other| keys[one].cmp(&keys[other])) {
        items.swap(one, other);
    }
}

/// The first `most` items, those of the greatest number first, ties in an order of their own, which is asked for only where
/// it decides.
pub(crate) fn first_by<T>(
    mut items: Vec<T>,
    most: usize,
    number: impl Fn(&T) -> u32,
    tie: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    if items.len() > most {
        let mut numbers: Vec<u32> = items.iter().map(&number).collect();
        graph::order::sort_numbers(&mut numbers);
        let least = most.checked_sub(1).map_or(u32::MAX, |last| numbers[numbers.len() - 1 - last]);
        items.retain(|item| number(item) >= least);
    }
    sort(&mut items, |one, other| number(other).cmp(&number(one)).then_with(|| tie(one, other)));
    items.truncate(most);
    items
}

/// What brings items into order when done one after the other. No type of theirs is in it: it is compiled once.
fn swaps(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..length).collect();
    // Which item stands where, and where each stands, after the swaps so far.
    let (mut standing, mut places) = (order.clone(), order.clone());
    graph::order::sort(&mut order, compare);
    let mut swaps = Vec::new();
    for (place, item) in order.into_iter().enumerate() {
        let from = places[item];
        if from != place {
            let other = standing[place];
            (standing[from], places[other]) = (other, from);
            swaps.push((place, from));
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec!["bb", "a", "cc", "d"];
        sort_by_key(&mut items, |item| item.len());
        assert_eq!(items, ["a", "d", "bb", "cc"]);
        sort(&mut items, |one, other| other.cmp(one));
        assert_eq!(items, ["d", "cc", "bb", "a"]);
    }

    #[test]
    fn the_first_are_those_that_sorting_would_put_first() {
        let items = vec![(3, 'd'), (1, 'a'), (3, 'b'), (2, 'c'), (2, 'a'), (u32::MAX, 'z')];
        let tie = |one: &(u32, char), other: &(u32, char)| one.1.cmp(&other.1);
        let all = [(u32::MAX, 'z'), (3, 'b'), (3, 'd'), (2, 'a'), (2, 'c'), (1, 'a')];
        for most in 0..8 {
            assert_eq!(first_by(items.clone(), most, |item| item.0, tie), all[..most.min(6)]);
        }
    }
}
