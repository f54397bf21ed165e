//! `ets`: what is known of a table.

use crate::sync::Arc;

use super::tables::no_table;
use super::{atom, name_of, options};
use crate::atom::names;
use crate::bif::erlang::time;
use crate::bif::{Context, argument};
use crate::port::clock;
use crate::process::{Fault, Native};
use crate::table::Table;
use crate::term::Term;
use crate::term::word::BYTES;

crate::bifs! {
    "ets";
    /// What is known of a table, as a list of pairs.
    exclusive plain "info"/1 => info;
    /// One thing that is known of a table.
    exclusive plain "info"/2 => info_of;
}

/// What is told of a table of its own accord, in OTP's order.
const ITEMS: &[&str] = &[
    "id",
    "decentralized_counters",
    "read_concurrency",
    "write_concurrency",
    "compressed",
    "memory",
    "owner",
    "heir",
    "name",
    "size",
    "node",
    "named_table",
    "type",
    "keypos",
    "protection",
];

fn found<'h>(context: Context<'h>, own: Term<'h>) -> Result<Option<Arc<Table>>, Fault<'h>> {
    let table = context.system.tables.borrow().get(own).cloned();
    if let Some(table) = &table {
        table.settle(&context.system.atoms, usize::MAX)?;
    }
    Ok(table)
}

fn info<'h>(context: Context<'h>, [own]: [Term<'h>; 1]) -> Native<'h> {
    let Some(table) = found(context, own)? else { return no_table(context, own) };
    let pairs = ITEMS.iter().map(|item| {
        let value = value(context, &table, item)?.unwrap_or(Term::NIL);
        Ok::<_, Fault<'h>>(context.arena.tuple(&[atom(context, item)?, value])?)
    });
    context.arena.list_forward(pairs, Term::NIL)
}

fn info_of<'h>(context: Context<'h>, [own, item]: [Term<'h>; 2]) -> Native<'h> {
    let table = found(context, own)?;
    let item = name_of(context, Term::atom(argument::atom(item)?));
    match table {
        Some(table) => value(context, &table, item)?.ok_or(Fault::badarg()),
        None => no_table(context, own),
    }
}

/// What an item says of a table; `None` where there is no such item.
fn value<'h>(context: Context<'h>, table: &Table, item: &str) -> Result<Option<Term<'h>>, Fault<'h>> {
    let (arena, tuning) = (context.arena, table.tuning);
    Ok(Some(match item {
        "id" => arena.reference(table.reference)?,
        "decentralized_counters" => Term::boolean(tuning.counters),
        "read_concurrency" => Term::boolean(tuning.read),
        "write_concurrency" => Term::atom(tuning.write.unwrap_or(names::false_)),
        "compressed" => Term::boolean(tuning.compressed),
        "memory" => arena.usize(table.bytes().div_ceil(BYTES))?,
        "owner" => Term::pid(table.owner.get()),
        "heir" => table.heir.borrow().as_ref().map_or(Term::atom(names::none), |heir| Term::pid(heir.pid)),
        "name" => Term::atom(table.name.get()),
        "size" => arena.usize(table.count())?,
        "node" => Term::atom(names::nonode_nohost),
        "named_table" => Term::boolean(table.named),
        "type" => options::kind_atom(context, table.kind)?,
        "keypos" => arena.usize(table.place + 1)?,
        "protection" => options::protection_atom(context, table.protection.get())?,
        "fixed" => Term::boolean(table.fixed.borrow().is_some()),
        "safe_fixed" => fixed(context, table, true)?,
        "safe_fixed_monotonic_time" => fixed(context, table, false)?,
        _ => return Ok(None),
    }))
}

/// Since when a table is fixed, and by whom how often; `false` when it is not.
fn fixed<'h>(context: Context<'h>, table: &Table, on_calendar: bool) -> Native<'h> {
    let (arena, system) = (context.arena, context.system);
    let fixed = table.fixed.borrow();
    let Some(fixed) = &*fixed else { return Ok(Term::boolean(false)) };
    let since = if on_calendar {
        let started_ns = clock::system_ns(system) - clock::monotonic_ns(system);
        time::parts(arena, (started_ns + fixed.since_ns) / 1000)?
    } else {
        arena.u64(fixed.since_ns)?
    };
    let by = fixed.by.iter().map(|(pid, count)| arena.tuple(&[Term::pid(*pid), arena.usize(*count)?]));
    Ok(arena.tuple(&[since, arena.list_forward(by, Term::NIL)?])?)
}
