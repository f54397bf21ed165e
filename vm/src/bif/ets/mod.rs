//! Native functions of module `ets`: tables that processes share.
//!
//! One file a subject, each headed by its part of the table. What is found in a table is copied into the process's heap,
//! what is put in is copied out of it.
//! Invariants: a table is asked for, and whether the process may do that, before any other argument is looked at; nothing
//! is changed by a call that fails. What may take long pauses after some rows and goes on after the other processes had
//! their turn; until then the table is as it was, or as it will be, to everybody who looks.
//! Deliberately absent: tables (`table`), and what of `ets` is Erlang (`vm/lib`).

mod elements;
mod info;
mod objects;
mod options;
mod patterns;
mod scan;
mod select;
mod specs;
mod tables;
mod traversal;

use super::Context;
use crate::atom::{Atom, names};
use crate::process::{Fault, Native};
use crate::sched::tables::is_table_reference;
use crate::table::{InTurn, Protection};
use crate::term::Term;

pub use elements::TABLE as ELEMENTS;
pub use info::TABLE as INFO;
pub use objects::TABLE as OBJECTS;
pub use select::TABLE as SELECT;
pub use specs::TABLE as SPECS;
pub use tables::TABLE as TABLES;
pub use traversal::TABLE as TRAVERSAL;

/// Rows that are looked at, copied or put in before other processes have their turn.
const SLICE_ROWS: usize = if cfg!(feature = "stress") { 3 } else { 2000 };

/// What a process wants to do with a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    /// To look at its rows.
    Look,
    /// To change it.
    Change,
}

/// `badarg` for a reason that who explains errors of `ets` knows.
fn wrong<'h>(context: Context<'h>, cause: &str) -> Fault<'h> {
    context.system.atoms.intern(cause).map_or(Fault::system_limit(), Fault::badarg_because)
}

/// The table that a term stands for, where the process may do with it what it wants.
fn table<'h>(context: Context<'h>, term: Term<'h>, access: Access) -> Result<InTurn, Fault<'h>> {
    let found = context.system.tables.borrow().get(term).cloned();
    let Some(table) = found.map(InTurn::new) else { return Err(unknown(context, term)) };
    let allowed = match access {
        _ if table.owner.get() == context.process.pid => true,
        Access::Look => table.protection.get() != Protection::Private,
        Access::Change => table.protection.get() == Protection::Public,
    };
    if !allowed {
        return Err(wrong(context, "access"));
    }
    table.settle(&context.system.atoms, usize::MAX)?;
    Ok(table)
}

/// What is wrong with what stands for no table: there is none any more, or it never could.
fn unknown<'h>(context: Context<'h>, term: Term<'h>) -> Fault<'h> {
    let known = term.as_atom().is_some() || is_table_reference(term);
    wrong(context, if known { "id" } else { "type" })
}

/// The term of a flag's or a kind's name.
fn atom<'h>(context: Context<'h>, name: &str) -> Native<'h> {
    context.system.atoms.intern(name).map(Term::atom).ok_or(Fault::system_limit())
}

/// The name of an atom; nothing of another term.
fn name_of<'h>(context: Context<'h>, term: Term<'h>) -> &'static str {
    term.as_atom().map_or("", |atom| context.system.atoms.name(atom))
}

/// What says that there is nothing more.
const END: Term<'static> = Term::atom(names::end_of_table);

/// The name of `ets`, whose functions go on where one paused.
const MODULE: Atom = names::ets;
