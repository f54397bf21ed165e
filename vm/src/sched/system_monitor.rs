//! Who is told of processes that take much time or room: `erlang:system_monitor/2`.
//!
//! Invariants: one process at most is told, and of itself it hears nothing; it is looked at after a slice, so what
//! happened is told when the slice is over. A collection is timed with the slice it was part of.
//! Deliberately absent: ports that are busy. None ever is.

use alloc::collections::BTreeSet;

use super::System;
use crate::heap::{Arena, Built, Parcel};
use crate::process::{Process, Signal};
use crate::term::Term;

/// Who is told, and of what.
#[derive(Clone, Debug, Default)]
pub struct SystemMonitor {
    /// The process that is told.
    pub pid: u32,
    /// Asked for, and never told.
    pub busy_port: bool,
    /// Asked for, and never told.
    pub busy_dist_port: bool,
    /// Words of a heap.
    pub large_heap: Option<usize>,
    /// Milliseconds of a slice that collected.
    pub long_gc: Option<usize>,
    /// Milliseconds of a slice.
    pub long_schedule: Option<usize>,
    /// Messages of a queue that is no longer long, and of one that is.
    pub long_queue: Option<(usize, usize)>,
    /// Processes whose queue is long.
    long: BTreeSet<u32>,
}

impl SystemMonitor {
    /// Whether anything was asked for.
    pub fn is_asked(&self) -> bool {
        let counts = [self.large_heap, self.long_gc, self.long_schedule];
        self.busy_port
            || self.busy_dist_port
            || counts.iter().any(Option::is_some)
            || self.long_queue.is_some()
    }

    /// Whether a queue became long or is so no more.
    fn queue_changes(&mut self, process: &Process) -> Option<bool> {
        let (short, long) = self.long_queue?;
        let length = process.mailbox.borrow().len();
        if length >= long {
            return self.long.insert(process.pid).then_some(true);
        }
        (length <= short && self.long.remove(&process.pid)).then_some(false)
    }
}

/// What a slice was like.
#[derive(Clone, Copy, Debug)]
pub struct SliceSeen {
    /// How long it took.
    pub milliseconds: u64,
    /// Whether there was a collection.
    pub collected: bool,
}

impl System {
    /// Tells who wants to know that a process took much time or room.
    pub fn tell_monitor(&self, process: &Process, slice: SliceSeen) {
        let mut monitor = self.system_monitor.borrow_mut();
        let Some(monitor) = monitor.as_mut().filter(|monitor| monitor.pid != process.pid) else { return };
        let took = |limit: Option<usize>| limit.is_some_and(|limit| slice.milliseconds >= limit as u64);
        let large = |limit: Option<usize>| limit.is_some_and(|limit| process.heap_words().1 >= limit);
        if slice.collected && took(monitor.long_gc) {
            self.tell(monitor.pid, process, "long_gc", |arena| {
                let timeout = self.pair(arena, "timeout", slice.milliseconds as usize)?;
                arena.cons(timeout, self.sizes(arena, process)?)
            });
        }
        if slice.collected && large(monitor.large_heap) {
            self.tell(monitor.pid, process, "large_heap", |arena| self.sizes(arena, process));
        }
        if took(monitor.long_schedule) {
            self.tell(monitor.pid, process, "long_schedule", |arena| {
                let undefined = Term::atom(crate::atom::names::undefined);
                let place = |name| arena.tuple(&[self.named(name), undefined]);
                let timeout = self.pair(arena, "timeout", slice.milliseconds as usize)?;
                arena.list(&[timeout, place("in")?, place("out")?])
            });
        }
        if let Some(long) = monitor.queue_changes(process) {
            self.tell(monitor.pid, process, "long_message_queue", |_| Ok(Term::boolean(long)));
        }
    }

    fn named(&self, name: &str) -> Term<'static> {
        self.atoms.intern(name).map_or(Term::NIL, Term::atom)
    }

    fn pair<'h>(&self, arena: &'h Arena, name: &str, value: usize) -> Built<'h> {
        arena.tuple(&[self.named(name), arena.usize(value)?])
    }

    /// Words of a process's heap and stack.
    fn sizes<'h>(&self, arena: &'h Arena, process: &Process) -> Built<'h> {
        let (used, total) = process.heap_words();
        let stack = process.stack().len();
        let sizes = [
            ("old_heap_block_size", 0),
            ("heap_block_size", total),
            ("mbuf_size", 0),
            ("stack_size", stack),
            ("old_heap_size", 0),
            ("heap_size", used.saturating_sub(stack)),
        ];
        arena.list_forward(sizes.into_iter().map(|(name, words)| self.pair(arena, name, words)), Term::NIL)
    }

    /// `{monitor, Pid, Event, What}`.
    fn tell(&self, to: u32, process: &Process, event: &str, what: impl for<'h> Fn(&'h Arena) -> Built<'h>) {
        let message = Parcel::build(|arena| {
            let monitor = Term::atom(crate::atom::names::monitor);
            arena.tuple(&[monitor, Term::pid(process.pid), self.named(event), what(arena)?])
        });
        if let Ok(message) = message {
            self.signal(to, Signal::Message(message));
        }
    }
}
