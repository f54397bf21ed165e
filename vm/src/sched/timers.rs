//! What is to happen at a time.
//!
//! Invariants: timers of the same time expire in the order they were set; a timer a program holds a reference to is
//! found by that reference just as long as it has not expired; no timer is kept whose message is for a process that has ended.

mod wheel;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use self::wheel::{KEPT, Wheels};
use super::System;
use crate::atom::Atom;
use crate::heap::{Held, Parcel};
use crate::process::{ReferenceNumbers, Signal};
use crate::sync::Idle;
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
struct Timer {
    expiry: Expiry,
    reference: Option<ReferenceNumbers>,
}

/// Timers by time.
#[derive(Debug, Default)]
pub struct Timers {
    by_time: Wheels<Timer>,
    /// The numbers of those with a reference, by its hash.
    by_reference: HashTable<u64>,
    hashes: DefaultHashBuilder,
    /// Receivers of messages, with the numbers of the timers.
    by_receiver: BTreeSet<(u32, u64)>,
    held: Held,
}

/// Bytes that a timer takes, without its message.
const BYTES_EACH: usize = size_of::<Timer>() + 4 * size_of::<u64>();

fn bytes(expiry: &Expiry) -> usize {
    match expiry {
        Expiry::Receive(_) => BYTES_EACH,
        Expiry::Send(_, parcel) | Expiry::SendName(_, parcel) => BYTES_EACH + parcel.words() * BYTES,
    }
}

fn hash(hashes: &DefaultHashBuilder, [first, second, third]: ReferenceNumbers) -> u64 {
    hashes.hash_one((first, second, third))
}

impl Timers {
    /// No timers; what those to come take is added to `held`.
    pub fn new(held: Held) -> Timers {
        Timers { held, ..Timers::default() }
    }

    /// Sets a timer for a monotonic time in nanoseconds; its number, neither 0 nor 2^64-1.
    pub fn set(&mut self, at_ns: u64, expiry: Expiry) -> u64 {
        self.insert(at_ns, expiry, None)
    }

    /// Sets a timer that a program speaks of by a reference.
    pub fn set_referenced(&mut self, at_ns: u64, expiry: Expiry, reference: ReferenceNumbers) {
        let number = self.insert(at_ns, expiry, Some(reference));
        let Timers { by_time, by_reference, hashes, .. } = self;
        let rehash = |number: &u64| {
            let found = by_time.get(*number).and_then(|(_, timer)| timer.reference);
            hash(hashes, found.unwrap_or_default())
        };
        by_reference.insert_unique(hash(hashes, reference), number, rehash);
    }

    fn insert(&mut self, at_ns: u64, expiry: Expiry, reference: Option<ReferenceNumbers>) -> u64 {
        self.held.change(0, bytes(&expiry));
        let receiver = if let Expiry::Send(pid, _) = expiry { Some(pid) } else { None };
        let number = self.by_time.insert(at_ns, Timer { expiry, reference });
        self.by_receiver.extend(receiver.map(|pid| (pid, number)));
        number
    }

    /// Cancels a timer; the time it was set for if it had not expired.
    pub fn cancel(&mut self, number: u64) -> Option<u64> {
        self.take(number).map(|(at_ns, _)| at_ns)
    }

    /// Cancels the timers whose messages nobody can receive any more.
    pub fn cancel_for(&mut self, receiver: u32) {
        let range = (receiver, 0)..=(receiver, u64::MAX);
        let numbers: Vec<u64> = self.by_receiver.range(range).map(|&(_, number)| number).collect();
        numbers.into_iter().for_each(|number| _ = self.cancel(number));
    }

    fn take(&mut self, number: u64) -> Option<(u64, Expiry)> {
        let (at_ns, timer) = self.by_time.remove(number)?;
        self.held.change(bytes(&timer.expiry), 0);
        if let Expiry::Send(pid, _) = timer.expiry {
            self.by_receiver.remove(&(pid, number));
        }
        if let Some(reference) = timer.reference {
            let hash = hash(&self.hashes, reference);
            if let Ok(entry) = self.by_reference.find_entry(hash, |found| *found == number) {
                entry.remove();
            }
            if self.by_reference.is_empty() && self.by_reference.capacity() > KEPT {
                self.by_reference = HashTable::new();
            }
        }
        Some((at_ns, timer.expiry))
    }

    /// The time a timer is set for.
    pub fn time(&self, number: u64) -> Option<u64> {
        self.by_time.get(number).map(|(at_ns, _)| at_ns)
    }

    /// The number of the timer of a reference.
    pub fn referenced(&self, reference: ReferenceNumbers) -> Option<u64> {
        let is_it = |number: &u64| {
            self.by_time.get(*number).is_some_and(|(_, timer)| timer.reference == Some(reference))
        };
        self.by_reference.find(hash(&self.hashes, reference), is_it).copied()
    }

    /// Whether there is nothing to come.
    pub fn is_empty(&self) -> bool {
        self.by_time.is_empty()
    }

    /// The time of the next.
    pub fn next_ns(&mut self) -> Option<u64> {
        self.by_time.next_ns()
    }

    /// Takes the next timer whose time has come: its number and what it does.
    pub fn due(&mut self, now_ns: u64) -> Option<(u64, Expiry)> {
        let number = self.by_time.due(now_ns)?;
        self.take(number).map(|(_, expiry)| (number, expiry))
    }
}

impl Idle for Timers {
    fn is_idle(&self) -> bool {
        self.is_empty()
    }
}

impl System {
    /// Does what every timer whose time has come is to do.
    pub fn expire_timers(&self, now_ns: u64) {
        // Two schedulers at it could tell a process of two timers in the wrong order.
        if self.expiring.try_take() {
            self.expire(now_ns);
            self.expiring.give_back();
        }
    }

    fn expire(&self, now_ns: u64) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atom::names;

    #[test]
    fn a_reference_finds_its_timer_until_it_is_over() {
        let mut timers = Timers::default();
        for number in 0..1000 {
            timers.set_referenced(number as u64 / 2, Expiry::Receive(number as u32), [number, 0, 7]);
        }
        let number = timers.referenced([501, 0, 7]).expect("a timer");
        assert_eq!((timers.time(number), timers.cancel(number)), (Some(250), Some(250)));
        assert_eq!((timers.referenced([501, 0, 7]), timers.cancel(number)), (None, None));
        for expected in (0..1000).filter(|number| *number != 501) {
            assert!(timers.referenced([expected, 0, 7]).is_some());
            let (_, expiry) = timers.due(499).expect("a timer that is due");
            assert!(matches!(expiry, Expiry::Receive(pid) if pid as usize == expected));
            assert_eq!(timers.referenced([expected, 0, 7]), None);
        }
        assert_eq!((timers.next_ns(), timers.by_reference.capacity()), (None, 0));
    }

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
