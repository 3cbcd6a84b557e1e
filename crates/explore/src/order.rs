//! Sorting, compiled once. Every sort of the standard library is a copy of its own for its type and its comparison, some six
//! kilobytes of the page each; here one sort of numbers serves all.

use std::cmp::Ordering;

/// Sorts stably.
pub(crate) fn sort<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|one, other| compare(&items[one as usize], &items[other as usize]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| taken[at as usize].take()));
}

/// Sorts stably by a key that is made once for each item.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order(items.len(), &|one, other| keys[one as usize].cmp(&keys[other as usize]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| taken[at as usize].take()));
}

fn order(length: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..length as u32).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
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
}
