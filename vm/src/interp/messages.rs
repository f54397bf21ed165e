//! Sending and receiving.
//!
//! Invariant: the message a receive looks at stays in its parcel, outside the heap, until it is taken out. Registers refer
//! to it there, or, if it is the oldest and small, to a copy in the heap. Where something collects between, the parcel
//! that they refer to becomes the heap's, and a copy stays in the mailbox.
#![expect(unsafe_code, reason = "registers are reached without checks")]

use super::calls::suspend;
use super::frames::without_memory;
use super::native;
use super::state::State;
use super::{Ending, Exit, exceptions};
use crate::atom::names;
use crate::heap::Parcel;
use crate::port::clock;
use crate::sched::Expiry;
use crate::term::{Kind, Word};

/// The timer of who waits without an end.
const NO_END: u64 = u64::MAX;
/// The words of a message, at most, that is copied into the heap when it is looked at.
const COPIED_AT_ONCE: usize = 16;
/// Words of a message that are copied in the time of a reduction.
const COPIED_WORDS: usize = 256;
/// Nanoseconds of a millisecond.
const MILLISECOND: u64 = 1_000_000;

handlers! {
    cold send(s) {
        let mut s = s;
        let (to, message) = (s.x(0), s.x(1));
        if to.is_pid() {
            let words = s.system().send(to.number(), s.term(message));
            s.reductions -= (words / COPIED_WORDS) as isize;
        } else {
            let number = (*s.machine).natives.find("erlang", "send", 2).unwrap_or(usize::MAX);
            match native::guard_value(s, number, &[to, message]) {
                (_, Ok(_)) => {}
                (s, Err(fault)) => return native::raise(s, fault, number, &[to, message]),
            }
        }
        s.set_x(0, message);
        s.next(1)
    }
    cold loop_rec(s) {
        let process = s.process();
        if process.mailbox.borrow().current().is_none()
            && let Some(reason) = s.system().receive_signals(process)
        {
            return s.leave(Exit::Ended(Ending::Exited(reason)));
        }
        let mut s = s;
        let current = process.mailbox.borrow_mut().look(|parcel| {
            let is_small = (1..=COPIED_AT_ONCE).contains(&parcel.words());
            if !is_small || !s.has_room(COPIED_AT_ONCE) {
                return None;
            }
            let (copy, next) = parcel.copy_to(s.hp, COPIED_AT_ONCE)?;
            s.hp = next;
            Some(copy)
        });
        match current {
            Some(message) => {
                s.set_x(0, message);
                s.next(1)
            }
            None => s.jump(s.number()),
        }
    }
    cold remove_message(s) {
        let process = s.process();
        let parcel = process.mailbox.borrow_mut().take();
        forget_timer(s);
        adopted(s, parcel).next(1)
    }
    cold keep_message(s) {
        match s.process().mailbox.borrow_mut().hand_over() {
            Ok(parcel) => adopted(s, parcel).next(1),
            Err(_) => without_memory(s),
        }
    }
    cold loop_rec_end(s) {
        // No X register holds anything here: the process may yield.
        s.process().mailbox.borrow_mut().skip();
        let mut s = s.jump(s.number());
        s.reductions -= 1;
        if s.reductions < 0 { suspend(s, s.ip, 0, Exit::Yielded) } else { s }
    }
    cold wait(s) {
        let again = s.jump(s.number()).ip;
        suspend(s, again, 0, Exit::Waiting)
    }
    cold wait_timeout(s) {
        let process = s.process();
        if process.timed_out.replace(false) {
            return s.next(3);
        }
        let again = s.jump(s.word(2) as i32 as isize).ip;
        if process.timer.get() != 0 {
            return suspend(s, again, 0, Exit::Waiting);
        }
        let milliseconds = match s.term(s.source(1)).kind() {
            Kind::Atom(names::infinity) => {
                // Woken by a message, it does not ask again: the register is no longer what it was.
                process.timer.set(NO_END);
                return suspend(s, again, 0, Exit::Waiting);
            }
            Kind::Small(value) => u32::try_from(value).ok(),
            Kind::Big(value) => value.to_u64().and_then(|value| u32::try_from(value).ok()),
            _ => None,
        };
        match milliseconds {
            None => exceptions::error(s, names::timeout_value),
            Some(0) => s.next(3),
            Some(milliseconds) => {
                let now = clock::monotonic_ns(s.system());
                let at = now + u64::from(milliseconds) * MILLISECOND;
                let timer = s.system().timers.borrow_mut().set(at, Expiry::Receive(process.pid));
                process.timer.set(timer);
                suspend(s, again, 0, Exit::Waiting)
            }
        }
    }
    cold timeout(s) {
        s.process().mailbox.borrow_mut().restart();
        forget_timer(s);
        s.next(1)
    }
    cold marker_reserve(s) {
        s.process().mailbox.borrow_mut().reserve_mark();
        s.set(1, Word::NIL);
        s.next(2)
    }
    cold marker_bind(s) {
        if let Kind::Reference(reference) = s.term(s.source(2)).kind() {
            s.process().mailbox.borrow_mut().bind_mark(reference);
        }
        s.next(3)
    }
    cold marker_clear(s) {
        if let Kind::Reference(reference) = s.term(s.source(1)).kind() {
            s.process().mailbox.borrow_mut().clear_mark(reference);
        }
        s.next(2)
    }
    cold marker_use(s) {
        if let Kind::Reference(reference) = s.term(s.source(1)).kind() {
            s.process().mailbox.borrow_mut().use_mark(reference);
        }
        s.next(2)
    }
}

/// A parcel's fragments become the heap's; the registers refer to them already. Without a parcel the arena has not heard
/// of the heap's top, which is the state's.
unsafe fn adopted(s: State, parcel: Option<Parcel>) -> State {
    let Some(parcel) = parcel else { return s };
    // SAFETY: the heap is the running process's, and its top comes back from the arena it was given to.
    unsafe {
        parcel.open(native::arena(s));
        native::resume(s)
    }
}

/// The receive is over: its time no longer counts.
unsafe fn forget_timer(s: State) {
    // SAFETY: the process runs.
    unsafe {
        let process = s.process();
        let timer = process.timer.take();
        if timer != 0 {
            s.system().timers.borrow_mut().cancel(timer);
        }
        process.timed_out.set(false);
    }
}
