//! Stack traces: captured as addresses, made readable when someone asks.
//!
//! A raw trace is a tuple: class, kind of head (0 none, 1 a function that is no Erlang code and its arguments, 2 the
//! arguments of the current function, 3 a trace that was given), the head, then code addresses, innermost first.
#![expect(unsafe_code, reason = "the stack is read as return addresses")]

use alloc::vec::Vec;

use super::state::State;
use crate::atom::names;
use crate::heap::{Arena, Built};
use crate::module::{Place, finished};
use crate::process::Class;
use crate::sched::System;
use crate::term::Term;

/// Entries of a trace at most (OTP's default for `backtrace_depth`).
const DEPTH: usize = 8;

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

/// The raw trace of an exception at the current instruction.
pub(super) unsafe fn capture<'h>(s: State, arena: &'h Arena, class: Class, head: Head<'h>) -> Term<'h> {
    let (kind, head) = match head {
        Head::None => (0, Term::NIL),
        Head::Function(head) => (1, head),
        Head::Arguments(args) => (2, args),
        Head::Given(list) => (3, list),
    };
    let mut parts = Vec::with_capacity(3 + DEPTH);
    parts.extend([Term::atom(class.atom()), Term::small_number(kind), head]);
    // SAFETY: the stack is the running process's.
    let stack = unsafe { (*s.process().heap()).stack() };
    let bottom = finished() as usize;
    let returns = stack.iter().filter(|word| word.is_header() && word.0 != bottom);
    // A return address is behind its call.
    let callers = returns.map(|word| word.0 - 4);
    let addresses = core::iter::once(s.ip as usize).chain(callers).take(DEPTH);
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
        _ => arena.tuple(&[class, Term::small_number(3), raw]),
    };
    made.unwrap_or(raw)
}

/// The readable trace of a raw one: `[{Module, Function, ArityOrArgs, Location}]`. What is no raw trace stays.
///
/// # Errors
/// There is no memory for it.
pub fn stack_trace<'h>(system: &System, arena: &'h Arena, raw: Term<'h>) -> Built<'h> {
    let Some([_, kind, head, addresses @ ..]) = raw.as_tuple() else { return Ok(raw) };
    let kind = kind.as_small().unwrap_or(0);
    if kind == 3 {
        return Ok(*head);
    }
    let mut entries = Vec::with_capacity(DEPTH);
    if let (1, Some([module, function, args])) = (kind, head.as_tuple()) {
        entries.push(arena.tuple(&[*module, *function, *args, Term::NIL])?);
    }
    for (index, address) in addresses.iter().enumerate() {
        let address = address.as_integer().and_then(|address| address.to_u64()).unwrap_or(0);
        let Some(place) = system.modules.place(address as usize as *const u32) else { continue };
        let args = if index == 0 && kind == 2 { Some(*head) } else { None };
        entries.push(entry(arena, &place, args)?);
    }
    entries.truncate(DEPTH);
    arena.list(&entries)
}

fn entry<'h>(arena: &'h Arena, place: &Place, args: Option<Term<'h>>) -> Built<'h> {
    let location = match place.line {
        Some(line) => {
            let file = place.module.files.get(line.file as usize).map_or("", |file| file.as_str());
            let file = arena.tuple(&[Term::atom(names::file), arena.string(file)?])?;
            let line = arena.tuple(&[Term::atom(names::line), arena.usize(line.line as usize)?])?;
            arena.list(&[file, line])?
        }
        None => Term::NIL,
    };
    let arity = match args {
        Some(args) => args,
        None => arena.usize(place.function.arity as usize)?,
    };
    arena.tuple(&[Term::atom(place.module.name), Term::atom(place.function.name), arity, location])
}
