//! Bitstrings: their size and parts, and the lists they are made of and become.
//!
//! Deliberately absent: module `binary` (`bif/binary.rs`), and how a nested list is walked (`bif/iolist.rs`).

use crate::bif::{Context, Room, argument, iolist};
use crate::heap::Arena;
use crate::process::{Fault, Native};
use crate::term::{Bits, Term};

crate::bifs! {
    "erlang";
    /// How many bytes hold a bitstring.
    guard "byte_size"/1 => byte_size;
    /// How many bits a bitstring has.
    guard "bit_size"/1 => bit_size;
    /// The part of a binary that `{Position, Length}` says.
    guard "binary_part"/2 => part_of_pair;
    /// The part of a binary from a position on.
    guard "binary_part"/3 => part;
    /// What is before a position of a binary, and the rest.
    plain "split_binary"/2 => split;
    /// The bytes of a binary.
    plain "binary_to_list"/1 => to_list;
    /// The bytes of a binary between two positions, both from 1.
    plain "binary_to_list"/3 => to_list_between;
    /// The bytes of a bitstring, then the bits that remain as a bitstring.
    plain "bitstring_to_list"/1 => bits_to_list;
    /// A binary of a nested list of bytes and binaries.
    plain "list_to_binary"/1 => list_to_binary;
    /// A bitstring of a nested list of bytes and bitstrings.
    plain "list_to_bitstring"/1 => list_to_bitstring;
    /// A binary of a binary or a nested list of bytes and binaries.
    plain "iolist_to_binary"/1 => iolist_to_binary;
    /// The bytes of a binary or a nested list of bytes and binaries.
    plain "iolist_size"/1 => iolist_size;
    /// A list of binaries that hold the bytes of a nested list.
    plain "iolist_to_iovec"/1 => iolist_to_iovec;
}

fn byte_size<'h>(room: Room<'h>, [bits]: [Term<'h>; 1]) -> Native<'h> {
    Ok(room.arena.usize(argument::bits(bits)?.byte_count())?)
}

fn bit_size<'h>(room: Room<'h>, [bits]: [Term<'h>; 1]) -> Native<'h> {
    Ok(room.arena.usize(argument::bits(bits)?.length())?)
}

/// Where a part lies: its first byte and how many; a negative length counts back from the position.
pub fn part_range<'h>(
    bytes: usize,
    position: Term<'h>,
    length: Term<'h>,
) -> Result<(usize, usize), Fault<'h>> {
    let position = argument::count(position)?;
    let length = length.as_small().ok_or(Fault::badarg())?;
    let end = position.checked_add_signed(length).filter(|end| *end <= bytes && position <= bytes);
    let end = end.ok_or(Fault::badarg())?;
    Ok((position.min(end), length.unsigned_abs()))
}

/// The part of a binary that [`part_range`] finds.
pub fn part_in<'h>(arena: &'h Arena, binary: Term<'h>, [position, length]: [Term<'h>; 2]) -> Native<'h> {
    let bytes = argument::binary(binary)?.byte_count();
    let (first, count) = part_range(bytes, position, length)?;
    Ok(arena.sub_bits(binary, first * 8, count * 8)?)
}

/// The part of a binary that `{Position, Length}` says.
pub fn part_by_pair<'h>(arena: &'h Arena, binary: Term<'h>, pair: Term<'h>) -> Native<'h> {
    let [position, length] = *argument::tuple(pair)? else { return Err(Fault::badarg()) };
    part_in(arena, binary, [position, length])
}

fn part<'h>(room: Room<'h>, [binary, position, length]: [Term<'h>; 3]) -> Native<'h> {
    part_in(room.arena, binary, [position, length])
}

fn part_of_pair<'h>(room: Room<'h>, [binary, pair]: [Term<'h>; 2]) -> Native<'h> {
    part_by_pair(room.arena, binary, pair)
}

fn split<'h>(context: Context<'h>, [bits, position]: [Term<'h>; 2]) -> Native<'h> {
    let length = argument::bits(bits)?.length();
    let first = argument::count(position)?;
    if first > length / 8 {
        return Err(Fault::badarg());
    }
    let before = context.arena.sub_bits(bits, 0, first * 8)?;
    let after = context.arena.sub_bits(bits, first * 8, length - first * 8)?;
    Ok(context.arena.tuple(&[before, after])?)
}

/// A list of the bytes of whole bytes before another term.
pub fn byte_list<'h>(arena: &'h Arena, bits: Bits<'h>, rest: Term<'h>) -> Native<'h> {
    Ok(arena.list_before(bits.bytes().map(|byte| Term::small_number(i32::from(byte))), rest)?)
}

fn to_list<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    byte_list(context.arena, argument::binary(binary)?, Term::NIL)
}

fn to_list_between<'h>(context: Context<'h>, [binary, first, last]: [Term<'h>; 3]) -> Native<'h> {
    let bits = argument::binary(binary)?;
    let (first, last) = (argument::count(first)?, argument::count(last)?);
    if first < 1 || last > bits.length() / 8 || first > last {
        return Err(Fault::badarg());
    }
    byte_list(context.arena, bits.sub((first - 1) * 8, (last + 1 - first) * 8), Term::NIL)
}

fn bits_to_list<'h>(context: Context<'h>, [bits]: [Term<'h>; 1]) -> Native<'h> {
    let view = argument::bits(bits)?;
    let whole = view.length() & !7;
    let rest = if whole == view.length() {
        Term::NIL
    } else {
        let spare = context.arena.sub_bits(bits, whole, view.length() - whole)?;
        context.arena.cons(spare, Term::NIL)?
    };
    byte_list(context.arena, view.sub(0, whole), rest)
}

fn is_list(term: Term<'_>) -> bool {
    term.is_nil() || term.as_cons().is_some()
}

fn list_to_binary<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    if is_list(list) { iolist_to_binary(context, [list]) } else { Err(Fault::badarg()) }
}

fn list_to_bitstring<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    if !is_list(list) {
        return Err(Fault::badarg());
    }
    iolist::join(context.arena, list, iolist::length(list, false)?)
}

fn iolist_to_binary<'h>(context: Context<'h>, [data]: [Term<'h>; 1]) -> Native<'h> {
    let length = iolist::length(data, true)?;
    // A binary is its own bytes.
    if is_list(data) { iolist::join(context.arena, data, length) } else { Ok(data) }
}

fn iolist_size<'h>(context: Context<'h>, [data]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.usize(iolist::length(data, true)? / 8)?)
}

fn iolist_to_iovec<'h>(context: Context<'h>, [data]: [Term<'h>; 1]) -> Native<'h> {
    let binary = iolist_to_binary(context, [data])?;
    let empty = binary.as_bits().is_none_or(|bits| bits.length() == 0);
    if empty { Ok(Term::NIL) } else { Ok(context.arena.list(&[binary])?) }
}
