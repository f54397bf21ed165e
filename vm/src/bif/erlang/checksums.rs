//! Checksums and digests of nested lists of bytes: CRC-32, Adler-32, MD5.
//!
//! Invariant: a sum begun with one part of the data and carried on with the next is the sum of both together.
//! An unfinished MD5 is a binary: the state, the count of bytes, then the bytes of the block not yet full.

use alloc::vec::Vec;

use crate::bif::{Context, argument, iolist};
use crate::process::{Fault, Native};
use crate::term::Term;

use super::md5::{BLOCK, Md5};

crate::bifs! {
    "erlang";
    /// The CRC-32 of data.
    plain "crc32"/1 => crc32;
    /// A CRC-32 carried on over more data.
    plain "crc32"/2 => crc32_from;
    /// The CRC-32 of data whose two parts have these, the second of this size.
    plain "crc32_combine"/3 => crc32_combine;
    /// The Adler-32 of data.
    plain "adler32"/1 => adler32;
    /// An Adler-32 carried on over more data.
    plain "adler32"/2 => adler32_from;
    /// The Adler-32 of data whose two parts have these, the second of this size.
    plain "adler32_combine"/3 => adler32_combine;
    /// The MD5 of data.
    plain "md5"/1 => md5;
    /// An MD5 of nothing yet.
    plain "md5_init"/0 => md5_init;
    /// An MD5 carried on over more data.
    plain "md5_update"/2 => md5_update;
    /// The MD5 of all that was given to it.
    plain "md5_final"/1 => md5_final;
}

fn sum<'h>(term: Term<'h>) -> Result<u32, Fault<'h>> {
    let value = argument::integer(term)?.to_u64();
    value.and_then(|value| u32::try_from(value).ok()).ok_or(Fault::badarg())
}

fn number(context: Context<'_>, sum: u32) -> Native<'_> {
    Ok(context.arena.u64(u64::from(sum))?)
}

/// The bytes of data, so many of which are summed in the time of a step.
fn bytes<'h>(context: Context<'h>, data: Term<'h>, each_step: usize) -> Result<Vec<u8>, Fault<'h>> {
    let bytes = iolist::bytes(data)?;
    context.charge(bytes.len() / each_step);
    Ok(bytes)
}

fn crc32<'h>(context: Context<'h>, [data]: [Term<'h>; 1]) -> Native<'h> {
    number(context, crc32fast::hash(&bytes(context, data, 8)?))
}

fn crc32_from<'h>(context: Context<'h>, [start, data]: [Term<'h>; 2]) -> Native<'h> {
    let mut hasher = crc32fast::Hasher::new_with_initial(sum(start)?);
    hasher.update(&bytes(context, data, 8)?);
    number(context, hasher.finalize())
}

fn crc32_combine<'h>(context: Context<'h>, [first, second, size]: [Term<'h>; 3]) -> Native<'h> {
    let (first, second, size) = (sum(first)?, sum(second)?, sum(size)?);
    if size == 0 {
        // What the sums of nothing and of something add up to, even where the first is none of nothing.
        return number(context, first ^ second);
    }
    let mut hasher = crc32fast::Hasher::new_with_initial(first);
    hasher.combine(&crc32fast::Hasher::new_with_initial_len(second, u64::from(size)));
    number(context, hasher.finalize())
}

/// The greatest prime below 2^16: both halves of an Adler-32 are sums modulo this.
const ADLER_MODULUS: u64 = 65_521;
/// Bytes that can be added before a 64-bit sum of sums must be reduced; far less than its room.
const ADLER_STRIDE: usize = 1 << 16;

/// An Adler-32 carried on over more data; that of nothing is 1.
pub fn adler(start: u32, data: &[u8]) -> u32 {
    let (mut low, mut high) = (u64::from(start & 0xffff), u64::from(start >> 16));
    for chunk in data.chunks(ADLER_STRIDE) {
        for byte in chunk {
            low += u64::from(*byte);
            high += low;
        }
        (low, high) = (low % ADLER_MODULUS, high % ADLER_MODULUS);
    }
    (high << 16 | low) as u32
}

fn adler32<'h>(context: Context<'h>, [data]: [Term<'h>; 1]) -> Native<'h> {
    number(context, adler(1, &bytes(context, data, 4)?))
}

fn adler32_from<'h>(context: Context<'h>, [start, data]: [Term<'h>; 2]) -> Native<'h> {
    number(context, adler(sum(start)?, &bytes(context, data, 4)?))
}

/// The second part's sums began at 1 and 0; they move by what the first part's low sum would have added.
fn adler32_combine<'h>(context: Context<'h>, [first, second, size]: [Term<'h>; 3]) -> Native<'h> {
    let (first, second, size) = (sum(first)?, sum(second)?, u64::from(sum(size)?));
    if size == 0 {
        return number(context, first);
    }
    let halves = |sum: u32| (u64::from(sum & 0xffff), u64::from(sum >> 16));
    let ((first_low, first_high), (second_low, second_high)) = (halves(first), halves(second));
    let carried = first_low + ADLER_MODULUS - 1;
    let low = (carried + second_low) % ADLER_MODULUS;
    let high = (first_high + second_high + size % ADLER_MODULUS * (carried % ADLER_MODULUS)) % ADLER_MODULUS;
    number(context, (high << 16 | low) as u32)
}

fn md5<'h>(context: Context<'h>, [data]: [Term<'h>; 1]) -> Native<'h> {
    let mut md5 = Md5::new();
    md5.update(&bytes(context, data, 1)?);
    Ok(context.arena.bytes(&md5.finish())?)
}

fn unfinished(context: Context<'_>, md5: Md5) -> Native<'_> {
    let (state, count, pending) = md5.parts();
    let mut bytes = argument::room(24 + BLOCK)?;
    bytes.extend(state.iter().flat_map(|word| word.to_le_bytes()));
    bytes.extend(count.to_le_bytes());
    bytes.extend(pending);
    Ok(context.arena.bytes(&bytes)?)
}

fn resumed<'h>(term: Term<'h>) -> Result<Md5, Fault<'h>> {
    let bytes = argument::bytes(term)?;
    let (state, rest) = bytes.split_first_chunk::<16>().ok_or(Fault::badarg())?;
    let (count, pending) = rest.split_first_chunk::<8>().ok_or(Fault::badarg())?;
    let word = |place: usize| {
        u32::from_le_bytes([state[place], state[place + 1], state[place + 2], state[place + 3]])
    };
    Md5::resume([word(0), word(4), word(8), word(12)], u64::from_le_bytes(*count), pending)
        .ok_or(Fault::badarg())
}

fn md5_init<'h>(context: Context<'h>, []: [Term<'h>; 0]) -> Native<'h> {
    unfinished(context, Md5::new())
}

fn md5_update<'h>(context: Context<'h>, [md5, data]: [Term<'h>; 2]) -> Native<'h> {
    let mut md5 = resumed(md5)?;
    md5.update(&bytes(context, data, 1)?);
    unfinished(context, md5)
}

fn md5_final<'h>(context: Context<'h>, [md5]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.bytes(&resumed(md5)?.finish())?)
}
