//! `ets`: from one key to the next.
//!
//! The way through a set or a bag is the same in both directions, as on OTP.

use super::objects::list;
use super::{Access, END, table};
use crate::bif::{Context, argument};
use crate::heap::Row;
use crate::process::{Fault, Native};
use crate::table::Table;
use crate::term::Term;

crate::bifs! {
    "ets";
    /// The first key.
    plain "first"/1 => first;
    /// The first key and its objects.
    plain "first_lookup"/1 => first_lookup;
    /// The last key; of a table without order, the first one.
    plain "last"/1 => last;
    /// The last key and its objects.
    plain "last_lookup"/1 => last_lookup;
    /// The key after another.
    plain "next"/2 => next;
    /// The key after another, and its objects.
    plain "next_lookup"/2 => next_lookup;
    /// The key before another; in a table without order, the one after it.
    plain "prev"/2 => prev;
    /// The key before another, and its objects.
    plain "prev_lookup"/2 => prev_lookup;
    /// The objects of a part of the table.
    plain "slot"/2 => slot;
}

/// A key, and its objects where they are asked for.
fn told<'h>(context: Context<'h>, table: &Table, rows: &[Row], with_objects: bool) -> Native<'h> {
    let arena = context.arena;
    let Some(key) = rows.first().and_then(|row| table.key(row.term())) else { return Ok(END) };
    let key = arena.copy(key)?;
    if with_objects { Ok(arena.tuple(&[key, list(arena, rows)?])?) } else { Ok(key) }
}

fn end<'h>(context: Context<'h>, own: Term<'h>, upwards: bool, with_objects: bool) -> Native<'h> {
    let table = table(context, own, Access::Look)?;
    told(context, &table, table.rows().end(&context.system.atoms, upwards), with_objects)
}

fn step<'h>(
    context: Context<'h>,
    [own, key]: [Term<'h>; 2],
    upwards: bool,
    with_objects: bool,
) -> Native<'h> {
    let table = table(context, own, Access::Look)?;
    let rows = table.rows();
    let next = rows.next(&context.system.atoms, key, upwards, table.is_gone(key));
    told(context, &table, next.ok_or(Fault::badarg())?, with_objects)
}

fn first<'h>(context: Context<'h>, [own]: [Term<'h>; 1]) -> Native<'h> {
    end(context, own, true, false)
}

fn first_lookup<'h>(context: Context<'h>, [own]: [Term<'h>; 1]) -> Native<'h> {
    end(context, own, true, true)
}

fn last<'h>(context: Context<'h>, [own]: [Term<'h>; 1]) -> Native<'h> {
    end(context, own, false, false)
}

fn last_lookup<'h>(context: Context<'h>, [own]: [Term<'h>; 1]) -> Native<'h> {
    end(context, own, false, true)
}

fn next<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    step(context, arguments, true, false)
}

fn next_lookup<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    step(context, arguments, true, true)
}

fn prev<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    step(context, arguments, false, false)
}

fn prev_lookup<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    step(context, arguments, false, true)
}

fn slot<'h>(context: Context<'h>, [own, number]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Look)?;
    let number = argument::count(number)?;
    let rows = table.rows();
    match rows.part(&context.system.atoms, number) {
        Some(part) => {
            let copies = part.into_iter().map(|row| context.arena.copy(row.term()));
            Ok(context.arena.list_forward(copies, Term::NIL)?)
        }
        None if number == rows.parts() => Ok(END),
        None => Err(Fault::badarg()),
    }
}
