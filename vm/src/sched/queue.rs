//! Processes that can run, in the order in which they are to.
//!
//! Invariants: `max` runs before `high`, and both before the others; of those, `low` has every eighth turn as long as
//! `normal` wants all.

use alloc::collections::VecDeque;

use crate::atom::{Atom, names};

/// Turns of normal processes for one of low ones.
const TURNS: u32 = 8;

/// The run queue: pids by priority.
#[derive(Debug, Default)]
pub struct RunQueue {
    max: VecDeque<u32>,
    high: VecDeque<u32>,
    normal: VecDeque<u32>,
    low: VecDeque<u32>,
    /// Turns of normal processes since one of a low process.
    turns: u32,
}

impl RunQueue {
    /// Puts a process last among those of its priority.
    pub fn push(&mut self, pid: u32, priority: Atom) {
        match priority {
            names::max => &mut self.max,
            names::high => &mut self.high,
            names::low => &mut self.low,
            _ => &mut self.normal,
        }
        .push_back(pid);
    }

    /// Takes the process whose turn it is.
    pub fn pop(&mut self) -> Option<u32> {
        if let Some(pid) = self.max.pop_front().or_else(|| self.high.pop_front()) {
            return Some(pid);
        }
        if self.turns < TURNS
            && let Some(pid) = self.normal.pop_front()
        {
            self.turns += 1;
            return Some(pid);
        }
        self.turns = 0;
        self.low.pop_front().or_else(|| self.normal.pop_front())
    }

    /// How many processes can run.
    pub fn len(&self) -> usize {
        self.max.len() + self.high.len() + self.normal.len() + self.low.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn turns_go_by_priority() {
        let mut queue = RunQueue::default();
        for pid in 0..20 {
            queue.push(pid, names::normal);
        }
        queue.push(100, names::low);
        queue.push(101, names::low);
        queue.push(200, names::high);
        queue.push(300, names::max);
        let order: Vec<u32> = core::iter::from_fn(|| queue.pop()).collect();
        let normal = |pids: core::ops::Range<u32>| pids.collect::<Vec<u32>>();
        let expected =
            [vec![300, 200], normal(0..8), vec![100], normal(8..16), vec![101], normal(16..20)].concat();
        assert_eq!(order, expected);
        assert!(queue.is_empty());
    }

    #[test]
    fn low_processes_run_when_nobody_else_wants_to() {
        let mut queue = RunQueue::default();
        queue.push(1, names::low);
        queue.push(2, names::low);
        queue.push(3, names::normal);
        assert_eq!([queue.pop(), queue.pop(), queue.pop(), queue.pop()], [Some(3), Some(1), Some(2), None]);
    }
}
