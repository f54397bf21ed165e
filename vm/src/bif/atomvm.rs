//! Module `atomvm`: what AtomVM's own module says of the machine.
//!
//! Deliberately absent: files (`posix_*`) and packs.

use super::Context;
use crate::bifs;
use crate::port::chip;
use crate::process::{Fault, Native};
use crate::term::Term;

bifs! {"atomvm";
    /// The platform's name.
    plain "platform"/0 => platform;
    /// A binary of this many random bytes.
    plain "rand_bytes"/1 => rand_bytes;
    /// A random integer of 32 bits.
    plain "random"/0 => random;
}

/// Bytes `rand_bytes/1` makes at most in one call.
const MAX_RANDOM_BYTES: usize = 1 << 24;

fn platform<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let name = context.system.atoms.intern(chip::name(context.system));
    name.map(Term::atom).ok_or(Fault::system_limit())
}

fn random<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.u64(chip::random(context.system) >> 32)?)
}

fn rand_bytes<'h>(context: Context<'h>, [count]: [Term<'h>; 1]) -> Native<'h> {
    let count = count.as_usize().filter(|count| *count <= MAX_RANDOM_BYTES).ok_or(Fault::badarg())?;
    Ok(context.arena.bits_filled(count * 8, |room| {
        for part in room.chunks_mut(8) {
            let random = chip::random(context.system).to_le_bytes();
            part.copy_from_slice(&random[..part.len()]);
        }
    })?)
}
