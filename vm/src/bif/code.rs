//! Module `code`: what it says of files that hold a module, and of counted code.
//!
//! Deliberately absent: counting which lines run. The machine says so, and OTP's `code` goes by that.

use packbeam::chunk::Beam;

use super::{Context, argument};
use crate::atom::names;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {"code";
    /// Whether the machine can count which lines of code run: it cannot.
    plain "coverage_support"/0 => coverage_support;
    /// The bytes of a chunk of a module's file, or `undefined`.
    exclusive plain "get_chunk"/2 => get_chunk;
    /// What is counted for modules that are loaded: nothing.
    plain "get_coverage_mode"/0 => coverage_mode;
    /// The MD5 of the module of a file, or `undefined` when it is none.
    exclusive plain "module_md5"/1 => module_md5;
}

pub(super) fn get_chunk<'h>(context: Context<'h>, [file, name]: [Term<'h>; 2]) -> Native<'h> {
    let file = argument::bytes(file)?;
    let name = argument::byte_list(name)?;
    let tag = <[u8; 4]>::try_from(name).map_err(|_| Fault::badarg())?;
    match Beam::parse(&file).ok().and_then(|beam| beam.chunk(tag)) {
        Some(bytes) => Ok(context.arena.bytes(bytes)?),
        None => Ok(Term::atom(names::undefined)),
    }
}

pub(super) fn module_md5<'h>(context: Context<'h>, [file]: [Term<'h>; 1]) -> Native<'h> {
    let file = argument::bytes(file)?;
    match context.system.with_loader(|loader| loader.digest(&file)) {
        Some(Ok(digest)) => Ok(context.arena.bytes(&digest)?),
        _ => Ok(Term::atom(names::undefined)),
    }
}

fn coverage_support<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::boolean(false))
}

fn coverage_mode<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::atom(names::none))
}
