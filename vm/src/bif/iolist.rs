//! Bytes and bits in nested lists: what `iolist_to_binary/1` and its kin take.
//!
//! Invariants: nothing recurses into a list (what follows a nested one is kept aside); a list is walked once to
//! learn its size and once to copy it, so nothing is allocated for what is not there.

use alloc::vec::Vec;

use crate::heap::Arena;
use crate::process::{Fault, Native};
use crate::term::bits::write_bits;
use crate::term::{Bits, Kind, Term};

/// A part of a nested list.
#[derive(Clone, Copy)]
pub enum Part<'h> {
    /// A byte.
    Byte(u8),
    /// The bits of a bitstring.
    Bits(Bits<'h>),
}

/// Visits the parts of a term in order; `badarg` for a term that is no nested list of bytes and bitstrings.
pub fn visit<'h>(term: Term<'h>, mut act: impl FnMut(Part<'h>)) -> Result<(), Fault<'h>> {
    let mut follows: Vec<Term<'h>> = Vec::new();
    let mut next = Some(term);
    while let Some(term) = next {
        let mut rest = term;
        while let Some(cons) = rest.as_cons() {
            rest = cons.tail();
            match cons.head().kind() {
                Kind::Small(byte @ 0..=255) => act(Part::Byte(byte as u8)),
                Kind::Bits(bits) => act(Part::Bits(bits)),
                Kind::Nil => {}
                Kind::Cons(_) => {
                    if !rest.is_nil() {
                        follows.push(rest);
                    }
                    rest = cons.head();
                }
                _ => return Err(Fault::badarg()),
            }
        }
        match rest.kind() {
            Kind::Nil => {}
            Kind::Bits(bits) => act(Part::Bits(bits)),
            _ => return Err(Fault::badarg()),
        }
        next = follows.pop();
    }
    Ok(())
}

/// The bits in a term, together; `badarg` where `whole` asks for whole bytes and a bitstring is none.
pub fn length<'h>(term: Term<'h>, whole: bool) -> Result<usize, Fault<'h>> {
    let (mut length, mut ragged) = (0, false);
    visit(term, |part| match part {
        Part::Byte(_) => length += 8,
        Part::Bits(bits) => {
            length += bits.length();
            ragged |= !bits.length().is_multiple_of(8);
        }
    })?;
    if whole && ragged { Err(Fault::badarg()) } else { Ok(length) }
}

/// A bitstring of all that is in a term, which [`length`] found to be so many bits.
pub fn join<'h>(arena: &'h Arena, term: Term<'h>, length: usize) -> Native<'h> {
    let mut result = Ok(());
    let joined = arena.bits_filled(length, |room| result = copy(term, room))?;
    result.map(|()| joined)
}

fn copy<'h>(term: Term<'h>, room: &mut [u8]) -> Result<(), Fault<'h>> {
    let mut at_bit = 0;
    visit(term, |part| match part {
        Part::Byte(byte) if at_bit % 8 == 0 => {
            room[at_bit / 8] = byte;
            at_bit += 8;
        }
        Part::Byte(byte) => {
            write_bits(room, at_bit, Bits::of_bytes(&[byte]));
            at_bit += 8;
        }
        Part::Bits(bits) => {
            write_bits(room, at_bit, bits);
            at_bit += bits.length();
        }
    })
}

/// All bytes in a term, for a caller that needs them in a row; `badarg` where they are not whole.
pub fn bytes<'h>(term: Term<'h>) -> Result<Vec<u8>, Fault<'h>> {
    let length = length(term, true)? / 8;
    let mut bytes = super::argument::room(length)?;
    bytes.resize(length, 0);
    copy(term, &mut bytes)?;
    Ok(bytes)
}
