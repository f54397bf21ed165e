//! Module `code`: what it says of files that hold a module.

use packbeam::chunk::Beam;

use super::{Context, argument};
use crate::atom::names;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {"code";
    /// The bytes of a chunk of a module's file, or `undefined`.
    plain "get_chunk"/2 => get_chunk;
    /// The MD5 of the module of a file, or `undefined` when it is none.
    plain "module_md5"/1 => module_md5;
}

fn get_chunk<'h>(context: Context<'h>, [file, name]: [Term<'h>; 2]) -> Native<'h> {
    let file = argument::bytes(file)?;
    let name = argument::byte_list(name)?;
    let tag = <[u8; 4]>::try_from(name).map_err(|_| Fault::badarg())?;
    match Beam::parse(&file).ok().and_then(|beam| beam.chunk(tag)) {
        Some(bytes) => Ok(context.arena.bytes(bytes)?),
        None => Ok(Term::atom(names::undefined)),
    }
}

fn module_md5<'h>(context: Context<'h>, [file]: [Term<'h>; 1]) -> Native<'h> {
    let file = argument::bytes(file)?;
    match context.system.with_loader(|loader| loader.digest(&file)) {
        Some(Ok(digest)) => Ok(context.arena.bytes(&digest)?),
        _ => Ok(Term::atom(names::undefined)),
    }
}
