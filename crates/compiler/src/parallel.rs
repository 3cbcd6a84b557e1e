//! Many things at once: one function over a list, on every core, its answers in the order of the list.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Fewer than this many things are not worth a thread of their own.
const WORTH_A_THREAD: usize = 64;

/// The answers to `things`, as if asked one after the other. Each core takes the next thing that nobody has taken, so that a few
/// long ones keep nobody waiting.
pub(crate) fn map<T: Sync, A: Send>(things: &[T], answer: impl Fn(&T) -> A + Sync) -> Vec<A> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    map_on(cores.min(things.len() / WORTH_A_THREAD), things, answer)
}

fn map_on<T: Sync, A: Send>(threads: usize, things: &[T], answer: impl Fn(&T) -> A + Sync) -> Vec<A> {
    if threads < 2 {
        return things.iter().map(answer).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut answers = Vec::with_capacity(things.len() / threads);
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else { return answers };
            answers.push((at, answer(thing)));
        }
    };
    let mut answers = Vec::with_capacity(things.len());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            // What goes wrong in one of them goes wrong here.
            answers.append(&mut worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
    });
    answers.sort_unstable_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answers_stand_in_the_order_of_the_things() {
        for count in [0, 1, 2, 1_000] {
            let things: Vec<usize> = (0..count).collect();
            let squares: Vec<usize> = things.iter().map(|thing| thing * thing).collect();
            for threads in [0, 1, 2, 7] {
                assert_eq!(map_on(threads, &things, |thing| thing * thing), squares, "{count} on {threads} threads");
            }
        }
    }
}
