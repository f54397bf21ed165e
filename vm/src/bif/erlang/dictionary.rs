//! `erlang`: the process dictionary.
//!
//! Invariant: keys and values are words at rest in the process's own heap, which the collector knows as roots.

use alloc::vec::Vec;

use crate::atom::names;
use crate::bif::Context;
use crate::bifs;
use crate::process::Native;
use crate::term::{Term, compare};

bifs! {"erlang";
    /// Forgets everything; what was there.
    plain "erase"/0 => erase_all;
    /// Forgets a key; its value.
    plain "erase"/1 => erase;
    /// Keys and values.
    plain "get"/0 => get_all;
    /// The value of a key.
    plain "get"/1 => get;
    /// All keys.
    plain "get_keys"/0 => get_keys;
    /// The keys of a value.
    plain "get_keys"/1 => get_keys_of;
    /// Sets the value of a key; its value before.
    plain "put"/2 => put;
}

fn position(context: Context<'_>, key: Term<'_>) -> Option<usize> {
    let dictionary = context.process.dictionary.borrow();
    if !key.word().is_pointer() {
        return dictionary.iter().position(|(own, _)| *own == key.word());
    }
    dictionary.iter().position(|(own, _)| compare::equal_exact(context.process.look(*own), key))
}

/// Keys and values as terms.
pub(super) fn pairs(process: &crate::process::Process) -> Vec<(Term<'_>, Term<'_>)> {
    process
        .dictionary
        .borrow()
        .iter()
        .map(|(key, value)| (process.look(*key), process.look(*value)))
        .collect()
}

fn get<'h>(context: Context<'h>, [key]: [Term<'h>; 1]) -> Native<'h> {
    Ok(match position(context, key) {
        Some(index) => context.process.look(context.process.dictionary.borrow()[index].1),
        None => Term::atom(names::undefined),
    })
}

fn put<'h>(context: Context<'h>, [key, value]: [Term<'h>; 2]) -> Native<'h> {
    let found = position(context, key);
    let mut dictionary = context.process.dictionary.borrow_mut();
    let Some(index) = found else {
        dictionary.push((key.word(), value.word()));
        return Ok(Term::atom(names::undefined));
    };
    let old = core::mem::replace(&mut dictionary[index].1, value.word());
    Ok(context.process.look(old))
}

fn erase<'h>(context: Context<'h>, [key]: [Term<'h>; 1]) -> Native<'h> {
    Ok(match position(context, key) {
        Some(index) => context.process.look(context.process.dictionary.borrow_mut().remove(index).1),
        None => Term::atom(names::undefined),
    })
}

fn get_all<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let pairs = pairs(context.process).into_iter().map(|(key, value)| context.arena.tuple(&[key, value]));
    Ok(context.arena.list_forward(pairs, Term::NIL)?)
}

fn erase_all<'h>(context: Context<'h>, none: [Term<'h>; 0]) -> Native<'h> {
    let all = get_all(context, none)?;
    context.process.dictionary.borrow_mut().clear();
    Ok(all)
}

fn get_keys<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let pairs = pairs(context.process);
    Ok(context.arena.list_before(pairs.iter().map(|(key, _)| *key), Term::NIL)?)
}

fn get_keys_of<'h>(context: Context<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    let mut pairs = pairs(context.process);
    pairs.retain(|(_, own)| compare::equal_exact(*own, value));
    Ok(context.arena.list_before(pairs.iter().map(|(key, _)| *key), Term::NIL)?)
}
