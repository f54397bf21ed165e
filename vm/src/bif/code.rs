//! Module `code`: counting which code runs.
//!
//! Deliberately absent: counting. The machine says that it cannot, and OTP's `code` goes by that.

use super::Context;
use crate::atom::names;
use crate::process::Native;
use crate::term::Term;

crate::bifs! {
    "code";
    /// Whether the machine can count which lines of code run: it cannot.
    plain "coverage_support"/0 => coverage_support;
    /// What is counted for modules that are loaded: nothing.
    plain "get_coverage_mode"/0 => coverage_mode;
}

fn coverage_support<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::boolean(false))
}

fn coverage_mode<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::atom(names::none))
}
