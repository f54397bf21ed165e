//! `erlang`: functions that decide where a process goes on.

use alloc::vec::Vec;

use crate::atom::names;
use crate::bif::{Callee, Context, Control};
use crate::bifs;
use crate::port::console;
use crate::process::Fault;
use crate::term::{Kind, Term};

bifs! {"erlang";
    /// Calls a fun.
    control "apply"/2 => apply_fun;
    /// Calls a function.
    control "apply"/3 => apply_function;
    /// Says that the process has worked as much as this many reductions: it lets the others run.
    control "bump_reductions"/1 => bump_reductions;
    /// Collects the process's garbage.
    control "garbage_collect"/0 => garbage_collect;
    /// Collects a process's garbage: this one's now, another's when it runs.
    exclusive control "garbage_collect"/1 => garbage_collect_of;
    /// Collects a process's garbage, as the options say.
    exclusive control "garbage_collect"/2 => garbage_collect_with;
    /// Stops the machine.
    control "halt"/0 => halt;
    /// Stops the machine with a status, or for a reason.
    control "halt"/1 => halt_with;
    /// Stops the machine with a status, or for a reason; the options change nothing, the console has no buffer.
    control "halt"/2 => halt_options;
    /// Waits for a message with no more memory than needed, then goes on.
    control "hibernate"/0 => rest;
    /// Waits for a message with no more memory than needed, then calls a function.
    control "hibernate"/3 => hibernate;
    /// Lets the others run.
    control "yield"/0 => yield_now;
}

/// The status of a machine that stopped for a reason.
const STATUS_OF_REASON: i32 = 1;
/// The status of a machine that was told to abort.
const STATUS_OF_ABORT: i32 = 134;
/// Arguments a function can have.
const MAX_ARGUMENTS: usize = 255;

type Flow<'h> = Result<Control<'h>, Fault<'h>>;

fn arguments<'h>(list: Term<'h>) -> Result<Vec<Term<'h>>, Fault<'h>> {
    match list.list_length() {
        None => Err(Fault::badarg()),
        Some(count) if count > MAX_ARGUMENTS => Err(Fault::system_limit()),
        Some(_) => Ok(list.list().collect()),
    }
}

fn function<'h>(module: Term<'h>, function: Term<'h>) -> Result<Callee<'h>, Fault<'h>> {
    match (module.as_atom(), function.as_atom()) {
        (Some(module), Some(function)) => Ok(Callee::Function(module, function)),
        _ => Err(Fault::badarg()),
    }
}

fn apply_fun<'h>(_: Context<'h>, [fun, list]: [Term<'h>; 2]) -> Flow<'h> {
    Ok(Control::Apply(Callee::Fun(fun), arguments(list)?))
}

fn apply_function<'h>(_: Context<'h>, [module, name, list]: [Term<'h>; 3]) -> Flow<'h> {
    Ok(Control::Apply(function(module, name)?, arguments(list)?))
}

fn rest<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Flow<'h> {
    let came = !context.process.mailbox.borrow().is_empty();
    let done = Term::boolean(true);
    Ok(if came { Control::Value(done) } else { Control::Rest(done) })
}

fn hibernate<'h>(_: Context<'h>, [module, name, list]: [Term<'h>; 3]) -> Flow<'h> {
    Ok(Control::Hibernate(function(module, name)?, arguments(list)?))
}

fn yield_now<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Flow<'h> {
    Ok(Control::Yield(Term::boolean(true)))
}

fn bump_reductions<'h>(_: Context<'h>, [count]: [Term<'h>; 1]) -> Flow<'h> {
    match count.as_integer() {
        Some(count) if count.sign() > 0 => Ok(Control::Yield(Term::boolean(true))),
        _ => Err(Fault::badarg()),
    }
}

fn garbage_collect<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Flow<'h> {
    Ok(Control::Collect(Term::boolean(true)))
}

fn garbage_collect_of<'h>(context: Context<'h>, [pid]: [Term<'h>; 1]) -> Flow<'h> {
    match pid.as_pid() {
        Some(pid) if pid == context.process.pid => Ok(Control::Collect(Term::boolean(true))),
        Some(pid) if context.system.settled(pid).is_some() => {
            Ok(Control::CollectOf(pid, Term::boolean(true)))
        }
        Some(_) => Ok(Control::Value(Term::boolean(false))),
        None => Err(Fault::badarg()),
    }
}

fn garbage_collect_with<'h>(context: Context<'h>, [pid, options]: [Term<'h>; 2]) -> Flow<'h> {
    let mut request = None;
    if options.list_length().is_none() {
        return Err(Fault::badarg());
    }
    for option in options.list() {
        match option.as_tuple() {
            Some([key, value]) if key.is(names::async_) => request = Some(*value),
            Some([key, value])
                if key.is(names::type_) && (is_named(context, *value, &["major", "minor"])) => {}
            _ => return Err(Fault::badarg()),
        }
    }
    let flow = garbage_collect_of(context, [pid])?;
    let Some(request) = request else { return Ok(flow) };
    let (Control::Value(result) | Control::Collect(result) | Control::CollectOf(_, result)) = flow else {
        return Ok(flow);
    };
    let tag = Term::atom(names::garbage_collect);
    context.system.send(context.process.pid, context.arena.tuple(&[tag, request, result])?);
    Ok(match flow {
        Control::Collect(_) => Control::Collect(Term::atom(names::async_)),
        Control::CollectOf(pid, _) => Control::CollectOf(pid, Term::atom(names::async_)),
        _ => Control::Value(Term::atom(names::async_)),
    })
}

fn is_named(context: Context<'_>, term: Term<'_>, names: &[&str]) -> bool {
    term.as_atom().is_some_and(|atom| names.contains(&context.system.atoms.name(atom)))
}

fn halt<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Flow<'h> {
    halt_with(context, [Term::small_number(0)])
}

fn halt_with<'h>(context: Context<'h>, [status]: [Term<'h>; 1]) -> Flow<'h> {
    let status = match status.kind() {
        Kind::Small(status) => i32::try_from(status).ok().filter(|status| *status >= 0),
        Kind::Atom(_) if is_named(context, status, &["abort"]) => Some(STATUS_OF_ABORT),
        Kind::Nil | Kind::Cons(_) => crate::bif::avm_console::text_bytes(status).map(|mut reason| {
            reason.push(b'\n');
            console::write(context.system, &reason);
            STATUS_OF_REASON
        }),
        _ => None,
    };
    context.system.halted.set(Some(status.ok_or(Fault::badarg())?));
    Ok(Control::Halt)
}

fn halt_options<'h>(context: Context<'h>, [status, options]: [Term<'h>; 2]) -> Flow<'h> {
    let accepted = |option: Term<'_>| match option.as_tuple() {
        Some([key, value]) if key.is(names::flush) => value.as_bool().is_some(),
        Some([key, value]) if is_named(context, *key, &["flush_timeout"]) => {
            value.is(names::infinity) || value.as_usize().is_some()
        }
        _ => false,
    };
    if options.list_length().is_none() || !options.list().all(accepted) {
        return Err(Fault::badarg());
    }
    halt_with(context, [status])
}
