//! Module `net_kernel`: what the node of a pid understands.
//!
//! Deliberately absent: distribution.

use super::Context;
use crate::process::{Fault, Native};
use crate::term::{Boxed, Kind, Term};

crate::bifs! {
    "net_kernel";
    /// Whether the node of a pid understands Unicode in requests to write: this one does.
    plain "dflag_unicode_io"/1 => understands_unicode;
}

fn understands_unicode<'h>(_: Context<'h>, [pid]: [Term<'h>; 1]) -> Native<'h> {
    match pid.kind() {
        Kind::Pid(_) => Ok(Term::boolean(true)),
        Kind::External(external) if external.kind == Boxed::ExternalPid => Ok(Term::boolean(true)),
        _ => Err(Fault::badarg()),
    }
}
