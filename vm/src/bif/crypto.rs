//! Native functions of module `crypto`: digests, codes, ciphers, keys.
//!
//! Invariants: what goes wrong is `error:{Tag, {File, Line}, Text}`, whose tag is OTP's; a state is a resource. Primitives
//! are RustCrypto's and dalek's; the modes of block ciphers are ours, once for all ciphers.
//! Deliberately absent: RSA, DSA, classic Diffie-Hellman, curves but those of [`key`], engines, FIPS.

mod aead;
mod block;
mod cipher;
mod digest;
mod key;
mod mac;

use alloc::vec::Vec;

use super::{Context, Control, argument, iolist};
use crate::port::chip;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {
    "crypto";
    /// A digest.
    control "hash"/2 => digest::hash;
    /// A digest of nothing yet.
    plain "hash_init"/1 => digest::init;
    /// A digest carried on over more data.
    control "hash_update"/2 => digest::update;
    /// The digest of all that was given to it.
    plain "hash_final"/1 => digest::finish;
    /// Block size, size and number of a digest.
    plain "digest_sizes"/1 => digest::sizes;
    /// A code of data under a key.
    plain "mac_of"/4 => mac::once;
    /// A code of nothing yet.
    plain "mac_start"/3 => mac::init;
    /// A code carried on over more data.
    plain "mac_update"/2 => mac::update;
    /// The code of all that was given to it.
    plain "mac_final"/1 => mac::finish;
    /// A key of a password, a salt and a count of rounds.
    plain "pbkdf2_hmac"/5 => mac::pbkdf2;
    /// Data through a cipher.
    plain "cipher_once"/5 => cipher::once;
    /// A cipher with nothing in it.
    plain "cipher_start"/4 => cipher::init;
    /// More data through a cipher.
    plain "crypto_update"/2 => cipher::update;
    /// What is left in a cipher.
    plain "crypto_final"/1 => cipher::finish;
    /// Data through a cipher that vouches for it.
    plain "aead"/3 => aead::once;
    /// A pair of keys, or the public key of a private one.
    plain "make_key"/3 => key::generate;
    /// What two keys agree on.
    plain "shared_key"/3 => key::agree;
    /// A signature.
    plain "signature"/4 => key::sign;
    /// Whether a signature is one.
    plain "is_signature"/5 => key::verify;
    /// Random bytes.
    plain "strong_rand_bytes"/1 => random_bytes;
    /// The bits in which two texts differ.
    plain "exor"/2 => exor;
    /// Whether two binaries of one size are the same, in a time that does not tell.
    plain "hash_equals"/2 => equals;
}

/// Bytes one call makes at most.
const MOST_BYTES: usize = 1 << 26;
/// Bytes after whose work other processes have their turn.
const LONG_BYTES: usize = 1 << 16;

/// `error:{Tag, {File, Line}, Text}`.
fn wrong<'h>(context: Context<'h>, tag: &str, place: (&str, u32), text: &str) -> Fault<'h> {
    let make = || {
        let arena = context.arena;
        let tag = context.system.atoms.intern(tag).map(Term::atom).ok_or(Fault::system_limit())?;
        let place = arena.tuple(&[arena.string(place.0)?, Term::small_number(place.1 as i32)])?;
        Ok::<_, Fault<'h>>(Fault::because(arena.tuple(&[tag, place, arena.string(text)?])?))
    };
    make().unwrap_or_else(|fault| fault)
}

/// The name of an algorithm.
fn name<'h>(context: Context<'h>, term: Term<'h>) -> &'h str {
    term.as_atom().map_or("", |atom| context.system.atoms.name(atom))
}

/// The bytes of a binary or of nested lists; plain `badarg`.
fn data<'h>(term: Term<'h>) -> Result<Vec<u8>, Fault<'h>> {
    match term.as_bits() {
        Some(_) => argument::bytes(term).map(alloc::borrow::Cow::into_owned),
        None => iolist::bytes(term),
    }
}

/// A value that took long to make lets the other processes have their turn.
fn paced(value: Term<'_>, bytes: usize) -> Control<'_> {
    if bytes > LONG_BYTES { Control::Yield(value) } else { Control::Value(value) }
}

/// Fills a room with chance.
fn fill_random(context: Context<'_>, room: &mut [u8]) {
    for part in room.chunks_mut(8) {
        let random = chip::random(context.system).to_le_bytes();
        part.copy_from_slice(&random[..part.len()]);
    }
}

fn random_bytes<'h>(context: Context<'h>, [count]: [Term<'h>; 1]) -> Native<'h> {
    let count = count.as_usize().filter(|count| *count <= MOST_BYTES).ok_or(Fault::badarg())?;
    Ok(context.arena.bits_filled(count * 8, |room| fill_random(context, room))?)
}

fn exor<'h>(context: Context<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    let (mut left, right) = (data(left)?, data(right)?);
    if left.len() != right.len() {
        return Err(Fault::badarg());
    }
    left.iter_mut().zip(right).for_each(|(left, right)| *left ^= right);
    Ok(context.arena.bytes(&left)?)
}

fn equals<'h>(_: Context<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    let (left, right) = (argument::bytes(left)?, argument::bytes(right)?);
    if left.len() != right.len() {
        return Err(Fault::badarg());
    }
    Ok(Term::boolean(is_same(&left, &right)))
}

/// Whether bytes of one length are the same; every byte is looked at.
fn is_same(left: &[u8], right: &[u8]) -> bool {
    let differing = left.iter().zip(right).fold(0, |differing, (left, right)| differing | (left ^ right));
    core::hint::black_box(differing) == 0
}
