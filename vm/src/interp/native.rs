//! Calls of native functions, and of funs.
//!
//! Invariant: while a native function runs, the process's heap is its arena and nothing collects; when it is done,
//! `hp` comes back from the arena, and what overflowed lies in fragments that the next collection takes in.
#![expect(unsafe_code, reason = "registers are lent to native functions as terms")]

use alloc::vec::Vec;

use super::Exit;
use super::calls::{go, go_last, push_return, return_, suspend};
use super::exceptions;
use super::frames::{may_collect, try_collect, try_collect_all, with_roots};
use super::state::State;
use crate::atom::names;
use crate::bif::{Code, Context, Control, Room};
use crate::heap::Arena;
use crate::process::{Class, Fault, Trace};
use crate::sched::Callee;
use crate::sync::{self, Ordering};
use crate::term::{Boxed, Export, Kind, Lambda, Term, Word};

/// Bytes of terms that a native function makes in the time of a reduction.
const COPIED_BYTES: usize = 256;
/// The most arguments a native function takes.
const MOST_ARGUMENTS: usize = 5;

/// Where a call goes on when it is done.
#[derive(Clone, Copy)]
enum Continuation {
    /// So many words further.
    After(usize),
    /// At the caller, once a frame of so many words is given back.
    Return(usize),
}

/// Room for terms, until [`resume`] takes `hp` back.
#[inline(always)]
pub(super) unsafe fn arena<'a>(s: State) -> &'a Arena {
    // SAFETY: the heap is the running process's, and its tops are those of the state.
    unsafe {
        let heap = &mut *s.process().heap();
        heap.set_tops(s.hp, s.sp);
        &heap.arena
    }
}

/// Takes `hp` back after terms were made. A heap with much outside its block yields soon, to be collected.
#[inline(always)]
pub(super) unsafe fn resume(mut s: State) -> State {
    // SAFETY: as in `arena`.
    unsafe {
        let heap = &*s.process().heap();
        let hp = heap.arena.leave_fragment();
        s.reductions -= ((hp as usize - s.hp as usize) / COPIED_BYTES) as isize;
        s.hp = hp;
        let charged = (*s.machine).charged.take();
        if charged > 0 {
            s.reductions -= charged as isize;
        }
        if heap.wants_collection() && s.reductions > 0 {
            (*s.machine).withheld += s.reductions;
            s.reductions = 0;
        }
        s
    }
}

/// Calls a native function. `resume` has not been called when it is done.
unsafe fn invoke<'h>(s: State, number: usize, args: &[Word]) -> Result<Control<'h>, Fault<'h>> {
    // SAFETY: the arguments are valid terms, and nothing collects before the result is dropped.
    unsafe {
        let arena = arena(s);
        let system = s.system();
        let process = s.process();
        let reductions = &(*s.machine).charged;
        let room = Room { arena, system, pid: process.pid, reductions };
        let context = Context { arena, process, system, reductions };
        let t = |index: usize| s.term(args[index]);
        let value = match (*s.machine).natives.get(number).code {
            Code::Guard0(f) => f(room, []),
            Code::Guard1(f) => f(room, [t(0)]),
            Code::Guard2(f) => f(room, [t(0), t(1)]),
            Code::Guard3(f) => f(room, [t(0), t(1), t(2)]),
            Code::Plain0(f) => f(context, []),
            Code::Plain1(f) => f(context, [t(0)]),
            Code::Plain2(f) => f(context, [t(0), t(1)]),
            Code::Plain3(f) => f(context, [t(0), t(1), t(2)]),
            Code::Plain4(f) => f(context, [t(0), t(1), t(2), t(3)]),
            Code::Plain5(f) => f(context, [t(0), t(1), t(2), t(3), t(4)]),
            Code::Control0(f) => return f(context, []),
            Code::Control1(f) => return f(context, [t(0)]),
            Code::Control2(f) => return f(context, [t(0), t(1)]),
            Code::Control3(f) => return f(context, [t(0), t(1), t(2)]),
        };
        value.map(Control::Value)
    }
}

/// The value of a guard function; after a fault `resume` has not been called.
pub(super) unsafe fn guard_value<'h>(
    s: State,
    number: usize,
    args: &[Word],
) -> (State, Result<Word, Fault<'h>>) {
    // SAFETY: as in `invoke`.
    unsafe {
        match invoke(s, number, args) {
            Ok(Control::Value(value)) => (resume(s), Ok(value.word())),
            Ok(_) => (s, Err(Fault::badarg())),
            Err(fault) => (s, Err(fault)),
        }
    }
}

/// Raises what a native function raised.
pub(super) unsafe fn raise(s: State, fault: Fault<'_>, number: usize, args: &[Word]) -> State {
    // SAFETY: nothing was collected since the fault was made.
    unsafe {
        let entry = (*s.machine).natives.get(number);
        let atoms = &s.system().atoms;
        if let (Trace::Native | Trace::Because(_), Some(module), Some(name)) =
            (fault.trace, atoms.intern(entry.module), atoms.intern(entry.name))
        {
            let args: Vec<Term<'_>> = args[..entry.arity as usize].iter().map(|word| s.term(*word)).collect();
            return exceptions::raise_from(s, fault, module, name, &args);
        }
        exceptions::raise(s, fault)
    }
}

unsafe fn guard<const N: usize>(s: State) -> State {
    // SAFETY: the instruction has a pool offset, a destination and N sources; `link` saw to it that the export is
    // native.
    unsafe {
        let export = s.export(s.word(1) as i32 as isize);
        let number = export.native.load(Ordering::Relaxed) - 1;
        let mut args = [Word::NIL; 3];
        for (index, arg) in args.iter_mut().enumerate().take(N) {
            *arg = s.source(3 + index);
        }
        match guard_value(s, number, &args) {
            (s, Ok(value)) => {
                s.set(2, value);
                s.next(3 + N)
            }
            (s, Err(_)) if s.can_fail() => resume(s).fail(),
            (s, Err(fault)) => raise(s, fault, number, &args),
        }
    }
}

handlers! {
    cold guard0(s) { guard::<0>(s) }
    cold guard1(s) { guard::<1>(s) }
    cold guard2(s) { guard::<2>(s) }
    cold guard3(s) { guard::<3>(s) }
    cold call_native(s) { call(s, s.export(s.number()), Continuation::After(1)) }
    cold call_native_only(s) { call(s, s.export(s.number()), Continuation::Return(0)) }
    cold call_native_last(s) {
        call(s, s.export(s.word(1) as i32 as isize), Continuation::Return(s.half()))
    }
    cold native_body(s) { call(s, s.export(s.word(1) as i32 as isize), Continuation::Return(0)) }
    cold undefined_body(s) {
        let export = s.export(s.word(1) as i32 as isize);
        if !sync::is_exclusive() {
            return suspend(s, s.ip, export.arity as usize, Exit::Apart);
        }
        let here = s.ip;
        let own_handler = s.process().error_handler.get() != names::error_handler;
        if !own_handler && s.system().load(export.module) && export.entry.code() != here {
            let mut s = s;
            s.ip = export.entry.code();
            return s;
        }
        undefined(s, export)
    }
    cold unloaded_lambda(s) {
        let lambda = &*(s.pool(s.word(1) as i32 as isize).0 as *const Lambda);
        unloaded(s, lambda)
    }
}

/// Calls what stands in for a function that is not there, or says that it is not.
unsafe fn undefined(s: State, export: &'static Export) -> State {
    // SAFETY: the function's arguments are in X, and nothing collects here.
    unsafe {
        let system = s.system();
        let handler = s.process().error_handler.get();
        let mut named = Vec::from([Term::atom(export.module), Term::atom(export.function)]);
        let stand_in = if handler == names::error_handler {
            named.remove(0);
            (export.module, names::handle_undefined_function, 2)
        } else {
            system.load(handler);
            (handler, names::undefined_function, 3)
        };
        let arena = arena(s);
        let args: Vec<Term<'_>> = (0..export.arity as usize).map(|index| s.term(s.x(index))).collect();
        if system.modules.is_defined(stand_in)
            && let Ok(list) = arena.list(&args)
        {
            named.push(list);
            let mut s = resume(set_arguments(s, &named));
            s.ip = system.export(stand_in.0, stand_in.1, stand_in.2).entry.code();
            return s;
        }
        // The room for the exception is that of this state.
        let _ = self::arena(s);
        exceptions::raise_from(s, Fault::error(names::undef), export.module, export.function, &args)
    }
}

/// Loads the module of a fun that is called, or says that the fun is none any more.
unsafe fn unloaded(s: State, lambda: &'static Lambda) -> State {
    // SAFETY: the fun's free values follow its arguments in X.
    unsafe {
        let here = s.ip;
        if !sync::is_exclusive() {
            return suspend(s, s.ip, (lambda.arity + lambda.free) as usize, Exit::Apart);
        }
        if s.system().load(lambda.module) && lambda.entry.code() != here {
            let mut s = s;
            s.ip = lambda.entry.code();
            return s;
        }
        let arity = lambda.arity as usize;
        let arena = arena(s);
        let free: Vec<Term<'_>> =
            (arity..arity + lambda.free as usize).map(|index| s.term(s.x(index))).collect();
        let fun = arena.closure(lambda, Term::pid(s.process().pid), &free);
        let reason = fun.and_then(|fun| arena.tuple(&[Term::atom(names::badfun), fun]));
        exceptions::raise(s, Fault::raised(Class::Error, reason.unwrap_or(Term::atom(names::system_limit))))
    }
}

#[inline(always)]
unsafe fn call(s: State, export: &'static Export, continuation: Continuation) -> State {
    // SAFETY: the arguments are in X; nothing collects before the result is stored.
    unsafe {
        let number = export.native.load(Ordering::Relaxed) - 1;
        if (*s.machine).natives.get(number).exclusive && !sync::is_exclusive() {
            return suspend(s, s.ip, export.arity as usize, Exit::Apart);
        }
        let args: [Word; MOST_ARGUMENTS] = core::array::from_fn(|index| s.x(index));
        // Who looks at the process sees where it is.
        s.process().resume.ip.set(s.ip);
        match invoke(s, number, &args) {
            Ok(Control::Value(value)) => {
                s.set_x(0, value.word());
                go_on(resume(s), continuation)
            }
            Ok(control) => take_control(s, control, continuation),
            Err(fault) => raise(s, fault, number, &args),
        }
    }
}

/// Goes on with the result in x0.
#[inline(always)]
unsafe fn go_on(s: State, continuation: Continuation) -> State {
    // SAFETY: as in `call`.
    unsafe {
        if may_collect(s) {
            return try_collect(s, 0, 1).map_or_else(|left| left, |s| go_to(s, continuation));
        }
        go_to(s, continuation)
    }
}

/// Goes to where a call goes on.
#[inline(always)]
unsafe fn go_to(mut s: State, continuation: Continuation) -> State {
    // SAFETY: the continuation is the call's.
    unsafe {
        match continuation {
            Continuation::After(words) => s.next(words),
            Continuation::Return(slots) => {
                s.sp = s.sp.add(slots);
                return_(s)
            }
        }
    }
}

unsafe fn take_control(s: State, control: Control<'_>, continuation: Continuation) -> State {
    // SAFETY: as in `call`.
    unsafe {
        match control {
            Control::Value(value) => {
                s.set_x(0, value.word());
                go_on(resume(s), continuation)
            }
            Control::Apply(callee, args) => {
                let s = set_arguments(s, &args);
                let fun = callee_word(callee);
                let mut s = resume(s);
                match continuation {
                    Continuation::After(words) => s = push_return(s, words),
                    Continuation::Return(slots) => s.sp = s.sp.add(slots),
                }
                enter(s, callee, fun, args.len())
            }
            Control::Yield(value) => leave(s, value, continuation, Exit::Yielded),
            Control::Rest(value) => {
                s.set_x(0, value.word());
                match try_collect_all(resume(s), 1) {
                    Ok(s) => {
                        s.process().hibernating.set(Some(0));
                        leave(s, s.term(s.x(0)), continuation, Exit::Waiting)
                    }
                    Err(left) => left,
                }
            }
            Control::Collect(value) => {
                s.set_x(0, value.word());
                let collected = try_collect_all(resume(s), 1);
                collected.map_or_else(|left| left, |s| go_to(s, continuation))
            }
            Control::CollectOf(pid, value) => {
                collect_other(s, pid);
                take_control(s, Control::Value(value), continuation)
            }
            Control::Later(callee, args) => later(s, callee, &args, continuation),
            Control::Hibernate(callee, args) => hibernate(s, callee, &args),
            Control::Apart(arity) => suspend(s, s.ip, arity, Exit::Apart),
            Control::Halt => {
                let s = resume(s);
                suspend(s, s.ip, 0, Exit::Halted)
            }
        }
    }
}

/// Collects the heap of another process, which is at rest: the native function that asks is exclusive. Without memory for
/// that it stays as it was.
unsafe fn collect_other(s: State, pid: u32) {
    // SAFETY: nobody else is within a slice, and this slice is not that process's.
    unsafe {
        let Some(other) = s.system().processes.get(pid).filter(|other| other.pid != s.process().pid) else {
            return;
        };
        let mut registers = other.resume.registers.borrow_mut();
        let _ = with_roots(&other, &mut registers, |heap, roots| heap.collect_all(0, roots));
    }
}

/// Leaves the interpreter, to go on with a value.
unsafe fn leave(s: State, value: Term<'_>, continuation: Continuation, exit: Exit) -> State {
    // SAFETY: as in `call`.
    unsafe {
        s.set_x(0, value.word());
        let mut s = resume(s);
        if may_collect(s) {
            s = match try_collect(s, 0, 1) {
                Ok(s) => s,
                Err(left) => return left,
            };
        }
        let s = go_to(s, continuation);
        suspend(s, s.ip, 1, exit)
    }
}

unsafe fn set_arguments(s: State, args: &[Term<'_>]) -> State {
    for (index, arg) in args.iter().enumerate() {
        // SAFETY: no function takes more arguments than there are registers.
        unsafe { s.set_x(index, arg.word()) };
    }
    s
}

fn callee_word(callee: Callee<'_>) -> Word {
    match callee {
        Callee::Fun(fun) => fun.word(),
        Callee::Function(..) | Callee::Code(_) => Word::NIL,
    }
}

/// Goes to what is called; the arguments are in X and the return address on the stack.
unsafe fn enter(s: State, callee: Callee<'_>, fun: Word, arity: usize) -> State {
    // SAFETY: as in `call`.
    unsafe {
        match callee {
            Callee::Function(module, function) => {
                let export = s.system().export(module, function, arity as u32);
                go(s, export.entry.code())
            }
            Callee::Code(entry) => go(s, entry),
            Callee::Fun(_) => match closure_entry(s, fun, arity) {
                Some(entry) => go(s, entry),
                None => bad_fun(s, fun, arity),
            },
        }
    }
}

/// Lets the other processes have their turn, then calls a function.
unsafe fn later(s: State, callee: Callee<'_>, args: &[Term<'_>], continuation: Continuation) -> State {
    // SAFETY: as in `call`.
    unsafe {
        let mut s = resume(set_arguments(s, args));
        match continuation {
            Continuation::After(words) => s = push_return(s, words),
            Continuation::Return(slots) => s.sp = s.sp.add(slots),
        }
        let entry = match callee {
            Callee::Function(module, function) => {
                s.system().export(module, function, args.len() as u32).entry.code()
            }
            Callee::Code(entry) => entry,
            Callee::Fun(_) => return enter(s, callee, callee_word(callee), args.len()),
        };
        let wanted = may_collect(s);
        match if wanted { try_collect(s, 0, args.len()) } else { Ok(s) } {
            Ok(s) => suspend(s, entry, args.len(), Exit::Yielded),
            Err(left) => left,
        }
    }
}

/// Throws the stack away and sleeps until a message comes, then calls.
unsafe fn hibernate(s: State, callee: Callee<'_>, args: &[Term<'_>]) -> State {
    // SAFETY: as in `call`; the bottom of the stack is the address its process was started with.
    unsafe {
        let mut s = resume(set_arguments(s, args));
        let words = (*s.process().heap()).stack().len();
        s.sp = s.sp.add(words - 1);
        let entry = match callee {
            Callee::Function(module, function) if s.process().mailbox.borrow().is_empty() => {
                s.system().export(module, function, args.len() as u32).entry.code()
            }
            _ => return enter(s, callee, callee_word(callee), args.len()),
        };
        match try_collect_all(s, args.len()) {
            Ok(s) => {
                s.process().hibernating.set(Some(3));
                suspend(s, entry, args.len(), Exit::Waiting)
            }
            Err(left) => left,
        }
    }
}

/// The entry of a fun of this arity, with its free values in X behind the arguments.
#[inline(always)]
unsafe fn closure_entry(s: State, fun: Word, arity: usize) -> Option<*const u32> {
    // SAFETY: a boxed word is the address of a header; a closure's words are as `Boxed` says.
    unsafe {
        if !fun.is_boxed() {
            return None;
        }
        let address = fun.address();
        let header = *address;
        if header.header_kind() == Boxed::Closure {
            let lambda = &*((*address.add(1)).0 as *const Lambda);
            if lambda.arity as usize != arity {
                return None;
            }
            for index in 0..header.header_words() - 2 {
                s.set_x(arity + index, *address.add(3 + index));
            }
            return Some(lambda.entry.code());
        }
        match s.term(fun).kind() {
            Kind::ExternalFun(export) if export.arity as usize == arity => Some(export.entry.code()),
            _ => None,
        }
    }
}

/// Calls what `callee` says, a fun and as many arguments as are in X, by an instruction of `words` words.
#[inline(always)]
pub(super) unsafe fn enter_fun(
    s: State,
    callee: impl Fn(State) -> (Word, usize) + Copy,
    words: usize,
) -> State {
    // SAFETY: as in `closure_entry`.
    unsafe {
        let (fun, arity) = callee(s);
        match closure_entry(s, fun, arity) {
            Some(entry) => go(push_return(s, words), entry),
            None => s.outside(move |s| {
                let (fun, arity) = callee(s);
                bad_fun(s, fun, arity)
            }),
        }
    }
}

/// Gives back a frame of as many words as the instruction says, and goes to what `callee` says.
#[inline(always)]
pub(super) unsafe fn enter_fun_last(s: State, callee: impl Fn(State) -> (Word, usize) + Copy) -> State {
    // SAFETY: as in `closure_entry`; the frame has that many words.
    unsafe {
        let (fun, arity) = callee(s);
        match closure_entry(s, fun, arity) {
            Some(entry) => go_last(s, s.half(), entry),
            None => s.outside(move |s| {
                let (fun, arity) = callee(s);
                bad_fun(s, fun, arity)
            }),
        }
    }
}

/// Goes to an entry, counting a reduction.
pub(super) unsafe fn go_counted(s: State, entry: *const u32) -> State {
    // SAFETY: `entry` is a function's entry.
    unsafe { go(s, entry) }
}

unsafe fn bad_fun(s: State, fun: Word, arity: usize) -> State {
    // SAFETY: the registers hold valid terms.
    unsafe {
        let arena = arena(s);
        let fun = s.term(fun);
        let reason = if fun.is_fun() {
            let args: Vec<Term<'_>> = (0..arity).map(|index| s.term(s.x(index))).collect();
            arena
                .list(&args)
                .and_then(|args| arena.tuple(&[fun, args]))
                .and_then(|pair| arena.tuple(&[Term::atom(names::badarity), pair]))
        } else {
            arena.tuple(&[Term::atom(names::badfun), fun])
        };
        let reason = reason.unwrap_or(Term::atom(names::system_limit));
        exceptions::raise(s, Fault::raised(Class::Error, reason))
    }
}
