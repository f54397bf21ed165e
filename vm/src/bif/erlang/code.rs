//! `erlang`: what code there is.
//!
//! Deliberately absent: loading it (`link`) and what a module says of itself.

use crate::atom::Atom;
use crate::bif::Context;
use crate::bifs;
use crate::process::{Fault, Native};
use crate::term::Term;

bifs! {"erlang";
    /// Whether a module has code that a newer one took the place of; there is none that may be purged.
    plain "check_old_code"/1 => check_old_code;
    /// Whether a process runs code that a newer one took the place of.
    plain "check_process_code"/2 => check_process_code;
    /// Whether a loaded module exports a function, or it is native.
    plain "function_exported"/3 => function_exported;
    /// Whether a function is native.
    plain "is_builtin"/3 => is_builtin;
    /// The names of all loaded modules.
    plain "loaded"/0 => loaded;
    /// Whether a module is loaded.
    plain "module_loaded"/1 => module_loaded;
    /// The names of modules that are part of the machine.
    plain "pre_loaded"/0 => pre_loaded;
}

fn atom<'h>(term: Term<'h>) -> Result<Atom, Fault<'h>> {
    term.as_atom().ok_or(Fault::badarg())
}

fn check_old_code<'h>(_: Context<'h>, [module]: [Term<'h>; 1]) -> Native<'h> {
    atom(module)?;
    Ok(Term::boolean(false))
}

fn check_process_code<'h>(_: Context<'h>, [pid, module]: [Term<'h>; 2]) -> Native<'h> {
    atom(module)?;
    pid.as_pid().map(|_| Term::boolean(false)).ok_or(Fault::badarg())
}

fn identity<'h>([module, function, arity]: [Term<'h>; 3]) -> Result<(Atom, Atom, Option<u32>), Fault<'h>> {
    let count = arity.as_small().ok_or(Fault::badarg())?;
    Ok((atom(module)?, atom(function)?, u32::try_from(count).ok()))
}

fn function_exported<'h>(context: Context<'h>, function: [Term<'h>; 3]) -> Native<'h> {
    let (module, name, Some(arity)) = identity(function)? else { return Ok(Term::boolean(false)) };
    let native = context.system.native(module, name, arity).is_some();
    Ok(Term::boolean(native || context.system.modules.is_defined((module, name, arity))))
}

fn is_builtin<'h>(context: Context<'h>, function: [Term<'h>; 3]) -> Native<'h> {
    let (module, name, Some(arity)) = identity(function)? else { return Ok(Term::boolean(false)) };
    Ok(Term::boolean(context.system.native(module, name, arity).is_some()))
}

fn loaded<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.list_before(context.system.modules.names().into_iter().map(Term::atom), Term::NIL)?)
}

fn module_loaded<'h>(context: Context<'h>, [module]: [Term<'h>; 1]) -> Native<'h> {
    let module = atom(module)?;
    let loaded = context.system.modules.module(module).is_some() || module == crate::atom::names::erlang;
    Ok(Term::boolean(loaded))
}

fn pre_loaded<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.list(&[Term::atom(crate::atom::names::erlang)])?)
}
