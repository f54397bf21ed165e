//! `erlang`: what code there is, how it comes and how it goes.
//!
//! Invariant: a module that was prepared is listed whole or not at all, and never while an older one is not purged.
//! Deliberately absent: files (module `code`), and what a module says of itself.

use crate::sync::Arc;
use alloc::vec::Vec;

use crate::atom::{Atom, names};
use crate::bif::{Callee, Context, Control, argument};
use crate::module::{Module, Prepared};
use crate::process::{Fault, Native, ReferenceNumbers};
use crate::sched::System;
use crate::term::{Kind, Term};

crate::bifs! {"erlang";
    /// Calls the function that a module, which is not listed yet, wants called first.
    exclusive control "call_on_load_function"/1 => call_on_load_function;
    /// Whether a module has code that a newer one took the place of, and that is not purged.
    exclusive plain "check_old_code"/1 => check_old_code;
    /// Whether a process runs the old code of a module.
    exclusive plain "check_process_code"/2 => check_process_code;
    /// The same, told by a message where the options say `{async, RequestId}`.
    exclusive plain "check_process_code"/3 => check_process_code_with;
    /// Makes the code of a module old, so that it cannot be called by name; `undefined` when there is none.
    exclusive plain "delete_module"/1 => delete_module;
    /// Lists a module whose first function returned, or (`false`) gives it up.
    exclusive plain "finish_after_on_load"/2 => finish_after_on_load;
    /// Lists modules that were prepared: all of them, or none.
    exclusive plain "finish_loading"/1 => finish_loading;
    /// Whether a loaded module exports a function, or it is native.
    plain "function_exported"/3 => function_exported;
    /// Whether a prepared module wants a function of its own called first.
    exclusive plain "has_prepared_code_on_load"/1 => has_prepared_code_on_load;
    /// Whether a function is native.
    plain "is_builtin"/3 => is_builtin;
    /// Loads a module of these bytes.
    exclusive plain "load_module"/2 => load_module;
    /// The names of all loaded modules.
    exclusive plain "loaded"/0 => loaded;
    /// Whether a module is loaded.
    plain "module_loaded"/1 => module_loaded;
    /// The names of modules that are part of the machine.
    exclusive plain "pre_loaded"/0 => pre_loaded;
    /// Makes a module of these bytes, for `finish_loading/1`.
    exclusive plain "prepare_loading"/2 => prepare_loading;
    /// Throws the old code of a module away; who still runs it is killed.
    exclusive control "purge_module"/1 => purge_module;
}

fn check_old_code<'h>(context: Context<'h>, [module]: [Term<'h>; 1]) -> Native<'h> {
    let name = argument::atom(module)?;
    Ok(Term::boolean(context.system.modules.old(name).is_some()))
}

fn check_process_code<'h>(context: Context<'h>, [pid, module]: [Term<'h>; 2]) -> Native<'h> {
    let (pid, name) = (pid.as_pid().ok_or(Fault::badarg())?, argument::atom(module)?);
    let process = context.system.settled(pid);
    Ok(Term::boolean(process.is_some_and(|process| context.system.lingers(&process, name))))
}

fn check_process_code_with<'h>(context: Context<'h>, [pid, module, options]: [Term<'h>; 3]) -> Native<'h> {
    let mut request = None;
    for option in argument::list(options)? {
        match option.as_tuple() {
            Some([key, id]) if key.is(names::async_) => request = Some(id),
            Some([key, value])
                if value.as_bool().is_some()
                    && key.as_atom().is_some_and(|key| context.system.atoms.name(key) == "allow_gc") => {}
            _ => return Err(Fault::badarg()),
        }
    }
    let lingers = check_process_code(context, [pid, module])?;
    let Some(id) = request else { return Ok(lingers) };
    let tag = context.system.atoms.intern("check_process_code").ok_or(Fault::system_limit())?;
    let message = context.arena.tuple(&[Term::atom(tag), *id, lingers])?;
    context.system.send(context.process.pid, message);
    Ok(Term::atom(names::async_))
}

fn identity<'h>([module, function, arity]: [Term<'h>; 3]) -> Result<(Atom, Atom, Option<u32>), Fault<'h>> {
    let count = arity.as_small().ok_or(Fault::badarg())?;
    Ok((argument::atom(module)?, argument::atom(function)?, u32::try_from(count).ok()))
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
    let module = argument::atom(module)?;
    let loaded = context.system.modules.module(module).is_some() || module == names::erlang;
    Ok(Term::boolean(loaded))
}

fn pre_loaded<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.list(&[Term::atom(names::erlang)])?)
}

/// A module of these bytes, or nothing when it is none, or not of that name.
fn prepare<'h>(system: &System, name: Term<'h>, bytes: Term<'h>) -> Result<Option<Prepared>, Fault<'h>> {
    let name = argument::atom(name)?;
    let bytes = argument::bytes(bytes)?;
    let prepared = system.with_loader(|loader| loader.prepare(system, &bytes)).and_then(Result::ok);
    Ok(prepared.filter(|prepared| prepared.module.name == name))
}

/// `{error, Reason}`.
fn error<'h>(context: Context<'h>, reason: Term<'h>) -> Native<'h> {
    Ok(context.arena.tuple(&[Term::atom(names::error), reason])?)
}

/// Modules that are prepared and not yet listed, at most; then the oldest is forgotten.
const MOST_PREPARED: usize = 4096;

/// The reference that is answered stands for the module.
fn prepare_loading<'h>(context: Context<'h>, [name, bytes]: [Term<'h>; 2]) -> Native<'h> {
    let system = context.system;
    let Some(prepared) = prepare(system, name, bytes)? else {
        return error(context, Term::atom(names::badfile));
    };
    let numbers = system.make_reference();
    let mut all = system.prepared.borrow_mut();
    if all.len() == MOST_PREPARED {
        all.pop_first();
    }
    all.insert(numbers, prepared);
    Ok(context.arena.reference(numbers)?)
}

fn reference<'h>(term: Term<'h>) -> Result<ReferenceNumbers, Fault<'h>> {
    match term.kind() {
        Kind::Reference(numbers) => Ok(numbers),
        _ => Err(Fault::badarg()),
    }
}

fn has_prepared_code_on_load<'h>(context: Context<'h>, [prepared]: [Term<'h>; 1]) -> Native<'h> {
    let all = context.system.prepared.borrow();
    let prepared = all.get(&reference(prepared)?).ok_or(Fault::badarg())?;
    Ok(Term::boolean(prepared.module.on_load.is_some()))
}

/// Lists a module. Where its own function is to be called first, the module waits for that, and is answered.
fn list_or_await(system: &System, prepared: Prepared) -> Option<Arc<Module>> {
    if prepared.module.on_load.is_some() {
        return Some(system.modules.await_consent(prepared));
    }
    system.list(prepared);
    None
}

fn finish_loading<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let mut numbers = Vec::new();
    for prepared in argument::list(list)? {
        numbers.push(reference(prepared)?);
    }
    let mut all = context.system.prepared.borrow_mut();
    let mut modules = Vec::new();
    for number in &numbers {
        let module = &all.get(number).ok_or(Fault::badarg())?.module;
        modules.push((module.name, module.on_load.is_some()));
    }
    let names = || modules.iter().map(|(name, _)| name);
    let twice = modules
        .iter()
        .enumerate()
        .filter(|(index, (name, _))| names().take(*index).any(|other| other == name));
    let old = modules.iter().filter(|(name, _)| context.system.modules.old(*name).is_some());
    let own_function = modules.iter().filter(|(_, on_load)| *on_load && modules.len() > 1);
    let faults: [(&str, Vec<Atom>); 3] = [
        ("duplicated", twice.map(|(_, (name, _))| *name).collect()),
        ("not_purged", old.map(|(name, _)| *name).collect()),
        ("on_load", own_function.map(|(name, _)| *name).collect()),
    ];
    if let Some((reason, names)) = faults.into_iter().find(|(_, names)| !names.is_empty()) {
        let reason = context.system.atoms.intern(reason).ok_or(Fault::system_limit())?;
        let refused = context.arena.list_before(names.into_iter().map(Term::atom), Term::NIL)?;
        return Ok(context.arena.tuple(&[Term::atom(reason), refused])?);
    }
    for prepared in numbers.iter().filter_map(|number| all.remove(number)) {
        let name = Term::atom(prepared.module.name);
        if list_or_await(context.system, prepared).is_some() {
            let waiting = context.arena.list(&[name])?;
            return Ok(context.arena.tuple(&[Term::atom(names::on_load), waiting])?);
        }
    }
    Ok(Term::atom(names::ok))
}

fn load_module<'h>(context: Context<'h>, [name, bytes]: [Term<'h>; 2]) -> Native<'h> {
    let Some(prepared) = prepare(context.system, name, bytes)? else {
        return error(context, Term::atom(names::badfile));
    };
    if context.system.modules.old(prepared.module.name).is_some() {
        return error(context, Term::atom(names::not_purged));
    }
    if list_or_await(context.system, prepared).is_some() {
        return error(context, Term::atom(names::on_load));
    }
    Ok(context.arena.tuple(&[Term::atom(names::module), name])?)
}

fn delete_module<'h>(context: Context<'h>, [module]: [Term<'h>; 1]) -> Native<'h> {
    let (modules, name) = (&context.system.modules, argument::atom(module)?);
    if modules.module(name).is_none() {
        return Ok(Term::atom(names::undefined));
    }
    if modules.old(name).is_some() {
        return Err(Fault::badarg());
    }
    Ok(Term::boolean(modules.delete(name)))
}

fn purge_module<'h>(context: Context<'h>, [module]: [Term<'h>; 1]) -> Result<Control<'h>, Fault<'h>> {
    let name = argument::atom(module)?;
    context.system.purge(name, context.process.pid).ok_or(Fault::badarg())?;
    // The caller may be one of those who are killed.
    Ok(Control::Yield(Term::boolean(true)))
}

fn call_on_load_function<'h>(
    context: Context<'h>,
    [module]: [Term<'h>; 1],
) -> Result<Control<'h>, Fault<'h>> {
    let name = argument::atom(module)?;
    let arriving = context.system.modules.arriving(name).ok_or(Fault::badarg())?;
    let offset = arriving.on_load.ok_or(Fault::badarg())?;
    Ok(Control::Apply(Callee::Code(arriving.code_at(offset)), Vec::new()))
}

fn finish_after_on_load<'h>(context: Context<'h>, [module, keep]: [Term<'h>; 2]) -> Native<'h> {
    let (name, keep) = (argument::atom(module)?, keep.as_bool().ok_or(Fault::badarg())?);
    let (system, modules) = (context.system, &context.system.modules);
    if modules.arriving(name).is_none() || (keep && modules.old(name).is_some()) {
        return Err(Fault::badarg());
    }
    Ok(Term::boolean(if keep { system.consent(name) } else { modules.refuse(name) }))
}
