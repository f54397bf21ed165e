//! Native functions of module `persistent_term`: shared without copying.
//!
//! Invariant: what `get` gives lies in no heap, and stays for as long as the process may hold it (`sched::persistent`).

use super::Context;
use super::erlang::process_info::map;
use crate::atom::names;
use crate::process::{Fault, Native};
use crate::term::{Term, compare};

crate::bifs! {
    "persistent_term";
    /// Takes the term of a key away; whether there was one.
    exclusive plain "erase"/1 => erase;
    /// All keys and terms.
    plain "get"/0 => all;
    /// The term of a key.
    plain "get"/1 => get;
    /// The term of a key, or another where there is none.
    plain "get"/2 => get_or;
    /// How many terms there are, and their memory.
    plain "info"/0 => info;
    /// Gives a key a term.
    exclusive plain "put"/2 => put;
    /// Gives a key a term unless it has another.
    exclusive plain "put_new"/2 => put_new;
}

fn found<'h>(context: Context<'h>, key: Term<'h>) -> Option<Term<'h>> {
    context.system.persistent(key).map(|word| context.process.look(word))
}

fn get<'h>(context: Context<'h>, [key]: [Term<'h>; 1]) -> Native<'h> {
    found(context, key).ok_or(Fault::badarg())
}

fn get_or<'h>(context: Context<'h>, [key, default]: [Term<'h>; 2]) -> Native<'h> {
    Ok(found(context, key).unwrap_or(default))
}

fn all<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let pairs =
        context.system.all_persistent().into_iter().map(|(key, value)| {
            context.arena.tuple(&[context.process.look(key), context.process.look(value)])
        });
    Ok(context.arena.list_forward(pairs, Term::NIL)?)
}

fn put<'h>(context: Context<'h>, [key, value]: [Term<'h>; 2]) -> Native<'h> {
    if !found(context, key).is_some_and(|old| compare::equal_exact(old, value)) {
        context.system.put_persistent(key, value)?;
    }
    Ok(Term::atom(names::ok))
}

fn put_new<'h>(context: Context<'h>, [key, value]: [Term<'h>; 2]) -> Native<'h> {
    match found(context, key) {
        Some(old) if compare::equal_exact(old, value) => Ok(Term::atom(names::ok)),
        Some(_) => Err(Fault::badarg()),
        None => put(context, [key, value]),
    }
}

fn erase<'h>(context: Context<'h>, [key]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::boolean(context.system.erase_persistent(key)))
}

/// `erts_internal:erase_persistent_terms/0`.
pub(super) fn erase_all<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    for (key, _) in context.system.all_persistent() {
        context.system.erase_persistent(context.process.look(key));
    }
    Ok(Term::atom(names::ok))
}

fn info<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let terms = context.system.persistent_terms.borrow();
    let count = context.system.atoms.intern("count").ok_or(Fault::system_limit())?;
    let mut pairs =
        [(count, context.arena.usize(terms.count())?), (names::memory, context.arena.usize(terms.bytes())?)];
    Ok(map(context.arena, &mut pairs)?)
}
