//! Calls and returns.
//!
//! Invariant: a call pushes its return address into the slack that every frame and heap test leaves free; a function
//! that takes no frame makes no call but its last.
#![expect(unsafe_code, reason = "return addresses are words of the stack")]

use alloc::vec::Vec;

use super::Exit;
use super::exceptions;
use super::native::{self, enter_fun, enter_fun_last};
use super::state::State;
use crate::atom::names;
use crate::process::Fault;
use crate::term::{Term, Word};

/// Goes to a function's entry, or yields there when the slice is over.
#[inline(always)]
pub(super) unsafe fn go(mut s: State, entry: *const u32) -> State {
    s.ip = entry;
    s.reductions -= 1;
    if s.reductions < 0 {
        // SAFETY: `entry` is a function's entry.
        return s.outside(|s| unsafe { yield_at_entry(s) });
    }
    s
}

/// Gives a frame of so many words back and goes to a function's entry.
#[inline(always)]
pub(super) unsafe fn go_last(mut s: State, slots: usize, entry: *const u32) -> State {
    // SAFETY: the frame has that many words; `entry` is a function's entry.
    unsafe {
        s.sp = s.sp.add(slots);
        go(s, entry)
    }
}

/// Pushes the address behind the current instruction of `words` words.
#[inline(always)]
pub(super) unsafe fn push_return(mut s: State, words: usize) -> State {
    // SAFETY: the slack has room for one word (invariant of this file; `Rule::FrameMissing`).
    unsafe {
        s.sp = s.sp.sub(1);
        *s.sp = Word(s.ip.add(words) as usize);
    }
    s
}

/// Saves the arguments of the function at `ip`, and leaves.
unsafe fn yield_at_entry(s: State) -> State {
    // SAFETY: before an entry stands its `FuncInfo` with the arity in byte a.
    unsafe {
        let arity = usize::from(*s.ip.sub(2).cast::<u8>().add(1));
        // A closure's free values follow its arguments, and its arity counts both.
        suspend(s, s.ip, arity, Exit::Yielded)
    }
}

/// Stores where the process goes on and the X registers it needs there, and leaves.
pub(super) unsafe fn suspend(s: State, ip: *const u32, live: usize, exit: Exit) -> State {
    // SAFETY: `live` registers are set (`Rule::UnsetRegister`).
    unsafe {
        let process = s.process();
        process.resume.ip.set(ip);
        let machine = &*s.machine;
        let mut registers = process.resume.registers.borrow_mut();
        registers.clear();
        registers.extend_from_slice(&machine.x[..live]);
        drop(registers);
        s.leave(exit)
    }
}

handlers! {
    hot call(s) {
        let target = s.jump(s.number()).ip;
        go(push_return(s, 1), target)
    }
    hot call_only(s) {
        let target = s.jump(s.number()).ip;
        go(s, target)
    }
    hot move_xx_call(s) {
        s.set_x(s.byte::<1>(), s.x(s.byte::<2>()));
        let target = s.jump(s.word(1) as i32 as isize).ip;
        go(push_return(s, 2), target)
    }
    hot move_xy_call(s) {
        s.set_x(s.byte::<1>(), s.y(s.byte::<2>()));
        let target = s.jump(s.word(1) as i32 as isize).ip;
        go(push_return(s, 2), target)
    }
    hot move_xx_call_only(s) {
        s.set_x(s.byte::<1>(), s.x(s.byte::<2>()));
        let target = s.jump(s.word(1) as i32 as isize).ip;
        go(s, target)
    }
    hot call_last(s) {
        go_last(s, s.half(), s.jump(s.word(1) as i32 as isize).ip)
    }
    hot move_xx_call_last(s) {
        s.set_x(s.byte::<1>(), s.x(s.byte::<2>()));
        go_last(s, s.byte::<3>(), s.jump(s.word(1) as i32 as isize).ip)
    }
    hot move_xy_call_last(s) {
        s.set_x(s.byte::<1>(), s.y(s.byte::<2>()));
        go_last(s, s.byte::<3>(), s.jump(s.word(1) as i32 as isize).ip)
    }
    hot call_ext(s) {
        let entry = s.export(s.number()).entry.code();
        go(push_return(s, 1), entry)
    }
    hot call_ext_only(s) {
        let entry = s.export(s.number()).entry.code();
        go(s, entry)
    }
    hot call_ext_last(s) {
        go_last(s, s.half(), s.export(s.word(1) as i32 as isize).entry.code())
    }
    hot return_(s) {
        let mut s = s;
        s.ip = (*s.sp).0 as *const u32;
        s.sp = s.sp.add(1);
        s
    }
    hot move_xx_return(s) {
        s.set_x(s.byte::<1>(), s.x(s.byte::<2>()));
        return_(s)
    }
    hot move_xc_return(s) {
        s.set_x(s.byte::<1>(), s.constant(1));
        return_(s)
    }
    hot call_fun(s) {
        enter_fun(s, |s| (s.x(s.byte::<1>()), s.byte::<1>()), 1)
    }
    hot call_fun_source(s) {
        enter_fun(s, |s| (s.source(1), s.byte::<1>()), 2)
    }
    hot call_fun_last(s) {
        enter_fun_last(s, |s| (s.x(s.byte::<1>()), s.byte::<1>()))
    }
    hot call_fun_source_last(s) {
        enter_fun_last(s, |s| (s.source(1), s.byte::<1>()))
    }
    cold apply(s) {
        let arity = s.byte::<1>();
        enter_function(s, arity, 1, None)
    }
    cold apply_last(s) {
        let arity = s.byte::<1>();
        let slots = s.word(1) as usize;
        enter_function(s, arity, 2, Some(slots))
    }
}

/// Calls x[arity]:x[arity+1]; `slots` are those of the frame to give back where the call is the last.
unsafe fn enter_function(s: State, arity: usize, words: usize, slots: Option<usize>) -> State {
    // SAFETY: the registers of the call are set.
    unsafe {
        let (module, function) = (s.x(arity), s.x(arity + 1));
        if !module.is_atom() || !function.is_atom() {
            return refuse_apply(s, arity);
        }
        if module.atom_value() == names::erlang
            && function.atom_value() == names::apply
            && arity == 2
            && s.term(s.x(1)).list_length().is_none()
        {
            return refuse_apply(s, arity);
        }
        let export = s.system().export(module.atom_value(), function.atom_value(), arity as u32);
        let mut s = s;
        match slots {
            Some(slots) => s.sp = s.sp.add(slots),
            None => s = push_return(s, words),
        }
        native::go_counted(s, export.entry.code())
    }
}

/// `badarg` of `erlang:apply/3`, which the instruction stands for.
unsafe fn refuse_apply(s: State, arity: usize) -> State {
    // SAFETY: the registers of the call are set.
    unsafe {
        let arena = native::arena(s);
        let args: Vec<Term<'_>> = (0..arity).map(|index| s.term(s.x(index))).collect();
        let args = arena.list(&args).unwrap_or(Term::NIL);
        let args = [s.term(s.x(arity)), s.term(s.x(arity + 1)), args];
        exceptions::raise_from(s, Fault::badarg(), names::erlang, names::apply, &args)
    }
}
