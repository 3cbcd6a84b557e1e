//! Many things at once: one function over a list, on every core, its answers handed on in the order of the list.

use std::collections::HashMap;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

/// Fewer than this many things are not worth a thread of their own.
const WORTH_A_THREAD: usize = 64;
/// By how many things the quickest may run ahead of what was handed on: this bounds the memory of answers that wait.
const AHEAD: usize = 256;

/// Hands the answers to `things` to `take`, as if asked one after the other. Each core takes the next thing that nobody has
/// taken, so that a few long ones keep nobody waiting; `take` is called on the caller's thread meanwhile.
pub(crate) fn in_order<T: Sync, A: Send>(things: &[T], answer: impl Fn(&T) -> A + Sync, take: impl FnMut(A)) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    in_order_on(cores.min(things.len() / WORTH_A_THREAD), things, answer, take);
}

fn in_order_on<T: Sync, A: Send>(
    threads: usize,
    things: &[T],
    answer: impl Fn(&T) -> A + Sync,
    mut take: impl FnMut(A),
) {
    if threads < 2 {
        return things.iter().for_each(|thing| take(answer(thing)));
    }
    let gate = Gate::default();
    let (send, answers) = mpsc::channel();
    let work = |send: mpsc::Sender<(usize, A)>| {
        let _stop = StopsAll(&gate);
        while let Some(at) = gate.next(things.len()) {
            // Whoever would take it is gone only if he panicked.
            let _ = send.send((at, answer(&things[at])));
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let send = send.clone();
                scope.spawn(move || work(send))
            })
            .collect();
        drop(send);
        let _stop = StopsAll(&gate);
        let mut waiting = HashMap::new();
        let mut next = 0;
        for (at, answer) in answers {
            waiting.insert(at, answer);
            while let Some(answer) = waiting.remove(&next) {
                take(answer);
                next += 1;
                gate.open_to(next + AHEAD);
            }
        }
        for worker in workers {
            // What goes wrong in one of them goes wrong here.
            worker.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    });
}

/// Which things may be begun.
struct Gate {
    state: Mutex<State>,
    moved: Condvar,
}

struct State {
    next: usize,
    /// Things before this one may be begun.
    open: usize,
    is_stopped: bool,
}

impl Default for Gate {
    fn default() -> Gate {
        Gate { state: Mutex::new(State { next: 0, open: AHEAD, is_stopped: false }), moved: Condvar::new() }
    }
}

impl Gate {
    /// The next thing of so many, once it may be begun.
    fn next(&self, count: usize) -> Option<usize> {
        let mut state = self.state();
        while !state.is_stopped && state.next < count && state.next >= state.open {
            state = self.moved.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let at = state.next;
        state.next += 1;
        (at < count && !state.is_stopped).then_some(at)
    }

    fn open_to(&self, open: usize) {
        self.state().open = open;
        self.moved.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets nobody wait for one who panics.
struct StopsAll<'a>(&'a Gate);

impl Drop for StopsAll<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.state().is_stopped = true;
            self.0.moved.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn the_answers_come_in_the_order_of_the_things() {
        for count in [0, 1, 2, 1_000] {
            let things: Vec<usize> = (0..count).collect();
            let squares: Vec<usize> = things.iter().map(|thing| thing * thing).collect();
            for threads in [0, 1, 2, 7] {
                let mut taken = Vec::new();
                in_order_on(threads, &things, |thing| thing * thing, |square| taken.push(square));
                assert_eq!(taken, squares, "{count} on {threads} threads");
            }
        }
    }

    #[test]
    fn nobody_waits_for_one_who_panics() {
        let things: Vec<usize> = (0..5 * AHEAD).collect();
        let fails = |thing: &usize| assert!(*thing != 7, "seven");
        assert!(catch_unwind(|| in_order_on(3, &things, fails, |()| ())).is_err());
        let take = |thing: usize| assert!(thing != 7, "seven");
        assert!(catch_unwind(AssertUnwindSafe(|| in_order_on(3, &things, |thing| *thing, take))).is_err());
    }
}
