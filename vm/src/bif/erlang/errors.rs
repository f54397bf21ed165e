//! `erlang`: raising exceptions.

use alloc::vec::Vec;

use crate::atom::names;
use crate::bif::Context;
use crate::bifs;
use crate::process::{Class, Fault, Native, Trace};
use crate::term::Term;

bifs! {"erlang";
    /// Raises an error.
    plain "error"/1 => error;
    /// Raises an error of a function called with these arguments.
    plain "error"/2 => error_of;
    /// Raises an error of a function called with these arguments; the options say who can explain it.
    plain "error"/3 => error_explained;
    /// Ends the process unless somebody catches it.
    plain "exit"/1 => exit;
    /// Raises an error for a native function that is not there.
    plain "nif_error"/1 => nif_error;
    /// Raises an error for a native function that is not there, called with these arguments.
    plain "nif_error"/2 => nif_error_of;
    /// Raises an exception of a class, a reason and a stack trace; `badarg` when they are none.
    plain "raise"/3 => raise;
    /// Returns to whoever catches it.
    plain "throw"/1 => throw;
}

fn error<'h>(_: Context<'h>, [reason]: [Term<'h>; 1]) -> Native<'h> {
    Err(Fault::raised(Class::Error, reason))
}

fn error_of<'h>(_: Context<'h>, [reason, arguments]: [Term<'h>; 2]) -> Native<'h> {
    Err(Fault { class: Class::Error, reason, trace: Trace::Caller(list(arguments)) })
}

fn error_explained<'h>(context: Context<'h>, [reason, arguments, options]: [Term<'h>; 3]) -> Native<'h> {
    let is_info = |option: Term<'_>| match option.as_tuple() {
        Some([tag, info]) => tag.is(names::error_info) && info.as_map().is_some(),
        _ => false,
    };
    if options.list_length().is_none() || !options.list().all(is_info) {
        return error_of(context, [reason, arguments]);
    }
    let info = match options.list().last() {
        Some(info) => context.arena.list(&[info])?,
        None => Term::NIL,
    };
    Err(Fault { class: Class::Error, reason, trace: Trace::Explained(list(arguments), info) })
}

/// Arguments, where they are any.
fn list(arguments: Term<'_>) -> Option<Term<'_>> {
    (arguments.is_nil() || arguments.as_cons().is_some()).then_some(arguments)
}

fn exit<'h>(_: Context<'h>, [reason]: [Term<'h>; 1]) -> Native<'h> {
    Err(Fault::raised(Class::Exit, reason))
}

fn throw<'h>(_: Context<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    Err(Fault::raised(Class::Throw, value))
}

fn nif_error<'h>(_: Context<'h>, [reason]: [Term<'h>; 1]) -> Native<'h> {
    Err(Fault::because(reason))
}

fn nif_error_of<'h>(_: Context<'h>, [reason, _]: [Term<'h>; 2]) -> Native<'h> {
    Err(Fault::because(reason))
}

fn raise<'h>(context: Context<'h>, [class, reason, trace]: [Term<'h>; 3]) -> Native<'h> {
    let class = class.as_atom().and_then(Class::of);
    let (Some(class), Some(trace)) = (class, stack_trace(context, trace)?) else {
        return Ok(Term::atom(names::badarg));
    };
    Err(Fault { class, reason, trace: Trace::Given(trace) })
}

/// A stack trace whose every entry is `{Module, Function, Arity | Arguments, Location}` or `{Fun, Arguments,
/// Location}`, with the empty location put where it is left out; `None` when it is none. What stands for the arity or
/// the arguments is not looked at.
fn stack_trace<'h>(context: Context<'h>, trace: Term<'h>) -> Result<Option<Term<'h>>, Fault<'h>> {
    if trace.list_length().is_none() || !trace.list().all(is_entry) {
        return Ok(None);
    }
    let entries = trace.list().map(|entry| match entry.as_tuple() {
        Some(parts @ ([_, _] | [_, _, _])) if !matches!(parts, [fun, _, _] if fun.is_fun()) => {
            let parts: Vec<_> = parts.iter().copied().chain([Term::NIL]).collect();
            context.arena.tuple(&parts)
        }
        _ => Ok(entry),
    });
    Ok(Some(context.arena.list_forward(entries, Term::NIL)?))
}

fn is_entry(entry: Term<'_>) -> bool {
    let is_list = |term: Term<'_>| term.list_length().is_some();
    let named =
        |module: Term<'_>, function: Term<'_>| module.as_atom().is_some() && function.as_atom().is_some();
    match entry.as_tuple() {
        Some([fun, _]) => fun.is_fun(),
        Some([fun, _, location]) if fun.is_fun() => is_list(*location),
        Some([module, function, _]) => named(*module, *function),
        Some([module, function, _, location]) => named(*module, *function) && is_list(*location),
        _ => false,
    }
}
