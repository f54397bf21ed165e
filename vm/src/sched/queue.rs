//! Processes that can run, in the order in which they are to.
//!
//! Each scheduler has a queue. A process is put into the queue of the scheduler that lets it run, and who has nothing to do
//! takes half of what waits for another.
//! Invariants: `max` runs before `high`, and both before the others; of those, `low` has every eighth turn as long as
//! `normal` wants all. The queue of a scheduler that sleeps is empty.

use alloc::collections::VecDeque;
use alloc::vec::Vec;

use crate::atom::{Atom, names};
use crate::process::Process;
use crate::sync::{self, Alarm, Guarded};

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

    /// Moves every other process of each priority to another queue.
    fn share(&mut self, other: &mut RunQueue) {
        let queues = [&mut self.max, &mut self.high, &mut self.normal, &mut self.low];
        let others = [&mut other.max, &mut other.high, &mut other.normal, &mut other.low];
        for (queue, other) in queues.into_iter().zip(others) {
            let all = core::mem::take(queue);
            for (index, pid) in all.into_iter().enumerate() {
                if index % 2 == 0 { queue.push_back(pid) } else { other.push_back(pid) }
            }
        }
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

/// As many processes in a queue that another scheduler had better take some.
const MANY: usize = 2;

/// The run queues of all schedulers.
#[derive(Debug)]
pub struct RunQueues {
    queues: Vec<Guarded<RunQueue>>,
    /// Wakes schedulers that sleep.
    pub alarm: Alarm,
}

impl Default for RunQueues {
    fn default() -> Self {
        RunQueues { queues: Vec::from([Guarded::default()]), alarm: Alarm::default() }
    }
}

impl RunQueues {
    /// How many schedulers there are.
    pub fn schedulers(&self) -> usize {
        self.queues.len()
    }

    /// Gives each of so many schedulers a queue; the first keeps its own.
    pub fn set_schedulers(&mut self, count: usize) {
        self.queues.resize_with(count.max(1), Guarded::default);
    }

    /// Puts a process last among those of its priority in the queue of the scheduler that this thread is.
    pub fn push(&self, process: &Process) {
        let priority = process.priority.get();
        let waiting = {
            let mut queue = self.queues[sync::scheduler()].borrow_mut();
            queue.push(process.pid, priority);
            queue.len()
        };
        if waiting >= MANY {
            self.alarm.ring();
        }
    }

    /// Takes the process whose turn it is out of the queue of the scheduler that this thread is, or another's.
    pub fn pop(&self) -> Option<u32> {
        let own = sync::scheduler();
        let next = self.queues[own].borrow_mut().pop();
        next.or_else(|| self.steal(own))
    }

    /// Takes half of what waits for another scheduler; the process whose turn it is then.
    fn steal(&self, own: usize) -> Option<u32> {
        let count = self.queues.len();
        for other in (1..count).map(|distance| (own + distance) % count) {
            let mut taken = RunQueue::default();
            {
                let mut queue = self.queues[other].borrow_mut();
                if queue.len() < MANY {
                    continue;
                }
                queue.share(&mut taken);
            }
            let next = taken.pop();
            let is_rich = taken.len() >= MANY;
            *self.queues[own].borrow_mut() = taken;
            if is_rich {
                self.alarm.ring();
            }
            return next;
        }
        None
    }

    /// Whether a scheduler that has nothing to do would find something.
    pub fn has_work(&self) -> bool {
        self.queues.len() > 1 && self.queues.iter().any(|queue| queue.borrow().len() >= MANY)
    }

    /// How many processes can run.
    pub fn len(&self) -> usize {
        self.queues.iter().map(|queue| queue.borrow().len()).sum()
    }

    /// How many can run on each scheduler.
    pub fn lengths(&self) -> Vec<usize> {
        self.queues.iter().map(|queue| queue.borrow().len()).collect()
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
