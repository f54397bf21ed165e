//! What wakes threads that have nothing to do.
//!
//! Invariant: who rings after there was something to do wakes one who sleeps, or one who is about to sleep sees it: the
//! sleeper is counted before it looks for the last time. One who sleeps is woken once, however often it rings meanwhile.
//! Deliberately absent: what there is to do.

use core::time::Duration;

use super::{AtomicUsize, Condvar, Mutex, Ordering, fence};

/// An alarm.
#[derive(Debug, Default)]
pub struct Alarm {
    /// How many sleep and were not woken; changed by who has the lock.
    sleepers: AtomicUsize,
    /// How many were woken and have not got up.
    woken: Mutex<usize>,
    rang: Condvar,
}

impl Alarm {
    /// Wakes one who sleeps, if anybody does; whether it did.
    #[inline]
    pub fn ring(&self) -> bool {
        fence(Ordering::SeqCst);
        self.sleepers.load(Ordering::Relaxed) > 0 && self.wake(1)
    }

    /// Wakes all who sleep.
    pub fn ring_all(&self) {
        self.wake(usize::MAX);
    }

    #[cold]
    fn wake(&self, most: usize) -> bool {
        let mut woken = self.woken.lock();
        let sleepers = self.sleepers.load(Ordering::Relaxed);
        let count = sleepers.min(most);
        self.sleepers.store(sleepers - count, Ordering::Relaxed);
        *woken += count;
        for _ in 0..count {
            self.rang.notify_one();
        }
        count > 0
    }

    /// Sleeps until somebody rings, for so long at most, unless `is_idle` says that there is something to do. It may be for
    /// less.
    pub fn sleep(&self, time: Duration, is_idle: impl FnOnce() -> bool) {
        let mut woken = self.woken.lock();
        self.sleepers.fetch_add(1, Ordering::SeqCst);
        fence(Ordering::SeqCst);
        if !is_idle() {
            self.sleepers.fetch_sub(1, Ordering::Relaxed);
            return;
        }
        woken = self.rang.wait_timeout(woken, time);
        if *woken > 0 {
            *woken -= 1;
        } else {
            self.sleepers.fetch_sub(1, Ordering::Relaxed);
        }
    }
}
