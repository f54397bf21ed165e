//! Native functions of module `binary`.
//!
//! Deliberately absent: `replace`, `join` and hexadecimal digits, which are Erlang (`vm/lib`).

mod automaton;
pub mod search;

use alloc::vec::Vec;

use super::erlang::binaries;
use super::{Context, argument, iolist};
use crate::atom::names;
use crate::process::{Fault, Native};
use crate::term::bits::{read_integer, write_integer};
use crate::term::{Bits, Term};

crate::bifs! {
    "binary";
    /// The byte at a position, from 0.
    plain "at"/2 => at;
    /// The first byte.
    plain "first"/1 => first;
    /// The last byte.
    plain "last"/1 => last;
    /// The part that `{Position, Length}` says.
    plain "part"/2 => part_of_pair;
    /// The part from a position on.
    plain "part"/3 => part;
    /// The bytes as a list.
    plain "bin_to_list"/1 => to_list;
    /// The bytes of the part that `{Position, Length}` says.
    plain "bin_to_list"/2 => to_list_of_pair;
    /// The bytes of a part as a list.
    plain "bin_to_list"/3 => to_list_of_part;
    /// A binary of a nested list of bytes and binaries.
    plain "list_to_bin"/1 => from_list;
    /// The same bytes in a binary of their own.
    plain "copy"/1 => copy;
    /// The bytes so many times.
    plain "copy"/2 => copies;
    /// The integer of a binary, most significant byte first.
    plain "decode_unsigned"/1 => decode_big;
    /// The integer of a binary of either byte order.
    plain "decode_unsigned"/2 => decode;
    /// The fewest bytes that hold an integer, most significant first.
    plain "encode_unsigned"/1 => encode_big;
    /// The fewest bytes that hold an integer, in either byte order.
    plain "encode_unsigned"/2 => encode;
    /// How many bytes at the front all binaries of a list share.
    plain "longest_common_prefix"/1 => common_prefix;
    /// How many bytes at the end all binaries of a list share.
    plain "longest_common_suffix"/1 => common_suffix;
    /// How many bytes are kept for the sake of a binary.
    plain "referenced_byte_size"/1 => referenced_byte_size;
}

fn byte<'h>(bits: Bits<'h>, place: Option<usize>) -> Native<'h> {
    let byte = place.and_then(|place| bits.byte(place)).ok_or(Fault::badarg())?;
    Ok(Term::small_number(i32::from(byte)))
}

fn at<'h>(_: Context<'h>, [binary, place]: [Term<'h>; 2]) -> Native<'h> {
    byte(argument::binary(binary)?, place.as_usize())
}

fn first<'h>(_: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    byte(argument::binary(binary)?, Some(0))
}

fn last<'h>(_: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    let bits = argument::binary(binary)?;
    byte(bits, bits.byte_count().checked_sub(1))
}

fn part<'h>(context: Context<'h>, [binary, position, length]: [Term<'h>; 3]) -> Native<'h> {
    binaries::part_in(context.arena, binary, [position, length])
}

fn part_of_pair<'h>(context: Context<'h>, [binary, pair]: [Term<'h>; 2]) -> Native<'h> {
    binaries::part_by_pair(context.arena, binary, pair)
}

fn to_list<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    binaries::byte_list(context.arena, argument::binary(binary)?, Term::NIL)
}

fn to_list_of_pair<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    to_list(context, [part_of_pair(context, arguments)?])
}

fn to_list_of_part<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    to_list(context, [part(context, arguments)?])
}

fn from_list<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    if list.as_bits().is_some() {
        return Err(Fault::badarg());
    }
    iolist::join(context.arena, list, iolist::length(list, true)?)
}

fn copy<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.bits(argument::binary(binary)?)?)
}

fn copies<'h>(context: Context<'h>, [binary, count]: [Term<'h>; 2]) -> Native<'h> {
    let (bits, count) = (argument::binary(binary)?, argument::integer(count)?);
    let size = bits.byte_count();
    if count.is_negative() {
        return Err(Fault::badarg());
    }
    if size == 0 {
        return Ok(context.arena.bytes(&[])?);
    }
    let count = count.to_u64().and_then(|count| usize::try_from(count).ok());
    let length = count.and_then(|count| count.checked_mul(size)?.checked_mul(8));
    let length = length.filter(|length| *length <= isize::MAX as usize).ok_or(Fault::system_limit())?;
    Ok(context.arena.bits_filled(length, |room| {
        room.chunks_mut(size).for_each(|chunk| bits.copy_to(chunk));
    })?)
}

fn is_little<'h>(order: Term<'h>) -> Result<bool, Fault<'h>> {
    match order.as_atom() {
        Some(names::little) => Ok(true),
        Some(names::big) => Ok(false),
        _ => Err(Fault::badarg()),
    }
}

fn decode<'h>(context: Context<'h>, [binary, order]: [Term<'h>; 2]) -> Native<'h> {
    let bits = argument::binary(binary)?;
    Ok(read_integer(bits, false, is_little(order)?, context.arena)?)
}

fn decode_big<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    decode(context, [binary, Term::atom(names::big)])
}

fn encode<'h>(context: Context<'h>, [value, order]: [Term<'h>; 2]) -> Native<'h> {
    let (value, little) = (argument::integer(value)?, is_little(order)?);
    if value.is_negative() {
        return Err(Fault::badarg());
    }
    let length = value.bit_length().div_ceil(8).max(1) * 8;
    Ok(context.arena.bits_filled(length, |room| write_integer(room, 0, length, little, value))?)
}

fn encode_big<'h>(context: Context<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    encode(context, [value, Term::atom(names::big)])
}

/// How many bytes all binaries of a list share, counted by `common` for two.
fn common<'h>(list: Term<'h>, common: fn(&[u8], &[u8]) -> usize) -> Result<usize, Fault<'h>> {
    let mut binaries =
        argument::list(list)?.into_iter().map(argument::bytes).collect::<Result<Vec<_>, _>>()?;
    let first = binaries.pop().ok_or(Fault::badarg())?;
    Ok(binaries.iter().map(|other| common(&first, other)).min().unwrap_or(first.len()))
}

fn common_prefix<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let count = |left: &[u8], right: &[u8]| left.iter().zip(right).take_while(|(a, b)| a == b).count();
    Ok(context.arena.usize(common(list, count)?)?)
}

fn common_suffix<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let count = |left: &[u8], right: &[u8]| {
        left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count()
    };
    Ok(context.arena.usize(common(list, count)?)?)
}

fn referenced_byte_size<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.usize(argument::binary(binary)?.byte_count())?)
}
