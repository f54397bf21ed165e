//! Values that need no lock, because only one thread can be at them.
//!
//! Invariants: an [`Exclusive`] value is touched only by a thread that runs exclusively (no other scheduler is within a
//! slice), which is checked; an [`Owned`] value belongs to a process or a table, and is touched only by the scheduler that has
//! this process or its turn at this table, or exclusively, which is checked where assertions are.
//! Deliberately absent: who runs exclusively when (`gate`).
#![expect(unsafe_code, reason = "which thread is at a value is known without a lock")]

use core::cell::{Cell, Ref, RefCell, RefMut};
use core::fmt;

/// Where a thread stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Within, and nobody else is.
    Alone,
    /// Within, and others may be.
    Beside,
    /// Outside the gate.
    Outside,
}

#[cfg(feature = "std")]
mod here {
    //! What this thread may touch.
    use super::Place;
    use std::cell::Cell;

    std::thread_local! {
        static PLACE: Cell<Place> = const { Cell::new(Place::Alone) };
        /// The addresses of the process that this thread has, of the one it has just made, and of the table it has.
        static OWN: Cell<[(usize, usize); 3]> = const { Cell::new([(0, 0); 3]) };
        /// Bytes that it made the machine hold, less those it freed.
        static HELD: Cell<usize> = const { Cell::new(0) };
        /// Which scheduler it is.
        static SCHEDULER: Cell<usize> = const { Cell::new(0) };
    }

    #[inline(always)]
    pub fn place() -> Place {
        PLACE.get()
    }

    pub fn set_place(place: Place) {
        PLACE.set(place);
    }

    #[inline(always)]
    pub fn scheduler() -> usize {
        SCHEDULER.get()
    }

    pub fn set_scheduler(number: usize) {
        SCHEDULER.set(number);
    }

    pub fn held() -> usize {
        HELD.get()
    }

    pub fn hold(more: usize) {
        HELD.set(HELD.get().wrapping_add(more));
    }

    pub fn has(address: usize) -> bool {
        OWN.get().iter().any(|(start, end)| (*start..*end).contains(&address))
    }

    pub fn set_own(place: usize, range: (usize, usize)) {
        let mut own = OWN.get();
        own[place] = range;
        OWN.set(own);
    }
}

#[cfg(not(feature = "std"))]
mod here {
    //! There is one thread, and it may touch everything.
    use super::super::{AtomicUsize, Ordering};

    static HELD: AtomicUsize = AtomicUsize::new(0);

    pub fn held() -> usize {
        HELD.load(Ordering::Relaxed)
    }

    pub fn hold(more: usize) {
        HELD.fetch_add(more, Ordering::Relaxed);
    }

    pub fn place() -> super::Place {
        super::Place::Alone
    }

    pub fn set_place(_: super::Place) {}

    pub fn scheduler() -> usize {
        0
    }

    pub fn set_scheduler(_: usize) {}

    pub fn has(_: usize) -> bool {
        true
    }

    pub fn set_own(_: usize, _: (usize, usize)) {}
}

/// The number of the scheduler that this thread is, from 0.
#[inline(always)]
pub fn scheduler() -> usize {
    here::scheduler()
}

/// Says which scheduler this thread is.
pub fn be_scheduler(number: usize) {
    here::set_scheduler(number);
}

/// Whether this thread runs exclusively: no other scheduler is within a slice.
#[inline(always)]
pub fn is_exclusive() -> bool {
    here::place() == Place::Alone
}

/// Says where this thread stands from now on.
pub fn stand(place: Place) {
    here::set_place(place);
}

/// Asserts, where assertions are, that nobody who is within can take this thread for absent.
#[inline(always)]
pub fn assert_within() {
    debug_assert!(here::place() != Place::Outside, "touched from outside the gate");
}

/// Bytes that this thread made the machine hold, less those it freed, from any number on.
pub fn held() -> usize {
    here::held()
}

/// Says that this thread makes the machine hold so many bytes more (or less, by a number that wraps).
#[inline]
pub fn hold(more: usize) {
    here::hold(more);
}

/// Says which process this thread has from now on.
#[inline]
pub fn have_process<T>(process: &T) {
    if cfg!(debug_assertions) {
        here::set_own(0, addresses(process));
    }
}

/// Says which process this thread has just made: nobody else has seen it.
#[inline]
pub fn have_new_process<T>(process: &T) {
    if cfg!(debug_assertions) {
        here::set_own(1, addresses(process));
    }
}

/// Says which table this thread has the turn at.
#[inline]
pub fn have_table<T>(table: &T) {
    if cfg!(debug_assertions) {
        here::set_own(2, addresses(table));
    }
}

fn addresses<T>(value: &T) -> (usize, usize) {
    let start = core::ptr::from_ref(value) as usize;
    (start, start + size_of::<T>())
}

/// A value that only a thread which runs exclusively may touch.
#[derive(Debug, Default)]
pub struct Exclusive<T>(RefCell<T>);

// SAFETY: every way to the value asserts that no other thread can be at it (invariant at the head).
unsafe impl<T> Sync for Exclusive<T> {}
// SAFETY: as above; who drops a machine does so when its schedulers are gone.
unsafe impl<T> Send for Exclusive<T> {}

impl<T> Exclusive<T> {
    /// Keeps a value.
    pub const fn new(value: T) -> Exclusive<T> {
        Exclusive(RefCell::new(value))
    }

    /// The value, to be read.
    ///
    /// # Panics
    /// Others may be at it: the native function that asks is not marked `exclusive` in its table.
    pub fn borrow(&self) -> Ref<'_, T> {
        assert!(is_exclusive(), "touched beside others");
        self.0.borrow()
    }

    /// The value, to be changed.
    ///
    /// # Panics
    /// As [`Exclusive::borrow`].
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        assert!(is_exclusive(), "touched beside others");
        self.0.borrow_mut()
    }

    /// Another value; the one before.
    pub fn replace(&self, value: T) -> T {
        core::mem::replace(&mut self.borrow_mut(), value)
    }
}

impl<T: Default> Exclusive<T> {
    /// The value, which is its default from then on.
    pub fn take(&self) -> T {
        core::mem::take(&mut self.borrow_mut())
    }
}

/// A value of a process or a table, which only whoever has that touches.
#[derive(Debug, Default)]
pub struct Owned<T>(RefCell<T>);

/// Such a value that is copied in and out.
#[derive(Default)]
pub struct OwnedCell<T>(Cell<T>);

impl<T: Copy + fmt::Debug> fmt::Debug for OwnedCell<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

// SAFETY: only the thread that has the process touches it (invariant at the head).
unsafe impl<T> Sync for Owned<T> {}
// SAFETY: as above; a process goes from thread to thread as a whole.
unsafe impl<T> Send for Owned<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for OwnedCell<T> {}
// SAFETY: as above.
unsafe impl<T> Send for OwnedCell<T> {}

#[inline(always)]
fn assert_owner<T>(value: &T) {
    debug_assert!(
        is_exclusive() || here::has(core::ptr::from_ref(value) as usize),
        "a process that another scheduler may have"
    );
}

impl<T> Owned<T> {
    /// Keeps a value.
    #[inline(always)]
    pub const fn new(value: T) -> Owned<T> {
        Owned(RefCell::new(value))
    }

    /// Another value; the one before.
    #[inline(always)]
    pub fn replace(&self, value: T) -> T {
        core::mem::replace(&mut self.borrow_mut(), value)
    }

    /// The value, to be read.
    #[inline(always)]
    pub fn borrow(&self) -> Ref<'_, T> {
        assert_owner(self);
        self.0.borrow()
    }

    /// The value, to be changed.
    #[inline(always)]
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        assert_owner(self);
        self.0.borrow_mut()
    }
}

impl<T: Default> Owned<T> {
    /// The value, which is its default from then on.
    #[inline(always)]
    pub fn take(&self) -> T {
        core::mem::take(&mut self.borrow_mut())
    }
}

impl<T> OwnedCell<T> {
    /// Keeps a value.
    #[inline(always)]
    pub const fn new(value: T) -> OwnedCell<T> {
        OwnedCell(Cell::new(value))
    }

    /// Sets the value.
    #[inline(always)]
    pub fn set(&self, value: T) {
        assert_owner(self);
        self.0.set(value);
    }

    /// Another value; the one before.
    #[inline(always)]
    pub fn replace(&self, value: T) -> T {
        assert_owner(self);
        self.0.replace(value)
    }
}

impl<T: Copy> OwnedCell<T> {
    /// A copy of the value.
    #[inline(always)]
    pub fn get(&self) -> T {
        assert_owner(self);
        self.0.get()
    }
}

impl<T: Default> OwnedCell<T> {
    /// The value, which is its default from then on.
    #[inline(always)]
    pub fn take(&self) -> T {
        self.replace(T::default())
    }
}
