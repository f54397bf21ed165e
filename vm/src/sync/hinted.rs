//! A guarded value that mostly is idle, which can be seen without its lock.
//!
//! It can be seen from outside the gate, too. Invariant: whoever changed the value says, before the next one has it, what
//! is to be seen of it now. Who looks without the lock may see it a moment late.
//! Deliberately absent: waiting for it to have something to do.

use core::ops::{Deref, DerefMut};

use super::guarded::{Guarded, Read, Write};
use super::{AtomicU32, Ordering};

/// What mostly has nothing to do.
pub trait Idle {
    /// Whether it has nothing to do.
    fn is_idle(&self) -> bool;

    /// What is to be seen of it: 0 while it is idle.
    #[inline]
    fn hint(&self) -> u32 {
        u32::from(!self.is_idle())
    }
}

impl<T> Idle for Option<T> {
    fn is_idle(&self) -> bool {
        self.is_none()
    }
}

/// A guarded value, and what is seen of it.
#[derive(Debug, Default)]
pub struct Hinted<T> {
    value: Guarded<T>,
    hint: AtomicU32,
}

/// The value, to be changed.
pub struct Change<'g, T: Idle> {
    value: Write<'g, T>,
    hint: &'g AtomicU32,
}

impl<T: Idle> Hinted<T> {
    /// Puts a value behind a lock.
    pub fn new(value: T) -> Hinted<T> {
        let hint = AtomicU32::new(value.hint());
        Hinted { value: Guarded::new(value), hint }
    }

    /// Whether it has nothing to do, as far as was seen.
    #[inline(always)]
    pub fn is_idle(&self) -> bool {
        self.hint() == 0
    }

    /// What was seen of it.
    #[inline(always)]
    pub fn hint(&self) -> u32 {
        self.hint.load(Ordering::Relaxed)
    }

    /// The value, to be read.
    #[inline]
    pub fn borrow(&self) -> Read<'_, T> {
        self.value.borrow()
    }

    /// The value, to be changed.
    #[inline]
    pub fn borrow_mut(&self) -> Change<'_, T> {
        Change { value: self.value.borrow_mut(), hint: &self.hint }
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
        self.hint.store(self.value.hint(), Ordering::Relaxed);
    }
}
