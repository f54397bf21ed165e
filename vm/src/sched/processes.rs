//! The process table.

use crate::sync::{Arc, Guarded, have_new_process};
use alloc::collections::VecDeque;
use alloc::vec::Vec;

use crate::heap::OutOfMemory;
use crate::process::Process;

/// Bits of a pid's number that say its slot; those above count the slot's uses.
const SLOT_BITS: u32 = if cfg!(target_pointer_width = "64") { 22 } else { 16 };
/// Bits of a pid's number in all: what a word has room for, and no more than 32.
const PID_BITS: u32 = if cfg!(target_pointer_width = "64") { 32 } else { 28 };

/// Processes by pid.
#[derive(Debug, Default)]
pub struct Processes {
    slots: Guarded<Vec<Slot>>,
    free: Guarded<VecDeque<u32>>,
    alive: Guarded<usize>,
}

#[derive(Debug, Default)]
struct Slot {
    uses: u32,
    process: Option<Arc<Process>>,
}

impl Processes {
    /// A new process in a slot of its own.
    ///
    /// # Errors
    /// There is no memory for its heap, or every slot is in use.
    pub fn spawn(&self, min_heap_words: usize) -> Result<Arc<Process>, OutOfMemory> {
        let mut slots = self.slots.borrow_mut();
        let slot = match self.free.borrow_mut().pop_front() {
            Some(slot) => slot,
            None if slots.len() < 1 << SLOT_BITS => {
                slots.push(Slot::default());
                slots.len() as u32 - 1
            }
            None => return Err(OutOfMemory),
        };
        let entry = &mut slots[slot as usize];
        let pid = (entry.uses << SLOT_BITS | slot) & (u32::MAX >> (32 - PID_BITS));
        let made = Process::new(pid, min_heap_words);
        let process = Arc::new(made.inspect_err(|_| self.free.borrow_mut().push_front(slot))?);
        have_new_process(&*process);
        entry.process = Some(process.clone());
        self.alive.set(self.alive.get() + 1);
        Ok(process)
    }

    /// The process of a pid, while it lives.
    pub fn get(&self, pid: u32) -> Option<Arc<Process>> {
        self.with(pid, |process| process.cloned())
    }

    /// Does something with the process of a pid, if it lives. Nobody else ends or begins meanwhile: it is to be short.
    #[inline]
    pub fn with<R>(&self, pid: u32, act: impl FnOnce(Option<&Arc<Process>>) -> R) -> R {
        let slots = self.slots.borrow();
        let process =
            slots.get((pid & ((1 << SLOT_BITS) - 1)) as usize).and_then(|slot| slot.process.as_ref());
        act(process.filter(|process| process.pid == pid))
    }

    /// Forgets a process that has ended.
    pub fn remove(&self, pid: u32) -> Option<Arc<Process>> {
        let slot = pid & ((1 << SLOT_BITS) - 1);
        let mut slots = self.slots.borrow_mut();
        let entry = slots.get_mut(slot as usize)?;
        if entry.process.as_ref()?.pid != pid {
            return None;
        }
        entry.uses = entry.uses.wrapping_add(1);
        self.free.borrow_mut().push_back(slot);
        self.alive.set(self.alive.get() - 1);
        entry.process.take()
    }

    /// Pids of all that live, by slot.
    pub fn pids(&self) -> Vec<u32> {
        self.slots
            .borrow()
            .iter()
            .filter_map(|slot| slot.process.as_ref())
            .map(|process| process.pid)
            .collect()
    }

    /// Pids of those that live in the slots from one up to another; `None` where there are no such slots.
    pub fn pids_within(&self, start: usize, end: usize) -> Option<Vec<u32>> {
        let slots = self.slots.borrow();
        let slots = slots.get(start..end.min(slots.len())).filter(|slots| !slots.is_empty())?;
        Some(slots.iter().filter_map(|slot| slot.process.as_ref()).map(|process| process.pid).collect())
    }

    /// How many live.
    pub fn count(&self) -> usize {
        self.alive.get()
    }

    /// How many there can be.
    pub const fn limit(&self) -> usize {
        1 << SLOT_BITS
    }
}

/// A pid's slot and how often it was used: the two numbers of `<0.SLOT.USES>`.
pub const fn pid_parts(pid: u32) -> (u32, u32) {
    (pid & ((1 << SLOT_BITS) - 1), pid >> SLOT_BITS)
}

/// The pid of the numbers of `<0.SLOT.USES>`, or of `<0.PID.0>`, as pids are written; `None` when no pid has them.
pub fn pid_of(slot: u64, uses: u64) -> Option<u32> {
    let number = uses.checked_mul(1 << SLOT_BITS)?.checked_add(slot)?;
    if number >> PID_BITS == 0 { Some(number as u32) } else { None }
}
