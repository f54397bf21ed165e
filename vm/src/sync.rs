//! Everything two threads may share goes through here.
//!
//! Two worlds, one interface: threads of a host (`std`), and one core with interrupts (a critical section).
//! Only what is used stands here; nothing else in the crate names an atomic, a lock or a counted pointer.

#[cfg(feature = "std")]
mod alarm;
mod apart;
#[cfg(feature = "std")]
mod gate;
mod guarded;
mod hinted;
#[cfg(feature = "std")]
mod threads;
mod turn;

#[cfg(feature = "std")]
pub use alarm::Alarm;
#[cfg(feature = "std")]
pub use gate::{Gate, Pass};
#[cfg(feature = "std")]
pub use threads::{Condvar, Mutex};

pub use apart::{
    Exclusive, Owned, OwnedCell, Place, assert_within, be_scheduler, have_new_process, have_process,
    have_table, held, hold, is_exclusive, scheduler, stand,
};
pub use guarded::{Guarded, Read, Write};
pub use hinted::{Hinted, Idle};
pub use turn::Turn;

#[cfg(target_has_atomic = "ptr")]
pub use alloc::sync::{Arc, Weak};
#[cfg(target_has_atomic = "ptr")]
pub use core::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering, fence};

#[cfg(target_has_atomic = "64")]
pub use core::sync::atomic::AtomicI64;
#[cfg(not(target_has_atomic = "64"))]
pub use portable_atomic::AtomicI64;

#[cfg(not(target_has_atomic = "ptr"))]
pub use portable_atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering, fence};
#[cfg(not(target_has_atomic = "ptr"))]
pub use portable_atomic_util::{Arc, Weak};

/// Lets the other threads of a loop that waits go on.
fn pause(turns: &mut u32) {
    *turns += 1;
    core::hint::spin_loop();
    // So few turns are worth no switch to another thread.
    #[cfg(feature = "std")]
    if *turns > 64 {
        std::thread::yield_now();
    }
}

/// What wakes threads that have nothing to do: there is one thread.
#[cfg(not(feature = "std"))]
#[derive(Debug, Default)]
pub struct Alarm;

#[cfg(not(feature = "std"))]
impl Alarm {
    /// Wakes one who sleeps, if anybody does; whether it did.
    pub fn ring(&self) -> bool {
        false
    }
}

/// A value one party at a time may look at or change, for the length of a closure.
#[derive(Debug)]
pub struct Lock<T> {
    #[cfg(feature = "std")]
    inner: std::sync::Mutex<T>,
    #[cfg(not(feature = "std"))]
    inner: critical_section::Mutex<core::cell::RefCell<T>>,
}

impl<T: Default> Default for Lock<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Lock<T> {
    /// Puts a value behind a lock.
    pub const fn new(value: T) -> Self {
        #[cfg(feature = "std")]
        return Self { inner: std::sync::Mutex::new(value) };
        #[cfg(not(feature = "std"))]
        return Self { inner: critical_section::Mutex::new(core::cell::RefCell::new(value)) };
    }

    /// Runs `act` with the value; a closure must not lock the same value again.
    pub fn with<R>(&self, act: impl FnOnce(&mut T) -> R) -> R {
        #[cfg(feature = "std")]
        // A panic is a bug of ours and ends the run; the value is still whole for the report that follows.
        return act(&mut self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        #[cfg(not(feature = "std"))]
        return critical_section::with(|section| act(&mut self.inner.borrow_ref_mut(section)));
    }
}
