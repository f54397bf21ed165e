//! Processes that can run, in the order in which they are to.
//!
//! Each scheduler has a queue. A process is put into the queue of the scheduler that lets it run, and who has nothing to do
//! takes half of what waits for another.
//! Invariants: `max` runs before `high`, and both before the others; of those, `low` has every eighth turn as long as
//! `normal` wants all. The queue of a scheduler that sleeps is empty.
#![expect(unsafe_code, reason = "a queue refers to processes that it does not count")]

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::ptr::NonNull;

use crate::atom::names;
use crate::process::Process;
use crate::sync::{self, Alarm, AtomicBool, Hinted, Idle, Ordering, fence};

/// Turns of normal processes for one of low ones.
const TURNS: u32 = 8;

/// A process that can run. It is not counted: who can run is in the table of processes, which only its scheduler takes
/// it out of, when it has run for the last time.
#[derive(Clone, Copy, Debug)]
struct Queued(NonNull<Process>);

// SAFETY: a process is for all schedulers, and this one is there (see `RunQueues::push`).
unsafe impl Send for Queued {}
// SAFETY: as above.
unsafe impl Sync for Queued {}

impl Queued {
    #[inline]
    fn get<'p>(self) -> &'p Process {
        // SAFETY: whoever pushed it promised that it is there.
        unsafe { self.0.as_ref() }
    }
}

/// The run queue: processes by priority.
#[derive(Debug, Default)]
pub struct RunQueue {
    max: VecDeque<Queued>,
    high: VecDeque<Queued>,
    normal: VecDeque<Queued>,
    low: VecDeque<Queued>,
    /// Turns of normal processes since one of a low process.
    turns: u32,
    /// Whether somebody has waited for a slice's time.
    is_overdue: bool,
}

impl RunQueue {
    /// Puts a process last among those of its priority.
    fn push(&mut self, process: Queued) {
        match process.get().priority.get() {
            names::max => &mut self.max,
            names::high => &mut self.high,
            names::low => &mut self.low,
            _ => &mut self.normal,
        }
        .push_back(process);
    }

    /// Takes the process whose turn it is.
    fn pop(&mut self) -> Option<Queued> {
        if let Some(process) = self.max.pop_front().or_else(|| self.high.pop_front()) {
            return Some(process);
        }
        if self.turns < TURNS
            && let Some(process) = self.normal.pop_front()
        {
            self.turns += 1;
            return Some(process);
        }
        self.turns = 0;
        self.low.pop_front().or_else(|| self.normal.pop_front())
    }

    /// Takes the process whose turn it is; when none is left, nobody has waited for long.
    fn next(&mut self) -> Option<Queued> {
        let next = self.pop();
        self.is_overdue &= !self.is_empty();
        next
    }

    /// Whether another scheduler may take something.
    fn has_work(&self) -> bool {
        let waiting = self.len();
        waiting >= MANY || self.is_overdue && waiting > 0
    }

    /// Moves every other process of each priority to another queue.
    fn share(&mut self, other: &mut RunQueue) {
        self.is_overdue = false;
        let queues = [&mut self.max, &mut self.high, &mut self.normal, &mut self.low];
        let others = [&mut other.max, &mut other.high, &mut other.normal, &mut other.low];
        for (queue, other) in queues.into_iter().zip(others) {
            let all = core::mem::take(queue);
            for (index, process) in all.into_iter().enumerate() {
                if index % 2 == 0 { other.push_back(process) } else { queue.push_back(process) }
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

impl Idle for RunQueue {
    fn is_idle(&self) -> bool {
        self.is_empty()
    }

    fn hint(&self) -> u32 {
        if self.has_work() { HAS_WORK } else { u32::from(!self.is_empty()) }
    }
}

/// What is seen of a queue that another scheduler may take something of.
const HAS_WORK: u32 = 2;

/// As many processes in a queue that another scheduler may take some.
const MANY: usize = 2;

/// The run queues of all schedulers.
#[derive(Debug)]
pub struct RunQueues {
    queues: Vec<Hinted<RunQueue>>,
    /// Wakes schedulers that sleep.
    pub alarm: Alarm,
    /// Whether the first scheduler waits for the world outside.
    is_first_away: AtomicBool,
}

impl Default for RunQueues {
    fn default() -> Self {
        RunQueues {
            queues: Vec::from([Hinted::default()]),
            alarm: Alarm::default(),
            is_first_away: AtomicBool::new(false),
        }
    }
}

impl RunQueues {
    /// How many schedulers there are.
    pub fn schedulers(&self) -> usize {
        self.queues.len()
    }

    /// Gives each of so many schedulers a queue; the first keeps its own.
    pub fn set_schedulers(&mut self, count: usize) {
        self.queues.resize_with(count.max(1), Hinted::default);
    }

    /// Puts a process last among those of its priority in the queue of the scheduler that this thread is.
    ///
    /// # Safety
    /// The process is in the table of processes, and stays there until it has been taken out here and has run.
    #[inline]
    pub unsafe fn push(&self, process: &Process) {
        self.queues[sync::scheduler()].borrow_mut().push(Queued(NonNull::from(process)));
    }

    /// Says that this thread has run a slice while somebody waited, and wakes another scheduler; whether it is for the caller
    /// to wake the first. That is told late: where two processes only answer each other, to wake a thread costs more than
    /// what it could do.
    pub fn tell_overdue(&self) -> bool {
        let mut queue = self.queues[sync::scheduler()].borrow_mut();
        queue.is_overdue = !queue.is_empty();
        drop(queue);
        !self.alarm.ring() && self.is_first_away.swap(false, Ordering::Relaxed)
    }

    /// Says that the first scheduler waits for the world outside from now on, where the alarm does not reach it; whether
    /// there is nothing to do instead.
    pub fn leave_first(&self) -> bool {
        self.is_first_away.store(true, Ordering::SeqCst);
        fence(Ordering::SeqCst);
        !self.has_work()
    }

    /// Says that the first scheduler is back.
    pub fn join_first(&self) {
        self.is_first_away.store(false, Ordering::Relaxed);
    }

    /// Whether somebody waits in the queue of the scheduler that this thread is.
    pub fn is_waited_for(&self) -> bool {
        !self.queues[sync::scheduler()].is_idle()
    }

    /// Takes the process whose turn it is out of the queue of the scheduler that this thread is, or another's.
    #[inline]
    pub fn pop(&self) -> Option<&Process> {
        let own = sync::scheduler();
        let queue = &self.queues[own];
        let next = if queue.is_idle() { None } else { queue.borrow_mut().next() };
        next.or_else(|| self.steal(own)).map(Queued::get)
    }

    /// Takes half of what waits for another scheduler; the process whose turn it is then.
    fn steal(&self, own: usize) -> Option<Queued> {
        let count = self.queues.len();
        for other in (1..count).map(|distance| (own + distance) % count) {
            let mut taken = RunQueue::default();
            if self.queues[other].hint() != HAS_WORK {
                continue;
            }
            {
                let mut queue = self.queues[other].borrow_mut();
                if !queue.has_work() {
                    continue;
                }
                queue.share(&mut taken);
            }
            let next = taken.pop();
            let is_rich = taken.has_work();
            *self.queues[own].borrow_mut() = taken;
            if is_rich {
                self.alarm.ring();
            }
            return next;
        }
        None
    }

    /// Whether a scheduler that has nothing to do would find something, for who is outside the gate, too.
    pub fn has_work(&self) -> bool {
        self.queues.len() > 1 && self.queues.iter().any(|queue| queue.hint() == HAS_WORK)
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
