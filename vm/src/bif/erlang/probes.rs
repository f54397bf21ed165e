//! `erlang`: tags for probes, and native libraries, neither of which there is.
//!
//! Invariant: the answers are those of an OTP that was built without probes, and of a library that is not there.

use crate::atom::names;
use crate::bif::{Context, argument};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::term::Term;

bifs! {"erlang";
    /// Data with the tag behind it: the data, as there is no tag.
    plain "dt_append_vm_tag_data"/1 => untagged;
    /// The tag of the process: none.
    plain "dt_get_tag"/0 => no_tag;
    /// The tag of the process or of the message it received last: none.
    plain "dt_get_tag_data"/0 => no_tag;
    /// Data with the tag before it: the data, as there is no tag.
    plain "dt_prepend_vm_tag_data"/1 => untagged;
    /// Sets the tag of the process; none is kept.
    plain "dt_put_tag"/1 => put_tag;
    /// Sets the state that `dt_spread_tag/1` gave.
    plain "dt_restore_tag"/1 => restore_tag;
    /// Sends the tag along with messages, or no longer; the state before.
    plain "dt_spread_tag"/1 => spread_tag;
    /// Loads a native library: an error, as there is no way to.
    plain "load_nif"/2 => load_nif;
}

fn untagged<'h>(_: Context<'h>, [data]: [Term<'h>; 1]) -> Native<'h> {
    Ok(data)
}

fn no_tag<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::atom(names::undefined))
}

fn put_tag<'h>(context: Context<'h>, _: [Term<'h>; 1]) -> Native<'h> {
    no_tag(context, [])
}

fn restore_tag<'h>(_: Context<'h>, [state]: [Term<'h>; 1]) -> Native<'h> {
    if state.is(names::true_) { Ok(state) } else { Err(Fault::badarg()) }
}

fn spread_tag<'h>(_: Context<'h>, [spread]: [Term<'h>; 1]) -> Native<'h> {
    spread.as_bool().map(|_| Term::boolean(true)).ok_or(Fault::badarg())
}

fn load_nif<'h>(context: Context<'h>, [path, _]: [Term<'h>; 2]) -> Native<'h> {
    argument::list(path)?;
    let arena = context.arena;
    let reason = context.system.atoms.intern("load_failed").ok_or(Fault::system_limit())?;
    let text = arena.string("native libraries cannot be loaded here")?;
    Ok(arena.tuple(&[Term::atom(names::error), arena.tuple(&[Term::atom(reason), text])?])?)
}
