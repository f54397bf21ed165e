//! A guarded value that mostly is idle, which can be seen without its lock.
//!
//! Invariant: whoever changed the value says, before the next one has it, whether it is idle now. Who looks without the lock
//! may see it a moment late.
//! Deliberately absent: waiting for it to have something to do.

use core::ops::{Deref, DerefMut};

use super::guarded::{Guarded, Read, Write};
use super::{AtomicBool, Ordering};

/// What mostly has nothing to do.
pub trait Idle {
    /// Whether it has nothing to do.
    fn is_idle(&self) -> bool;
}

impl<T> Idle for Option<T> {
    fn is_idle(&self) -> bool {
        self.is_none()
    }
}

/// A guarded value, and whether it has something to do.
#[derive(Debug, Default)]
pub struct Hinted<T> {
    value: Guarded<T>,
    is_busy: AtomicBool,
}

/// The value, to be changed.
pub struct Change<'g, T: Idle> {
    value: Write<'g, T>,
    is_busy: &'g AtomicBool,
}

impl<T: Idle> Hinted<T> {
    /// Puts a value behind a lock.
    pub fn new(value: T) -> Hinted<T> {
        let is_busy = AtomicBool::new(!value.is_idle());
        Hinted { value: Guarded::new(value), is_busy }
    }

    /// Whether it has nothing to do, as far as was seen.
    #[inline(always)]
    pub fn is_idle(&self) -> bool {
        !self.is_busy.load(Ordering::Relaxed)
    }

    /// The value, to be read.
    #[inline]
    pub fn borrow(&self) -> Read<'_, T> {
        self.value.borrow()
    }

    /// The value, to be changed.
    #[inline]
    pub fn borrow_mut(&self) -> Change<'_, T> {
        Change { value: self.value.borrow_mut(), is_busy: &self.is_busy }
    }

    /// Another value; the one before.
    pub fn replace(&self, value: T) -> T {
        core::mem::replace(&mut self.borrow_mut(), value)
    }
}

impl<T: Idle> Deref for Change<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Idle> DerefMut for Change<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: Idle> Drop for Change<'_, T> {
    #[inline]
    fn drop(&mut self) {
        self.is_busy.store(!self.value.is_idle(), Ordering::Relaxed);
    }
}
