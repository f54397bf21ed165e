//! Stack frames, room on the heap, and the way into the collector.
#![expect(unsafe_code, reason = "the stack and the heap are one block")]

use alloc::vec::Vec;

use super::calls::return_;
use super::state::State;
use super::{Ending, Exit};
use crate::atom::names;
use crate::heap::Parcel;
use crate::term::{Term, Word};

/// Collects, so that `need` words are free; `live` X registers are roots. The instruction is then tried again.
pub(super) unsafe fn collect(s: State, need: usize, live: usize) -> State {
    // SAFETY: the heap is the running process's; its roots are its stack, its live registers and its dictionary.
    unsafe {
        let machine = &mut *s.machine;
        let process = s.process();
        let heap = &mut *process.heap();
        heap.set_tops(s.hp, s.sp);
        let mut dictionary = process.dictionary.borrow_mut();
        let mut pairs: Vec<Word> = dictionary.iter().flat_map(|&(key, value)| [key, value]).collect();
        let collected = heap.collect(need, &mut [&mut machine.x[..live], &mut pairs]);
        for (entry, pair) in dictionary.iter_mut().zip(pairs.chunks_exact(2)) {
            *entry = (pair[0], pair[1]);
        }
        let (hp, sp) = heap.tops();
        let s = State { hp, sp, ..s };
        if collected.is_err() {
            let reason = Parcel::new(Term::atom(names::system_limit));
            let Ok(reason) = reason else { return s.leave(Exit::Halted) };
            return s.leave(Exit::Ended(Ending::Exited(reason)));
        }
        s
    }
}

/// Whether this reservation must collect: there is no room, or every reservation does.
#[inline(always)]
fn must_collect(s: State, words: usize) -> bool {
    !s.has_room(words)
}

handlers! {
    hot allocate(s) {
        let slots = s.half();
        if must_collect(s, slots) {
            let (need, live) = (slots, s.byte::<1>());
            return s.outside(move |s| collect(s, need, live));
        }
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.next(1)
    }
    hot allocate_heap(s) {
        let slots = s.byte::<2>();
        let need = slots + s.byte::<3>();
        if must_collect(s, need) {
            let (need, live) = (need, s.byte::<1>());
            return s.outside(move |s| collect(s, need, live));
        }
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.next(1)
    }
    hot allocate_wide(s) {
        let slots = s.word(2) as usize;
        let need = slots + s.word(3) as usize;
        if must_collect(s, need) {
            let (need, live) = (need, s.word(1) as usize);
            return s.outside(move |s| collect(s, need, live));
        }
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.next(4)
    }
    hot test_heap(s) {
        if must_collect(s, s.half()) {
            let (need, live) = (s.half(), s.byte::<1>());
            return s.outside(move |s| collect(s, need, live));
        }
        s.next(1)
    }
    hot test_heap_wide(s) {
        let need = s.word(2) as usize;
        if must_collect(s, need) {
            let (need, live) = (need, s.word(1) as usize);
            return s.outside(move |s| collect(s, need, live));
        }
        s.next(3)
    }
    hot trim(s) {
        let mut s = s;
        s.sp = s.sp.offset(s.number());
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
