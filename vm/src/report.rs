//! What the machine says of a process that crashed, and terms in the text it says.
//!
//! Deliberately absent: a time in the report's head, so that the same run says the same.

use alloc::format;
use alloc::string::String;

use crate::atom::names;
use crate::port::console;
use crate::process::Process;
use crate::sched::System;
use crate::sched::processes::pid_parts;
use crate::term::Term;
use crate::term::print::{Flavour, Limits, write_term};

/// Bytes of a term in a report, about.
const REPORT_BYTES: usize = 16 << 10;

/// A term as a report shows it.
pub fn shown(system: &System, term: Term<'_>) -> String {
    let mut text = String::new();
    let limits = Limits { flavour: Flavour::Display, bytes: REPORT_BYTES };
    // Writing to a string fails only where there is no memory, and then what was written has to do.
    let _ = write_term(&mut text, &system.atoms, term, limits);
    text
}

/// A pid as `<0.SLOT.USES>`.
pub fn pid_text(pid: u32) -> String {
    let (slot, uses) = pid_parts(pid);
    format!("<0.{slot}.{uses}>")
}

/// Says on the console that a process crashed with this reason; what was said.
pub fn crash(system: &System, process: &Process, reason: Term<'_>) -> String {
    let mut text =
        format!("Error in process {} with exit value:\n{}\n", pid_text(process.pid), shown(system, reason));
    if let Some(error) = load_error(system, reason) {
        text.push_str(&error);
    }
    if process.reported.get() {
        console::report(system, &text);
    }
    text
}

/// Why the module could not be loaded whose function a process called that crashed with `undef`.
fn load_error(system: &System, reason: Term<'_>) -> Option<String> {
    let [cause, trace] = reason.as_tuple()? else { return None };
    let [module, ..] = trace.as_cons()?.head().as_tuple()? else { return None };
    let errors = system.load_errors.borrow();
    let error = errors.get(&module.as_atom()?).filter(|_| cause.is(names::undef))?;
    Some(format!("The module could not be loaded: {error}\n"))
}
