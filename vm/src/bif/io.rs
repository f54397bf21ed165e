//! Module `io`: what characters are shown as such.

use super::Context;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {
    "io";
    /// Up to which characters lists are shown as strings: `latin1`.
    plain "printable_range"/0 => printable_range;
}

fn printable_range<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    context.system.atoms.intern("latin1").map(Term::atom).ok_or(Fault::system_limit())
}
