//! Sorting, compiled once. Every sort of the standard library is a copy of its own for its type and its comparison, some six
//! kilobytes of the page each; these two serve all, with half a kilobyte each.

use std::cmp::Ordering;

/// Sorts indices stably: merge sort from the bottom up, which copies where two runs are in order already.
pub fn sort(indices: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    let mut merged = Vec::with_capacity(indices.len());
    let mut width = 1;
    while width < indices.len() {
        merged.clear();
        for runs in indices.chunks(2 * width) {
            let (mut first, mut second) = runs.split_at(width.min(runs.len()));
            while let ([one, ones @ ..], [other, others @ ..]) = (first, second) {
                if compare(*one, *other) == Ordering::Greater {
                    merged.push(*other);
                    second = others;
                } else {
                    merged.push(*one);
                    first = ones;
                }
            }
            merged.extend_from_slice(first);
            merged.extend_from_slice(second);
        }
        indices.copy_from_slice(&merged);
        width *= 2;
    }
}

/// Below this many, numbers are put in by one among those before it.
const FEW: usize = 32;

/// Sorts numbers, the least first: by insertion where there are few, else byte by byte, the lowest first.
#[inline(never)]
pub fn sort_numbers(numbers: &mut [u32]) {
    if numbers.len() < FEW {
        for end in 1..numbers.len() {
            let mut at = end;
            while at > 0 && numbers[at - 1] > numbers[at] {
                numbers.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    let greatest = numbers.iter().fold(0, |greatest, number| greatest | number);
    let mut sorted = vec![0; numbers.len()];
    for shift in (0..32).step_by(8).take_while(|shift| greatest >> shift > 0) {
        let digit = |number: u32| (number >> shift) as usize & 255;
        let mut places = [0; 256];
        numbers.iter().for_each(|number| places[digit(*number)] += 1);
        let mut next = 0;
        for place in &mut places {
            (*place, next) = (next, next + *place);
        }
        for number in numbers.iter() {
            let place = &mut places[digit(*number)];
            sorted[*place] = *number;
            *place += 1;
        }
        numbers.copy_from_slice(&sorted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without an order, each time the same.
    fn numbers(count: u32, below: u32) -> Vec<u32> {
        (0..count).map(|at| at.wrapping_mul(2_654_435_761).rotate_left(at % 31) % below).collect()
    }

    #[test]
    fn indices_are_sorted_as_the_standard_library_sorts_them() {
        for count in [0, 1, 2, 3, 7, 8, 9, 100, 1000] {
            let keys = numbers(count, 50);
            let compare = |one: usize, other: usize| keys[one].cmp(&keys[other]);
            let mut sorted: Vec<usize> = (0..keys.len()).collect();
            let mut expected = sorted.clone();
            sort(&mut sorted, &compare);
            expected.sort_by(|one, other| compare(*one, *other));
            assert_eq!(sorted, expected, "{count}");
        }
    }

    #[test]
    fn numbers_are_sorted_as_the_standard_library_sorts_them() {
        for count in [0, 1, 2, 31, 32, 33, 1000] {
            for below in [1, 200, 70_000, u32::MAX] {
                let mut sorted = numbers(count, below);
                let mut expected = sorted.clone();
                sort_numbers(&mut sorted);
                expected.sort_unstable();
                assert_eq!(sorted, expected, "{count} below {below}");
            }
        }
    }
}
