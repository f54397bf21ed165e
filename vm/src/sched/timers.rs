//! What is to happen at a time.
//!
//! Invariants: timers of the same time expire in the order they were set; a timer a program holds a reference to is
//! found by that reference just as long as it has not expired; no timer is kept whose message is for a process that has ended.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::System;
use crate::atom::Atom;
use crate::heap::{Held, Parcel};
use crate::process::{ReferenceNumbers, Signal};
use crate::term::word::BYTES;

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
    /// Receivers of messages, with the numbers of the timers.
    by_receiver: BTreeSet<(u32, u64)>,
    last: u64,
    held: Held,
}

/// Bytes that a timer takes, without its message.
const BYTES_EACH: usize = size_of::<((u64, u64), Expiry)>() + size_of::<(u64, Record)>();

fn bytes(expiry: &Expiry) -> usize {
    match expiry {
        Expiry::Receive(_) => BYTES_EACH,
        Expiry::Send(_, parcel) | Expiry::SendName(_, parcel) => BYTES_EACH + parcel.words() * BYTES,
    }
}

impl Timers {
    /// No timers; what those to come take is added to `held`.
    pub fn new(held: Held) -> Timers {
        Timers { held, ..Timers::default() }
    }

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
        self.held.change(0, bytes(&expiry));
        if let Expiry::Send(pid, _) = expiry {
            self.by_receiver.insert((pid, self.last));
        }
        self.by_time.insert((at_ns, self.last), expiry);
        self.records.insert(self.last, Record { at_ns, reference });
        self.last
    }

    /// Cancels a timer; the time it was set for if it had not expired.
    pub fn cancel(&mut self, number: u64) -> Option<u64> {
        let at_ns = self.time(number)?;
        let expiry = self.by_time.remove(&(at_ns, number))?;
        self.forget(number, &expiry);
        Some(at_ns)
    }

    /// Cancels the timers whose messages nobody can receive any more.
    pub fn cancel_for(&mut self, receiver: u32) {
        let range = (receiver, 0)..=(receiver, u64::MAX);
        let numbers: Vec<u64> = self.by_receiver.range(range).map(|&(_, number)| number).collect();
        numbers.into_iter().for_each(|number| _ = self.cancel(number));
    }

    /// Forgets what is known of a timer beside its time.
    fn forget(&mut self, number: u64, expiry: &Expiry) {
        self.held.change(bytes(expiry), 0);
        if let Expiry::Send(pid, _) = expiry {
            self.by_receiver.remove(&(*pid, number));
        }
        if let Some(reference) = self.records.remove(&number).and_then(|record| record.reference) {
            self.by_reference.remove(&reference);
        }
    }

    /// The time a timer is set for.
    pub fn time(&self, number: u64) -> Option<u64> {
        self.records.get(&number).map(|record| record.at_ns)
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
        self.forget(number, &expiry);
        Some((number, expiry))
    }
}

impl System {
    /// Does what every timer whose time has come is to do.
    pub fn expire_timers(&self, now_ns: u64) {
        loop {
            let Some((number, expiry)) = self.timers.borrow_mut().due(now_ns) else { return };
            match expiry {
                Expiry::Receive(pid) => self.end_wait(pid, number),
                Expiry::Send(pid, parcel) => self.signal(pid, Signal::Message(parcel)),
                Expiry::SendName(name, parcel) => {
                    if let Some(pid) = self.whereis(name) {
                        self.signal(pid, Signal::Message(parcel));
                    }
                }
            }
        }
    }

    fn end_wait(&self, pid: u32, number: u64) {
        if let Some(process) = self.processes.get(pid)
            && process.timer.get() == number
        {
            process.timer.set(0);
            process.timed_out.set(true);
            self.wake(&process);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atom::names;

    #[test]
    fn what_timers_take_is_counted_until_they_are_gone() {
        let held = Held::default();
        let mut timers = Timers::new(held.clone());
        let first = timers.set(5, Expiry::Receive(1));
        timers.set_referenced(7, Expiry::Send(2, Parcel::atom(names::ok)), [1, 2, 3]);
        timers.set(6, Expiry::Send(2, Parcel::atom(names::ok)));
        timers.set(8, Expiry::SendName(names::ok, Parcel::atom(names::ok)));
        assert_eq!(held.bytes(), 4 * BYTES_EACH);
        timers.cancel_for(2);
        assert_eq!((timers.referenced([1, 2, 3]), held.bytes()), (None, 2 * BYTES_EACH));
        assert!(timers.due(4).is_none() && timers.by_receiver.is_empty());
        assert_eq!(timers.due(9).map(|(number, _)| number), Some(first));
        assert!(timers.due(9).is_some() && timers.due(9).is_none());
        assert_eq!((timers.cancel(first), held.bytes()), (None, 0));
    }
}
