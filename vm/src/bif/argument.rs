//! What native functions ask of their arguments: this type, or the error it is not.
//!
//! Invariants: a list is walked once and never recursed into; memory for what it holds is asked for, never presumed.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::atom::{Atom, names};
use crate::heap::Arena;
use crate::process::Fault;
use crate::term::{Bits, Integer, Map, Term};

/// An integer, or `badarg`.
pub fn integer<'h>(term: Term<'h>) -> Result<Integer<'h>, Fault<'h>> {
    term.as_integer().ok_or(Fault::badarg())
}

/// An atom, or `badarg`.
pub fn atom<'h>(term: Term<'h>) -> Result<Atom, Fault<'h>> {
    term.as_atom().ok_or(Fault::badarg())
}

/// The elements of a tuple, or `badarg`.
pub fn tuple<'h>(term: Term<'h>) -> Result<&'h [Term<'h>], Fault<'h>> {
    term.as_tuple().ok_or(Fault::badarg())
}

/// A count that is not negative and that a word holds, or `badarg`.
pub fn count<'h>(term: Term<'h>) -> Result<usize, Fault<'h>> {
    term.as_usize().ok_or(Fault::badarg())
}

/// Where the element of an Erlang position (from 1) stands among `length`, or `badarg`.
pub fn place<'h>(position: Term<'h>, length: usize) -> Result<usize, Fault<'h>> {
    match position.as_usize() {
        Some(position) if (1..=length).contains(&position) => Ok(position - 1),
        _ => Err(Fault::badarg()),
    }
}

/// A map, or `{badmap, Term}`.
pub fn map<'h>(arena: &'h Arena, term: Term<'h>) -> Result<Map<'h>, Fault<'h>> {
    match term.as_map() {
        Some(map) => Ok(map),
        None => Err(Fault::because(arena.tuple(&[Term::atom(names::badmap), term])?)),
    }
}

/// The elements of a proper list, or `badarg`.
pub fn list<'h>(term: Term<'h>) -> Result<Vec<Term<'h>>, Fault<'h>> {
    let mut elements = room(term.list_length().ok_or(Fault::badarg())?)?;
    elements.extend(term.list());
    Ok(elements)
}

/// An empty vector with room for this many elements, or `system_limit`.
pub fn room<'h, T>(count: usize) -> Result<Vec<T>, Fault<'h>> {
    let mut vector = Vec::new();
    vector.try_reserve_exact(count).map_err(|_| Fault::system_limit())?;
    Ok(vector)
}

/// The error `{badkey, Key}`.
pub fn bad_key<'h>(arena: &'h Arena, key: Term<'h>) -> Fault<'h> {
    arena.tuple(&[Term::atom(names::badkey), key]).map_or_else(Fault::from, Fault::because)
}

/// The bits of a bitstring, or `badarg`.
pub fn bits<'h>(term: Term<'h>) -> Result<Bits<'h>, Fault<'h>> {
    term.as_bits().ok_or(Fault::badarg())
}

/// The bits of a bitstring of whole bytes, or `badarg`.
pub fn binary<'h>(term: Term<'h>) -> Result<Bits<'h>, Fault<'h>> {
    term.as_bits().filter(|bits| bits.length().is_multiple_of(8)).ok_or(Fault::badarg())
}

/// The bytes of a binary, copied only where they do not begin on a byte; or `badarg`.
pub fn bytes<'h>(term: Term<'h>) -> Result<Cow<'h, [u8]>, Fault<'h>> {
    let bits = binary(term)?;
    if let Some(bytes) = bits.as_bytes() {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut copy = room(bits.byte_count())?;
    copy.resize(bits.byte_count(), 0);
    bits.copy_to(&mut copy);
    Ok(Cow::Owned(copy))
}

/// The bytes of a flat list of bytes, or `badarg`.
pub fn byte_list<'h>(list: Term<'h>) -> Result<Vec<u8>, Fault<'h>> {
    let mut bytes = room(list.list_length().ok_or(Fault::badarg())?)?;
    for element in list.list() {
        bytes.push(element.as_small().and_then(|byte| u8::try_from(byte).ok()).ok_or(Fault::badarg())?);
    }
    Ok(bytes)
}
