//! What Erlang sees go wrong: a class, a reason and what the stack trace is to say.

use crate::atom::{Atom, names};
use crate::heap::OutOfMemory;
use crate::term::Term;

/// The class of an exception.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// `error`: a run-time error.
    Error,
    /// `exit`: the process wants to end.
    Exit,
    /// `throw`: a non-local return.
    Throw,
}

impl Class {
    /// The atom of the class.
    pub const fn atom(self) -> Atom {
        match self {
            Class::Error => names::error,
            Class::Exit => names::exit,
            Class::Throw => names::throw,
        }
    }

    /// The class of an atom.
    pub fn of(atom: Atom) -> Option<Class> {
        match atom {
            names::error => Some(Class::Error),
            names::exit => Some(Class::Exit),
            names::throw => Some(Class::Throw),
            _ => None,
        }
    }
}

/// What the stack trace of an exception begins with.
#[derive(Clone, Copy)]
pub enum Trace<'h> {
    /// The native function that failed and its arguments (taken from the call), as OTP shows a failed BIF.
    Native,
    /// As `Native`; this says why, to who explains errors of that module.
    Because(Term<'h>),
    /// The function that called the native one, with these arguments where they are given (`erlang:error/1,2`).
    Caller(Option<Term<'h>>),
    /// As `Caller`; this list ends the location of its entry (`erlang:error/3`).
    Explained(Option<Term<'h>>, Term<'h>),
    /// This trace and no other (`erlang:raise/3`).
    Given(Term<'h>),
}

/// An exception.
#[derive(Clone, Copy)]
pub struct Fault<'h> {
    /// The class.
    pub class: Class,
    /// The reason.
    pub reason: Term<'h>,
    /// What the trace begins with.
    pub trace: Trace<'h>,
}

/// What a native function gives back.
pub type Native<'h> = Result<Term<'h>, Fault<'h>>;

impl<'h> Fault<'h> {
    /// An error of a native function, whose reason is an atom.
    pub const fn error(reason: Atom) -> Self {
        Fault { class: Class::Error, reason: Term::atom(reason), trace: Trace::Native }
    }

    /// `badarg`.
    pub const fn badarg() -> Self {
        Fault::error(names::badarg)
    }

    /// `badarith`.
    pub const fn badarith() -> Self {
        Fault::error(names::badarith)
    }

    /// `system_limit`.
    pub const fn system_limit() -> Self {
        Fault::error(names::system_limit)
    }

    /// An error of any reason, of the native function.
    pub const fn because(reason: Term<'h>) -> Self {
        Fault { class: Class::Error, reason, trace: Trace::Native }
    }

    /// `badarg`, with a word for why.
    pub const fn badarg_because(cause: Atom) -> Self {
        Fault {
            class: Class::Error,
            reason: Term::atom(names::badarg),
            trace: Trace::Because(Term::atom(cause)),
        }
    }

    /// An exception raised by the program itself: the trace begins with the caller.
    pub const fn raised(class: Class, reason: Term<'h>) -> Self {
        Fault { class, reason, trace: Trace::Caller(None) }
    }
}

impl From<OutOfMemory> for Fault<'_> {
    fn from(_: OutOfMemory) -> Self {
        Fault::system_limit()
    }
}
