//! Terms as bytes of the external term format, and back; and the portable hash.
//!
//! Invariant: a fun is only read where its module is loaded, so a closure always has code behind it.
//! Deliberately absent: the format itself (`etf`).

use crate::atom::{Atom, names};
use crate::bif::{Context, argument};
use crate::etf::{self, Cause, Options, Resolver};
use crate::process::{Fault, Native};
use crate::sched::System;
use crate::term::fun::LambdaIdentity;
use crate::term::{Export, Lambda, Term, hash, old_hash};

crate::bifs! {
    "erlang";
    /// The bytes of a term.
    plain "term_to_binary"/1 => encode;
    /// The bytes of a term, written as the options say.
    plain "term_to_binary"/2 => encode_with;
    /// The bytes of a term as a list of binaries.
    plain "term_to_iovec"/1 => encode_parts;
    /// The bytes of a term as a list of binaries, written as the options say.
    plain "term_to_iovec"/2 => encode_parts_with;
    /// How many bytes a term becomes.
    plain "external_size"/1 => size;
    /// How many bytes a term becomes, written as the options say.
    plain "external_size"/2 => size_with;
    /// The term of these bytes.
    plain "binary_to_term"/1 => decode;
    /// The term of these bytes, read as the options say.
    plain "binary_to_term"/2 => decode_with;
    /// A number from 1 to a range that is the same for equal terms everywhere, as it was before `phash2`.
    plain "phash"/2 => phash;
    /// A number from 0 to 2^27 - 1 that is the same for equal terms everywhere.
    plain "phash2"/1 => phash2;
    /// A number below a range that is the same for equal terms everywhere.
    plain "phash2"/2 => phash2_within;
}

/// What `compressed` alone asks for.
const COMPRESSION: u8 = 6;

fn options<'h>(list: Term<'h>) -> Result<Options, Fault<'h>> {
    let mut options = Options::default();
    for option in argument::list(list)? {
        match (option.as_atom(), option.as_tuple()) {
            (Some(names::compressed), _) => options.compression = COMPRESSION,
            (Some(names::deterministic), _) => options.deterministic = true,
            // Terms of this node alone may be written in a form of its own: ours is the common one.
            (Some(names::local), _) => {}
            (_, Some([name, value])) if name.is(names::compressed) => {
                options.compression = at_most(*value, 9)?;
            }
            (_, Some([name, value])) if name.is(names::minor_version) => {
                options.minor_version = at_most(*value, 2)?;
            }
            _ => return Err(Fault::badarg()),
        }
    }
    Ok(options)
}

fn at_most<'h>(value: Term<'h>, greatest: u8) -> Result<u8, Fault<'h>> {
    let value = value.as_usize().and_then(|value| u8::try_from(value).ok());
    value.filter(|value| *value <= greatest).ok_or(Fault::badarg())
}

fn encode<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    encode_with(context, [term, Term::NIL])
}

fn encode_with<'h>(context: Context<'h>, [term, list]: [Term<'h>; 2]) -> Native<'h> {
    let bytes = etf::encode(&context.system.atoms, term, options(list)?);
    context.charge(bytes.len());
    Ok(context.arena.bytes(&bytes)?)
}

fn encode_parts<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    encode_parts_with(context, [term, Term::NIL])
}

fn encode_parts_with<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Native<'h> {
    Ok(context.arena.list(&[encode_with(context, arguments)?])?)
}

fn size<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    size_with(context, [term, Term::NIL])
}

fn size_with<'h>(context: Context<'h>, [term, list]: [Term<'h>; 2]) -> Native<'h> {
    // The size is that before compression.
    let options = Options { compression: 0, ..options(list)? };
    let size = etf::encode(&context.system.atoms, term, options).len();
    context.charge(size);
    Ok(context.arena.usize(size)?)
}

impl Resolver for System {
    fn export(&self, module: Atom, function: Atom, arity: u32, existing: bool) -> Option<&'static Export> {
        if existing {
            self.modules.existing((module, function, arity))
        } else {
            Some(System::export(self, module, function, arity))
        }
    }

    fn lambda(&self, identity: &LambdaIdentity) -> Option<&'static Lambda> {
        self.modules.existing_lambda(identity)
    }
}

fn decode<'h>(context: Context<'h>, [binary]: [Term<'h>; 1]) -> Native<'h> {
    decode_with(context, [binary, Term::NIL])
}

fn decode_with<'h>(context: Context<'h>, [binary, options]: [Term<'h>; 2]) -> Native<'h> {
    let (mut safe, mut used) = (false, false);
    let bad_option = Fault::badarg_because(names::badopt);
    for option in argument::list(options).map_err(|_| bad_option)? {
        match option.as_atom() {
            Some(names::safe) => safe = true,
            Some(names::used) => used = true,
            _ => return Err(bad_option),
        }
    }
    let bytes = argument::bytes(binary)?;
    context.charge(bytes.len());
    let decoded = etf::decode(context.arena, &context.system.atoms, context.system, &bytes, safe);
    let (term, count) = decoded.map_err(|error| match error.cause {
        Cause::SystemLimit | Cause::OutOfMemory => Fault::system_limit(),
        Cause::Malformed | Cause::Truncated | Cause::Unsafe => Fault::badarg(),
    })?;
    if used { Ok(context.arena.tuple(&[term, context.arena.usize(count)?])?) } else { Ok(term) }
}

fn hashed<'h>(context: Context<'h>, term: Term<'h>, range: u64) -> Native<'h> {
    let (hash, steps) = hash::portable_in_steps(&context.system.atoms, term);
    context.charge(steps * 4);
    Ok(context.arena.u64(u64::from(hash) % range.max(1))?)
}

fn phash<'h>(context: Context<'h>, [term, range]: [Term<'h>; 2]) -> Native<'h> {
    let range = range.as_i64().filter(|range| (1..=1 << 32).contains(range)).ok_or(Fault::badarg())?;
    let hash = old_hash::phash(&context.system.atoms, term, range as u64);
    Ok(context.arena.u64(u64::from(hash) + 1)?)
}

fn phash2<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    hashed(context, term, hash::PHASH2_RANGE)
}

fn phash2_within<'h>(context: Context<'h>, [term, range]: [Term<'h>; 2]) -> Native<'h> {
    let range = argument::integer(range)?.to_u64();
    hashed(context, term, range.filter(|range| (1..=1 << 32).contains(range)).ok_or(Fault::badarg())?)
}
