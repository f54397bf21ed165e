//! What a process is doing, and who lets it run.
//!
//! Invariants: a process stands in one run queue at most, and just while it is runnable and no scheduler has it; whoever
//! makes it runnable puts it there. A process comes to wait while it has the lock of its inbox and that is empty, and whoever
//! sends it something looks at what it is doing after that is in the inbox: one of the two sees the other.

use crate::atom::Atom;
use crate::sync::{AtomicU32, Ordering, is_exclusive};

/// What a process is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(u32)]
pub enum Status {
    /// Being made: no signal lets it run.
    #[default]
    New,
    /// In the run queue, or at rest in the hands of a scheduler.
    Runnable,
    /// Having a scheduler.
    Running,
    /// Until a signal comes or a time is over.
    Waiting,
    /// Gone.
    Exited,
}

impl Status {
    const ALL: [Status; 5] =
        [Status::New, Status::Runnable, Status::Running, Status::Waiting, Status::Exited];
}

/// Who has its turn before whom: the atom of a priority.
#[derive(Debug)]
pub struct Priority(AtomicU32);

impl Priority {
    /// This priority.
    pub fn new(name: Atom) -> Priority {
        Priority(AtomicU32::new(name.0))
    }

    /// The atom.
    #[inline]
    pub fn get(&self) -> Atom {
        Atom(self.0.load(Ordering::Relaxed))
    }

    /// From the next time that the process is put into a queue on.
    pub fn set(&self, name: Atom) {
        self.0.store(name.0, Ordering::Relaxed);
    }

    /// Another priority; the one before. Only the process itself changes it.
    pub fn replace(&self, name: Atom) -> Atom {
        let before = self.get();
        self.set(name);
        before
    }
}

/// What a process is doing, for all to see.
#[derive(Debug, Default)]
pub struct Standing(AtomicU32);

impl Standing {
    /// What it is doing.
    pub fn get(&self) -> Status {
        Status::ALL[self.0.load(Ordering::Acquire) as usize]
    }

    /// It does something else.
    pub fn set(&self, status: Status) {
        self.0.store(status as u32, Ordering::Release);
    }

    /// Makes a process runnable that waits; whether it did, and is to be put into a run queue.
    pub fn wake(&self) -> bool {
        let (waiting, runnable) = (Status::Waiting as u32, Status::Runnable as u32);
        if self.0.load(Ordering::Relaxed) != waiting {
            return false;
        }
        if is_exclusive() {
            self.0.store(runnable, Ordering::Relaxed);
            return true;
        }
        self.0.compare_exchange(waiting, runnable, Ordering::AcqRel, Ordering::Relaxed).is_ok()
    }
}
