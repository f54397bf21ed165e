//! Native functions of module `maps`.
//!
//! Deliberately absent: walking a map (`erts_internal:map_next/3`), and all that is written in Erlang.

use alloc::vec::Vec;

use super::{Callee, Context, Control, argument};
use crate::atom::names;
use crate::heap::Arena;
use crate::process::{Fault, Native};
use crate::term::{Pair, Term};

crate::bifs! {
    "maps";
    /// The value of a key.
    plain "get"/2 => get;
    /// `{ok, Value}` of a key, or `error`.
    plain "find"/2 => find;
    /// Whether the map has a key.
    plain "is_key"/2 => is_key;
    /// The map with this value for a key.
    plain "put"/3 => put;
    /// The map with this value for a key it has.
    plain "update"/3 => update;
    /// The map without a key.
    plain "remove"/2 => remove;
    /// The value of a key and the map without it, or `error`.
    plain "take"/2 => take;
    /// Both maps as one; a key of both has the second's value.
    plain "merge"/2 => merge;
    /// The keys, in the order the map keeps.
    plain "keys"/1 => keys;
    /// The values, in the order of the keys.
    plain "values"/1 => values;
    /// The pairs of key and value; of an iterator in Erlang.
    control "to_list"/1 => to_list;
    /// A map of pairs; the last one of a key counts.
    plain "from_list"/1 => from_list;
    /// A map of keys that all have the same value.
    plain "from_keys"/2 => from_keys;
}

fn get<'h>(context: Context<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    let value = argument::map(context.arena, map)?.get(key);
    value.ok_or_else(|| argument::bad_key(context.arena, key))
}

fn find<'h>(context: Context<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    match argument::map(context.arena, map)?.get(key) {
        Some(value) => Ok(context.arena.tuple(&[Term::atom(names::ok), value])?),
        None => Ok(Term::atom(names::error)),
    }
}

fn is_key<'h>(context: Context<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(argument::map(context.arena, map)?.get(key).is_some()))
}

fn put<'h>(context: Context<'h>, [key, value, map]: [Term<'h>; 3]) -> Native<'h> {
    argument::map(context.arena, map)?;
    Ok(context.arena.map_with(map, key, value)?)
}

fn update<'h>(context: Context<'h>, [key, value, map]: [Term<'h>; 3]) -> Native<'h> {
    match argument::map(context.arena, map)?.get(key) {
        Some(_) => Ok(context.arena.map_with(map, key, value)?),
        None => Err(argument::bad_key(context.arena, key)),
    }
}

fn remove<'h>(context: Context<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    let without = context.arena.map_without(argument::map(context.arena, map)?, key)?;
    Ok(without.map_or(map, |(_, rest)| rest))
}

fn take<'h>(context: Context<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    match context.arena.map_without(argument::map(context.arena, map)?, key)? {
        Some((value, rest)) => Ok(context.arena.tuple(&[value, rest])?),
        None => Ok(Term::atom(names::error)),
    }
}

fn merge<'h>(context: Context<'h>, [first, second]: [Term<'h>; 2]) -> Native<'h> {
    argument::map(context.arena, first)?;
    argument::map(context.arena, second)?;
    Ok(context.arena.map_merged(first, second)?)
}

fn keys<'h>(context: Context<'h>, [map]: [Term<'h>; 1]) -> Native<'h> {
    let keys = argument::map(context.arena, map)?.pairs().map(|(key, _)| Ok(key));
    context.arena.list_forward(keys, Term::NIL)
}

fn values<'h>(context: Context<'h>, [map]: [Term<'h>; 1]) -> Native<'h> {
    let values = argument::map(context.arena, map)?.pairs().map(|(_, value)| Ok(value));
    context.arena.list_forward(values, Term::NIL)
}

fn to_list<'h>(context: Context<'h>, [map]: [Term<'h>; 1]) -> Result<Control<'h>, Fault<'h>> {
    if map.as_cons().is_some() || map.as_tuple().is_some() || map.as_atom() == Some(names::none) {
        let atom = |name| context.system.atoms.intern(name).ok_or(Fault::system_limit());
        let function = Callee::Function(atom("maps")?, atom("iterator_to_list")?);
        return Ok(Control::Apply(function, alloc::vec![map]));
    }
    let pairs = argument::map(context.arena, map)?.pairs();
    Ok(Control::Value(list_of_pairs(context.arena, pairs, Term::NIL)?))
}

/// Pairs as tuples before another term.
pub fn list_of_pairs<'h>(
    arena: &'h Arena,
    pairs: impl Iterator<Item = Pair<'h>>,
    rest: Term<'h>,
) -> Native<'h> {
    arena.list_forward(pairs.map(|(key, value)| Ok(arena.tuple(&[key, value])?)), rest)
}

fn from_list<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let mut pairs: Vec<Pair<'h>> = argument::room(list.list_length().ok_or(Fault::badarg())?)?;
    for pair in list.list() {
        let [key, value] = *argument::tuple(pair)? else { return Err(Fault::badarg()) };
        pairs.push((key, value));
    }
    Ok(context.arena.map_of_pairs(pairs)?)
}

fn from_keys<'h>(context: Context<'h>, [keys, value]: [Term<'h>; 2]) -> Native<'h> {
    let mut pairs: Vec<Pair<'h>> = argument::room(keys.list_length().ok_or(Fault::badarg())?)?;
    pairs.extend(keys.list().map(|key| (key, value)));
    Ok(context.arena.map_of_pairs(pairs)?)
}
