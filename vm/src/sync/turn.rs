//! A turn at something, which one thread has at a time.
//!
//! Invariant: who has taken the turn has it until it gives it back; the others wait, spinning, for it is short.
//! Deliberately absent: what it is a turn at.

use super::{AtomicBool, Ordering, pause};

/// A turn.
#[derive(Debug, Default)]
pub struct Turn(AtomicBool);

impl Turn {
    /// Takes the turn once nobody has it.
    pub fn take(&self) {
        let mut turns = 0;
        while !self.try_take() {
            pause(&mut turns);
        }
    }

    /// Takes the turn if nobody has it; whether it did.
    pub fn try_take(&self) -> bool {
        self.0.compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed).is_ok()
    }

    /// Gives the turn back.
    pub fn give_back(&self) {
        self.0.store(false, Ordering::Release);
    }
}
