//! Stack traces: captured as addresses, made readable when someone asks.
//!
//! A raw trace is a tuple: class, kind of head (0 none, 1 a function that is no Erlang code and its arguments, 2 the
//! arguments of the current function, 3 a trace that was given), the head, what the first entry's location says
//! beside file and line (a list), then code addresses, innermost first. Of a function that called itself only one
//! call is kept, as on OTP.
#![expect(unsafe_code, reason = "the stack is read as return addresses")]

use alloc::vec::Vec;

use super::state::State;
use crate::atom::names;
use crate::heap::{Arena, Built};
use crate::module::{Place, finished};
use crate::process::Class;
use crate::sched::System;
use crate::term::{Term, Word};

/// What a trace begins with.
pub(super) enum Head<'h> {
    /// The current function.
    None,
    /// `{Module, Function, Args}`, which is no Erlang code.
    Function(Term<'h>),
    /// The current function, with these arguments.
    Arguments(Term<'h>),
    /// This trace and no other.
    Given(Term<'h>),
}

/// The raw trace of an exception at the current instruction; `info` ends the location of its first entry.
pub(super) unsafe fn capture<'h>(
    s: State,
    arena: &'h Arena,
    class: Class,
    head: Head<'h>,
    info: Term<'h>,
) -> Term<'h> {
    let (kind, head) = match head {
        Head::None => (0, Term::NIL),
        Head::Function(head) => (1, head),
        Head::Arguments(args) => (2, args),
        Head::Given(list) => (3, list),
    };
    let mut parts = Vec::from([Term::atom(class.atom()), Term::small_number(kind), head, info]);
    // SAFETY: the stack is the running process's, and the system outlives the slice.
    let (stack, depth) = unsafe { ((*s.process().heap()).stack(), s.system().backtrace_depth.get().max(1)) };
    let bottom = finished() as usize;
    let mut last = 0;
    let returns = stack.iter().map(|word| word.0).filter(|&address| {
        let is_kept = Word(address).is_header() && address > 4 && address != bottom && address != last;
        if is_kept {
            last = address;
        }
        is_kept
    });
    // A return address is behind its call.
    let callers = returns.map(|address| address - 4);
    let addresses = core::iter::once(s.ip as usize).chain(callers).take(depth);
    parts.extend(addresses.filter_map(|address| arena.usize(address).ok()));
    arena.tuple(&parts).unwrap_or(Term::NIL)
}

/// The class of a raw trace.
pub(super) fn class(raw: Term<'_>) -> Class {
    raw.as_tuple()
        .and_then(|parts| parts.first())
        .and_then(|class| class.as_atom())
        .and_then(Class::of)
        .unwrap_or(Class::Error)
}

/// A raw trace for another class; of a list, one that gives it.
pub(super) fn with_class<'h>(arena: &'h Arena, raw: Term<'h>, class: Class) -> Term<'h> {
    let class = Term::atom(class.atom());
    let made = match raw.as_tuple() {
        Some([_, rest @ ..]) => {
            let parts: Vec<Term<'h>> = core::iter::once(class).chain(rest.iter().copied()).collect();
            arena.tuple(&parts)
        }
        _ => arena.tuple(&[class, Term::small_number(3), raw, Term::NIL]),
    };
    made.unwrap_or(raw)
}

/// The readable trace of a raw one: `[{Module, Function, ArityOrArgs, Location}]`. What is no raw trace stays.
///
/// # Errors
/// There is no memory for it.
pub fn stack_trace<'h>(system: &System, arena: &'h Arena, raw: Term<'h>) -> Built<'h> {
    let Some([_, kind, head, info, addresses @ ..]) = raw.as_tuple() else { return Ok(raw) };
    let depth = system.backtrace_depth.get().max(1);
    let mut entries = Vec::with_capacity(depth);
    let kind = kind.as_small().unwrap_or(0);
    if kind == 3 {
        entries.extend(head.list());
    }
    if let (1, Some([module, function, args])) = (kind, head.as_tuple()) {
        entries.push(arena.tuple(&[*module, *function, *args, *info])?);
    }
    for (index, address) in addresses.iter().enumerate().take_while(|_| kind != 3) {
        let address = address.as_integer().and_then(|address| address.to_u64()).unwrap_or(0);
        let Some(place) = system.modules.place(address as usize as *const u32) else { continue };
        let args = if index == 0 && kind == 2 { Some(*head) } else { None };
        let info = if index == 0 && kind != 1 { *info } else { Term::NIL };
        entries.push(entry(arena, &place, args, info)?);
    }
    entries.truncate(depth);
    arena.list(&entries)
}

fn entry<'h>(arena: &'h Arena, place: &Place, args: Option<Term<'h>>, info: Term<'h>) -> Built<'h> {
    let location = match place.line {
        Some(line) => {
            let file = place.module.files.get(line.file as usize).map_or("", |file| file.as_str());
            let file = arena.tuple(&[Term::atom(names::file), arena.string(file)?])?;
            let line = arena.tuple(&[Term::atom(names::line), arena.usize(line.line as usize)?])?;
            arena.list_forward([file, line].map(Ok).into_iter(), info)?
        }
        None => info,
    };
    let arity = match args {
        Some(args) => args,
        None => arena.usize(place.function.arity as usize)?,
    };
    arena.tuple(&[Term::atom(place.module.name), Term::atom(place.function.name), arity, location])
}
