//! Native functions of module `counters`: signed atomics behind a tagged tuple.
//!
//! Invariant: additions wrap around. That counters may be written from many processors at once changes nothing here.

use super::{Context, argument, atomics};
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {
    "counters";
    /// Adds to a counter.
    plain "add"/3 => add;
    /// The value of a counter.
    plain "get"/2 => get;
    /// The size and memory of counters.
    plain "info"/1 => info;
    /// So many counters, of the kind that the options say.
    plain "new"/2 => new;
    /// Sets a counter.
    plain "put"/3 => put;
    /// Subtracts from a counter.
    plain "sub"/3 => sub;
}

const KINDS: [&str; 2] = ["atomics", "write_concurrency"];

fn reference<'h>(context: Context<'h>, counters: Term<'h>) -> Result<Term<'h>, Fault<'h>> {
    match counters.as_tuple() {
        Some([kind, reference]) => {
            let kind = context.system.atoms.name(argument::atom(*kind)?);
            KINDS.contains(&kind).then_some(*reference).ok_or(Fault::badarg())
        }
        _ => Err(Fault::badarg()),
    }
}

fn new<'h>(context: Context<'h>, [size, options]: [Term<'h>; 2]) -> Native<'h> {
    let kind = match argument::list(options)?.as_slice() {
        [] => KINDS[0],
        [kind] => {
            let name = context.system.atoms.name(argument::atom(*kind)?);
            KINDS.into_iter().find(|kind| *kind == name).ok_or(Fault::badarg())?
        }
        _ => return Err(Fault::badarg()),
    };
    let kind = context.system.atoms.intern(kind).ok_or(Fault::system_limit())?;
    Ok(context.arena.tuple(&[Term::atom(kind), atomics::signed(context, [size])?])?)
}

fn get<'h>(context: Context<'h>, [counters, place]: [Term<'h>; 2]) -> Native<'h> {
    atomics::get(context, [reference(context, counters)?, place])
}

fn put<'h>(context: Context<'h>, [counters, place, value]: [Term<'h>; 3]) -> Native<'h> {
    atomics::put(context, [reference(context, counters)?, place, value])
}

fn add<'h>(context: Context<'h>, [counters, place, increment]: [Term<'h>; 3]) -> Native<'h> {
    atomics::add(context, [reference(context, counters)?, place, increment])
}

fn sub<'h>(context: Context<'h>, [counters, place, decrement]: [Term<'h>; 3]) -> Native<'h> {
    let reference = reference(context, counters)?;
    atomics::sub(context, [reference, place, decrement])
}

fn info<'h>(context: Context<'h>, [counters]: [Term<'h>; 1]) -> Native<'h> {
    atomics::info(context, [reference(context, counters)?])
}
