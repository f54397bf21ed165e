//! Lists: what `erlang` itself does with them.
//!
//! Deliberately absent: module `lists` (its native functions stand in `bif/lists.rs`).

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::bif::{Context, Room, argument};
use crate::heap::Arena;
use crate::process::{Fault, Native};
use crate::term::{Term, compare};

crate::bifs! {
    "erlang";
    /// The first element of a list.
    guard "hd"/1 => head;
    /// The list without its first element.
    guard "tl"/1 => tail;
    /// How many elements a list has.
    guard "length"/1 => length;
    /// The elements of a list before another term.
    plain "++"/2 => append;
    /// The elements of a list before another term.
    plain "append"/2 => append;
    /// The first list without the first occurrence of each element of the second.
    plain "--"/2 => subtract;
    /// The first list without the first occurrence of each element of the second.
    plain "subtract"/2 => subtract;
}

/// Steps that subtracting takes for each element of either list, about.
const SUBTRACTED: usize = 16;

fn head<'h>(_: Room<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    list.as_cons().map(|cons| cons.head()).ok_or(Fault::badarg())
}

fn tail<'h>(_: Room<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    list.as_cons().map(|cons| cons.tail()).ok_or(Fault::badarg())
}

fn length<'h>(room: Room<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let length = list.list_length().ok_or(Fault::badarg())?;
    room.charge(length);
    Ok(room.arena.usize(length)?)
}

fn append<'h>(context: Context<'h>, [list, rest]: [Term<'h>; 2]) -> Native<'h> {
    context.charge(list.list_length().ok_or(Fault::badarg())?);
    context.arena.list_forward(list.list().map(Ok::<_, Fault<'h>>), rest)
}

fn subtract<'h>(context: Context<'h>, [list, others]: [Term<'h>; 2]) -> Native<'h> {
    let others = argument::list(others)?;
    let length = list.list_length().ok_or(Fault::badarg())?;
    context.charge((length + others.len()).saturating_mul(SUBTRACTED));
    without(context.arena, list, Multiset::new(others)?)
}

/// The list without the elements of a multiset; once that is empty the rest is shared.
fn without<'h>(arena: &'h Arena, list: Term<'h>, mut others: Multiset<'h>) -> Native<'h> {
    let mut kept: Vec<Term<'h>> = Vec::new();
    let mut elements = list.list();
    while others.left > 0
        && let Some(element) = elements.next()
    {
        if !others.take(element) {
            kept.try_reserve(1).map_err(|_| Fault::system_limit())?;
            kept.push(element);
        }
    }
    Ok(arena.list_before(kept.into_iter(), elements.rest())?)
}

/// Terms and how often each is there, in an order of their own.
struct Multiset<'h> {
    counted: Vec<(Term<'h>, usize)>,
    left: usize,
}

impl<'h> Multiset<'h> {
    fn new(mut terms: Vec<Term<'h>>) -> Result<Self, Fault<'h>> {
        terms.sort_unstable_by(|left, right| key_order(*left, *right));
        let mut counted: Vec<(Term<'h>, usize)> = argument::room(terms.len())?;
        for term in &terms {
            match counted.last_mut() {
                Some((last, count)) if key_order(*last, *term).is_eq() => *count += 1,
                _ => counted.push((*term, 1)),
            }
        }
        Ok(Multiset { counted, left: terms.len() })
    }

    /// Takes one of a term out, if there is one.
    fn take(&mut self, term: Term<'h>) -> bool {
        match self.counted.binary_search_by(|(other, _)| key_order(*other, term)) {
            Ok(place) if self.counted[place].1 > 0 => {
                self.counted[place].1 -= 1;
                self.left -= 1;
                true
            }
            _ => false,
        }
    }
}

fn key_order(left: Term<'_>, right: Term<'_>) -> Ordering {
    compare::map_key_order(left, right)
}
