//! What is to happen at a time.
//!
//! Invariant: timers of the same time expire in the order they were set.

use alloc::collections::BTreeMap;

use crate::atom::Atom;
use crate::heap::Parcel;

/// What a timer does.
#[derive(Debug)]
pub enum Expiry {
    /// Ends a `receive … after` of this process.
    Receive(u32),
    /// Sends a message to a process.
    Send(u32, Parcel),
    /// Sends a message to whoever has the name then.
    SendName(Atom, Parcel),
}

/// Timers by time.
#[derive(Debug, Default)]
pub struct Timers {
    by_time: BTreeMap<(u64, u64), Expiry>,
    times: BTreeMap<u64, u64>,
    last: u64,
}

impl Timers {
    /// Sets a timer for a monotonic time in nanoseconds; its number, never 0.
    pub fn set(&mut self, at_ns: u64, expiry: Expiry) -> u64 {
        self.last += 1;
        self.by_time.insert((at_ns, self.last), expiry);
        self.times.insert(self.last, at_ns);
        self.last
    }

    /// Cancels a timer; the time it was set for if it had not expired.
    pub fn cancel(&mut self, number: u64) -> Option<u64> {
        let at_ns = self.times.remove(&number)?;
        self.by_time.remove(&(at_ns, number));
        Some(at_ns)
    }

    /// The time a timer is set for.
    pub fn time(&self, number: u64) -> Option<u64> {
        self.times.get(&number).copied()
    }

    /// The time of the next.
    pub fn next_ns(&self) -> Option<u64> {
        self.by_time.keys().next().map(|(at_ns, _)| *at_ns)
    }

    /// Takes the next timer whose time has come: its number and what it does.
    pub fn due(&mut self, now_ns: u64) -> Option<(u64, Expiry)> {
        let entry = self.by_time.first_entry()?;
        if entry.key().0 > now_ns {
            return None;
        }
        let ((_, number), expiry) = entry.remove_entry();
        self.times.remove(&number);
        Some((number, expiry))
    }
}
