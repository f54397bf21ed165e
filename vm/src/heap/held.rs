//! How many bytes are held in one place and another, as one count.
//!
//! Invariant: whoever adds to the count takes away as much when it lets go of what it counted.
//! Deliberately absent: what is to happen when there are too many (`sched::memory`).

use crate::sync::{self, Arc, AtomicUsize, Ordering};

/// A count that many share.
#[derive(Clone, Default, Debug)]
pub struct Held(Arc<AtomicUsize>);

impl Held {
    /// The bytes.
    pub fn bytes(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Who held so many bytes holds so many now.
    pub fn change(&self, before: usize, now: usize) {
        if before != now {
            let more = now.wrapping_sub(before);
            self.0.fetch_add(more, Ordering::Relaxed);
            sync::hold(more);
        }
    }
}
