//! Everything two threads may share goes through here.
//!
//! Three worlds, one interface: threads of a host (`std`), and one core with interrupts (a critical section).
//! Only what is used stands here; nothing else in the crate names an atomic, a lock or a counted pointer.

#[cfg(target_has_atomic = "ptr")]
pub use alloc::sync::Arc;
#[cfg(target_has_atomic = "ptr")]
pub use core::sync::atomic::{AtomicUsize, Ordering};

#[cfg(not(target_has_atomic = "ptr"))]
pub use portable_atomic::{AtomicUsize, Ordering};
#[cfg(not(target_has_atomic = "ptr"))]
pub use portable_atomic_util::Arc;

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
