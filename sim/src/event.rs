//! What is going to happen in the world, by virtual time.
//!
//! Invariant: of two events at the same time the one that was put in first comes first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A part asked to be woken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Wake {
    /// When, in virtual nanoseconds.
    pub at_ns: u64,
    /// Makes the order total; given by the queue.
    sequence: u64,
    /// Which part.
    pub part: usize,
    /// What the part meant by it.
    pub token: u64,
}

/// Events to come.
#[derive(Debug, Default)]
pub struct Queue {
    events: BinaryHeap<Reverse<Wake>>,
    sequence: u64,
}

impl Queue {
    /// Puts an event in.
    pub fn put(&mut self, at_ns: u64, part: usize, token: u64) {
        self.sequence += 1;
        self.events.push(Reverse(Wake { at_ns, sequence: self.sequence, part, token }));
    }

    /// When the next event is.
    pub fn next_ns(&self) -> Option<u64> {
        self.events.peek().map(|Reverse(wake)| wake.at_ns)
    }

    /// Takes the next event out if it is not later than `now_ns`.
    pub fn take_due(&mut self, now_ns: u64) -> Option<Wake> {
        self.next_ns().filter(|at_ns| *at_ns <= now_ns)?;
        self.events.pop().map(|Reverse(wake)| wake)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_by_time_then_by_arrival() {
        let mut queue = Queue::default();
        for (at_ns, token) in [(20, 1), (10, 2), (20, 3), (10, 4)] {
            queue.put(at_ns, 0, token);
        }
        assert_eq!(queue.next_ns(), Some(10));
        assert_eq!(queue.take_due(9), None);
        let tokens: Vec<u64> = std::iter::from_fn(|| queue.take_due(20)).map(|wake| wake.token).collect();
        assert_eq!(tokens, [2, 4, 1, 3]);
    }
}
