//! Stack frames, room on the heap, and the way into the collector.
#![expect(unsafe_code, reason = "the stack and the heap are one block")]

use alloc::vec::Vec;

use super::calls::return_;
use super::state::State;
use super::{Ending, Exit};
use crate::atom::names;
use crate::heap::{Heap, OutOfMemory, Parcel};
use crate::process::Process;
use crate::term::Word;

/// Collects, so that `need` words are free; `live` X registers are roots. The instruction is then tried again.
pub(super) unsafe fn collect(s: State, need: usize, live: usize) -> State {
    // SAFETY: the caller's promise. Without memory the state leaves the interpreter, and nothing is tried again.
    unsafe { try_collect(s, need, live).unwrap_or_else(|left| left) }
}

/// As [`collect`], for an instruction that is not tried again: the error is a state that has left the interpreter.
pub(super) unsafe fn try_collect(s: State, need: usize, live: usize) -> Result<State, State> {
    // SAFETY: the caller's promise.
    unsafe { collect_by(s, need, live, |heap, roots| heap.collect(need, roots)) }
}

/// As [`try_collect`], and nothing is spared for its age.
pub(super) unsafe fn try_collect_all(s: State, live: usize) -> Result<State, State> {
    // SAFETY: the caller's promise.
    unsafe { collect_by(s, 0, live, |heap, roots| heap.collect_all(0, roots)) }
}

unsafe fn collect_by(
    s: State,
    need: usize,
    live: usize,
    collect: impl FnOnce(&mut Heap, &mut [&mut [Word]]) -> Result<(), OutOfMemory>,
) -> Result<State, State> {
    // SAFETY: the heap is the running process's; its roots are its stack, all of whose slots are set
    // (`Rule::UnsetFrame`), its live registers (`Rule::UnsetRegister`) and its dictionary.
    unsafe {
        let machine = &mut *s.machine;
        let process = s.process();
        (*process.heap()).set_tops(s.hp, s.sp);
        let collected = with_roots(process, &mut machine.x[..live], collect);
        #[cfg(feature = "stress")]
        {
            machine.spared = (*process.heap()).used_words() / STRESSED_WORDS;
        }
        let (hp, sp) = (*process.heap()).tops();
        let s = State { hp, sp, ..s };
        if collected.is_err() { Err(without_memory(s)) } else { within_memory(within_limit(s)?, need, live) }
    }
}

/// Lets `collect` work on the heap of a process whose tops are in it, with all the roots there are: these registers, the
/// dictionary, and the message that a receive looks at, which becomes the heap's.
///
/// # Safety
/// Nobody else has the heap, and the registers are words at rest of it.
pub(super) unsafe fn with_roots(
    process: &Process,
    registers: &mut [Word],
    collect: impl FnOnce(&mut Heap, &mut [&mut [Word]]) -> Result<(), OutOfMemory>,
) -> Result<(), OutOfMemory> {
    // SAFETY: the caller's promise.
    let heap = unsafe { &mut *process.heap() };
    let parcel = process.mailbox.borrow_mut().hand_over()?;
    parcel.into_iter().for_each(|parcel| _ = parcel.open(&heap.arena));
    let mut dictionary = process.dictionary.borrow_mut();
    let mut pairs: Vec<Word> = dictionary.iter().flat_map(|&(key, value)| [key, value]).collect();
    let collected = collect(heap, &mut [&mut *registers, &mut pairs]);
    #[cfg(feature = "stress")]
    heap.check(&[&*registers, &pairs]);
    for (entry, pair) in dictionary.iter_mut().zip(pairs.chunks_exact(2)) {
        *entry = (pair[0], pair[1]);
    }
    collected
}

/// Ends a process that has grown beyond what the machine may hold, unless it can do with less than a heap has that grows.
unsafe fn within_memory(s: State, need: usize, live: usize) -> Result<State, State> {
    // SAFETY: as in `try_collect`, and the tops are in the heap.
    unsafe {
        let (system, process) = (s.system(), s.process());
        let before = system.memory.moment();
        system.count(process);
        let Some(excess) = system.memory.excess_since(before) else { return Ok(s) };
        let machine = &mut *s.machine;
        let _ = with_roots(process, &mut machine.x[..live], |heap, roots| heap.tighten(need, roots));
        system.count(process);
        let (hp, sp) = (*process.heap()).tops();
        let s = State { hp, sp, ..s };
        if system.memory.has_room(0) {
            return Ok(s);
        }
        machine.excess = Some(excess);
        Err(s.leave(Exit::Ended(Ending::Exited(Parcel::atom(names::killed)))))
    }
}

/// Ends a process whose heap is larger than it asked for, or lets it be told.
unsafe fn within_limit(s: State) -> Result<State, State> {
    // SAFETY: the machine is there, and its process runs.
    unsafe {
        let memory = s.process().memory();
        let (_, words) = s.process().heap_words();
        if memory.max_heap_words == 0 || words <= memory.max_heap_words {
            return Ok(s);
        }
        (*s.machine).oversize = Some(words);
        let killed = Ending::Exited(Parcel::atom(names::killed));
        if memory.max_heap_kill { Err(s.leave(Exit::Ended(killed))) } else { Ok(s) }
    }
}

/// Ends the process.
pub(super) unsafe fn without_memory(s: State) -> State {
    // SAFETY: the machine is there.
    unsafe { s.leave(Exit::Ended(Ending::Exited(Parcel::NO_MEMORY))) }
}

/// Whether this reservation must collect: there is no room.
#[cfg(not(feature = "stress"))]
#[inline(always)]
pub(super) fn must_collect(s: State, words: usize) -> bool {
    !s.has_room(words)
}

/// Words of a heap that is collected at every reservation.
#[cfg(feature = "stress")]
const STRESSED_WORDS: usize = 256;

/// Whether this reservation must collect: every one does, once, unless the heap is large.
#[cfg(feature = "stress")]
pub(super) fn must_collect(s: State, words: usize) -> bool {
    // SAFETY: the machine outlives its states, and no reference into it is held across an instruction.
    let machine = unsafe { &mut *s.machine };
    if machine.has_collected || machine.spared > 0 {
        machine.spared = machine.spared.saturating_sub(usize::from(!machine.has_collected));
        machine.has_collected = false;
        return !s.has_room(words);
    }
    machine.has_collected = true;
    true
}

/// Whether to collect where the registers are few: between slices, and behind native functions.
#[inline(always)]
pub(super) fn may_collect(s: State) -> bool {
    // SAFETY: the process and its heap outlive the slice.
    let wants = unsafe { (*s.process().heap()).wants_collection() };
    #[cfg(feature = "stress")]
    // SAFETY: the machine outlives its states.
    let wants = wants || unsafe { (*s.machine).spared == 0 };
    wants
}

handlers! {
    hot allocate(s) {
        let slots = s.half();
        if must_collect(s, slots) {
            return s.outside(|s| collect(s, s.half(), s.byte::<1>()));
        }
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.next(1)
    }
    hot allocate_move_yx(s) {
        let slots = s.byte::<2>();
        if must_collect(s, slots) {
            return s.outside(|s| collect(s, s.byte::<2>(), s.byte::<1>()));
        }
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.set_y(s.byte::<3>(), s.x(s.byte::<4>()));
        s.next(2)
    }
    hot allocate_move_yx_move_yx(s) {
        let slots = s.byte::<2>();
        if must_collect(s, slots) {
            return s.outside(|s| collect(s, s.byte::<2>(), s.byte::<1>()));
        }
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.set_y(s.byte::<3>(), s.x(s.byte::<4>()));
        s.set_y(s.byte::<5>(), s.x(s.byte::<6>()));
        s.next(2)
    }
    hot allocate_heap(s) {
        let slots = s.byte::<2>();
        let need = slots + s.byte::<3>();
        if must_collect(s, need) {
            return s.outside(|s| collect(s, s.byte::<2>() + s.byte::<3>(), s.byte::<1>()));
        }
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.next(1)
    }
    hot allocate_wide(s) {
        let slots = s.word(2) as usize;
        let need = slots + s.word(3) as usize;
        if must_collect(s, need) {
            return s.outside(|s| collect(s, (s.word(2) + s.word(3)) as usize, s.word(1) as usize));
        }
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.next(4)
    }
    hot test_heap(s) {
        if must_collect(s, s.half()) {
            return s.outside(|s| collect(s, s.half(), s.byte::<1>()));
        }
        s.next(1)
    }
    hot test_heap_wide(s) {
        let need = s.word(2) as usize;
        if must_collect(s, need) {
            return s.outside(|s| collect(s, s.word(2) as usize, s.word(1) as usize));
        }
        s.next(3)
    }
    hot trim(s) {
        let mut s = s;
        s.sp = s.sp.offset(s.number());
        s.next(1)
    }
    hot clear_frame(s) {
        for index in 0..s.number() as usize {
            s.set_y(index, Word::NIL);
        }
        s.next(1)
    }
    hot deallocate(s) {
        let mut s = s;
        s.sp = s.sp.offset(s.number());
        s.next(1)
    }
    hot deallocate_return(s) {
        let mut s = s;
        s.sp = s.sp.offset(s.number());
        return_(s)
    }
}
