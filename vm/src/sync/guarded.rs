//! A value that all schedulers within the gate may change, one at a time.
//!
//! Invariants: there is one writer and no reader, or no writer and any number of readers. For a thread that runs exclusively,
//! two parties in each other's way are a bug, which panics as with a `RefCell`, and nothing is locked; beside others whoever
//! comes second waits, spinning, for what is held for a few instructions only. Nobody holds one on the way in or out, nor
//! comes to one from outside, which is checked where assertions are.
//! Deliberately absent: fairness, and waiting for long. Nobody holds one across a call of Erlang code.
#![expect(unsafe_code, reason = "the lock's state says who may have the value")]

use core::cell::UnsafeCell;
use core::fmt::{self, Debug};
use core::ops::{Deref, DerefMut};

use super::{AtomicU32, Ordering, is_exclusive};

/// The state while somebody writes; else it counts who reads.
const WRITER: u32 = u32::MAX;

/// A value behind a lock that spins.
#[derive(Default)]
pub struct Guarded<T> {
    state: AtomicU32,
    value: UnsafeCell<T>,
}

// SAFETY: the state lets one writer or any number of readers at the value, or one thread runs exclusively.
unsafe impl<T: Send + Sync> Sync for Guarded<T> {}

/// The value, to be read.
pub struct Read<'g, T> {
    guarded: &'g Guarded<T>,
}

/// The value, to be changed.
pub struct Write<'g, T> {
    guarded: &'g Guarded<T>,
}

impl<T> Guarded<T> {
    /// Puts a value behind a lock.
    pub fn new(value: T) -> Guarded<T> {
        Guarded { state: AtomicU32::new(0), value: UnsafeCell::new(value) }
    }

    /// The value, to be read.
    ///
    /// # Panics
    /// It is being changed, and this thread runs exclusively.
    #[inline(always)]
    pub fn borrow(&self) -> Read<'_, T> {
        if is_exclusive() {
            let state = self.state.load(Ordering::Relaxed);
            assert!(state != WRITER, "read while it is changed");
            self.state.store(state + 1, Ordering::Relaxed);
        } else {
            self.lock(|state| if state == WRITER { None } else { Some(state + 1) });
        }
        Read { guarded: self }
    }

    /// The value, to be changed.
    ///
    /// # Panics
    /// It is being read or changed, and this thread runs exclusively.
    #[inline(always)]
    pub fn borrow_mut(&self) -> Write<'_, T> {
        if is_exclusive() {
            assert!(self.state.load(Ordering::Relaxed) == 0, "changed while it is used");
            self.state.store(WRITER, Ordering::Relaxed);
        } else {
            self.lock(|state| if state == 0 { Some(WRITER) } else { None });
        }
        Write { guarded: self }
    }

    /// Brings the state from one that `next` accepts to the one it gives.
    #[inline(always)]
    fn lock(&self, next: impl Fn(u32) -> Option<u32>) {
        super::assert_within();
        let mut turns = 0;
        loop {
            let state = self.state.load(Ordering::Relaxed);
            if let Some(new) = next(state)
                && self.state.compare_exchange_weak(state, new, Ordering::Acquire, Ordering::Relaxed).is_ok()
            {
                return;
            }
            super::pause(&mut turns);
        }
    }

    /// Another value; the one before.
    #[inline]
    pub fn replace(&self, value: T) -> T {
        core::mem::replace(&mut self.borrow_mut(), value)
    }

    /// Sets the value.
    #[inline]
    pub fn set(&self, value: T) {
        *self.borrow_mut() = value;
    }
}

impl<T: Copy> Guarded<T> {
    /// A copy of the value.
    #[inline]
    pub fn get(&self) -> T {
        *self.borrow()
    }
}

impl<T: Default> Guarded<T> {
    /// The value, which is its default from then on.
    #[inline]
    pub fn take(&self) -> T {
        core::mem::take(&mut self.borrow_mut())
    }
}

impl Guarded<u64> {
    /// Adds; what it was before.
    #[inline]
    pub fn add(&self, more: u64) -> u64 {
        let mut value = self.borrow_mut();
        let before = *value;
        *value = before.wrapping_add(more);
        before
    }
}

impl<T> Deref for Read<'_, T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: the state counts this reader, so nobody writes.
        unsafe { &*self.guarded.value.get() }
    }
}

impl<T> Deref for Write<'_, T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: the state is this writer's, so nobody else has the value.
        unsafe { &*self.guarded.value.get() }
    }
}

impl<T> DerefMut for Write<'_, T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above.
        unsafe { &mut *self.guarded.value.get() }
    }
}

impl<T> Drop for Read<'_, T> {
    #[inline(always)]
    fn drop(&mut self) {
        if is_exclusive() {
            let readers = self.guarded.state.load(Ordering::Relaxed);
            self.guarded.state.store(readers - 1, Ordering::Relaxed);
        } else {
            self.guarded.state.fetch_sub(1, Ordering::Release);
        }
    }
}

impl<T> Drop for Write<'_, T> {
    #[inline(always)]
    fn drop(&mut self) {
        self.guarded.state.store(0, Ordering::Release);
    }
}

impl<T: Debug> Debug for Guarded<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is being changed is not waited for: whoever prints may be who changes it.
        match self.state.load(Ordering::Relaxed) {
            WRITER => out.write_str("Guarded(…)"),
            _ => out.debug_tuple("Guarded").field(&*self.borrow()).finish(),
        }
    }
}

impl<T> From<T> for Guarded<T> {
    fn from(value: T) -> Guarded<T> {
        Guarded::new(value)
    }
}
