//! Maps: values of keys fetched, keys tested, and maps made of other maps.
//!
//! Invariant: small maps are made here, word by word, as `heap::map` makes them; large ones are left to it.
#![expect(unsafe_code, reason = "a handler reads the instruction it is called for")]

use alloc::vec::Vec;

use super::state::State;
use super::{exceptions, native};
use crate::atom::names;
use crate::heap::{Arena, Built, OutOfMemory};
use crate::process::{Class, Fault};
use crate::term::{Map, Pair, Term, compare};

/// So many pairs are put without asking for memory to hold them.
const NEAR_PAIRS: usize = 8;
/// Words of an instruction that puts, before its pairs.
const PUT_WORDS: usize = 4;

handlers! {
    /// Fetches the values of keys.
    cold get_map_elements(s) {
        match s.term(s.source(1)).as_map() {
            Some(Map::Flat(map)) => fetch(s, |key| map.get(key)),
            Some(Map::Trie(map)) => fetch(s, |key| map.get(key)),
            None => mismatch(s),
        }
    }
    /// Tests whether there are keys.
    cold has_map_fields(s) {
        let count = s.byte::<1>();
        let Some(map) = s.term(s.source(1)).as_map() else { return mismatch(s) };
        for index in 0..count {
            if map.get(s.term(s.source(2 + index))).is_none() {
                return mismatch(s);
            }
        }
        s.next(2 + count)
    }
    /// A map with the values of keys, new ones or not.
    cold put_map_assoc(s) {
        put(s, |arena, source, map, pairs| match with_known(arena, source, map, pairs) {
            Err(Missing(_)) => Ok(with_new(arena, source, map, pairs)),
            made => made,
        })
    }
    /// A map with other values of keys it has.
    cold put_map_exact(s) {
        put(s, |arena, source, map, pairs| with_known(arena, source, map, pairs))
    }
}

/// Puts the values of keys into their destinations. The map stays in sight: its register may be the first to be written.
#[inline(always)]
unsafe fn fetch<'h>(s: State, get: impl Fn(Term<'_>) -> Option<Term<'h>>) -> State {
    // SAFETY: the instruction has a map and its count of keys and destinations.
    unsafe {
        let count = s.byte::<1>();
        for index in 0..count {
            match get(s.term(s.source(2 + index * 2))) {
                Some(value) => s.set(3 + index * 2, value.word()),
                None => return mismatch(s),
            }
        }
        s.next(2 + count * 2)
    }
}

/// Branches: a key is not there. Compilers write a branch into all such instructions.
#[inline(always)]
unsafe fn mismatch(s: State) -> State {
    // SAFETY: the instruction's half is a branch or 0.
    unsafe { if s.can_fail() { s.fail() } else { exceptions::error(s, names::badarg) } }
}

/// Branches, or raises an error with a reason of two.
#[cold]
#[inline(never)]
unsafe fn refuse(s: State, reason: [Term<'_>; 2]) -> State {
    // SAFETY: the instruction's half is a branch or 0; the terms are in registers.
    unsafe {
        if s.can_fail() {
            return s.fail();
        }
        let reason = native::arena(s).tuple(&reason).unwrap_or(Term::atom(names::system_limit));
        exceptions::raise(s, Fault::raised(Class::Error, reason))
    }
}

/// Puts a map that `make` makes of the source and the pairs into the destination.
#[inline(always)]
unsafe fn put<'h>(
    s: State,
    make: impl FnOnce(&'h Arena, Term<'h>, Map<'h>, &mut [Pair<'h>]) -> Put<'h>,
) -> State {
    // SAFETY: the instruction has a source, a destination and its count of pairs.
    unsafe {
        let source = s.term(s.source(1));
        let Some(map) = source.as_map() else {
            return refuse(s, [Term::atom(names::badmap), source]);
        };
        let count = s.byte::<1>();
        let mut near = [(Term::NIL, Term::NIL); NEAR_PAIRS];
        let mut far = Vec::new();
        let pairs = if count <= NEAR_PAIRS {
            &mut near[..count]
        } else {
            far.resize(count, (Term::NIL, Term::NIL));
            &mut far[..]
        };
        for (index, pair) in pairs.iter_mut().enumerate() {
            let place = PUT_WORDS + index * 2;
            *pair = (s.term(s.source(place)), s.term(s.source(place + 1)));
        }
        let made = make(native::arena(s), source, map, pairs);
        let s = native::resume(s);
        match made {
            Ok(Ok(map)) => {
                s.set(2, map.word());
                s.next(PUT_WORDS + count * 2)
            }
            Ok(Err(OutOfMemory)) => exceptions::error(s, names::system_limit),
            Err(Missing(key)) => refuse(s, [Term::atom(names::badkey), key]),
        }
    }
}

/// A key that a map does not have.
struct Missing<'h>(Term<'h>);

/// A map just made, where the one it was made of has all keys.
type Put<'h> = Result<Built<'h>, Missing<'h>>;

/// A map with the values of keys it has; itself where they are the same.
fn with_known<'h>(arena: &'h Arena, source: Term<'h>, map: Map<'h>, pairs: &[Pair<'h>]) -> Put<'h> {
    let map = match map {
        Map::Flat(flat) => flat,
        Map::Trie(trie) => {
            let missing = pairs.iter().find(|(key, _)| trie.get(*key).is_none());
            return missing
                .map_or_else(|| Ok(with_each(arena, source, pairs)), |(key, _)| Err(Missing(*key)));
        }
    };
    let (mut changes, mut place) = (false, 0);
    for (key, value) in pairs {
        place = map.find(*key).ok_or(Missing(*key))?;
        changes |= !map.values[place].same(*value);
    }
    if !changes {
        return Ok(Ok(source));
    }
    Ok(arena.map_like(map, |values| match pairs {
        [(_, value)] => values[place] = *value,
        _ => {
            for (key, value) in pairs {
                map.find(*key).into_iter().for_each(|place| values[place] = *value);
            }
        }
    }))
}

/// A map with pairs that are put one after the other.
fn with_each<'h>(arena: &'h Arena, source: Term<'h>, pairs: &[Pair<'h>]) -> Built<'h> {
    pairs.iter().try_fold(source, |map, (key, value)| arena.map_with(map, *key, *value))
}

/// A map with the values of keys of which it does not have all.
fn with_new<'h>(arena: &'h Arena, source: Term<'h>, map: Map<'h>, pairs: &mut [Pair<'h>]) -> Built<'h> {
    let Map::Flat(map) = map else { return with_each(arena, source, pairs) };
    // Sorting is stable, so of pairs with the same key the last is the one given last.
    pairs.sort_by(|left, right| compare::map_key_order(left.0, right.0));
    arena.flat_with_sorted(map, without_overridden(pairs))
}

/// Sorted pairs without those that are followed by one of the same key.
fn without_overridden<'a, 'h>(pairs: &'a mut [Pair<'h>]) -> &'a [Pair<'h>] {
    let mut count = 0;
    for index in 0..pairs.len() {
        if count > 0 && compare::map_key_order(pairs[count - 1].0, pairs[index].0).is_eq() {
            count -= 1;
        }
        pairs[count] = pairs[index];
        count += 1;
    }
    &pairs[..count]
}
