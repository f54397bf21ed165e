//! The mutex and the condition variable of a host's threads.

use core::time::Duration;
use std::sync::PoisonError;

pub use std::sync::MutexGuard;

/// A value that one thread has at a time. A panic is a bug of ours and ends the run: the value is still whole for what is
/// said then.
#[derive(Debug, Default)]
pub struct Mutex<T>(std::sync::Mutex<T>);

impl<T> Mutex<T> {
    /// Puts a value behind a mutex.
    pub const fn new(value: T) -> Self {
        Mutex(std::sync::Mutex::new(value))
    }

    /// The value, once nobody else has it.
    pub fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What threads wait at for a change of a value.
#[derive(Debug, Default)]
pub struct Condvar(std::sync::Condvar);

impl Condvar {
    /// Waits, without the value, until somebody notifies.
    pub fn wait<'m, T>(&self, value: MutexGuard<'m, T>) -> MutexGuard<'m, T> {
        self.0.wait(value).unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits so long at most.
    pub fn wait_timeout<'m, T>(&self, value: MutexGuard<'m, T>, time: Duration) -> MutexGuard<'m, T> {
        self.0.wait_timeout(value, time).unwrap_or_else(PoisonError::into_inner).0
    }

    /// Wakes one who waits.
    pub fn notify_one(&self) {
        self.0.notify_one();
    }

    /// Wakes all who wait.
    pub fn notify_all(&self) {
        self.0.notify_all();
    }
}
