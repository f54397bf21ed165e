//! What is to happen at a time.
//!
//! Invariants: timers of the same time expire in the order they were set; a timer a program holds a reference to is
//! found by that reference just as long as it has not expired.

use alloc::collections::BTreeMap;

use super::System;
use crate::atom::Atom;
use crate::heap::Parcel;
use crate::process::{ReferenceNumbers, Signal};

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

#[derive(Debug)]
struct Record {
    at_ns: u64,
    reference: Option<ReferenceNumbers>,
}

/// Timers by time.
#[derive(Debug, Default)]
pub struct Timers {
    by_time: BTreeMap<(u64, u64), Expiry>,
    records: BTreeMap<u64, Record>,
    by_reference: BTreeMap<ReferenceNumbers, u64>,
    last: u64,
}

impl Timers {
    /// Sets a timer for a monotonic time in nanoseconds; its number, never 0.
    pub fn set(&mut self, at_ns: u64, expiry: Expiry) -> u64 {
        self.insert(at_ns, expiry, None)
    }

    /// Sets a timer that a program speaks of by a reference.
    pub fn set_referenced(&mut self, at_ns: u64, expiry: Expiry, reference: ReferenceNumbers) {
        let number = self.insert(at_ns, expiry, Some(reference));
        self.by_reference.insert(reference, number);
    }

    fn insert(&mut self, at_ns: u64, expiry: Expiry, reference: Option<ReferenceNumbers>) -> u64 {
        self.last += 1;
        self.by_time.insert((at_ns, self.last), expiry);
        self.records.insert(self.last, Record { at_ns, reference });
        self.last
    }

    /// Cancels a timer; the time it was set for if it had not expired.
    pub fn cancel(&mut self, number: u64) -> Option<u64> {
        let record = self.forget(number)?;
        self.by_time.remove(&(record.at_ns, number));
        Some(record.at_ns)
    }

    fn forget(&mut self, number: u64) -> Option<Record> {
        let record = self.records.remove(&number)?;
        if let Some(reference) = record.reference {
            self.by_reference.remove(&reference);
        }
        Some(record)
    }

    /// The time a timer is set for.
    pub fn time(&self, number: u64) -> Option<u64> {
        self.records.get(&number).map(|record| record.at_ns)
    }

    /// The process a timer is to send a message to, if it is one and no name.
    pub fn receiver(&self, number: u64) -> Option<u32> {
        match self.by_time.get(&(self.time(number)?, number))? {
            Expiry::Send(pid, _) => Some(*pid),
            Expiry::Receive(_) | Expiry::SendName(..) => None,
        }
    }

    /// The number of the timer of a reference.
    pub fn referenced(&self, reference: ReferenceNumbers) -> Option<u64> {
        self.by_reference.get(&reference).copied()
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
        self.forget(number);
        Some((number, expiry))
    }
}

impl System {
    /// Does what every timer whose time has come is to do.
    pub fn expire_timers(&self, now_ns: u64) {
        loop {
            let Some((number, expiry)) = self.timers.borrow_mut().due(now_ns) else { return };
            match expiry {
                Expiry::Receive(pid) => _ = self.signal(pid, Signal::TimedOut(number)),
                Expiry::Send(pid, parcel) => _ = self.signal(pid, Signal::Message(parcel)),
                Expiry::SendName(name, parcel) => {
                    if let Some(pid) = self.whereis(name) {
                        self.signal(pid, Signal::Message(parcel));
                    }
                }
            }
        }
    }
}
