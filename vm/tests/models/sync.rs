//! The machine's own locks, gate, alarm and turn, on loom's threads.
//!
//! The files are those of `vm/src/sync`; what they import from the room above them is loom's here, and every value may be
//! met by several threads.

#[path = "../../src/sync/alarm.rs"]
mod alarm;
#[path = "../../src/sync/gate.rs"]
mod gate;
#[path = "../../src/sync/guarded.rs"]
pub mod spinning;
#[path = "../../src/sync/hinted.rs"]
mod hinted;
#[path = "../../src/sync/turn.rs"]
mod turn;

use core::time::Duration;

pub use alarm::Alarm;
pub use gate::{Gate, Pass};
pub use hinted::{Hinted, Idle};
pub use loom::sync::MutexGuard;
pub use loom::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering, fence};
pub use turn::Turn;

loom::thread_local! {
    static SCHEDULER: core::cell::Cell<usize> = core::cell::Cell::new(0);
}

/// The number of the scheduler that this thread is.
pub fn scheduler() -> usize {
    SCHEDULER.with(core::cell::Cell::get)
}

/// Says which scheduler this thread is.
pub fn be_scheduler(number: usize) {
    SCHEDULER.with(|own| own.set(number));
}

loom::thread_local! {
    static IS_EXCLUSIVE: core::cell::Cell<bool> = core::cell::Cell::new(false);
}

/// Whether no other thread is within; a thread that has not said so may be met by others.
pub fn is_exclusive() -> bool {
    IS_EXCLUSIVE.with(core::cell::Cell::get)
}

/// Says whether this thread has the gate exclusively.
pub fn be_exclusive(is_exclusive: bool) {
    IS_EXCLUSIVE.with(|own| own.set(is_exclusive));
}

fn assert_within() {}

fn pause(_: &mut u32) {
    loom::thread::yield_now();
}

#[derive(Debug, Default)]
pub struct Mutex<T>(loom::sync::Mutex<T>);

impl<T> Mutex<T> {
    pub fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().expect("no thread panics")
    }
}

mod guarded {
    //! Stands in for the lock that spins, which has a model of its own: of spinning, loom would try every turn.

    use super::Mutex;
    pub use loom::sync::{MutexGuard as Read, MutexGuard as Write};

    #[derive(Debug, Default)]
    pub struct Guarded<T>(Mutex<T>);

    impl<T> Guarded<T> {
        pub fn new(value: T) -> Self {
            Guarded(Mutex(loom::sync::Mutex::new(value)))
        }

        pub fn borrow(&self) -> Read<'_, T> {
            self.0.lock()
        }

        pub fn borrow_mut(&self) -> Write<'_, T> {
            self.0.lock()
        }
    }
}

#[derive(Debug, Default)]
pub struct Condvar(loom::sync::Condvar);

impl Condvar {
    pub fn wait<'m, T>(&self, value: MutexGuard<'m, T>) -> MutexGuard<'m, T> {
        self.0.wait(value).expect("no thread panics")
    }

    /// Never times out: a wake that is lost is a deadlock, which loom finds.
    pub fn wait_timeout<'m, T>(&self, value: MutexGuard<'m, T>, time: Duration) -> MutexGuard<'m, T> {
        self.0.wait_timeout(value, time).expect("no thread panics").0
    }

    pub fn notify_one(&self) {
        self.0.notify_one();
    }

    pub fn notify_all(&self) {
        self.0.notify_all();
    }
}
