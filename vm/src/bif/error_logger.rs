//! Module `error_logger`: what becomes of warnings.

use super::Context;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {
    "error_logger";
    /// What warnings are told as: `warning`.
    plain "warning_map"/0 => warning_map;
}

fn warning_map<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    context.system.atoms.intern("warning").map(Term::atom).ok_or(Fault::system_limit())
}
