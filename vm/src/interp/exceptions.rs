//! Exceptions: raised, caught, and what they leave behind when nobody does.
//!
//! Invariants: a catch mark lies in a Y register between its `catch` or `try` and the end of it, so the newest mark on
//! the stack is the innermost handler. A handler finds `NONE` in x0 and class, reason and raw trace in x1 to x3.
#![expect(unsafe_code, reason = "the stack is searched for marks")]

use alloc::vec::Vec;

use super::native::{arena, resume};
use super::state::State;
use super::{Ending, Exit, explain, trace};
use crate::atom::{Atom, names};
use crate::heap::Parcel;
use crate::process::{Class, Fault, Trace};
use crate::term::{Term, Word};

/// Raises an error whose reason is an atom, at this instruction.
pub(super) unsafe fn error(s: State, reason: Atom) -> State {
    // SAFETY: the state is whole.
    unsafe { raise(s, Fault::raised(Class::Error, Term::atom(reason))) }
}

/// Raises `{Tag, Value}`.
unsafe fn error_with(s: State, tag: Atom, value: Word) -> State {
    // SAFETY: `value` is a valid term.
    unsafe {
        let reason = arena(s).tuple(&[Term::atom(tag), s.term(value)]);
        raise(s, Fault::raised(Class::Error, reason.unwrap_or(Term::atom(names::system_limit))))
    }
}

/// Raises a fault whose trace begins with a function that is not Erlang code, and its arguments; `arena` was called.
pub(super) unsafe fn raise_from(
    s: State,
    fault: Fault<'_>,
    module: Atom,
    function: Atom,
    args: &[Term<'_>],
) -> State {
    // SAFETY: the terms were made since the last collection or are in registers.
    unsafe {
        let arena = arena_again(s);
        let head =
            arena.list(args).and_then(|args| arena.tuple(&[Term::atom(module), Term::atom(function), args]));
        let head = trace::Head::Function(head.unwrap_or(Term::NIL));
        let raw = trace::capture(s, arena, fault.class, head, explain::native(arena, &fault, module));
        unwind(s, fault.class, fault.reason, raw)
    }
}

/// The arena of a state whose `hp` may be older than terms that a native function has just made.
unsafe fn arena_again<'a>(s: State) -> &'a crate::heap::Arena {
    // SAFETY: the heap is the running process's.
    unsafe { &(*s.process().heap()).arena }
}

/// Raises a fault at this instruction. Terms may have been made since `arena`, and `resume` not been called.
pub(super) unsafe fn raise(s: State, fault: Fault<'_>) -> State {
    // SAFETY: the terms of the fault were made since the last collection.
    unsafe {
        let arena = match fault.reason.word().is_pointer() || !matches!(fault.trace, Trace::Caller(None)) {
            true => arena_again(s),
            false => arena(s),
        };
        let (head, info) = match fault.trace {
            Trace::Caller(Some(args)) => (trace::Head::Arguments(args), Term::NIL),
            Trace::Explained(Some(args), info) => (trace::Head::Arguments(args), info),
            Trace::Explained(None, info) => (trace::Head::None, info),
            Trace::Given(list) => (trace::Head::Given(list), Term::NIL),
            Trace::Native | Trace::Because(_) | Trace::Caller(None) => (trace::Head::None, Term::NIL),
        };
        let raw = trace::capture(s, arena, fault.class, head, info);
        unwind(s, fault.class, fault.reason, raw)
    }
}

/// Goes to the innermost handler, or ends the process.
unsafe fn unwind(s: State, class: Class, reason: Term<'_>, raw: Term<'_>) -> State {
    // SAFETY: all slots are set (`Rule::UnsetFrame`), and the lowest mark is that of the innermost handler, whose frame
    // this is (`Rule::Nesting`). Return addresses are the stack's only words with a header's tag, so the word above one is the lowest
    // of a frame; a mark's index was given by `link`.
    unsafe {
        let stack = (*s.process().heap()).stack();
        let mut frame = 0;
        for (index, word) in stack.iter().enumerate() {
            if word.is_header() {
                frame = index + 1;
            } else if word.is_catch() {
                s.set_x(0, Word::NONE);
                s.set_x(1, Word::atom(class.atom()));
                s.set_x(2, reason.word());
                s.set_x(3, raw.word());
                let mut s = resume(s);
                s.sp = s.sp.add(frame);
                s.ip = s.system().modules.catch(word.catch_index());
                return s;
            }
        }
        let ending = ending(s, class, reason, raw);
        resume(s).leave(Exit::Ended(ending))
    }
}

/// Ends the process: a term is not what the compiler knew it to be, because another function is not the one it knew.
/// Nobody may catch that, since the stack need not be such that it can be searched here.
pub(super) unsafe fn ill_typed(s: State, value: Word) -> State {
    // SAFETY: the value is a valid term; the trace takes nothing of the stack for a term.
    unsafe {
        let (value, arena) = (s.term(value), arena(s));
        let reason = arena.tuple(&[Term::atom(names::badmatch), value]).unwrap_or(value);
        let raw = trace::capture(s, arena, Class::Error, trace::Head::None, Term::NIL);
        let ending = ending(s, Class::Error, reason, raw);
        resume(s).leave(Exit::Ended(ending))
    }
}

/// How a process ends of an exception nobody caught.
unsafe fn ending(s: State, class: Class, reason: Term<'_>, raw: Term<'_>) -> Ending {
    // SAFETY: the terms are valid, nothing collects here.
    unsafe {
        let arena = arena_again(s);
        let whole = match class {
            Class::Exit => return Ending::Exited(packed(reason)),
            Class::Error => Ok(reason),
            Class::Throw => arena.tuple(&[Term::atom(names::nocatch), reason]),
        };
        let whole = whole.and_then(|reason| {
            let list = trace::stack_trace(s.system(), arena, raw)?;
            arena.tuple(&[reason, list])
        });
        Ending::Crashed(packed(whole.unwrap_or(reason)))
    }
}

fn packed(reason: Term<'_>) -> Parcel {
    crate::sched::exit::packed(reason)
}

handlers! {
    cold func_info(s) {
        // The entry is what failed: the arguments are still in X.
        let arity = s.byte::<1>();
        let arena = arena(s);
        let args: Vec<Term<'_>> = (0..arity).map(|index| s.term(s.x(index))).collect();
        let args = arena.list(&args).unwrap_or(Term::NIL);
        let fault = Fault {
            class: Class::Error,
            reason: Term::atom(names::function_clause),
            trace: Trace::Caller(Some(args)),
        };
        raise(s, fault)
    }
    cold finished(s) {
        let value = packed(s.term(s.x(0)));
        // The address under the stack was taken by the return.
        s.leave(Exit::Ended(Ending::Returned(value)))
    }
    hot catch(s) {
        s.set_y(s.word(1) as usize, s.constant(2));
        s.next(3)
    }
    hot try_end(s) {
        s.set_y(s.word(1) as usize, Word::NIL);
        s.next(2)
    }
    hot catch_end(s) {
        s.set_y(s.word(1) as usize, Word::NIL);
        if s.x(0) == Word::NONE {
            return s.outside(|s| caught(s));
        }
        s.next(2)
    }
    cold try_case(s) {
        s.set_y(s.word(1) as usize, Word::NIL);
        for register in 0..3 {
            s.set_x(register, s.x(register + 1));
        }
        s.next(2)
    }
    cold badmatch(s) { error_with(s, names::badmatch, s.source(1)) }
    cold case_end(s) { error_with(s, names::case_clause, s.source(1)) }
    cold try_case_end(s) { error_with(s, names::try_clause, s.source(1)) }
    cold badrecord(s) { error_with(s, names::badrecord, s.source(1)) }
    cold never_returns(s) { ill_typed(s, s.x(0)) }
    cold if_end(s) { error(s, names::if_clause) }
    cold raise_again(s) {
        let (raw, reason) = (s.term(s.source(1)), s.term(s.source(2)));
        // The arena's room is that of this instruction.
        let _ = arena(s);
        unwind(s, trace::class(raw), reason, raw)
    }
    cold raw_raise(s) {
        let class = s.term(s.x(0)).as_atom().and_then(Class::of);
        let (reason, raw) = (s.term(s.x(1)), s.term(s.x(2)));
        let Some(class) = class else {
            s.set_x(0, Word::atom(names::badarg));
            return s.next(1);
        };
        let arena = arena(s);
        unwind(s, class, reason, trace::with_class(arena, raw, class))
    }
    cold build_stacktrace(s) {
        let list = trace::stack_trace(s.system(), arena(s), s.term(s.x(0))).unwrap_or(Term::NIL);
        s.set_x(0, list.word());
        resume(s).next(1)
    }
}

/// What `catch` gives for an exception: the thrown term, or `{'EXIT', Reason}`.
unsafe fn caught(s: State) -> State {
    // SAFETY: a handler finds class, reason and trace in x1 to x3 (`Rule::Arrival`).
    unsafe {
        let (reason, raw) = (s.term(s.x(2)), s.term(s.x(3)));
        let arena = arena(s);
        let exit = Term::atom(names::EXIT);
        let value = match s.term(s.x(1)).as_atom().and_then(Class::of) {
            Some(Class::Throw) => Ok(reason),
            Some(Class::Exit) => arena.tuple(&[exit, reason]),
            _ => trace::stack_trace(s.system(), arena, raw)
                .and_then(|list| arena.tuple(&[reason, list]))
                .and_then(|pair| arena.tuple(&[exit, pair])),
        };
        s.set_x(0, value.unwrap_or(reason).word());
        resume(s).next(2)
    }
}
