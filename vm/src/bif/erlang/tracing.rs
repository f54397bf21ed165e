//! `erlang`: what tracing answers where nothing is traced.
//!
//! Invariant: the answers are those of an OTP on which nobody traces.
//! Deliberately absent: tracing, and tokens of sequential tracing.

use crate::atom::names;
use crate::bif::{Context, argument};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::term::{Kind, Term};

bifs! {"erlang";
    /// A part of the token of sequential tracing, which there is not.
    exclusive plain "seq_trace_info"/1 => token_part;
    /// Writes to the sequential tracer: `false`, as there is no token.
    exclusive plain "seq_trace_print"/1 => print;
    /// Writes to the sequential tracer where the token has this label: `false`, as there is none.
    exclusive plain "seq_trace_print"/2 => print_labelled;
    /// Says in a message that all trace messages of a process have arrived.
    exclusive plain "trace_delivered"/1 => delivered;
    /// What of a process or a function is traced: nothing.
    exclusive plain "trace_info"/2 => info;
}

/// Flags of a token, each `false` where there is none.
const FLAGS: &[&str] =
    &["send", "receive", "print", "timestamp", "monotonic_timestamp", "strict_monotonic_timestamp"];

fn token_part<'h>(context: Context<'h>, [part]: [Term<'h>; 1]) -> Native<'h> {
    let value = match context.system.atoms.name(argument::atom(part)?) {
        "label" | "serial" => return Ok(Term::NIL),
        flag if FLAGS.contains(&flag) => Term::boolean(false),
        _ => return Err(Fault::badarg()),
    };
    Ok(context.arena.tuple(&[part, value])?)
}

fn print<'h>(_: Context<'h>, _: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::boolean(false))
}

fn print_labelled<'h>(_: Context<'h>, [label, _]: [Term<'h>; 2]) -> Native<'h> {
    let fits = label.as_atom().is_some() || label.as_small().is_some();
    if fits { Ok(Term::boolean(false)) } else { Err(Fault::badarg()) }
}

fn delivered<'h>(context: Context<'h>, [tracee]: [Term<'h>; 1]) -> Native<'h> {
    if tracee.as_pid().is_none() && !tracee.is(names::all) {
        return Err(Fault::badarg());
    }
    let name = context.system.atoms.intern("trace_delivered").ok_or(Fault::system_limit())?;
    let reference = context.arena.reference(context.system.make_reference())?;
    let message = context.arena.tuple(&[Term::atom(name), tracee, reference])?;
    context.system.send(context.process.pid, message);
    Ok(reference)
}

/// What is asked of processes only.
const OF_PROCESSES: &[&str] = &["flags", "tracer"];
const NEW: &[&str] = &["new", "new_processes", "new_ports"];

fn info<'h>(context: Context<'h>, [of, item]: [Term<'h>; 2]) -> Native<'h> {
    let name = context.system.atoms.name(argument::atom(item)?);
    let value = match of.kind() {
        Kind::Tuple([module, function, arity]) if !OF_PROCESSES.contains(&name) => {
            let key = (argument::atom(*module)?, argument::atom(*function)?, argument::count(*arity)? as u32);
            let known = context.system.modules.is_defined(key)
                || context.system.native(key.0, key.1, key.2).is_some();
            if known { Term::boolean(false) } else { Term::atom(names::undefined) }
        }
        _ if !OF_PROCESSES.contains(&name) => return Err(Fault::badarg()),
        Kind::Pid(pid) if context.system.settled(pid).is_none() => return Ok(Term::atom(names::undefined)),
        Kind::Pid(_) => Term::NIL,
        Kind::Atom(atom) if NEW.contains(&context.system.atoms.name(atom)) => Term::NIL,
        _ => return Err(Fault::badarg()),
    };
    Ok(context.arena.tuple(&[item, value])?)
}
