//! `ets`: making tables, ending them, and whose they are.

use alloc::vec::Vec;

use super::{Access, options, table, unknown, wrong};
use crate::atom::names;
use crate::bif::{Context, argument};
use crate::port::clock;
use crate::process::{Fault, Native};
use crate::sched::tables::identifier;
use crate::term::{Kind, Term};

crate::bifs! {
    "ets";
    /// Ends a table.
    exclusive plain "delete"/1 => delete;
    /// Gives a table to another process, which is told.
    exclusive plain "give_away"/3 => give_away;
    /// Takes all rows out; how many there were.
    exclusive plain "internal_delete_all"/2 => delete_all;
    /// A reference, with which a message comes that has all tables.
    exclusive plain "internal_request_all"/0 => request_all;
    /// Makes a table.
    exclusive plain "new"/2 => new;
    /// Calls a table by another name.
    exclusive plain "rename"/2 => rename;
    /// Keeps a table fixed while the process walks through it, or no longer.
    exclusive plain "safe_fixtable"/2 => safe_fixtable;
    /// Changes who may do what with a table, and who gets it.
    exclusive plain "setopts"/2 => setopts;
    /// The reference of a named table.
    exclusive plain "whereis"/1 => whereis;
}

fn new<'h>(context: Context<'h>, [name, list]: [Term<'h>; 2]) -> Native<'h> {
    let plan = options::plan(context, argument::atom(name)?, list)?;
    let table = context.system.open_table(plan, context.process.pid);
    Ok(identifier(context.arena, &*table.ok_or_else(|| wrong(context, "already_exists"))?)?)
}

fn delete<'h>(context: Context<'h>, [own]: [Term<'h>; 1]) -> Native<'h> {
    context.system.close_table(&*table(context, own, Access::Change)?);
    Ok(Term::boolean(true))
}

fn delete_all<'h>(context: Context<'h>, [own, unused]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Change)?;
    if !unused.is(names::undefined) {
        return Err(Fault::badarg());
    }
    Ok(context.arena.usize(context.system.clear_table(&table))?)
}

fn rename<'h>(context: Context<'h>, [own, name]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Change)?;
    if !context.system.tables.borrow_mut().rename(&table.table(), argument::atom(name)?) {
        return Err(Fault::badarg());
    }
    Ok(identifier(context.arena, &table)?)
}

fn give_away<'h>(context: Context<'h>, [own, to, data]: [Term<'h>; 3]) -> Native<'h> {
    let table = table(context, own, Access::Change)?;
    let to = to.as_pid().ok_or(Fault::badarg())?;
    if table.owner.get() != context.process.pid {
        return Err(wrong(context, "not_owner"));
    }
    if to == context.process.pid {
        return Err(wrong(context, "owner"));
    }
    context.system.processes.get(to).ok_or(Fault::badarg())?;
    context.system.give_table(&table, to, Some(data))?;
    Ok(Term::boolean(true))
}

fn setopts<'h>(context: Context<'h>, [own, list]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Change)?;
    let changes = options::changes(context, list)?;
    if table.owner.get() != context.process.pid {
        return Err(wrong(context, "not_owner"));
    }
    if let Some(heir) = changes.heir {
        table.heir.replace(heir);
    }
    if let Some(protection) = changes.protection {
        table.protection.set(protection);
    }
    Ok(Term::boolean(true))
}

fn safe_fixtable<'h>(context: Context<'h>, [own, fix]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Look)?;
    let fix = fix.as_bool().ok_or(Fault::badarg())?;
    context.system.fix_table(&table, context.process.pid, fix, clock::monotonic_ns(context.system));
    Ok(Term::boolean(true))
}

fn whereis<'h>(context: Context<'h>, [name]: [Term<'h>; 1]) -> Native<'h> {
    argument::atom(name)?;
    match context.system.tables.borrow().get(name) {
        Some(table) => Ok(context.arena.reference(table.reference)?),
        None => Ok(Term::atom(names::undefined)),
    }
}

fn request_all<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let arena = context.arena;
    let tables: Vec<_> = context.system.tables.borrow().all().cloned().collect();
    let all = tables.iter().rev().map(|table| identifier(arena, table));
    let all = arena.list_forward(all, Term::NIL)?;
    let reference = arena.reference(context.system.make_reference())?;
    context.system.send(context.process.pid, arena.tuple(&[reference, all])?);
    Ok(reference)
}

/// What `info` says of a table that there is not: nothing, where it could be one.
pub(super) fn no_table<'h>(context: Context<'h>, term: Term<'h>) -> Native<'h> {
    let fault = unknown(context, term);
    let could = matches!(term.kind(), Kind::Atom(_)) || crate::sched::tables::is_table_reference(term);
    if could { Ok(Term::atom(names::undefined)) } else { Err(fault) }
}
