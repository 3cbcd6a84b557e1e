//! One sort of indices for the whole crate: each sort of the standard library is a copy for its comparison, kilobytes each in the page.

use std::cmp::Ordering;

/// Sorts indices stably.
pub(crate) fn sort(indices: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    indices.sort_by(|one, other| compare(*one, *other));
}
