//! Tuples: their elements, and new ones with other elements.
//!
//! Invariant: no tuple has more than [`MAX_SIZE`] elements.

use alloc::vec::Vec;

use crate::bif::{Context, Room, argument};
use crate::heap::Arena;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {
    "erlang";
    /// An element of a tuple.
    guard "element"/2 => element;
    /// How many elements a tuple has.
    guard "tuple_size"/1 => tuple_size;
    /// How many elements a tuple, or bytes a bitstring, has.
    guard "size"/1 => size;
    /// The tuple with another element at a position.
    plain "setelement"/3 => setelement;
    /// A tuple of one element again and again.
    plain "make_tuple"/2 => make_tuple;
    /// A tuple of one element, but for the positions listed.
    plain "make_tuple"/3 => make_tuple_but;
    /// The tuple with one more element at its end.
    plain "append_element"/2 => append_element;
    /// The tuple with one more element at a position.
    plain "insert_element"/3 => insert_element;
    /// The tuple without the element at a position.
    plain "delete_element"/2 => delete_element;
    /// The elements as a list.
    plain "tuple_to_list"/1 => tuple_to_list;
    /// A tuple of a list's elements.
    plain "list_to_tuple"/1 => list_to_tuple;
}

/// The most elements a tuple has, as on OTP.
pub const MAX_SIZE: usize = (1 << 24) - 1;

fn element<'h>(_: Room<'h>, [position, tuple]: [Term<'h>; 2]) -> Native<'h> {
    let elements = argument::tuple(tuple)?;
    Ok(elements[argument::place(position, elements.len())?])
}

fn tuple_size<'h>(room: Room<'h>, [tuple]: [Term<'h>; 1]) -> Native<'h> {
    Ok(room.arena.usize(argument::tuple(tuple)?.len())?)
}

fn size<'h>(room: Room<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    match (term.as_tuple(), term.as_bits()) {
        (Some(elements), _) => Ok(room.arena.usize(elements.len())?),
        (_, Some(bits)) => Ok(room.arena.usize(bits.length() / 8)?),
        _ => Err(Fault::badarg()),
    }
}

/// A tuple of `before`, then `between`, then `after`.
fn joined<'h>(arena: &'h Arena, before: &[Term<'h>], between: &[Term<'h>], after: &[Term<'h>]) -> Native<'h> {
    let size = before.len() + between.len() + after.len();
    if size > MAX_SIZE {
        return Err(Fault::badarg());
    }
    let mut elements: Vec<Term<'h>> = argument::room(size)?;
    for part in [before, between, after] {
        elements.extend_from_slice(part);
    }
    Ok(arena.tuple(&elements)?)
}

fn setelement<'h>(context: Context<'h>, [position, tuple, value]: [Term<'h>; 3]) -> Native<'h> {
    let elements = argument::tuple(tuple)?;
    let place = argument::place(position, elements.len())?;
    joined(context.arena, &elements[..place], &[value], &elements[place + 1..])
}

fn filled<'h>(size: Term<'h>, value: Term<'h>) -> Result<Vec<Term<'h>>, Fault<'h>> {
    let size = size.as_usize().filter(|size| *size <= MAX_SIZE).ok_or(Fault::badarg())?;
    let mut elements = argument::room(size)?;
    elements.resize(size, value);
    Ok(elements)
}

fn make_tuple<'h>(context: Context<'h>, [size, value]: [Term<'h>; 2]) -> Native<'h> {
    Ok(context.arena.tuple(&filled(size, value)?)?)
}

fn make_tuple_but<'h>(context: Context<'h>, [size, value, others]: [Term<'h>; 3]) -> Native<'h> {
    let mut elements = filled(size, value)?;
    let mut list = others.list();
    for other in list.by_ref() {
        let [position, value] = *argument::tuple(other)? else { return Err(Fault::badarg()) };
        let place = argument::place(position, elements.len())?;
        elements[place] = value;
    }
    if list.rest().is_nil() { Ok(context.arena.tuple(&elements)?) } else { Err(Fault::badarg()) }
}

fn append_element<'h>(context: Context<'h>, [tuple, value]: [Term<'h>; 2]) -> Native<'h> {
    joined(context.arena, argument::tuple(tuple)?, &[value], &[])
}

fn insert_element<'h>(context: Context<'h>, [position, tuple, value]: [Term<'h>; 3]) -> Native<'h> {
    let elements = argument::tuple(tuple)?;
    let (before, after) = elements.split_at(argument::place(position, elements.len() + 1)?);
    joined(context.arena, before, &[value], after)
}

fn delete_element<'h>(context: Context<'h>, [position, tuple]: [Term<'h>; 2]) -> Native<'h> {
    let elements = argument::tuple(tuple)?;
    let place = argument::place(position, elements.len())?;
    joined(context.arena, &elements[..place], &[], &elements[place + 1..])
}

fn tuple_to_list<'h>(context: Context<'h>, [tuple]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.list(argument::tuple(tuple)?)?)
}

fn list_to_tuple<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    joined(context.arena, &argument::list(list)?, &[], &[])
}
