//! Native functions of module `maps`, and the ways to make a map that others use.
//!
//! Invariants: keys are kept in the order of `compare::map_key_order` and each once; maps whose keys did not
//! change share one tuple of keys.
//! Deliberately absent: walking a map (`erts_internal:map_next/3`), and all that is written in Erlang.

use alloc::vec::Vec;

use super::{Context, argument};
use crate::atom::names;
use crate::heap::Arena;
use crate::process::{Fault, Native};
use crate::term::{Map, Term, compare};

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
    /// The pairs of key and value.
    plain "to_list"/1 => to_list;
    /// A map of pairs; the last one of a key counts.
    plain "from_list"/1 => from_list;
    /// A map of keys that all have the same value.
    plain "from_keys"/2 => from_keys;
}

/// Pairs of key and value.
pub type Pairs<'h> = Vec<(Term<'h>, Term<'h>)>;

/// The map of these pairs in any order; the last one of a key counts.
pub fn of_pairs<'h>(arena: &'h Arena, mut pairs: Pairs<'h>) -> Native<'h> {
    pairs.sort_by(|left, right| compare::map_key_order(left.0, right.0));
    // Of neighbours with the same key the earlier takes the later's value, and stays.
    pairs.dedup_by(|later, earlier| {
        let same = compare::map_key_order(later.0, earlier.0).is_eq();
        if same {
            earlier.1 = later.1;
        }
        same
    });
    of_sorted_pairs(arena, &pairs)
}

fn of_sorted_pairs<'h>(arena: &'h Arena, pairs: &[(Term<'h>, Term<'h>)]) -> Native<'h> {
    let mut terms = argument::room(pairs.len())?;
    terms.extend(pairs.iter().map(|(key, _)| *key));
    let key_tuple = arena.tuple(&terms)?;
    terms.clear();
    terms.extend(pairs.iter().map(|(_, value)| *value));
    Ok(arena.map(key_tuple, &terms)?)
}

/// The map with this value for a key.
pub fn with<'h>(arena: &'h Arena, map: Map<'h>, key: Term<'h>, value: Term<'h>) -> Native<'h> {
    match map.position(key) {
        Ok(place) => Ok(arena.map(map.key_tuple, &replaced(map.values, place, value)?)?),
        Err(place) => {
            let keys = arena.tuple(&inserted(map.keys, place, key)?)?;
            Ok(arena.map(keys, &inserted(map.values, place, value)?)?)
        }
    }
}

type Terms<'h> = Result<Vec<Term<'h>>, Fault<'h>>;

fn spliced<'h>(terms: &[Term<'h>], place: usize, between: Option<Term<'h>>, skipped: usize) -> Terms<'h> {
    let mut all = argument::room(terms.len() + 1)?;
    all.extend_from_slice(&terms[..place]);
    all.extend(between);
    all.extend_from_slice(&terms[place + skipped..]);
    Ok(all)
}

fn replaced<'h>(terms: &[Term<'h>], place: usize, term: Term<'h>) -> Terms<'h> {
    spliced(terms, place, Some(term), 1)
}

fn inserted<'h>(terms: &[Term<'h>], place: usize, term: Term<'h>) -> Terms<'h> {
    spliced(terms, place, Some(term), 0)
}

fn without<'h>(arena: &'h Arena, map: Map<'h>, place: usize) -> Native<'h> {
    let keys = arena.tuple(&spliced(map.keys, place, None, 1)?)?;
    Ok(arena.map(keys, &spliced(map.values, place, None, 1)?)?)
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
    Ok(Term::boolean(argument::map(context.arena, map)?.position(key).is_ok()))
}

fn put<'h>(context: Context<'h>, [key, value, map]: [Term<'h>; 3]) -> Native<'h> {
    with(context.arena, argument::map(context.arena, map)?, key, value)
}

fn update<'h>(context: Context<'h>, [key, value, map]: [Term<'h>; 3]) -> Native<'h> {
    let map = argument::map(context.arena, map)?;
    match map.position(key) {
        Ok(_) => with(context.arena, map, key, value),
        Err(_) => Err(argument::bad_key(context.arena, key)),
    }
}

fn remove<'h>(context: Context<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    let view = argument::map(context.arena, map)?;
    view.position(key).map_or(Ok(map), |place| without(context.arena, view, place))
}

fn take<'h>(context: Context<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    let map = argument::map(context.arena, map)?;
    match map.position(key) {
        Ok(place) => {
            let rest = without(context.arena, map, place)?;
            Ok(context.arena.tuple(&[map.values[place], rest])?)
        }
        Err(_) => Ok(Term::atom(names::error)),
    }
}

fn merge<'h>(context: Context<'h>, [first, second]: [Term<'h>; 2]) -> Native<'h> {
    let (left, right) = (argument::map(context.arena, first)?, argument::map(context.arena, second)?);
    if left.keys.is_empty() || right.keys.is_empty() {
        return Ok(if left.keys.is_empty() { second } else { first });
    }
    let mut pairs: Pairs<'h> = argument::room(left.keys.len() + right.keys.len())?;
    let (mut from_left, mut from_right) = (pairs_of(left).peekable(), pairs_of(right).peekable());
    while let (Some(&(left, _)), Some(&(right, _))) = (from_left.peek(), from_right.peek()) {
        let order = compare::map_key_order(left, right);
        if order.is_eq() {
            from_left.next();
        }
        pairs.extend(if order.is_lt() { from_left.next() } else { from_right.next() });
    }
    pairs.extend(from_left);
    pairs.extend(from_right);
    of_sorted_pairs(context.arena, &pairs)
}

fn pairs_of<'h>(map: Map<'h>) -> impl DoubleEndedIterator<Item = (Term<'h>, Term<'h>)> + ExactSizeIterator {
    map.keys.iter().copied().zip(map.values.iter().copied())
}

fn keys<'h>(context: Context<'h>, [map]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.list(argument::map(context.arena, map)?.keys)?)
}

fn values<'h>(context: Context<'h>, [map]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.list(argument::map(context.arena, map)?.values)?)
}

fn to_list<'h>(context: Context<'h>, [map]: [Term<'h>; 1]) -> Native<'h> {
    list_of_pairs(context.arena, argument::map(context.arena, map)?, Term::NIL)
}

/// The pairs of a map as tuples before another term.
pub fn list_of_pairs<'h>(arena: &'h Arena, map: Map<'h>, rest: Term<'h>) -> Native<'h> {
    pairs_of(map).rev().try_fold(rest, |list, (key, value)| {
        let pair = arena.tuple(&[key, value])?;
        Ok(arena.cons(pair, list)?)
    })
}

fn from_list<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let mut pairs: Pairs<'h> = argument::room(list.list_length().ok_or(Fault::badarg())?)?;
    for pair in list.list() {
        let [key, value] = *argument::tuple(pair)? else { return Err(Fault::badarg()) };
        pairs.push((key, value));
    }
    of_pairs(context.arena, pairs)
}

fn from_keys<'h>(context: Context<'h>, [keys, value]: [Term<'h>; 2]) -> Native<'h> {
    let mut pairs: Pairs<'h> = argument::room(keys.list_length().ok_or(Fault::badarg())?)?;
    pairs.extend(keys.list().map(|key| (key, value)));
    of_pairs(context.arena, pairs)
}
