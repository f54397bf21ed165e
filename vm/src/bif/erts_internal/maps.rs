//! `erts_internal`: the order of terms, and walking through maps.

use crate::atom::names;
use crate::bif::{Context, argument, maps};
use crate::process::{Fault, Native};
use crate::term::{Map, Term, compare};

crate::bifs! {
    "erts_internal";
    /// The next pairs of a map, as an iterator or as a list.
    plain "map_next"/3 => map_next;
    /// -1, 0 or 1: where a term stands to another, numbers of different types never equal.
    plain "cmp_term"/2 => compare_terms;
}

/// The most pairs one step of an iterator gives.
const STEP: usize = 32;

/// A path is the place of the next pair, or a list of the keys to come.
fn map_next<'h>(context: Context<'h>, [path, map, kind]: [Term<'h>; 3]) -> Native<'h> {
    let view = map.as_map().ok_or(Fault::badarg())?;
    let as_iterator = kind.as_atom().is_some_and(|kind| context.system.atoms.name(kind) == "iterator");
    if !as_iterator && !kind.is_nil() && kind.as_cons().is_none() {
        return Err(Fault::badarg());
    }
    match path.as_usize() {
        Some(place) if place > view.keys.len() || (place == view.keys.len() && place > 0) => {
            Err(Fault::badarg())
        }
        Some(place) if as_iterator => step(context, view, map, place),
        Some(0) => maps::list_of_pairs(context.arena, view, kind),
        None if as_iterator => step_of_keys(context, view, map, path),
        _ => Err(Fault::badarg()),
    }
}

/// `{Key, Value, Next}` of each pair, where the last `Next` is `none` or the way to the pairs that follow.
fn step<'h>(context: Context<'h>, view: Map<'h>, map: Term<'h>, place: usize) -> Native<'h> {
    let end = view.keys.len().min(place + STEP);
    let last = if end < view.keys.len() {
        context.arena.cons(context.arena.usize(end)?, map)?
    } else {
        Term::atom(names::none)
    };
    (place..end).rev().try_fold(last, |next, place| {
        Ok(context.arena.tuple(&[view.keys[place], view.values[place], next])?)
    })
}

/// The same for the keys of a list, in its order.
fn step_of_keys<'h>(context: Context<'h>, view: Map<'h>, map: Term<'h>, keys: Term<'h>) -> Native<'h> {
    keys.list_length().ok_or(Fault::badarg())?;
    let mut pairs: maps::Pairs<'h> = argument::room(STEP)?;
    let mut list = keys.list();
    for key in list.by_ref().take(STEP) {
        pairs.push((key, view.get(key).ok_or(Fault::badarg())?));
    }
    let last =
        if list.rest().is_nil() { Term::atom(names::none) } else { context.arena.cons(list.rest(), map)? };
    pairs
        .into_iter()
        .rev()
        .try_fold(last, |next, (key, value)| Ok(context.arena.tuple(&[key, value, next])?))
}

fn compare_terms<'h>(context: Context<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::small_number(compare::order_exact(&context.system.atoms, left, right) as i32))
}
