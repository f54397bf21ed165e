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
    /// Where a comprehension begins to walk a map or an iterator; the empty list when it is neither.
    plain "mc_iterator"/1 => comprehended;
    /// The next pairs of an iterator a comprehension walks.
    plain "mc_refill"/1 => refilled;
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
    let pairs = match (path.as_integer().map(Integer::to_u64), view) {
        (None, _) if as_iterator => return step_of_keys(context, view, map, path),
        (Some(Some(place)), Map::Flat(flat)) => match usize::try_from(place) {
            Ok(place) if place < flat.keys.len().max(1) => {
                Pairs::Flat(&flat.keys[place..], &flat.values[place..])
            }
            _ => return Err(Fault::badarg()),
        },
        (Some(Some(hash)), Map::Trie(trie)) if hash >> HASH_BITS == 0 => trie.pairs_from(hash),
        _ => return Err(Fault::badarg()),
    };
    if as_iterator { step(context, pairs, map) } else { maps::list_of_pairs(context.arena, pairs, kind) }
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

fn comprehended<'h>(context: Context<'h>, [generator]: [Term<'h>; 1]) -> Native<'h> {
    if generator.as_map().is_some() {
        return next_pairs(context, Term::small_number(0), generator);
    }
    let is_iterator = match generator.as_tuple() {
        Some([_, _, next]) => next.is(names::none) || next.as_tuple().is_some() || next.as_cons().is_some(),
        _ => generator.is(names::none),
    };
    if is_iterator { Ok(generator) } else { refilled(context, [generator]).or(Ok(Term::NIL)) }
}

fn refilled<'h>(context: Context<'h>, [way]: [Term<'h>; 1]) -> Native<'h> {
    let way = way.as_cons().ok_or(Fault::badarg())?;
    next_pairs(context, way.head(), way.tail())
}

fn next_pairs<'h>(context: Context<'h>, path: Term<'h>, map: Term<'h>) -> Native<'h> {
    let iterator = context.system.atoms.intern("iterator").ok_or(Fault::system_limit())?;
    map_next(context, [path, map, Term::atom(iterator)])
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
