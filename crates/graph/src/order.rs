//! Sorting, compiled once. Every sort of the standard library is a copy of its own for its type and its
//! comparison, some six kilobytes of the page each; here two serve all.

use std::cmp::Ordering;

/// Sorts indices stably.
pub fn sort(indices: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    indices.sort_by(|one, other| compare(*one, *other));
}

/// Sorts numbers, the least first.
#[inline(never)]
pub fn sort_numbers(numbers: &mut [u32]) {
    numbers.sort_unstable();
}
