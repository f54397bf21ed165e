//! How much memory processes hold, and how much they may.
//!
//! What is counted is what `erlang:memory/0` tells of: processes with their heaps and messages, tables, code and large
//! binaries (of all machines there are, for nobody owns them); and timers and persistent terms. Where there is a
//! limit, a process is counted when it has run and when it has collected: the count is one addition then and nothing
//! otherwise.
//! Invariant: `held` is the sum of what processes, tables, timers and terms were counted for, `code` that of modules.
//! Deliberately absent: what ends a process that holds too much (`interp::frames` and `run`).

use super::System;
use crate::heap::{FIRST_WORDS, Held, MIN_WORDS, shared};
use crate::process::Process;
use crate::sync::{self, AtomicUsize, Ordering};
use crate::term::word::BYTES;

/// What is held, and what may be.
#[derive(Debug)]
pub struct Memory {
    pub(super) held: Held,
    code: Held,
    limit: AtomicUsize,
    /// 1 where code counts, 0 where it does not.
    code_counts: AtomicUsize,
}

/// How many bytes may be in use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    /// So many.
    pub bytes: usize,
    /// Whether code is among them: a chip has it in its flash.
    pub with_code: bool,
}

/// What a process asked for beyond what may be held, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Excess {
    /// How much more it is than was in use.
    pub asked: usize,
    /// What was in use.
    pub in_use: usize,
    /// What may be.
    pub limit: usize,
}

/// A moment, to say later what came to be held since.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    in_use: usize,
    /// What this thread had made the machine hold.
    own: usize,
}

impl Memory {
    /// Memory without a limit, of which `held` and `code` are in use beside large binaries.
    pub fn new(held: Held, code: Held) -> Memory {
        Memory { held, code, limit: AtomicUsize::new(usize::MAX), code_counts: AtomicUsize::new(1) }
    }

    /// Bytes in use, as far as they count.
    pub fn in_use(&self) -> usize {
        let code = self.code.bytes() * self.code_counts.load(Ordering::Relaxed);
        self.held.bytes() + shared::total_bytes() + code
    }

    /// Whether there is a limit.
    #[inline]
    pub fn is_limited(&self) -> bool {
        self.limit.load(Ordering::Relaxed) != usize::MAX
    }

    /// This moment.
    pub fn moment(&self) -> Moment {
        Moment { in_use: self.in_use(), own: sync::held() }
    }

    /// What is too much that this thread made the machine hold since a moment, if anything is: what others asked for meanwhile
    /// is no fault of the process it has.
    pub fn excess_since(&self, moment: Moment) -> Option<Excess> {
        let (now, limit) = (self.in_use(), self.limit.load(Ordering::Relaxed));
        let own = sync::held().wrapping_sub(moment.own) as isize;
        let asked = now.saturating_sub(moment.in_use).min(own.max(0) as usize);
        if now > limit && asked > 0 { Some(Excess { asked, in_use: moment.in_use, limit }) } else { None }
    }

    /// Whether so many bytes more may be in use.
    pub fn has_room(&self, bytes: usize) -> bool {
        self.in_use().saturating_add(bytes) <= self.limit.load(Ordering::Relaxed)
    }

    /// Whether a process may be made whose heap has at least so many words.
    pub fn has_room_for_process(&self, min_heap_words: usize) -> bool {
        let words = if min_heap_words > MIN_WORDS { min_heap_words } else { FIRST_WORDS };
        self.has_room(words.saturating_mul(BYTES).saturating_add(size_of::<Process>()))
    }
}

impl System {
    /// Limits how many bytes may be in use from now on.
    pub fn limit_memory(&self, limit: Limit) {
        self.memory.limit.store(limit.bytes, Ordering::Relaxed);
        self.memory.code_counts.store(usize::from(limit.with_code), Ordering::Relaxed);
        let living = self.processes.pids().into_iter().filter_map(|pid| self.processes.get(pid));
        living.for_each(|process| self.count(&process));
    }

    /// Counts what a process holds by now, if anybody wants to know.
    pub fn count(&self, process: &Process) {
        if !self.memory.is_limited() {
            return;
        }
        let now = process.bytes();
        if process.counted.load(Ordering::Relaxed) != now {
            self.memory.held.change(process.counted.swap(now, Ordering::Relaxed), now);
        }
    }

    /// No longer counts a process, which has ended.
    pub(super) fn uncount(&self, process: &Process) {
        self.memory.held.change(process.counted.swap(0, Ordering::Relaxed), 0);
    }
}
