//! Native functions of module `lists`.
//!
//! Invariant: a list that ends early is an error only where its end is reached, as on OTP.
//! Deliberately absent: all that is written in Erlang (`vm/lib`).

use super::{Context, argument};
use crate::atom::names;
use crate::process::{Fault, Native};
use crate::term::{Term, compare};

crate::bifs! {
    "lists";
    /// Whether a term is an element of a list.
    plain "member"/2 => member;
    /// The elements of a list in reverse before another term.
    plain "reverse"/2 => reverse;
    /// The first tuple of a list with this key at this position, or `false`.
    plain "keyfind"/3 => key_find;
    /// Whether a list has a tuple with this key at this position.
    plain "keymember"/3 => key_member;
    /// `{value, Tuple}` for the first tuple of a list with this key at this position, or `false`.
    plain "keysearch"/3 => key_search;
}

fn member<'h>(context: Context<'h>, [term, list]: [Term<'h>; 2]) -> Native<'h> {
    let mut elements = list.list();
    let mut steps = 0;
    let is_member = elements.any(|element| {
        steps += 1;
        compare::equal_exact(element, term)
    });
    context.charge(steps);
    if is_member {
        return Ok(Term::boolean(true));
    }
    if elements.rest().is_nil() { Ok(Term::boolean(false)) } else { Err(Fault::badarg()) }
}

fn reverse<'h>(context: Context<'h>, [list, rest]: [Term<'h>; 2]) -> Native<'h> {
    context.charge(list.list_length().ok_or(Fault::badarg())?);
    Ok(list.list().try_fold(rest, |reversed, element| context.arena.cons(element, reversed))?)
}

/// The first tuple whose element at a position is equal to the key, by `==`.
fn found<'h>(
    context: Context<'h>,
    [key, position, list]: [Term<'h>; 3],
) -> Result<Option<Term<'h>>, Fault<'h>> {
    let place = argument::count(position)?.checked_sub(1).ok_or(Fault::badarg())?;
    let mut steps = 0;
    let has_key = |tuple: &Term<'h>| {
        steps += 1;
        let element = tuple.as_tuple().and_then(|elements| elements.get(place));
        element.is_some_and(|element| compare::equal(*element, key))
    };
    let mut elements = list.list();
    let found = elements.find(has_key);
    context.charge(steps);
    match found {
        None if !elements.rest().is_nil() => Err(Fault::badarg()),
        tuple => Ok(tuple),
    }
}

fn key_find<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    Ok(found(context, arguments)?.unwrap_or(Term::boolean(false)))
}

fn key_member<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    Ok(Term::boolean(found(context, arguments)?.is_some()))
}

fn key_search<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    match found(context, arguments)? {
        Some(tuple) => Ok(context.arena.tuple(&[Term::atom(names::value), tuple])?),
        None => Ok(Term::boolean(false)),
    }
}
