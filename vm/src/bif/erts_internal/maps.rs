//! `erts_internal`: the order of terms, and walking through maps.

use alloc::vec::Vec;

use crate::atom::names;
use crate::bif::{Context, argument, maps};
use crate::process::{Fault, Native};
use crate::term::map::{HASH_BITS, Pairs, key_hash};
use crate::term::{Integer, Map, Pair, Term, compare};

crate::bifs! {
    "erts_internal";
    /// The next pairs of a map, as an iterator or as a list.
    plain "map_next"/3 => map_next;
    /// Where a generator of a comprehension begins in a map, or goes on in an iterator; the empty list for anything else.
    plain "mc_iterator"/1 => generator_start;
    /// The next pairs of a generator, when it has given those it had.
    plain "mc_refill"/1 => generator_next;
    /// The keys of a small map.
    plain "map_to_tuple_keys"/1 => map_to_tuple_keys;
    /// -1, 0 or 1: where a term stands to another, numbers of different types never equal.
    plain "cmp_term"/2 => compare_terms;
}

/// The most pairs one step of an iterator gives.
const STEP: usize = 32;

/// A path is a list of the keys to come, or says which pair is next: its place in a small map, the hash of its key in a
/// large one. 0 is where both begin.
fn map_next<'h>(context: Context<'h>, [path, map, kind]: [Term<'h>; 3]) -> Native<'h> {
    let view = map.as_map().ok_or(Fault::badarg())?;
    let as_iterator = kind.as_atom().is_some_and(|kind| context.system.atoms.name(kind) == "iterator");
    if !as_iterator && !kind.is_nil() && kind.as_cons().is_none() {
        return Err(Fault::badarg());
    }
    if as_iterator {
        next_step(context, path, map)
    } else {
        maps::list_of_pairs(context.arena, pairs_from(path, view)?, kind)
    }
}

fn next_step<'h>(context: Context<'h>, path: Term<'h>, map: Term<'h>) -> Native<'h> {
    let view = map.as_map().ok_or(Fault::badarg())?;
    match path.as_integer() {
        None => step_of_keys(context, view, map, path),
        Some(_) => step(context, pairs_from(path, view)?, map),
    }
}

/// The pairs from a path on that is a number.
fn pairs_from<'h>(path: Term<'h>, map: Map<'h>) -> Result<Pairs<'h>, Fault<'h>> {
    match (path.as_integer().and_then(Integer::to_u64), map) {
        (Some(place), Map::Flat(flat)) => match usize::try_from(place) {
            Ok(place) if place < flat.keys.len().max(1) => {
                Ok(Pairs::Flat(&flat.keys[place..], &flat.values[place..]))
            }
            _ => Err(Fault::badarg()),
        },
        (Some(hash), Map::Trie(trie)) if hash >> HASH_BITS == 0 => Ok(trie.pairs_from(hash)),
        _ => Err(Fault::badarg()),
    }
}

/// An iterator is `{Key, Value, Iterator}`, `none`, or a path and its map.
fn generator_start<'h>(context: Context<'h>, [from]: [Term<'h>; 1]) -> Native<'h> {
    if from.as_map().is_some() {
        return next_step(context, Term::small_number(0), from);
    }
    let mut last = from;
    while let Some(&[_, _, next]) = last.as_tuple() {
        last = next;
    }
    let first = match last.as_cons() {
        Some(cons) => next_step(context, cons.head(), cons.tail()),
        None if last.as_atom() == Some(names::none) => Ok(last),
        None => Err(Fault::badarg()),
    };
    match first {
        Ok(_) if from.as_tuple().is_some() => Ok(from),
        Err(fault) if fault.reason.as_atom() == Some(names::badarg) => Ok(Term::NIL),
        first => first,
    }
}

fn generator_next<'h>(context: Context<'h>, [last]: [Term<'h>; 1]) -> Native<'h> {
    let last = last.as_cons().ok_or(Fault::badarg())?;
    next_step(context, last.head(), last.tail())
}

/// `{Key, Value, Next}` of each pair, where the last `Next` is `none` or the way to the pairs that follow.
fn step<'h>(context: Context<'h>, pairs: Pairs<'h>, map: Term<'h>) -> Native<'h> {
    let (mut some, mut next) = (argument::room(STEP)?, Term::atom(names::none));
    for (key, value) in pairs {
        // Keys of the same hash are not told apart by a path.
        if some.len() >= STEP
            && let Some((last, _)) = some.last()
            && key_hash(*last) != key_hash(key)
        {
            next = context.arena.cons(context.arena.u64(key_hash(key))?, map)?;
            break;
        }
        some.push((key, value));
    }
    steps(context, some, next)
}

fn steps<'h>(context: Context<'h>, pairs: Vec<Pair<'h>>, last: Term<'h>) -> Native<'h> {
    pairs
        .into_iter()
        .rev()
        .try_fold(last, |next, (key, value)| Ok(context.arena.tuple(&[key, value, next])?))
}

/// The same for the keys of a list, in its order.
fn step_of_keys<'h>(context: Context<'h>, view: Map<'h>, map: Term<'h>, keys: Term<'h>) -> Native<'h> {
    let mut pairs = argument::room(STEP)?;
    let mut list = keys.list();
    for key in list.by_ref().take(STEP) {
        pairs.push((key, view.get(key).ok_or(Fault::badarg())?));
    }
    let last = match list.rest() {
        rest if rest.is_nil() => Term::atom(names::none),
        rest if rest.as_cons().is_some() => context.arena.cons(rest, map)?,
        _ => return Err(Fault::badarg()),
    };
    steps(context, pairs, last)
}

/// The tuple of a small map's keys, in the order in which it keeps them.
fn map_to_tuple_keys<'h>(context: Context<'h>, [map]: [Term<'h>; 1]) -> Native<'h> {
    match argument::map(context.arena, map)? {
        Map::Flat(flat) => Ok(flat.key_tuple),
        Map::Trie(_) => Err(Fault::badarg()),
    }
}

fn compare_terms<'h>(context: Context<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::small_number(compare::order_exact(&context.system.atoms, left, right) as i32))
}
